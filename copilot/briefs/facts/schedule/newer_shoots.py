"""Shoot days that a reply tells anew over the brief it answers: "So we film on Thursday 23 April instead"."""

from __future__ import annotations

from dataclasses import replace

from copilot.briefs.facts.letter.lines import units_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.roles import LIMIT, role_of
from copilot.briefs.grammar.dates import find_dates

_LONGEST_REPLY = 4000
"""Characters of a reply that is read; what is longer is a brief itself."""


def with_newer_shoots(zones: Zones, dated: list[Dated], language: str) -> list[Dated]:
    """The same dates, the shoot's exchanged for those of the newest message where that only answers the brief."""
    newest = zones.outer.text.strip()
    if not newest or len(newest) > _LONGEST_REPLY:
        return dated
    newer: list[Dated] = []
    for unit in units_of(zones.outer):
        if zones.wanted.text[unit.start : unit.end].strip():
            return dated  # the newest message is the brief
        for found in find_dates(unit.text, language, zones.reference):
            moved = replace(found, start=unit.start + found.start, end=unit.start + found.end)
            role = role_of(unit, moved, [])
            if (
                role == "shoot"
                and not LIMIT.search(unit.low[: found.start])
                and moved.value.days
                and moved.value.precision == "day"
            ):
                newer.append(Dated(moved, unit, role, len(newer), corrects=False))
    return [*newer, *(d for d in dated if d.role != "shoot")] if newer else dated

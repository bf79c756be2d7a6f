"""Days that nothing is said of, in a place where a brief tells when to film.

Only where no day is named for the shoot: a line labelled "Dates" or "When", or several days in one breath, which no
delivery and no launch has.
"""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.roles import is_by
from copilot.briefs.facts.words import cue

_WINDOW = re.compile(
    r"\b(?:between|any ?time|window|zwischen|irgendwann|entre|n'importe quand|tussen|mellan|mellem|mellom|"
    r"nar som helst|tra|fra)\b[^.;]{0,20}$"
)
"""Bounds of when one may film are no days of filming."""


def with_likely_shoots(zones: Zones, dated: list[Dated]) -> list[Dated]:
    """The same dates, those that can only be the shoot's in its role."""
    if any(d.role == "shoot" and d.found.value.days for d in dated):
        return dated
    asked = [d for d in dated if _is_asked_for(zones, d, dated)]
    if asked:
        return [replace(d, role="shoot") if d in asked else d for d in dated]
    return [replace(d, role="shoot") if _is_likely(d) else d for d in dated]


def _is_asked_for(zones: Zones, dated: Dated, all_dated: list[Dated]) -> bool:
    """Whether the next sentence asks to film on the day: "Our fete is on 9 May. Could you come?"."""
    value = dated.found.value
    if dated.role != "?" or value.precision != "day" or not value.days or is_by(dated.unit, dated.found):
        return False
    at = zones.position_at(dated.unit.start) + 1
    after = zones.units[at] if at < len(zones.units) else None
    if after is None or after.paragraph != dated.unit.paragraph or any(d.unit.start == after.start for d in all_dated):
        return False
    return after.topic is None and "?" in after.text and cue("shoot").search(after.low) is not None


def _is_likely(dated: Dated) -> bool:
    value, unit = dated.found.value, dated.unit
    if value.precision != "day" or not value.days or value.relative or is_by(unit, dated.found):
        return False
    if _WINDOW.search(unit.low[: dated.found.start - unit.start]):
        return False
    if unit.text[: dated.found.start - unit.start].count("(") > unit.text[: dated.found.start - unit.start].count(")"):
        return False  # said in passing: "(The forum itself is 9-11 June.)"
    if unit.topic == "timing":
        opens = not unit.low[: dated.found.start - unit.start].strip(" (,")
        return dated.role == "?" or (dated.role == "other" and opens and len(value.days) > 1)
    return dated.role == "?" and len(value.days) > 1

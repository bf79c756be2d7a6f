"""What the work is for: one thought, as the brief says it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from copilot.briefs.facts.aim.people import asks_aim, points_back
from copilot.briefs.facts.aim.weighed import likeliest_aim
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import cue


def read_objective(zones: Zones) -> Read[str | None]:
    """The sentence that says what the work is for, with its quote."""
    units = likeliest_aim(zones, rules_aim(zones))
    if not units:
        return Read(None)
    said = " ".join(" ".join(unit.text for unit in units).split()).rstrip(" .")
    return Read(said, (zones.shown.quote(units[0].start, units[-1].end),))


def rules_aim(zones: Zones) -> list[Unit]:
    """What the rules take for the aim: what a label calls so, else what other words point at."""
    labelled = [
        u
        for u in zones.units
        if u.topic == "objective" and u.kind == "field" and len(u.text) > 9 and not cue("open").fullmatch(u.low)
    ]
    if labelled:
        return [u for u in labelled if u.label == labelled[0].label]
    return list(_pointed_at(zones.units))[:1]


def _pointed_at(units: tuple[Unit, ...]) -> Iterator[Unit]:
    """What stands behind a question after the aim, or before words that call it the goal."""
    for before, unit in pairwise(units):
        if asks_aim(before.low) and len(unit.low.split()) > 3:
            yield unit
        if points_back(unit.low) and len(before.low.split()) > 4:
            yield before

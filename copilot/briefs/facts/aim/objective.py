"""What the work is for: one thought, as the brief says it."""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.aim.people import asks_aim
from copilot.briefs.facts.aim.told import ENOUGH, aim_weight, breaks_off, is_measured, points_back
from copilot.briefs.facts.aim.weighed import likeliest_aim
from copilot.briefs.facts.letter.lines import Unit, units_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import cue

_MATTER = frozenset(
    "budget delivery shoot usage contact revisions languages locations pitch aside ratios territory term agency".split()
)
_DOUBT = {"client": 1.0, "title": 1.0, "aside": 3.0}
"""What else is told there may look like an aim: who the client is, and how things stand."""
_PLAIN, _ELSEWHERE = 8.5, 2.0
_ANSWERED = 9.5
"""What stands right behind a question after the aim."""
_POINTED_AT = 9.0
"""What the next sentence calls the goal ("that's the goal") is as plain as a sentence that says so itself."""


def read_objective(zones: Zones) -> Read[str | None]:
    """The sentence that says what the work is for, with its quote."""
    units = likeliest_aim(zones, rules_aim(zones))
    if not units:
        return Read(None)
    said = " ".join(" ".join(unit.text for unit in units).split()).rstrip(" .")
    return Read(said, (zones.shown.quote(units[0].start, units[-1].end),))


def rules_aim(zones: Zones) -> list[Unit]:
    """What the rules take for the aim: a labelled one first, then the clearest sentence; nothing without one."""
    labelled = [
        u
        for u in zones.units
        if u.topic == "objective" and u.kind == "field" and len(u.text) > 9 and not cue("open").fullmatch(u.low)
    ]
    if labelled:
        return [u for u in labelled if u.label == labelled[0].label]
    section = [u for u in zones.units if u.section == "objective" and u.kind != "heading"]
    wished = [u for u in section if aim_weight(u.low) >= ENOUGH or _WISHED.search(u.low)]
    if wished:
        return [max(wished, key=lambda u: aim_weight(u.low))]
    if section and not is_measured(section[0].low):
        return section[:1]
    found = [_told(zones.units, _MATTER), _told(units_of(zones.theirs), _MATTER - {"aside"})]
    told = max(filter(None, found), key=lambda unit_and_weight: unit_and_weight[1], default=None)
    return section[:1] if told is None else [told[0]]


_WISHED = re.compile(
    r"\b(?:wants?|should|must|aims?|will|wollen|mochte\w*|soll\w*|ziel|veut|souhait\w+|doi\w+|quiere\w*|debe\w*|wil|"
    r"willen|moet\w*|vill|vil|"
    r"ska|skal|vuole|deve|devono|quer\w*|pretende\w*|devr\w+|devem|deber\w+|dovr\w+|moeten|"
    r"sollt\w*|skulle)\b"
)
"""A section on occasion and aim tells the occasion first; what is wished for is the aim."""


def _told(units: tuple[Unit, ...], apart: frozenset[str]) -> tuple[Unit, float] | None:
    """The sentence that says its purpose most plainly, the first of several."""
    best: tuple[Unit, float] | None = None
    for before, unit in zip((None, *units), units, strict=False):
        weight = _weight(unit, apart)
        if before is not None and asks_aim(before.low) and len(unit.low.split()) > 3 and not _is_apart(unit, apart):
            weight = max(weight, _ANSWERED)
        elif (
            before is not None
            and len(before.low.split()) > 4
            and points_back(unit.low)
            and not _is_apart(before, apart)
            and before.paragraph == unit.paragraph
        ):
            unit, weight = before, _POINTED_AT
        elif before is not None and breaks_off(before.low) and before.paragraph == unit.paragraph:
            unit = replace(before, end=unit.end, text=f"{before.text} {unit.text}")
            weight = _weight(unit, apart)
        if weight >= ENOUGH and (best is None or weight > best[1]):
            best = unit, weight
    return best


def _weight(unit: Unit, apart: frozenset[str]) -> float:
    if unit.kind in ("heading", "cell") or len(unit.text) < 20:
        return 0.0
    weight = aim_weight(unit.low) - _DOUBT.get(unit.subject or "", 0.0)
    # Only a sentence that calls its aim one may stand among other matters, and none on another matter's own label.
    elsewhere = unit.subject in apart
    return weight - _ELSEWHERE if elsewhere and weight >= _PLAIN and not unit.topic else 0.0 if elsewhere else weight


def _is_apart(unit: Unit, apart: frozenset[str]) -> bool:
    """Whether a unit is a heading, a cell or about another matter: no sentence that could say an aim."""
    return unit.kind in ("heading", "cell") or unit.subject in apart

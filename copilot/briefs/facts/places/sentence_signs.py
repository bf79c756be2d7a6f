"""What the sentence around a candidate says, in classes that hold in every language: words are learnt in one only.

The last thing said before a name counts most: "shot in the forest, announced at the showcase", "not the yard at Low
Garth", "il primo giorno a Muggia".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.places.sites import names_venue
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.words import cue, names

_CUES = (
    "shoot",
    "shoot_days",
    "usage",
    "delivery",
    "past",
    "excluding",
    "client_of",
    "shows",
    "not_date",
    "open",
    "self",
    "budget",
    "correction",
    "objective",
    "also",
)
_SAID = ("being", "coming", "barred", "gathering", "slot")
_POSTAL = re.compile(r"(?:\b[A-Z]{1,2}-)?\b\d{4,5}\s$")
_HONOURED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|mme|mlle|monsieur|madame|m|don|dona|sra?|sig|sig\.ra|dhr|mevr|hr|fru)"
    r"\.?\s$"
)
_NEAR = 28
"""Within how many characters before a name something is said right before it."""
_BESIDE = 8
"""The same for a date."""


def sentence_signs(unit: Unit, start: int, end: int, dated: Sequence[Dated]) -> set[str]:
    """The signs of the mention at `[start, end)`; `dated` are the dates of its unit."""
    before = unit.low[: start - unit.start]
    signs = {f"kn:{kind}" for kind in _last_said(before)}
    signs |= set(_days(unit, dated, start, end))
    if _POSTAL.search(unit.text[: start - unit.start]):
        signs.add("postal")
    if _HONOURED.search(before):
        signs.add("honoured")
    if names_venue(unit.low[end - unit.start : end - unit.start + 24].split(",")[0]):
        signs.add("venue_follows")
    if any(names_venue(word) for word in before[-40:].split()[-5:]):
        signs.add("venue_leads")
    return signs


def _last_said(before: str) -> Iterator[str]:
    """The last cue before the name, and once more with a mark when it stands right before it."""
    last, kind = 0, ""
    for key, pattern in _said():
        end = max((m.end() for m in pattern.finditer(before)), default=0)
        if end and end >= last:
            last, kind = end, key
    if kind:
        yield kind
        if len(before) - last <= _NEAR:
            yield f"{kind}!"


def _days(unit: Unit, dated: Sequence[Dated], start: int, end: int) -> Iterator[str]:
    """The roles of the dates in the mention's clause and of the nearest one in the sentence."""
    if not dated:
        return
    clause, left = clause_of(unit, start, end)
    for one in dated:
        if left <= one.found.start < left + len(clause):
            yield f"day:{one.role}"
    nearest = min(dated, key=lambda d: max(d.found.start - end, start - d.found.end))
    side = "before" if nearest.found.end <= start else "after"
    yield f"day_{side}:{nearest.role}"
    if max(nearest.found.start - end, start - nearest.found.end) <= _BESIDE:
        yield f"day_{side}_beside:{nearest.role}"


@cache
def _said() -> tuple[tuple[str, re.Pattern[str]], ...]:
    told = dict(names("venues"))
    return (*((key, cue(key)) for key in _CUES), *((key, told[key]) for key in _SAID))

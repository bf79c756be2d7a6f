"""Days of the shoot told by their number: "Dreh: Tag 1 Rostock, Tag 2 Wismar"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from copilot.briefs.facts.letter.names import NAME
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded

NUMBERED_DAY = re.compile(
    r"\b(?:(?:shoot(?:ing)? |film(?:ing)? )?day|(?:dreh)?tag|jour(?: de tournage)?|jornada|"
    r"dia(?: de (?:rodaje|filmagem))?|(?:draai|opname|filmnings|inspelnings|optage|opptaks)?dag|"
    r"giorno(?: di riprese)?|giornata)\s?(\d)(?![\d.,]\d|\d)"
    r"\s?[:–-]?"
)
"""A day by its number, in folded text."""
_IN = re.compile(r"(?:in|à|a|en|i|te|in der|at)\s")


def numbered_days(zones: Zones) -> tuple[Decimal | None, list[Span]]:
    """How many days are numbered from 1 without a gap, at least two, with the words that number them."""
    marks = list(_marks(zones))
    return (Decimal(len(marks)), marks) if marks else (None, [])


def places_of_numbered_days(zones: Zones) -> Iterator[tuple[str, int, int]]:
    """The name that stands right behind each numbered day."""
    text = zones.wanted.text
    for _, end in _marks(zones):
        at = end + len(text[end:]) - len(text[end:].lstrip(" "))
        preposition = _IN.match(text, at)
        named = re.compile(NAME).match(text, preposition.end() if preposition else at)
        if named and len(named[0]) > 2:
            yield named[0], named.start(), named.end()


def _marks(zones: Zones) -> Iterator[Span]:
    """Where days are numbered, if they are: 1, 2, … without a gap."""
    marks = list(NUMBERED_DAY.finditer(folded(zones.wanted.text)))
    if len(marks) > 1 and [int(m[1]) for m in marks] == list(range(1, len(marks) + 1)):
        yield from (m.span() for m in marks)

"""A numbered list of pieces, and a sentence that counts them otherwise: six items, and "the five films"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copilot.briefs.facts.contradictions.statements import Dispute, Statement, is_qualified, stricter
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded, kind_patterns
from copilot.briefs.grammar.numbers import find_numbers
from store.proposals.facts import Deliverable

_ITEM = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]+\S.*$", re.MULTILINE)
_FEWEST = 3
_THE = re.compile(
    r"\b(?:the|these|all|die|der|den|diese|alle|les|ces|los|las|estos|estas|de|deze|dessa|disse|i|gli|le|questi|queste|"
    r"os|as|estes|estas)\s$"
)
"""Whoever counts with an article counts all that there are."""


def disputed_pieces(zones: Zones, language: str, pieces: Sequence[Deliverable]) -> Dispute | None:
    """A list and a count of which one is the number of pieces that was read."""
    listed = _listed(zones)
    if listed is None:
        return None
    read = sum(piece.quantity for piece in pieces)
    for said in _counted(zones, language):
        both = {said.value, listed.value}
        near = listed.value / 2 < said.value < listed.value * 2
        if len(both) == 2 and read in both and near and not is_qualified(said):
            return Dispute("deliverables", "how many pieces there are", *stricter((listed, said)))
    return None


def _listed(zones: Zones) -> Statement[int] | None:
    """The letter's only numbered list, which counts from 1 without a gap."""
    items = list(_ITEM.finditer(zones.wanted.text))
    in_order = [int(item[1]) for item in items] == list(range(1, len(items) + 1))
    unit = zones.unit_at(items[0].end() - 1) if len(items) >= _FEWEST and in_order else None
    return Statement(len(items), unit, (items[0].start(), items[-1].end()), 0.0) if unit else None


def _counted(zones: Zones, language: str) -> Iterator[Statement[int]]:
    low = folded(zones.wanted.text)
    for number in find_numbers(zones.wanted.text, language):
        whole = number.value == int(number.value) and number.value >= _FEWEST
        unit = zones.unit_at(number.start)
        noun = (
            _noun_after(low, number.end)
            if whole and unit and _THE.search(low[max(0, number.start - 8) : number.start])
            else None
        )
        if unit and noun:
            yield Statement(int(number.value), unit, (number.start, noun[1]), 0.0)


def _noun_after(low: str, at: int) -> Span | None:
    """The word for pieces right behind a number, or behind one word between."""
    for gap in (r"\s", r"\s\w+\s"):
        opened = re.compile(gap).match(low, at)
        for kind, pattern in kind_patterns():
            noun = pattern.match(low, opened.end()) if opened and kind != "stills" else None
            if noun:
                return noun.span()
    return None

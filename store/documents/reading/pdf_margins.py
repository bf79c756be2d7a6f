"""What a PDF repeats at the head and foot of its pages, said once: between two pages it would break a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from store.documents.reading.pdf_headings import Leaf
from store.documents.reading.pdf_pieces import Piece

_HEAD, _FOOT = 0.09, 0.12
"""Shares of the page's height."""

Place = tuple[str, int]
"""The words, whatever their numbers, and about how far down the page they stand."""


def without_repeats(leaves: list[Leaf]) -> list[Leaf]:
    """The same leaves; of a header that several show, the first is kept, of a footer the last, at the page's end."""
    shown: dict[Place, list[int]] = defaultdict(list)
    for number, leaf in enumerate(leaves):
        for piece in leaf.pieces:
            if _in_margin(piece, leaf):
                shown[_place(piece)].append(number)
    repeated = {place: numbers for place, numbers in shown.items() if len(set(numbers)) > 1}
    return [_said_once(leaf, number, repeated) for number, leaf in enumerate(leaves)] if repeated else leaves


def _in_margin(piece: Piece, leaf: Leaf) -> bool:
    return not piece.level and (_in_head(piece, leaf) or piece.top > (1 - _FOOT) * leaf.height)


def _in_head(piece: Piece, leaf: Leaf) -> bool:
    return 0 < piece.bottom < _HEAD * leaf.height


def _place(piece: Piece) -> Place:
    return re.sub(r"\d+", "#", piece.text), round(piece.base / 6)


def _said_once(leaf: Leaf, number: int, repeated: dict[Place, list[int]]) -> Leaf:
    kept: list[Piece] = []
    feet: list[Piece] = []
    for piece in leaf.pieces:
        numbers = repeated.get(_place(piece)) if _in_margin(piece, leaf) else None
        if numbers is None:
            kept.append(piece)
        elif _in_head(piece, leaf):
            kept += [piece] if number == numbers[0] else []
        else:
            feet += [piece] if number == numbers[-1] else []
    return replace(leaf, pieces=[*kept, *feet])

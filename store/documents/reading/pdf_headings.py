"""Which lines of a PDF are headings: short ones in type clearly larger than most of the document.

The file does not say so; a person sees it by size alone. Measured over all pages, because a cover has no text to
compare with.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from store.documents.reading.pdf_pieces import Piece
from store.documents.reading.pdf_text import as_one_line

_LARGER = 1.15
_TEXT_SHARE = 0.75
_LONGEST = 120
_MOST_LINES = 3
_NUMBER = re.compile(r"§? ?[\d.]+|[A-Z]{1,4}[.)]")


@dataclass(frozen=True)
class Leaf:
    """A page's pieces in the file's order, and the page's size in points."""

    pieces: list[Piece]
    width: float
    height: float


def with_headings(leaves: list[Leaf]) -> list[Leaf]:
    """The same leaves with each heading marked, and one piece however many lines it takes."""
    body = _body_size(leaves)
    title = _largest(leaves[0].pieces, body) if leaves else 0.0
    return [replace(leaf, pieces=_marked(leaf, body, 0.0 if number else title)) for number, leaf in enumerate(leaves)]


def _body_size(leaves: list[Leaf]) -> float:
    """The size that most characters do not exceed. More than half, so that a few words of large type do not become
    headings where the rest is small print."""
    sizes: Counter[float] = Counter()
    for leaf in leaves:
        for piece in leaf.pieces:
            sizes[round(piece.size, 1)] += len(piece.text)
    left = _TEXT_SHARE * sizes.total()
    for size, count in sorted(sizes.items()):
        left -= count
        if left <= 0:
            return size
    return 0.0


def _largest(found: list[Piece], body: float) -> float:
    return max((piece.size for piece in found if piece.size >= _LARGER * body and _named(piece.text)), default=0.0)


def _named(text: str) -> bool:
    """Whether the words can be a heading: not a figure set large, an address or a number with its unit."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    return letters >= 3 and letters >= 2 * digits and "@" not in text


def _marked(leaf: Leaf, body: float, title: float) -> list[Piece]:
    least = _LARGER * body
    slide = leaf.width > leaf.height
    top = _uppermost(leaf.pieces, body) if slide else None
    found: list[Piece] = []
    for lines in _titles(leaf.pieces, least):
        text = as_one_line(lines)
        first = bool(title) and lines[0].size >= 0.95 * title
        # A second-rank line that ends as a sentence does is one, set large.
        sentence = not first and text.endswith((".", ",", ";"))
        beneath = slide and (top is None or not (lines[0] is top or lines[0].beside(top)))
        if lines[0].size < least or not _named(text) or sentence or beneath or _overlong(lines, text):
            found += lines
        else:
            found.append(_one(lines, text, 1 if first else 2))
    return found


def _uppermost(found: list[Piece], body: float) -> Piece | None:
    """The heading of a slide, where much is large: its first large line."""
    large = 0.8 * _largest(found, body)
    return min((piece for piece in found if piece.size >= large > 0), key=lambda piece: piece.base, default=None)


def _overlong(lines: list[Piece], text: str) -> bool:
    return len(lines) > _MOST_LINES or len(text) > _LONGEST


def _titles(found: list[Piece], least: float) -> list[list[Piece]]:
    """The pieces, the lines of one large text together."""
    groups = [[piece] for piece in found[:1]]
    for before, after in pairwise(found):
        large = min(before.size, after.size) >= least and abs(before.size - after.size) < 0.05 * after.size
        next_line = 0 < after.base - before.base <= 1.6 * after.row and _aligned(before, after)
        if large and (next_line or (after.right_of(before) and _NUMBER.fullmatch(before.text))):
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def _aligned(before: Piece, after: Piece) -> bool:
    middles = (before.left + before.right - after.left - after.right) / 2
    return min(abs(before.left - after.left), abs(before.right - after.right), abs(middles)) < after.size


def _one(lines: list[Piece], text: str, level: int) -> Piece:
    return replace(
        lines[0],
        text=text,
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        bottom=lines[-1].bottom,
        base=lines[-1].base,
        joined=False,
        level=level,
    )

"""Which lines of a PDF are headings: short ones in type clearly larger than most of the document, or bold ones.

The file does not say so; a person sees it by size and weight alone. Measured over all pages, because a cover has no
text to compare with.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from store.documents.reading.heading_words import LARGER, bold_headings, is_sentence, named, overlong
from store.documents.reading.pdf_pieces import Piece
from store.documents.reading.pdf_text import as_one_line

_TEXT_SHARE = 0.75
_NUMBER = re.compile(r"§? ?[\d.]+|[A-Z]{1,4}[.)]")


@dataclass(frozen=True)
class Leaf:
    """A page's pieces in the file's order, and the page's size in points."""

    pieces: list[Piece]
    width: float
    height: float


@dataclass(frozen=True)
class _Group:
    """Pieces that belong together, as a heading's lines do; `bold`: a line of its own in bold, unless on a slide."""

    pieces: list[Piece]
    text: str
    level: int
    bold: bool


def with_headings(leaves: list[Leaf]) -> list[Leaf]:
    """The same leaves with each heading marked, and one piece however many lines it takes."""
    body = _body_size(leaves)
    title = _largest(leaves[0].pieces, body) if leaves else 0.0
    found = [list(_groups(leaf, body, 0.0 if number else title)) for number, leaf in enumerate(leaves)]
    bold = bold_headings(
        [(group.text, group.pieces[0].size if group.bold else None) for groups in found for group in groups]
    )
    numbers = itertools.count()
    return [
        replace(leaf, pieces=[piece for group in groups for piece in _marked(group, next(numbers) in bold)])
        for leaf, groups in zip(leaves, found, strict=True)
    ]


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
    return max((piece.size for piece in found if piece.size >= LARGER * body and named(piece.text)), default=0.0)


def _groups(leaf: Leaf, body: float, title: float) -> Iterator[_Group]:
    least = LARGER * body
    slide = leaf.width > leaf.height
    top = _uppermost(leaf.pieces, body) if slide else None
    together = _titles(leaf.pieces, least)
    for before, lines, after in zip([[], *together], together, [*together[1:], []], strict=False):
        text = as_one_line(lines)
        first = bool(title) and lines[0].size >= 0.95 * title
        # A second-rank line that ends as a sentence does is one, set large.
        sentence = not first and is_sentence(text)
        beneath = slide and (top is None or not (lines[0] is top or lines[0].beside(top)))
        none = lines[0].size < least or not named(text) or sentence or beneath or overlong(len(lines), text)
        alone = not any(piece.beside(lines[0]) for piece in (*before, *after))
        bold = none and not slide and alone and all(piece.bold for piece in lines)
        yield _Group(lines, text, 0 if none else 1 if first else 2, bold)


def _marked(group: _Group, is_bold_heading: bool) -> list[Piece]:
    level = group.level or 2 * is_bold_heading
    return [_one(group.pieces, group.text, level)] if level else group.pieces


def _uppermost(found: list[Piece], body: float) -> Piece | None:
    """The heading of a slide, where much is large: its first large line."""
    large = 0.8 * _largest(found, body)
    return min((piece for piece in found if piece.size >= large > 0), key=lambda piece: piece.base, default=None)


def _titles(found: list[Piece], least: float) -> list[list[Piece]]:
    """The pieces, the lines of one large text together."""
    groups = [[piece] for piece in found[:1]]
    for before, after in pairwise(found):
        large = min(before.size, after.size) >= least and abs(before.size - after.size) < 0.05 * after.size
        next_line = 0 < after.base - before.base <= 1.6 * after.row and _aligned(before, after)
        numbered = after.right_of(before) and _NUMBER.fullmatch(before.text)
        if (large and (next_line or numbered)) or (before.bold and after.bold and numbered):
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

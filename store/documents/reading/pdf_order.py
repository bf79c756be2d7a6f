"""From pieces to blocks in the order a person reads them.

The file's own order is kept wherever it makes sense, because producers of PDFs mostly write in reading order. The
layout decides where the file goes back up the page, draws a table column by column, or draws columns row by row.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from store.documents.reading.pdf_blocks import PROSE, Block, blocks_in_turn
from store.documents.reading.pdf_layout import laid_out
from store.documents.reading.pdf_pieces import Piece
from store.documents.reading.pdf_tables import drawn_tables, labelled_rows, with_cells_whole, with_columns_as_rows

_LARGEST = 600
"""Pieces of a page beyond which the file's order is kept: to compare so many with each other would take too long."""

_STEPS = 40


def ordered(found: list[Piece]) -> list[Block]:
    """The page's pieces as blocks in reading order; see the module's docstring for when the layout decides."""
    gutter = _gutter(found)
    if gutter is not None and _alternations(found, gutter) > 3:
        return blocks_in_turn(_by_columns(found, gutter))
    if len(found) <= _LARGEST:
        rows = labelled_rows(found)
        if rows or _steps_back(found) > len(found) / _STEPS:
            whole = with_cells_whole(found)
            return with_columns_as_rows(laid_out(whole, rows or drawn_tables(whole)))
    return with_columns_as_rows(blocks_in_turn(with_cells_whole(found)))


def _steps_back(found: list[Piece]) -> int:
    """How often the next piece stands above the last one or before it on its line, and does not begin a column."""
    return sum(
        after.right <= before.left
        if after.beside(before)
        else after.base < before.base and after.left < before.left + before.row
        for before, after in pairwise(found)
    )


def _gutter(found: list[Piece]) -> float | None:
    """The x that divides two columns of prose: nothing but headings crosses it, and both sides hold long lines."""
    if len(found) < 10:
        return None
    starts = sorted({round(piece.left) for piece in found})
    left_edge, right_edge = min(piece.left for piece in found), max(piece.right for piece in found)
    for start in starts:
        if not 0.3 < (start - left_edge) / max(1.0, right_edge - left_edge) < 0.7:
            continue
        x = start - 2.0
        before = [piece for piece in found if piece.right <= x]
        after = [piece for piece in found if piece.left >= x]
        crossing = len(found) - len(before) - len(after)
        if min(len(before), len(after)) >= 5 and crossing <= 0.2 * len(found) and _prose(before) and _prose(after):
            return x
    return None


def _prose(side: list[Piece]) -> bool:
    return median(len(piece.text) for piece in side) >= PROSE


def _alternations(found: list[Piece], gutter: float) -> int:
    sides = [piece.left >= gutter for piece in found]
    return sum(before != after for before, after in pairwise(sides))


def _by_columns(found: list[Piece], gutter: float) -> list[Piece]:
    """Between two headings that cross the gutter: the left column, then the right one."""
    result: list[Piece] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in sorted(found, key=lambda item: (item.top, item.left)):
        if piece.left < gutter < piece.right:
            result += [*left, *right, piece]
            left, right = [], []
        else:
            (right if piece.left >= gutter else left).append(piece)
    return [*result, *left, *right]

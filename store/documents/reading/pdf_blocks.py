"""Which lines of a PDF belong together: a paragraph, a table's rows, a label and its value, a figure and a caption."""

from __future__ import annotations

from store.documents.reading.pdf_pieces import Piece

Block = list[Piece]
"""Pieces that stay together, in reading order; an empty line divides two blocks."""

LABEL = 40
"""Characters of the longest label."""

PROSE = 28
"""Characters that most lines of a column of prose have at least."""

_PARAGRAPH = 1.75
_FIELD = 1.9
_SMALLER = 0.93
_NEXT_ROW = 4.0
_DISPLAY = 20.0


def blocks_in_turn(found: list[Piece]) -> list[Block]:
    """The pieces in their order, cut where a person sees a gap; the rows of a table stay together."""
    blocks: list[Block] = []
    for piece in found:
        if blocks and not apart(blocks[-1][-1], piece):
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    return with_tables_whole(blocks)


def with_tables_whole(blocks: list[Block]) -> list[Block]:
    """The blocks, rows of cells that follow each other as one block."""
    result: list[Block] = []
    for block in blocks:
        if result and _next_row(result[-1], block):
            result[-1] = [*result[-1], *block]
        else:
            result.append(block)
    return result


def _next_row(table: Block, row: Block) -> bool:
    """Whether both are rows of two or more cells that begin at the same places, not far from each other."""
    last = next((piece for piece in reversed(table) if _one_column(piece, row[0])), None)
    if last is None or len(row) < 2 or not row[1].right_of(row[0]):
        return False
    return 0 < row[0].base - last.base <= _NEXT_ROW * row[0].row and any(
        piece.right_of(last) and _one_column(piece, row[1]) for piece in table
    )


def _one_column(above: Piece, below: Piece) -> bool:
    return min(abs(above.left - below.left), abs(above.right - below.right)) <= 3


def apart(before: Piece, after: Piece) -> bool:
    """Whether a person sees a gap between two pieces that follow each other."""
    if before.level or after.level:
        return True
    if before.joined or after.right_of(before):
        return False
    down = after.base - before.base
    if down < -0.6 * min(before.row, after.row):
        return True
    if is_label_of(before, after):
        return False
    if after.size < _SMALLER * before.size and not _is_figure(before):
        return down > _FIELD * after.row
    return down > _PARAGRAPH * max(before.row, after.row)


def is_label_of(label: Piece, value: Piece) -> bool:
    """Whether a form says with `label`, in smaller type directly above `value`, what the value is."""
    return (
        label.size < _SMALLER * value.size
        and len(label.text) <= LABEL
        and abs(label.left - value.left) <= 3
        and 0 < value.base - label.base <= _FIELD * value.row
    )


def _is_figure(piece: Piece) -> bool:
    """Whether it is a number set large, whose caption may stand beneath it at a distance."""
    return piece.size >= _DISPLAY and has_digit(piece)


def has_digit(piece: Piece) -> bool:
    """Whether the piece names a number."""
    return any(map(str.isdigit, piece.text))

"""Tables without a word in the file that they are: cells drawn column by column, or over several lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from store.documents.reading.pdf_blocks import Block, is_label_of, with_tables_whole
from store.documents.reading.pdf_pieces import Piece
from store.documents.reading.pdf_text import as_one_line

_SHORT = 30
_FEWEST = 3
_LEVEL = 0.3
_NEXT_LINE = 1.75
_CELL_LINES = 4


def labelled_rows(found: list[Piece]) -> list[Block]:
    """The rows of tables and of labels beside values that the file draws column by column, each row a block."""
    rows: list[Block] = []
    used: set[int] = set()
    for labels in _label_columns(found):
        if not used & set(map(id, labels)):
            new = _rows(labels, found)
            used |= {id(piece) for row in new for piece in row}
            rows += new
    return rows


def _label_columns(found: list[Piece]) -> Iterator[list[Piece]]:
    """Three or more short lines in a row in the file that begin at the same place and are set alike."""
    column: list[Piece] = []
    for piece in [*found, None]:
        if column and piece is not None and _below_alike(column[-1], piece):
            column.append(piece)
            continue
        if len(column) >= _FEWEST:
            yield column
        column = [piece] if piece is not None and len(piece.text) <= _SHORT and not piece.level else []


def _below_alike(before: Piece, after: Piece) -> bool:
    return (
        len(after.text) <= _SHORT
        and not after.level
        and abs(before.left - after.left) <= 3
        and abs(before.size - after.size) <= 0.05 * before.size
        and after.base > before.base
    )


def _rows(labels: list[Piece], found: list[Piece]) -> list[Block]:
    """Each label with what stands beside it down to the next one; nothing where the sides do not keep step."""
    others = [piece for piece in found if piece.left > labels[0].right and not piece.level]
    starts = [_beside(label, others) for label in labels]
    values = [start for start in starts if start is not None]
    if len(values) < len(starts):
        return []
    edge = median(value.left for value in values)
    if any(abs(value.left - edge) > 4 for value in values):
        return []
    column = [piece for piece in others if piece.left > edge - 4]
    ends = [*(label.base for label in labels[1:]), labels[-1].base + 8 * labels[-1].row]
    rows = [
        [label, *_lines(label, [piece for piece in column if _from(label) <= piece.base < end - _LEVEL * label.row])]
        for label, end in zip(labels, ends, strict=True)
    ]
    return rows if _keep_step(labels, rows) else []


def _from(label: Piece) -> float:
    return label.base - _LEVEL * label.row


def _beside(label: Piece, others: list[Piece]) -> Piece | None:
    """The nearest piece on the label's own line."""
    level = (piece for piece in others if abs(piece.base - label.base) <= _LEVEL * min(label.row, piece.row))
    return min(level, key=lambda piece: piece.left, default=None)


def _lines(label: Piece, values: list[Piece]) -> list[Piece]:
    """The values line by line, up to a gap: what comes after it belongs to something else."""
    kept: list[Piece] = []
    base = label.base
    for piece in sorted(values, key=lambda item: (round(item.base / (0.5 * item.row)), item.left)):
        if piece.base - base > _NEXT_LINE * piece.row:
            break
        kept.append(piece)
        base = piece.base
    return kept


def _keep_step(labels: list[Piece], rows: list[Block]) -> bool:
    """Whether each label begins a row of its own, and does not merely stand beside lines that run on."""
    steps = [after.base - before.base for before, after in pairwise(labels)]
    within = [
        after.base - before.base
        for row in rows
        for before, after in pairwise(row[1:])
        if after.base - before.base > 0.5 * after.row
    ]
    if within:
        return min(steps) >= 1.15 * median(within)
    # Where rows stand as close as lines do, three might be two boxes of three lines side by side.
    return median(steps) > _NEXT_LINE * labels[0].row or len(labels) > _FEWEST


def drawn_tables(found: list[Piece]) -> list[Block]:
    """The tables that the file draws row by row: two or more rows of cells that begin at the same places."""
    rows: list[Block] = []
    for piece in found:
        if rows and piece.right_of(rows[-1][-1]) and piece.beside(rows[-1][0]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [table for table in with_tables_whole(rows) if not all(piece.beside(table[0]) for piece in table)]


def with_cells_whole(found: list[Piece]) -> list[Piece]:
    """The pieces, a cell of several lines that has a further cell to its right as one piece of its row."""
    result: list[Piece] = []
    row: list[Piece] = []
    lines = 0
    for piece in found:
        if row and piece.right_of(row[-1]) and piece.beside(row[0]):
            if lines:
                cell = result[-1 - lines :]
                result[-1 - lines :] = [replace(cell[0], text=as_one_line(cell), joined=False)]
            row.append(piece)
            lines = 0
        elif len(row) > 1 and lines < _CELL_LINES and _goes_on(row[-1], result[-1], piece):
            lines += 1
        else:
            row, lines = [piece], 0
        result.append(piece)
    return result


def _goes_on(cell: Piece, before: Piece, after: Piece) -> bool:
    return abs(cell.left - after.left) < after.row and 0 < after.base - before.base <= 1.9 * before.row


def with_columns_as_rows(blocks: list[Block]) -> list[Block]:
    """The blocks, fields of a form that form a table (a small label over each column) as its rows."""
    result: list[Block] = []
    columns: list[Block] = []
    for block in [*blocks, []]:
        if columns and _same_rows(columns[-1], block):
            columns.append(block)
            continue
        if len(columns) >= _FEWEST:
            result.append([piece for row in zip(*columns, strict=True) for piece in row])
        else:
            result += columns
        columns = [block] if block else []
    return result


def _same_rows(left: Block, right: Block) -> bool:
    """Whether both are labels with two or more values each, line beside line."""
    return (
        len(left) == len(right) > 2
        and is_label_of(left[0], left[1])
        and is_label_of(right[0], right[1])
        and all(after.right_of(before) for before, after in zip(left, right, strict=True))
    )

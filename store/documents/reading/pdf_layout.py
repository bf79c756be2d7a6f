"""A PDF page read by its layout alone: lines become blocks, and blocks are read by rows or by columns as they stand.

Used only where the file's own order makes no sense, as on slides, whose boxes lie in the order they were made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from statistics import median

from store.documents.reading.pdf_blocks import LABEL, PROSE, Block, apart, has_digit
from store.documents.reading.pdf_pieces import Piece
from store.documents.reading.pdf_text import is_item_mark

_GUTTER = 4.0
_HEAD = 1.15


@dataclass(frozen=True, eq=False)
class _Box:
    """A block and where it stands."""

    lines: Block

    @cached_property
    def left(self) -> float:
        return min(piece.left for piece in self.lines)

    @cached_property
    def right(self) -> float:
        return max(piece.right for piece in self.lines)

    @cached_property
    def top(self) -> float:
        return min(piece.top for piece in self.lines)

    @cached_property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.lines)

    @property
    def size(self) -> float:
        return self.lines[0].size


def laid_out(found: list[Piece], rows: list[Block]) -> list[Block]:
    """The page's blocks from top to bottom and left to right; `rows` are blocks already made of some of the pieces."""
    done = {id(piece) for row in rows for piece in row}
    built = _built([piece for piece in found if id(piece) not in done])
    return _side_by_side([box.lines for box in _sorted([_Box(block) for block in [*rows, *built]])])


def _built(found: list[Piece]) -> list[Block]:
    """Each line added to the block that it goes on directly beneath, or beside its bullet."""
    blocks: list[Block] = []
    for marked in sorted(_with_marks(found), key=lambda pieces: (pieces[0].base, pieces[0].left)):
        homes = [block for block in blocks if _belongs(marked[0], block)]
        if homes:
            max(homes, key=lambda block: block[-1].base).extend(marked)
        else:
            blocks.append(marked)
    return blocks


def _with_marks(found: list[Piece]) -> list[Block]:
    """Each piece, with the small raised mark of a footnote after it."""
    groups: list[Block] = []
    for piece in found:
        last = groups[-1][-1] if groups else None
        if last and piece.right_of(last) and piece.size < 0.8 * last.size and piece.left - last.right < 0.5 * last.row:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _belongs(piece: Piece, block: Block) -> bool:
    last = block[-1]
    if is_item_mark(last) and piece.right_of(last):
        return piece.left - last.right < 4 * piece.row
    below = piece.base - last.base > 0.5 * min(piece.row, last.row)
    overlapping = min(piece.right, last.right) > max(piece.left, last.left)
    return below and overlapping and not apart(last, piece) and any(_in_line(one, piece) for one in (block[0], last))


def _in_line(one: Piece, other: Piece) -> bool:
    middles = (one.left + one.right - other.left - other.right) / 2
    return min(abs(one.left - other.left), abs(one.right - other.right), abs(middles)) < 1.5 * other.row


def _sorted(boxes: list[_Box]) -> list[_Box]:
    """By columns where the widest gap divides texts that do not stand in rows, else by rows."""
    if len(boxes) < 2:
        return boxes
    bands = _bands(boxes)
    if len(bands) > 1 and _heads(bands[0]):
        return [*_by_left(bands[0]), *_sorted([box for band in bands[1:] for box in band])]
    if len(bands) > 1 and _is_foot(bands[-1], boxes):
        return [*_sorted([box for band in bands[:-1] for box in band]), *_by_left(bands[-1])]
    if _has_column_heads(bands):
        return [box for column in _under_heads(bands) for box in column]
    sections = _sections(bands)
    if len(sections) > 1:
        return [box for section in sections for box in _sorted(section)]
    sides = _sides(boxes)
    if sides and (len(bands) == 1 or not _in_rows(*sides)):
        return [*_sorted(sides[0]), *_sorted(sides[1])]
    if len(bands) > 1:
        return [box for band in bands for box in _sorted(band)]
    return sorted(boxes, key=lambda box: (box.top, box.left))


def _by_left(boxes: list[_Box]) -> list[_Box]:
    return sorted(boxes, key=lambda box: box.left)


def _bands(boxes: list[_Box]) -> list[list[_Box]]:
    """The boxes from top to bottom, cut wherever nothing stands on a whole line."""
    bands: list[list[_Box]] = []
    lowest = 0.0
    for box in sorted(boxes, key=lambda item: item.top):
        if bands and box.top < lowest:
            bands[-1].append(box)
            lowest = max(lowest, box.bottom)
        else:
            bands.append([box])
            lowest = box.bottom
    return bands


def _sections(bands: list[list[_Box]]) -> list[list[_Box]]:
    """The bands, those together that one gap from top to bottom divides: columns between lines that cross them."""
    sections: list[list[_Box]] = []
    for band in bands:
        if sections and _sides([*sections[-1], *band]):
            sections[-1] = [*sections[-1], *band]
        else:
            sections.append(band)
    columns = [(section, _sides(section)) for section in sections]
    return [
        part for section, sides in columns for part in ([section] if sides and _beside(*sides) else _bands(section))
    ]


def _heads(band: list[_Box]) -> bool:
    """Whether the band is one heading over all that follows, perhaps with a word beside it."""
    return sum(box.lines[0].level > 0 for box in band) == 1 and all(len(box.lines) == 1 for box in band)


def _is_foot(band: list[_Box], boxes: list[_Box]) -> bool:
    """Whether the band only numbers the page or is smaller than nearly everything: a footer."""
    small = 0.75 * median(box.size for box in boxes)
    return all(len(box.lines) == 1 and (box.lines[0].text.isdigit() or box.size < small) for box in band)


def _has_column_heads(bands: list[list[_Box]]) -> bool:
    """Whether the uppermost boxes, more than one, are set larger than what stands beneath."""
    below = [box.size for band in bands[1:] for box in band]
    return bool(below) and len(bands[0]) > 1 and min(box.size for box in bands[0]) >= _HEAD * max(below)


def _under_heads(bands: list[list[_Box]]) -> list[list[_Box]]:
    """Each of the uppermost boxes with those beneath whose middle lies right of its edge and left of the next one's."""
    columns: list[list[_Box]] = []
    heads = _by_left(bands[0])
    edges = [*(head.left for head in heads[1:]), float("inf")]
    rest = [box for band in bands[1:] for box in band]
    for head, edge in zip(heads, edges, strict=True):
        own = [box for box in rest if (box.left + box.right) / 2 < edge]
        rest = [box for box in rest if box not in own]
        columns.append([head, *_sorted(own)])
    return columns


def _sides(boxes: list[_Box]) -> tuple[list[_Box], list[_Box]] | None:
    """The boxes left and right of the widest gap from top to bottom."""
    widest, cut, reach = _GUTTER, 0.0, 0.0
    for box in _by_left(boxes):
        if reach and box.left - reach > widest:
            widest, cut = box.left - reach, box.left
        reach = max(reach, box.right)
    if not cut:
        return None
    return [box for box in boxes if box.left < cut], [box for box in boxes if box.left >= cut]


def _beside(left: list[_Box], right: list[_Box]) -> bool:
    """Whether both stand side by side, and not the one above the other, as a letter's date above its text."""
    tops = [min(box.top for box in side) for side in (left, right)]
    bottoms = [max(box.bottom for box in side) for side in (left, right)]
    return max(tops) < min(bottoms)


def _in_rows(left: list[_Box], right: list[_Box]) -> bool:
    """Whether most boxes of the side that has fewer begin on the line on which one of the other side begins."""
    if _is_prose(left) and _is_prose(right):
        return False
    few, many = sorted((left, right), key=len)
    bases = [box.lines[0].base for box in many]
    level = sum(any(abs(box.lines[0].base - base) < 0.5 * box.lines[0].row for base in bases) for box in few)
    return level > 0.6 * len(few)


def _is_prose(boxes: list[_Box]) -> bool:
    lengths = [len(piece.text) for box in boxes for piece in box.lines]
    return len(lengths) >= 5 and median(lengths) >= PROSE


def _side_by_side(blocks: list[Block]) -> list[Block]:
    """The blocks, cells of a row, a label and its value, a figure and its caption beside it as one."""
    result: list[Block] = []
    for block in blocks:
        if result and _one_row(result[-1], block):
            result[-1] = [*result[-1], *block]
        else:
            result.append(block)
    return result


def _one_row(row: Block, block: Block) -> bool:
    last, first = row[-1], block[0]
    if row[0].level or first.level or not first.right_of(last) or not last.beside(row[0]):
        return False
    alike = max(row[0].size, first.size) <= 1.2 * min(row[0].size, first.size)
    if has_digit(last) and last.size > 1.3 * first.size:
        return True
    return alike and (_is_line(block) or (_is_line(row) and len(last.text) <= LABEL))


def _is_line(block: Block) -> bool:
    return all(piece.beside(block[0]) for piece in block)

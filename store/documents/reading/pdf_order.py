"""From characters to lines in the order a person reads them.

The file's own order is kept wherever it makes sense, because producers of PDFs mostly write in reading order. It is
overruled in two cases only: columns drawn row by row, and lines drawn bottom to top.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from store.documents.reading.pdf_visibility import Glyph

CELL = " | "
"""Between two pieces of one line that a wide gap divides: cells of a table, a label and its value."""

_GAP_EMS = 2.2
_LESSER_GAP_EMS = 1.1
_PROSE = 28


@dataclass(frozen=True)
class Piece:
    """A run of visible text on one line without a wide gap; points of the displayed page, y downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    joined: bool = False
    """The piece ends in a hyphen that breaks a word; the next piece follows without a line end."""

    def beside(self, other: Piece) -> bool:
        """Whether both stand on the same line: half of the lower one's height overlaps."""
        overlap = min(self.bottom, other.bottom) - max(self.top, other.top)
        return overlap > 0.5 * min(self.bottom - self.top, other.bottom - other.top)


def upright(characters: list[Glyph]) -> list[Glyph]:
    """The characters as they would stand if the page were turned so that most of its text runs from left to right."""
    across = down = sideways = 0.0
    for before, after in pairwise(characters):
        if before.owner and before.owner == after.owner:
            step = (after.left + after.right - before.left - before.right) / 2
            across += step
            sideways += abs(step)
            down += (after.top + after.bottom - before.top - before.bottom) / 2
    if abs(down) > 2 * sideways and down > 0:
        return [_turned(item, item.top, -item.right, item.bottom, -item.left) for item in characters]
    if abs(down) > 2 * sideways:
        return [_turned(item, -item.bottom, item.left, -item.top, item.right) for item in characters]
    if across < -0.8 * sideways and not any("\u0590" <= item.text <= "\u08ff" for item in characters):
        return [_turned(item, -item.right, -item.bottom, -item.left, -item.top) for item in characters]
    return characters


def _turned(glyph: Glyph, left: float, top: float, right: float, bottom: float) -> Glyph:
    return replace(glyph, left=left, top=top, right=right, bottom=bottom)


def pieces(characters: list[Glyph]) -> list[Piece]:
    """The visible characters cut at line ends and at wide gaps."""
    stops = _tab_stops(characters)
    found: list[Piece] = []
    run: list[Glyph] = []

    def close(*, joined: bool = False) -> None:
        piece = _piece(run, joined=joined)
        if piece:
            found.append(piece)
        run.clear()

    for glyph in characters:
        if glyph.text in "\r\n":
            close()
        elif glyph.hidden:
            continue
        else:
            if run and _ends_cell(run, glyph, stops):
                close()
            run.append(glyph)
            if glyph.hyphen:
                close(joined=True)
    close()
    return found


def _ends_cell(run: list[Glyph], glyph: Glyph, stops: frozenset[int]) -> bool:
    """Whether a new cell begins at `glyph`: after a wide gap, or after a lesser one at a place where cells begin."""
    last = next((item for item in reversed(run) if not item.text.isspace()), None)
    if last is None or glyph.text.isspace():
        return False
    gap = _gap_ems(last, glyph)
    if gap > _GAP_EMS or gap < -3:
        return True
    return gap > _LESSER_GAP_EMS and any(round(glyph.left) + near in stops for near in (-1, 0, 1))


def _gap_ems(last: Glyph, glyph: Glyph) -> float:
    """The gap on one line in heights of the taller glyph; 0 when both stand on different lines."""
    height = max(last.bottom - last.top, glyph.bottom - glyph.top, 0.7 * glyph.size, 4.0)
    if min(last.bottom, glyph.bottom) - max(last.top, glyph.top) <= -0.3 * height:
        return 0.0
    return (glyph.left - last.right) / height if glyph.left >= last.right else (glyph.right - last.left) / height


def _tab_stops(characters: list[Glyph]) -> frozenset[int]:
    """The left edges, in whole points, at which three or more lines go on after a gap: a table's columns."""
    edges: Counter[int] = Counter()
    last: Glyph | None = None
    for glyph in characters:
        if glyph.text in "\r\n":
            last = None
        elif not glyph.text.isspace() and not glyph.hidden:
            if last is not None and last.owner != glyph.owner and _gap_ems(last, glyph) > _LESSER_GAP_EMS:
                edges[round(glyph.left)] += 1
            last = glyph
    return frozenset(edge for edge in edges if edges[edge - 1] + edges[edge] + edges[edge + 1] >= 3)


def _piece(run: list[Glyph], *, joined: bool) -> Piece | None:
    text = "".join(glyph.text for glyph in run).replace("\u00a0", " ").strip()
    shapes = [glyph for glyph in run if not glyph.text.isspace()]
    if not text or not shapes:
        return None
    tall = max((0.7 * glyph.size for glyph in shapes), default=0.0)
    bottom = max(glyph.bottom for glyph in shapes)
    return Piece(
        text,
        min(glyph.left for glyph in shapes),
        min(min(glyph.top for glyph in shapes), bottom - min(tall, 200.0)),
        max(glyph.right for glyph in shapes),
        bottom,
        joined,
    )


def ordered(found: list[Piece]) -> list[Piece]:
    """The pieces in reading order; see the module's docstring for when the file's order is overruled."""
    gutter = _gutter(found)
    if gutter is not None and _alternations(found, gutter) > 3:
        return _by_columns(found, gutter)
    jumps = sum(after.bottom < before.top for before, after in pairwise(found))
    if jumps >= 0.5 * len(found) > 0.5:
        return sorted(found, key=lambda piece: (round(piece.bottom), piece.left))
    return found


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
    return median(len(piece.text) for piece in side) >= _PROSE


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


def as_text(found: list[Piece]) -> str:
    """One line a line; pieces of one line are divided by `CELL`, paragraphs by an empty line, broken words whole."""
    parts: list[str] = []
    for index, piece in enumerate(found):
        if index:
            before = found[index - 1]
            if before.joined and not piece.beside(before) and _broken_word(before.text, piece.text):
                parts[-1] = parts[-1].removesuffix("-")
            parts.append(_between(before, piece))
        parts.append(piece.text)
    return "".join(parts)


def _broken_word(before: str, after: str) -> bool:
    """Whether the hyphen at a line's end only breaks a word: not in "two-day", "high-end" or "2026-03"."""
    first = re.search(r"([^\W\d_]+)-$", before)
    second = re.match(r"[^\W\d_]+", after)
    if not first or not second or not second.group()[0].islower():
        return False
    return len(first.group(1)) >= 3 and first.group(1).lower() not in _COMPOUNDS


def _between(before: Piece, after: Piece) -> str:
    if before.joined:
        return ""
    if after.left >= before.right and after.beside(before):
        return " " if before.text in _BULLETS or re.fullmatch(r"\d{1,2}[.)]|[a-z][.)]", before.text) else CELL
    height = max(before.bottom - before.top, after.bottom - after.top)
    gap = after.top - before.bottom
    return "\n\n" if gap > 0.9 * height or gap < -2.0 * height else "\n"


_BULLETS = frozenset("•◦▪‣·–-*○●■□➢✓✔")
_COMPOUNDS = frozenset(
    "one two three four five six seven eight nine ten half full high low long short well self cross multi non pre post"
    " semi all anti ein zwei drei vier halb deux trois demi twee drie half två tre halv follow voice behind end"
    " call stop time day week month year wide close slow fast work cut out add tie on off up down in brand"
    " social pro".split()
)

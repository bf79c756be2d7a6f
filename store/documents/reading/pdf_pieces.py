"""From characters to pieces: runs of words on one line, turned upright and cut where a wide gap begins a new cell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median

from store.documents.reading.pdf_visibility import Glyph

_GAP_EMS = 2.2
_LESSER_GAP_EMS = 1.1
_OFF_LINE = 0.3
_SPACED_OUT = 4


@dataclass(frozen=True)
class Piece:
    """A run of visible text on one line without a wide gap; points of the displayed page, y downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    """Where most of its letters stand: neither tails nor commas move it."""
    size: float
    """Of the type, in points."""
    joined: bool = False
    """The piece ends in a hyphen that breaks a word; the next piece follows without a line end."""
    level: int = 0
    """Of a heading: 1 for the document's title, 2 for any other, 0 for all that is none."""
    bold: bool = False
    """All of its words are set in bold type."""

    @property
    def row(self) -> float:
        """The least distance from line to line that this type can have."""
        return max(self.size, self.bottom - self.top)

    def beside(self, other: Piece) -> bool:
        """Whether both stand on the same line: half of the lower one's height overlaps."""
        overlap = min(self.bottom, other.bottom) - max(self.top, other.top)
        return overlap > 0.5 * min(self.bottom - self.top, other.bottom - other.top)

    def right_of(self, other: Piece) -> bool:
        """Whether this stands on the same line after `other`."""
        return self.left >= other.right and self.beside(other)


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
    """The visible characters cut at wide gaps and line ends, those too that pdfium overlooks beneath short words."""
    stops = _tab_stops(characters)
    found: list[Piece] = []
    run: list[Glyph] = []

    top, bottom = inf, -inf

    def close(*, joined: bool = False) -> None:
        nonlocal top, bottom
        piece = _piece(run, joined=joined)
        if piece:
            found.append(piece)
        run.clear()
        top, bottom = inf, -inf

    for glyph in characters:
        if glyph.text in "\r\n":
            close()
        elif glyph.hidden:
            continue
        else:
            off_line = glyph.top > bottom + _OFF_LINE * glyph.size or glyph.bottom < top - _OFF_LINE * glyph.size
            if run and (_ends_cell(run, glyph, stops) or (off_line and not glyph.text.isspace())):
                close()
            run.append(glyph)
            if not glyph.text.isspace():
                top, bottom = min(top, glyph.top), max(bottom, glyph.bottom)
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
    shapes = [glyph for glyph in run if not glyph.text.isspace()]
    text = _closed_up(run, shapes)
    if not text or not shapes:
        return None
    size = median(glyph.size for glyph in shapes)
    bottom = max(glyph.bottom for glyph in shapes)
    tall = max(0.7 * glyph.size for glyph in shapes)
    return Piece(
        text,
        min(glyph.left for glyph in shapes),
        min(min(glyph.top for glyph in shapes), bottom - min(tall, 200.0)),
        max(glyph.right for glyph in shapes),
        bottom,
        median(glyph.bottom for glyph in shapes),
        size,
        joined,
        bold=all(glyph.bold for glyph in shapes),
    )


def _closed_up(run: list[Glyph], shapes: list[Glyph]) -> str:
    """The words of the run; letters spaced out to look grand ("N O R T H") are one word up to the next wider gap."""
    text = "".join(glyph.text for glyph in run).replace("\u00a0", " ").strip()
    if len(shapes) < _SPACED_OUT or not re.fullmatch(r"(?:[^\W\d_] +)+[^\W\d_]", text):
        return text
    gaps = [after.left - before.right for before, after in pairwise(shapes)]
    wide = 1.6 * median(gaps)
    return shapes[0].text + "".join(
        f" {glyph.text}" if gap > wide else glyph.text for gap, glyph in zip(gaps, shapes[1:], strict=True)
    )

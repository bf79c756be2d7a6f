"""A PDF page drawn with its text and without, and the ink that the difference shows. Runs in the worker.

Where text objects overlap, ink in a box does not tell whose it is; such objects are drawn apart, in a few layers.
"""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import sub

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels, y downwards; not rounded, not clipped."""

CONTRAST = 16
"""Least change of a colour channel (0–255) that counts as ink: #EFEFEF on white is below what people notice."""

_PIXELS = 3_000_000
_FORM_DEPTH = 8
_LAYERS = 6
_CELL = 6


@dataclass(frozen=True)
class Picture:
    """A page drawn as blue, green, red bytes, rows of `stride` bytes."""

    pixels: bytes
    width: int
    height: int
    stride: int

    def row(self, number: int, left: int, right: int) -> bytes:
        """The bytes of pixels `[left, right)` in a row."""
        start = number * self.stride
        return self.pixels[start + 3 * left : start + 3 * right]


@dataclass
class Sight:
    """A page as people see it: `full` with all text, `bare` without; `apart` holds overlapping objects' own."""

    page: pdfium.PdfPage
    scale: float
    full: Picture
    bare: Picture
    objects: dict[int, object]
    matrix: tuple[float, float, float, float, float, float]
    apart: dict[int, Picture] = field(default_factory=dict)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box in page space as pixels."""
        a, b, c, d, e, f = self.matrix
        if b == c == 0 and a > 0 > d:  # an upright page, nearly every time
            return a * left + e, d * top + f, a * right + e, d * bottom + f
        xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
        ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
        return min(xs), min(ys), max(xs), max(ys)

    def outside(self, box: Box) -> bool:
        """Whether the box lies off the page entirely."""
        return box[2] <= 0 or box[3] <= 0 or box[0] >= self.full.width or box[1] >= self.full.height

    def inked(self, box: Box, owner: int, *, inset: int) -> bool:
        """Whether the text object `owner` leaves a visible trace in the box, `inset` pixels away from its edges."""
        picture = self.apart.get(owner, self.full)
        left, top = max(0, math.floor(box[0]) + inset), max(0, math.floor(box[1]) + inset)
        right = min(picture.width, max(math.ceil(box[2]), math.floor(box[0]) + 1) - inset)
        bottom = min(picture.height, max(math.ceil(box[3]), math.floor(box[1]) + 1) - inset)
        if right <= left:
            return False
        for number in range(top, bottom):
            drawn, without = picture.row(number, left, right), self.bare.row(number, left, right)
            if drawn != without:
                changes = list(map(sub, drawn, without))
                if max(changes) >= CONTRAST or min(changes) <= -CONTRAST:
                    return True
        return False

    def marked(self, box: Box) -> bool:
        """Whether the page without its text shows marks in the box, as a scanned word does."""
        left, top = max(0, int(box[0])), max(0, int(box[1]))
        right, bottom = min(self.full.width, int(box[2]) + 1), min(self.full.height, int(box[3]) + 1)
        lines = [line for number in range(top, bottom) if (line := self.bare.row(number, left, right))]
        return bool(lines) and max(map(max, lines)) - min(map(min, lines)) > 60

    def draw_apart(self, boxes: Iterable[tuple[int, Box]]) -> None:
        """Draw text objects whose characters overlap another's each in a layer where nothing overlaps it."""
        layers = _layers(_conflicts(list(boxes)))
        for members in layers:
            _switch(self.objects, members, active=True)
            picture = _draw(self.page, self.scale)
            _switch(self.objects, members, active=False)
            self.apart.update(dict.fromkeys(members, picture))


def look(page: pdfium.PdfPage) -> Sight:
    """Draw the page with and without its text. Annotations are drawn in both: they too can cover words."""
    width, height = page.get_size()
    scale = min(1.5, (_PIXELS / max(1.0, width * height)) ** 0.5)
    full = _draw(page, scale)
    objects = {address(item): item for item in _text_objects(page)}
    _switch(objects, objects, active=False)
    return Sight(page, scale, full, _draw(page, scale), objects, _to_pixels(page, full))


def address(item: object) -> int:
    """What tells a text object from the others; 0 for none."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _switch(objects: dict[int, object], members: Iterable[int], *, active: bool) -> None:
    for member in members:
        if member in objects:
            raw.FPDFPageObj_SetIsActive(objects[member], active)


def _draw(page: pdfium.PdfPage, scale: float) -> Picture:
    bitmap = page.render(scale=scale, force_bitmap_format=raw.FPDFBitmap_BGR, may_draw_forms=True)
    picture = Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    bitmap.close()
    return picture


def _text_objects(page: pdfium.PdfPage) -> Iterator[object]:
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield from _texts_in(raw.FPDFPage_GetObject(page, index), _FORM_DEPTH)


def _texts_in(item: object, depth: int) -> Iterator[object]:
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        yield item
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _texts_in(raw.FPDFFormObj_GetObject(item, index), depth - 1)


def _to_pixels(page: pdfium.PdfPage, drawn: Picture) -> tuple[float, float, float, float, float, float]:
    """The affine map from page space (crop box and rotation included) to pixels, from where three points land."""
    fine = 1000
    x, y = ctypes.c_int(), ctypes.c_int()

    def land(px: float, py: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page, 0, 0, drawn.width * fine, drawn.height * fine, 0, px, py, x, y)
        return x.value / fine, y.value / fine

    origin, along, up = land(0, 0), land(100, 0), land(0, 100)
    return (
        (along[0] - origin[0]) / 100,
        (along[1] - origin[1]) / 100,
        (up[0] - origin[0]) / 100,
        (up[1] - origin[1]) / 100,
        *origin,
    )


def _conflicts(boxes: list[tuple[int, Box]]) -> dict[int, set[int]]:
    """Which objects have a character whose middle lies in a character of another."""
    middles: dict[tuple[int, int], set[int]] = defaultdict(set)
    for owner, (left, top, right, bottom) in boxes:
        middles[int((left + right) / 2 / _CELL), int((top + bottom) / 2 / _CELL)].add(owner)
    found: dict[int, set[int]] = defaultdict(set)
    for owner, (left, top, right, bottom) in boxes:
        x, y = int((left + right) / 2 / _CELL), int((top + bottom) / 2 / _CELL)
        across = range(min(x, math.ceil(left / _CELL)), max(x + 1, min(math.floor(right / _CELL), x + 60)))
        down = range(min(y, math.ceil(top / _CELL)), max(y + 1, min(math.floor(bottom / _CELL), y + 60)))
        for column in across:
            for row in down:
                owners = middles.get((column, row))
                if owners is None or owners == {owner}:
                    continue
                for other in owners - {owner}:
                    found[owner].add(other)
                    found[other].add(owner)
    return found


def _layers(conflicts: dict[int, set[int]]) -> list[set[int]]:
    """Objects in as few layers as simply found, no two of a layer in conflict; beyond the last, the rest share one."""
    layers: list[set[int]] = []
    for owner, others in conflicts.items():
        free = next((layer for layer in layers if not layer & others), None)
        if free is not None:
            free.add(owner)
        elif len(layers) < _LAYERS:
            layers.append({owner})
        else:
            layers[-1].add(owner)
    return layers

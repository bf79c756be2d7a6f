"""Which characters of a PDF page a person would see, found by looking: the page is drawn with and without its text.

Invariant: a character counts as visible only where taking the text away changes the drawn page inside its box.
One rule so covers white on white, render mode 3, covered, clipped, transparent, off-page and switched-off layers,
whatever trick made them so; the reason reported is a guess made afterwards, for people.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

CONTRAST = 16
"""Least change of a colour channel (0–255) that counts as ink: #EFEFEF on white is below what people notice."""

TINY_POINTS = 2.0
"""Smaller effective sizes (points on the page) cannot be read without a magnifier."""

_PIXELS = 3_000_000
_FORM_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character; the box is in points of the displayed page, y downwards. `hidden` is a reason, or None."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    generated: bool
    hyphen: bool
    hidden: str | None


@dataclass(frozen=True)
class _Picture:
    """A page drawn as blue, green, red bytes, rows of `stride` bytes."""

    pixels: bytes
    width: int
    height: int
    stride: int


@dataclass(frozen=True)
class Sight:
    """The page drawn with its text and without, and the map from page space to pixels."""

    full: _Picture
    bare: _Picture
    scale: float
    matrix: tuple[float, float, float, float, float, float]

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A page-space box as left, top, right, bottom in pixels (not rounded, not clipped)."""
        a, b, c, d, e, f = self.matrix
        xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
        ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
        return min(xs), min(ys), max(xs), max(ys)

    def inked(self, box: tuple[float, float, float, float]) -> bool:
        """Whether the text leaves a visible trace in the pixel box."""
        left, top = max(0, int(box[0]) - 1), max(0, int(box[1]) - 1)
        right, bottom = min(self.full.width, int(box[2]) + 2), min(self.full.height, int(box[3]) + 2)
        if right <= left:
            return False
        for row in range(top, bottom):
            start, end = row * self.full.stride + 3 * left, row * self.full.stride + 3 * right
            with_text, without = self.full.pixels[start:end], self.bare.pixels[start:end]
            if with_text != without and max(map(_distance, with_text, without)) >= CONTRAST:
                return True
        return False

    def outside(self, box: tuple[float, float, float, float]) -> bool:
        """Whether the pixel box lies off the page entirely."""
        return box[2] <= 0 or box[3] <= 0 or box[0] >= self.full.width or box[1] >= self.full.height

    def picture_contrast(self, box: tuple[float, float, float, float]) -> bool:
        """Whether the page without its text shows marks in the pixel box, as a scanned word does."""
        left, top = max(0, int(box[0])), max(0, int(box[1]))
        right, bottom = min(self.full.width, int(box[2]) + 1), min(self.full.height, int(box[3]) + 1)
        low, high = 255, 0
        for row in range(top, bottom):
            start = row * self.bare.stride
            line = self.bare.pixels[start + 3 * left : start + 3 * right]
            if line:
                low, high = min(low, *line), max(high, *line)
        return high - low > 60


def _distance(one: int, other: int) -> int:
    return abs(one - other)


def look(page: pdfium.PdfPage) -> Sight:
    """Draw the page with and without its text. Annotations are drawn in both: they too can cover words."""
    width, height = page.get_size()
    scale = min(1.5, (_PIXELS / max(1.0, width * height)) ** 0.5)
    full = _draw(page, scale)
    for item in _text_objects(page):
        raw.FPDFPageObj_SetIsActive(item, False)
    return Sight(full, _draw(page, scale), scale, _to_pixels(page, full))


def _draw(page: pdfium.PdfPage, scale: float) -> _Picture:
    bitmap = page.render(scale=scale, force_bitmap_format=raw.FPDFBitmap_BGR, may_draw_forms=True)
    picture = _Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
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


def _to_pixels(page: pdfium.PdfPage, drawn: _Picture) -> tuple[float, float, float, float, float, float]:
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
        origin[0],
        origin[1],
    )


def glyphs(page: pdfium.PdfPage, limit: int) -> tuple[list[Glyph], Sight]:
    """The page's characters in the order the file draws them, at most `limit`, each seen or with why not."""
    text_page = page.get_textpage()
    sight = look(page)
    numbers = [ctypes.c_double() for _ in range(4)]
    found = [_glyph(text_page, index, sight, numbers) for index in range(min(limit, text_page.count_chars()))]
    text_page.close()
    return found, sight


def _glyph(text_page: pdfium.PdfTextPage, index: int, sight: Sight, numbers: list[ctypes.c_double]) -> Glyph:
    code = raw.FPDFText_GetUnicode(text_page, index)
    hyphen = raw.FPDFText_IsHyphen(text_page, index) == 1
    text = "-" if hyphen else _character(code)
    left, right, bottom, top = numbers
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    box = sight.box(left.value, bottom.value, right.value, top.value)
    size = _size(text_page, index)
    generated = raw.FPDFText_IsGenerated(text_page, index) == 1
    hidden = None
    if not generated and not text.isspace():
        hidden = _reason(text_page, index, sight, box, size)
    scale = sight.scale
    return Glyph(text, box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale, size, generated, hyphen, hidden)


def _character(code: int) -> str:
    """The character, with what cannot be text replaced: unmapped glyphs are U+FFFD, controls become blanks."""
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    if code in (9, 10, 13) or code >= 32:
        return chr(code)
    return " "


def _size(text_page: pdfium.PdfTextPage, index: int) -> float:
    """The font's effective size in points: the nominal one scaled by the text matrix."""
    matrix = raw.FS_MATRIX()
    nominal = float(raw.FPDFText_GetFontSize(text_page, index))
    if not raw.FPDFText_GetMatrix(text_page, index, matrix):
        return nominal
    return nominal * math.hypot(matrix.c, matrix.d)


def _reason(
    text_page: pdfium.PdfTextPage, index: int, sight: Sight, box: tuple[float, float, float, float], size: float
) -> str | None:
    if 0 < size < TINY_POINTS:
        return "tiny"
    if sight.outside(box):
        return "off_page"
    if sight.inked(box):
        return None
    if box[2] - box[0] < 0.01 and box[3] - box[1] < 0.01:
        return None  # a glyph without a shape has nothing to see and says nothing
    return _why_unseen(text_page, index)


def _why_unseen(text_page: pdfium.PdfTextPage, index: int) -> str:
    item = raw.FPDFText_GetTextObject(text_page, index)
    if item and raw.FPDFTextObj_GetTextRenderMode(item) in (
        raw.FPDF_TEXTRENDERMODE_INVISIBLE,
        raw.FPDF_TEXTRENDERMODE_CLIP,
    ):
        return "invisible"
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if raw.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha):
        if alpha.value < CONTRAST:
            return "transparent"
        if min(red.value, green.value, blue.value) > 255 - CONTRAST:
            return "white"
    return "covered"

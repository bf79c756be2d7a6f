"""Which characters of a PDF page a person would see, found by looking: the page is drawn with and without its text.

Invariant: a character counts as visible only where taking its text away changes the drawn page inside its box.
One rule so covers white on white, render mode 3, covered, clipped, transparent, off-page and switched-off layers,
whatever trick made them so; the reason reported is a guess made afterwards, for people.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from store.documents.reading.pdf_sight import CONTRAST, Box, Sight, address, look

TINY_POINTS = 2.0
"""Smaller effective sizes (points on the page) cannot be read without a magnifier."""

_AT_THE_EDGE = "edge"
_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
"""PDF 32000-1, table 123: the flag of a font that is to be drawn bold. Weights are not asked for: few files say any."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character; the box is in points of the displayed page, y downwards. `hidden` is a reason, or None.

    `owner` is the text object that draws it, 0 for blanks and line ends that the layout implies (`generated`).
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    owner: int
    generated: bool
    hyphen: bool
    hidden: str | None
    bold: bool = False


def glyphs(page: pdfium.PdfPage, limit: int) -> tuple[list[Glyph], Sight]:
    """The page's characters in the order the file draws them, at most `limit`, each seen or with why not."""
    text_page = page.get_textpage()
    sight = look(page)
    numbers = [ctypes.c_double() for _ in range(4)]
    boxes = [_box(text_page, index, sight, numbers) for index in range(min(limit, text_page.count_chars()))]
    sight.draw_apart((owner, box) for owner, box in boxes if owner)
    bold: dict[int, bool] = {0: False}
    for index, (owner, _) in enumerate(boxes):
        if owner not in bold:
            bold[owner] = _is_bold(text_page, index)
    found = [_glyph(text_page, index, owner, box, sight, bold[owner]) for index, (owner, box) in enumerate(boxes)]
    text_page.close()
    return _settled(found), sight


def _is_bold(text_page: pdfium.PdfTextPage, index: int) -> bool:
    """Whether character `index` is set in bold type, as the name of its font says, or a flag."""
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
    return bool(flags.value & _FORCED_BOLD) or _BOLD.search(name.value.decode("latin-1")) is not None


def _box(text_page: pdfium.PdfTextPage, index: int, sight: Sight, numbers: list[ctypes.c_double]) -> tuple[int, Box]:
    """The object that draws character `index`, and the character's box in pixels."""
    left, right, bottom, top = numbers
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    generated = raw.FPDFText_IsGenerated(text_page, index) == 1
    owner = 0 if generated else address(raw.FPDFText_GetTextObject(text_page, index))
    return owner, sight.box(left.value, bottom.value, right.value, top.value)


def _glyph(text_page: pdfium.PdfTextPage, index: int, owner: int, box: Box, sight: Sight, bold: bool) -> Glyph:
    hyphen = raw.FPDFText_IsHyphen(text_page, index) == 1
    text = "-" if hyphen else _character(raw.FPDFText_GetUnicode(text_page, index))
    generated = raw.FPDFText_IsGenerated(text_page, index) == 1
    size = _size(text_page, index)
    hidden = None if generated or text.isspace() else _reason(text_page, index, owner, box, size, sight)
    left, top, right, bottom = (side / sight.scale for side in box)
    return Glyph(text, left, top, right, bottom, size, owner, generated, hyphen, hidden, bold)


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


def _reason(text_page: pdfium.PdfTextPage, index: int, owner: int, box: Box, size: float, sight: Sight) -> str | None:
    """Why the character is not seen; None when it is; at the edge, when only its box's rim shows ink."""
    if 0 < size < TINY_POINTS:
        return "tiny"
    if sight.outside(box):
        return "off_page"
    roomy = box[2] - box[0] >= 4 and box[3] - box[1] >= 4
    if roomy and sight.inked(box, owner, inset=1):
        return None
    if not sight.inked(box, owner, inset=0):
        return _why_unseen(text_page, index)
    return _AT_THE_EDGE if roomy else None


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


def _settled(found: list[Glyph]) -> list[Glyph]:
    """Ink at the rim of a box may be a neighbour's: such a character is as visible as its object's last certain one."""
    certain: dict[int, str | None] = {}
    for glyph in reversed(found):
        if glyph.owner and glyph.hidden != _AT_THE_EDGE and not glyph.text.isspace():
            certain[glyph.owner] = glyph.hidden
    settled: list[Glyph] = []
    for glyph in found:
        if glyph.hidden == _AT_THE_EDGE:
            settled.append(replace(glyph, hidden=certain.get(glyph.owner)))
            continue
        if glyph.owner and not glyph.text.isspace():
            certain[glyph.owner] = glyph.hidden
        settled.append(glyph)
    return settled

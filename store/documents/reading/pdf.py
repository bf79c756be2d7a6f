"""PDF to visible text. Runs in the worker: pdfium draws and reads the pages, pypdf is loaded only for what needs it."""

from __future__ import annotations

import time
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from store.documents.reading.findings import Findings, Refused
from store.documents.reading.pdf_headings import Leaf, with_headings
from store.documents.reading.pdf_margins import without_repeats
from store.documents.reading.pdf_order import ordered
from store.documents.reading.pdf_pieces import pieces, upright
from store.documents.reading.pdf_sight import Sight
from store.documents.reading.pdf_text import as_text, runs_on
from store.documents.reading.pdf_visibility import Glyph, glyphs
from store.documents.reading.types import ReadLimits

_PASSWORD_NEEDED = 4


def read_pdf(content: bytes, limits: ReadLimits) -> Findings:
    """The visible text of the first `limits.pages` pages, form values and notes labelled, files attached.

    Refused with encrypted_document, unreadable_document, scan_without_text, only_hidden_text or no_text.
    """
    started = time.monotonic()
    document = _open(content)
    found = Findings()
    pictures = 0
    left = limits.text_chars
    leaves: list[Leaf] = []
    for index in range(min(len(document), limits.pages)):
        leaf, shows_picture = _page(document, index, left, found)
        leaves.append(leaf)
        pictures += shows_picture
        left -= sum(len(piece.text) + 1 for piece in leaf.pieces)
        if left <= 0:
            found.warn("text_cut", f"The text was cut at {limits.text_chars:,} characters.")
            break
        # Better the first pages of a long document than the refusal that the time limit would bring.
        if time.process_time() > 0.6 * limits.cpu_seconds or time.monotonic() - started > 0.6 * limits.wall_seconds:
            break
    if len(document) > len(leaves):
        found.warn("pages_cut", f"Only the first {len(leaves)} of {len(document)} pages were read.")
    texts = [as_text(ordered(leaf.pieces)) for leaf in without_repeats(with_headings(leaves))]
    _extras(document, content, texts, found, limits)
    _join(texts, found)
    if not found.text.strip():
        raise Refused("scan_without_text" if pictures else "only_hidden_text" if found.hidden else "no_text")
    return found


def _open(content: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(content)
        if len(document) == 0:
            raise Refused("unreadable_document")
        return document
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_NEEDED or "password" in str(error).lower()
        raise Refused("encrypted_document" if locked else "unreadable_document") from None


def _page(document: pdfium.PdfDocument, index: int, limit: int, found: Findings) -> tuple[Leaf, bool]:
    """The page's visible pieces, and whether it shows a picture; what is hidden goes to `found`."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        found.warn("unreadable_part", f"Page {index + 1} is damaged and was left out.")
        return Leaf([], 0.0, 0.0), False
    pictured = _has_picture(page)
    characters, sight = glyphs(page, limit)
    if pictured and _scanned_words(characters, sight):
        characters = [replace(glyph, hidden=None) for glyph in characters]
        found.warn(
            "text_layer_of_scan",
            f"Page {index + 1} is a scan; its words come from text recognition. Compare figures with the picture.",
        )
    _report_hidden(characters, index + 1, found)
    return Leaf(pieces(upright(characters)), *page.get_size()), pictured


def _has_picture(page: pdfium.PdfPage) -> bool:
    """Whether an image or drawing stands on the page."""
    count = raw.FPDFPage_CountObjects(page)
    kinds = {raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index)) for index in range(min(count, 500))}
    return bool(kinds & {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_PATH})


def _scanned_words(characters: list[Glyph], sight: Sight) -> bool:
    """Whether the invisible text is what recognition found in a scanned page.

    Only on a page that shows no text of its own, and where nearly every invisible character lies on marks of the
    picture, as recognised words do and smuggled ones do not.
    """
    shapes = [glyph for glyph in characters if not glyph.generated and not glyph.text.isspace()]
    if len(shapes) < 20 or any(glyph.hidden != "invisible" for glyph in shapes):
        return False
    scale = sight.scale
    marked = sum(
        sight.marked((glyph.left * scale, glyph.top * scale, glyph.right * scale, glyph.bottom * scale))
        for glyph in shapes
    )
    return marked > 0.9 * len(shapes)


def _report_hidden(characters: list[Glyph], page: int, found: Findings) -> None:
    """Hidden characters as runs with one reason each; blanks inside a run belong to it."""
    run: list[str] = []
    reason: str | None = None
    for glyph in characters:
        if glyph.hidden and glyph.hidden != reason:
            if reason:
                found.hide("".join(run), reason, page)
            run, reason = [], glyph.hidden
        elif reason and not glyph.hidden and not glyph.text.isspace():
            found.hide("".join(run), reason, page)
            run, reason = [], None
        if reason:
            run.append(" " if glyph.text in "\r\n" else glyph.text)
    if reason:
        found.hide("".join(run), reason, page)


def _extras(
    document: pdfium.PdfDocument, content: bytes, texts: list[str], found: Findings, limits: ReadLimits
) -> None:
    """Form values, notes and attached files. pypdf costs 0.3 s to load, so only for documents that have any."""
    notes = any(_annotated(document, index) for index in range(len(texts)))
    if not notes and document.get_formtype() == raw.FORMTYPE_NONE and document.count_attachments() == 0:
        return
    from store.documents.reading.pdf_extras import add_extras

    add_extras(content, texts, found, limits)


def _annotated(document: pdfium.PdfDocument, index: int) -> bool:
    """Whether page `index` carries anything but links."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return False
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, number)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_UNKNOWN):
            return True
    return False


def _join(texts: list[str], found: Findings) -> None:
    """The pages' texts as one; an empty line between two, except where a sentence goes on."""
    for number, text in enumerate(texts, 1):
        if number > 1:
            found.text += "\n" if runs_on(found.text, text) else "\n\n"
        found.pages.append((number, len(found.text), len(found.text) + len(text)))
        found.text += text

"""Documents made for the tests: PDFs with text no reader sees, Word files with hidden runs, archives that explode."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import docx
from docx.shared import Pt, RGBColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def pdf(*draw_pages: Callable[[Canvas], None]) -> bytes:
    """A PDF with one A4 page a function; each starts in black 11 point Helvetica."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for draw in draw_pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(*texts: str) -> Callable[[Canvas], None]:
    """A page of plain lines."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(60, 780 - 16 * number, text)

    return draw


def raw_pdf(content: bytes, *, filters: bytes = b"", resources: bytes = b"", catalog: bytes = b"") -> bytes:
    """A one-page PDF around a content stream as given, for what no library would write."""
    font = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources << "
        + font
        + resources
        + b" >> >>",
        b"<< /Length %d %s >>\nstream\n" % (len(content), filters) + content + b"\nendstream",
        b"<< /Type /OCG /Name (Layer) >>",
    ]
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n" % count
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, len(out))
    )


def bomb(size: int, *, rounds: int, fill: bytes = b" ") -> bytes:
    """`size` bytes of `fill` deflated `rounds` times."""
    squeeze = zlib.compressobj(9)
    block = fill * (2**20 // len(fill))
    data = b"".join(squeeze.compress(block) for _ in range(size >> 20)) + squeeze.flush()
    for _ in range(rounds - 1):
        data = zlib.compress(data, 9)
    return data


def zip_with(**entries: bytes) -> bytes:
    """An archive; `__` in a name stands for a slash and a final `_xml` for the suffix."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


def word(build: Callable[[docx.document.Document], None]) -> bytes:
    """A Word file filled by `build`."""
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word_with_hidden_runs(document: docx.document.Document) -> None:
    """Two visible sentences with a hidden, a white and a one-point run between them."""
    paragraph = document.add_paragraph("Two films. ")
    paragraph.add_run("VANISHED").font.hidden = True
    paragraph.add_run("WHITENED").font.color.rgb = RGBColor(255, 255, 255)
    paragraph.add_run("SHRUNKEN").font.size = Pt(1)
    paragraph.add_run("One teaser.")

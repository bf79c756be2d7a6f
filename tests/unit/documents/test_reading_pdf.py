"""A PDF is read as a person sees it: what no one sees is reported and left out."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from store.documents.reading import ReadText, read_document
from store.kernel.errors import Invalid
from tests.unit.documents.pages import bomb, lines, pdf, raw_pdf

PUBLIC = Path(__file__).resolve().parents[4] / "shared" / "data" / "pdf"
needs_public = pytest.mark.skipif(not PUBLIC.is_dir(), reason="needs the public PDFs in ../shared/data/pdf")


def refusal(content: bytes, name: str = "brief.pdf") -> Invalid:
    with pytest.raises(Invalid) as caught:
        read_document(content, name)
    return caught.value


def hidden(read: ReadText) -> dict[str, str]:
    return {item.text: item.reason for item in read.hidden}


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(60, 700, "SECRET")


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.99, 0.99, 0.98)
    canvas.drawString(60, 700, "SECRET")


def same_as_background(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0.4)
    canvas.rect(50, 690, 300, 30, fill=1, stroke=0)
    canvas.drawString(60, 700, "SECRET")


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(60, 700, "SECRET")


def tiny_by_scaling(canvas: Canvas) -> None:
    canvas.translate(60, 700)
    canvas.scale(0.05, 0.05)
    canvas.drawString(0, 0, "SECRET")


def off_page(canvas: Canvas) -> None:
    canvas.drawString(-400, 700, "SECRET")


def covered_by_a_box(canvas: Canvas) -> None:
    canvas.drawString(60, 700, "SECRET")
    canvas.setFillColorRGB(0.9, 0.9, 0.2)
    canvas.rect(50, 690, 200, 30, fill=1, stroke=0)


def covered_by_a_picture(canvas: Canvas) -> None:
    canvas.drawString(60, 700, "SECRET")
    canvas.drawImage(noise(), 50, 690, 200, 30)


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(60, 700)
    text.setTextRenderMode(3)
    text.textOut("SECRET")
    canvas.drawText(text)


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0.01)
    canvas.drawString(60, 700, "SECRET")


def clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 20, 20)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(60, 700, "SECRET")


def inside_a_form(canvas: Canvas) -> None:
    canvas.beginForm("form")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(60, 700, "SECRET")
    canvas.endForm()
    canvas.doForm("form")


def noise() -> ImageReader:
    """A picture with strong contrast everywhere."""
    header = b"P5 256 256 255\n"
    return ImageReader(io.BytesIO(header + bytes((x * y * 37) % 256 for y in range(256) for x in range(256))))


@pytest.mark.parametrize(
    ("trick", "reason"),
    [
        (white, "white"),
        (nearly_white, "white"),
        (same_as_background, "covered"),
        (tiny, "tiny"),
        (tiny_by_scaling, "tiny"),
        (off_page, "off_page"),
        (covered_by_a_box, "covered"),
        (covered_by_a_picture, "covered"),
        (invisible, "invisible"),
        (transparent, "transparent"),
        (clipped, "covered"),
        (inside_a_form, "white"),
    ],
)
def test_text_no_reader_sees_is_left_out_and_reported(trick: Callable[[Canvas], None], reason: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 780, "Two films of 30 seconds.")
        canvas.saveState()
        trick(canvas)
        canvas.restoreState()
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 640, "Budget 40k.")

    read = read_document(pdf(page), "brief.pdf")
    assert read.text.split("\n\n") == ["Two films of 30 seconds.", "Budget 40k."]
    assert hidden(read) == {"SECRET": reason}
    assert read.hidden[0].page == 1


def under_visible_words(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(60, 700, "SECRET SECRET")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(60, 700, "Visible words")


def over_visible_words(canvas: Canvas) -> None:
    canvas.drawString(60, 700, "Visible words")
    text = canvas.beginText(60, 700)
    text.setTextRenderMode(3)
    text.textOut("SECRET SECRET")
    canvas.drawText(text)


def beside_visible_words(canvas: Canvas) -> None:
    canvas.drawString(60, 700, "Visible")
    canvas.drawString(60 + canvas.stringWidth("Visible", "Helvetica", 11), 700, " words")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(60 + canvas.stringWidth("Visible words", "Helvetica", 11), 700, "SECRET")


def boxed_under_visible_words(canvas: Canvas) -> None:
    canvas.drawString(60, 700, "SECRET SECRET")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(50, 690, 200, 24, fill=1, stroke=0)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(60, 700, "Visible words")


@pytest.mark.parametrize(
    "trick", [under_visible_words, over_visible_words, beside_visible_words, boxed_under_visible_words]
)
def test_visible_words_on_top_or_beside_lend_hidden_ones_no_ink(trick: Callable[[Canvas], None]) -> None:
    read = read_document(pdf(trick), "brief.pdf")
    assert "SECRET" not in read.text
    assert "SECRET" in " ".join(item.text for item in read.hidden)
    assert "".join(read.text.split()) == "Visiblewords"


def test_a_scan_with_recognised_words_is_read_with_a_warning() -> None:
    words = "Two films of thirty seconds each"

    def page(canvas: Canvas) -> None:
        canvas.drawImage(noise(), 0, 0, 595, 842)
        text = canvas.beginText(60, 700)
        text.setTextRenderMode(3)
        text.textOut(words)
        canvas.drawText(text)

    read = read_document(pdf(page), "scan.pdf")
    assert read.text == words
    assert [warning.code for warning in read.warnings] == ["text_layer_of_scan"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_is_read_like_an_upright_one(angle: int) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines("Two films.", "Budget 40k.")))))
    writer.pages[0].rotate(angle)
    buffer = io.BytesIO()
    writer.write(buffer)
    read = read_document(buffer.getvalue(), "brief.pdf")
    assert read.text.split("\n") == (["Two films.", "Budget 40k."])
    assert read.hidden == ()


def test_what_lies_outside_a_cropped_page_is_hidden() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines("Two films.", *[""] * 20, "SECRET")))))
    writer.pages[0].cropbox = RectangleObject((0, 700, 595, 842))
    buffer = io.BytesIO()
    writer.write(buffer)
    read = read_document(buffer.getvalue(), "brief.pdf")
    assert read.text == "Two films."
    assert hidden(read) == {"SECRET": "off_page"}


def test_text_in_a_layer_that_is_switched_off_is_left_out() -> None:
    content = b"BT /F1 12 Tf 50 350 Td (Two films.) Tj ET /OC /MC0 BDC BT /F1 12 Tf 50 300 Td (SECRET) Tj ET EMC"
    read = read_document(
        raw_pdf(
            content,
            resources=b" /Properties << /MC0 5 0 R >>",
            catalog=b"/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>",
        ),
        "brief.pdf",
    )
    assert read.text == "Two films."
    assert list(hidden(read)) == ["SECRET"]


def test_light_grey_white_on_dark_and_small_print_are_visible() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.78, 0.78, 0.78)
        canvas.drawString(60, 780, "Light grey note")
        canvas.setFillColorRGB(0, 0, 0.4)
        canvas.rect(50, 745, 300, 24, fill=1, stroke=0)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(60, 752, "White on blue")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica", 5)
        canvas.drawString(60, 730, "Small print")

    read = read_document(pdf(page), "brief.pdf")
    assert read.text.split() == ["Light", "grey", "note", "White", "on", "blue", "Small", "print"]
    assert read.hidden == ()


def test_every_page_knows_its_characters() -> None:
    read = read_document(pdf(lines("First page"), lines("Second page")), "brief.pdf")
    assert [read.text[page.start : page.end] for page in read.pages] == ["First page", "Second page"]
    assert read.page_at(read.text.index("Second")) == 2


def test_cells_of_a_row_stay_on_one_line() -> None:
    def page(canvas: Canvas) -> None:
        for row, (label, value) in enumerate([("Budget", "40 000 EUR"), ("Shoot days", "3")]):
            canvas.drawString(60, 780 - 20 * row, label)
            canvas.drawString(300, 780 - 20 * row, value)

    read = read_document(pdf(page), "brief.pdf")
    assert [line for line in read.text.splitlines() if line] == ["Budget | 40 000 EUR", "Shoot days | 3"]


def test_the_cells_of_a_table_are_divided_even_where_a_long_one_leaves_little_room() -> None:
    rows = [("Client", "Alpine Dairy", "1"), ("Project title", "Hay Milk", "2"), ("Communication goal", "Sell", "3")]

    def page(canvas: Canvas) -> None:
        for number, cells in enumerate(rows):
            for x, cell in zip((60, 172, 300), cells, strict=True):
                canvas.drawString(x, 780 - 20 * number, cell)
        left = 172 - canvas.stringWidth("Communication goal", "Helvetica", 11) - 60
        assert 9 < left < 17

    assert read_document(pdf(page), "x.pdf").text.split("\n") == [" | ".join(cells) for cells in rows]


def test_words_broken_at_a_line_end_are_whole_again_and_compounds_keep_their_hyphen() -> None:
    read = read_document(pdf(lines("We plan a film produc-", "tion with a two-", "day shoot.")), "brief.pdf")
    assert "a film production with a two-day shoot." in read.text


def test_columns_that_were_drawn_row_by_row_are_read_one_after_the_other() -> None:
    left = [f"Left column line number {number} with its words" for number in range(8)]
    right = [f"Right column line number {number} with its words" for number in range(8)]

    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for row, (one, other) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(50, 780 - 12 * row, one)
            canvas.drawString(320, 780 - 12 * row, other)

    assert read_document(pdf(page), "brief.pdf").text.split("\n") == [*left, "", *right]


def test_an_encrypted_pdf_is_refused_with_what_to_ask_for() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines("Two films.")))))
    writer.encrypt("secret")
    buffer = io.BytesIO()
    writer.write(buffer)
    error = refusal(buffer.getvalue())
    assert error.code == "encrypted_document"
    assert "without a password" in error.message


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines("Two films.")))))
    writer.encrypt("", owner_password="owner")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert read_document(buffer.getvalue(), "brief.pdf").text == "Two films."


def test_a_scan_is_refused_with_what_to_ask_for() -> None:
    error = refusal(pdf(lambda canvas: canvas.drawImage(noise(), 0, 0, 595, 842)))
    assert error.code == "scan_without_text"
    assert "scan" in error.message


def test_a_pdf_with_nothing_but_hidden_text_is_refused_as_such() -> None:
    assert refusal(pdf(white)).code == "only_hidden_text"


def test_notes_and_filled_fields_are_read_with_a_label() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 780, "Budget:")
        canvas.acroForm.textfield(name="budget", value="40 000 EUR", x=120, y=775, width=120, height=16)

    read = read_document(pdf(page), "form.pdf")
    assert read.text.startswith("Budget:")
    assert "[Field budget: 40 000 EUR]" in read.text


def test_a_file_attached_to_a_pdf_comes_with_its_bytes() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines("See attachment.")))))
    writer.add_attachment("rates.csv", b"day,1000")
    buffer = io.BytesIO()
    writer.write(buffer)
    (attachment,) = read_document(buffer.getvalue(), "brief.pdf").attachments
    assert (attachment.name, attachment.content) == ("rates.csv", b"day,1000")


@pytest.mark.parametrize(("size", "fill"), [(2**30, b" "), (2**28, b"q ")])
def test_a_decompression_bomb_ends_as_a_refusal_within_seconds(size: int, fill: bytes) -> None:
    content = raw_pdf(bomb(size, rounds=2, fill=fill), filters=b"/Filter [/FlateDecode /FlateDecode]")
    assert len(content) < 4096
    start = time.monotonic()
    assert refusal(content).code in ("document_bomb", "reading_timed_out", "no_text")
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("kept", [20, 200, 900])
def test_a_truncated_pdf_is_refused_or_read_but_never_crashes(kept: int) -> None:
    content = pdf(lines("Two films."))[:kept]
    assert refusal(content).code in ("unreadable_document", "no_text")


@needs_public
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("002-trivial-libre-office-writer.pdf", "Lorem ipsum dolor sit amet"),
        ("minimal-document.pdf", "Lorem ipsum dolor sit amet"),
        ("google-doc-document.pdf", "Although practicality beats purity."),
        ("multicolumn.pdf", "Czech Republic | 10.7 | 78,866 | Prague | Czech"),
        ("pdfkit.pdf", "Foo: bar"),
        ("pdflatex-image.pdf", "1 Your Chapter"),
        ("habibi-rotated.pdf", "habibi"),
        ("libreoffice-form.pdf", "[Field First Name: Alice]"),
        ("annotated_pdf.pdf", "[Note: This is a text annotation.]"),
        ("with-attachment.pdf", "Lorem ipsum"),
    ],
)
def test_pdfs_of_many_producers_are_read_and_nothing_in_them_is_taken_for_hidden(name: str, words: str) -> None:
    read = read_document((PUBLIC / name).read_bytes(), name)
    assert words in read.text
    assert read.hidden == ()


@needs_public
def test_the_public_encrypted_and_scanned_pdfs_are_refused() -> None:
    assert refusal((PUBLIC / "libreoffice-writer-password.pdf").read_bytes()).code == "encrypted_document"
    assert refusal((PUBLIC / "imagemagick-images.pdf").read_bytes()).code == "scan_without_text"


@needs_public
def test_a_file_attached_by_another_producer_is_found() -> None:
    (attachment,) = read_document((PUBLIC / "with-attachment.pdf").read_bytes(), "x.pdf").attachments
    assert attachment.name == "image.png"
    assert attachment.content.startswith(b"\x89PNG")

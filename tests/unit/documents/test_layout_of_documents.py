"""The text of a PDF or Word file says what a person sees in its layout: headings, fields, tables, boxes, columns."""

from __future__ import annotations

from collections.abc import Callable

import docx
import pytest
from docx.shared import Pt
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from store.documents.reading import ReadText, read_document
from tests.unit.documents.pages import lines, pdf, word

Line = tuple[float, float, float, str]
"""Left, distance from the page's top, size, words."""


def drawn(*page: Line, slide: bool = False) -> Callable[[Canvas], None]:
    """A page of lines in just this order."""

    def draw(canvas: Canvas) -> None:
        width, height = landscape(A4) if slide else A4
        canvas.setPageSize((width, height))
        for left, down, size, words in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, height - down, words)

    return draw


def read(*pages: Callable[[Canvas], None]) -> ReadText:
    return read_document(pdf(*pages), "brief.pdf")


def paragraph(left: float, top: float, *, count: int = 6) -> list[Line]:
    return [
        (left, top + 13 * number, 10, f"The orchard sends its apples down line {number} of the valley")
        for number in range(count)
    ]


def test_large_lines_of_a_pdf_are_headings_and_the_largest_is_its_title() -> None:
    page = drawn(
        (60, 80, 26, "Apples of the Long"), (60, 110, 26, "Valley"), (60, 150, 14, "What we need"), *paragraph(60, 175)
    )
    assert read(page).text.split("\n\n")[:2] == ["# Apples of the Long Valley", "## What we need"]


def test_a_number_before_a_heading_belongs_to_it_and_a_sentence_or_figure_set_large_is_none() -> None:
    page = drawn(
        (60, 60, 20, "The Mill"), *paragraph(60, 80, count=9),
        (60, 250, 14, "2.1"), (110, 250, 14, "Scope"), *paragraph(60, 275),
        (60, 400, 14, "They are ripe in May."), (60, 440, 40, "12 t"), *paragraph(60, 470),
    )  # fmt: skip
    assert [line for line in read(page).text.split("\n") if line.startswith("#")] == ["# The Mill", "## 2.1 Scope"]


def test_a_slide_has_one_heading_however_much_of_it_is_large() -> None:
    slide = drawn(
        (60, 240, 30, "Orchard"), (400, 240, 30, "Mill"), (60, 80, 32, "Where we film"), (60, 300, 16, "by the bridge"),
        (60, 330, 16, "one day in each place, with the same crew"), (60, 350, 16, "and a spare day for rain"),
        slide=True,
    )  # fmt: skip
    assert [line for line in read(slide).text.split("\n") if line.startswith("#")] == ["# Where we film"]


def test_spaced_out_letters_are_words() -> None:
    assert read(lines("N O R T H    M I L L", "Plan B or C")).text == "NORTH MILL\nPlan B or C"


def test_labels_drawn_before_all_their_values_stand_beside_them() -> None:
    labels = [(60.0, 100.0 + 40 * number, 10.0, label) for number, label in enumerate(("Where", "When", "Paid by"))]
    values = [
        (200, 100, 10, "In the orchard"), (200, 140, 10, "On 3 May 2027, or on the first day"),
        (200, 153, 10, "without rain"), (200, 180, 10, "The mill"),
    ]  # fmt: skip
    rows = ["Where | In the orchard", "When | On 3 May 2027, or on the first day\nwithout rain", "Paid by | The mill"]
    assert read(drawn(*labels, *values)).text.split("\n\n") == rows
    assert read(drawn(*values, *labels)).text.split("\n\n") == rows


def test_a_narrow_column_beside_text_that_runs_on_is_read_by_itself() -> None:
    side = [(60.0, 100.0 + 13 * number, 10.0, f"Fact {number}") for number in range(4)]
    text = read(drawn(*side, *paragraph(200, 100))).text
    assert text.startswith("Fact 0\nFact 1\nFact 2\nFact 3\n\nThe orchard")


def test_small_labels_stay_with_the_value_beneath_them_and_fields_apart() -> None:
    fields = [(60.0, "PLACE", "The old mill"), (250.0, "DAYS", "2"), (400.0, "PAID BY", "The orchard")]
    page = [
        line
        for row in (100, 135)
        for left, label, value in fields
        for line in ((left, row, 6, label), (left, row + 15, 10, value))
    ]
    assert read(drawn(*page)).text.split("\n\n") == [f"{label}\n{value}" for _, label, value in fields] * 2


def test_a_table_drawn_column_by_column_with_small_heads_is_read_by_rows() -> None:
    columns = [
        (60.0, "ITEM", ("Main film", "Clip")),
        (250.0, "PIECES", ("1", "4")),
        (400.0, "LENGTH", ("60 s", "15 s")),
    ]
    page = [
        line
        for left, head, cells in columns
        for line in ((left, 100, 6, head), (left, 114, 10, cells[0]), (left, 127, 10, cells[1]))
    ]
    assert read(drawn(*page)).text.split("\n") == ["ITEM | PIECES | LENGTH", "Main film | 1 | 60 s", "Clip | 4 | 15 s"]


def test_a_cell_of_two_lines_does_not_part_its_row() -> None:
    page = drawn(
        (60, 100, 10, "10"), (120, 100, 10, "Main film"), (120, 113, 10, "with subtitles"), (300, 100, 10, "60 s"),
        (60, 135, 10, "20"), (120, 135, 10, "Clip"), (300, 135, 10, "15 s"),
    )  # fmt: skip
    assert read(page).text.split("\n") == ["10 | Main film with subtitles | 60 s", "20 | Clip | 15 s"]


def test_boxes_of_a_slide_drawn_in_any_order_are_read_as_they_stand() -> None:
    slide = drawn(
        (780, 560, 9, "3"),
        (400, 215, 16, "Delivery"), (400, 195, 20, "23 Apr"),
        (60, 80, 34, "When"),
        (60, 195, 20, "11 Jan"), (60, 215, 16, "Start"),
        slide=True,
    )  # fmt: skip
    assert read(slide).text.split("\n\n") == ["# When", "11 Jan\nStart", "23 Apr\nDelivery", "3"]


def test_columns_of_a_slide_that_do_not_stand_in_rows_are_read_one_after_the_other() -> None:
    slide = drawn(
        (450, 330, 16, "France"), (60, 280, 16, "Paid in May"), (450, 215, 16, "Web"), (60, 190, 16, "40 000 euros"),
        slide=True,
    )  # fmt: skip
    assert read(slide).text.split("\n\n") == ["40 000 euros", "Paid in May", "Web", "France"]


def test_heads_and_feet_of_pages_are_said_once_and_a_sentence_goes_on_over_the_page() -> None:
    def page(number: int, words: str) -> Callable[[Canvas], None]:
        return drawn((60, 40, 8, "Orchard Ltd"), (60, 100, 10, words), (300, 810, 8, f"Page {number} of 2"))

    result = read(page(1, "We need two films of the"), page(2, "harvest by May."))
    assert result.text == "Orchard Ltd\n\nWe need two films of the\nharvest by May.\n\nPage 2 of 2"
    assert [result.page_at(result.text.index(words)) for words in ("Orchard", "harvest", "Page")] == [1, 2, 2]


def test_short_syllables_before_a_line_end_are_joined() -> None:
    assert "both species live" in read(lines("We show that both spe-", "cies live here.")).text
    assert "keine Art der Arten" in read(lines("Es ist keine Art der Ar-", "ten von dort.")).text


def test_titles_and_headings_of_a_word_file_carry_marks() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_heading("Apples", 0)
        document.add_paragraph("A film", style="Subtitle")
        document.add_heading("What we need", 2)
        document.add_paragraph("One film.")
        document.add_table(1, 1).rows[0].cells[0].paragraphs[0].style = "Heading 1"
        document.tables[0].rows[0].cells[0].paragraphs[0].add_run("Cell")

    text = read_document(word(build), "brief.docx").text
    assert [line for line in text.split("\n") if line] == [
        "# Apples",
        "## A film",
        "## What we need",
        "One film.",
        "Cell",
    ]


def test_columns_and_tables_stay_whole_on_a_page_whose_foot_is_drawn_first() -> None:
    table = [
        (left, top, 10.0, cell)
        for top, cells in ((300.0, ("Film", "60 s")), (320.0, ("Clip", "15 s")))
        for left, cell in zip((60.0, 200.0), cells, strict=True)
    ]
    page = [(60, 700, 8, "The mill, since 1908"), *paragraph(60, 104, count=5), *paragraph(330, 100, count=5), *table]
    text = read(drawn((60, 720, 8, "foot"), *page)).text
    column = "\n".join(words for *_, words in paragraph(0, 0, count=5))
    assert text.split("\n\n") == [column, column, "Film | 60 s\nClip | 15 s", "The mill, since 1908", "foot"]


_SECTIONS = ("Where the apples grow", "What we need", "When it has to be ready")


def test_bold_lines_of_a_pdf_above_its_text_are_headings() -> None:
    def draw(canvas: Canvas) -> None:
        drawn((60, 60, 20, "The Mill"))(canvas)
        for top, words in zip((100, 240, 380), _SECTIONS, strict=True):
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(60, A4[1] - top, words)
            drawn(*paragraph(60, top + 14))(canvas)

    text = read(draw).text
    headings = ["# The Mill", *(f"## {words}" for words in _SECTIONS)]
    assert [line for line in text.split("\n") if line.startswith("#")] == headings


def test_a_bold_name_under_a_letter_and_bold_labels_of_a_form_are_no_headings() -> None:
    def draw(canvas: Canvas) -> None:
        drawn(*paragraph(60, 80), (60, 320, 10, "The old mill"), (60, 360, 10, "Two"), (60, 400, 10, "The orchard"))(
            canvas
        )
        canvas.setFont("Helvetica-Bold", 10)
        for top, words in ((200, "Rosa Penhale"), (306, "Place"), (346, "Days"), (386, "Paid by")):
            canvas.drawString(60, A4[1] - top, words)

    assert "#" not in read(draw).text


@pytest.mark.parametrize("bold", [True, False])
def test_unstyled_lines_of_a_word_file_are_headings_by_size_or_weight(bold: bool) -> None:
    def build(document: docx.document.Document) -> None:
        for words in ("Quiet", "Orchards"):
            document.add_paragraph().add_run(words).font.size = Pt(30)
        document.add_paragraph().add_run("One apple at a time.").font.size = Pt(16)
        for words in _SECTIONS:
            run = document.add_paragraph().add_run(words)
            run.bold = bold
            run.font.size = None if bold else Pt(15)
            document.add_paragraph("The orchard sends its apples down the valley in wooden boats.")
        document.add_paragraph().add_run("Rosa Penhale").bold = True

    lines = read_document(word(build), "brief.docx").text.split("\n")
    headings = [line for line in lines if line.startswith("#")]
    assert headings == ["# Quiet Orchards", *(f"## {words}" for words in _SECTIONS)]
    assert "One apple at a time." in lines


def test_what_a_tab_divides_at_the_head_of_a_word_file_stays_apart() -> None:
    def build(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].add_run("Orchard Ltd\t\tSlow Apples")
        document.add_paragraph("One film.")

    assert read_document(word(build), "brief.docx").text == "Orchard Ltd | Slow Apples\n\nOne film."

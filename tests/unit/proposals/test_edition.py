"""A proposal as a document: what it says, to whom, in any script and currency, and that nothing in it is ever run."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pypdf
import pypdfium2
import pytest

from store.kernel.errors import Invalid
from store.kernel.money import Money
from store.proposals.edition import Edition, filename, render_pages, render_pdf
from store.proposals.edition.data import Clause, OfferedAccount, PieceToMake, Recipient
from store.proposals.edition.figures import amount, percent, quantity, with_code
from store.proposals.edition.payload import payload
from store.proposals.edition.render import template
from store.typesetting.press import PrintJob, print_pdf
from tests.unit.proposals.editions import HOUSE, account, edition, inside, pages_of, priced, text_of

NAMES = {
    "Hebrew": "אולפני הצפון",
    "Japanese": "サントリー株式会社",
    "Chinese": "北京电影制片厂",
    "Korean": "삼성전자",
    "Thai": "บริษัท ภาพยนตร์ไทย",
    "Devanagari": "भारतीय चलचित्र निगम",
    "Cyrillic": "Северный свет",
    "Greek": "Ελληνικός Κινηματογράφος",
    "Vietnamese": "Việt Phim Đẹp",
    "Georgian": "ქართული ფილმი",
    "Tamil": "தமிழ் திரைப்படம்",
    "emoji": "Film 🎬 Friends",
}
HOSTILE = (
    '#read("/etc/passwd")',
    "$x^2$ and $ alone",
    "*bold* _it_ `code`",
    "a \\ b \\u{41} \\",
    "[ [[ ) } {{",
    "<label> @reference",
    "// no comment /* none */",
    '#import "main.typ": d',
    "{{ title }} ${title}",
)


def _shown(printed: Edition) -> str:
    """The text as PDFium reads it, which follows the alternatives that a shaped script comes with."""
    document = pypdfium2.PdfDocument(render_pdf(printed))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def _lines(texts: tuple[str, ...]) -> dict[str, object]:
    plain = account("51", len(texts))
    lines = tuple(replace(line, description=text) for line, text in zip(plain.lines, texts, strict=True))
    return priced(replace(plain, lines=lines))


def test_the_client_s_edition_says_what_is_offered() -> None:
    text = text_of(edition())
    for words in (
        "Winter Evenings commercial",
        "Prepared for".upper(),
        "Carla Brandt",
        "LUM-26-02",
        "8 Oct 2026",
        "4 Nov 2026",
        "Make people feel how light changes a room.",
        "3 days in Amsterdam.",
        "Cutdown",
        "Item 3 of 51",
        "29 Dec 2026 – 4 Jan 2027",
        "This proposal holds until 4 Nov 2026.",
        "The shoot has a large crew.",
        "Media spend and placement.",
        "Who is on camera?",
        "Signature",
        "Northlight Pictures B.V.",
        "NL 8555.00.148.B01",
    ):
        assert words in text, words


def test_only_the_house_reads_what_is_behind_it() -> None:
    own = inside(edition())
    behind = (
        "rate card CAM-10",
        "schedule.shoot",
        "three days on set",
        "Over the client's budget",
        "One shoot day less",
    )
    client, internal = text_of(edition()), text_of(own)
    assert [words for words in behind if words in client] == []
    assert [words for words in behind if words not in internal] == []
    assert "Internal" not in client
    assert all("Internal, do not send" in page for page in pages_of(own))


def test_the_printed_totals_are_the_stored_ones() -> None:
    printed = edition()
    text = text_of(printed)
    assert with_code(printed.price.total).replace("\xa0", " ") in text.replace("\xa0", " ")
    for money in (printed.price.subtotal, printed.price.contingency, *(a.total for a in printed.accounts)):
        assert amount(money) in text


def test_a_client_can_check_the_instalments_against_the_total_before_tax() -> None:
    price = edition().price
    net, tax = price.total, Money(231_002, "EUR")
    taxed = edition(price=replace(price, tax=tax, total=net + tax, tax_percent=Decimal(21)))
    text = " ".join(_shown(taxed).split())
    assert f"Total before tax {amount(net)} Tax 21 % {amount(tax)} Total including tax" in text.replace("\xa0", " ")


def test_lines_that_are_not_the_price_s_are_not_printed() -> None:
    price = edition().price
    with pytest.raises(Invalid) as refusal:
        edition(price=replace(price, subtotal=price.subtotal + Money(1, "EUR")))
    assert refusal.value.code == "does_not_add_up"


@pytest.mark.parametrize("script", NAMES)
def test_a_name_in_any_script_can_be_read_and_copied(script: str) -> None:
    name = NAMES[script]
    assert name in _shown(edition(recipient=Recipient(name, None, None, None)))


def test_an_arabic_name_keeps_its_letters() -> None:
    name = "شركة نور للسينما"
    text = _shown(edition(recipient=Recipient(name, None, None, None)))
    # PDFium gives the letters of a ligature in the order in which they are drawn.
    assert not Counter(name.replace(" ", "")) - Counter(text)


def test_what_no_typeface_has_is_marked_and_what_steers_the_line_is_gone() -> None:
    text = text_of(edition(title="Night\u202egnp.exe \x07Shift\ue000 𓀀"))
    assert "Nightgnp.exe Shift\ufffd \ufffd" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_proposal_is_read_as_typst(text: str) -> None:
    printed = edition(
        title=text,
        recipient=Recipient(text, text, text, None),
        house=replace(HOUSE, name=text, address=(text,)),
        pieces=(PieceToMake(1, text, 30, (text,)),),
        terms=(Clause(text, text),),
        assumptions=(text,),
        questions=(text,),
        **_lines((text, text)),
    )
    shown = text_of(printed)
    assert shown.count(" ".join(text.split())) >= 8
    assert "root:" not in shown


@pytest.mark.parametrize(
    ("currency", "written"), [("JPY", "JPY 1,234,567"), ("KWD", "KWD 1,234.567"), ("EUR", "EUR 12,345.67")]
)
def test_amounts_have_their_currency_s_minor_units(currency: str, written: str) -> None:
    assert with_code(Money(1_234_567, currency)).replace("\xa0", " ") == written
    plain = account("51", 1, currency=currency)
    money = Money(1_234_567, currency)
    line = replace(plain.lines[0], rate=money, total=money)
    one = OfferedAccount("51", "Camera", "Shoot", (line,), (), money)
    assert written.split()[1] in text_of(edition(**priced(one)))


def test_figures_are_written_as_in_a_bid() -> None:
    assert amount(Money(-123_456, "EUR")) == "\u22121,234.56"
    assert quantity(Decimal("12.50"), Decimal(1)) == "12.5"
    assert quantity(Decimal(1200), Decimal(3)) == "1,200 × 3"
    assert percent(Decimal("7.5000")) == "7.5\xa0%"
    assert percent(None) == ""


def test_four_hundred_lines_repeat_their_heads_and_keep_their_sums() -> None:
    groups = tuple(
        account(code, lines) for code, lines in (("51", 150), ("52", 1), ("53", 2), ("193", 200), ("277", 47))
    )
    pages = pages_of(edition(**priced(*groups)))
    detail = [page for page in pages if "Item " in page]
    assert sum(page.count("Item ") for page in detail) == 400
    assert len(detail) >= 8
    for page in detail:
        rows = page.splitlines()
        assert any("QUANTITY" in row and "RATE" in row for row in rows[:4]), rows[:4]
        first = next(number for number, row in enumerate(rows) if "Item " in row)
        assert rows[first - 1].startswith("Group ")
    # A sum never stands on a page without a line above it.
    assert all(page.index("Item ") < page.index("Total Group") for page in detail if "Total Group" in page)


def test_a_word_longer_than_its_column_stays_in_it() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    document = pypdfium2.PdfDocument(
        render_pdf(edition(title=word, questions=(word * 3,), terms=(Clause(word, word),), **_lines((word, word))))
    )
    margin = 24 / 25.4 * 72
    for page in document:
        text = page.get_textpage()
        right = max(text.get_charbox(at)[2] for at in range(text.count_chars()))
        assert right <= page.get_width() - margin + 1


def test_the_same_edition_gives_the_same_bytes() -> None:
    again = edition()
    jobs = [PrintJob(template(), payload(printed), printed.on) for printed in (edition(), again)]
    assert print_pdf(jobs[0]) == print_pdf(jobs[1]) == render_pdf(again)
    assert render_pdf(edition(title="Another")) != render_pdf(again)


def test_american_studios_print_on_letter_paper() -> None:
    sizes = {}
    for country in ("NL", "US", "CA"):
        printed = edition(house=replace(HOUSE, country=country))
        box = pypdf.PdfReader(io.BytesIO(render_pdf(printed))).pages[0].mediabox
        sizes[country] = (round(box.width), round(box.height))
    assert sizes == {"NL": (595, 842), "US": (612, 792), "CA": (612, 792)}


def test_a_page_for_the_screen_stands_for_each_of_the_pdf() -> None:
    pages = render_pages(edition())
    assert len(pages) == len(pages_of(edition()))
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_an_offer_without_brief_lines_or_schedule_is_printed_all_the_same() -> None:
    bare = edition(
        objective=None,
        approach=(),
        pieces=(),
        accounts=(),
        steps=(),
        terms=(),
        assumptions=(),
        exclusions=(),
        questions=(),
    )
    text = text_of(bare)
    assert "Investment" in text
    assert "Budget in detail" not in text


def test_a_file_is_named_for_what_it_is() -> None:
    assert filename(edition()) == "LUM-26-02-proposal-v2.pdf"
    assert filename(inside(edition(code="../é x"))) == "x-proposal-v2-internal.pdf"


def test_a_sum_is_never_alone_on_a_page_however_many_lines_it_has() -> None:
    for lines in range(36, 50):
        for page in pages_of(edition(**priced(account("51", lines)))):
            assert "Total Group 51" not in page or "Item " in page, lines

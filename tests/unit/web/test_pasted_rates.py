"""A price list comes as it is: every line is read exactly, or comes back with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.web.components.fields import Unreadable
from api.web.studio.rate_card.cells import read_rate, read_unit, split_lines
from api.web.studio.rate_card.pasted import Pasted, read_pasted
from store.budget.rate_card import RateCard, RateItem
from store.budget.rules import Unit
from store.kernel.errors import Invalid
from store.kernel.money import Money


def item(code: str, rate: str, *, description: str = "Gaffer", cost: str | None = None) -> RateItem:
    price = Money.of(rate, "EUR")
    return RateItem(
        code, code, "61", "Lighting", description, Unit.DAY, price, None if cost is None else Money.of(cost, "EUR")
    )


CARD = RateCard("rc", "Ours", "EUR", (item("LGT-01", "520", cost="400"), item("LGT-02", "400", description="Spark")))


def read(text: str) -> Pasted:
    ids = iter(range(1000))
    return read_pasted(text, CARD, lambda: f"new{next(ids)}")


def test_cells_copied_from_a_spreadsheet_change_what_is_there_and_add_what_is_new() -> None:
    pasted = read("LGT-01\tGaffer\tDay\t540\nLGT-09\tBalloon light\tWeek\t1,250.00\n")

    changed, new = pasted.rows
    assert (changed.item.rate, changed.before) == (Money.of("540", "EUR"), CARD.items[0])
    assert changed.item.cost == Money.of("400", "EUR"), "what is not pasted stays as it is"
    assert (new.before, new.item.unit, new.item.rate) == (None, Unit.WEEK, Money.of("1250", "EUR"))
    assert (new.item.department, new.item.account) == ("Lighting", "61"), (
        "it joins the items whose code is like its own"
    )
    assert pasted.wrong == ()


def test_a_header_says_which_column_is_which_in_whatever_order_and_language() -> None:
    pasted = read("Preis (EUR);Bezeichnung;Einheit;Artikel;Kosten\n540,50 €;Oberbeleuchter;Tag;LGT-01;410,-\n")

    (row,) = pasted.rows
    assert (row.item.rate, row.item.cost) == (Money.of("540.50", "EUR"), Money.of("410", "EUR"))
    assert row.item.description == "Oberbeleuchter"
    assert pasted.header is not None


def test_a_header_without_a_rate_is_refused_with_what_to_name() -> None:
    with pytest.raises(Invalid, match="no column for the rate"):
        read("Code\tDescription\tUnit\nLGT-01\tGaffer\tDay")


def test_nothing_pasted_is_refused_kindly() -> None:
    with pytest.raises(Invalid, match="nothing to read"):
        read(" \n\t\t\n")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("\tGaffer\tDay\t500", "no code"),
        ("LGT-01\tGaffer\tDay\t", "no rate"),
        ("LGT-01\tGaffer", "four columns"),
        ("LGT-01\tGaffer\thalf day\t500", "no unit"),
        ("LGT-01\tGaffer\tDay\tTBD", "no amount"),
        ("LGT-01\tGaffer\tDay\t500-600", "no amount|no plain|more than one way"),
        ("LGT-01\tGaffer\tDay\t$500", "not in EUR"),
        ("LGT-01\tGaffer\tDay\t500 GBP", "not in EUR"),
        ("LGT-01\tGaffer\tDay\t1.250", "more than one way"),
        ("LGT-01\tGaffer\tDay\t-500", "below zero"),
        ("ZZZ-01\tThing\tDay\t500", "Department and Account"),
        ("LGT-07\t\tDay\t500", "needs a description"),
        ("LGT-01\t" + "x" * 201 + "\tDay\t500", "more than 200"),
    ],
)
def test_a_line_that_cannot_be_read_comes_back_with_its_words_and_the_reason(line: str, why: str) -> None:
    import re

    pasted = read(f"LGT-02\tSpark\tDay\t410\n{line}")

    (wrong,) = pasted.wrong
    assert wrong.line == 2
    assert wrong.text == line
    assert re.search(why, wrong.why), wrong.why
    assert len(pasted.rows) == 1, "the good line is read all the same"
    assert pasted.left_over == line


def test_a_code_given_twice_is_taken_once_and_asked_about() -> None:
    pasted = read("LGT-01\tGaffer\tDay\t540\nlgt-01\tGaffer\tDay\t560")

    assert len(pasted.rows) == 1
    assert "line 1 already" in pasted.wrong[0].why


def test_a_line_of_one_word_is_the_department_of_the_new_codes_below_it() -> None:
    pasted = read("Code,Description,Unit,Rate,Account\nUnderwater,,,,\nUWT-01,Housing,day,300,193\n")

    assert pasted.headings == ("Underwater",)
    assert pasted.rows[0].item.department == "Underwater"


def test_what_is_already_so_changes_nothing() -> None:
    assert read("LGT-01\tGaffer\tday\t520.00").changing == ()


def test_a_quoted_cell_may_go_over_lines_and_an_inch_sign_is_no_quote() -> None:
    pasted = read('LGT-01\t"Gaffer\nwith kit"\tDay\t540\nLGT-02\t7" monitor\tDay\t90')

    assert [row.item.description for row in pasted.rows] == ["Gaffer with kit", '7" monitor']
    assert pasted.rows[1].line == 3


@pytest.mark.parametrize(
    ("words", "minor"),
    [
        ("650", 65_000),
        ("€ 1,250.00", 125_000),
        ("1.250,00 €", 125_000),
        ("EUR 1 250,5", 125_050),
        ("1'250", 125_000),
        ("650,-", 65_000),
        ("650.–", 65_000),
        ("\u00a0650\u00a0", 65_000),
        ("0", 0),
    ],
)
def test_amounts_as_studios_write_them(words: str, minor: int) -> None:
    assert read_rate(words, "EUR", what="rate") == Money(minor, "EUR")


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("per day", Unit.DAY),
        ("/Tag", Unit.DAY),
        ("Hrs.", Unit.HOUR),
        ("lump sum", Unit.FLAT),
        ("Allowance", Unit.ALLOW),
    ],
)
def test_units_as_studios_write_them(words: str, unit: Unit) -> None:
    assert read_unit(words) is unit


@given(st.text(max_size=300))
def test_no_text_whatever_is_lost_or_breaks_the_reading(text: str) -> None:
    try:
        pasted = read(text)
    except Invalid:
        return
    lines = split_lines(text)
    said = len(pasted.rows) + len(pasted.wrong) + len(pasted.headings) + (pasted.header is not None)
    assert said == len(lines)


@given(st.text(max_size=40))
def test_a_rate_is_an_amount_of_the_card_or_is_refused(words: str) -> None:
    try:
        money = read_rate(words, "EUR", what="rate")
    except Unreadable:
        return
    assert money.minor >= 0

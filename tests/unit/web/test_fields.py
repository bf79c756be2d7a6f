"""What is typed into a form is read exactly or refused; nothing is guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from api.web.components.fields import Amount, Check, Choice, Day, Number, Text, Unreadable, read_all, read_decimal


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1250", "1250"),
        ("1250.5", "1250.5"),
        ("1,250.50", "1250.50"),
        ("1,250", "1250"),
        ("1.250,50", "1250.50"),
        ("1 250,5", "1250.5"),
        ("12,5", "12.5"),
        ("1'250.00", "1250.00"),
        ("−40", "-40"),
        ("1,234,567", "1234567"),
        ("0,5", "0.5"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, read: str) -> None:
    assert read_decimal(typed, 2) == Decimal(read)


def test_a_number_that_begins_with_a_zero_is_in_no_groups() -> None:
    assert read_decimal("0,125", 4) == read_decimal("0.125", 4) == Decimal("0.125")
    with pytest.raises(Unreadable):
        read_decimal("0,125", 2)


@pytest.mark.parametrize("typed", ["1.250", "12.345", "1e3", "twelve", "1,25,0", "1.2.3", "NaN", "--1", "1,2345", "٣"])
def test_what_could_mean_two_things_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_decimal(typed, 2)


@pytest.mark.parametrize(("currency", "typed", "minor"), [("EUR", "12.5", 1250), ("JPY", "1,250", 1250)])
def test_money_becomes_minor_units_of_its_currency(currency: str, typed: str, minor: int) -> None:
    assert Amount("rate", "Rate", currency=currency).read(typed) == minor


def test_a_currency_without_decimals_takes_none() -> None:
    with pytest.raises(Unreadable):
        Amount("rate", "Rate", currency="JPY").read("12.5")


def test_what_stands_in_a_field_is_read_back_as_the_same() -> None:
    for field in (Amount("a", "A", currency="KWD", minor=1234567), Amount("b", "B", currency="JPY", minor=9)):
        assert field.read(field.initial) == field.minor
    assert Number("n", "N", value=Decimal("2.50")).read("2.50") == Decimal("2.5")
    assert Day("d", "D", value=date(2026, 3, 1)).read("2026-03-01") == date(2026, 3, 1)


def test_every_field_that_is_wrong_is_named_and_the_others_are_read() -> None:
    fields = (
        Text("name", "Name", required=True),
        Day("on", "On"),
        Choice("unit", "Unit", options=[("Day", "day")], required=True),
        Check("sure", "Sure"),
        Number("n", "N", least=Decimal(1)),
    )
    given, wrong = read_all(fields, {"name": "  ", "on": "tomorrow", "unit": "Week", "sure": "on", "n": "0"})
    assert set(wrong) == {"name", "on", "unit", "n"}
    assert given.checked("sure")

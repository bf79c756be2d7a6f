"""Instalments follow the price, to the minor unit, and other words stay."""

from __future__ import annotations

from store.kernel.money import Money
from store.proposals.payments import with_instalments_of


def split(text: str, minor: int) -> str:
    return with_instalments_of([{"title": "Payment", "text": text}], Money(minor, "EUR"))[0]["text"]


def test_every_share_is_worked_out_anew_and_the_parts_are_the_whole() -> None:
    old = "Within 14 days: 33.34 % (EUR 1.00) on agreement, 33.33 % (EUR 2.00) later, 33.33 % (EUR 3.00) on delivery."
    assert split(old, 1_000_01) == (
        "Within 14 days: 33.34 % (EUR 333.41) on agreement, 33.33 % (EUR 333.30) later, "
        "33.33 % (EUR 333.30) on delivery."
    )


def test_what_is_no_split_of_the_whole_stays() -> None:
    for text in ("50 % of the cost is due.", "A deposit of 30 % (EUR 900.00) is due.", "It costs EUR 12.00."):
        assert split(text, 5) == text

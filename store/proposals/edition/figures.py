"""Figures as they are printed: amounts by their currency's minor unit, with thousands apart, and quantities as written.

A column of amounts leaves the currency to its head; an amount that stands alone has its code.
"""

from __future__ import annotations

from decimal import Decimal

from store.kernel.money import Money, exponent
from store.proposals.wording import plain

_MINUS = "\u2212"  # as wide as a digit's plus; a hyphen would be too short


def amount(money: Money) -> str:
    """Return "45,000.00", in yen "45,000", in Kuwaiti dinar "45,000.000"."""
    text = f"{abs(money.amount):,.{exponent(money.currency)}f}"
    return f"{_MINUS}{text}" if money.minor < 0 else text


def with_code(money: Money) -> str:
    """Return "EUR 45,000.00"."""
    return f"{money.currency}\u00a0{amount(money)}"


def quantity(number: Decimal, multiplier: Decimal) -> str:
    """Return "2", or "2 × 3" for two of three each."""
    return grouped(number) if multiplier == 1 else f"{grouped(number)} × {grouped(multiplier)}"


def percent(number: Decimal | None) -> str:
    """Return "21 %", nothing where it is not known."""
    return "" if number is None else f"{plain(number)}\u00a0%"


def grouped(number: Decimal) -> str:
    whole, point, rest = plain(number).partition(".")
    return f"{int(whole):,}{point}{rest}"

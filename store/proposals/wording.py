"""How figures are written for people: 2, 0.5, "1 shoot day", "2.5 shoot days", "23 Dec 2026"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain(number: Decimal | int) -> str:
    """Return a number as one would write it, without trailing zeros or exponents."""
    return f"{Decimal(number).normalize():f}"


def count(number: Decimal | int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is due (a half and one are singular)."""
    return f"{plain(number)} {noun}" if number in (1, Decimal("0.5")) else f"{plain(number)} {noun}s"


def day(on: date) -> str:
    """Return a date as "23 Dec 2026", in English whatever the machine's locale."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def span(first: date, last: date) -> str:
    """Return a stretch of days as "2 Apr 2026 to 3 Apr 2026", a single day as such."""
    return day(first) if first == last else f"{day(first)} to {day(last)}"

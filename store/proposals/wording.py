"""How quantities are written for people: 2, 0.5, "1 shoot day", "2.5 shoot days"."""

from __future__ import annotations

from decimal import Decimal


def plain(number: Decimal | int) -> str:
    """Return a number as one would write it, without trailing zeros or exponents."""
    return f"{Decimal(number).normalize():f}"


def count(number: Decimal | int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is due (a half and one are singular)."""
    return f"{plain(number)} {noun}" if number in (1, Decimal("0.5")) else f"{plain(number)} {noun}s"

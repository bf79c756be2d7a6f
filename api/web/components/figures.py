"""Money, days and moments as everybody reads them: the same everywhere, digits in columns, the currency always said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import htpy as h

from store.kernel.money import Money, exponent


def money(minor: int | None, currency: str | None, *, signed: bool = False) -> h.Element:
    """Return an amount; `signed` marks what is more and what is less. An absent one is a dash, never a zero."""
    if minor is None or currency is None:
        return h.span(".num.none")["–"]
    sign = "" if not signed or minor == 0 else ("+" if minor > 0 else "−")
    shown = Money(abs(minor) if sign else minor, currency)
    amount = f"{shown.amount:,.{exponent(currency)}f}".replace("-", "−")
    return h.span(".num.money")[sign, amount, "\u00a0", h.span(".currency")[currency]]


def day(on: date | None) -> h.Element:
    if on is None:
        return h.span(".num.none")["–"]
    return h.time(".num", datetime=on.isoformat())[day_words(on)]


def day_words(on: date) -> str:
    """Return a day as it is read everywhere: `11 Jun 2027`."""
    return f"{on.day} {on:%b %Y}"


def moment(at: datetime | None, zone: str) -> h.Element:
    """Return an instant in the studio's own time zone."""
    if at is None:
        return h.span(".num.none")["–"]
    local = at.astimezone(ZoneInfo(zone))
    return h.time(".num", datetime=at.astimezone(UTC).isoformat(), title=f"{local:%A %d %B %Y %H:%M:%S} ({zone})")[
        f"{local.day} {local:%b %H:%M}"
    ]

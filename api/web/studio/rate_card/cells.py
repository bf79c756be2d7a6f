"""The cells of a pasted price list: what its columns are called, its units and its amounts, as studios write them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.web.components.fields import Unreadable as Unreadable
from api.web.components.fields import read_decimal
from store.budget.rules import Unit
from store.kernel.money import Money, exponent

Columns = Mapping[str, int]

_LARGEST_MINOR = 10**14
_MOST_LINES_IN_A_CELL = 20
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
# `650,-` and `650.–`: no cents.
_NO_CENTS = re.compile(r"[.,]\s*[-–—]{1,2}\Z")

_HEADERS: dict[str, str] = {
    "code": "code|item code|rate code|item|item no|no|nr|number|ref|sku|artikel|art nr|artikelnummer|référence|código",
    "description": "description|item description|name|service|role|position|what|bezeichnung|beschreibung|leistung|"
    "omschrijving|libellé|désignation|descripción|concepto",
    "unit": "unit|units|per|einheit|eenheid|unité|unidad",
    "rate": "rate|rates|price|unit price|sell|sales price|day rate|charge|tarif|preis|satz|tagessatz|einzelpreis|"
    "tarief|prijs|prix|precio|tarifa",
    "cost": "cost|costs|our cost|buy|cost price|kosten|kostprijs|coût|coste",
    "department": "department|dept|category|group|abteilung|gewerk|afdeling|département|departamento",
    "account": "account|acct|aicp|account no|konto|rekening|compte|cuenta",
}
_COLUMN = {word: name for name, words in _HEADERS.items() for word in words.split("|")}
_POSITIONS = ("code", "description", "unit", "rate", "cost", "department", "account")

_UNITS: dict[Unit, str] = {
    Unit.HOUR: "hour hours hourly hr hrs h stunde stunden std uur uren heure heures hora horas",
    Unit.DAY: "day days daily d tag tage dag dagen jour jours jornada jornadas día dia días",
    Unit.WEEK: "week weeks weekly wk woche wochen weken semaine semaines semana semanas",
    Unit.MONTH: "month months monthly mo monat monate maand maanden mois mes meses",
    Unit.FLAT: "flat fixed fix lump lumpsum pauschal pauschale vast forfait each piece item stück stuk pièce ud global",
    Unit.ALLOW: "allow allowance allowances budget provision stelpost",
    Unit.PERCENT: "% percent pct prozent",
}
_UNIT = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_UNIT_LEAD = re.compile(r"^(per|pro|par|por|/|p\.)\s*", re.IGNORECASE)

_SIGNS: dict[str, frozenset[str]] = {
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "$": frozenset("USD CAD AUD NZD SGD HKD MXN".split()),
    "¥": frozenset({"JPY", "CNY"}),
    "kr": frozenset("SEK NOK DKK ISK".split()),
    "fr": frozenset({"CHF"}),
    "zł": frozenset({"PLN"}),
}
_AMOUNT = re.compile(r"(?P<before>[^\d.,+−-]*)(?P<digits>[+−-]?[\d.,'’\s\u00a0\u202f]*\d)(?P<after>\D*)\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells: the number of the line it begins on, its own words, and what stands in its cells."""

    number: int
    text: str
    cells: tuple[str, ...]


def split_lines(text: str) -> list[Line]:
    """Return the lines that hold anything, cut into cells; a quoted cell may go over several lines."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mark = _delimiter(raw)
    lines: list[Line] = []
    at = 0
    while at < len(raw):
        taken = _lines_of_row(raw, at)
        words = "\n".join(raw[at : at + taken])
        # A quote that is never closed is an inch sign, not a cell's.
        closed = words.count('"') % 2 == 0
        rows = csv.reader([words], delimiter=mark) if closed else [words.split(mark)]
        cells = [_clean(cell) for row in rows for cell in row]
        if any(cells):
            lines.append(Line(at + 1, words, tuple(cells)))
        at += taken
    return lines


def columns_of(cells: Sequence[str]) -> Columns | None:
    """Return where the columns are, if these cells are a header: two of them name one, and none is a rate."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        name = _COLUMN.get(_header_words(cell))
        if name is not None:
            found.setdefault(name, at)
    return found if len(found) >= 2 else None


def positional(count: int) -> Columns:
    """Return the columns of a list without a header: code, description, unit, rate, and then what else there is."""
    return {name: at for at, name in enumerate(_POSITIONS) if at < count}


def read_unit(words: str) -> Unit:
    """Return what one unit buys. Raises `Unreadable` naming the units there are."""
    plain = _UNIT_LEAD.sub("", words.strip().lower()).rstrip(".").replace("day rate", "day").replace("lump sum", "flat")
    unit = _UNIT.get(plain)
    if unit is None:
        raise Unreadable(f"“{words}” is no unit. Use hour, day, week, month, flat, allowance or %.")
    return unit


def read_rate(words: str, currency: str, *, what: str) -> Money:
    """Return an amount of the card's currency. Raises `Unreadable` for another, or for two readings."""
    if not words:
        raise Unreadable(f"It has no {what}.")
    match = _AMOUNT.match(_NO_CENTS.sub("", words))
    if match is None:
        raise Unreadable(f"The {what} “{words}” is no amount.")
    for sign in (match["before"], match["after"]):
        _require_currency(sign, currency, words, what)
    try:
        amount = read_decimal(match["digits"], exponent(currency))
    except Unreadable as problem:
        raise Unreadable(f"The {what} “{words}” can be read in more than one way, or not at all. {problem}") from None
    if amount is None or amount < 0:
        raise Unreadable(f"The {what} “{words}” is below zero.")
    minor = int(amount.scaleb(exponent(currency)))
    if minor > _LARGEST_MINOR:
        raise Unreadable(f"The {what} “{words}” is too large.")
    return Money(minor, currency)


def _require_currency(sign: str, currency: str, words: str, what: str) -> None:
    plain = sign.strip().strip(".").lower()
    if not plain or plain == currency.lower() or currency in _SIGNS.get(plain, ()):
        return
    if plain in _SIGNS or (len(plain) == 3 and plain.isalpha()):
        raise Unreadable(f"The {what} “{words}” is not in {currency}, and no currency is converted here.")
    raise Unreadable(f"The {what} “{words}” is no plain amount. Write it as 650 or {currency} 650.")


def _lines_of_row(raw: Sequence[str], at: int) -> int:
    """How many lines the row beginning at `at` goes over: until its quotes are closed."""
    quotes = 0
    for taken, line in enumerate(raw[at : at + _MOST_LINES_IN_A_CELL], start=1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return taken
    return 1


def _delimiter(raw: Sequence[str]) -> str:
    filled = [line for line in raw if line.strip()]
    for mark in "\t;":
        if sum(mark in line for line in filled) * 2 > len(filled):
            return mark
    return ","


def _clean(cell: str) -> str:
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", cell)).split())


def _header_words(cell: str) -> str:
    """`Rate (EUR)` and `RATE €` are `rate`."""
    words = re.sub(r"[^\w% ]+", " ", cell.lower()).split()
    return " ".join(word for word in words if word not in _CURRENCY_WORDS)


_CURRENCY_WORDS = frozenset("eur gbp usd chf sek nok dkk pln cad aud net netto excl vat in per_unit".split())

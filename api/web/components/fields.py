"""The fields of a form, and reading what was typed into them: exactly, or not at all. Nothing is guessed or rounded."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from store.kernel.money import Money, exponent

_SPACES = re.compile(r"[\s'’\u00a0\u202f]")
_PLAIN = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?\Z")
# No number in groups begins with a zero: 0,125 is an eighth.
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?\Z")
_GROUPED_BY_DOTS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+,\d+\Z")
_DECIMAL_COMMA = re.compile(r"-?(0,\d+|\d+,(\d{1,2}|\d{4,}))\Z")

Value = str | Decimal | int | date | bool | None


class Unreadable(Exception):
    """What was typed cannot be read; the message stands at its field."""


@dataclass(frozen=True, slots=True)
class Field(ABC):
    """A labelled field. `hint` says what belongs in it, where the label does not."""

    name: str
    label: str
    required: bool = False
    hint: str = ""

    @property
    def initial(self) -> str:
        """What stands in the field before anything is typed."""
        return ""

    @abstractmethod
    def read(self, typed: str) -> Value:
        """Return what was typed, as a value; None for nothing. Raises `Unreadable`."""


@dataclass(frozen=True, slots=True)
class Text(Field):
    """Words: one line, or with `lines` several."""

    value: str | None = None
    most: int = 200
    lines: int = 1
    kind: str = "text"

    @property
    def initial(self) -> str:
        return self.value or ""

    def read(self, typed: str) -> Value:
        words = typed.strip()
        if len(words) > self.most:
            raise Unreadable(f"At most {self.most} characters; these are {len(words)}.")
        return words or None


@dataclass(frozen=True, slots=True)
class Number(Field):
    """A decimal of at most `places` digits after the point."""

    value: Decimal | None = None
    least: Decimal | None = Decimal(0)
    most: Decimal | None = None
    places: int = 4

    @property
    def initial(self) -> str:
        return "" if self.value is None else format(self.value, "f")

    def read(self, typed: str) -> Value:
        number = read_decimal(typed, self.places)
        if number is not None and self.least is not None and number < self.least:
            raise Unreadable(f"At least {self.least}.")
        if number is not None and self.most is not None and number > self.most:
            raise Unreadable(f"At most {self.most}.")
        return number


@dataclass(frozen=True, slots=True)
class Amount(Field):
    """Money, typed in major units and read as minor units of `currency`, exactly."""

    currency: str = "EUR"
    minor: int | None = None
    negative: bool = False

    @property
    def initial(self) -> str:
        return "" if self.minor is None else format(Money(self.minor, self.currency).amount, "f")

    def read(self, typed: str) -> Value:
        places = exponent(self.currency)
        amount = read_decimal(typed, places)
        if amount is None:
            return None
        if amount < 0 and not self.negative:
            raise Unreadable("This amount cannot be negative.")
        return int(amount.scaleb(places))


@dataclass(frozen=True, slots=True)
class Day(Field):
    """A calendar day."""

    value: date | None = None

    @property
    def initial(self) -> str:
        return self.value.isoformat() if self.value else ""

    def read(self, typed: str) -> Value:
        if not typed.strip():
            return None
        try:
            return date.fromisoformat(typed.strip())
        except ValueError:
            raise Unreadable("Write the day as 2026-03-31.") from None


@dataclass(frozen=True, slots=True)
class Choice(Field):
    """One of `options`: pairs of a value and what it is called."""

    options: Sequence[tuple[str, str]] = ()
    value: str | None = None

    @property
    def initial(self) -> str:
        return self.value or ""

    def read(self, typed: str) -> Value:
        if not typed:
            return None
        if typed not in {value for value, _ in self.options}:
            raise Unreadable("Choose one of the list.")
        return typed


@dataclass(frozen=True, slots=True)
class Check(Field):
    """A box to tick."""

    value: bool = False

    @property
    def initial(self) -> str:
        return "on" if self.value else ""

    def read(self, typed: str) -> Value:
        return typed == "on"


@dataclass(frozen=True, slots=True)
class Given:
    """What was given in a form, by the names of its fields; each is asked for as what it is."""

    values: Mapping[str, Value]

    def text(self, name: str) -> str:
        value = self.values[name]
        return value if isinstance(value, str) else ""

    def words(self, name: str) -> str | None:
        """Words, or None where nothing was typed."""
        return self.text(name) or None

    def number(self, name: str) -> Decimal:
        value = self.values[name]
        assert isinstance(value, Decimal)
        return value

    def minor(self, name: str) -> int:
        value = self.values[name]
        assert isinstance(value, int)
        return value

    def day(self, name: str) -> date | None:
        value = self.values[name]
        return value if isinstance(value, date) else None

    def checked(self, name: str) -> bool:
        return self.values[name] is True


def read_all(fields: Sequence[Field], typed: Mapping[str, str]) -> tuple[Given, dict[str, str]]:
    """Return what was given, and for each field that cannot be read what is wrong with it."""
    values: dict[str, Value] = {}
    wrong: dict[str, str] = {}
    for field in fields:
        try:
            value = field.read(typed.get(field.name, ""))
        except Unreadable as refusal:
            wrong[field.name] = str(refusal)
            continue
        if field.required and value in (None, False):
            wrong[field.name] = "This is needed."
        values[field.name] = value
    return Given(values), wrong


def read_decimal(typed: str, places: int) -> Decimal | None:
    """Read `1250.5`, `1,250.50`, `1.250,50`, `1 250,5`; None for nothing. Raises `Unreadable` rather than guess."""
    text = _SPACES.sub("", typed).replace("−", "-")
    if not text:
        return None
    if _GROUPED.match(text):
        text = text.replace(",", "")
    elif _GROUPED_BY_DOTS.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif _DECIMAL_COMMA.match(text):
        text = text.replace(",", ".")
    if not _PLAIN.match(text):
        raise Unreadable(f"Write it in digits, as {'1250.50' if places else '2'}.")
    number = Decimal(text)
    # The digits as written: 1.250 may be meant as twelve hundred and fifty.
    if -int(number.as_tuple().exponent) > places:
        at_most = f"at most {places} digits after the point" if places else "no digits after the point"
        raise Unreadable(f"There are {at_most} here. Write 1250 for twelve hundred and fifty.")
    return number

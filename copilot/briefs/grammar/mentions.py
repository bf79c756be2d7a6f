"""What the grammars hand back: typed readings of one phrase each, before anyone decides what the brief means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from store.proposals.facts import Amount

Tax = Literal["excluded", "included"]
Qualifier = Literal["exact", "about", "max", "min", "range"]
Precision = Literal["day", "week", "month", "quarter", "approx"]
OffsetUnit = Literal["day", "working_day", "week", "month", "year"]
DayKind = Literal["shoot", "edit", "prep", "travel", "unknown"]


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """An amount or a range of one currency.

    `exact` and `about` have `low == high`; `max` has only a high, `min` only a low. `low_value`/`high_value` are major
    units and always set; `low`/`high` need a currency and are None while it is unknown. `currency_stated` is False when
    the currency is the caller's default; `per_unit` that the amount is a rate ("€650 a day").
    """

    low: Amount | None
    high: Amount | None
    currency: str | None
    tax: Tax | None
    qualifier: Qualifier
    low_value: Decimal | None = None
    high_value: Decimal | None = None
    currency_stated: bool = True
    per_unit: bool = False


@dataclass(frozen=True, slots=True)
class RelativeOffset:
    """A distance from something the sentence names: "two weeks after the shoot" is 2 weeks from `anchor` "the shoot".

    Negative amounts lie before the anchor.
    """

    amount: Decimal
    unit: OffsetUnit
    anchor: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, several dates, or a period.

    - `day`: `days` lists every day named; `start` and `end` are the first and the last ("12-14 March": three days).
    - `week`: Monday to Sunday; a caller that wants a deadline takes `friday`.
    - `month`, `quarter`: the first and the last day of the period.
    - `approx`: a conventional day (end of March is the 31st, mid-June the 15th, early May the 5th); start == end.
    - an offset from an event: `start` and `end` are None and `offset` is set.

    `working_days` tells that the phrase counts working days. `weekday_mismatch` tells that the weekday written is not
    the date's. `year_stated` is False when the year was inferred (first occurrence on or after the reference date).
    """

    start: date | None
    end: date | None
    precision: Precision
    days: tuple[date, ...] = ()
    working_days: bool = False
    weekday_mismatch: bool = False
    year_stated: bool = True
    relative: bool = False
    offset: RelativeOffset | None = None

    @property
    def deadline(self) -> date | None:
        """The last day that still keeps a promise: the Friday of a week, else the end."""
        if self.precision == "week" and self.end is not None:
            return date.fromordinal(self.end.toordinal() - 2)
        return self.end


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A running time in whole seconds; a range has `low < high`, everything else `low == high`."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """A number of days and what the words around it say they are for; `low < high` for "2-3 days"."""

    low: Decimal
    high: Decimal
    kind: DayKind

    @property
    def days(self) -> Decimal:
        """The count to plan with: the upper end of a range."""
        return self.high

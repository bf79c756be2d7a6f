"""The calendar arithmetic behind dates in briefs, pure and stated.

A date without a year is its first occurrence on or after the reference date (`dates` says when its weekday makes it the
one just gone). Weeks are ISO weeks. Working days are
Monday to Friday; public holidays differ by country and stay out.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

EARLY_DAY = 5
MID_DAY = 15
LATE_DAY = 25


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A day of a month, of a year when one is stated."""

    day: int
    month: int
    year: int | None = None

    def possible(self) -> bool:
        """Whether some year has this day (29 February is one)."""
        year = self.year if self.year is not None else 2024
        return 1 <= self.month <= 12 and 1 <= self.day <= calendar.monthrange(year, self.month)[1]

    def on_or_after(self, reference: date) -> date | None:
        """Return the date: of its own year, else the first occurrence from the reference date on."""
        years = [self.year] if self.year is not None else range(reference.year, reference.year + 9)
        for year in years:
            if self.day <= calendar.monthrange(year, self.month)[1]:
                found = date(year, self.month, self.day)
                if self.year is not None or found >= reference:
                    return found
        return None


def full_year(text: str) -> int:
    """Return a year of two or four digits; two digits are of this century."""
    year = int(text)
    return year + 2000 if year < 100 else year


def month_end(year: int, month: int) -> date:
    """Return the month's last day."""
    return date(year, month, calendar.monthrange(year, month)[1])


def year_for_month(month: int, year: int | None, reference: date) -> int:
    """Return the stated year, else that of the first such month that is not over on the reference date."""
    if year is not None:
        return year
    return reference.year if month >= reference.month else reference.year + 1


def quarter_span(quarter: int, year: int | None, reference: date) -> tuple[date, date]:
    """Return the first and last day of a quarter; without a year, of the first one not over yet."""
    last_month = quarter * 3
    year = year_for_month(last_month, year, reference)
    return date(year, last_month - 2, 1), month_end(year, last_month)


def week_span(week: int, year: int | None, reference: date) -> tuple[date, date] | None:
    """Return Monday and Sunday of an ISO week, None when the year has no such week."""
    for candidate in [year] if year is not None else [reference.isocalendar().year, reference.isocalendar().year + 1]:
        try:
            monday = date.fromisocalendar(candidate, week, 1)
        except ValueError:
            continue
        if year is not None or monday + timedelta(days=6) >= reference:
            return monday, monday + timedelta(days=6)
    return None


def add_months(start: date, months: int) -> date:
    """Return the same day so many months on, or the month's last day when it has no such day."""
    index = start.year * 12 + start.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def add_working_days(start: date, count: int) -> date:
    """Return the date `count` working days after (before, when negative) `start`, which itself does not count."""
    step = 1 if count > 0 else -1
    current, left = start, abs(count)
    while left:
        current += timedelta(days=step)
        left -= current.weekday() < 5
    return current


def next_weekday(weekday: int, reference: date, *, skip_this_week: bool = False) -> date:
    """Return the first such weekday (Monday is 0) after the reference; with `skip_this_week`, of a later ISO week."""
    found = reference + timedelta(days=(weekday - reference.weekday() - 1) % 7 + 1)
    same_week = found.isocalendar()[:2] == reference.isocalendar()[:2]
    return found + timedelta(days=7) if skip_this_week and same_week else found

"""A period is counted from today; what is none is no period."""

from __future__ import annotations

from datetime import date

import pytest

from tools.periods import days_back, days_of, period_in

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("which projects deliver in the next two months", "2026-11-29", "2027-01-29"),
        ("next 3 weeks", "2026-11-29", "2026-12-20"),
        ("this week", "2026-11-29", "2026-11-29"),
        ("due next week", "2026-11-30", "2026-12-06"),
        ("next quarter", "2027-01-01", "2027-03-31"),
        ("what do we deliver in January?", "2027-01-01", "2027-01-31"),
        ("in November", "2026-11-01", "2026-11-30"),
        ("January 2028", "2028-01-01", "2028-01-31"),
        ("by 15 March", "2026-11-29", "2027-03-15"),
        ("before the end of the year", "2026-11-29", "2026-12-31"),
        ("2026-12-01 to 2027-01-31", "2026-12-01", "2027-01-31"),
        ("by 2027-01-31", "2026-11-29", "2027-01-31"),
        ("before the end of the month", "2026-11-29", "2026-11-30"),
        ("by 29 November", "2026-11-29", "2026-11-29"),  # today is still to come
        ("by the 28th of November", "2026-11-29", "2027-11-28"),
        ("in October", "2027-10-01", "2027-10-31"),
        ("this quarter", "2026-11-29", "2026-12-31"),
        ("this year", "2026-11-29", "2026-12-31"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("the coming week", "2026-11-30", "2026-12-06"),
        ("the next twelve days", "2026-11-29", "2026-12-11"),
        ("the next couple of weeks", "2026-11-29", "2026-12-13"),
    ],
)
def test_a_period_is_counted_from_today(said: str, first: str, last: str) -> None:
    period = period_in(said)
    assert period is not None
    assert days_of(period, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("said", "today", "first", "last"),
    [
        ("this week", date(2026, 11, 25), "2026-11-25", "2026-11-29"),  # from a Wednesday to its Sunday
        ("next week", date(2026, 11, 25), "2026-11-30", "2026-12-06"),
        ("next month", date(2026, 12, 31), "2027-01-01", "2027-01-31"),
        ("next 3 months", date(2026, 11, 30), "2026-11-30", "2027-02-28"),  # where there is no 30th, the month's last
    ],
)
def test_a_period_ends_where_the_calendar_does(said: str, today: date, first: str, last: str) -> None:
    assert days_of(said, today) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("said", ["soon", "by 31 February", "", "the May project"])
def test_what_is_no_period_is_none(said: str) -> None:
    assert days_of(said, TODAY) is None


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("today", "2026-11-29", "2026-11-29"),
        ("yesterday", "2026-11-28", "2026-11-28"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("in the last 10 days", "2026-11-19", "2026-11-29"),
        ("the past two months", "2026-09-29", "2026-11-29"),
    ],
)
def test_what_has_been_is_counted_back_from_today(said: str, first: str, last: str) -> None:
    assert days_back(said, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("said", ["next week", "tomorrow", "soon", ""])
def test_what_is_to_come_has_not_been(said: str) -> None:
    assert days_back(said, TODAY) is None


def test_near_days_are_periods_too() -> None:
    assert days_of("tomorrow", TODAY) == (date(2026, 11, 30), date(2026, 11, 30))

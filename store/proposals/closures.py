"""The days a studio is closed: its country's public holidays, and those that its rule book lists.

"12-25" is every year's, "2027-03-29" that one day.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date
from functools import cache

# Checks a month and day by themselves: 02-29 is a day, in the years that have it.
_LEAP_YEAR = 2000


def check_closed_day(text: str) -> str:
    """Return the text when it is "MM-DD" or "YYYY-MM-DD" and such a day exists. Raises `ValueError`."""
    try:
        date.fromisoformat(f"{_LEAP_YEAR}-{text}" if len(text) == len("MM-DD") else text)
    except ValueError as problem:
        raise ValueError(f'a closed day is written "12-25" or "2027-03-29", not "{text}"') from problem
    return text


@cache
def closed_days(closed: tuple[str, ...], first_year: int, last_year: int) -> frozenset[date]:
    """Return the closed days of these years, both included. A full date counts whatever the years."""
    days: set[date] = set()
    for text in closed:
        if len(text) > len("MM-DD"):
            days.add(date.fromisoformat(text))
            continue
        month, day = (int(part) for part in text.split("-"))
        for year in range(max(MINYEAR, first_year), min(MAXYEAR, last_year) + 1):
            if (month, day) != (2, 29) or isleap(year):
                days.add(date(year, month, day))
    return frozenset(days)


@cache
def public_holidays(country: str, first_year: int, last_year: int) -> frozenset[date]:
    """Return the public holidays of a country (ISO 3166 code) in these years; none of one that nobody has listed."""
    from holidays import country_holidays, list_supported_countries  # not before a schedule is planned

    if country not in list_supported_countries(include_aliases=False):
        return frozenset()
    return frozenset(country_holidays(country, years=range(max(MINYEAR, first_year), min(MAXYEAR, last_year) + 1)))


def closed_around(closed: tuple[str, ...], country: str, dates: Sequence[date], years_ahead: int) -> frozenset[date]:
    """Return the closed days from the year before the earliest of `dates` to `years_ahead` after the latest."""
    years = min(dates).year - 1, max(dates).year + years_ahead
    return closed_days(closed, *years) | public_holidays(country, *years)

"""A stretch of days as people say it, counted from today: "the next two months", "January", "by 15 March"."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date, timedelta

FORMS = "today, the next 2 months, this week, January 2027, by 15 March, 2026-12-01 to 2027-01-31"

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = {name.lower(): n for n, name in enumerate(month_name) if n} | {
    name[:3].lower(): n for n, name in enumerate(month_name) if n
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = r"\d{4}-\d\d-\d\d"
_PERIOD = re.compile(
    rf"(?P<first>{_ISO})\s*(?:to|until|-|–|\.\.)\s*(?P<last>{_ISO})"
    rf"|(?:by|until|before|till)\s+(?:the\s+)?(?:(?P<until>{_ISO})|end of (?:the |this )?(?P<end>month|year)"
    rf"|(?P<d1>\d\d?)(?:st|nd|rd|th)?(?: of)?\s+(?P<m1>{_MONTH})\b|(?P<m2>{_MONTH})\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?\b)"
    rf"|(?:next|coming|following)\s+(?P<count>\d\d?|{'|'.join(_NUMBERS)}|couple of|few)\s+(?P<unit>day|week|month)s?\b"
    r"|(?P<which>this|next|the coming)\s+(?P<one>week|month|quarter|year)\b"
    rf"|\b(?:in|during|for|due|of|this|next)\s+(?P<month>{_MONTH})\b(?:\s+(?P<year>\d{{4}}))?"
    rf"|^(?P<month_alone>{_MONTH})(?:\s+(?P<year_alone>\d{{4}}))?$",
    re.IGNORECASE,
)
_A_FEW = {"couple of": 2, "few": 3}
_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
PAST_FORMS = "today, yesterday, this week, last month, the last 10 days"
_PAST = re.compile(
    rf"(?:last|past|previous)\s+(?:(?P<count>\d\d?|{'|'.join(_NUMBERS)}|couple of|few)\s+)?"
    r"(?P<unit>day|week|month|year)s?|this\s+(?P<one>week|month|year)",
    re.IGNORECASE,
)


def period_in(text: str) -> str | None:
    """Return the words of `text` that say a period, or None."""
    found = _PERIOD.search(text)
    return found[0].strip() if found else None


def days_of(words: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of a period, from today where it has begun; None for what is no period."""
    if (off := _NEAR.get(words.strip().lower())) is not None:
        return today + timedelta(days=off), today + timedelta(days=off)
    found = _PERIOD.search(words.strip())
    try:
        return _days(found, today) if found else None
    except ValueError:  # 31 February
        return None


def days_back(words: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of a period that has been, today included; None for what is no such period."""
    found = _PAST.search(words)
    if found is None:
        near = days_of(words, today)
        return near if near and near[1] <= today else None
    if found["one"]:
        return _first_of(today, found["one"].lower()), today
    unit = found["unit"].lower()
    if found["count"]:
        return _later(today, -_number(found["count"].lower()), unit), today
    last = _first_of(today, unit) - timedelta(days=1)
    return _first_of(last, unit), last


def _first_of(day: date, unit: str) -> date:
    """The first day of the week, month or year that a day is in, or the day."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "day":
        return day
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _days(said: re.Match[str], today: date) -> tuple[date, date]:
    if said["first"]:
        return date.fromisoformat(said["first"]), date.fromisoformat(said["last"])
    if said["until"]:
        return today, date.fromisoformat(said["until"])
    if said["end"]:
        return today, _last_of(today.replace(month=12) if said["end"].lower() == "year" else today)
    if said["m1"] or said["m2"]:
        month, day = _MONTHS[(said["m1"] or said["m2"]).lower()], int(said["d1"] or said["d2"])
        until = date(today.year, month, day)
        return today, until if until >= today else until.replace(year=today.year + 1)
    if said["unit"]:
        return today, _later(today, _number(said["count"].lower()), said["unit"].lower())
    if said["one"]:
        return _around(today, said["one"].lower(), following=said["which"].lower() != "this")
    month, year = _MONTHS[(said["month"] or said["month_alone"]).lower()], said["year"] or said["year_alone"]
    first = date(int(year) if year else today.year + (month < today.month), month, 1)
    return first, _last_of(first)


def _around(today: date, unit: str, *, following: bool) -> tuple[date, date]:
    """This week, month, quarter or year from today, or the whole of the one after it."""
    if unit == "week":
        last = today + timedelta(days=6 - today.weekday())
        return (last + timedelta(days=1), last + timedelta(days=7)) if following else (today, last)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    if following:
        first = _later(first, months, "month")
    last = _last_of(_later(first, months - 1, "month"))
    return max(first, today), last


def _later(day: date, count: int, unit: str) -> date:
    if unit != "month":
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    years, month = divmod(day.month - 1 + count, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, _last_of(first).day))


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _number(word: str) -> int:
    if word in _A_FEW:
        return _A_FEW[word]
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)

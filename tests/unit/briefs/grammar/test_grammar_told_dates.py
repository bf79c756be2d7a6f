"""Days in words, and weekdays told by a month, a week, a number of weeks or a feast."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.dates_weekdays import easter

FRIDAY = date(2026, 6, 19)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "by the fourteenth of May 2027", date(2027, 5, 14)),
        ("de", "am zweiundzwanzigsten September", date(2026, 9, 22)),
        ("fr", "le premier juillet", date(2026, 7, 1)),
        ("es", "el veintidós de junio", date(2026, 6, 22)),
        ("nl", "op tweeëntwintig september", date(2026, 9, 22)),
        ("da", "den toogtyvende juni", date(2026, 6, 22)),
        ("en", "the first Monday in March", date(2027, 3, 1)),
        ("fr", "le premier lundi de mars", date(2027, 3, 1)),
        ("en", "the last Friday in October", date(2026, 10, 30)),
        ("sv", "fredag vecka 47", date(2026, 11, 20)),
        ("nl", "op de vrijdag van week 48", date(2026, 11, 27)),
        ("de", "bis Freitag in drei Wochen", date(2026, 7, 10)),
        ("en", "a week on Tuesday", date(2026, 6, 30)),
        ("fr", "pour vendredi en huit", date(2026, 7, 3)),
        ("de", "Mittwoch nach Ostern", date(2027, 3, 31)),
        ("en", "within 30 working days of today", date(2026, 7, 31)),
    ],
)
def test_a_day_told_in_words_is_found(language: str, text: str, day: date) -> None:
    assert [found.value.deadline for found in find_dates(text, language, FRIDAY)] == [day]


def test_the_words_of_a_spoken_day_are_its_quote() -> None:
    text = "our own deadline is the fourteenth of May 2027, sorry"
    (found,) = find_dates(text, "en", FRIDAY)
    assert text[found.start : found.end] == found.text == "fourteenth of May 2027"


def test_a_fortnight_counts_from_what_it_follows() -> None:
    (found,) = find_dates("a fortnight after the second shoot day", "en", FRIDAY)
    assert found.value.offset is not None
    assert (int(found.value.offset.amount), str(found.value.offset.unit)) == (2, "week")


@pytest.mark.parametrize(
    ("year", "day"), [(2024, date(2024, 3, 31)), (2025, date(2025, 4, 20)), (2026, date(2026, 4, 5))]
)
def test_easter_is_the_western_one(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "needed by Fri 3rd?", date(2026, 7, 3)),
        ("fr", "ce sera mercredi 8", date(2026, 7, 8)),
        ("no", "på breen onsdag 24.", date(2026, 6, 24)),
        ("de", "Freitag, den 17.", date(2026, 7, 17)),
    ],
)
def test_a_weekday_with_its_number_tells_the_month(language: str, text: str, day: date) -> None:
    assert [found.value.deadline for found in find_dates(text, language, FRIDAY)] == [day]


@pytest.mark.parametrize("text", ["on Friday 10 am", "Thursday 31st", "Wednesday 15:30"])
def test_a_weekday_with_an_hour_or_a_number_that_is_far_off_tells_none(text: str) -> None:
    days = [found.value.end for found in find_dates(text, "en", FRIDAY) if found.value.end]
    assert all(day < date(2026, 7, 1) for day in days)


def test_two_days_that_bound_a_stretch_are_all_its_days() -> None:
    (found,) = find_dates("between Monday 6 and Thursday 9 July", "en", FRIDAY)
    assert found.value.days == tuple(date(2026, 7, day) for day in (6, 7, 8, 9))
    (listed,) = find_dates("on Monday 6 and Thursday 9 July", "en", FRIDAY)
    assert listed.value.days == (date(2026, 7, 6), date(2026, 7, 9))


def test_days_in_words_behind_their_month_are_joined() -> None:
    (found,) = find_dates("on July sixth and seventh", "en", FRIDAY)
    assert found.value.days == (date(2026, 7, 6), date(2026, 7, 7))

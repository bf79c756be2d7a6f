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

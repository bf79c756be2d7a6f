"""Dates, periods and offsets as briefs write them, read on Wednesday 3 February 2027."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.briefs.grammar.date_order import infer_day_first
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.lexicon import LEXICONS
from copilot.briefs.grammar.mentions import RelativeOffset

TODAY = date(2027, 2, 3)


def spans(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(f.text, str(f.value.start), str(f.value.end)) for f in find_dates(text, language, TODAY)]


DAYS = [
    ("en", "2027-03-12", ["2027-03-12"]), ("en", "12/03/2027", ["2027-03-12"]), ("en", "12 March", ["2027-03-12"]),
    ("en", "March 12th, 2027", ["2027-03-12"]), ("en", "12th of March 2027", ["2027-03-12"]),
    ("en", "Mar 3", ["2027-03-03"]),
    ("en", "jan 14", ["2028-01-14"]), ("en", "Friday 12 March", ["2027-03-12"]), ("en", "12-Mar-2027", ["2027-03-12"]),
    ("en", "12–14 March", ["2027-03-12", "2027-03-13", "2027-03-14"]),
    ("en", "12, 13 and 15 March", ["2027-03-12", "2027-03-13", "2027-03-15"]),
    ("en", "March 30 – April 2", ["2027-03-30", "2027-03-31", "2027-04-01", "2027-04-02"]),
    ("en", "20270312", ["2027-03-12"]),
    ("en", "30 Dec - 2 Jan", ["2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02"]),
    ("en", "12 March '27", ["2027-03-12"]),
    ("en", "12\u00a0March\n2027", ["2027-03-12"]), ("en", "12 MARCH 2027", ["2027-03-12"]),
    ("en", "29 February", ["2028-02-29"]),
    ("sv", "18/12", ["2027-12-18"]),
    ("de", "12. März", ["2027-03-12"]), ("de", "12.3.2027", ["2027-03-12"]), ("de", "Fr., 12.03.27", ["2027-03-12"]),
    ("de", "12.-14.3.2027", ["2027-03-12", "2027-03-13", "2027-03-14"]),
    ("de", "12./13. März", ["2027-03-12", "2027-03-13"]),
    ("de", "29.3.–1.4.2027", ["2027-03-29", "2027-03-30", "2027-03-31", "2027-04-01"]),
    ("de", "Freitag, den 12. März", ["2027-03-12"]),
    ("de", "12. und 13. Maerz 2027", ["2027-03-12", "2027-03-13"]), ("fr", "3 mars", ["2027-03-03"]),
    ("fr", "1er avril", ["2027-04-01"]),
    ("fr", "12 au 14 mars 2027", ["2027-03-12", "2027-03-13", "2027-03-14"]), ("fr", "3 FEVRIER 2027", ["2027-02-03"]),
    ("es", "3 de marzo", ["2027-03-03"]), ("es", "12 y 13 de marzo de 2027", ["2027-03-12", "2027-03-13"]),
    ("nl", "12 t/m 14 maart", ["2027-03-12", "2027-03-13", "2027-03-14"]), ("nl", "3 mrt 2027", ["2027-03-03"]),
    ("sv", "12 mars", ["2027-03-12"]), ("sv", "3:e mars", ["2027-03-03"]), ("da", "12. marts", ["2027-03-12"]),
    ("da", "12.-14. marts", ["2027-03-12", "2027-03-13", "2027-03-14"]), ("no", "12. mars 2027", ["2027-03-12"]),
    ("it", "12 marzo", ["2027-03-12"]), ("pt", "12 de março de 2027", ["2027-03-12"]),
    ("fi", "12. maaliskuuta 2027", ["2027-03-12"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "days"), DAYS)
def test_days_are_read_with_their_exact_words(language: str, text: str, days: list[str]) -> None:
    (found,) = find_dates(f"({text}) x", language, TODAY)
    assert [d.isoformat() for d in found.value.days] == days
    assert found.text == text


PERIODS = [
    ("en", "end of March", "2027-03-31", "2027-03-31"), ("en", "mid-June", "2027-06-15", "2027-06-15"),
    ("en", "early May", "2027-05-05", "2027-05-05"),
    ("en", "late June", "2027-06-25", "2027-06-25"), ("en", "end of month", "2027-02-28", "2027-02-28"),
    ("en", "Q2", "2027-04-01", "2027-06-30"),
    ("en", "end of next week", "2027-02-12", "2027-02-12"), ("en", "week 14", "2027-04-05", "2027-04-11"),
    ("en", "May 2027", "2027-05-01", "2027-05-31"),
    ("en", "next month", "2027-03-01", "2027-03-31"), ("en", "third quarter of 2027", "2027-07-01", "2027-09-30"),
    ("de", "KW 14", "2027-04-05", "2027-04-11"), ("de", "KW 14-15", "2027-04-05", "2027-04-18"),
    ("de", "Ende März", "2027-03-31", "2027-03-31"),
    ("de", "Mitte Juni", "2027-06-15", "2027-06-15"), ("de", "2. Quartal 2027", "2027-04-01", "2027-06-30"),
    ("de", "KW14/2027", "2027-04-05", "2027-04-11"),
    ("fr", "fin mars", "2027-03-31", "2027-03-31"), ("fr", "mi-juin", "2027-06-15", "2027-06-15"),
    ("fr", "semaine 14", "2027-04-05", "2027-04-11"),
    ("fr", "S14", "2027-04-05", "2027-04-11"), ("fr", "T2 2027", "2027-04-01", "2027-06-30"),
    ("es", "finales de marzo", "2027-03-31", "2027-03-31"),
    ("es", "mediados de junio", "2027-06-15", "2027-06-15"), ("nl", "eind maart", "2027-03-31", "2027-03-31"),
    ("nl", "half juni", "2027-06-15", "2027-06-15"),
    ("sv", "vecka 14", "2027-04-05", "2027-04-11"), ("sv", "v. 14", "2027-04-05", "2027-04-11"),
    ("sv", "i slutet av mars", "2027-03-31", "2027-03-31"),
    ("da", "uge 14", "2027-04-05", "2027-04-11"), ("da", "slutningen af marts", "2027-03-31", "2027-03-31"),
    ("no", "uke 14", "2027-04-05", "2027-04-11"),
    ("it", "fine marzo", "2027-03-31", "2027-03-31"), ("it", "metà giugno", "2027-06-15", "2027-06-15"),
    ("pt", "final de março", "2027-03-31", "2027-03-31"),
    ("en", "tomorrow", "2027-02-04", "2027-02-04"), ("de", "übermorgen", "2027-02-05", "2027-02-05"),
    ("fr", "demain", "2027-02-04", "2027-02-04"),
    ("en", "in three weeks", "2027-02-24", "2027-02-24"), ("de", "in drei Wochen", "2027-02-24", "2027-02-24"),
    ("fr", "dans trois semaines", "2027-02-24", "2027-02-24"),
    ("nl", "over drie weken", "2027-02-24", "2027-02-24"), ("sv", "om tre veckor", "2027-02-24", "2027-02-24"),
    ("da", "om tre uger", "2027-02-24", "2027-02-24"),
    ("en", "next Friday", "2027-02-12", "2027-02-12"), ("de", "nächsten Freitag", "2027-02-05", "2027-02-05"),
    ("fr", "vendredi prochain", "2027-02-05", "2027-02-05"),
    ("en", "Friday next week", "2027-02-12", "2027-02-12"),
    ("de", "Freitag nächster Woche", "2027-02-12", "2027-02-12"), ("en", "in a fortnight", "2027-02-17", "2027-02-17"),
    ("en", "a week from Monday", "2027-02-15", "2027-02-15"),
    ("en", "two weeks after 12 March", "2027-03-26", "2027-03-26"),
    ("en", "first week of March", "2027-03-01", "2027-03-07"),
    ("de", "zweiten Märzwoche", "2027-03-08", "2027-03-14"),
    ("fr", "première semaine de mars", "2027-03-01", "2027-03-07"),
    ("en", "last week of March", "2027-03-22", "2027-03-28"),
    ("sv", "första veckan i mars", "2027-03-01", "2027-03-07"),
    ("es", "primera semana de marzo", "2027-03-01", "2027-03-07"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "start", "end"), PERIODS)
def test_periods_and_relative_dates_follow_the_conventions(language: str, text: str, start: str, end: str) -> None:
    assert spans(f"({text})", language) == [(text, start, end)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "within 10 working days"), ("en", "10 business days from now"), ("de", "in 10 Werktagen"),
        ("de", "binnen 10 Arbeitstagen"),
        ("fr", "sous 10 jours ouvrés"), ("es", "en un plazo de 10 días hábiles"), ("nl", "binnen 10 werkdagen"),
        ("sv", "inom 10 arbetsdagar"),
        ("da", "inden for 10 arbejdsdage"), ("no", "innen 10 virkedager"), ("it", "entro 10 giorni lavorativi"),
    ],
)  # fmt: skip
def test_working_days_skip_weekends(language: str, text: str) -> None:
    (found,) = find_dates(text, language, TODAY)
    assert (found.value.end, found.value.working_days) == (date(2027, 2, 17), True)


@pytest.mark.parametrize(
    ("language", "text", "amount", "anchor"),
    [
        ("en", "two weeks after the shoot", 2, "the shoot"), ("de", "zwei Wochen nach dem Dreh", 2, "Dreh"),
        ("fr", "deux semaines après le tournage", 2, "le tournage"),
        ("es", "dos semanas después del rodaje", 2, "rodaje"),
        ("nl", "twee weken na de opnames", 2, "opnames"), ("sv", "två veckor efter inspelningen", 2, "inspelningen"),
        ("en", "2 weeks before air date", -2, "air date"),
    ],
)  # fmt: skip
def test_a_distance_from_an_event_is_an_offset_and_no_date(language: str, text: str, amount: int, anchor: str) -> None:
    (found,) = find_dates(text, language, TODAY)
    assert (found.value.start, found.value.end) == (None, None)
    assert found.value.offset == RelativeOffset(amount, "week", anchor)  # type: ignore[arg-type]


def test_the_deadline_of_a_week_is_its_friday() -> None:
    (found,) = find_dates("Abgabe KW 14", "de", TODAY)
    assert (found.value.precision, found.value.deadline) == ("week", date(2027, 4, 9))


def test_a_period_between_two_dates_is_one_reading() -> None:
    assert spans("shoot between 1 March and 30 April 2027", "en") == [
        ("1 March and 30 April 2027", "2027-03-01", "2027-04-30")
    ]


def test_a_stretch_of_days_from_a_date_leaves_the_date() -> None:
    assert spans("30 days from 1 March 2027", "en") == [("1 March 2027", "2027-03-01", "2027-03-01")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("due by the 15th please", [("15th", "2027-02-15", "2027-02-15")]),
        ("on the 2nd", [("2nd", "2027-03-02", "2027-03-02")]),
        ("by the 31st", [("31st", "2027-03-31", "2027-03-31")]),
        ("by the 15th of March", [("15th of March", "2027-03-15", "2027-03-15")]),
        ("on the 2nd floor", []),
    ],
)
def test_a_day_without_its_month_is_the_coming_one(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert spans(text, "en") == expected


def test_week_of_a_date_is_that_week() -> None:
    (found,) = find_dates("week commencing 12 April", "en", TODAY)
    assert (found.value.precision, found.value.start) == ("week", date(2027, 4, 12))


def test_a_wrong_weekday_is_flagged_and_the_date_kept() -> None:
    values = [f.value for f in find_dates("Friday 12 March; Monday 12 March; 12 March (Tuesday)", "en", TODAY)]
    assert [v.weekday_mismatch for v in values] == [False, True, True]
    assert {v.start for v in values} == {date(2027, 3, 12)}


def test_a_date_without_a_year_is_its_next_occurrence() -> None:
    found = find_dates("3 February, 2 February", "en", TODAY)
    assert [f.value.days for f in found] == [(date(2027, 2, 3),), (date(2028, 2, 2),)]


def test_a_weekday_that_fits_only_the_day_just_gone_names_that_day() -> None:
    texts = ("Tuesday 26 January", "Wednesday 26 January", "Thursday 22 and 23 January", "Thursday 5 March")
    days = [f.value.days for text in texts for f in find_dates(text, "en", TODAY)]
    assert days == [
        (date(2027, 1, 26),),
        (date(2028, 1, 26),),
        (date(2028, 1, 22), date(2028, 1, 23)),
        (date(2027, 3, 5),),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("due 25/03/2027 and 04/05/2027", "en", True), ("due 03/25/2027 and 04/05/2027", "en", False),
        ("Budget $40k, due 04/05/2027", "en", False), ("Budget £40k, due 04/05/2027", "en", True),
        ("due 04/05/2027", "en", True),
        ("Budget $40k, bis 04/05/2027", "de", True), ("$20k incl GST, Sydney, 04/05/2027", "en", True),
    ],
)  # fmt: skip
def test_the_order_of_day_and_month_follows_the_evidence(text: str, language: str, expected: bool) -> None:
    assert infer_day_first(text, language) is expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a 16/9 master", "en"), ("9/16 and 1/1", "en"), ("version 2.1.", "de"), ("We may 3 times ask", "en"),
        ("30 second film", "en"),
        ("on the march", "en"), ("4:5", "en"), ("+45 20 12 34 56", "en"), ("$12,000", "en"), ("31/02/2027", "en"),
        ("today's look", "en"),
        ("24/7 support", "en"), ("2 x 30s", "en"), ("1080x1920", "en"), ("1. Umfang", "de"), ("1.2. Ziele", "de"),
        ("v2 of the cut", "sv"),
        ("1/2 day", "en"), ("two weeks of editing", "en"), ("shoot in two days", "en"), ("the second half", "en"),
        ("99.99.2027", "de"),
    ],
)  # fmt: skip
def test_other_figures_and_words_are_no_dates(text: str, language: str) -> None:
    assert find_dates(text, language, TODAY) == ()


@given(
    st.dates(date(2026, 1, 1), date(2035, 12, 31)),
    st.sampled_from(sorted(LEXICONS)),
    st.sampled_from(
        ["{d} {m} {y}", "{d}. {m} {y}", "{w} {d} {m} {y}", "{iso}", "{d}.{n}.{y}", "{d:02}/{n:02}/{y}", "{d}-{n}-{y}"]
    ),
)
def test_any_date_in_any_language_and_style_reads_back(day: date, language: str, style: str) -> None:
    lex = LEXICONS[language]
    month = lex.months[day.month - 1].split("|")[1 if language == "fi" else 0]
    weekday = lex.weekdays[day.weekday()].split("|")[0].rstrip("*")
    if language in {"es", "pt"}:
        month = f"de {month} de"
    written = style.format(d=day.day, m=month, y=day.year, w=weekday, n=day.month, iso=day.isoformat())
    (found,) = find_dates(f"x: {written}\n", language, TODAY, day_first=True)
    assert (found.value.days, found.value.weekday_mismatch, found.text) == ((day,), False, written)


@given(st.dates(date(2027, 2, 3), date(2028, 2, 2)), st.sampled_from(sorted(LEXICONS)))
def test_any_day_without_its_year_is_found_in_the_coming_year(day: date, language: str) -> None:
    month = LEXICONS[language].months[day.month - 1].split("|")[1 if language == "fi" else 0]
    of = "de " if language in {"es", "pt"} else ""
    (found,) = find_dates(f"x: {day.day} {of}{month}!", language, TODAY)
    assert found.value.days == (day,)


@given(st.dates(date(2027, 2, 3), date(2027, 12, 1)), st.integers(1, 20))
def test_a_run_of_days_holds_every_day(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    text = f"{first.day} {first:%B} - {last.day} {last:%B} {last.year}"
    (found,) = find_dates(text, "en", TODAY)
    assert found.value.days == tuple(first + timedelta(days=n) for n in range(length + 1))

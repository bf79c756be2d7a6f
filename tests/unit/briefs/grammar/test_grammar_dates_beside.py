"""Days told from a day said before them, and lists whose month stands elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.grammar.dates import find_dates

WEDNESDAY = date(2026, 4, 1)


def days_in(text: str, language: str) -> list[date]:
    return [day for found in find_dates(text, language, WEDNESDAY) for day in found.value.days]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "The hall is yours on the 6th and 7th.", ["04-06", "04-07"]),
        ("en", "From 4 May, then the yard on the 11th, 12th and 13th.", ["05-04", "05-11", "05-12", "05-13"]),
        ("en", "We rehearse on 4 May and perform from the 8th to the 10th.", ["05-04", "05-08", "05-09", "05-10"]),
        ("de", "Aufbau ist am 4. Mai, gedreht wird am 6. und 7.", ["05-04", "05-06", "05-07"]),
        ("nl", "Vanaf 4 mei zijn we er, liefst op de 6e en 7e.", ["05-04", "05-06", "05-07"]),
        ("pt", "A festa abre a 4 de maio e filmamos no dia 6 e 7.", ["05-04", "05-06", "05-07"]),
    ],
)  # fmt: skip
def test_every_day_of_a_list_without_its_month_is_read(language: str, text: str, days: list[str]) -> None:
    assert days_in(text, language) == [date.fromisoformat(f"2026-{day}") for day in days]


def test_a_number_of_things_behind_a_day_is_no_day() -> None:
    assert days_in("The cast arrives on the 6th and 7 films are needed.", "en") == [date(2026, 4, 6)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Our regatta is on Saturday 9 May; stay for the prizes on the Sunday, please.", date(2026, 5, 10)),
        ("en", "The stand opens on 6 May and is dressed the afternoon before.", date(2026, 5, 5)),
        ("de", "Die Messe beginnt am 6. Mai, wir brauchen alles am Tag davor.", date(2026, 5, 5)),
        ("fr", "Le salon ouvre le 6 mai, il nous faut le film la veille.", date(2026, 5, 5)),
        ("es", "La romería es el 9 y 10 de mayo; lo queremos el viernes siguiente.", date(2026, 5, 15)),
    ],
)
def test_a_day_is_told_by_the_one_said_before(language: str, text: str, day: date) -> None:
    assert days_in(text, language)[-1] == day


def test_a_weekday_after_is_counted_from_a_day_some_sentences_back() -> None:
    text = (
        f"Our race is on Saturday 9 May. {'Marshals are at every gate of the course. ' * 6}Prizes are the Friday after."
    )
    assert days_in(text, "en") == [date(2026, 5, 9), date(2026, 5, 15)]


def test_a_time_within_which_something_follows_counts_from_the_day_before_it() -> None:
    found = find_dates("De winkel gaat 4 mei open. Graag binnen twee weken erna.", "nl", WEDNESDAY)
    offset = found[-1].value.offset
    assert offset is not None
    assert (int(offset.amount), offset.unit, offset.anchor) == (2, "week", "that")


def test_a_line_that_opens_with_a_day_is_of_that_day_and_no_section() -> None:
    assert days_in("Dreh\n\n18.5. Hafen\n\n20.5. Werft\n\n2.5. Lieferumfang", "de") == [
        date(2026, 5, 18),
        date(2026, 5, 20),
    ]


def test_american_figures_that_are_a_date_only_one_way_round_need_no_cue() -> None:
    assert days_in("Budget $4,000. Need date is 11/30, in 9/16 and 9/21.", "en") == [date(2026, 11, 30)]


def test_a_letter_before_a_number_makes_it_no_day() -> None:
    assert days_in("på afsnit C4, torsdag den 7. maj", "da") == [date(2026, 5, 7)]

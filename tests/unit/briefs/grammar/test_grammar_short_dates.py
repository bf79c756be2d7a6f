"""Dates as short messages write them: a day alone, a named day, weekdays by their week, figures with a slash."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.grammar.dates import find_dates

MONDAY = date(2027, 3, 8)


def days_in(text: str, language: str) -> list[date]:
    return [day for found in find_dates(text, language, MONDAY) for day in found.value.days]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Filming 18th and 19th, edit by 30th", ["03-18", "03-19", "03-30"]),
        ("en", "we can do the 15th", []),
        ("de", "Samstag, 20. März, bis am 28. online", ["03-20", "03-28"]),
        ("fr", "tournage le 13 avril, prêt le 7.", ["04-13", "05-07"]),
        ("es", "me entreguen el treinta un video", ["03-30"]),
        ("pt", "filmamos a 27 e 28, e as receitas", ["03-27", "03-28"]),
        ("nl", "uiterlijk de 10e", ["03-10"]),
    ],
)
def test_a_day_of_the_month_alone_is_the_coming_one(language: str, text: str, days: list[str]) -> None:
    expected = [date.fromisoformat(f"2027-{day}") for day in days] or [date(2027, 3, 15)]
    assert days_in(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the 2nd film of a 3rd series on the 20th floor"),
        ("de", "am 3. Standort, nach dem 2. Schnitt"),
        ("fr", "le 2 pièces, les 20 clips"),
        ("es", "el 2 vídeos"),
    ],
)
def test_a_number_that_counts_a_thing_is_no_day(language: str, text: str) -> None:
    assert days_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "bis Gründonnerstag fertig", "2027-03-25"),
        ("de", "die Eltern wollen das bis Nikolaus haben", "2027-12-06"),
        ("nl", "uiterlijk Koningsdag", "2027-04-27"),
        ("en", "by Boxing Day", "2027-12-26"),
    ],
)
def test_a_day_with_a_name_of_its_own_is_found(language: str, text: str, day: str) -> None:
    assert days_in(text, language) == [date.fromisoformat(day)]


@pytest.mark.parametrize("text", ["ein Nikolausfilm", "Silvester heißt unser Hund", "bis Ostern"])
def test_a_name_that_leads_to_no_day_or_only_to_a_season_is_none(text: str) -> None:
    assert days_in(text, "de") == []


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("de", "Dreh Do/Fr nächste Woche auf der Alm", ["03-18", "03-19"]),
        ("en", "Mon-Wed next week", ["03-15", "03-16", "03-17"]),
        ("fr", "tournage mardi et mercredi pro", ["03-09", "03-10"]),
        ("de", "übernächste Woche Dienstag", ["03-23"]),
        ("en", "next Tues", ["03-16"]),
        ("de", "nächstes Wochenende", ["03-20", "03-21"]),
        ("nl", "vrijdag 11u, aula Sint-Denijs", ["03-12"]),
        ("es", "mié 17 de madrugada", ["03-17"]),
        ("de", "heute in 14 Tagen", ["03-22"]),
    ],
)
def test_weekdays_are_told_by_their_week(language: str, text: str, days: list[str]) -> None:
    assert days_in(text, language) == [date.fromisoformat(f"2027-{day}") for day in days]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("da", "hvornår: 14/5 og 15/5. endeligt materiale 1/6", ["05-14", "05-15", "06-01"]),
        ("pt", "18 e 19/9, Sabrosa, entrega 9/10", ["09-18", "09-19", "10-09"]),
        ("es", "entregar 27/11", ["11-27"]),
        ("en", "shoot 19/5", ["05-19"]),
        ("en", "in 9/16 and 4/5", []),
        ("it", "consegnato il 18/5. 20mila", ["05-18"]),
    ],
)
def test_figures_with_a_slash_are_a_day_and_its_month(language: str, text: str, days: list[str]) -> None:
    assert days_in(text, language) == [date.fromisoformat(f"2027-{day}") for day in days]


def test_a_weekday_counts_from_the_days_said_before_it_however_they_are_told() -> None:
    text = "tournage mardi et mercredi pro à Labège, livraison le lundi d'après"
    assert days_in(text, "fr") == [date(2027, 3, 9), date(2027, 3, 10), date(2027, 3, 15)]

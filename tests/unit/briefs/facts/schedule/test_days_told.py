"""Shoot days and deadlines as people tell them: beside other days, under labels, as an event."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from store.proposals.facts import BriefFacts
from tests.unit.briefs.facts.briefs import read

_ORDER = {
    "en": "We need a film of 60 seconds, 16:9. ",
    "de": "Wir brauchen einen Film von 60 Sekunden, 16:9. ",
    "fr": "Il nous faut un film de 60 secondes, 16:9. ",
    "es": "Necesitamos un vídeo de 60 segundos, 16:9. ",
    "nl": "We willen een film van 60 seconden, 16:9. ",
    "it": "Ci serve un film da 60 secondi, 16:9. ",
    "sv": "Vi behöver en film på 60 sekunder, 16:9. ",
    "da": "Vi skal bruge en film på 60 sekunder, 16:9. ",
}


def _facts(text: str, language: str = "en") -> BriefFacts:
    return read(_ORDER[language] + text).facts


def _march(*days: int) -> tuple[date, ...]:
    return tuple(date(2026, 3, day) for day in days)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "We film on Tuesday 10 March and the morning of the 12th.", (10, 12)),
        ("en", "Shoot on 10 and 11 March; on the 11th we have to leave at noon.", (10, 11)),
        ("en", "Shoot on 10 March, because on the 17th the hall is somebody else's.", (10,)),
        ("de", "Das Turnier ist am 14. März, und am Freitag davor dreht ihr bitte auch den Aufbau.", (13, 14)),
        ("fr", "Le tournage a lieu le 11 mars et le 13 au matin.", (11, 13)),
        ("es", "El rodaje es el 11 de marzo y el 13 por la tarde.", (11, 13)),
        ("nl", "We draaien op 11 maart en de 13e in de ochtend.", (11, 13)),
        ("it", "Le riprese sono due giornate, il 24 e 25 marzo.", (24, 25)),
    ],
)
def test_a_day_is_told_by_the_date_said_before_it(language: str, text: str, days: tuple[int, ...]) -> None:
    assert _facts(text, language).shoot_dates == _march(*days)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "\n\nDates: 10 and 11 March 2026\nPlace: Leith", (10, 11)),
        ("da", "\n\nDatoer: 10. og 11. marts 2026\nSted: Vejle", (10, 11)),
        ("fr", "\n\nDates : 10 et 11 mars 2026\nLieu : Metz", (10, 11)),
        ("es", "\n\nFechas: 10 y 11 de marzo de 2026\nLugar: Vigo", (10, 11)),
        ("en", "You would have the shop to yourselves on two Mondays: 9 and 16 March.", (9, 16)),
        ("en", "One day with you in the salon, ideally Wednesday 11 March.", (11,)),
        ("en", "It should come from our open weekend 14/15 March in Ripon.", (14, 15)),
        ("sv", "Filmen görs från vår turnering lö 14 mars.", (14,)),
        ("de", "Ein Film vom Sommerfest am 14. März.", (14,)),
    ],
)
def test_a_day_without_a_word_for_filming_is_the_shoot_where_it_can_be_nothing_else(
    language: str, text: str, days: tuple[int, ...]
) -> None:
    assert _facts(text, language).shoot_dates == _march(*days)


@pytest.mark.parametrize(
    "text",
    [
        "We are shut on Mondays. Dates still open.",
        "We film on some day in April. We'd love it for our stand (the fair itself is 9–11 May).",
        "The single comes out on 13 March.",
    ],
)
def test_a_day_of_something_else_is_not_the_shoot(text: str) -> None:
    assert _facts(text).shoot_dates == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Filming: half a day on 3 March for the yard, then full day on 5 March in the hall.", "1.5"),
        ("We record three talks a day, so two days, in our studio in Hove.", "2"),
        ("\n\nShooting\n\nTwo trips:\n\n- Alnwick, 2 days\n- Kelso, 1.5 days\n", "3.5"),
        ("You may have a morning with us, so half a day, in the shop.", "0.5"),
        ("It's a morning in the bakery. You would come for two days in March.", "2"),
        ("\n\nTimeline\n2 Mar   filming day 1\n3 Mar   filming day 2\n", "2"),
    ],
)
def test_days_are_added_up_where_they_are_told_apart(text: str, days: str) -> None:
    assert _facts(text).shoot_days == Decimal(days)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "\n\nTrailer due: 3 April 2026\nEverything due: 24 April 2026", date(2026, 4, 24)),
        ("en", "Drafts are due on 3 April. All films in their final form shall be submitted by 24 April, i.e. before "
               "the board meets on 30 April.", date(2026, 4, 24)),
        ("en", "The race is on Saturday 14 and Sunday 15 March, film all of it. We need it within 10 working days of "
               "the last day of the race.", date(2026, 3, 27)),
        ("en", "Clips are needed within a week of each recording. The last film must be with us on 24 April.",
         date(2026, 4, 24)),
        ("nl", "Klaar graag, nou ja, zeg maar woensdag 8 april op z'n laatst.", date(2026, 4, 8)),
        ("it", "Consegna il 10 aprile al più tardi.", date(2026, 4, 10)),
    ],
)  # fmt: skip
def test_the_delivery_is_the_last_finished_file(language: str, text: str, day: date) -> None:
    assert _facts(text, language).delivery_on == day

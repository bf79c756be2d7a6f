"""Days of the shoot and the delivery that follow from the words around them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.briefs.facts.briefs import read

_READ_ON = date(2026, 3, 2)
_FILM = "One film, 90 seconds, 16:9. "


def _may(*days: int) -> tuple[date, ...]:
    return tuple(date(2026, 5, day) for day in days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Un film de 90 secondes. Vous venez le 14 mai et le lendemain.", _may(14, 15)),
        ("Ein Film, 90 Sekunden. Gedreht wird am 14. Mai in der Halle und am Tag darauf im Büro.", _may(14, 15)),
        ("En film på 90 sekunder. Inspelning 14 maj. nej förlåt, 15 maj.", _may(15)),
        ("We shoot in our plant in two days, if possible 14 and 15 May. One film.", _may(14, 15)),
        (_FILM + "Shoot on 12 and 13 May, weather days 14 and 15 May.", _may(12, 13)),
        (_FILM + "We have our fete on 9 May. Could you come and film?", _may(9)),
        (_FILM + "Shoot: 5/12/26 - 5/13/26", _may(12, 13)),
    ],
)
def test_days_joined_to_a_day_are_the_shoots_and_others_are_not(text: str, days: tuple[date, ...]) -> None:
    assert read(text, received_on=_READ_ON).facts.shoot_dates == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (_FILM + "Attendance on site: three visits of half a day each in May.", "1.5"),
        (_FILM + "One day of filming in each of our four shops.", "4"),
        (_FILM + "Half a day's filming each, so two days' shooting altogether.", "2"),
        ("Film van 90 seconden. Opnamedata: 14 mei 2026 en 15 mei 2026 (alleen 's ochtends)", "1.5"),
        ("## 3 Umfang\n- 3.1 Ein Film, 90 Sekunden\n- 3.2 Sechs Drehtage in Wyssegg", "6"),
        (_FILM + "Two filming days: one day in Ghent, and one day in Aalst.", "2"),
    ],
)
def test_days_are_counted_by_visit_place_part_and_total(text: str, days: str) -> None:
    assert read(text, received_on=_READ_ON).facts.shoot_days == Decimal(days)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (_FILM + "TX is 12 June; the master has to be with us 5 working days before TX.", date(2026, 6, 5)),
        (_FILM + "Visits: 12 May (engine out), 20 May (sea trial). Delivery: ten working days after the sea trial.",
         date(2026, 6, 3)),
        ("Delivery\n- Main film: 15 May 2026\n- Ten social clips: 29 May 2026\n\nOne film 90s, ten clips 15s.",
         date(2026, 5, 29)),
        ("Two films. The trailer is due 8 May and the main film on 29 May.", date(2026, 5, 29)),
    ],
)  # fmt: skip
def test_the_last_piece_and_the_day_it_counts_from_make_the_delivery(text: str, day: date) -> None:
    assert read(text, received_on=_READ_ON).facts.delivery_on == day

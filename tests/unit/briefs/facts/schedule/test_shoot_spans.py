"""A span in which one may film is no list of days; days given a place count every place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.briefs.facts.briefs import read


@pytest.mark.parametrize(
    "span",
    [
        "Filming window 18 January - 5 February 2027.",
        "Filming window: 18 - 20 January 2027",
        "We can film any time between 18 and 22 January 2027.",
        "We shoot 18 January - 5 February 2027.",
        "Drehzeitraum: 18. Januar bis 5. Februar 2027",
        "Période de tournage : du 18 janvier au 5 février 2027",
        "Periodo de rodaje: 18 de enero al 5 de febrero de 2027",
        "Draaiperiode: 18 januari - 5 februari 2027",
        "Inspelningsperiod: 18 januari - 5 februari 2027",
        "Optageperiode: 18. januar - 5. februar 2027",
        "Opptaksperiode: 18. januar - 5. februar 2027",
        "Periodo di riprese: 18 gennaio - 5 febbraio 2027",
        "Período de filmagens: 18 de janeiro a 5 de fevereiro de 2027",
    ],
)
def test_a_span_to_film_in_is_neither_days_nor_dates(span: str) -> None:
    facts = read(f"Hi, we need one 60-second brand film.\n{span}\nThanks, Tom").facts
    assert (facts.shoot_days, facts.shoot_dates) == (None, ())


def test_a_few_days_in_a_row_are_still_days() -> None:
    facts = read("We need one 60-second brand film.\nShoot: 18-20 January 2027").facts
    assert (facts.shoot_days, len(facts.shoot_dates)) == (Decimal(3), 3)


def test_what_is_signed_off_by_a_day_is_due_then() -> None:
    assert read("A 60-second film. Signed off by Monday 22 February 2027.").facts.delivery_on == date(2027, 2, 22)


@pytest.mark.parametrize(
    "text",
    [
        "A 60-second film. Delivery by 1 March 2027. Signed off by Monday 22 February 2027.",
        "A 60-second film, delivery by 1 March 2027. Script signed off by 22 February 2027.",
    ],
)
def test_a_delivery_date_of_its_own_stands_beside_a_sign_off(text: str) -> None:
    assert read(text).facts.delivery_on == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A 60-second film. We film at the depots in Leeds, York and Hull. One day per depot.", 3),
        ("Wir brauchen einen Film, 60 Sekunden. Ein Drehtag pro Standort in Hamburg, Köln und München.", 3),
        ("A 60-second film. Four shoot days in Leeds, York and Hull.", 4),
    ],
)
def test_days_given_a_place_count_every_named_place(text: str, days: int) -> None:
    assert read(text).facts.shoot_days == days


def test_a_couple_said_exactly_is_that_many() -> None:
    pieces = read("We need one 60-second brand film.\nA couple of stills for the website, say 10.").facts.deliverables
    assert [(p.kind, p.quantity) for p in pieces] == [("film", 1), ("stills", 10)]

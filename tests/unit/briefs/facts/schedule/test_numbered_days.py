"""Days of the shoot told by their number, each with its place."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

_ORDER = "Client: Fernlea Ltd\nOne film of 60 seconds, 16:9.\n{}\nDelivery 30 July 2027. Budget 30,000 EUR ex VAT."


@pytest.mark.parametrize(
    ("said", "days", "places"),
    [
        ("Shoot: Day 1: Cardiff, day 2: Swansea, day 3: Newport", 3, ("Cardiff", "Swansea", "Newport")),
        ("Dreh: Tag 1 Rostock, Tag 2 Wismar", 2, ("Rostock", "Wismar")),
        ("Rodaje: Día 1 Puebla, día 2 Cholula", 2, ("Puebla", "Cholula")),
        ("Opnames: dag 1 Naaldwijk, dag 2 Rotterdam, in week 20.", 2, ("Naaldwijk", "Rotterdam")),
        ("Jour 1 : Nantes, jour 2 : Angers.", 2, ("Nantes", "Angers")),
        ("Drehtag 1: Ulm\nDrehtag 2: Aalen", 2, ("Ulm", "Aalen")),
    ],
)
def test_numbered_days_are_counted_and_give_their_places(said: str, days: int, places: tuple[str, ...]) -> None:
    reading = read(_ORDER.format(said))

    assert reading.facts.shoot_days == days
    assert reading.facts.locations == places


@pytest.mark.parametrize("said", ["We come on day 2 of the fair.", "Day 1 and day 3 of the camp are full already."])
def test_days_that_are_not_numbered_from_one_on_count_nothing(said: str) -> None:
    assert read(_ORDER.format(said)).facts.shoot_days is None

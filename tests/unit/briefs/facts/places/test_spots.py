"""Spots without a name of their own, in the breath of the shoot, are candidates for where it is filmed."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.facts.places.spots import spots_in
from copilot.briefs.facts.schedule.schedule import rules_dates
from store.inbox.threads import split_thread


def _zones(text: str) -> Zones:
    return zones_of(
        BriefSource(source_id="letter", text=text, segments=split_thread(text), received_on=date(2026, 3, 2))
    )


def _spots(text: str, language: str) -> list[str]:
    zones = _zones(text)
    found = list(spots_in(zones, language, rules_dates(zones, language)))
    assert all(zones.wanted.text[start:end] == name for name, start, end in found)
    return [name for name, _, _ in found]


@pytest.mark.parametrize(
    ("language", "text", "spots"),
    [
        ("en", "We film on 4 June in the old sawmill and down at the slipway.", ["old sawmill", "slipway"]),
        ("en", "Filming takes a day, at the disused creamery in Ballyhane.", ["disused creamery in Ballyhane"]),
        ("de", "Gedreht wird am 4. Juni in der alten Weberei am Tillsee und im Heizungskeller.",
         ["alten Weberei am Tillsee", "Heizungskeller"]),
        ("fr", "Tournage le 4 juin dans la scierie et sur le quai.", ["scierie", "quai"]),
        ("es", "Rodaremos el 4 de junio en la almazara y en el muelle.", ["almazara", "muelle"]),
        ("da", "Vi filmer den 4. juni i drivhuset.", ["drivhuset"]),
        ("it", "Si gira il 4 giugno nel frantoio e sulla banchina.", ["frantoio", "banchina"]),
    ],
)  # fmt: skip
def test_a_spot_is_what_a_preposition_of_place_governs(language: str, text: str, spots: list[str]) -> None:
    assert _spots(text, language) == spots


def test_what_is_no_ground_and_what_is_told_apart_from_the_shoot_is_no_spot() -> None:
    assert _spots("We film in the morning, in a good mood and at a steady pace.", "en") == []
    assert _spots("We met at the old sawmill.\n\nOne film, please, by June.", "en") == []

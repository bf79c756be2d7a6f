"""What is asked for besides the pieces is read in the brief's words."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read


@pytest.mark.parametrize(
    ("said", "named", "quoted"),
    [
        ("Some drone shots of the quay would be lovely.", ("drone",), "drone"),
        ("Mit Drohnenaufnahmen und einem Off-Sprecher.", ("drone", "voice-over"), "Drohnenaufnahmen"),
        ("Avec des prises de vue aériennes.", ("drone",), "prises de vue aériennes"),
        ("Queremos una voz en off femenina.", ("voice-over",), "voz en off"),
        ("Met originele muziek van een componist.", ("composed music",), "originele muziek"),
        ("The award ceremony is to be streamed live.", ("live stream",), "streamed live"),
        ("Vi vill ha flygbilder över hamnen.", ("drone",), "flygbilder"),
    ],
)
def test_what_is_asked_for_is_named_once_in_its_words(said: str, named: tuple[str, ...], quoted: str) -> None:
    reading = read(f"We need one 60-second film for our harbour.\n{said}\nDelivery by 30 June 2027.")
    assert reading.facts.extras == named
    assert reading.evidence["extras"][0].quote == quoted


@pytest.mark.parametrize(
    "said",
    [
        "No drone, please: the airport is next door.",
        "Ohne Sprecher und ohne Drohne.",
        "Pas de voix off.",
        "We provide the archive footage ourselves.",
        "Company: Peregrine Drones",
    ],
)
def test_what_is_refused_or_theirs_is_not(said: str) -> None:
    assert read(f"We need one 60-second film for our harbour.\n{said}\nDelivery by 30 June 2027.").facts.extras == ()

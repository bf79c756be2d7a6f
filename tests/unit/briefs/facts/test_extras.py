"""What is asked for and not priced is said, with the brief's words."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read


def not_priced(text: str) -> list[tuple[str, tuple[str, ...]]]:
    warnings = read(f"We need one 60-second film for our harbour.\n{text}\nDelivery by 30 June 2027.").warnings
    return [(w.message, tuple(q.quote for q in w.quotes)) for w in warnings if w.code == "not_priced"]


@pytest.mark.parametrize(
    ("said", "named", "quoted"),
    [
        ("Some drone shots of the quay would be lovely.", "drone", "drone"),
        ("Mit Drohnenaufnahmen und einem Off-Sprecher.", "drone, voice-over", "Drohnenaufnahmen"),
        ("Avec des prises de vue aériennes.", "drone", "prises de vue aériennes"),
        ("Queremos una voz en off femenina.", "voice-over", "voz en off"),
        ("Met originele muziek van een componist.", "original music", "originele muziek"),
        ("The award ceremony is to be streamed live.", "a live stream", "streamed live"),
        ("Vi vill ha flygbilder över hamnen.", "drone", "flygbilder"),
    ],
)
def test_what_is_asked_for_is_named_once_in_its_words(said: str, named: str, quoted: str) -> None:
    [(message, quotes)] = not_priced(said)
    assert f": {named}." in message
    assert quotes[0] == quoted


@pytest.mark.parametrize(
    "said",
    [
        "No drone, please: the airport is next door.",
        "Ohne Sprecher und ohne Drohne.",
        "Pas de voix off.",
        "We provide the archive footage ourselves.",
    ],
)
def test_what_is_refused_or_theirs_is_not(said: str) -> None:
    assert not_priced(said) == []


def test_a_drawn_film_has_its_voice_among_its_lines() -> None:
    warnings = read("We need one 60-second animated explainer with a voice-over by 30 June 2027.").warnings
    assert [w.code for w in warnings if w.code == "not_priced"] == []

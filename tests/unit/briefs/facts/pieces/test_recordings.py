"""Which pieces are recordings shown whole, and which are films that somebody crafts."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read


def _kinds(text: str) -> list[str]:
    return [piece.kind for piece in read(text).facts.deliverables]


@pytest.mark.parametrize(
    "text",
    [
        "We need 3 lecture recordings of 45 minutes each, filmed on 12 May 2026 in Utrecht.",
        "Full recording of 5 talks, 30 minutes each, edited with title cards.",
        "Video podcast, 6 episodes of 30 minutes, in your studio. 3 days.",
        "The quartet plays opus 131 at sunrise. We'd want it filmed whole (39 minutes).",
        "Interview with our founder shown in full, 40 minutes.",
        "Livestream of the plenary, 4 hours, to YouTube.",
        "Wir suchen jemanden, der unsere Ringvorlesung aufzeichnet: 5 Vorträge à 60 Minuten, komplett.",
        "Captation intégrale d'un concert de 90 minutes à Lille, 3 caméras.",
        "Wij willen 4 webinars opnemen van 45 minuten.",
        "Optagelse af 4 foredrag på 40 minutter.",
    ],
)
def test_what_is_shown_whole_is_a_recording(text: str) -> None:
    assert _kinds(text) == ["recording"]


def test_a_podcast_may_be_named_in_the_subject_alone() -> None:
    text = "There are eight episodes of around 40 minutes each."
    assert [piece.kind for piece in read(text, subject="Filming our podcast").facts.deliverables] == ["recording"]
    assert _kinds(text) == ["episode"]


def test_the_short_film_of_an_event_is_none() -> None:
    text = "We'd like the concert filmed in full, about 75 minutes, plus a 3 minute highlight film."
    assert sorted(_kinds(text)) == ["recap", "recording"]


@pytest.mark.parametrize(
    "text",
    [
        "One documentary of 52 minutes about the dykes.",
        "A documentary of 26 minutes about the concert hall.",
        "An 8 minute film about our lectures.",
        "A 20 minute training film about safety, 1 day.",
        "A series of 6 episodes of 25 minutes about our farmers.",
    ],
)
def test_a_crafted_film_is_none_however_long(text: str) -> None:
    assert "recording" not in _kinds(text)

"""What the work is for, as letters in several languages say it."""

from __future__ import annotations

import pytest

from store.proposals.facts import BriefFacts
from tests.unit.briefs.facts.briefs import read

_FILM = "We need one film of 60 seconds, 16:9. "


def _facts(text: str, sender: tuple[str, str] | None = None, subject: str | None = None) -> BriefFacts:
    return read(text, sender=sender, subject=subject).facts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_FILM + "It should motivate our members to come back next year.", "motivate our members"),
        ("We want two films of 20 seconds, all landscape, to bring families in on Sunday mornings.", "bring families"),
        ("We would like three films, 30 seconds each, showing tenants how to read their meter.", "showing tenants"),
        ("Nous voudrions un film de deux minutes qui donne envie aux jeunes de nous rejoindre.", "donne envie"),
        ("Doel van de film: bewoners verleiden om vaker de fiets te nemen.\n\n1 film van 60 seconden.", "verleiden"),
        ("Wij zoeken een film van 60 seconden om jonge ouders naar ons museum te lokken.", "lokken"),
        ("Vi behöver en film på 60 sekunder för att få fler unga att söka till oss.", "fler unga"),
        ("Wir brauchen einen Film von 60 Sekunden, um junge Leute für das Handwerk zu begeistern.", "begeistern"),
    ],
)  # fmt: skip
def test_what_the_work_is_for_is_told_in_many_ways(text: str, said: str) -> None:
    assert said in (_facts(text).objective or "")


@pytest.mark.parametrize(
    "text",
    [
        "Tanken är en huvudfilm på tre minuter i 16:9 och två kortare versioner på 45 sekunder i 1:1.",
        "We need one film of 60 seconds. The idea is a woman who cannot find her other shoe.",
        "Wir brauchen einen Film von 60 Sekunden. Fertig sein sollte er bis Ende Mai, damit wir ihn zeigen können.",
    ],
)
def test_the_plot_the_pieces_and_the_deadline_are_no_aim(text: str) -> None:
    assert _facts(text).objective is None

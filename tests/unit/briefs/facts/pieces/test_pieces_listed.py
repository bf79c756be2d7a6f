"""Pieces in lists and asides: each kind counted, measured and shaped as the whole brief says."""

from __future__ import annotations

import pytest

from store.proposals.facts import BriefFacts
from tests.unit.briefs.facts.briefs import read


def _facts(text: str, sender: tuple[str, str] | None = None, subject: str | None = None) -> BriefFacts:
    return read(text, sender=sender, subject=subject).facts


def _pieces(text: str) -> list[tuple[int, int | None, tuple[str, ...]]]:
    return sorted(
        ((d.quantity, d.duration_seconds, d.aspect_ratios) for d in _facts(text).deliverables),
        key=lambda piece: (piece[1] or 0, piece[0]),
    )


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("- three portraits at 2 min each\n- one opener of 30 sec\nAll 16:9, for the foyer screen.",
         [(1, 30, ("16:9",)), (3, 120, ("16:9",))]),
        ("1. One brand film - 50 seconds\n2. Three edits - 15 seconds\n3. Four bumpers - 6 seconds\nAll in 16:9.",
         [(4, 6, ("16:9",)), (3, 15, ("16:9",)), (1, 50, ("16:9",))]),
        ("Wir hätten gern ein Filmchen vom Fest, so 80 Sekunden, quer, und 15 Fotos.",
         [(15, None, ()), (1, 80, ("16:9",))]),
        ("We'd love a film of the day, 90 seconds, landscape, and 25 photos.", [(25, None, ()), (1, 90, ("16:9",))]),
        ("We want four guest stories, each about 60 seconds, in widescreen. From each of them we'd also need a "
         "15-second cut, square.", [(4, 15, ("1:1",)), (4, 60, ("16:9",))]),
        ("We need an aftermovie of our festival on 4, 5 and 6 September: 90 seconds, 16:9, and every day one reel of "
         "20 seconds, 9:16.", [(3, 20, ("9:16",)), (1, 90, ("16:9",))]),
        ("Le festival dure quatre soirs. Un film de 60 secondes en 16:9 et chaque soir une vidéo de 15 secondes en "
         "9:16.", [(4, 15, ("9:16",)), (1, 60, ("16:9",))]),
        ("Va bene il film da 60 secondi in 16:9, ma i reel diventano sette invece di cinque, sempre da 20 secondi e "
         "in verticale.", [(7, 20, ("9:16",)), (1, 60, ("16:9",))]),
        ("One film of 75 sec in 16:9, and 3 x 15 sec teasers in 1:1.\n\nOh, and 9:16 for the teasers too please.",
         [(3, 15, ("1:1", "9:16")), (1, 75, ("16:9",))]),
        ("We'd like a film of about two minutes in the wide format, and a shorter one, a minute or so, to send round.",
         [(1, 60, ()), (1, 120, ("16:9",))]),
    ],
)  # fmt: skip
def test_every_kind_of_piece_is_counted_and_shaped(text: str, pieces: list[object]) -> None:
    assert _pieces(text) == pieces

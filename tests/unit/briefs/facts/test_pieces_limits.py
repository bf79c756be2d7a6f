"""Lengths said by their limit or by the hour, and pieces per thing where the things are named one by one."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

Piece = tuple[int, int | None, tuple[str, ...]]


def _pieces(text: str) -> list[Piece]:
    return sorted(
        ((d.quantity, d.duration_seconds, d.aspect_ratios) for d in read(text).facts.deliverables),
        key=lambda piece: (piece[1] or 0, piece[0]),
    )


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One film per branch (Leeds, Hull, York): 90 seconds, 16:9.", [(3, 90, ("16:9",))]),
        ("Un vídeo por tienda (tenemos cinco): 30 segundos, 9:16.", [(5, 30, ("9:16",))]),
        ("One film per school, 60 seconds. The schools are Alder, Birch and Elm.", [(3, 60, ())]),
        ("One teaser per film (English, French): 15 seconds.", [(1, 15, ())]),
        ("| Piece | Qty | Length |\n|---|---|---|\n| Profile | 4 | 2:00 |\n| Short per profile | 4 | 0:20 |",
         [(4, 20, ()), (4, 120, ())]),
        ("| Piece | Qty | Length |\n|---|---|---|\n| Profile | 4 | 2:00 |\n| Short per profile | 2 | 0:20 |",
         [(8, 20, ()), (4, 120, ())]),
    ],
)  # fmt: skip
def test_a_piece_per_thing_is_counted_by_the_things_named(text: str, pieces: list[Piece]) -> None:
    assert _pieces(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One film, 2:00-2:30, 16:9.", [(1, 150, ("16:9",))]),
        ("Een film van tussen de 60 en 90 seconden, 16:9.", [(1, 90, ("16:9",))]),
        ("Ein Imagefilm, zwei Minuten, höchstens drei, 16:9.", [(1, 180, ("16:9",))]),
        ("Cinq capsules. Chaque capsule n'excédera pas soixante-quinze secondes.", [(5, 75, ())]),
        ("Fire klip, ikke over 20 sekunder, 9:16.", [(4, 20, ("9:16",))]),
        ("Un documental de un cuarto de hora, 16:9.", [(1, 900, ("16:9",))]),
        ("A half-hour documentary, 16:9.", [(1, 1800, ("16:9",))]),
        ("We are half an hour from Leeds. One film, 2 minutes.", [(1, 120, ())]),
    ],
)  # fmt: skip
def test_a_length_said_by_its_limit_or_by_the_hour_is_read(text: str, pieces: list[Piece]) -> None:
    assert _pieces(text) == pieces

"""Lengths said by their limit or by the hour, and pieces per thing where the things are named one by one."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import Piece, pieces_of


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
    assert pieces_of(text) == pieces


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
    assert pieces_of(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("A film of two minutes, 16:9; and four (4) morsels of not more than ten (10) seconds, in 9:16.",
         [(4, 10, ("9:16",)), (1, 120, ("16:9",))]),
        ("One film, 90 seconds. The crew has 3 people and the lift takes 20 seconds.", [(1, 90, ())]),
        ("| Del | Antal | Varighed |\n|---|---|---|\n| Film | 1 | 6 min. |\n| Stationer | 8 | 40 sek. |",
         [(8, 40, ()), (1, 360, ())]),
        ("TV spot: 1x30, 2x15, 9:16 and 16:9", [(2, 15, ("9:16", "16:9")), (1, 30, ("9:16", "16:9"))]),
        ("A documentary in four parts, each part 5 minutes, 16:9.", [(4, 300, ("16:9",))]),
        ("A documentary in four chapters, 20 minutes, 16:9.", [(1, 1200, ("16:9",))]),
        ("One film, 2 min, 16:9. And the same film in 9:16.", [(1, 120, ("16:9", "9:16"))]),
        ("Un film de 1 min 40 qui passe sur l'écran, 16:9.", [(1, 100, ("16:9",))]),
        ("1 tour film, 3:30 min\n3 product clips, 40 sec.\n\nall films in 16:9, the clips additionally in 1:1",
         [(3, 40, ("16:9", "1:1")), (1, 210, ("16:9",))]),
        ("One film, 2 minutes, 16:9.\nCorrection loops: 3", [(1, 120, ("16:9",))]),
        ("1 explainer 60 sec + 5 clips 10 sec 9:16, budget max 3,000 EUR all incl. VAT",
         [(5, 10, ("9:16",)), (1, 60, ())]),
        ("We want a film of two minutes. We also want a version of thirty seconds.", [(1, 30, ()), (1, 120, ())]),
        ("Every day a reel of 20 sec, 9:16. The fair runs 3 to 6 June.", [(4, 20, ("9:16",))]),
        ("2 films of 20s and 3 bumpers of 6s, 9:16. For the 6s we also need square.",
         [(3, 6, ("9:16", "1:1")), (2, 20, ())]),
    ],
)  # fmt: skip
def test_a_piece_is_known_by_being_counted_and_measured(text: str, pieces: list[Piece]) -> None:
    assert pieces_of(text) == pieces


_BEFORE = (
    "Hello,\n\n{reply}\n\nKind regards\nAnn Hale\n\n"
    "On Tue, 7 April 2026 at 09:30, Ann Hale <ann@wherries.example> wrote:\n\n"
    "> Hello, for the Wherry Trust we need:\n> 1 film of 60 seconds\n> 1 film of 30 seconds\n"
    "> 6 clips of 10 seconds, one per mill.\n"
    "> Budget 9,000 pounds.\n"
)


@pytest.mark.parametrize(
    ("reply", "pieces"),
    [
        ("We drop the 60-second film. The rest stays as it was.", [(6, 10, ()), (1, 30, ())]),
        ("And rather than 30 seconds we want 40. The rest stays as it was.", [(6, 10, ()), (1, 40, ()), (1, 60, ())]),
        ("There are not 6 but 5 mills. The rest stays as it was.", [(5, 10, ()), (1, 30, ()), (1, 60, ())]),
        ("Instead of six clips we want four. The rest stays as it was.", [(4, 10, ()), (1, 30, ()), (1, 60, ())]),
    ],
)
def test_a_reply_strikes_pieces_and_changes_their_lengths_and_numbers(reply: str, pieces: list[Piece]) -> None:
    assert pieces_of(_BEFORE.format(reply=reply)) == pieces

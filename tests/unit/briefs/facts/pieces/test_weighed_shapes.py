"""A piece's shapes by rules and learnt weights together, where the rules alone would read something else."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.shape_words import shapes_said
from copilot.briefs.facts.pieces.weighed_shapes import with_weighed_shapes
from tests.unit.briefs.facts.briefs import Piece, pieces_of, read


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Hej! Vi skal bruge en film på to minutter og 4 klip på 15 sekunder. Klippene skal være firkantede.",
         [(4, 15, ("1:1",)), (1, 120, ())]),
        ("Guten Tag, wir brauchen einen Film von 3 Minuten und einen Teaser, 20 sek, hoch. Dreh im Mai.",
         [(1, 20, ("9:16",)), (1, 180, ())]),
    ],
)  # fmt: skip
def test_a_shape_goes_to_the_piece_it_is_said_of(text: str, pieces: list[Piece]) -> None:
    assert pieces_of(text) == pieces


def test_a_shape_that_only_the_weights_give_is_quoted() -> None:
    text = "Guten Tag, wir brauchen einen Film von 3 Minuten und einen Teaser, 20 sek, hoch. Dreh im Mai."
    quotes = read(text).evidence["deliverables"]

    assert "hoch" in [q.quote for q in quotes]
    assert all(text[q.start : q.end] == q.quote for q in quotes)


@pytest.mark.parametrize(
    ("text", "ratios"),
    [
        ("3 clips, tall", ["9:16"]),
        ("fire klip, firkantet", ["1:1"]),
        ("sixteen by nine and nine by sixteen", ["16:9", "9:16"]),
        ("Bilder im Hochformat, ein Film quer", ["9:16", "16:9"]),
        ("acostados, no parados", ["16:9"]),
        ("a film of two minutes", []),
        ("", []),
    ],
)
def test_shapes_are_found_by_their_everyday_names(text: str, ratios: list[str]) -> None:
    assert [said.ratio for said in shapes_said([Unit(0, len(text), text, "prose")], "en")] == ratios


def test_a_portrait_of_a_person_is_no_upright_picture() -> None:
    text = "Two portraits of 2 minutes, 16:9, and for each portrait an extract of 15 seconds, square."

    assert all("9:16" not in ratios for _, _, ratios in pieces_of(text))


def test_without_pieces_there_is_nothing_to_weigh() -> None:
    assert with_weighed_shapes("square", [], [Unit(0, 6, "square", "prose")], "en") == ([], [])

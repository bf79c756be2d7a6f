"""Pieces said by way of others: for each of something, the same once more, as the message before had it."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

Piece = tuple[int, int | None, tuple[str, ...]]
WIDE, TALL, SQUARE = ("16:9",), ("9:16",), ("1:1",)


def _pieces(text: str) -> list[Piece]:
    return sorted(
        ((d.quantity, d.duration_seconds, d.aspect_ratios) for d in read(text).facts.deliverables),
        key=lambda piece: (piece[1] or 0, piece[0]),
    )


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Two adverts, a 20 and a 40, both 16:9.", [(1, 20, WIDE), (1, 40, WIDE)]),
        ("Un film de 45 secondes et des versions de 20 et 10.", [(1, 10, ()), (1, 20, ()), (1, 45, ())]),
        ("One trailer of 40 seconds and the same thing cut to 12.", [(1, 12, ()), (1, 40, ())]),
        ("Drei Dutzend Fotos und ein Film von 1min20.", [(36, None, ()), (1, 80, ())]),
        ("Users understand it in twenty seconds. One film of 50 seconds, 16:9.", [(1, 50, WIDE)]),
        (
            "Ett klipp på 40 sekunder i 1,85:1 och ett kvadratiskt klipp, lika långt.",
            [(1, 40, SQUARE), (1, 40, ("1.85:1",))],
        ),
    ],
)
def test_a_length_is_read_without_its_unit_and_not_where_it_is_time_passing(text: str, pieces: list[Piece]) -> None:
    assert sorted(_pieces(text), key=str) == sorted(pieces, key=str)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("A recipe film of 40 seconds and four loops of 6 seconds.\nLandscape for the film, square for the loops.",
         [(4, 6, SQUARE), (1, 40, WIDE)]),
        ("1 bedrijfsfilm van 80 seconden en 1 teaser van 12 seconden.\nFormaat: alles 16:9; teaser ook 9:16",
         [(1, 12, WIDE + TALL), (1, 80, WIDE)]),
        ("En film på 70 sekunder og tre klip på 20 sekunder, bredformat det hele.", [(3, 20, WIDE), (1, 70, WIDE)]),
        ("Two films, a 40 and a 20, widescreen, plus the 20 again as a vertical.",
         [(1, 20, WIDE + TALL), (1, 40, WIDE)]),
        ("Amount: 1 hero film, 5 loops\nLength: hero 50s, loops 8s\nFormat: hero 16:9, loops 1:1",
         [(5, 8, SQUARE), (1, 50, WIDE)]),
        ("One explainer of 80 seconds, 16:9.\n- Someone asked about vertical, parked", [(1, 80, WIDE)]),
    ],
)  # fmt: skip
def test_a_line_gives_shapes_or_lengths_to_the_pieces_it_names(text: str, pieces: list[Piece]) -> None:
    assert _pieces(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Seis retratos de 50 segundos en 16:9, cada uno con un tráiler de 12 segundos en 9:16.",
         [(6, 12, TALL), (6, 50, WIDE)]),
        ("Wir führen vier Häuser. Pro Haus ein Film mit 70 Sekunden und dazu je ein Reel mit 20 Sekunden.",
         [(4, 20, ()), (4, 70, ())]),
        ("(a) five videos of 70 seconds, one per trail;\n(b) six photographs per trail.",
         [(30, None, ()), (5, 70, ())]),
        ("We sell 7 teas and want a little film for each, 20 seconds.", [(7, 20, ())]),
        ("Pour chaque atelier (3) :\n- un film de 40 secondes\n- 5 photos", [(15, None, ()), (3, 40, ())]),
        ("Player intros, 18 of them, 5 seconds each, 16:9", [(18, 5, WIDE)]),
        ("A short clip for each decade, 9 altogether, 30 seconds each.", [(9, 30, ())]),
        ("Huset har seks butikkar. Ein film på 50 sekund for kvar butikk.", [(6, 50, ())]),
    ],
)  # fmt: skip
def test_pieces_for_each_of_something_are_counted_by_it(text: str, pieces: list[Piece]) -> None:
    assert _pieces(text) == pieces


def test_a_table_laid_out_with_spaces_is_read_by_its_columns() -> None:
    table = (
        "Piece               Qty    Length     Format\n"
        "---------------------------------------------\n"
        "Market film           1    80 sec     16:9\n"
        "Stall loops           6    8 sec      1:1, 9:16\n"
        "Product photos       12    -          -\n"
    )

    assert _pieces(table) == [(12, None, ()), (6, 8, ("1:1", "9:16")), (1, 80, WIDE)]


def test_columns_headed_by_pieces_hold_their_lengths() -> None:
    table = (
        "| Title | Author | Trailer | Interview | Out |\n|---|---|---|---|---|\n"
        "| Low Tide | R. Moor | 20s | 4 min | May |\n| High Wire | S. Tarn | 20s | 4 min | June |\n"
    )

    assert _pieces(table) == [(2, 20, ()), (2, 240, ())]


def test_the_numbers_of_a_tables_rows_count_nothing() -> None:
    table = (
        "| No. | Item | Details |\n|---|---|---|\n"
        "| 1 | Scope | 1 main film of 2 minutes & 4 village films of 50 seconds each |\n"
        "| 2 | Aspect ratio | 16:9 for all; village films also in 9:16 |\n"
        "| 3 | Handing over of final films | 4 May 2026 |\n"
    )

    assert _pieces(table) == [(4, 50, WIDE + TALL), (1, 120, WIDE)]


def test_a_reply_keeps_what_the_message_before_said_of_a_piece() -> None:
    thread = (
        "Hi,\n\nthe film can be shorter, 50 seconds is enough, and rather 5 clips instead of 3.\n\nMaud\n\n"
        "On Tue, 3 Mar 2026 at 14:12, Northlight <hello@northlight.example> wrote:\n"
        "> We suggest a film of 90 seconds (16:9) and 3 clips of 12 seconds (9:16).\n"
    )

    assert _pieces(thread) == [(5, 12, TALL), (1, 50, WIDE)]

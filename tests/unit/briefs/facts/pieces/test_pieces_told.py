"""Pieces as people tell them: measured a line later, per row of a table, by their shapes' everyday names."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import Piece, pieces_of, read


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("We want six short videos instead of slides.\n- 6 videos, 2 min 30 each, 16:9", [(6, 150, ("16:9",))]),
        ("Two spots of 1 minute 10 each, 16:9.", [(2, 70, ("16:9",))]),
        ("One spot of 30 seconds and one of 60 seconds, 16:9.", [(1, 30, ("16:9",)), (1, 60, ("16:9",))]),
        ("A sizzle for a 90-minute feature documentary.\n\n- a sizzle reel, 4 minutes, 16:9", [(1, 240, ("16:9",))]),
        ("A film of 40 seconds, 16:9. It's Tuesday the twenty-second and Thursday the twenty-fourth of September.",
         [(1, 40, ("16:9",))]),
        ("* 3 live-action lab tours, 50 sec each, 16:9", [(3, 50, ("16:9",))]),
        ("Queremos 1 reel vertical de 30 seg por cada día, son 3 días.", [(3, 30, ("9:16",))]),
        ("- il film scende a 75 secondi (era 120), 16:9\n- i teaser diventano quattro, da 12 secondi, 9:16",
         [(4, 12, ("9:16",)), (1, 75, ("16:9",))]),
        ("1. Two spots of 30 seconds\n2. One training video of 4 minutes\n\nAll in 16:9. Item 1 shall also be supplied "
         "in 9:16.", [(2, 30, ("16:9", "9:16")), (1, 240, ("16:9",))]),
    ],
)  # fmt: skip
def test_pieces_are_counted_once_with_their_own_length_and_shape(text: str, pieces: list[Piece]) -> None:
    assert pieces_of(text) == pieces


@pytest.mark.parametrize(
    "row", ["Portrait cutdown | 2 per portrait", "Cutdown per portrait | 2"], ids=["in the number", "in the name"]
)
def test_a_row_of_a_table_counts_per_piece_of_another(row: str) -> None:
    head = "| Asset | How many | Length | Ratio |\n|---|---|---|---|\n"
    table = f"{head}| Portrait film | 4 | 1:30 | 16:9 |\n| {row} | 15 s | 9:16 |"

    assert pieces_of(table) == [(8, 15, ("9:16",)), (4, 90, ("16:9",))]


@pytest.mark.parametrize(
    ("said", "ratio"),
    [
        ("upright for phones", "9:16"),
        ("shaped like a phone", "9:16"),
        ("op zijn kant", "9:16"),
        ("widescreen", "16:9"),
        ("ordinary wide format", "16:9"),
        ("shaped like a normal screen", "16:9"),
        ("à l'horizontale", "16:9"),
    ],
)
def test_shapes_have_everyday_names(said: str, ratio: str) -> None:
    assert pieces_of(f"We need one film of 60 seconds, {said}.") == [(1, 60, (ratio,))]


@pytest.mark.parametrize(
    ("text", "thought"),
    [
        ("Filmen skal vare højst 4 minutter. Formålet er at få naboerne til at stemme ja.", "stemme ja"),
        ("Ein Film, 60 Sek. Wir möchten, dass ehemalige Lehrkräfte zurückkommen.", "zurückkommen"),
        ("A 40-second spot, 16:9. We want students to come to us instead of the mall.", "instead of the mall"),
        ("1 spot de 30 s. On veut remplir la piscine le mardi soir.", "remplir la piscine"),
        ("A film of 60 seconds. The idea behind it is that nobody stays away out of fear.", "out of fear"),
        ("What do you want to achieve? Get apprentices excited about steel\nDeliverables: 1 film 60 s", "about steel"),
        ("Aanleiding en doel\nBezoekers komen wel, maar blijven kort. De gemeente wil het aantal overnachtingen laten "
         "groeien.\n\nGevraagd\n1 film 60 sec", "laten groeien"),
        ("Queremos un vídeo de 1 minuto para que los panaderos nos conozcan.", "nos conozcan"),
    ],
)  # fmt: skip
def test_what_the_work_is_for_is_told_in_a_sentence(text: str, thought: str) -> None:
    assert thought in (read(text).facts.objective or "")


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Hier ist Ute Kolb, wir wollen einen Film. Meine Nummer ist null acht neun, fünf fünf fünf, eins null neun.",
         "089555109"),
        ("I'm Ann Lee and we want a film. Ring me on oh one nine oh two, five five five, oh one four, after two.",
         "01902555014"),
        ("I'm Ann Lee and we want a film. My number is oh one six three two, nine six oh, double one seven.",
         "01632960117"),
        ("C'est Guy Lenoir, on voudrait un film. Mon numéro c'est le zéro six, cinquante-cinq, cinquante, onze, dix.",
         "0655501110"),
    ],
)  # fmt: skip
def test_a_dictated_number_is_its_digits(text: str, digits: str) -> None:
    contact = read(text).facts.contact
    assert contact is not None
    assert contact.phone == digits


@pytest.mark.parametrize(
    ("text", "territory"),
    [
        ("Usage: TV and cinema, Cornwall, 6 months.", "Cornwall"),
        ("Einsatz: Website, Kino im Kanton Uri, 2 Jahre", "Kanton Uri"),
        ("Usage: intranet, Hong Kong and Macau, 24 months", "Hong Kong and Macau"),
        ("Usage: paid social, Instagram Reels, 6 months", None),
    ],
)
def test_the_territory_may_be_a_region_no_list_has(text: str, territory: str | None) -> None:
    usage = read(f"One film of 60 seconds, 16:9.\n\n{text}").facts.usage
    assert (usage.territory if usage else None) == territory

"""A piece that a letter measures or counts twice is one piece, with both statements quoted; others stay apart."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.briefs.facts.briefs import read

TODAY = date(2027, 1, 18)


def _pieces(text: str) -> tuple[list[tuple[int, int | None]], list[list[str]]]:
    """How many of which length, and the quotes of every contradiction."""
    reading = read(text, received_on=TODAY)
    disputed = [[q.quote for q in w.quotes] for w in reading.warnings if w.code == "contradiction"]
    asked = [q for q in reading.open_questions if q.field == "deliverables" and "says both" in q.question]
    assert len(asked) == len(disputed)
    return [(p.quantity, p.duration_seconds) for p in reading.facts.deliverables], disputed


@pytest.mark.parametrize(
    ("text", "pieces", "quotes"),
    [
        (
            "We need one hero film of 60 seconds. Shoot in Ghent, 2 days. The hero film is 90 seconds.",
            [(1, 60)],
            ["60 seconds", "90 seconds"],
        ),
        (
            "Wir brauchen einen Eröffnungsfilm, 5 Minuten lang.\n\nFrau Otte: Die Wand ist für den Eröffnungsfilm "
            "auf 4 Minuten ausgelegt, Länge des Films daher 4 Minuten.",
            [(1, 240)],
            ["5 Minuten", "4 Minuten"],
        ),
        (
            "On voudrait un film de 3 minutes pour notre site. Tournage à Lyon. Le film de 2 minutes est dû en mai.",
            [(1, 120)],
            ["3 minutes", "2 minutes"],
        ),
        (
            "Vi vill ha en film på 2 minuter. Inspelning i Malmö. Filmen ska vara 90 sekunder.",
            [(1, 90)],
            ["2 minuter", "90 sekunder"],
        ),
        (
            "We need four cutdowns of 15 seconds. Shoot in Ghent, 2 days. We need six cutdowns.",
            [(4, 15)],
            ["four cutdowns", "six cutdowns"],
        ),
        (
            "We willen 3 filmpjes van 30 seconden. De 4 filmpjes moeten op 1 maart klaar zijn.",
            [(3, 30)],
            ["3 filmpjes", "4 filmpjes"],
        ),
        (
            "Deliverables:\n- 1 x 60 second brand film, 16:9\n\nRemarks\nThe hero is a 90 second film now.",
            [(1, 60)],
            ["60 second", "90 second"],
        ),
    ],
)
def test_two_measures_of_one_piece_leave_one_piece(
    text: str, pieces: list[tuple[int, int | None]], quotes: list[str]
) -> None:
    assert _pieces(text) == (pieces, [quotes])


def test_a_number_behind_words_for_it_is_a_count() -> None:
    text = "Nous voudrions cinq portraits filmés de 90 secondes.\n\nLe plan dit : Nombre de portraits filmés : quatre."
    pieces, quotes = _pieces(text)
    assert pieces == [(4, 90)]
    assert quotes[0][0] == "cinq portraits filmés"


@pytest.mark.parametrize(
    "text",
    [
        "We need two 30s films and four 15s films. All six films in 16:9.",
        "We need four cutdowns of 15 seconds and six cutdowns of 6 seconds.",
        "We need four cutdowns for Instagram. We also need six cutdowns for TikTok.",
        "We need 6 films of 30 seconds. The first two films are due 1 March, the four films from Berlin on 3 April.",
        "One brand film of 90 seconds and a 30 second cutdown. The film runs on TV, the 30 second film on social.",
        "We want a 2 minute film. The film we made last year was 5 minutes.",
        "One film of 2 minutes. The film starts with 20 seconds of drone footage.",
        "A film of 60 seconds. Ideally the film is 90 seconds.",
        "Hero film: 60s\nHero film: 30s\nCutdowns: 4 x 10s",
        "Vi vil have en film på 90 sekunder. Mogens, spørg dem om en film på 5 minutter.",
        "Queremos un vídeo de 1 minuto. Se mantiene el vídeo de 12 minutos del Ministerio.",
        "We need four cutdowns of 15 seconds. Sorry, we need six cutdowns.",
        "Pos. 1   Hauptfilm, 30 Sek., 16:9\nPos. 2   Reminder zum Hauptfilm, 10 Sek., 16:9",
    ],
)
def test_other_pieces_parts_and_corrections_are_no_contradiction(text: str) -> None:
    assert _pieces(text)[1] == []

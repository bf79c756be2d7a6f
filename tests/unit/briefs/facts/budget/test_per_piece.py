"""A budget told for one piece is multiplied by the pieces it is for, and asked about where nobody counts them."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read


def _whole(text: str) -> tuple[int | None, int | None]:
    """Floor and ceiling in whole units."""
    low, high = read(text).facts.budget_min, read(text).facts.budget_max
    return low.minor // 100 if low else None, high.minor // 100 if high else None


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("We want 4 films of 60 seconds, shot in Amsterdam in 4 days. Budget EUR 8,000 per film ex VAT.", 32_000),
        ("3 films of 60 seconds, EUR 9k each. Filming in Utrecht, 3 days.", 27_000),
        ("4 films of 60 seconds. Budget per film: EUR 8,000.", 32_000),
        ("We can spend 8,000 euro a film, and want four films of a minute.", 32_000),
        ("Five films of 90 seconds. Our board decided EUR 15,000 for each of the five films.", 75_000),
        ("20 product pictures. Budget: £45 per picture ex VAT.", 900),
        ("3 portraits of 2 minutes. Budget EUR 4,000 (ex VAT) per portrait.", 12_000),
        ("Wij willen 5 video's van 1 minuut. Budget: € 3.000 per video excl. btw.", 15_000),
        ("10 clips van 15 seconden, budget 500 euro per stuk excl. btw", 5_000),
        ("Wir brauchen 6 Filme à 90 Sekunden. Budget 7.500 € je Film netto.", 45_000),
        ("6 Filme à 90 Sekunden, Budget je 7.500 €.", 45_000),
        ("6 Videos à 60 Sekunden. Budget: 4.000 € pro Stück zzgl. MwSt.", 24_000),
        ("Nous voulons 4 films de 45 secondes. Budget : 6 000 € par film HT.", 24_000),
        ("3 films de 45 secondes. Budget 6 000 € HT chacun.", 18_000),
        ("Queremos 3 vídeos de 1 minuto. Presupuesto 2.500 € por vídeo más IVA.", 7_500),
        ("Vogliamo 3 video da 30 secondi, budget 2.000 euro a video + IVA", 6_000),
        ("Vi ønsker 5 film på 60 sekunder. Budget 40.000 kr. pr. film ekskl. moms.", 200_000),
        ("Vi vill ha 4 filmer på 30 sekunder. Budget 50 000 kr/film exkl. moms.", 200_000),
    ],
)
def test_a_budget_by_the_piece_is_as_many_times_as_much(text: str, high: int) -> None:
    assert _whole(text) == (None, high)


def test_the_sum_for_one_is_kept_with_its_words() -> None:
    reading = read("We want 4 films of 60 seconds. Budget EUR 8,000 per film ex VAT.")
    each = reading.facts.budget_each
    assert each is not None
    assert (each.amount.minor, each.count, each.pieces) == (800_000, 4, "films")
    assert [quote.quote for quote in reading.evidence["budget_each"]] == ["EUR 8,000 per film"]
    assert [quote.quote for quote in reading.evidence["budget_max"]] == ["EUR 8,000"]
    assert reading.facts.tax_included is False


def test_both_ends_of_a_range_are_multiplied() -> None:
    assert _whole("Budget: between EUR 6,000 and EUR 8,000 per film. 4 films of 60 seconds.") == (24_000, 32_000)


def test_only_the_pieces_that_are_named_count() -> None:
    pieces = "4 hero films of 60 seconds and 8 cutdowns of 15 seconds."
    assert _whole(f"{pieces} Budget EUR 8,000 per film ex VAT.") == (None, 32_000)


@pytest.mark.parametrize(
    "text",
    [
        "4 films of 60 seconds and 8 cutdowns of 15 seconds. Budget EUR 8,000 each.",
        "We want films about our farms, EUR 8,000 per film.",
    ],
)
def test_where_nobody_counts_the_pieces_the_client_is_asked(text: str) -> None:
    reading = read(text)
    assert reading.facts.budget_max is None
    assert "budget_max" not in reading.evidence
    asked = [question.question for question in reading.open_questions if question.field == "budget_max"]
    assert len(asked) == 1
    assert "EUR 8,000.00 for each" in asked[0]


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("One film of 60 seconds. Budget EUR 8,000 per film ex VAT.", 8_000),
        ("We need 4 films of 60 seconds, four cutdowns per film. Budget EUR 40,000.", 40_000),
        ("Wij hebben 12.000 euro voor 3 films van een minuut, dus 4.000 per film.", 12_000),
        ("4 films of 60 seconds. We have EUR 10,000 each month.", 10_000),
    ],
)
def test_a_budget_for_all_stays(text: str, high: int) -> None:
    reading = read(text)
    assert _whole(text) == (None, high)
    assert reading.facts.budget_each is None


def test_films_that_the_sum_is_not_for_leave_the_whole_open() -> None:
    reading = read("4 films of 60 seconds and 6 episodes of 20 minutes. Budget EUR 2,000 per episode.")
    assert reading.facts.budget_max is None
    assert reading.facts.budget_each is not None
    assert reading.facts.budget_each.count == 6
    asked = [question.question for question in reading.open_questions if question.field == "budget_max"]
    assert asked == [
        "You name EUR 2,000.00 for each episode: how much is there for the films, or how much is it in all?"
    ]


def test_thousands_of_money_count_no_pieces() -> None:
    reading = read("Budget: 8k per film. Deliverables: 4 films of 60 s.")
    assert [piece.quantity for piece in reading.facts.deliverables] == [4]

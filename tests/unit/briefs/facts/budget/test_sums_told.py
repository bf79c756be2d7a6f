"""Budgets as people say them: slang, no currency, said again in words, between two taxed ends, beside other money."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read


def _budget(text: str) -> tuple[int | None, int | None, str | None]:
    """Floor and ceiling in whole units, and the currency."""
    facts = read(text).facts
    low, high = facts.budget_min, facts.budget_max
    return low.minor // 100 if low else None, high.minor // 100 if high else None, high.currency if high else None


@pytest.mark.parametrize(
    ("text", "high", "currency"),
    [
        ("En film på 30 sek, 25 papp exkl moms är taket.", 25_000, "SEK"),
        ("Vi har 30 lappar till en film på 45 sekunder.", 30_000, "SEK"),
        ("Wir haben sieben Riesen für einen Film von 40 Sekunden, mehr nicht.", 7_000, "EUR"),
        ("We've got 12 grand for a film of 40 seconds, not a penny more.", 12_000, "EUR"),
        ("On a trois mille balles pour un film de 40 secondes.", 3_000, "EUR"),
        ("Necesitamos un vídeo de 40 segundos. Disponemos de S/ 12,500 más IGV.", 12_500, "PEN"),
        ("One 30 second film. Our budget is KES 450,000 plus VAT.", 450_000, "KES"),
    ],
)
def test_slang_and_far_currencies_are_money(text: str, high: int, currency: str) -> None:
    assert _budget(text) == (None, high, currency)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1 vidéo de 45s verticale pour insta avant le 20/6, max 900 tvac ça irait ??", None, 900),
        ("On sait payer 400 grand max, un aftermovie 1min30 du gala du 21/2.", None, 400),
        ("Promo van anderhalve min voor de jeugdbib. 2k5 is echt het plafond.", None, 2_500),
        ('Teaser 25 s y tráiler 1:20 para "La sal", entre 6 y 8 mil, los quiero el 3/7.', 6_000, 8_000),
        ('Spot 30" 16:9, girato a Sassuolo il 4/5, consegnato il 18/5. 20mila.', None, 20_000),
    ],
)
def test_a_short_message_names_its_sum_in_passing(text: str, low: int | None, high: int) -> None:
    assert _budget(text)[:2] == (low, high)


@pytest.mark.parametrize(
    ("text", "high"),
    [
        (
            "We have four thousand eight hundred pounds, no sorry, four thousand two hundred, for a 60 second film.",
            4_200,
        ),
        ("Geld haben wir zweitausendvierhundert Euro, halt, nein, zweitausendeinhundert, für einen Film.", 2_100),
        ("Un vídeo de 60 segundos: 4.000 €, perdón, 4.500.", 4_500),
        ("Ein Film von 60 Sekunden, wir haben 2500 Euro.\nMein Bruder sagt, 2800 geht auch noch.", 2_800),
    ],
)
def test_a_sum_said_again_needs_no_currency(text: str, high: int) -> None:
    assert _budget(text)[1] == high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("L'enveloppe est comprise entre 22 000 € HT et 26 000 € HT.", 22_000, 26_000),
        ("5. Vergütung\nDer Auftragswert liegt zwischen 34.000,00 € und 39.500,00 € (netto). Für die Reihe 2019 „Gelb“ "
         "(drei Folgen) wurden 17.300 € aufgewendet.", 34_000, 39_500),
        ("| Production fee | EUR 18.000 – 24.000, VAT not included |\n| Prize pool | EUR 250,000 |", 18_000, 24_000),
    ],
)  # fmt: skip
def test_a_range_keeps_both_ends_and_other_money_stays_out(text: str, low: int, high: int) -> None:
    assert _budget(text)[:2] == (low, high)


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("Production: $140K NTE. Media is a separate $1.1M.", 140_000),
        ("Our grant covers £9,400, VAT included. The £2m outside is for the stand.", 9_400),
        ("One 30 second film, 6k total.", 6_000),
    ],
)
def test_the_budget_is_told_from_the_money_beside_it(text: str, high: int) -> None:
    assert _budget(text)[1] == high


@pytest.mark.parametrize(
    ("text", "included"),
    [
        ("Budget: 15k\nDoes your budget include VAT? No", False),
        ("Budget: 15k\nIst die MwSt. enthalten? Ja", True),
        ("Money: $18,000 is all there is, and tax would be on top of that.", False),
    ],
)
def test_tax_is_what_the_form_or_the_sentence_answers(text: str, included: bool) -> None:
    assert read(text).facts.tax_included is included

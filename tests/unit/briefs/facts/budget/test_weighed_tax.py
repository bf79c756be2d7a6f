"""Whether tax is in the budget is weighed at every word for tax, and stays open where the letter leaves it open."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.budget.budget import budget_sums
from copilot.briefs.facts.budget.weighed_tax import likeliest_answer, tax_answers
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from tests.unit.briefs.facts.briefs import RECEIVED, read


@pytest.mark.parametrize(
    ("said", "included"),
    [
        ("Die Stiftung gibt 9.000 Euro, Mehrwertsteuer eingeschlossen.", True),
        ("Wir haben 9.000 Euro, und da muss die Mehrwertsteuer schon drin sein.", True),
        ("Temos 9 000 €, acrescidos de IVA.", False),
        ("Budget: 9,000 EUR plus VAT.", False),
        ("Budget: 9,000 EUR, VAT included.", True),
    ],
)
def test_tax_is_said_in_many_ways(said: str, included: bool) -> None:
    reading = read(f"Hello,\n\none film of 60 seconds for our website.\n\n{said}\n\nTom")
    assert reading.facts.tax_included is included
    assert reading.evidence["tax_included"]


@pytest.mark.parametrize(
    "said",
    [
        "Budget: 9.000 Euro, ob mit oder ohne MwSt. weiß ich nicht.",
        "Budget: 9,000 EUR, with or without VAT, we'll see.",
    ],
)
def test_either_way_is_no_answer(said: str) -> None:
    assert read(f"One film of 60 seconds.\n\n{said}").facts.tax_included is None


def test_no_word_for_tax_has_no_answer_and_the_words_weighed_are_bounded() -> None:
    zones = zones_of(BriefSource(text="VAT extra. " * 300, source_id="brief-1", received_on=RECEIVED))
    assert len(tax_answers(zones, "en", budget_sums(zones, "en", "EUR"))) <= 24
    assert likeliest_answer([], None) is None

"""Two statements that cannot both hold are pointed out, and those that only seem to differ are not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from store.proposals.facts import Amount, BriefReading
from tests.unit.briefs.facts.briefs import read

TODAY = date(2027, 1, 18)
_FILM = "Hello,\n\nwe need one film of 60 seconds, 16:9, for our website.\n\n"


def _warned(reading: BriefReading) -> list[list[str]]:
    return [[q.quote for q in w.quotes] for w in reading.warnings if w.code == "contradiction"]


@pytest.mark.parametrize(
    ("text", "field", "strict", "quotes"),
    [
        (
            "Our budget is 9,000 euros.\n\nThe board has approved a budget of 8,000 euros for the film.",
            "budget_max",
            Amount(minor=800_000, currency="EUR"),
            ["9,000 euros", "8,000 euros"],
        ),
        (
            "Deadline for all files: 12 June 2027.\n\nThe finished film has to reach us no later than 26 May 2027.",
            "delivery_on",
            date(2027, 5, 26),
            ["12 June 2027", "26 May 2027"],
        ),
        (
            "2 shoot days: 4, 5 and 7 May 2027.",
            "shoot_days",
            Decimal(2),
            ["2 shoot days", "4, 5 and 7 May 2027"],
        ),
        (
            "The budget is €4,200 including VAT.\n\nAs said, the €4,200 are plus VAT.",
            "tax_included",
            True,
            ["including VAT", "plus VAT"],
        ),
        (
            "Two rounds of revisions are agreed.\n\nThe price is to include three rounds of revisions.",
            "revision_rounds",
            2,
            ["Two rounds of revisions are agreed.", "The price is to include three rounds of revisions."],
        ),
    ],
)
def test_the_stricter_of_two_statements_holds_and_both_are_quoted(
    text: str, field: str, strict: object, quotes: list[str]
) -> None:
    reading = read(_FILM + text, received_on=TODAY)
    assert getattr(reading.facts, field) == strict
    assert _warned(reading) == [quotes]
    assert any(q.field == field and quotes[0] in q.question for q in reading.open_questions)


def test_two_terms_for_the_same_rights_contradict_each_other() -> None:
    reading = read(f"{_FILM}Usage: online, 12 months.\n\nThe buy-out runs a year and a half.", received_on=TODAY)
    assert reading.facts.usage is not None
    assert reading.facts.usage.months == 12
    assert _warned(reading) == [["12 months", "a year and a half"]]


def test_a_smaller_budget_with_tax_contradicts_one_without() -> None:
    text = "Budget: EUR 60,000 ex VAT.\n\nThe total budget is EUR 55,000 including VAT."
    reading = read(_FILM + text, received_on=TODAY)
    assert reading.facts.budget_max == Amount(minor=5_500_000, currency="EUR")
    assert reading.facts.tax_included is True
    assert _warned(reading) == [["EUR 60,000", "EUR 55,000"]]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "One round of feedback only; the contract says three rounds are included.",
            ["One round of feedback only;", "the contract says three rounds are included."],
        ),
        ("Usage: online, 6 months (legal wrote 12 months).", ["6 months", "12 months"]),
    ],
)
def test_a_sentence_that_names_who_says_otherwise_contradicts_itself(text: str, quotes: list[str]) -> None:
    assert _warned(read(_FILM + text, received_on=TODAY)) == [quotes]


def test_a_list_contradicts_another_count_of_its_items() -> None:
    text = "We want short films:\n\n1. Ropes\n2. Charts\n3. Storms\n4. Lamps\n5. Nets\n6. Sails\n\n"
    reading = read(f"{text}All 30 seconds, 16:9. The five films must be ready on 4 June 2027.", received_on=TODAY)
    assert any("how many pieces" in w.message for w in reading.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Our budget is 9,000 euros. No, sorry, make that 8,000 euros.",
        "Net amount: 15,000 EUR\nVAT 20 %: 3,000 EUR\nGross amount: 18,000 EUR",
        "Option A: one shoot day, budget 12,000 euros.\n\nOption B: two shoot days, budget 17,000 euros.",
        "Our budget is 9,000 euros, of which 6,000 euros come from the city.",
        "Rough cut by 7 May 2027.\n\nThe finished film is due on 28 May 2027.",
        "Delivery by 28 May 2027, because the fair opens on 4 June 2027.",
        "Usage: TV, 12 months.\n\nUsage: social media, 24 months.",
        "Usage: online, 12 months.\n\nWe want an option to extend the usage for another 24 months.",
        "1.5 shoot days, 4 and 5 May 2027.",
        "Budget: EUR 25,000. The film from 2022 came to EUR 18,000.",
        "Budget: EUR 10,000 ex VAT.\n\nThe total budget including VAT is EUR 12,100.",
    ],
)
def test_what_explains_a_difference_makes_it_no_contradiction(text: str) -> None:
    assert _warned(read(_FILM + text, received_on=TODAY)) == []


def test_a_mails_subject_counts_as_a_statement() -> None:
    text = "Good morning,\n\nwe need one film of 75 seconds. The film is due on 15 October 2027."
    reading = read(text, received_on=TODAY, subject="Saddle film, needed 5 October 2027")
    assert reading.facts.delivery_on == date(2027, 10, 5)
    assert _warned(reading) == [["15 October 2027"]]
    assert read(text, received_on=TODAY, subject="Re: Saddle film, needed 5 October 2027").warnings == ()


def test_colleagues_in_a_chat_are_both_the_client() -> None:
    text = (
        "[10:02] Priya (Loomhouse): we want one rug film, 90 secs, 16:9, budget 10k euros\n"
        "[10:05] Jeppe (Loomhouse): filming is 2 days, 8 and 9 Feb 2027\n"
        "[10:14] Jeppe (Loomhouse): our budget is 13k euros\n"
    )
    reading = read(text, received_on=TODAY)
    assert reading.facts.shoot_days == Decimal(2)
    assert reading.facts.budget_max == Amount(minor=1_000_000, currency="EUR")
    assert len(_warned(reading)) == 1

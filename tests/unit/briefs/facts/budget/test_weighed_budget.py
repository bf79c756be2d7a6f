"""A second look finds the budget that no cue of the rules announces, and takes the sum over its parts."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.budget.budget import bounds_of, budget_sums, rules_budget
from copilot.briefs.facts.budget.weighed import likeliest_sum
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.facts.reading import Findings
from store.proposals.facts import Amount
from tests.unit.briefs.facts.briefs import RECEIVED, read

_CASH = """Hello,

one film of 60 seconds for our website, shoot on 3 June in Leeds. Cash: 2,900. Plus VAT if you must.

Tom"""
_TINS = """Hola,

Queremos un vídeo de 60 segundos. De dinero: llegamos a 8.500 más IVA, euros claro. Rodaje el 3 de junio.

Jon"""
_SUBSIDY = """Hallo,

we zoeken een film van 60 seconden. We hebben van de provincie een subsidie van 4.000 euro gekregen en leggen er zelf \
1.500 bij, dus samen 5.500 euro, btw inbegrepen.

Jan"""


def _zones(text: str) -> Zones:
    return zones_of(BriefSource(text=text, source_id="brief-1", received_on=RECEIVED))


def _ruled(text: str) -> list[int]:
    return [amount.minor for amount in bounds_of(rules_budget(_zones(text), "en", "EUR", Findings()).value)]


@pytest.mark.parametrize(
    ("letter", "ruled", "minor"), [(_CASH, [], 290_000), (_TINS, [], 850_000), (_SUBSIDY, [400_000], 550_000)]
)
def test_the_likeliest_sum_is_the_budget(letter: str, ruled: list[int], minor: int) -> None:
    assert _ruled(letter) == ruled
    reading = read(letter)
    assert reading.facts.budget_max == Amount(minor=minor, currency="EUR")
    quotes = reading.evidence["budget_max"]
    assert quotes
    assert all(letter[quote.start : quote.end] == quote.quote for quote in quotes)


def test_the_tax_is_that_of_the_sum_taken() -> None:
    assert read(_TINS).facts.tax_included is False
    assert read(_SUBSIDY).facts.tax_included is True


def test_two_sums_that_contradict_each_other_are_asked_about_and_not_weighed() -> None:
    reading = read("One film, 60 seconds.\n\nBudget: EUR 9,000.\n\nBudget: EUR 12,000.")
    assert reading.facts.budget_max == Amount(minor=900_000, currency="EUR")
    assert "contradiction" in {warning.code for warning in reading.warnings}


@pytest.mark.parametrize(
    "letter", ["", "\n", "1904", "One film of 60 seconds for our 1,200 members. Founded 1904.", "tel 07700 900 338"]
)
def test_figures_that_are_no_money_are_no_budget(letter: str) -> None:
    assert read(letter).facts.budget_max is None


def test_no_sum_is_likeliest_of_none_and_the_sums_weighed_are_bounded() -> None:
    assert likeliest_sum(_zones(""), [], []) is None
    assert len(budget_sums(_zones("€10,000 and 12,500. " * 500), "en", "EUR")) <= 60

"""A second look finds the budget that no cue of the rules announces, and takes the sum over its parts."""

from __future__ import annotations

import pytest

from copilot.briefs.facts.budget.budget import bounds_of, budget_sums, rules_budget
from copilot.briefs.facts.budget.weighed import likeliest_sum
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones, zones_of
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

_BOATS = """# Invitation to quote: harbour film

**Ceiling:** £19,500, VAT not included. Poster sites are already bought (£8,300).

**Filming.** One day, 14 July 2026, at the slipway. One film of 60 seconds, 16:9."""
_FORWARDED = """Dag,

hieronder wat onze voorzitter schreef. Twee filmpjes van een halve minuut, staand, voor Instagram.

Groetjes, Els (secretaris)

---------- Doorgestuurd bericht ----------
Van: Wim Bakker <wim@fanfare.example>
Datum: di 24 feb 2026 om 22:40
Onderwerp: film
Aan: Els

Els, bestuur is akkoord. Budget: 3100 euro, ex btw. Film moet klaar zijn op 3 juni.
Wim"""


def _zones(text: str) -> Zones:
    return zones_of(BriefSource(text=text, source_id="brief-1", received_on=RECEIVED))


def _ruled(text: str) -> list[int]:
    return [amount.minor for amount in bounds_of(rules_budget(_zones(text), "en", "EUR").value)]


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


def test_what_is_no_budget_contradicts_none() -> None:
    reading = read(_BOATS)
    assert reading.facts.budget_max == Amount(minor=1_950_000, currency="GBP")
    assert "contradiction" not in {warning.code for warning in reading.warnings}


@pytest.mark.parametrize(
    ("letter", "minor"),
    [
        (
            "Hallo,\n\nwir brauchen einen Film von 60 Sekunden. Vom Verein gibt es dafür viertausend, brutto.\n\nUwe",
            400_000,
        ),
        ("Hoi, kunnen jullie een filmpje van 30 seconden maken? Kan dat voor 750? Groet, Lot", 75_000),
    ],
)
def test_sums_in_words_and_small_ones_are_weighed(letter: str, minor: int) -> None:
    assert minor in {sum_.amount.minor for sum_ in budget_sums(_zones(letter), "de", "EUR") if sum_.amount}


def test_a_sum_in_an_older_message_is_found_and_quoted_there() -> None:
    reading = read(_FORWARDED)
    assert reading.facts.budget_max == Amount(minor=310_000, currency="EUR")
    (quote,) = reading.evidence["budget_max"]
    assert _FORWARDED[quote.start : quote.end] == quote.quote


@pytest.mark.parametrize(
    "letter", ["", "\n", "1904", "One film of 60 seconds for our 1,200 members. Founded 1904.", "tel 07700 900 338"]
)
def test_figures_that_are_no_money_are_no_budget(letter: str) -> None:
    assert read(letter).facts.budget_max is None


def test_no_sum_is_likeliest_of_none_and_the_sums_weighed_are_bounded() -> None:
    assert likeliest_sum(_zones(""), [], []) is None
    assert len(budget_sums(_zones("€10,000 and 12,500. " * 500), "en", "EUR")) <= 60

"""A stated budget carries a crew of its size, so that a small job is not quoted like a large one."""

from decimal import Decimal

import pytest

from store.proposals.carried import largest_carried
from store.proposals.facts import Amount, BriefFacts
from store.proposals.pricing import price
from tests.unit.proposals.brief_examples import BRAND_FILM, CARD, COMMERCIAL, RULES


def with_budget(facts: BriefFacts, euros: int, currency: str = "EUR") -> BriefFacts:
    return facts.model_copy(update={"budget_max": Amount(minor=euros * 100, currency=currency)})


@pytest.mark.parametrize(
    ("euros", "crew"),
    # A day of these crews costs EUR 2,670, 5,060 and 12,190 by the default card: times 3, 5 and 5.
    [(8_009, "solo"), (8_010, "small"), (25_299, "small"), (25_300, "medium"), (60_949, "medium"), (60_950, "large")],
)
def test_a_budget_carries_the_crew_it_pays_for_several_days(euros: int, crew: str) -> None:
    assert largest_carried(with_budget(COMMERCIAL, euros), CARD, RULES) == crew
    assert price(with_budget(COMMERCIAL, euros), CARD, RULES).scope.crew == crew


def test_a_smaller_crew_than_the_work_usually_has_is_named_with_its_reason() -> None:
    priced = price(with_budget(BRAND_FILM, 9_500), CARD, RULES)
    note = next(note for note in priced.assumptions if note.rule == "shoot.carried.medium")
    assert note.field == "budget_max"
    assert note.text.startswith("The shoot has a small crew, as the budget allows; ")
    assert "usually has a medium one" in note.text


def test_a_large_budget_brings_no_larger_crew_than_the_work_calls_for() -> None:
    assert price(with_budget(BRAND_FILM, 500_000), CARD, RULES).scope.crew == "medium"


def test_without_a_budget_in_the_card_s_currency_the_work_decides() -> None:
    assert price(BRAND_FILM.model_copy(update={"budget_max": None}), CARD, RULES).scope.crew == "medium"
    assert price(with_budget(BRAND_FILM, 900, "CHF"), CARD, RULES).scope.crew == "medium"


def test_a_studio_can_take_the_rule_out() -> None:
    shoot = RULES.shoot.model_copy(update={"carried": {"large": Decimal(5)}})
    rules = RULES.model_copy(update={"shoot": shoot})
    assert price(with_budget(BRAND_FILM, 900), CARD, rules).scope.crew == "medium"

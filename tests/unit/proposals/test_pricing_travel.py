"""What getting there costs: who travels, how often, and from where to where."""

from datetime import date
from decimal import Decimal

import pytest

from store.proposals.facts import BriefFacts
from store.proposals.pricing import price
from tests.unit.proposals.brief_examples import BRAND_FILM, CARD, RULES, codes, piece, quantity


@pytest.mark.parametrize(("place", "travels"), [("Lisbon", True), ("Studio 3, Amsterdam", False), ("Utrecht", False)])
def test_travel_is_priced_only_away_from_home(place: str, travels: bool) -> None:
    priced = price(BRAND_FILM.model_copy(update={"locations": (place,)}), CARD, RULES)
    assert ("TRV-02" in codes(priced)) is travels


@pytest.mark.parametrize(
    "place", ["The Hague", "Hague", "the Hague", "Den Haag", "Our office in The Hague", "Hertogenbosch"]
)
def test_half_a_day_in_a_near_place_has_a_van_and_no_nights(place: str) -> None:
    facts = BriefFacts(deliverables=(piece("film", 1, 90),), shoot_days=Decimal("0.5"), locations=(place,))
    priced = price(facts, CARD, RULES)
    assert not [line for line in priced.lines if line.source.rule.startswith("travel.")]


def test_a_place_whose_name_only_holds_a_near_one_without_its_article_is_away() -> None:
    facts = BriefFacts(
        deliverables=(piece("film", 1, 90),), shoot_days=Decimal(1), locations=("Bosch plant, Stuttgart",)
    )
    assert quantity(price(facts, CARD, RULES), "travel.hotel") == 9


def test_going_on_to_the_next_place_takes_half_a_fare_and_going_home_between_a_whole_one() -> None:
    def fares(*places: str, dates: tuple[date, ...] = ()) -> Decimal:
        facts = BRAND_FILM.model_copy(update={"locations": places, "shoot_days": Decimal(3), "shoot_dates": dates})
        return quantity(price(facts, CARD, RULES), "travel.fare")

    heads = fares("Lisbon")
    assert fares("Lisbon", "Porto", "Faro") == heads * 2
    weeks_apart = (date(2027, 1, 12), date(2027, 1, 26), date(2027, 2, 9))
    assert fares("Lisbon", "Porto", "Faro", dates=weeks_apart) == heads * 3

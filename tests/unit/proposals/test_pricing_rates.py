"""Where a rate comes from: the card, a past project where the card has a gap, or what was agreed with the client."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from store.budget.rate_card import RateCard
from store.budget.rules import Unit
from store.kernel.money import Money
from store.proposals.lines import PastLine
from store.proposals.pricing import price
from tests.unit.proposals.brief_examples import BRAND_FILM, CARD, RULES, codes


def card_without(code: str) -> RateCard:
    return replace(CARD, items=tuple(item for item in CARD.items if item.code != code))


def past(code: str, rate: str, on: date = date(2026, 3, 1)) -> PastLine:
    return PastLine(
        "LUM-01", on, code, "53", "Director of photography: Brand film", Unit.DAY, Decimal(2), Money.of(rate, "EUR")
    )


def test_an_item_that_nobody_has_is_a_warning_and_never_a_made_up_price() -> None:
    priced = price(BRAND_FILM, card_without("CAM-01"), RULES)
    assert "CAM-01" not in codes(priced)
    missing = next(warning for warning in priced.warnings if warning.code == "missing_rate")
    assert "crew.medium.director_of_photography" in missing.message


def test_an_item_sold_as_a_percentage_takes_its_rate_as_the_base() -> None:
    items = tuple(replace(item, unit=Unit.PERCENT) if item.code == "LOC-03" else item for item in CARD.items)
    priced = price(BRAND_FILM, replace(CARD, items=items), RULES)
    permit = next(line for line in priced.lines if line.source.rule == "location.permit")
    assert permit.total == permit.rate.percent(1)


def test_a_gap_in_the_card_is_filled_from_the_latest_similar_project_and_says_so() -> None:
    similar = (past("CAM-01", "800", date(2026, 5, 1)), replace(past("CAM-01", "700"), project="ZED-09"))
    priced = price(BRAND_FILM, card_without("CAM-01"), RULES, similar)
    camera = next(line for line in priced.lines if line.source.rule == "crew.medium.director_of_photography")
    assert (camera.description, camera.rate) == ("Director of photography", Money.of(800, "EUR"))
    assert str(camera.source).startswith("past project LUM-01 (CAM-01); rule crew.medium")


def test_a_past_rate_in_another_currency_fills_nothing_and_is_compared_with_nothing() -> None:
    similar = (replace(past("CAM-01", "80"), rate=Money.of(80, "GBP")),)
    assert "CAM-01" not in codes(price(BRAND_FILM, card_without("CAM-01"), RULES, similar))
    assert price(BRAND_FILM, CARD, RULES, similar).rate_comparisons == ()


def test_a_studio_can_leave_gaps_in_its_card_open() -> None:
    book = RULES.model_copy(update={"similar": RULES.similar.model_copy(update={"fill_gaps": False})})
    assert "CAM-01" not in codes(price(BRAND_FILM, card_without("CAM-01"), book, (past("CAM-01", "800"),)))


def test_a_rate_agreed_with_the_client_wins_only_when_the_studio_says_so() -> None:
    similar = (replace(past("CAM-01", "700"), client="LUMEN", agreed=True),)
    honour = RULES.model_copy(update={"similar": RULES.similar.model_copy(update={"honour_agreed_rates": True})})
    assert price(BRAND_FILM, CARD, honour, similar).total < price(BRAND_FILM, CARD, RULES, similar).total
    declined = (replace(similar[0], agreed=False),)
    assert price(BRAND_FILM, CARD, honour, declined).total == price(BRAND_FILM, CARD, RULES).total
    stranger = BRAND_FILM.model_copy(update={"client": "Nordlys"})
    assert price(stranger, CARD, honour, similar).total == price(stranger, CARD, RULES).total


def test_a_rate_far_from_the_last_one_is_pointed_out() -> None:
    hourly = replace(past("LGT-01", "60"), unit=Unit.HOUR)
    priced = price(BRAND_FILM, CARD, RULES, (past("CAM-01", "700"), past("SND-01", "515"), hourly))
    assert [(row.code, row.past.rate) for row in priced.rate_comparisons] == [("CAM-01", Money.of(700, "EUR"))]

"""Raising rates is exact, rounds once, and touches only what changes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.budget.raising import raise_rates
from store.budget.rate_card import RateItem
from store.budget.rules import Unit
from store.kernel.errors import Invalid
from store.kernel.money import Money

CENT, WHOLE, TEN = Money(1, "EUR"), Money(100, "EUR"), Money(1000, "EUR")


def item(minor: int, *, unit: Unit = Unit.DAY, cost: int | None = None) -> RateItem:
    return RateItem(
        "r", "CAM-01", "53", "Camera", "DOP", unit, Money(minor, "EUR"), None if cost is None else Money(cost, "EUR")
    )


@pytest.mark.parametrize(
    ("minor", "percent", "step", "raised"),
    [
        (85_000, "4", CENT, 88_400),
        (33_333, "3.5", CENT, 34_500),  # 34,499.655 cents
        (85_000, "4", TEN, 88_000),  # EUR 884 is nearer to 880
        (12_500, "5", WHOLE, 13_100),  # EUR 131.25 is nearer to 131
        (12_500, "2", WHOLE, 12_800),  # EUR 127.50 is as near to both: up
        (11_500, "10", WHOLE, 12_700),  # and so is EUR 126.50
        (85_000, "-10", CENT, 76_500),
    ],
)
def test_a_rate_is_raised_exactly_and_rounded_once(minor: int, percent: str, step: Money, raised: int) -> None:
    (new,) = raise_rates([item(minor)], Decimal(percent), step=step)

    assert new.rate == Money(raised, "EUR")


def test_what_would_not_change_is_left_out_and_so_is_a_share() -> None:
    assert raise_rates([item(0), item(100, unit=Unit.PERCENT)], Decimal(10), step=CENT) == []


def test_costs_stay_unless_they_are_meant() -> None:
    (rates_only,) = raise_rates([item(1000, cost=500)], Decimal(10), step=CENT)
    (both,) = raise_rates([item(1000, cost=500)], Decimal(10), step=CENT, costs=True)

    assert (rates_only.cost, both.cost) == (Money(500, "EUR"), Money(550, "EUR"))


def test_more_than_the_whole_rate_cannot_be_taken_off() -> None:
    with pytest.raises(Invalid, match="100 %"):
        raise_rates([item(1000)], Decimal(-101), step=CENT)


def test_a_rate_can_be_taken_off_whole() -> None:
    (free,) = raise_rates([item(1000)], Decimal(-100), step=CENT)
    assert free.rate == Money(0, "EUR")


@pytest.mark.parametrize("step", [0, -100])
def test_rates_are_rounded_to_some_amount(step: int) -> None:
    with pytest.raises(Invalid, match="round"):
        raise_rates([item(1000)], Decimal(5), step=Money(step, "EUR"))


@given(st.integers(0, 10**12), st.decimals(-100, 500, places=2), st.sampled_from([1, 5, 100, 500, 1000]))
def test_the_result_is_a_multiple_of_the_step_and_within_half_of_one(minor: int, percent: Decimal, step: int) -> None:
    for new in raise_rates([item(minor)], percent, step=Money(step, "EUR")):
        assert new.rate.minor % step == 0
        assert abs(new.rate.minor * 100 - minor * (100 + percent)) * 2 <= step * 100

"""Raising rates by a percentage: each from its own amount, exactly, and rounded once to the step that was chosen."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from store.budget.rate_card import RateItem
from store.budget.rules import Unit
from store.kernel.errors import Invalid
from store.kernel.money import Money


@dataclass(frozen=True, slots=True)
class NewRate:
    """An item, and what would be charged for it (and what it would cost) from now on."""

    item: RateItem
    rate: Money
    cost: Money | None

    @property
    def changes(self) -> bool:
        return (self.rate, self.cost) != (self.item.rate, self.item.cost)


def raise_rates(items: Iterable[RateItem], percent: Decimal, *, step: Money, costs: bool = False) -> list[NewRate]:
    """Return the items whose rate (with `costs`, or whose cost) changes when raised by `percent` (5 means 5 %).

    Each is rounded half up to a multiple of `step`, in the items' currency. An item of the unit `%` has no price of
    its own and is left out. Raises `Invalid` below -100 per cent or for a step that is no amount.
    """
    if percent < -100:
        raise Invalid("A rate cannot fall by more than 100 %.")
    if step.minor <= 0:
        raise Invalid("Choose what to round to.")
    raised = (
        NewRate(
            item,
            _raised(item.rate, percent, step),
            _raised(item.cost, percent, step) if costs and item.cost is not None else item.cost,
        )
        for item in items
        if item.unit is not Unit.PERCENT
    )
    return [one for one in raised if one.changes]


def _raised(amount: Money, percent: Decimal, step: Money) -> Money:
    steps = Fraction(amount.minor) * (100 + Fraction(percent)) / (100 * step.minor)
    return Money(math.floor(steps + Fraction(1, 2)) * step.minor, amount.currency)

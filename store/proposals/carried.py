"""How large a crew a brief's budget carries: a small job is planned with few people, however it is described.

Only the budget counts, never the number of pieces or days, so asking for more never makes a proposal cheaper.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from store.budget.rate_card import RateCard
from store.kernel.money import Money, total
from store.proposals.facts import BriefFacts
from store.proposals.rules import SCALES, PricingRules, Role, Scale


def largest_carried(facts: BriefFacts, card: RateCard, rules: PricingRules) -> Scale:
    """Return the largest crew that the stated budget carries by `shoot.carried`; the largest there is without one.

    The smallest crew is always carried, and so is one that the rule book names no multiple for.
    """
    budget = facts.budget_max or facts.budget_min
    if budget is None or budget.currency != card.currency:
        return SCALES[-1]
    for scale in reversed(SCALES[1:]):
        times = rules.shoot.carried.get(scale, Decimal(0))
        if budget.minor >= times * _day_of(rules.crew[scale].values(), card).minor:
            return scale
    return SCALES[0]


def _day_of(roles: Iterable[Role], card: RateCard) -> Money:
    """What a day on set with these people costs; a seat whose rate the card does not hold counts nothing."""
    rates = {item.code: item.rate for item in card.items}
    return total((rates[role.rate].times(role.heads) for role in roles if role.rate in rates), card.currency)

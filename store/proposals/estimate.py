"""An estimate: every line of a scope and what goes on top. The one function that prices, also for every lever.

The invariant: `subtotal` is the sum of the lines, `total_ex_tax = subtotal + contingency + fee`, and
`total = total_ex_tax + tax`. Contingency and fee are percentages, so a smaller subtotal never gives a
larger total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from store.budget.rate_card import RateCard
from store.budget.rules import MarkUps, mark_up
from store.kernel.money import Money, total
from store.proposals.carried import largest_carried
from store.proposals.facts import BriefFacts
from store.proposals.lines import LineBook, PastLine, PricedLine
from store.proposals.post_lines import add_creative, add_extras, add_post
from store.proposals.rules import PricingRules
from store.proposals.scope import AS_RULED, Choices, Scope, settle_scope
from store.proposals.shoot_lines import add_shoot


@dataclass(frozen=True, slots=True)
class Estimate:
    """Lines in the order of the chart and their totals. `missing` maps an unpriced rate code to its rules."""

    scope: Scope
    lines: tuple[PricedLine, ...]
    currency: str
    mark_ups: MarkUps
    subtotal: Money
    contingency: Money
    fee: Money
    total_ex_tax: Money
    tax: Money
    total: Money
    missing: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the table while pricing: card, rule book, past lines, and the day whose tax rate is taken."""

    card: RateCard
    rules: PricingRules
    similar: Sequence[PastLine] = ()
    on: date | None = None


def estimate(facts: BriefFacts, desk: Desk, choices: Choices = AS_RULED) -> Estimate:
    """Price a brief's facts; an empty brief has no lines and totals of zero."""
    rules = desk.rules
    scope = settle_scope(facts, rules, choices, carried=largest_carried(facts, desk.card, rules))
    book = LineBook(desk.card, desk.similar, rules.similar, facts)
    if not scope.is_empty:
        add_creative(book, scope, rules)
        add_shoot(book, facts, scope, rules)
        add_post(book, scope, rules, choices)
        add_extras(book, scope, rules)
    lines = book.in_order()
    mark_ups = MarkUps(
        contingency_percent=rules.mark_up.contingency_percent,
        fee_percent=rules.mark_up.fee_percent,
        tax_percent=rules.tax_percent(desk.on) or Decimal(0),
    )
    sums = mark_up(total((line.total for line in lines), desk.card.currency), mark_ups)
    return Estimate(
        scope=scope,
        lines=lines,
        currency=desk.card.currency,
        mark_ups=mark_ups,
        subtotal=sums.net,
        contingency=sums.contingency,
        fee=sums.fee,
        total_ex_tax=sums.total_ex_tax,
        tax=sums.tax,
        total=sums.total,
        missing={code: tuple(names) for code, names in book.missing.items()},
    )

"""Pricing a brief: its lines and totals, set beside the client's budget, with levers when they exceed it.

The invariant: every figure follows from facts, rate card and rule book: the same three always give the same proposal.
A budget in another currency is never compared: there is no exchange rate here to compare it by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from store.budget.rate_card import RateCard
from store.budget.rules import MarkUps, Unit
from store.kernel.errors import Invalid
from store.kernel.money import Money
from store.proposals.comparison import BudgetComparison, compare_to_budget
from store.proposals.estimate import Desk, Estimate, estimate
from store.proposals.facts import BriefFacts, BriefWarning
from store.proposals.levers import Lever, find_levers
from store.proposals.lines import LineSource, PastLine, PricedLine
from store.proposals.pieces import Assumption
from store.proposals.plausible import set_aside_implausible
from store.proposals.rules import PricingRules
from store.proposals.scope import Scope
from store.proposals.wording import plain

# A past rate this far from ours, in per cent, is worth a producer's look.
_REMARKABLE_PERCENT = 10
_TAX_ABROAD = "Tax is the studio's home rate; for a client registered abroad it may be zero: to be confirmed."
_LEVERS_NAMED = 3


@dataclass(frozen=True, slots=True)
class RateComparison:
    """A rate of this proposal that differs remarkably from what was charged before."""

    code: str
    description: str
    rate: Money
    past: PastLine


@dataclass(frozen=True, slots=True)
class PricedProposal:
    """A priced brief. `subtotal` is the sum of `lines`; `total = subtotal + contingency + fee + tax`."""

    lines: tuple[PricedLine, ...]
    currency: str
    subtotal: Money
    contingency: Money
    fee: Money
    total_ex_tax: Money
    tax: Money
    total: Money
    mark_ups: MarkUps
    scope: Scope
    assumptions: tuple[Assumption, ...]
    warnings: tuple[BriefWarning, ...]
    comparison: BudgetComparison | None = None
    levers: tuple[Lever, ...] = ()
    rate_comparisons: tuple[RateComparison, ...] = ()

    @property
    def over_budget(self) -> bool:
        return self.comparison is not None and self.comparison.over_budget

    @property
    def mark_up_lines(self) -> tuple[PricedLine, ...]:
        """Contingency, fee and tax as lines for display, in that order; with `lines` they sum to `total`."""
        percents = self.mark_ups
        rows = (
            ("320", "Contingency", self.contingency, percents.contingency_percent, "contingency_percent", "subtotal"),
            ("330", "Production fee", self.fee, percents.fee_percent, "fee_percent", "subtotal"),
            ("", "Tax", self.tax, percents.tax_percent, "tax", "total before tax"),
        )
        return tuple(_mark_up_line(*row) for row in rows if row[2].minor)


def choose_card(facts: BriefFacts, cards: Mapping[str, RateCard], home_currency: str) -> RateCard:
    """Return the card in the budget's currency when the studio has one, else the card in its home currency.

    Raises `Invalid` (`no_rate_card`) when the studio has neither.
    """
    budget = facts.budget_max or facts.budget_min
    wanted = budget.currency if budget else home_currency
    card = cards.get(wanted) or cards.get(home_currency)
    if card is None:
        raise Invalid(f"There is no rate card in {home_currency}. Add one before pricing a brief.", "no_rate_card")
    return card


def price(
    facts: BriefFacts,
    card: RateCard,
    settings: PricingRules,
    similar: Sequence[PastLine] = (),
    *,
    on: date | None = None,
) -> PricedProposal:
    """Price a brief by the rule book. `on` is the day whose tax rate is taken (None: the latest one in the book).

    Warnings: `implausible`, `nothing_to_price`, `missing_rate`, `not_priced`, `no_tax_rate`, `currency`, `over_budget`.
    """
    facts, implausible = set_aside_implausible(facts, settings.limits, on)
    desk = Desk(card, settings, tuple(similar), on)
    priced = estimate(facts, desk)
    notes = list(priced.scope.assumptions)
    warnings = [*implausible, *_warnings(priced, settings, on)]
    if priced.tax.minor:
        notes.append(Assumption("client", _TAX_ABROAD, "tax"))
    comparison = _compare(facts, priced, notes, warnings)
    levers: tuple[Lever, ...] = ()
    if comparison is not None and comparison.over_budget:
        levers = find_levers(facts, desk, priced, comparison.ceiling, with_tax=comparison.with_tax)
        warnings.append(_over_budget(comparison, levers))
    return PricedProposal(
        lines=priced.lines,
        currency=priced.currency,
        subtotal=priced.subtotal,
        contingency=priced.contingency,
        fee=priced.fee,
        total_ex_tax=priced.total_ex_tax,
        tax=priced.tax,
        total=priced.total,
        mark_ups=priced.mark_ups,
        scope=priced.scope,
        assumptions=tuple(notes),
        warnings=tuple(warnings),
        comparison=comparison,
        levers=levers,
        rate_comparisons=_rate_comparisons(priced, similar),
    )


def _warnings(priced: Estimate, settings: PricingRules, on: date | None) -> list[BriefWarning]:
    found: list[BriefWarning] = []
    if priced.scope.is_empty:
        text = (
            "The brief names no deliverables and no shoot, so there is nothing to price. Ask the client what is wanted."
        )
        found.append(BriefWarning(code="nothing_to_price", message=text))
    for code, rules in sorted(priced.missing.items()):
        text = f"{code} is not on the rate card, so this is not priced: {', '.join(rules)}. Add it, or change the rule."
        found.append(BriefWarning(code="missing_rate", message=text))
    unpriced = [] if priced.scope.is_empty else [name for name in priced.scope.extras if name not in settings.extras]
    if unpriced:
        text = f"Asked for and not priced: {', '.join(unpriced)}. Add a line, or agree that it is left out."
        found.append(BriefWarning(code="not_priced", message=text))
    if settings.tax_percent(on) is None:
        text = f"The rule book has no tax rate for {settings.studio.country} on this day; no tax is added."
        found.append(BriefWarning(code="no_tax_rate", message=text))
    return found


def _compare(
    facts: BriefFacts, priced: Estimate, notes: list[Assumption], warnings: list[BriefWarning]
) -> BudgetComparison | None:
    budget = facts.budget_max or facts.budget_min
    if budget is None or priced.scope.is_empty:
        return None
    ceiling = Money(budget.minor, budget.currency)
    if each := facts.budget_each:
        told = f"{Money(each.amount.minor, each.amount.currency)} × {each.count} {each.pieces}"
        notes.append(Assumption("budget_max", f"The budget of {ceiling} is computed: {told}.", "budget_each"))
    if ceiling.currency != priced.currency:
        text = (
            f"The budget is stated in {ceiling.currency} and the rate card is in {priced.currency}: the two are not "
            "compared. Agree on a currency, or add a rate card."
        )
        warnings.append(BriefWarning(code="currency", message=text))
        return None
    if facts.tax_included is None:
        text = "The budget is understood to exclude tax; the brief does not say."
        notes.append(Assumption("tax_included", text, "mark_up.tax"))
    return compare_to_budget(facts, priced.total, priced.total_ex_tax)


def _over_budget(comparison: BudgetComparison, levers: tuple[Lever, ...]) -> BriefWarning:
    text = str(comparison)
    if levers:
        best = "; ".join(
            f"{lever.description.split('. ')[0].rstrip('.')}: saves {lever.saving}, new total {lever.new_total}"
            for lever in _worth_naming(levers)
        )
        text += f" Levers: {best}."
        if not any(lever.fits for lever in levers):
            text += " No lever, nor all of them together, brings it within the budget: the brief itself has to shrink."
    return BriefWarning(code="over_budget", message=text)


def _worth_naming(levers: tuple[Lever, ...]) -> tuple[Lever, ...]:
    """The first levers; and the first that fits the budget, when it stands further down."""
    first = levers[:_LEVERS_NAMED]
    if any(lever.fits for lever in first):
        return first
    return (*first, *[lever for lever in levers[_LEVERS_NAMED:] if lever.fits][:1])


def _rate_comparisons(priced: Estimate, similar: Sequence[PastLine]) -> tuple[RateComparison, ...]:
    """The latest past rate of each item, where it differs from ours by more than a tenth."""
    latest: dict[str, PastLine] = {}
    for earlier in sorted(similar, key=lambda line: (line.on, line.project, line.row_id)):
        if earlier.rate.currency == priced.currency:
            latest[earlier.code] = earlier
    seen: dict[str, RateComparison] = {}
    for line in priced.lines:
        code = line.source.rate_code or ""
        past = latest.get(code)
        if past is None or code in seen or past.unit is not line.unit:
            continue
        if abs(line.rate.minor - past.rate.minor) * 100 > _REMARKABLE_PERCENT * past.rate.minor:
            seen[code] = RateComparison(code, line.description, line.rate, past)
    return tuple(seen.values())


def _mark_up_line(account: str, name: str, amount: Money, percent: Decimal, rule: str, base: str) -> PricedLine:
    source = LineSource(f"mark_up.{rule}" if rule != "tax" else "tax", f"{plain(percent)} % of the {base}")
    return PricedLine(account, f"{name} {plain(percent)} %", Decimal(1), Unit.FLAT, amount, amount, source)

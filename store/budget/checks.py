"""Checking a budget that someone else added up: every printed figure is computed again and differences are returned.

The classic trap: a "5 %" fee printed as 87,500 on a base of 1,500,000 (5 % is 75,000). Nothing is corrected here; a
person decides which figure is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from store.budget.rules import BudgetLine, line_total
from store.kernel.money import Money, total


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A printed figure that its own parts do not give. `difference = stated - computed`."""

    where: str
    stated: Money
    computed: Money
    message: str

    @property
    def difference(self) -> Money:
        return self.stated - self.computed


@dataclass(frozen=True, slots=True)
class StatedLine:
    """A line with the total printed beside it (None when none is printed)."""

    line: BudgetLine
    stated: Money | None = None


@dataclass(frozen=True, slots=True)
class StatedPercentage:
    """A percentage as printed: "Production fee 5 %: 87,500" on a base of 1,500,000."""

    where: str
    percent: Decimal
    base: Money
    stated: Money


@dataclass(frozen=True, slots=True)
class StatedBudget:
    """A budget as printed: lines, account totals, percentages on top, and the grand total."""

    lines: tuple[StatedLine, ...] = ()
    account_totals: Mapping[str, Money] | None = None
    percentages: tuple[StatedPercentage, ...] = ()
    total: Money | None = None


def check_percentage(figure: StatedPercentage, tolerance_minor: int = 1) -> Discrepancy | None:
    """Return how a printed percentage differs from the percentage of its base, or None when it is right.

    The message says which percentage, and which base, the printed figure would be.
    """
    computed = figure.base.percent(figure.percent)
    if abs(figure.stated.minor - computed.minor) <= tolerance_minor:
        return None
    message = (
        f"{figure.where}: {_plain(figure.percent)} % of {figure.base} is {computed}, but {figure.stated} is printed."
    )
    if figure.base.minor:
        effective = (Decimal(figure.stated.minor) / figure.base.minor * 100).quantize(Decimal("0.01"))
        message += f" The printed figure is {_plain(effective)} % of that base"
        if figure.percent:
            message += f", or {_plain(figure.percent)} % of {figure.stated.times(100 / figure.percent)}"
        message += "."
    return Discrepancy(figure.where, figure.stated, computed, message)


def check_line(stated_line: StatedLine, tolerance_minor: int = 1) -> Discrepancy | None:
    """Return how a line's printed total differs from its factors' product, or None when right or not printed."""
    line, stated = stated_line.line, stated_line.stated
    if stated is None:
        return None
    computed = line_total(line)
    if abs(stated.minor - computed.minor) <= tolerance_minor:
        return None
    factors = f"{_plain(line.quantity)} {line.unit} × {_plain(line.multiplier)} × {line.rate}"
    message = f"{line.description}: {factors} is {computed}, but {stated} is printed."
    return Discrepancy(f"{line.account} {line.description}", stated, computed, message)


def check_sum(where: str, parts: Sequence[Money], stated: Money, tolerance_minor: int = 1) -> Discrepancy | None:
    """Return how a printed sum differs from the sum of its parts, or None when it is right."""
    computed = total(parts, stated.currency)
    if abs(stated.minor - computed.minor) <= tolerance_minor:
        return None
    return Discrepancy(where, stated, computed, f"{where}: the parts add up to {computed}, but {stated} is printed.")


def check_budget(budget: StatedBudget, tolerance_minor: int = 1) -> tuple[Discrepancy, ...]:
    """Check every printed figure: lines, then accounts, then percentages, then the grand total.

    Each level is checked against the printed figures below it, so that one wrong line is reported once and not again in
    every sum above it. Raises `Invalid` (`mixed_currencies`) when the figures are not in one currency.
    """
    found = [check_line(stated, tolerance_minor) for stated in budget.lines]
    printed: dict[str, list[Money]] = {}
    for stated in budget.lines:
        shown = line_total(stated.line) if stated.stated is None else stated.stated
        printed.setdefault(stated.line.account, []).append(shown)
    accounts = budget.account_totals or {}
    found += [
        check_sum(f"Account {account}", printed[account], accounts[account], tolerance_minor)
        for account in accounts
        if account in printed
    ]
    found += [check_percentage(figure, tolerance_minor) for figure in budget.percentages]
    if budget.total is not None:
        currency = budget.total.currency
        parts = [accounts.get(account, total(amounts, currency)) for account, amounts in printed.items()]
        parts += [amount for account, amount in accounts.items() if account not in printed]
        parts += [figure.stated for figure in budget.percentages]
        found.append(check_sum("Grand total", parts, budget.total, tolerance_minor))
    return tuple(discrepancy for discrepancy in found if discrepancy is not None)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

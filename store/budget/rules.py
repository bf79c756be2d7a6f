"""Budget arithmetic. The invariant: lines (with their fringes) sum to accounts, and accounts sum to the topsheet.

A line is `quantity × multiplier × rate`, rounded once, half up, to the minor unit; a percent line is `quantity` per
cent of its rate. Nothing is summed from rounded displays, so a topsheet can be checked to the cent (see `checks.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from store.budget.aicp import ChartOfAccounts, Side
from store.kernel.errors import Invalid
from store.kernel.money import Money, total


class Unit(StrEnum):
    """What one unit of a rate buys. `ALLOW` is an allowance: an estimate settled at cost; `PERCENT` takes a base."""

    HOUR = "Hour"
    DAY = "Day"
    WEEK = "Week"
    MONTH = "Month"
    FLAT = "Flat"
    ALLOW = "Allow"
    PERCENT = "%"


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One detail line of an account: `quantity` units × `multiplier` (the X: people or things) × `rate`.

    `fringes` names the fringes (by id) that are due on the line. For `Unit.PERCENT`, `rate` is the base.
    """

    account: str
    description: str
    quantity: Decimal
    unit: Unit
    rate: Money
    multiplier: Decimal = Decimal(1)
    fringes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fringe:
    """An employer's charge on labour: either `percent` of the wage, or a `flat` amount for each unit worked.

    `cutoff` bounds one head: the wage above which a percentage is no longer due, or the most a flat charge comes to.
    Raises `Invalid` unless exactly one of `percent` and `flat` is given and neither is negative.
    """

    id: str
    name: str
    percent: Decimal | None = None
    flat: Money | None = None
    cutoff: Money | None = None

    def __post_init__(self) -> None:
        if (self.percent is None) == (self.flat is None):
            raise Invalid(f"Fringe {self.id} needs either a percentage or a flat amount, and not both.")
        if (self.percent or 0) < 0 or (self.flat is not None and self.flat.minor < 0):
            raise Invalid(f"Fringe {self.id} cannot be negative.")


@dataclass(frozen=True, slots=True)
class MarkUps:
    """What is added to the net cost, in per cent (5 means 5 %).

    Contingency and production fee are both taken on the net cost, tax on everything before it.
    """

    contingency_percent: Decimal = Decimal(0)
    fee_percent: Decimal = Decimal(0)
    tax_percent: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class AccountTotal:
    """An account's lines, the fringes due on them, and `total = lines + fringes`."""

    account: str
    name: str
    lines: Money
    fringes: Money
    total: Money


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """A category of the topsheet (AICP's letters, a feature's hundreds): the sum of its accounts."""

    letter: str
    name: str
    side: Side
    total: Money


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """A net cost with everything that goes on top: `total = net + contingency + fee + tax`."""

    net: Money
    contingency: Money
    fee: Money
    total_ex_tax: Money
    tax: Money
    total: Money


@dataclass(frozen=True, slots=True)
class Topsheet:
    """A whole budget on one page. `net` = sum of accounts = sum of groups = above + below the line + other."""

    accounts: tuple[AccountTotal, ...]
    groups: tuple[GroupTotal, ...]
    above_the_line: Money
    below_the_line: Money
    other: Money
    marked_up: MarkedUp


def line_total(line: BudgetLine) -> Money:
    """Return quantity × multiplier × rate; for a percent line, that many per cent of the rate."""
    units = line.quantity * line.multiplier
    return line.rate.percent(units) if line.unit is Unit.PERCENT else line.rate.times(units)


def fringe_on(line: BudgetLine, fringe: Fringe) -> Money:
    """Return what one fringe adds to a line, respecting its cutoff for each head (the line's multiplier)."""
    cap = None if fringe.cutoff is None else fringe.cutoff.times(line.multiplier)
    if fringe.percent is not None:
        wage = line_total(line)
        return (wage if cap is None else min(wage, cap)).percent(fringe.percent)
    assert fringe.flat is not None  # the constructor holds it
    charge = fringe.flat.times(line.quantity * line.multiplier)
    return charge if cap is None else min(charge, cap)


def fringes_on(line: BudgetLine, fringes: Mapping[str, Fringe]) -> Money:
    """Return the sum of the fringes a line names. Raises `Invalid` (`unknown_fringe`) when one does not exist."""
    due = Money.zero(line.rate.currency)
    for fringe_id in line.fringes:
        if fringe_id not in fringes:
            raise Invalid(
                f"Line '{line.description}' names the fringe {fringe_id}, which is not set up.", "unknown_fringe"
            )
        due = due + fringe_on(line, fringes[fringe_id])
    return due


def mark_up(net: Money, mark_ups: MarkUps) -> MarkedUp:
    """Add contingency, production fee and tax to a net cost, each rounded once to the minor unit."""
    contingency = net.percent(mark_ups.contingency_percent)
    fee = net.percent(mark_ups.fee_percent)
    ex_tax = net + contingency + fee
    tax = ex_tax.percent(mark_ups.tax_percent)
    return MarkedUp(net, contingency, fee, ex_tax, tax, ex_tax + tax)


def account_totals(
    lines: Iterable[BudgetLine], fringes: Mapping[str, Fringe], chart: ChartOfAccounts, currency: str
) -> tuple[AccountTotal, ...]:
    """Return one total for each account with lines, in the order of the chart. Raises `Invalid` on mixed currencies."""
    sums: dict[str, tuple[Money, Money]] = {}
    for line in lines:
        labour, charges = sums.get(line.account, (Money.zero(currency), Money.zero(currency)))
        sums[line.account] = (labour + line_total(line), charges + fringes_on(line, fringes))
    return tuple(
        AccountTotal(account, chart.account_name(account), own, charges, own + charges)
        for account, (own, charges) in sorted(sums.items(), key=lambda item: chart.position(item[0]))
    )


def topsheet(
    lines: Sequence[BudgetLine],
    *,
    chart: ChartOfAccounts,
    currency: str,
    fringes: Mapping[str, Fringe] | None = None,
    mark_ups: MarkUps | None = None,
) -> Topsheet:
    """Sum lines to accounts, accounts to groups and sides, and mark the net cost up.

    Raises `Invalid` with code `mixed_currencies`, `unknown_fringe` or `unknown_account`.
    """
    accounts = account_totals(lines, fringes or {}, chart, currency)
    by_group: dict[str, Money] = {}
    by_side = dict.fromkeys(Side, Money.zero(currency))
    for account in accounts:
        group = chart.group_of(account.account)
        by_group[group.letter] = by_group.get(group.letter, Money.zero(currency)) + account.total
        by_side[group.side] = by_side[group.side] + account.total
    groups = tuple(
        GroupTotal(group.letter, group.name, group.side, by_group[group.letter])
        for group in chart.groups
        if group.letter in by_group
    )
    net = total((account.total for account in accounts), currency)
    return Topsheet(
        accounts,
        groups,
        by_side[Side.ABOVE],
        by_side[Side.BELOW],
        by_side[Side.OTHER],
        mark_up(net, mark_ups or MarkUps()),
    )

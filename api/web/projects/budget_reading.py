"""What a budget's page reads: its lines by category and account, and the sums that follow from them, never a typed one.

Nobody without `budget.read` gets any of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from store.access.policy import require
from store.budget.aicp import categories_of as aicp_categories
from store.budget.queries import Budget, get_budget, list_budgets
from store.budget.rules import MarkedUp, fringes_on
from store.budget.tables import BudgetAccountRow, BudgetLineRow
from store.budget.totals import fringe_of, line_of
from store.kernel.actor import Actor
from store.kernel.errors import NotFound
from store.kernel.money import Money, total
from store.projects.queries import get_project
from store.proposals.queries import get_proposal

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Line:
    id: str
    account: str
    account_name: str
    description: str
    quantity: Decimal
    multiplier: Decimal
    unit: str
    rate: Money
    total: Money
    source: str
    rate_item_id: str | None


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the topsheet: its lines in order, the charges due on them, and the sum of both."""

    name: str
    lines: tuple[Line, ...]
    fringes: Money
    total: Money


@dataclass(frozen=True, slots=True)
class Charge:
    """A fringe of the budget: what it is, and what it comes to in words."""

    name: str
    percent: Decimal | None
    flat: Money | None


@dataclass(frozen=True, slots=True)
class BudgetShown:
    """A whole budget. `closed` says why its lines cannot change; None where they can."""

    id: str
    name: str
    status: str
    currency: str
    closed: str | None
    categories: tuple[Category, ...]
    accounts: tuple[tuple[str, str], ...]
    charges: tuple[Charge, ...]
    sums: MarkedUp
    contingency_percent: Decimal
    fee_percent: Decimal
    tax_percent: Decimal

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for category in self.categories for line in category.lines)


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """The budgets of a project to choose from, and the one that is shown."""

    project_id: str
    code: str
    budgets: tuple[tuple[str, str, str], ...]
    shown: BudgetShown | None


def read_budgets(session: Session, actor: Actor, code: str, budget_id: str | None) -> BudgetPage:
    """Return the page of a project; `budget_id` is the one to show, else the last one that stands on its own.

    Raises `Forbidden` without `budget.read`, `NotFound` for what the actor may not know of.
    """
    require(actor, "budget.read")
    project = get_project(session, actor, code).project
    rows = list_budgets(session, actor, project_id=project.id)
    if budget_id is not None and budget_id not in {row.id for row in rows}:
        raise NotFound(f"Budget {budget_id}")
    own = [row.id for row in rows if row.proposal_id is None]
    chosen = budget_id or next(iter([*own[::-1], *(row.id for row in rows[::-1])]), None)
    return BudgetPage(
        project.id,
        project.code,
        tuple((row.id, row.name, row.status) for row in rows),
        _shown(session, actor, get_budget(session, actor, chosen)) if chosen else None,
    )


def _shown(session: Session, actor: Actor, budget: Budget) -> BudgetShown:
    row = budget.row
    return BudgetShown(
        id=row.id,
        name=row.name,
        status=row.status,
        currency=row.currency,
        closed=_closed(session, actor, budget),
        categories=categories_of(budget),
        accounts=tuple((account.id, f"{account.code} {account.name}") for account in budget.accounts),
        charges=tuple(
            Charge(
                fringe.name,
                fringe.percent,
                None if fringe.amount_minor is None else Money(fringe.amount_minor, fringe.currency),
            )
            for fringe in budget.fringes
        ),
        sums=budget.totals,
        contingency_percent=row.contingency_percent,
        fee_percent=row.fee_percent,
        tax_percent=row.tax_percent,
    )


def _closed(session: Session, actor: Actor, budget: Budget) -> str | None:
    if budget.row.status == "locked":
        return "This budget is locked: its lines stand."
    if budget.row.proposal_id is None or not actor.may("proposals.read"):
        return None
    status = get_proposal(session, actor, budget.row.proposal_id).proposal.status
    if status == "draft":
        return None
    return f"These are the lines of a proposal that was {status}; they stand as offered."


def categories_of(budget: Budget) -> tuple[Category, ...]:
    """Return the lines by category, in the order of the accounts; the categories' totals sum to the net."""
    groups = _groups(budget.accounts)
    fringes = {row.id: fringe_of(row) for row in budget.fringes}
    by_account: defaultdict[str, list[BudgetLineRow]] = defaultdict(list)
    for row in budget.lines:
        by_account[row.account_id].append(row)
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    charges: defaultdict[str, list[Money]] = defaultdict(list)
    for account in budget.accounts:
        for row in by_account[account.id]:
            lines[groups[account.id]].append(_line(row, account))
            charges[groups[account.id]].append(fringes_on(line_of(row, budget.fringes), fringes))
    currency = budget.row.currency
    found = []
    for name, rows in lines.items():
        due = total(charges[name], currency)
        found.append(Category(name, tuple(rows), due, total((line.total for line in rows), currency) + due))
    return tuple(found)


def _groups(accounts: tuple[BudgetAccountRow, ...]) -> dict[str, str]:
    """Return each account's category: AICP's where the budget is by that chart, else the account is its own."""
    aicp = aicp_categories({account.id: account.code for account in accounts})
    return aicp if aicp is not None else {account.id: f"{account.code} {account.name}" for account in accounts}


def _line(row: BudgetLineRow, account: BudgetAccountRow) -> Line:
    return Line(
        id=row.id,
        account=account.code,
        account_name=account.name,
        description=row.description,
        quantity=row.quantity,
        multiplier=row.multiplier,
        unit=row.unit,
        rate=Money(row.rate_minor, row.currency),
        total=Money(row.total_minor, row.currency),
        source=row.source,
        rate_item_id=row.rate_item_id,
    )

"""An offer's lines by account, in the chart's order, each with the charges on it; accounts gather in groups.

Numbers that are all of the AICP chart gather in its categories; a budget with accounts of its own has a group for each.
"""

from __future__ import annotations

from store.budget.aicp import categories_of
from store.budget.queries import Budget
from store.budget.rules import fringe_on
from store.budget.tables import BudgetAccountRow
from store.budget.totals import fringe_of, line_of
from store.kernel.money import Money, total
from store.proposals.edition.data import OfferedAccount, OfferedLine


def percents_of(budget: Budget | None) -> dict[str, object]:
    """Return the budget's percentages by their names in `Price`."""
    names = ("contingency_percent", "fee_percent", "tax_percent")
    return {} if budget is None else {name: getattr(budget.row, name) for name in names}


def accounts_of(budget: Budget, *, inside: bool) -> tuple[OfferedAccount, ...]:
    """Return the accounts that hold lines; `inside`: with the source of each line."""
    groups = _groups(budget.accounts)
    found = []
    for account in budget.accounts:
        rows = [row for row in budget.lines if row.account_id == account.id]
        if not rows:
            continue
        lines = tuple(
            OfferedLine(
                description=row.description,
                quantity=row.quantity,
                multiplier=row.multiplier,
                unit=row.unit,
                rate=Money(row.rate_minor, row.currency),
                total=Money(row.total_minor, row.currency),
                source=row.source if inside else None,
            )
            for row in rows
        )
        currency = budget.row.currency
        values = [line_of(row, budget.fringes) for row in rows]
        charges = tuple(
            (
                fringe.name,
                total((fringe_on(line, fringe_of(fringe)) for line in values if fringe.id in line.fringes), currency),
            )
            for fringe in budget.fringes
            if any(fringe.id in line.fringes for line in values)
        )
        whole = total((*(line.total for line in lines), *(amount for _, amount in charges)), currency)
        found.append(OfferedAccount(account.code, account.name, groups[account.id], lines, charges, whole))
    return tuple(found)


def _groups(accounts: tuple[BudgetAccountRow, ...]) -> dict[str, str]:
    """Return the name of each account's group on the topsheet."""
    categories = categories_of({account.id: account.code for account in accounts})
    return categories if categories is not None else {account.id: account.name for account in accounts}

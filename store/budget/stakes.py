"""What changes of budgets and offers put at stake, always with all that goes on top: fringes, contingency, fee and tax.

An offer counts with its whole total, however small the change: it is the price that goes to a client. A working budget
is no promise, so of it only the lines count that are touched; what steps add up to is counted in `agreed.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlmodel import col, select

from store.budget.tables import BudgetLineRow, BudgetRow, FringeRow
from store.budget.totals import budget_totals
from store.changes.draft import Draft, RowChange
from store.changes.plain import from_values
from store.changes.stakes import larger
from store.kernel.columns import VersionedRow
from store.kernel.money import Money
from store.proposals.tables import Proposal

R = TypeVar("R", bound=VersionedRow)


def at_stake(draft: Draft) -> dict[str, Money]:
    """Return what the planned changes of offers and budgets come to, by the id of the offer or the working budget."""
    offers: set[str] = set()
    touched: dict[str, list[RowChange]] = defaultdict(list)
    for change in draft.row_changes:
        if change.table == "proposals" and not {"total_minor", "currency"}.isdisjoint(change.changed):
            offers.add(change.id)
        elif change.table in ("budget_lines", "fringes"):
            values = change.after or change.before or {}
            touched[values["budget_id"]].append(change)
    found: dict[str, Money] = {}
    for budget_id, changes in touched.items():
        budget = draft.look(BudgetRow, budget_id) or draft.session.get_one(BudgetRow, budget_id)
        if budget.proposal_id is not None:
            offers.add(budget.proposal_id)
        else:
            found[budget_id] = _working(draft, budget, changes)
    return found | {offer_id: _offered(draft, offer_id) for offer_id in offers}


def _offered(draft: Draft, offer_id: str) -> Money:
    rows = (draft.session.get(Proposal, offer_id), draft.look(Proposal, offer_id))
    return larger(Money(row.total_minor, row.currency) for row in rows if row is not None)


def _working(draft: Draft, budget: BudgetRow, changes: Sequence[RowChange]) -> Money:
    """What the touched lines come to, as they are or as they would be; a changed fringe touches every line."""
    if any(change.table == "fringes" for change in changes):
        before, after = _stored(draft, BudgetLineRow, budget), draft.find(BudgetLineRow, budget_id=budget.id)
    else:
        before = [from_values(BudgetLineRow, change.before, 1) for change in changes if change.before]
        after = [from_values(BudgetLineRow, change.after, 1) for change in changes if change.after]
    sums = (
        budget_totals(budget, before, _stored(draft, FringeRow, budget)),
        budget_totals(budget, after, draft.find(FringeRow, budget_id=budget.id)),
    )
    return larger(each.total for each in sums)


def _stored(draft: Draft, table: type[R], budget: BudgetRow) -> list[R]:
    rows: Iterable[R] = draft.session.exec(select(table).where(col(table.budget_id) == budget.id))  # type: ignore[attr-defined]
    return list(rows)

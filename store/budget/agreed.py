"""How far a working budget would be from what was last agreed: what many small steps add up to.

Agreed is what it came to when two persons, or one whom no limit binds, last greenlit a change of it; before the first
such greenlight, nothing. It is read off the audit log, in which every applied row stands before and after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Text, cast
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from store.access.tables import User
from store.budget.tables import BudgetLineRow, BudgetRow, FringeRow
from store.budget.totals import budget_totals
from store.changes.draft import RowChange
from store.changes.plain import R, Values, from_values
from store.changes.tables import Approval, AuditEntry
from store.kernel.money import Money

_PARTS = ("budget_lines", "fringes")
_A_FEW = 20

Rows = Mapping[tuple[str, str], Values | None]
"""Rows by table and id as they were or would be; None is one that is not there."""


def parts_of_working_budgets(session: Session, stored: Iterable[dict[str, Any]]) -> dict[str, Rows]:
    """Return what the row changes of a change set make of the parts of working budgets that are there, by budget."""
    found: dict[str, dict[tuple[str, str], Values | None]] = defaultdict(dict)
    for change in map(RowChange.from_json, stored):
        if change.table in _PARTS:
            found[_budget_of(change)][change.table, change.id] = change.after
    budgets = {budget_id: session.get(BudgetRow, budget_id) for budget_id in found}
    return {budget_id: found[budget_id] for budget_id, row in budgets.items() if row and row.proposal_id is None}


def drifts(session: Session, parts: Mapping[str, Rows], *, is_unlimited: Callable[[str], bool]) -> tuple[Money, ...]:
    """Return how far each working budget would be from what was last agreed, with all that goes on top.

    `parts` is what `parts_of_working_budgets` gave; `is_unlimited` tells of a role whether it needs nobody to agree.
    """
    found: list[Money] = []
    for budget_id, rows in parts.items():
        budget = session.get_one(BudgetRow, budget_id)
        agreed = _total(session, budget, _agreed(session, budget, is_unlimited))
        found.append(Money(abs((_total(session, budget, rows) - agreed).minor), budget.currency))
    return tuple(found)


def _agreed(session: Session, budget: BudgetRow, is_unlimited: Callable[[str], bool]) -> Rows:
    """Return the parts that were changed since two last agreed, as they were before."""
    approvals = select(func.count()).where(col(Approval.change_set_id) == col(AuditEntry.change_set_id))
    query = (
        select_columns(col(AuditEntry.detail), col(User.role), approvals.scalar_subquery())
        .join(User, col(User.id) == col(AuditEntry.user_id))
        .where(col(AuditEntry.action) == "greenlight")
        .where(cast(col(AuditEntry.project_ids), Text).contains(budget.project_id))
        .order_by(col(AuditEntry.seq).desc())
        .execution_options(yield_per=_A_FEW)
    )
    before: dict[tuple[str, str], Values | None] = {}
    for detail, role, persons in session.execute(query):
        changes = [RowChange.from_json(stored) for stored in detail["row_changes"] if stored["table"] in _PARTS]
        changed = [change for change in changes if _budget_of(change) == budget.id]
        if changed and (persons > 1 or is_unlimited(role)):
            break
        before |= {(change.table, change.id): change.before for change in changed}
    return before


def _budget_of(change: RowChange) -> str:
    return str((change.after or change.before or {})["budget_id"])


def _total(session: Session, budget: BudgetRow, over: Rows) -> Money:
    """Return what a budget comes to where these parts are not as they are stored."""
    lines, fringes = _rows(session, BudgetLineRow, budget, over), _rows(session, FringeRow, budget, over)
    return budget_totals(budget, lines, fringes).total


def _rows(session: Session, table: type[R], budget: BudgetRow, over: Rows) -> Sequence[R]:
    name = str(table.__tablename__)
    stored = session.exec(select(table).where(col(table.budget_id) == budget.id))  # type: ignore[attr-defined]
    rest = [row for row in stored if (name, row.id) not in over]
    return [*rest, *(from_values(table, values, 1) for (of, _), values in over.items() if of == name and values)]

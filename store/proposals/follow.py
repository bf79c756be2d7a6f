"""A new offer follows the lines that are proposed with it: whoever edits a line of a change set edits its totals too.

The totals are the planned budget's (`store/budget/guards.py` holds that for every plan); none is added up here. Ways
to bring the old total down, and the warning that it was over the client's budget, do not outlive that total.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from store.changes.engine import make_plan
from store.changes.operation import Operation
from store.changes.plain import Values
from store.kernel.actor import Actor
from store.proposals.operations import CreateProposal

TOTALS = ("subtotal_minor", "contingency_minor", "fee_minor", "tax_minor", "total_minor")
_OF_THE_OLD_TOTAL = frozenset({"over_budget"})


def follow_lines(session: Session, actor: Actor, operations: Sequence[Operation]) -> list[Operation]:
    """Return the operations with every new offer at the totals that its lines come to. Raises as planning them does."""
    if not any(isinstance(operation, CreateProposal) for operation in operations):
        return list(operations)
    plan = make_plan(session, operations, actor=actor)
    planned = {change.id: change.after for change in plan.draft.row_changes if change.table == "proposals"}
    return [
        _at(operation, planned.get(operation.id)) if isinstance(operation, CreateProposal) else operation
        for operation in operations
    ]


def _at(offer: CreateProposal, planned: Values | None) -> CreateProposal:
    totals = {name: planned[name] for name in TOTALS} if planned else {}
    if all(getattr(offer, name) == value for name, value in totals.items()):
        return offer
    warnings = tuple(warning for warning in offer.warnings if warning.code not in _OF_THE_OLD_TOTAL)
    return offer.model_copy(update={**totals, "levers": (), "warnings": warnings})

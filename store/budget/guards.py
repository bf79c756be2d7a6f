"""What holds for every change of a budget's parts, an undo included: only an open budget changes, and totals follow.

A draft proposal's totals are those of its budget, and what it says of them follows; an offer that was sent stands as it
was made.
"""

from __future__ import annotations

from store.budget.tables import BudgetAccountRow, BudgetLineRow, BudgetRow, FringeRow
from store.budget.totals import budget_totals
from store.changes.draft import Draft, Guard
from store.changes.plain import Values
from store.kernel.errors import Invalid, NotFound
from store.proposals import follow
from store.proposals.facts import BriefReading
from store.proposals.guards import totals_of
from store.proposals.tables import Brief, Proposal


def open_budget(draft: Draft, budget_id: str) -> BudgetRow:
    """Return a budget whose parts may change. Raises `Invalid` (`budget_locked`, `proposal_not_draft`)."""
    budget = draft.get(BudgetRow, budget_id)
    draft.touches_project(budget.project_id)
    if budget.status == "locked":
        raise Invalid(f"The budget '{budget.name}' is locked. Open it before changing its lines.", "budget_locked")
    proposal = draft.look(Proposal, budget.proposal_id) if budget.proposal_id else None
    if proposal is not None and proposal.status != "draft":
        raise Invalid(
            f"This proposal was {proposal.status}; its lines stand as offered. Make a new revision to change them.",
            "proposal_not_draft",
        )
    return budget


def account_of(draft: Draft, budget: BudgetRow, account_id: str) -> BudgetAccountRow:
    """Return an account of this budget. Raises `NotFound` alike for another budget's and for one that is not there."""
    account = draft.get(BudgetAccountRow, account_id)
    if account.budget_id != budget.id:
        raise NotFound(f"BudgetAccount {account_id}")
    return account


def _part_changes(draft: Draft, values: Values) -> None:
    budget = open_budget(draft, values["budget_id"])
    if budget.proposal_id is not None:
        offer_id = budget.proposal_id
        draft.at_end(totals_of(offer_id), lambda: _set_totals(draft, budget.id, offer_id))


def _set_totals(draft: Draft, budget_id: str, offer_id: str) -> None:
    budget, proposal = draft.look(BudgetRow, budget_id), draft.look(Proposal, offer_id)
    if budget is None or proposal is None:
        return
    sums = budget_totals(
        budget, draft.find(BudgetLineRow, budget_id=budget.id), draft.find(FringeRow, budget_id=budget.id)
    )
    brief = draft.look(Brief, proposal.brief_id) if proposal.brief_id else None
    facts = BriefReading.model_validate(brief.reading).facts if brief else None
    draft.update(proposal, **follow.at(proposal, sums, facts))


GUARDS: dict[str, Guard] = {
    "budget_accounts": _part_changes,
    "budget_lines": _part_changes,
    "fringes": _part_changes,
}

"""From a composed proposal to the operations that put it on record: the offer, and the budget that holds its lines.

The invariant: every figure is the draft's; nothing is computed or worded here. It is a pure function of its arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from store.budget.aicp import Side, chart
from store.budget.operations import AddBudgetAccount, AddBudgetLine, CreateBudget
from store.changes.operation import Operation
from store.proposals.compose import ProposalDraft
from store.proposals.facts import OpenQuestion
from store.proposals.operations import CreateProposal, OfferedLever, PlannedMilestone, Term

_CHART = "aicp"
_SECTIONS: dict[Side, Literal["ATL", "BTL", "OTHER"]] = {Side.ABOVE: "ATL", Side.BELOW: "BTL", Side.OTHER: "OTHER"}


def offer(
    draft: ProposalDraft, *, proposal_id: str, project_id: str, brief_id: str | None, questions: Sequence[OpenQuestion]
) -> CreateProposal:
    """Return the operation that makes the offer."""
    priced = draft.priced
    return CreateProposal(
        id=proposal_id,
        project_id=project_id,
        brief_id=brief_id,
        title=draft.title,
        currency=priced.currency,
        subtotal_minor=priced.subtotal.minor,
        contingency_minor=priced.contingency.minor,
        fee_minor=priced.fee.minor,
        tax_minor=priced.tax.minor,
        total_minor=priced.total.minor,
        delivery_on=draft.milestones[-1].ends_on if draft.milestones else None,
        milestones=tuple(
            PlannedMilestone(name=m.name, starts_on=m.starts_on, ends_on=m.ends_on, rule=m.rule[:200])
            for m in draft.milestones
        ),
        terms=tuple(Term(title=term.title, text=term.text) for term in draft.terms),
        assumptions=tuple(assumption.text for assumption in draft.assumptions),
        exclusions=tuple(exclusion.text for exclusion in draft.exclusions),
        open_questions=tuple(questions),
        warnings=draft.warnings,
        levers=tuple(
            OfferedLever(
                description=lever.description,
                saving_minor=lever.saving.minor,
                new_total_minor=lever.new_total.minor,
                fits=lever.fits,
            )
            for lever in priced.levers
        ),
    )


def budget(
    draft: ProposalDraft, *, budget_id: str, project_id: str, proposal_id: str | None, name: str
) -> list[Operation]:
    """Return the operations that open a budget of the draft's lines; with `proposal_id`, as the lines of that offer."""
    priced = draft.priced
    operations: list[Operation] = [
        CreateBudget(
            id=budget_id,
            project_id=project_id,
            proposal_id=proposal_id,
            name=name[:200],
            currency=priced.currency,
            contingency_percent=priced.mark_ups.contingency_percent,
            fee_percent=priced.mark_ups.fee_percent,
            tax_percent=priced.mark_ups.tax_percent,
        )
    ]
    account_ids: dict[str, str] = {}
    for account in dict.fromkeys(line.account for line in priced.lines):
        opened = open_account(budget_id, account)
        account_ids[account] = opened.id
        operations.append(opened)
    for position, line in enumerate(priced.lines):
        operations.append(
            AddBudgetLine(
                id=f"{budget_id}.l{position}",
                budget_id=budget_id,
                account_id=account_ids[line.account],
                position=position,
                description=line.description[:300],
                quantity=line.quantity,
                unit=line.unit.value,
                rate_minor=line.rate.minor,
                currency=line.rate.currency,
                rate_item_id=line.source.rate_item_id,
                source=str(line.source),
            )
        )
    return operations


def open_account(budget_id: str, code: str) -> AddBudgetAccount:
    """Return the operation that opens an account of the chart, by its number, in a budget."""
    names = chart(_CHART)
    return AddBudgetAccount(
        id=f"{budget_id}.{code}",
        budget_id=budget_id,
        code=code,
        name=names.account_name(code)[:120],
        position=names.position(code),
        section=_SECTIONS[names.group_of(code).side],
    )

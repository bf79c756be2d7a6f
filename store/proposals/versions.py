"""Versions of an offer: making the next one, and reading two of them to compare.

A version is a proposal of its own with the next revision number; what it says and its lines are copied with new ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from store.access.policy import require
from store.budget.operations import AddBudgetAccount, AddBudgetLine, AddFringe, CreateBudget
from store.budget.queries import Budget, read_budget
from store.budget.tables import BudgetRow
from store.changes.operation import Operation
from store.kernel.actor import Actor
from store.kernel.errors import Invalid
from store.kernel.ids import new_id
from store.kernel.money import Money
from store.proposals.compare import Comparison, Version, VersionLine, VersionStep, VersionTerm, compare
from store.proposals.operations import CreateProposal
from store.proposals.queries import get_brief, get_proposal, milestones_of
from store.proposals.tables import Proposal
from store.proposals.validity import renewed

_TOTALS = ("subtotal", "contingency", "fee", "tax", "total")


@dataclass(frozen=True, slots=True)
class Revision:
    """The next version of an offer, to be filed as a change set: its id, a title, and the operations that make it."""

    proposal_id: str
    title: str
    operations: tuple[Operation, ...]


def revise(session: Session, actor: Actor, proposal_id: str, *, today: date) -> Revision:
    """Return the operations that copy an offer and its lines into the project's next version, a draft.

    Its validity begins anew. Raises `Forbidden` without the right to see its lines, `NotFound`.
    """
    _require_sight(actor)
    summary = get_proposal(session, actor, proposal_id)
    offer, fresh_id = summary.proposal, new_id("pro")
    operations: list[Operation] = [_copy(session, actor, offer, fresh_id, today)]
    budget = lines_of(session, offer.id)
    if budget is not None:
        operations += _copy_budget(budget, fresh_id)
    return Revision(
        fresh_id,
        f"{summary.project_code}: new version of the offer, from version {offer.revision}",
        tuple(operations),
    )


def compare_versions(session: Session, actor: Actor, before_id: str, after_id: str) -> Comparison:
    """Return what one version of an offer changes in another. Raises `Forbidden`, `NotFound`, and `Invalid`
    (`other_project`) for offers of two projects."""
    _require_sight(actor)
    before, after = (get_proposal(session, actor, found).proposal for found in (before_id, after_id))
    if before.project_id != after.project_id:
        raise Invalid("These are offers of two projects. Compare versions of one.", "other_project")
    return compare(_version(session, actor, before), _version(session, actor, after))


def _require_sight(actor: Actor) -> None:
    for permission in ("proposals.read", "budget.read"):
        require(actor, permission)


def lines_of(session: Session, proposal_id: str) -> Budget | None:
    """Return the budget whose lines are the offer's. Whoever asks has been shown the proposal."""
    query = select(BudgetRow).where(col(BudgetRow.proposal_id) == proposal_id).order_by(col(BudgetRow.id))
    row = session.exec(query).first()
    return None if row is None else read_budget(session, row)


def _copy(session: Session, actor: Actor, offer: Proposal, fresh_id: str, today: date) -> CreateProposal:
    steps = milestones_of(session, actor, offer.id)
    made_on = get_brief(session, actor, offer.brief_id).received_on if offer.brief_id else offer.sent_on
    copied = "project_id brief_id title currency delivery_on assumptions exclusions open_questions warnings levers"
    fields: dict[str, Any] = {name: getattr(offer, name) for name in copied.split()}
    return CreateProposal.model_validate(
        {
            **fields,
            **{f"{name}_minor": getattr(offer, f"{name}_minor") for name in _TOTALS},
            "id": fresh_id,
            "terms": renewed(offer.terms, made_on=made_on, today=today),
            "milestones": [step.model_dump(include={"name", "starts_on", "ends_on", "rule"}) for step in steps],
        }
    )


def _copy_budget(budget: Budget, proposal_id: str) -> Sequence[Operation]:
    budget_id = new_id("bud")
    accounts = {row.id: f"{budget_id}.a{number}" for number, row in enumerate(budget.accounts)}
    shared = {"id", "version", "budget_id", "account_id"}
    head = budget.row.model_dump(
        include={"project_id", "name", "currency", "contingency_percent", "fee_percent", "tax_percent"}
    )
    here = {"budget_id": budget_id}
    return [
        CreateBudget(id=budget_id, proposal_id=proposal_id, **head),
        *(AddBudgetAccount(id=accounts[row.id], **here, **row.model_dump(exclude=shared)) for row in budget.accounts),
        *(
            AddBudgetLine(
                id=f"{budget_id}.l{number}",
                account_id=accounts[row.account_id],
                **here,
                **row.model_dump(exclude={*shared, "total_minor"}),
            )
            for number, row in enumerate(budget.lines)
        ),
        *(
            AddFringe(
                id=f"{budget_id}.f{number}",
                account_id=accounts[row.account_id] if row.account_id else None,
                **here,
                **row.model_dump(exclude={*shared, "currency"}),
            )
            for number, row in enumerate(budget.fringes)
        ),
    ]


def _version(session: Session, actor: Actor, offer: Proposal) -> Version:
    budget = lines_of(session, offer.id)
    accounts = {account.id: account for account in budget.accounts} if budget else {}
    return Version(
        proposal_id=offer.id,
        revision=offer.revision,
        status=offer.status,
        totals=tuple((name, Money(getattr(offer, f"{name}_minor"), offer.currency)) for name in _TOTALS),
        lines=tuple(
            VersionLine(
                account=accounts[row.account_id].code,
                account_name=accounts[row.account_id].name,
                description=row.description,
                quantity=row.quantity,
                multiplier=row.multiplier,
                unit=row.unit,
                rate=Money(row.rate_minor, row.currency),
                total=Money(row.total_minor, row.currency),
                rate_item_id=row.rate_item_id,
            )
            for row in (budget.lines if budget else ())
        ),
        steps=tuple(VersionStep(s.name, s.starts_on, s.ends_on) for s in milestones_of(session, actor, offer.id)),
        terms=tuple(VersionTerm(term["title"], term["text"]) for term in offer.terms),
        assumptions=tuple(offer.assumptions),
        exclusions=tuple(offer.exclusions),
    )

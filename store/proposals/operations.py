"""Operations on briefs and proposals; those on agreements are in `agreements.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from store.changes.draft import Draft
from store.changes.operation import Operation
from store.documents.tables import Document
from store.kernel.errors import Invalid
from store.projects.sight import require_contact
from store.projects.tables import Project
from store.proposals.agreements import RecordAgreement
from store.proposals.facts import BriefReading, BriefWarning, OpenQuestion
from store.proposals.guards import require_newest, require_unsigned, settle
from store.proposals.tables import Brief, Proposal, ProposalMilestone


class Term(BaseModel):
    """A clause of the offer: what it is about, and what it says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    text: str


class PlannedMilestone(BaseModel):
    """A step of the schedule outline, first and last day included, and the rule that put it there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, max_length=120)
    starts_on: date
    ends_on: date
    rule: str = Field(max_length=200)

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends_on < self.starts_on:
            raise ValueError(f"{self.name} ends before it starts")
        return self

    def row(self, proposal_id: str, position: int, row_id: str | None = None) -> ProposalMilestone:
        return ProposalMilestone(
            id=row_id or f"{proposal_id}.m{position}", proposal_id=proposal_id, position=position, **self.model_dump()
        )


class OfferedLever(BaseModel):
    """A way to bring the total down: what to do, what it saves, and the total it leads to (minor units)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    description: str
    saving_minor: int
    new_total_minor: int
    fits: bool


class RecordBrief(Operation):
    """Put a brief on record with its reading: facts, quotes, open questions and warnings."""

    kind: Literal["record_brief"] = "record_brief"
    permission: ClassVar[str] = "briefs.write"
    reveals: ClassVar[frozenset[str]] = frozenset({"briefs.read"})
    id: str = Field(max_length=40)
    project_id: str
    document_id: str | None = None
    contact_id: str | None = None
    title: str = Field(min_length=1, max_length=300)
    language: str | None = Field(default=None, max_length=8)
    received_on: date
    reading: BriefReading

    def plan(self, draft: Draft) -> None:
        draft.get(Project, self.project_id)
        draft.touches_project(self.project_id)
        if self.contact_id is not None:
            require_contact(draft, self.contact_id)
        if self.document_id is not None:
            document = draft.get(Document, self.document_id)
            if document.project_id not in (None, self.project_id):
                raise Invalid("That document is filed with another project.")
            draft.update(document, project_id=self.project_id)
        draft.insert(
            Brief(
                id=self.id,
                project_id=self.project_id,
                document_id=self.document_id,
                contact_id=self.contact_id,
                title=self.title,
                language=self.language,
                received_on=self.received_on,
                reading=self.reading.model_dump(mode="json"),
            )
        )


TOTALS = ("subtotal_minor", "contingency_minor", "fee_minor", "tax_minor", "total_minor")
_FOLLOWING = (*TOTALS, "terms", "warnings", "levers")


class CreateProposal(Operation):
    """Make an offer on a brief: totals, terms and a schedule outline. Its lines are the budget that names it.

    The totals stand only for an offer without lines: what lines come to takes their place (`store.proposals.follow`).
    """

    kind: Literal["create_proposal"] = "create_proposal"
    permission: ClassVar[str] = "proposals.write"
    reveals: ClassVar[frozenset[str]] = frozenset({"proposals.read"})
    moves_money: ClassVar[bool] = True
    id: str = Field(max_length=40)
    project_id: str
    brief_id: str | None = None
    title: str = Field(min_length=1, max_length=300)
    currency: str = Field(pattern="^[A-Z]{3}$")
    subtotal_minor: int
    contingency_minor: int
    fee_minor: int
    tax_minor: int
    total_minor: int
    delivery_on: date | None = None
    milestones: tuple[PlannedMilestone, ...] = ()
    terms: tuple[Term, ...] = ()
    assumptions: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    warnings: tuple[BriefWarning, ...] = ()
    levers: tuple[OfferedLever, ...] = ()

    def as_planned(self, row_changes: Sequence[Mapping[str, Any]]) -> Self:
        """Return the offer at the totals that its lines come to, with all that it says of them."""
        rows = (change["after"] for change in row_changes if change["table"] == "proposals" and change["id"] == self.id)
        row = next(rows, None)
        return self if row is None else self.model_validate({**dict(self), **{name: row[name] for name in _FOLLOWING}})

    def plan(self, draft: Draft) -> None:
        draft.get(Project, self.project_id)
        draft.touches_project(self.project_id)
        if self.brief_id is not None and draft.get(Brief, self.brief_id).project_id != self.project_id:
            raise Invalid("That brief belongs to another project.")
        if self.subtotal_minor + self.contingency_minor + self.fee_minor + self.tax_minor != self.total_minor:
            raise Invalid("The proposal's parts do not add up to its total.", "does_not_add_up")
        earlier = draft.find(Proposal, project_id=self.project_id)
        draft.insert(
            Proposal(
                id=self.id,
                project_id=self.project_id,
                brief_id=self.brief_id,
                revision=max((proposal.revision for proposal in earlier), default=0) + 1,
                title=self.title,
                currency=self.currency,
                subtotal_minor=self.subtotal_minor,
                contingency_minor=self.contingency_minor,
                fee_minor=self.fee_minor,
                tax_minor=self.tax_minor,
                total_minor=self.total_minor,
                delivery_on=self.delivery_on,
                terms=[term.model_dump() for term in self.terms],
                assumptions=list(self.assumptions),
                exclusions=list(self.exclusions),
                open_questions=[question.model_dump() for question in self.open_questions],
                warnings=[warning.model_dump(mode="json") for warning in self.warnings],
                levers=[lever.model_dump() for lever in self.levers],
            )
        )
        for position, milestone in enumerate(self.milestones):
            draft.insert(milestone.row(self.id, position))


class ChangeProposal(Operation):
    """Change what a draft offer says; what is left out stays. Its totals follow its lines and are not set here.

    One that was sent stands (`store.proposals.guards`).
    """

    kind: Literal["change_proposal"] = "change_proposal"
    permission: ClassVar[str] = "proposals.write"
    reveals: ClassVar[frozenset[str]] = frozenset({"proposals.read"})
    id: str
    title: str | None = Field(default=None, min_length=1, max_length=300)
    delivery_on: date | None = None
    milestones: tuple[PlannedMilestone, ...] | None = None
    terms: tuple[Term, ...] | None = None
    assumptions: tuple[str, ...] | None = None
    exclusions: tuple[str, ...] | None = None
    open_questions: tuple[OpenQuestion, ...] | None = None

    def plan(self, draft: Draft) -> None:
        proposal = draft.get(Proposal, self.id)
        draft.touches_project(proposal.project_id)
        given = self.model_dump(exclude={"kind", "id", "milestones"}, exclude_none=True)
        draft.update(proposal, **{name: list(v) if isinstance(v, tuple) else v for name, v in given.items()})
        if self.milestones is not None:
            self._set_milestones(draft, self.milestones)

    def _set_milestones(self, draft: Draft, milestones: tuple[PlannedMilestone, ...]) -> None:
        """Steps keep their rows by position, so that a moved step reads as one change."""
        stored = sorted(draft.find(ProposalMilestone, proposal_id=self.id), key=lambda step: step.position)
        taken = {step.id for step in stored}
        free = (made for n in count() if (made := f"{self.id}.m{n}") not in taken)
        for position, milestone in enumerate(milestones):
            if position < len(stored):
                draft.update(stored[position], position=position, **milestone.model_dump())
            else:
                draft.insert(milestone.row(self.id, position, next(free)))
        for step in stored[len(milestones) :]:
            draft.delete(step)


_NEXT_STATUSES = {
    "draft": {"sent", "declined"},
    "sent": {"accepted", "declined"},
    "accepted": {"declined"},
    "declined": {"draft"},
}


class SetProposalStatus(Operation):
    """Mark a proposal sent, accepted or declined, on a day; a declined one may be taken up as a draft again.

    One offer of a project is accepted at a time (`store.proposals.guards`): to agree on a newer version, decline the
    accepted one in the same change set. An offer stands while a signed agreement rests on it.
    """

    kind: Literal["set_proposal_status"] = "set_proposal_status"
    permission: ClassVar[str] = "proposals.write"
    reveals: ClassVar[frozenset[str]] = frozenset({"proposals.read"})
    id: str
    status: Literal["draft", "sent", "accepted", "declined"]
    on: date | None = Field(default=None, description="The day it was sent or decided; left out: not known.")

    def plan(self, draft: Draft) -> None:
        settle(draft, self.id)
        proposal = draft.get(Proposal, self.id)
        draft.touches_project(proposal.project_id)
        if self.status not in _NEXT_STATUSES[proposal.status]:
            raise Invalid(f"A proposal that is {proposal.status} cannot become {self.status}.")
        if self.status == "draft":
            draft.update(proposal, status="draft", sent_on=None, decided_on=None)
        elif self.status == "sent":
            require_newest(draft, proposal)
            draft.update(proposal, status="sent", sent_on=self.on)
        else:
            if self.on and proposal.sent_on and self.on < proposal.sent_on:
                raise Invalid(f"The offer was sent on {proposal.sent_on}; it cannot be {self.status} before that.")
            if proposal.status == "accepted":
                require_unsigned(draft, proposal)
            draft.update(proposal, status=self.status, decided_on=self.on)


OPERATIONS = (RecordBrief, CreateProposal, ChangeProposal, SetProposalStatus, RecordAgreement)

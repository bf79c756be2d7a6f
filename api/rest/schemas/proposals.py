"""Briefs, proposals, their lines and milestones, and agreements."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from api.rest.schemas.common import MoneyOut, Out
from store.proposals.facts import BriefReading, OpenQuestion
from store.proposals.operations import Term
from store.proposals.queries import ProposalSummary


class BriefSummary(Out):
    id: str
    version: int
    project_id: str
    document_id: str | None
    contact_id: str | None
    title: str
    language: str | None
    received_on: date


class BriefOut(BriefSummary):
    """A brief with its reading: facts, each with its quotes, open questions and warnings."""

    reading: BriefReading


class JobOut(Out):
    """Where a brief that is handled in the background stands. `step` is what is done now; a failure says what to do.

    Done, `change_set` awaits a greenlight; what was read is at `/v1/changes/{change_set}/brief`.
    """

    id: str
    state: Literal["working", "done", "failed"]
    step: str | None = None
    change_set: str | None = None
    code: str | None = None
    message: str | None = None


class ProposalRow(Out):
    """An offer. Who is shown offers only (a client) sees its total, not how it is made up: those fields are null."""

    id: str
    version: int
    project_id: str
    project_code: str
    client: str
    brief_id: str | None
    revision: int
    title: str
    status: str = Field(examples=["sent"])
    currency: str
    subtotal: MoneyOut | None
    contingency: MoneyOut | None
    fee: MoneyOut | None
    tax: MoneyOut | None
    total: MoneyOut
    delivery_on: date | None
    sent_on: date | None
    decided_on: date | None

    @classmethod
    def fields_of(cls, summary: ProposalSummary, *, inside: bool) -> dict[str, object]:
        """`inside`: for the studio's own people, who see how the total is made up."""
        row = summary.proposal
        parts = ("subtotal", "contingency", "fee", "tax", "total")
        money = {part: MoneyOut(minor=getattr(row, f"{part}_minor"), currency=row.currency) for part in parts}
        shown = money if inside else {**dict.fromkeys(parts), "total": money["total"]}
        return {**row.model_dump(), **shown, "project_code": summary.project_code, "client": summary.client}


class ProposalOut(ProposalRow):
    """An offer with its terms."""

    terms: list[Term]
    assumptions: list[str]
    exclusions: list[str]
    open_questions: list[OpenQuestion] | None


class MilestoneOut(Out):
    """A step of the schedule outline, first and last day included, and the rule that put it there."""

    id: str
    position: int
    name: str
    starts_on: date
    ends_on: date
    rule: str


class AgreementOut(Out):
    id: str
    version: int
    project_id: str
    proposal_id: str
    document_id: str | None
    status: str = Field(examples=["signed"])
    signed_on: date | None
    revision_rounds: int | None
    deposit_percent: Decimal | None
    notes: str | None

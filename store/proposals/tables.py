"""Tables of proposals: the brief as it was read, the offer made on it, and the agreement that follows."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, String, Text
from sqlmodel import Field

from store.kernel.columns import ExactDecimal, Json, VersionedRow

PROPOSAL_STATUSES = ("draft", "sent", "accepted", "declined")


class Brief(VersionedRow, table=True):
    """What the client asked for: the reading (facts with their quotes) of a document that is kept as it came."""

    __tablename__ = "briefs"

    project_id: str = Field(sa_column=Column(String(40), ForeignKey("projects.id"), nullable=False, index=True))
    document_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("documents.id"), index=True))
    contact_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("contacts.id"), index=True))
    title: str = Field(max_length=300)
    language: str | None = Field(default=None, max_length=8)
    received_on: date
    reading: dict[str, Any] = Field(sa_column=Column(Json, nullable=False))


class Proposal(VersionedRow, table=True):
    """An offer at a price. Its lines are the budget that names it; its totals are frozen here as they were offered."""

    __tablename__ = "proposals"
    __table_args__ = (
        CheckConstraint(
            "status IN ({})".format(", ".join(f"'{s}'" for s in PROPOSAL_STATUSES)), name="proposal_status_known"
        ),
        CheckConstraint(
            "total_minor = subtotal_minor + contingency_minor + fee_minor + tax_minor", name="proposal_total_adds_up"
        ),
        CheckConstraint("decided_on >= sent_on", name="proposal_decided_after_sent"),
        Index("ux_proposal_project_revision", "project_id", "revision", unique=True),
    )

    project_id: str = Field(sa_column=Column(String(40), ForeignKey("projects.id"), nullable=False))
    brief_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("briefs.id"), index=True))
    revision: int = Field(default=1, ge=1)
    title: str = Field(max_length=300)
    status: str = Field(default="draft", max_length=12, index=True)
    currency: str = Field(max_length=3)
    subtotal_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    contingency_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    fee_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    tax_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    total_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    delivery_on: date | None = None
    terms: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    assumptions: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    exclusions: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    open_questions: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    warnings: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    levers: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    sent_on: date | None = None
    decided_on: date | None = None


class ProposalMilestone(VersionedRow, table=True):
    __tablename__ = "proposal_milestones"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="milestone_ends_after_start"),)

    proposal_id: str = Field(sa_column=Column(String(40), ForeignKey("proposals.id"), nullable=False, index=True))
    position: int
    name: str = Field(max_length=120)
    starts_on: date
    ends_on: date
    rule: str = Field(max_length=200)


class Agreement(VersionedRow, table=True):
    """The contract on an accepted proposal."""

    __tablename__ = "agreements"
    __table_args__ = (
        CheckConstraint("status IN ('draft', 'sent', 'signed')", name="agreement_status_known"),
        CheckConstraint("status <> 'signed' OR signed_on IS NOT NULL", name="agreement_signed_on_a_day"),
    )

    project_id: str = Field(sa_column=Column(String(40), ForeignKey("projects.id"), nullable=False, index=True))
    proposal_id: str = Field(sa_column=Column(String(40), ForeignKey("proposals.id"), nullable=False, index=True))
    document_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("documents.id"), index=True))
    status: str = Field(default="draft", max_length=8)
    signed_on: date | None = None
    revision_rounds: int | None = Field(default=None, ge=0)
    deposit_percent: Decimal | None = Field(default=None, sa_column=Column(ExactDecimal))
    notes: str | None = Field(default=None, sa_column=Column(Text))

"""Tables of projects: who the work is for, what it is called, and how far it has come."""

from datetime import date

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Text
from sqlmodel import Field

from store.kernel.columns import VersionedRow

STAGES = ("development", "pre_production", "production", "post_production", "delivery", "closeout")


class Client(VersionedRow, table=True):
    __tablename__ = "clients"
    __table_args__ = (CheckConstraint("length(name) > 0", name="client_named"),)

    name: str = Field(index=True, max_length=200)
    kind: str = Field(default="brand", max_length=16)
    country: str | None = Field(default=None, max_length=2)
    email_domain: str | None = Field(default=None, max_length=253)
    notes: str | None = Field(default=None, sa_column=Column(Text))


class Contact(VersionedRow, table=True):
    __tablename__ = "contacts"

    client_id: str = Field(sa_column=Column(String(40), ForeignKey("clients.id"), nullable=False, index=True))
    name: str = Field(max_length=200)
    title: str | None = Field(default=None, max_length=120)
    email: str | None = Field(default=None, max_length=254, index=True)
    phone: str | None = Field(default=None, max_length=60)


class Project(VersionedRow, table=True):
    __tablename__ = "projects"
    __table_args__ = (
        CheckConstraint("stage IN ({})".format(", ".join(f"'{s}'" for s in STAGES)), name="project_stage_known"),
        CheckConstraint("status IN ('active', 'closed', 'lost')", name="project_status_known"),
        Index("ix_project_status_stage", "status", "stage"),
    )

    code: str = Field(unique=True, max_length=24)
    name: str = Field(max_length=200)
    client_id: str = Field(sa_column=Column(String(40), ForeignKey("clients.id"), nullable=False, index=True))
    contact_id: str | None = Field(default=None, sa_column=Column(String(40), ForeignKey("contacts.id"), index=True))
    stage: str = Field(default="development", max_length=16)
    status: str = Field(default="active", max_length=8)
    currency: str = Field(max_length=3)
    summary: str | None = Field(default=None, sa_column=Column(Text))
    starts_on: date | None = None
    delivery_on: date | None = None


class GateRequirement(VersionedRow, table=True):
    """What must be true before a project leaves `stage`; a studio edits these rows.

    `check` is a fact the store can see (`accepted_proposal`, `signed_agreement`, `locked_budget`), or
    `document:KIND` (a document of that kind is filed), or `confirmed:KEY` (a person confirmed it).
    """

    __tablename__ = "gate_requirements"
    __table_args__ = (Index("ux_gate", "stage", "check_name", unique=True),)

    stage: str = Field(max_length=16)
    check_name: str = Field(max_length=48)
    label: str = Field(max_length=120)


class GateConfirmation(VersionedRow, table=True):
    """A person's word that something a gate asks for is so."""

    __tablename__ = "gate_confirmations"
    __table_args__ = (Index("ux_gate_confirmation", "project_id", "key", unique=True),)

    project_id: str = Field(sa_column=Column(String(40), ForeignKey("projects.id"), nullable=False))
    key: str = Field(max_length=48)
    note: str | None = Field(default=None, sa_column=Column(Text))

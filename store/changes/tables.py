"""Tables of the one write path. Triggers (see the migrations) keep change sets honest and the audit append-only."""

from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, String, Text
from sqlmodel import Field, SQLModel

from store.kernel.columns import Json, UTCDateTime, VersionedRow

Status = Literal["pending", "applied", "rejected", "stale", "expired", "superseded", "reverted"]
STATUSES: tuple[Status, ...] = get_args(Status)


class ChangeSet(SQLModel, table=True):
    """A proposal to change the studio's data, with the exact before and after it was shown with.

    `code` is what people type and stays the same over revisions; `id` names one revision.
    """

    __tablename__ = "change_sets"
    __table_args__ = (
        CheckConstraint("status IN ({})".format(", ".join(f"'{s}'" for s in STATUSES)), name="change_set_status_known"),
        CheckConstraint("revision >= 1", name="change_set_revision_positive"),
        CheckConstraint(
            "status IN ('pending', 'stale', 'expired', 'superseded') "
            "OR (decided_by IS NOT NULL AND decided_at IS NOT NULL)",
            name="change_set_decided_by_someone",
        ),
        Index("ux_change_set_code_revision", "code", "revision", unique=True),
        Index("ux_change_set_idempotency", "on_behalf_of", "idempotency_key", unique=True),
        Index("ix_change_set_status_created", "status", "created_at"),
        Index("ix_change_set_created", "created_at", "id"),
    )

    id: str = Field(primary_key=True, max_length=40)
    code: str = Field(max_length=16)
    revision: int = 1
    status: str = Field(default="pending", max_length=12)
    operations: list[dict[str, Any]] = Field(sa_column=Column(Json, nullable=False))
    row_changes: list[dict[str, Any]] = Field(sa_column=Column(Json, nullable=False))
    effects: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    digest: str = Field(max_length=64)
    title: str
    rationale: str = Field(default="", sa_column=Column(Text, nullable=False))
    evidence: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    origin_channel: str = Field(max_length=16)
    origin_message_id: str | None = Field(default=None, max_length=40)
    origin_run_id: str | None = Field(default=None, max_length=40)
    proposed_by: str = Field(max_length=40)
    proposed_kind: str = Field(max_length=8)
    on_behalf_of: str = Field(max_length=40)
    project_ids: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    reveals: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    tainted: bool = False
    amount_minor: int | None = Field(default=None, sa_column=Column(BigInteger))
    currency: str | None = Field(default=None, max_length=3)
    created_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    expires_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    idempotency_key: str | None = Field(default=None, max_length=128)
    supersedes: str | None = Field(default=None, max_length=40)
    decided_by: str | None = Field(default=None, max_length=40)
    decided_at: datetime | None = Field(default=None, sa_column=Column(UTCDateTime))
    decision_note: str | None = Field(default=None, sa_column=Column(Text))
    applied_versions: dict[str, int] | None = Field(default=None, sa_column=Column(Json))


class Approval(SQLModel, table=True):
    """One person's yes to exactly one digest; policy says how many different persons it takes."""

    __tablename__ = "approvals"

    change_set_id: str = Field(sa_column=Column(String(40), ForeignKey("change_sets.id"), primary_key=True))
    user_id: str = Field(sa_column=Column(String(40), ForeignKey("users.id"), primary_key=True))
    digest: str = Field(max_length=64)
    session_id: str = Field(max_length=40)
    approved_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class ApprovalPolicy(VersionedRow, table=True):
    """A role may greenlight this kind of operation (`*`: any) alone up to a limit; above it a second person must join.

    No limit means any amount. All that a set puts at stake counts together (`store.changes.stakes`).
    """

    __tablename__ = "approval_policies"
    __table_args__ = (
        Index("ux_policy_role_kind", "role", "operation_kind", unique=True),
        CheckConstraint("(limit_minor IS NULL) = (currency IS NULL)", name="policy_limit_has_currency"),
        CheckConstraint("limit_minor IS NULL OR limit_minor >= 0", name="policy_limit_not_negative"),
    )

    role: str = Field(max_length=24)
    operation_kind: str = Field(max_length=48)
    limit_minor: int | None = Field(default=None, sa_column=Column(BigInteger))
    currency: str | None = Field(default=None, max_length=3)


class AuditEntry(SQLModel, table=True):
    """One link of the chain: what was done, by whom, and the hash of everything before it."""

    __tablename__ = "audit_entries"

    seq: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    actor_kind: str = Field(max_length=8)
    user_id: str = Field(max_length=40)
    session_id: str | None = Field(default=None, max_length=40)
    action: str = Field(max_length=32)
    change_set_id: str | None = Field(default=None, max_length=40, index=True)
    project_ids: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    detail: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)


class AuditHead(SQLModel, table=True):
    """The end of the chain, one row: makes a cut-off tail visible and puts writers of the chain in a line."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="one_audit_head"),)

    id: int = Field(default=1, primary_key=True)
    seq: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    hash: str = Field(default="0" * 64, max_length=64)


class OutboxEntry(SQLModel, table=True):
    """An effect on the world outside (mail, webhook, file), written with the change that causes it, delivered after."""

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("status IN ('waiting', 'delivered', 'failed')", name="outbox_status_known"),
        Index("ix_outbox_waiting", "status", "not_before"),
    )

    id: str = Field(primary_key=True, max_length=64)
    change_set_id: str = Field(foreign_key="change_sets.id", max_length=40)
    kind: str = Field(max_length=24)
    payload: dict[str, Any] = Field(sa_column=Column(Json, nullable=False))
    status: str = Field(default="waiting", max_length=12)
    attempts: int = 0
    not_before: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    delivered_at: datetime | None = Field(default=None, sa_column=Column(UTCDateTime))
    last_error: str | None = Field(default=None, sa_column=Column(Text))

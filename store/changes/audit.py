"""The audit log: append-only, each entry carrying the hash of all before it, so that no edit goes unseen.

`hash = sha256(canonical JSON of the entry and the previous hash)`; `audit_head` keeps the end of the chain, so a
cut-off tail shows as well. Writing an entry locks the head: entries are written one at a time, in order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, col, select

from store.changes.plain import canonical
from store.changes.tables import AuditEntry, AuditHead
from store.kernel.actor import Actor
from store.kernel.errors import DomainError

GENESIS = "0" * 64
_TOLD_EVERY = 500


def lock_chain(session: Session) -> AuditHead:
    """Take the place at the end of the chain until the transaction ends."""
    query = select(AuditHead).where(col(AuditHead.id) == 1).with_for_update()
    head = session.exec(query.execution_options(populate_existing=True)).one_or_none()
    if head is None:
        raise DomainError("audit_missing", "The audit log has no head. Restore the database from a backup.")
    return head


def record(
    session: Session,
    *,
    at: datetime,
    actor: Actor,
    action: str,
    change_set_id: str | None = None,
    project_ids: Iterable[str] = (),
    detail: dict[str, Any] | None = None,
) -> AuditEntry:
    """Append one entry to the chain within the caller's transaction."""
    head = lock_chain(session)
    entry = AuditEntry(
        seq=head.seq + 1,
        at=at.astimezone(UTC),
        actor_kind=actor.kind,
        user_id=actor.user_id,
        session_id=actor.session_id,
        action=action,
        change_set_id=change_set_id,
        project_ids=sorted(project_ids),
        detail=detail or {},
        previous_hash=head.hash,
        hash="",
    )
    entry.hash = _hash(entry)
    session.add(entry)
    head.seq, head.hash = entry.seq, entry.hash
    session.add(head)
    session.flush()
    return entry


@dataclass(frozen=True, slots=True)
class Verification:
    """The chain's state: how many entries were checked, and where it breaks, if it does."""

    entries: int
    broken_at: int | None
    problem: str | None

    @property
    def whole(self) -> bool:
        return self.problem is None


def verify(session: Session, *, told: Callable[[int], None] | None = None) -> Verification:
    """Walk the whole chain and its head; `told`, now and then, how many entries have been checked."""
    previous, expected = GENESIS, 1
    for entry in session.exec(
        select(AuditEntry).order_by(col(AuditEntry.seq)).execution_options(yield_per=_TOLD_EVERY)
    ):
        if entry.seq != expected:
            return Verification(expected - 1, expected, f"entry {expected} is missing")
        if entry.previous_hash != previous:
            return Verification(expected - 1, expected, f"entry {expected} does not follow the one before it")
        if entry.hash != _hash(entry):
            return Verification(expected - 1, expected, f"entry {expected} was altered")
        previous, expected = entry.hash, expected + 1
        if told is not None and entry.seq % _TOLD_EVERY == 0:
            told(entry.seq)
    head = session.get(AuditHead, 1)
    if head is None or (head.seq, head.hash) != (expected - 1, previous):
        return Verification(expected - 1, expected, "the end of the log was cut off")
    return Verification(expected - 1, None, None)


def _hash(entry: AuditEntry) -> str:
    return hashlib.sha256(
        canonical(
            {
                "seq": entry.seq,
                "at": entry.at.isoformat(timespec="microseconds"),
                "actor_kind": entry.actor_kind,
                "user_id": entry.user_id,
                "session_id": entry.session_id,
                "action": entry.action,
                "change_set_id": entry.change_set_id,
                "project_ids": entry.project_ids,
                "detail": entry.detail,
                "previous_hash": entry.previous_hash,
            }
        )
    ).hexdigest()

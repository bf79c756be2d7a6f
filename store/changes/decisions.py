"""Deciding a change set: only a person with an interactive session, on exactly what was shown, once.

Greenlighting is one write transaction. It takes the audit chain's head first, so appliers stand in a line and every
plan is checked against the data as it then is; then the status is compared and swapped, the rows are written at the
versions they were planned on, and the audit entry and the outbox are written with them: all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import CursorResult, Table, delete, insert, update
from sqlmodel import Session, col, select

from store.access.queries import session_is_live
from store.changes import audit
from store.changes.draft import RowChange, from_values
from store.changes.engine import Origin, Request, authorize, insert_revision, make_plan, unfold
from store.changes.operation import Operation
from store.changes.operations import RevertChangeSet
from store.changes.policy import Rule, Verdict, judge
from store.changes.queries import get_change_set, may_see
from store.changes.tables import Approval, ApprovalPolicy, ChangeSet, OutboxEntry
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from store.kernel.evidence import Evidence
from store.kernel.money import Money
from store.operations import parse_operation
from store.tables import VERSIONED


@dataclass(frozen=True, slots=True)
class Decision:
    """What came of a greenlight.

    `applied`: it is done (again: it was done before, nothing happened twice). `waiting`: a second person must join.
    `stale`: the data had changed; `change_set` is the new revision with the new diff, or the old one with `reason`
    when it can no longer be carried out. `expired`: too late.
    """

    outcome: Literal["applied", "waiting", "stale", "expired"]
    change_set: ChangeSet
    reason: str = ""


def greenlight(session: Session, actor: Actor, clock: Clock, *, change_set_id: str, digest: str) -> Decision:
    """Apply a pending change set that this person has seen as `digest`.

    Raises `Forbidden` for anyone but a permitted person with a live session, `Invalid` with code `not_pending` or
    `digest_mismatch`, `NotFound` for what the actor may not see. The caller commits, also on `stale` and `expired`.
    """
    _require_person(session, actor, clock)
    audit.lock_chain(session)
    change_set = _locked(session, actor, change_set_id)
    if change_set.status == "applied" and change_set.digest == digest:
        return Decision("applied", change_set, "it was greenlit before")
    _require_pending(change_set)
    if change_set.digest != digest:
        raise Invalid(
            f"{change_set.code} is not what you were shown. Look at it again, then greenlight.", "digest_mismatch"
        )
    if change_set.expires_at <= clock.now():
        _close(session, actor, clock, change_set, "expired")
        return Decision("expired", change_set, "it expired; propose it again")
    replacement = _pending_replacement(session, change_set)
    if replacement is not None:
        raise Invalid(f"{replacement.id} replaces this one. Look at that instead.", "superseded")

    operations = [parse_operation(data) for data in change_set.operations]
    try:
        plan = make_plan(session, operations)
    except (Invalid, NotFound) as error:
        _close(session, actor, clock, change_set, "stale")
        return Decision("stale", change_set, error.message)
    authorize(session, actor, operations, plan)
    verdict = _verdict(session, actor, operations)
    if plan.digest != change_set.digest:
        _close(session, actor, clock, change_set, "stale")
        fresh = insert_revision(session, actor, clock, _same_request(change_set, operations), previous=change_set)
        return Decision("stale", fresh, "the data changed since this was proposed; this is the new before and after")

    if _approvals_after(session, actor, clock, change_set) < verdict.persons:
        return Decision("waiting", change_set, f"{verdict.reason}: a second person must greenlight it too")
    _apply(session, actor, clock, change_set, plan.draft.row_changes, operations)
    return Decision("applied", change_set)


def reject(session: Session, actor: Actor, clock: Clock, *, change_set_id: str, reason: str) -> ChangeSet:
    """Turn a pending (or stale) change set down. Needs a person who could propose its operations."""
    _require_person(session, actor, clock)
    change_set = _locked(session, actor, change_set_id)
    if change_set.status not in ("pending", "stale"):
        raise _not_pending(change_set)
    _require_proposer_rights(session, actor, change_set)
    change_set.decision_note = reason.strip() or None
    _close(session, actor, clock, change_set, "rejected")
    return change_set


def edit(
    session: Session, actor: Actor, clock: Clock, *, change_set_id: str, operations: Sequence[Operation], channel: str
) -> ChangeSet:
    """Replace a pending change set by a new revision with other operations, a new diff and a new digest."""
    _require_person(session, actor, clock)
    change_set = _locked(session, actor, change_set_id)
    if change_set.status not in ("pending", "stale"):
        raise _not_pending(change_set)
    request = Request(
        title=change_set.title,
        operations=operations,
        origin=Origin(channel, change_set.origin_message_id, change_set.origin_run_id),
        rationale=change_set.rationale,
        evidence=[Evidence.model_validate(item) for item in change_set.evidence],
    )
    revision = insert_revision(session, actor, clock, request, previous=change_set)
    _close(session, actor, clock, change_set, "superseded")
    return revision


def propose_undo(session: Session, actor: Actor, clock: Clock, *, change_set_id: str, channel: str) -> ChangeSet:
    """File the change set that undoes an applied one; it is greenlit like any other."""
    original = get_change_set(session, actor, change_set_id)
    request = Request(
        title=f"Undo {original.code}: {original.title}",
        operations=[RevertChangeSet(change_set_id=original.id)],
        origin=Origin(channel),
        rationale=f"Puts everything that {original.code} changed back as it was.",
    )
    return insert_revision(session, actor, clock, request, previous=None)


def _apply(
    session: Session,
    actor: Actor,
    clock: Clock,
    change_set: ChangeSet,
    row_changes: Sequence[RowChange],
    operations: Sequence[Operation],
) -> None:
    now = clock.now()
    swapped: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(ChangeSet)
        .where(
            col(ChangeSet.id) == change_set.id,
            col(ChangeSet.status) == "pending",
            col(ChangeSet.digest) == change_set.digest,
        )
        .values(
            status="applied",
            decided_by=actor.user_id,
            decided_at=now,
            applied_versions={f"{change.table}:{change.id}": change.base_version + 1 for change in row_changes},
        )
    )
    if swapped.rowcount != 1:
        raise DomainError("decided_meanwhile", f"{change_set.code} was decided by someone else. Look at it again.")
    for change in row_changes:
        _write(session, change)
    for number, effect in enumerate(change_set.effects):
        session.add(
            OutboxEntry(
                id=f"{change_set.id}:{number}",
                change_set_id=change_set.id,
                kind=effect["kind"],
                payload=effect["payload"],
                not_before=now,
            )
        )
    _mark_reverted(session, operations)
    _supersede_earlier(session, change_set)
    audit.record(
        session,
        at=now,
        actor=actor,
        action="greenlight",
        change_set_id=change_set.id,
        project_ids=change_set.project_ids,
        detail={"digest": change_set.digest, "title": change_set.title, "row_changes": change_set.row_changes},
    )
    session.refresh(change_set)


def _write(session: Session, change: RowChange) -> None:
    """Write one row at the version it was planned on. Raises `DomainError` (`conflict`) when it is not there."""
    row_type = VERSIONED[change.table]
    table: Table = row_type.__table__  # type: ignore[attr-defined]
    at_base = (table.c.id == change.id) & (table.c.version == change.base_version)
    statement: Any = delete(table).where(at_base)
    if change.after is not None:
        row = from_values(row_type, change.after, change.base_version + 1)
        if change.before is None:
            session.execute(insert(table).values({column.name: getattr(row, column.name) for column in table.columns}))
            return
        values = {name: getattr(row, name) for name in change.changed}
        statement = update(table).where(at_base).values(**values, version=change.base_version + 1)
    result: CursorResult[Any] = session.execute(statement)  # type: ignore[assignment]
    if result.rowcount != 1:
        raise DomainError("conflict", f"{change.id} changed at the same moment. Nothing was applied; try again.")


def _mark_reverted(session: Session, operations: Sequence[Operation]) -> None:
    for operation in operations:
        if isinstance(operation, RevertChangeSet):
            original = session.get(ChangeSet, operation.change_set_id)
            if original is not None:
                original.status = "reverted"
                session.add(original)
    session.flush()


def _supersede_earlier(session: Session, change_set: ChangeSet) -> None:
    earlier = session.get(ChangeSet, change_set.supersedes) if change_set.supersedes else None
    if earlier is not None and earlier.status in ("pending", "stale"):
        earlier.status = "superseded"
        session.add(earlier)
        session.flush()


def _approvals_after(session: Session, actor: Actor, clock: Clock, change_set: ChangeSet) -> int:
    """Add this person's approval of this digest and return how many different persons have given theirs."""
    approvals = session.exec(select(Approval).where(col(Approval.change_set_id) == change_set.id)).all()
    if actor.user_id not in {approval.user_id for approval in approvals}:
        session.add(
            Approval(
                change_set_id=change_set.id,
                user_id=actor.user_id,
                digest=change_set.digest,
                session_id=actor.session_id or "",
                approved_at=clock.now(),
            )
        )
        session.flush()
        return len(approvals) + 1
    return len(approvals)


def _verdict(session: Session, actor: Actor, operations: Sequence[Operation]) -> Verdict:
    rules = [
        Rule(
            row.role,
            row.operation_kind,
            None if row.limit_minor is None or row.currency is None else Money(row.limit_minor, row.currency),
        )
        for row in session.exec(select(ApprovalPolicy)).all()
    ]
    verdict = judge(actor.role, unfold(session, operations), rules)
    if not verdict.allowed:
        raise Forbidden(f"You may not greenlight this: {verdict.reason}. Ask someone who may.")
    return verdict


def _close(session: Session, actor: Actor, clock: Clock, change_set: ChangeSet, status: str) -> None:
    change_set.status = status
    if status == "rejected":
        change_set.decided_by, change_set.decided_at = actor.user_id, clock.now()
    session.add(change_set)
    session.flush()
    audit.record(
        session,
        at=clock.now(),
        actor=actor,
        action=status,
        change_set_id=change_set.id,
        project_ids=change_set.project_ids,
        detail={"digest": change_set.digest, "note": change_set.decision_note},
    )


def _locked(session: Session, actor: Actor, change_set_id: str) -> ChangeSet:
    found = get_change_set(session, actor, change_set_id)
    locked = session.exec(
        select(ChangeSet)
        .where(col(ChangeSet.id) == found.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if not may_see(actor, locked):
        raise NotFound(f"Change set {change_set_id}")
    return locked


def _pending_replacement(session: Session, change_set: ChangeSet) -> ChangeSet | None:
    return session.exec(
        select(ChangeSet).where(col(ChangeSet.supersedes) == change_set.id, col(ChangeSet.status) == "pending")
    ).first()


def _require_person(session: Session, actor: Actor, clock: Clock) -> None:
    if actor.kind != "person" or actor.session_id is None:
        raise Forbidden("Only a person who has signed in may decide this; the copilot and API tokens can only propose.")
    if not session_is_live(session, actor.session_id, actor.user_id, clock.now()):
        raise Forbidden("Your session has ended. Sign in again, then decide.")


def _require_proposer_rights(session: Session, actor: Actor, change_set: ChangeSet) -> None:
    for operation in unfold(session, [parse_operation(data) for data in change_set.operations]):
        if not actor.may(operation.permission):
            raise Forbidden("Your role does not include deciding this. Ask someone whose role does.")


def _require_pending(change_set: ChangeSet) -> None:
    if change_set.status != "pending":
        raise _not_pending(change_set)


def _not_pending(change_set: ChangeSet) -> Invalid:
    return Invalid(f"{change_set.code} is {change_set.status} and can no longer be decided.", "not_pending")


def _same_request(change_set: ChangeSet, operations: Sequence[Operation]) -> Request:
    return Request(
        title=change_set.title,
        operations=operations,
        origin=Origin(change_set.origin_channel, change_set.origin_message_id, change_set.origin_run_id),
        rationale=change_set.rationale,
        evidence=[Evidence.model_validate(item) for item in change_set.evidence],
    )

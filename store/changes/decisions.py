"""Deciding a change set: only a person with an interactive session, on exactly what was shown, once.

Greenlighting is one write transaction. It takes the audit chain's head first, so deciders stand in a line and every
plan is checked against the data as it then is; then the rows are written at the versions they were planned on
(`apply.py`), with the audit entry and the outbox: all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel import Session, col, select

from store.access.queries import actor_for, session_is_live
from store.access.tables import User
from store.changes import audit
from store.changes.apply import apply_plan
from store.changes.engine import (
    Origin,
    Plan,
    Request,
    as_json,
    insert_revision,
    make_plan,
    require_rights,
    require_sight,
    stored_operations,
    unfold,
)
from store.changes.integrity import require_storable
from store.changes.operation import Operation
from store.changes.operations import RevertChangeSet
from store.changes.policy import Verdict
from store.changes.queries import get_change_set, may_see
from store.changes.standing import verdict_on
from store.changes.tables import Approval, ChangeSet
from store.kernel.actor import TIME, Actor
from store.kernel.clock import Clock
from store.kernel.errors import Forbidden, Invalid, NotFound
from store.kernel.evidence import Evidence

_STALE_NEXT = "Edit it to fit the data as it is now, or reject it and propose it again."
_DECIDED = {
    "stale": f"is stale: the data changed after it was proposed. {_STALE_NEXT}",
    "applied": "is applied already. Undo it, or propose another change.",
    "reverted": "was applied and then undone. Propose it again.",
    "rejected": "was rejected and can no longer be decided. Propose it again.",
    "expired": "expired undecided. Propose it again.",
    "superseded": "was replaced by a later revision. Look at that instead.",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What came of a greenlight.

    `applied`: it is done (again: it was done before, nothing happened twice). `waiting`: a second person must join.
    `stale`: the data had changed; `change_set` is the new revision with the new diff, or the old one when it can no
    longer be carried out. `expired`: too late. `reason` says why and what to do next, in sentences.
    """

    outcome: Literal["applied", "waiting", "stale", "expired"]
    change_set: ChangeSet
    reason: str = ""


def greenlight(session: Session, actor: Actor, clock: Clock, *, change_set_id: str, digest: str) -> Decision:
    """Apply a pending change set that this person has seen as `digest`.

    Raises `Forbidden` for anyone but a permitted person with a live session, `Invalid` with code `not_pending`,
    `superseded` or `digest_mismatch`, `NotFound` for what the actor may not see. The caller commits, also on `stale`
    and `expired`.
    """
    actor = _take_turn(session, actor, clock)
    change_set = _locked(session, actor, change_set_id)
    if change_set.status == "applied" and change_set.digest == digest:
        return Decision("applied", change_set, "It was greenlit before.")
    require_open(change_set)
    if change_set.digest != digest:
        raise Invalid(
            f"{change_set.code} is not what you were shown. Look at it again, then greenlight.", "digest_mismatch"
        )
    if change_set.expires_at <= clock.now():
        _close(session, actor, clock, change_set, "expired")
        return Decision("expired", change_set, "It expired. Propose it again.")
    _require_latest(session, change_set, pending_only=True)

    try:
        operations = stored_operations(change_set)
        require_rights(session, actor, operations)
        plan = make_plan(session, operations, actor=actor)
    except (Invalid, NotFound) as error:
        return _stale(session, actor, clock, change_set, error.message)
    require_sight(actor, plan)
    verdict = _verdict(session, actor, operations, plan)
    if not plan.is_shown_by(change_set):
        return _shown_again(session, actor, clock, change_set, operations, plan)
    if _approvals_after(session, actor, clock, change_set, operations, plan) < verdict.persons:
        reason = f"{verdict.reason[:1].upper()}{verdict.reason[1:]}: a second person must greenlight it too."
        return Decision("waiting", change_set, reason)
    try:
        with session.begin_nested():
            apply_plan(session, actor, clock, change_set, plan)
    except (IntegrityError, DataError):
        return _stale(session, actor, clock, change_set, "The data refers to it, or to what it removes, elsewhere.")
    return Decision("applied", change_set)


def require_open(change_set: ChangeSet, *, or_stale: bool = False) -> None:
    """Raise `Invalid` (`not_pending`) with what to do instead unless a change set waits for a decision.

    One that went stale can no longer be greenlit, and can still be edited or turned down (`or_stale`).
    """
    if change_set.status == "pending" or (or_stale and change_set.status == "stale"):
        return
    raise Invalid(f"{change_set.code} {_DECIDED[change_set.status]}", "not_pending")


def reject(session: Session, actor: Actor, clock: Clock, *, change_set_id: str, reason: str) -> ChangeSet:
    """Turn a pending (or stale) change set down. Needs a person who could propose its operations."""
    require_storable(reason)
    actor = _take_turn(session, actor, clock)
    change_set = _undecided(session, actor, change_set_id)
    change_set.decision_note = reason.strip() or None
    _close(session, actor, clock, change_set, "rejected")
    return change_set


def edit(
    session: Session, actor: Actor, clock: Clock, *, change_set_id: str, operations: Sequence[Operation], channel: str
) -> ChangeSet:
    """Replace a pending (or stale) change set by a new revision with other operations, a new diff and a new digest.

    Needs a person who could propose both the old operations and the new ones.
    """
    actor = _take_turn(session, actor, clock)
    change_set = _undecided(session, actor, change_set_id)
    _require_latest(session, change_set, pending_only=False)
    request = _same_request(change_set, operations, channel)
    revision = insert_revision(session, actor, clock, request, previous=change_set)
    _close(session, actor, clock, change_set, "superseded")
    return revision


def propose_undo(session: Session, actor: Actor, clock: Clock, *, change_set_id: str, channel: str) -> ChangeSet:
    """File the change set that undoes an applied one; it is greenlit like any other. One that waits is given again."""
    original = get_change_set(session, actor, change_set_id)
    operations = [RevertChangeSet(change_set_id=original.id)]
    require_rights(session, actor, operations)
    if waiting := _waiting_undo(session, actor, original, operations):
        return waiting
    request = Request(
        title=_undoes(original),
        operations=operations,
        origin=Origin(channel),
        rationale=f"Puts everything that {original.code} changed back as it was.",
    )
    return insert_revision(session, actor, clock, request, previous=None)


def _undoes(original: ChangeSet) -> str:
    return f"Undo {original.code}: {original.title}"[:200]


def _waiting_undo(
    session: Session, actor: Actor, original: ChangeSet, operations: Sequence[Operation]
) -> ChangeSet | None:
    """Return the pending change set that does exactly this undoing, whoever filed it; None where none is seen."""
    query = select(ChangeSet).where(col(ChangeSet.status) == "pending", col(ChangeSet.title) == _undoes(original))
    wanted = as_json(operations)
    return next((one for one in session.exec(query) if one.operations == wanted and may_see(actor, one)), None)


def expire_due(session: Session, clock: Clock) -> int:
    """Close the pending change sets whose time has run out; return how many. The caller commits."""
    due = select(ChangeSet).where(col(ChangeSet.status) == "pending", col(ChangeSet.expires_at) <= clock.now())
    if session.exec(due.limit(1)).first() is None:
        return 0
    audit.lock_chain(session)
    # Read again: someone who stood in the line before may have decided one of them.
    late = session.exec(due.with_for_update().execution_options(populate_existing=True)).all()
    for change_set in late:
        _close(session, TIME, clock, change_set, "expired")
    return len(late)


def _take_turn(session: Session, actor: Actor, clock: Clock) -> Actor:
    """Wait for the end of the audit chain, then return the person as the studio knows them now.

    Everybody who decides takes the chain first, so no two wait for each other. What the session has read before is
    read again: it may have changed while waiting. Raises `Forbidden` for all but a person with a live session.
    """
    if actor.kind != "person" or actor.session_id is None:
        raise Forbidden("Only a person who has signed in may decide this; the copilot and API tokens can only propose.")
    session.flush()
    audit.lock_chain(session)
    session.expire_all()
    if not session_is_live(session, actor.session_id, actor.user_id, clock.now()):
        raise Forbidden("Your session has ended. Sign in again, then decide.")
    return actor_for(session, session.get_one(User, actor.user_id), kind="person", session_id=actor.session_id)


def _stale(session: Session, actor: Actor, clock: Clock, change_set: ChangeSet, reason: str) -> Decision:
    _close(session, actor, clock, change_set, "stale")
    return Decision("stale", change_set, f"{reason} {_STALE_NEXT}")


def _shown_again(
    session: Session, actor: Actor, clock: Clock, change_set: ChangeSet, operations: Sequence[Operation], plan: Plan
) -> Decision:
    """Close a change set that no longer does what it shows, and file it anew with what it does now."""
    if plan.changes_nothing:
        return _stale(session, actor, clock, change_set, "The data is already as it proposes.")
    _close(session, actor, clock, change_set, "stale")
    request = _same_request(change_set, operations, change_set.origin_channel)
    fresh = insert_revision(session, actor, clock, request, previous=change_set, keep_proposer=True)
    return Decision("stale", fresh, "The data changed since this was proposed; this is the new before and after.")


def _approvals_after(
    session: Session, actor: Actor, clock: Clock, change_set: ChangeSet, operations: Sequence[Operation], plan: Plan
) -> int:
    """Add this person's approval of this digest and return how many different persons' approvals stand."""
    approvals = session.exec(select(Approval).where(col(Approval.change_set_id) == change_set.id)).all()
    given_by = {approval.user_id for approval in approvals}
    if actor.user_id not in given_by:
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
        _record(session, actor, clock, change_set, "approve")
    others = given_by - {actor.user_id}
    return 1 + sum(_may_still_approve(session, user_id, operations, plan) for user_id in others)


def _may_still_approve(session: Session, user_id: str, operations: Sequence[Operation], plan: Plan) -> bool:
    """Whether someone who approved earlier could do so now: rights taken away since take the approval with them."""
    user = session.get_one(User, user_id)
    if not user.is_active:
        return False
    approver = actor_for(session, user, kind="person")
    try:
        require_rights(session, approver, operations)
        require_sight(approver, plan)
        _verdict(session, approver, operations, plan)
    except (Forbidden, NotFound):
        return False
    return True


def _verdict(session: Session, actor: Actor, operations: Sequence[Operation], plan: Plan) -> Verdict:
    verdict = verdict_on(session, actor, operations, plan.stakes, plan.row_changes)
    if not verdict.allowed:
        raise Forbidden(f"You may not greenlight this: {verdict.reason}. Ask someone who may.")
    return verdict


def _close(session: Session, actor: Actor, clock: Clock, change_set: ChangeSet, status: str) -> None:
    change_set.status = status
    if status == "rejected":
        change_set.decided_by, change_set.decided_at = actor.user_id, clock.now()
    session.add(change_set)
    session.flush()
    _record(session, actor, clock, change_set, status)


def _record(session: Session, actor: Actor, clock: Clock, change_set: ChangeSet, action: str) -> None:
    audit.record(
        session,
        at=clock.now(),
        actor=actor,
        action=action,
        change_set_id=change_set.id,
        project_ids=change_set.project_ids,
        detail={"digest": change_set.digest, "note": change_set.decision_note},
    )


def _undecided(session: Session, actor: Actor, change_set_id: str) -> ChangeSet:
    """Return a change set that can still be turned down or edited, by someone whose role covers its operations.

    One that no operation of today can read is anybody's who sees it: nobody could apply it.
    """
    change_set = _locked(session, actor, change_set_id)
    require_open(change_set, or_stale=True)
    try:
        operations = unfold(session, stored_operations(change_set))
    except (Invalid, NotFound):
        return change_set
    if not all(actor.may(operation.permission) for operation in operations):
        raise Forbidden("Your role does not include deciding this. Ask someone whose role does.")
    return change_set


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


def _require_latest(session: Session, change_set: ChangeSet, *, pending_only: bool) -> None:
    """Raise `Invalid` (`superseded`) when a later revision stands, or (`pending_only`) waits to be decided."""
    query = select(ChangeSet).where(
        col(ChangeSet.code) == change_set.code, col(ChangeSet.revision) > change_set.revision
    )
    if pending_only:
        query = query.where(col(ChangeSet.status) == "pending")
    later = session.exec(query).first()
    if later is not None:
        raise Invalid(f"{later.id} replaces this one. Look at that instead.", "superseded")


def _same_request(change_set: ChangeSet, operations: Sequence[Operation], channel: str) -> Request:
    return Request(
        title=change_set.title,
        operations=operations,
        origin=Origin(channel, change_set.origin_message_id, change_set.origin_run_id),
        rationale=change_set.rationale,
        evidence=[Evidence.model_validate(item) for item in change_set.evidence],
    )

"""Filing a change set: plan its operations on stored data, and write down exactly what would change.

Filing needs only SELECT and one INSERT, so the agent's restricted handle can do it. Deciding is `decisions.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, select

from store.access.policy import require
from store.changes.audit import canonical
from store.changes.draft import Draft
from store.changes.operation import Operation
from store.changes.operations import RevertChangeSet
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.errors import Forbidden, Invalid, NotFound
from store.kernel.evidence import Evidence
from store.kernel.ids import new_code
from store.kernel.money import Money
from store.operations import parse_operation
from store.tables import VERSIONED

LIFETIME = timedelta(days=14)
MOST_OPERATIONS = 500


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a change set came from: the channel (cli, rest, chat, mail, demo), and the message and run behind it."""

    channel: str
    message_id: str | None = None
    run_id: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the operations, and what a person should know to judge them."""

    title: str
    operations: Sequence[Operation]
    origin: Origin
    rationale: str = ""
    evidence: Sequence[Evidence] = ()
    tainted: bool = False
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The operations carried out on paper."""

    draft: Draft
    digest: str
    reveals: frozenset[str]

    @property
    def row_changes(self) -> list[dict[str, Any]]:
        return [change.as_json() for change in self.draft.row_changes]

    @property
    def effects(self) -> list[dict[str, Any]]:
        return [{"kind": effect.kind, "payload": effect.payload} for effect in self.draft.effects]


def file_change_set(session: Session, actor: Actor, clock: Clock, request: Request) -> ChangeSet:
    """Write down a pending change set and return it. The same idempotency key of the same user returns the first.

    Raises `Forbidden` when the actor may not propose one of the operations, `NotFound` for what it may not see,
    and `Invalid` when an operation cannot be carried out on the data as it is.
    """
    if request.idempotency_key:
        earlier = _by_key(session, actor, request)
        if earlier is not None:
            return earlier
    return insert_revision(session, actor, clock, request, previous=None)


def insert_revision(
    session: Session, actor: Actor, clock: Clock, request: Request, *, previous: ChangeSet | None
) -> ChangeSet:
    """Insert a change set, as the next revision of `previous` where there is one."""
    if not 1 <= len(request.operations) <= MOST_OPERATIONS:
        raise Invalid(f"A change set holds 1 to {MOST_OPERATIONS} operations; this one has {len(request.operations)}.")
    plan = make_plan(session, request.operations)
    authorize(session, actor, request.operations, plan)
    if not plan.draft.row_changes and not plan.draft.effects:
        raise Invalid("Nothing would change: the data is already as proposed.", "nothing_to_change")
    code = previous.code if previous else new_code("CS")
    revision = previous.revision + 1 if previous else 1
    amount = stake(session, request.operations)
    now = clock.now()
    change_set_id = code if revision == 1 else f"{code}-{revision}"
    # Only the columns that the agent may fill are named: the rest keep the engine's defaults, undecided.
    values = {
        "id": change_set_id,
        "code": code,
        "revision": revision,
        "operations": [operation.model_dump(mode="json") for operation in request.operations],
        "row_changes": plan.row_changes,
        "effects": plan.effects,
        "digest": plan.digest,
        "title": request.title.strip()[:200] or "Untitled change",
        "rationale": request.rationale,
        "evidence": [item.model_dump(mode="json") for item in request.evidence],
        "origin_channel": request.origin.channel,
        "origin_message_id": request.origin.message_id,
        "origin_run_id": request.origin.run_id,
        "proposed_by": actor.user_id,
        "proposed_kind": actor.kind,
        "on_behalf_of": actor.user_id,
        "project_ids": sorted(plan.draft.project_ids),
        "reveals": sorted(plan.reveals),
        "tainted": request.tainted or bool(previous and previous.tainted),
        "amount_minor": amount.minor if amount else None,
        "currency": amount.currency if amount else None,
        "created_at": now,
        "expires_at": now + LIFETIME,
        "idempotency_key": request.idempotency_key,
        "supersedes": previous.id if previous else None,
    }
    session.execute(insert(ChangeSet).values(status="pending", **values))
    return session.get_one(ChangeSet, change_set_id)


def make_plan(session: Session, operations: Sequence[Operation]) -> Plan:
    """Plan operations in order on the data as it is now. Raises `Invalid` or `NotFound` from the first that fails."""
    draft = Draft(session, VERSIONED)
    for operation in operations:
        operation.plan(draft)
    draft.finish()
    reveals = draft.reveals.union(*(inner.reveals for inner in unfold(session, operations)))
    body = {
        "operations": [operation.model_dump(mode="json") for operation in operations],
        "row_changes": [change.as_json() for change in draft.row_changes],
        "effects": [{"kind": effect.kind, "payload": effect.payload} for effect in draft.effects],
    }
    return Plan(draft, hashlib.sha256(canonical(body)).hexdigest(), frozenset(reveals))


def unfold(session: Session, operations: Sequence[Operation]) -> list[Operation]:
    """Return the operations with every undo replaced by what it undoes: the same rights are needed both ways."""
    flat: list[Operation] = []
    for operation in operations:
        if isinstance(operation, RevertChangeSet):
            original = session.get(ChangeSet, operation.change_set_id)
            if original is None:
                raise NotFound(f"Change set {operation.change_set_id}")
            flat += unfold(session, [parse_operation(data) for data in original.operations])
        else:
            flat.append(operation)
    return flat


def authorize(session: Session, actor: Actor, operations: Sequence[Operation], plan: Plan) -> None:
    """Raise `Forbidden` or `NotFound` unless the actor may carry out every operation and see all that it touches."""
    for operation in unfold(session, operations):
        require(actor, operation.permission)
        if operation.studio_wide and actor.project_ids is not None:
            raise Forbidden("This changes the whole studio. Ask someone who works on all projects to do it.")
    for permission in sorted(plan.reveals):
        require(actor, permission)
    made_here = {change.id for change in plan.draft.row_changes if change.table == "projects" and change.before is None}
    for project_id in plan.draft.project_ids - made_here:
        if not actor.sees_project(project_id):
            raise NotFound(f"Project {project_id}")


def stake(session: Session, operations: Sequence[Operation]) -> Money | None:
    """Return the largest amount at stake in one operation, for lists and filters."""
    amounts = [amount for operation in unfold(session, operations) if (amount := operation.amount()) is not None]
    return max(amounts, key=lambda amount: abs(amount.minor), default=None)


def _by_key(session: Session, actor: Actor, request: Request) -> ChangeSet | None:
    earlier = session.exec(
        select(ChangeSet).where(
            col(ChangeSet.on_behalf_of) == actor.user_id, col(ChangeSet.idempotency_key) == request.idempotency_key
        )
    ).one_or_none()
    if earlier is None:
        return None
    if earlier.operations != [operation.model_dump(mode="json") for operation in request.operations]:
        raise Invalid(
            "This idempotency key was used for another proposal. Use a new key for a new proposal.", "key_reused"
        )
    return earlier

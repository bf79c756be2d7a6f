"""Filing a change set: plan its operations on stored data, and write down exactly what would change.

Filing needs only SELECT and one INSERT, so the agent's restricted handle can do it. Deciding is `decisions.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from store.access.policy import require
from store.changes.draft import Draft
from store.changes.integrity import require_references, require_storable
from store.changes.operation import Operation
from store.changes.operations import RevertChangeSet
from store.changes.plain import canonical
from store.changes.queries import get_change_set, shows_only_what_is_seen
from store.changes.stakes import stakes_in
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from store.kernel.evidence import Evidence
from store.kernel.ids import new_code
from store.kernel.money import Money
from store.operations import GUARDS, STAKES, parse_operations
from store.tables import VERSIONED

LIFETIME = timedelta(days=14)
MOST_OPERATIONS = 500
_MOST_CODES_TRIED = 5


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a change set came from: the channel (cli, rest, chat, mail, demo), and the message and run behind it."""

    channel: str
    message_id: str | None = None
    run_id: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the operations, and what a person should know to judge them.

    `revises` names a pending change set that this one is meant to replace, as its next revision.
    """

    title: str
    operations: Sequence[Operation]
    origin: Origin
    rationale: str = ""
    evidence: Sequence[Evidence] = ()
    tainted: bool = False
    idempotency_key: str | None = None
    revises: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The operations carried out on paper: everything about a change set that follows from them and the data."""

    draft: Draft
    operations: list[dict[str, Any]]
    reveals: frozenset[str]
    stakes: tuple[Money, ...]

    @property
    def stake(self) -> Money | None:
        """What is at stake, for lists and filters; of several currencies, the largest figure."""
        return self.stakes[0] if self.stakes else None

    @property
    def row_changes(self) -> list[dict[str, Any]]:
        return [change.as_json() for change in self.draft.row_changes]

    @property
    def effects(self) -> list[dict[str, Any]]:
        return [{"kind": effect.kind, "payload": effect.payload} for effect in self.draft.effects]

    @property
    def changes_nothing(self) -> bool:
        return not self.draft.row_changes and not self.draft.effects

    def columns(self) -> dict[str, Any]:
        """Return the columns of a change set that show this plan; the digest covers what a person decides on."""
        body = {"operations": self.operations, "row_changes": self.row_changes, "effects": self.effects}
        return {
            **body,
            "digest": hashlib.sha256(canonical(body)).hexdigest(),
            "project_ids": sorted(self.draft.project_ids),
            "reveals": sorted(self.reveals),
            "amount_minor": self.stake.minor if self.stake else None,
            "currency": self.stake.currency if self.stake else None,
        }

    def is_shown_by(self, change_set: ChangeSet) -> bool:
        """Whether a stored change set shows exactly this plan.

        Every column is compared, not the digest alone: a row that was filed with the digest of its operations
        beside another before and after must not pass.
        """
        return all(canonical(getattr(change_set, name)) == canonical(value) for name, value in self.columns().items())


def file_change_set(session: Session, actor: Actor, clock: Clock, request: Request) -> ChangeSet:
    """Write down a pending change set and return it. The same idempotency key of the same user returns the first.

    Raises `Forbidden` when the actor may not propose one of the operations, `NotFound` for what it may not see,
    and `Invalid` when an operation cannot be carried out on the data as it is.
    """
    if request.idempotency_key:
        require_storable(request.idempotency_key)
        earlier = _by_key(session, actor, request)
        if earlier is not None:
            return earlier
    previous = None
    if request.revises is not None:
        previous = get_change_set(session, actor, request.revises)
        if previous.status not in ("pending", "stale"):
            raise Invalid(f"{previous.code} is {previous.status}; propose a new change instead.", "not_pending")
    return insert_revision(session, actor, clock, request, previous=previous)


def insert_revision(
    session: Session,
    actor: Actor,
    clock: Clock,
    request: Request,
    *,
    previous: ChangeSet | None,
    keep_proposer: bool = False,
) -> ChangeSet:
    """Insert a change set, as the next revision of `previous` where there is one; `keep_proposer` of it, if so."""
    if not 1 <= len(request.operations) <= MOST_OPERATIONS:
        raise Invalid(f"A change set holds 1 to {MOST_OPERATIONS} operations; this one has {len(request.operations)}.")
    require_storable([operation.model_dump() for operation in request.operations])
    require_rights(session, actor, request.operations)
    plan = make_plan(session, request.operations, actor=actor)
    require_sight(actor, plan)
    for operation in request.operations:
        operation.when_filed(plan.draft, actor, previous.code if previous else None)
    plan = replace(plan, operations=as_json(as_planned(request.operations, plan.row_changes)))
    if plan.changes_nothing:
        raise Invalid("Nothing would change: the data is already as proposed.", "nothing_to_change")
    tainted = request.tainted or bool(previous and previous.tainted)
    if tainted and plan.draft.effects and actor.kind != "person":
        raise Forbidden("What was read here came from outside, so nothing may be sent on the strength of it.")
    now = clock.now()
    # Only the columns that the agent may fill are named: the rest keep the engine's defaults, undecided.
    values = {
        **plan.columns(),
        "title": request.title.strip()[:200] or "Untitled change",
        "rationale": request.rationale,
        "evidence": [item.model_dump(mode="json") for item in request.evidence],
        "origin_channel": request.origin.channel,
        "origin_message_id": request.origin.message_id,
        "origin_run_id": request.origin.run_id,
        "proposed_by": previous.proposed_by if previous and keep_proposer else actor.user_id,
        "proposed_kind": previous.proposed_kind if previous and keep_proposer else actor.kind,
        "on_behalf_of": previous.on_behalf_of if previous and keep_proposer else actor.user_id,
        "tainted": tainted,
        "created_at": now,
        "expires_at": now + LIFETIME,
        "idempotency_key": request.idempotency_key,
        "supersedes": previous.id if previous else None,
    }
    require_storable(values)
    return _insert(session, actor, request, values, previous)


def make_plan(session: Session, operations: Sequence[Operation], *, actor: Actor | None = None) -> Plan:
    """Plan operations in order on the data as it is now. Raises `Invalid` or `NotFound` from the first that fails.

    What the `actor` may not know of (None: nothing) is not found.
    """
    scope, user_id = (None, None) if actor is None else (actor.project_ids, actor.user_id)
    draft = Draft(session, VERSIONED, scope, user_id, GUARDS)
    for operation in operations:
        operation.plan(draft)
    draft.finish()
    require_references(draft)
    unfolded = unfold(session, operations)
    return Plan(
        draft,
        operations=as_json(operations),
        reveals=frozenset(draft.reveals.union(*(operation.reveals for operation in unfolded))),
        stakes=stakes_in(draft, STAKES) if any(operation.moves_money for operation in unfolded) else (),
    )


def as_json(operations: Sequence[Operation]) -> list[dict[str, Any]]:
    return [operation.model_dump(mode="json") for operation in operations]


def as_planned(operations: Sequence[Operation], row_changes: Sequence[dict[str, Any]]) -> list[Operation]:
    """Return the operations saying of what follows from the others what came out, so that no stale claim is kept."""
    return [operation.as_planned(row_changes) for operation in operations]


def stored_operations(change_set: ChangeSet) -> list[Operation]:
    """Return a change set's operations, typed. Raises `Invalid` for what no operation of today can read."""
    stored: object = change_set.operations
    if not isinstance(stored, list) or not all(isinstance(item, dict) for item in stored):
        raise Invalid(f"{change_set.code} holds no operations that can be read. Reject it.", "unreadable")
    return parse_operations(stored)


def unfold(session: Session, operations: Sequence[Operation]) -> list[Operation]:
    """Return the operations with every undo replaced by what it undoes: the same rights are needed both ways."""
    flat: list[Operation] = []
    for operation in operations:
        if isinstance(operation, RevertChangeSet):
            original = session.get(ChangeSet, operation.change_set_id)
            if original is None:
                raise NotFound(f"Change set {operation.change_set_id}")
            flat += unfold(session, stored_operations(original))
        else:
            flat.append(operation)
    return flat


def require_rights(session: Session, actor: Actor, operations: Sequence[Operation]) -> None:
    """Raise `Forbidden` unless the actor's role covers every operation, whatever it turns out to touch.

    Raises `NotFound` for the undoing of a change set that the actor may not know of.
    """
    for operation in operations:
        if isinstance(operation, RevertChangeSet):
            original = session.get(ChangeSet, operation.change_set_id)
            if original is None or not shows_only_what_is_seen(actor, original):
                raise NotFound(f"Change set {operation.change_set_id}")
    for operation in unfold(session, operations):
        require(actor, operation.permission)
        if operation.studio_wide and actor.project_ids is not None:
            raise Forbidden("This changes the whole studio. Ask someone who works on all projects to do it.")


def require_sight(actor: Actor, plan: Plan) -> None:
    """Raise `Forbidden` or `NotFound` unless the actor may see all that a plan touches and shows."""
    for permission in sorted(plan.reveals):
        require(actor, permission)
    made_here = {change.id for change in plan.draft.row_changes if change.table == "projects" and change.before is None}
    for project_id in plan.draft.project_ids - made_here:
        if not actor.sees_project(project_id):
            raise NotFound(f"Project {project_id}")


def _insert(
    session: Session, actor: Actor, request: Request, values: dict[str, Any], previous: ChangeSet | None
) -> ChangeSet:
    """Insert at a free code. A key that another transaction filed meanwhile gives that one, as if it came first."""
    new = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    for _ in range(_MOST_CODES_TRIED):
        code = previous.code if previous else new_code("CS")
        revision = previous.revision + 1 if previous else 1
        row = {**values, "id": code if revision == 1 else f"{code}-{revision}", "code": code, "revision": revision}
        statement = new(ChangeSet).values(status="pending", **row).on_conflict_do_nothing().returning(col(ChangeSet.id))
        if session.execute(statement).first() is not None:
            return session.get_one(ChangeSet, row["id"])
        earlier = _by_key(session, actor, request) if request.idempotency_key else None
        if earlier is not None:
            return earlier
        if previous is not None:
            raise Invalid(f"{previous.code} was replaced at the same moment. Look at it again.", "superseded")
    raise DomainError("no_code_free", "No free code was found for this change. Try again.")


def _by_key(session: Session, actor: Actor, request: Request) -> ChangeSet | None:
    earlier = session.exec(
        select(ChangeSet).where(
            col(ChangeSet.on_behalf_of) == actor.user_id, col(ChangeSet.idempotency_key) == request.idempotency_key
        )
    ).one_or_none()
    if earlier is None:
        return None
    if earlier.operations != as_json(as_planned(request.operations, earlier.row_changes)):
        raise Invalid(
            "This idempotency key was used for another proposal. Use a new key for a new proposal.", "key_reused"
        )
    if not shows_only_what_is_seen(actor, earlier):
        raise Forbidden("What you proposed with this key shows more than you may see now. Ask a producer for it.")
    return earlier

"""Reading change sets, each seen only by those who may see everything it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, and_, col, func, or_, select

from store.access.policy import require
from store.changes.tables import ApprovalPolicy, AuditEntry, AuditHead, ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import NotFound

_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Page:
    """Some change sets, newest first, and where to go on (`after` of the next call), if there are more."""

    items: Sequence[ChangeSet]
    next_after: str | None


def may_see(actor: Actor, change_set: ChangeSet) -> bool:
    """Whether the actor reads change sets, and may see all that this one shows."""
    return actor.may("changes.read") and shows_only_what_is_seen(actor, change_set)


def shows_only_what_is_seen(actor: Actor, change_set: ChangeSet) -> bool:
    """A change set shows its rows' figures and projects, so it takes every right that those take, also of its proposer.

    One that belongs to no project is its proposer's, and of those who see every project.
    """
    return _sees(actor, change_set.reveals, change_set.project_ids, change_set.proposed_by)


def _sees(actor: Actor, reveals: Sequence[str], project_ids: Sequence[str], proposed_by: str) -> bool:
    if not set(reveals) <= actor.permissions:
        return False
    if actor.project_ids is None:
        return True
    if not project_ids:
        return proposed_by == actor.user_id
    return set(project_ids) <= actor.project_ids


def get_change_set(session: Session, actor: Actor, reference: str) -> ChangeSet:
    """Return a change set by its id, or the latest revision by its code.

    Raises `Forbidden` without `changes.read`, `NotFound` for one that the actor may not see.
    """
    require(actor, "changes.read")
    reference = reference.strip().upper()
    # The first revision's id is the code itself, so a bare code means the latest revision.
    chosen = session.exec(
        select(ChangeSet)
        .where(or_(col(ChangeSet.code) == reference, col(ChangeSet.id) == reference))
        .order_by(col(ChangeSet.revision).desc())
    ).first()
    if chosen is None or not may_see(actor, chosen):
        raise NotFound(f"Change set {reference}")
    return chosen


def change_set_by_key(session: Session, actor: Actor, key: str) -> ChangeSet | None:
    """Return what this user filed under an idempotency key, or None."""
    return session.exec(
        select(ChangeSet).where(col(ChangeSet.on_behalf_of) == actor.user_id, col(ChangeSet.idempotency_key) == key)
    ).one_or_none()


def change_sets_of_runs(session: Session, actor: Actor, run_ids: Sequence[str]) -> list[ChangeSet]:
    """Return what the copilot filed in these runs, each in its latest revision, in order of filing.

    Without `changes.read` it is nothing.
    """
    if not actor.may("changes.read"):
        return []
    query = select(ChangeSet).where(col(ChangeSet.origin_run_id).in_(run_ids))
    found = session.exec(query.order_by(col(ChangeSet.created_at), col(ChangeSet.revision))).all()
    latest = {change_set.code: change_set for change_set in found if may_see(actor, change_set)}
    return list(latest.values())


def list_change_sets(
    session: Session,
    actor: Actor,
    *,
    status: str | None = None,
    project_id: str | None = None,
    limit: int = 50,
    after: str | None = None,
) -> Page:
    """Return the change sets the actor may see, newest first. `after` is a page's `next_after`.

    Raises `Forbidden` without `changes.read`, `NotFound` when `after` names nothing.
    """
    require(actor, "changes.read")
    items: list[ChangeSet] = []
    position = _position(session, actor, after)
    while len(items) <= limit:
        query = select(ChangeSet).order_by(col(ChangeSet.created_at).desc(), col(ChangeSet.id).desc()).limit(_CHUNK)
        if status is not None:
            query = query.where(col(ChangeSet.status) == status)
        if position is not None:
            at, last = position
            query = query.where(
                or_(
                    col(ChangeSet.created_at) < at,
                    and_(col(ChangeSet.created_at) == at, col(ChangeSet.id) < last),
                )
            )
        chunk = session.exec(query).all()
        items += [
            change_set
            for change_set in chunk
            if may_see(actor, change_set) and (project_id is None or project_id in change_set.project_ids)
        ]
        if len(chunk) < _CHUNK:
            break
        position = (chunk[-1].created_at, chunk[-1].id)
    more = len(items) > limit
    return Page(items[:limit], items[limit - 1].id if more else None)


def latest_change(session: Session) -> str:
    """Return a word that is another one once anything was filed, decided, or otherwise put on record."""
    filed = session.exec(select(func.max(ChangeSet.created_at))).one()
    recorded = session.exec(select(AuditHead.seq)).first()
    return f"{recorded} {filed}"


def count_pending(session: Session, actor: Actor) -> int:
    """Return how many pending change sets the actor may see; 0 for one who reads none."""
    if not actor.may("changes.read"):
        return 0
    query = select(ChangeSet.reveals, ChangeSet.project_ids, ChangeSet.proposed_by)
    return sum(_sees(actor, *row) for row in session.exec(query.where(col(ChangeSet.status) == "pending")))


def pending_by_project(session: Session, actor: Actor) -> Counter[str]:
    """Return how many pending change sets the actor may see of each project; none for one who reads none."""
    if not actor.may("changes.read"):
        return Counter()
    query = select(ChangeSet.reveals, ChangeSet.project_ids, ChangeSet.proposed_by)
    pending = session.exec(query.where(col(ChangeSet.status) == "pending"))
    return Counter(project_id for row in pending if _sees(actor, *row) for project_id in row[1])


def approval_policies(session: Session, actor: Actor) -> list[ApprovalPolicy]:
    """Return who may greenlight what, by role and kind. Raises `Forbidden` without `policy.read`."""
    require(actor, "policy.read")
    query = select(ApprovalPolicy).order_by(col(ApprovalPolicy.role), col(ApprovalPolicy.operation_kind))
    return list(session.exec(query).all())


def count_audit_entries(session: Session) -> int:
    """Return how many entries the audit log has."""
    return session.exec(select(func.count()).select_from(AuditEntry)).one()


def audit_trail(
    session: Session, actor: Actor, *, project_id: str | None = None, limit: int = 50, before_seq: int | None = None
) -> list[AuditEntry]:
    """Return audit entries, newest first, of the projects the actor may see.

    An entry on a change set repeats the rows that it changed, so it takes the rights that those take.
    """
    require(actor, "audit.read")
    query = (
        select(AuditEntry, col(ChangeSet.reveals))
        .join(ChangeSet, col(ChangeSet.id) == col(AuditEntry.change_set_id), isouter=True)
        .order_by(col(AuditEntry.seq).desc())
    )
    if before_seq is not None:
        query = query.where(col(AuditEntry.seq) < before_seq)
    entries: list[AuditEntry] = []
    for entry, reveals in session.exec(query.execution_options(yield_per=_CHUNK)):
        in_scope = actor.project_ids is None or (entry.project_ids and set(entry.project_ids) <= actor.project_ids)
        visible = in_scope and set(reveals or ()) <= actor.permissions
        if visible and (project_id is None or project_id in entry.project_ids):
            entries.append(entry)
        if len(entries) == limit:
            break
    return entries


def _position(session: Session, actor: Actor, after: str | None) -> tuple[datetime, str] | None:
    if after is None:
        return None
    row = session.get(ChangeSet, after)
    if row is None or not may_see(actor, row):
        raise NotFound(f"Cursor {after}")
    return row.created_at, row.id

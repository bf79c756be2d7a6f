"""Reading change sets, each seen only by those who may see everything it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, Text, bindparam, cast
from sqlalchemy import select as select_columns
from sqlmodel import Session, and_, col, func, or_, select

from store.access.policy import require
from store.changes.tables import ApprovalPolicy, AuditEntry, AuditHead, ChangeSet
from store.kernel.actor import Actor
from store.kernel.columns import columns, within
from store.kernel.errors import NotFound

_CHUNK = 200


@dataclass(frozen=True, slots=True)
class ChangeHead:
    """A change set without what it would do: all that a list shows, and none of the columns that grow with its rows."""

    id: str
    code: str
    revision: int
    status: str
    title: str
    digest: str
    project_ids: list[str]
    reveals: list[str]
    proposed_by: str
    proposed_kind: str
    on_behalf_of: str
    origin_channel: str
    tainted: bool
    amount_minor: int | None
    currency: str | None
    created_at: datetime
    expires_at: datetime
    decided_by: str | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some change sets, newest first, and where to go on (`after` of the next call), if there are more."""

    items: Sequence[ChangeHead]
    next_after: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which change sets a list is asked for; what is left out does not matter.

    `words` stand in the title or the code, or name a project in `word_projects`; `of_user` proposed it, or had it
    proposed by the copilot; from `since` to before `until` it was decided on, or filed where nobody decided.
    """

    statuses: Sequence[str] = ()
    project_id: str | None = None
    proposed_kind: str | None = None
    of_user: str | None = None
    tainted: bool | None = None
    words: str = ""
    word_projects: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None

    def asked(self) -> dict[str, Any]:
        """Return what the database is asked for, by the name it has in the query; None is what does not matter."""
        return {
            "statuses": self.statuses or None,
            "project": self.project_id,
            "kind": self.proposed_kind,
            "user": self.of_user,
            "tainted": self.tainted,
            "since": self.since,
            "until": self.until,
        }

    def takes(self, head: ChangeHead) -> bool:
        """Whether a change set is of the project and says the words; the rest the database has sifted already."""
        if self.project_id is not None and self.project_id not in head.project_ids:
            return False
        if not self.words:
            return True
        said = f"{head.title} {head.id}".casefold()
        named = not set(self.word_projects).isdisjoint(head.project_ids)
        return named or all(word in said for word in self.words.casefold().split())


def may_see(actor: Actor, change_set: ChangeSet | ChangeHead) -> bool:
    """Whether the actor reads change sets, and may see all that this one shows."""
    return actor.may("changes.read") and shows_only_what_is_seen(actor, change_set)


def shows_only_what_is_seen(actor: Actor, change_set: ChangeSet | ChangeHead) -> bool:
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
    """Return what this user filed under an idempotency key, in the latest revision; None where it filed nothing."""
    for head in filed_under(session, [(actor.user_id, key)]):
        return session.get_one(ChangeSet, head.id)
    return None


def filed_under(session: Session, keys: Sequence[tuple[str, str]]) -> list[ChangeHead]:
    """Return what was filed under these keys, each the user's and the idempotency key, in the latest revisions.

    It is cut to no actor: whoever shows it asks `may_see`.
    """
    first = [
        and_(col(ChangeSet.on_behalf_of) == user_id, col(ChangeSet.idempotency_key) == key) for user_id, key in keys
    ]
    codes = select(ChangeSet.code).where(or_(*first)).scalar_subquery()
    query = _heads().where(col(ChangeSet.code).in_(codes)).order_by(col(ChangeSet.created_at), col(ChangeSet.revision))
    latest = {head.code: head for head in map(_head, session.execute(query))}
    return list(latest.values())


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


def get_revision(session: Session, actor: Actor, code: str, revision: int) -> ChangeSet:
    """Return one revision of a change set. Raises as `get_change_set` does."""
    require(actor, "changes.read")
    chosen = session.exec(
        select(ChangeSet).where(col(ChangeSet.code) == code.strip().upper(), col(ChangeSet.revision) == revision)
    ).first()
    if chosen is None or not may_see(actor, chosen):
        raise NotFound(f"Revision {revision} of {code}")
    return chosen


def revisions_of(session: Session, actor: Actor, code: str) -> list[ChangeHead]:
    """Return the revisions of a change set that the actor may see, the first one first."""
    require(actor, "changes.read")
    query = _heads().where(col(ChangeSet.code) == code).order_by(col(ChangeSet.revision))
    return [head for head in map(_head, session.execute(query)) if may_see(actor, head)]


def heads_of(session: Session, actor: Actor, ids: Iterable[str]) -> list[ChangeHead]:
    """Return those of these change sets that the actor may see, newest first."""
    require(actor, "changes.read")
    query = _heads().where(col(ChangeSet.id).in_(list(ids))).order_by(col(ChangeSet.created_at).desc())
    return [head for head in map(_head, session.execute(query)) if may_see(actor, head)]


def list_change_sets(
    session: Session,
    actor: Actor,
    *,
    status: str | None = None,
    project_id: str | None = None,
    wanted: Wanted | None = None,
    limit: int = 50,
    after: str | None = None,
) -> Page:
    """Return the change sets the actor may see, newest first. `after` is a page's `next_after`.

    `status` and `project_id` say what `wanted` would, in short. Raises `Forbidden` without `changes.read`, `NotFound`
    when `after` names nothing.
    """
    require(actor, "changes.read")
    wanted = wanted or Wanted(statuses=() if status is None else (status,), project_id=project_id)
    items: list[ChangeHead] = []
    position = _position(session, actor, after)
    # At first as many as are asked for; where some are out of sight, more at a time.
    size = min(limit + 1, _CHUNK)
    while len(items) <= limit:
        given = wanted.asked() | {"at": position and position[0], "last": position and position[1], "size": size}
        asked = frozenset(name for name, value in given.items() if value is not None)
        chunk = [_head(row) for row in session.execute(_listed(asked), given)]
        items += [head for head in chunk if may_see(actor, head) and wanted.takes(head)]
        if len(chunk) < size:
            break
        position, size = (chunk[-1].created_at, chunk[-1].id), _CHUNK
    more = len(items) > limit
    return Page(items[:limit], items[limit - 1].id if more else None)


_HEAD = columns(ChangeSet)


def _heads() -> Select[Any]:
    return select_columns(*(_HEAD[field.name] for field in fields(ChangeHead)))


def _head(row: Any) -> ChangeHead:
    return ChangeHead(*row)


@cache
def _listed(asked: frozenset[str]) -> Select[Any]:
    """Return the query of what the database can tell of what is `asked` for; `Wanted.takes` tells the rest.

    An id's underscore stands for any character in a LIKE, which finds more, never less.
    """
    created, row_id, about = _HEAD.created_at, _HEAD.id, cast(_HEAD.project_ids, Text)
    settled = func.coalesce(_HEAD.decided_at, created)
    conditions = {
        "statuses": within(_HEAD.status, "statuses"),
        "project": about.contains(bindparam("project", type_=Text), autoescape=False),
        "kind": _HEAD.proposed_kind == bindparam("kind"),
        "user": or_(_HEAD.proposed_by == bindparam("user"), _HEAD.on_behalf_of == bindparam("user")),
        "tainted": _HEAD.tainted == bindparam("tainted"),
        "since": settled >= bindparam("since"),
        "until": settled < bindparam("until"),
        "last": or_(created < bindparam("at"), and_(created == bindparam("at"), row_id < bindparam("last"))),
    }
    only = [condition for name, condition in conditions.items() if name in asked]
    return _heads().where(*only).order_by(created.desc(), row_id.desc()).limit(bindparam("size"))


def latest_change(session: Session) -> str:
    """Return a word that is another one once anything was filed, decided, or otherwise put on record."""
    filed = session.exec(select(func.max(ChangeSet.created_at))).one()
    recorded = session.exec(select(AuditHead.seq)).first()
    return f"{recorded} {filed}"


def count_pending(session: Session, actor: Actor) -> int:
    """Return how many pending change sets the actor may see; 0 for one who reads none."""
    if not actor.may("changes.read"):
        return 0
    # Counted by what decides about sight: for whoever sees every project that is a handful of groups.
    deciding: list[Any] = [col(ChangeSet.reveals)]
    if actor.project_ids is not None:
        deciding += [col(ChangeSet.project_ids), col(ChangeSet.proposed_by)]
    query = select_columns(func.count(), *deciding).where(col(ChangeSet.status) == "pending").group_by(*deciding)
    nothing: tuple[list[str], str] = ([], "")
    return sum(
        count
        for count, reveals, *of_project in session.execute(query)
        if _sees(actor, reveals, *(of_project or nothing))
    )


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


def audit_of(session: Session, actor: Actor, code: str) -> list[AuditEntry]:
    """Return what is on record of a change set in all its revisions, oldest first. Raises `Forbidden` as `audit_trail`.

    It repeats the rows of the revisions, so it is of those alone that the actor may see.
    """
    require(actor, "audit.read")
    seen = [head.id for head in revisions_of(session, actor, code)]
    query = select(AuditEntry).where(col(AuditEntry.change_set_id).in_(seen)).order_by(col(AuditEntry.seq))
    return list(session.exec(query).all())


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
    found = heads_of(session, actor, [after])
    if not found:
        raise NotFound(f"Cursor {after}")
    return found[0].created_at, found[0].id

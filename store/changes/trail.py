"""The trail of one project: who did what to it and when, in the order of the audit log, cut to what is asked for.

An entry on a change set shows what that change set shows, so it takes the same rights (as `queries.audit_trail` does).
Only what the trail shows is read: the rows that an entry repeats stay where they are. The last approval of a change set
is its greenlight, and is told as that alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, String, and_, cast
from sqlalchemy import select as select_many
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.access.policy import require, require_project
from store.access.tables import User
from store.changes.tables import AuditEntry, ChangeSet
from store.kernel.actor import Actor

_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a trail is asked for. `since` and `until` are calendar days, both included, in the studio's zone."""

    action: str | None = None
    user_id: str | None = None
    since: date | None = None
    until: date | None = None
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One thing that was done. `code` and `title` name the change set that it was done to, if it was one."""

    seq: int
    at: datetime
    action: str
    user_id: str
    name: str
    change_set_id: str | None
    code: str | None
    title: str | None


def project_trail(
    session: Session,
    actor: Actor,
    project_id: str,
    asked: Asked,
    *,
    limit: int = 50,
    before_seq: int | None = None,
) -> list[TrailEntry]:
    """Return what was done to a project, newest first. Raises `Forbidden` without `audit.read`, `NotFound`."""
    require(actor, "audit.read")
    require_project(actor, project_id)
    query = (
        select_many(
            col(AuditEntry.seq),
            col(AuditEntry.at),
            col(AuditEntry.action),
            col(AuditEntry.user_id),
            col(AuditEntry.project_ids),
            col(AuditEntry.change_set_id),
            col(ChangeSet.code),
            col(ChangeSet.title),
            col(ChangeSet.reveals),
        )
        .join(ChangeSet, col(ChangeSet.id) == col(AuditEntry.change_set_id), isouter=True)
        # The text of the list names the project: a first cut by the database, decided below.
        .where(cast(col(AuditEntry.project_ids), String).contains(project_id, autoescape=True))
        .where(~_is_last_approval())
        .order_by(col(AuditEntry.seq).desc())
    )
    if asked.action is not None:
        query = query.where(col(AuditEntry.action) == asked.action)
    if asked.user_id is not None:
        query = query.where(col(AuditEntry.user_id) == asked.user_id)
    if asked.since is not None:
        query = query.where(col(AuditEntry.at) >= _begin(asked.since, asked.zone))
    if asked.until is not None:
        query = query.where(col(AuditEntry.at) < _begin(asked.until + timedelta(days=1), asked.zone))
    if before_seq is not None:
        query = query.where(col(AuditEntry.seq) < before_seq)
    found: list[TrailEntry] = []
    names: dict[str, str] = {}
    for seq, at, action, user_id, projects, change_set_id, code, title, reveals in session.execute(
        query.execution_options(yield_per=_CHUNK)
    ):
        if project_id not in projects or not _sees(actor, projects, reveals or ()):
            continue
        if user_id not in names:
            names[user_id] = name_of(session, user_id)
        found.append(TrailEntry(seq, at, action, user_id, names[user_id], change_set_id, code, title))
        if len(found) == limit:
            break
    return found


def people_of_trail(session: Session, actor: Actor, project_id: str) -> list[tuple[str, str]]:
    """Return who did something to a project, by name: ids and names."""
    require(actor, "audit.read")
    require_project(actor, project_id)
    query = (
        select_many(col(AuditEntry.user_id))
        .where(cast(col(AuditEntry.project_ids), String).contains(project_id, autoescape=True))
        .distinct()
    )
    people = [(user_id, name_of(session, user_id)) for user_id in session.execute(query).scalars()]
    return sorted(people, key=lambda person: person[1].casefold())


def name_of(session: Session, user_id: str) -> str:
    """Return how a user is called on record; `clock` is what nobody did."""
    if user_id == "clock":
        return "Nobody (time ran out)"
    return session.exec(select(User.name).where(col(User.id) == user_id)).first() or user_id


def _is_last_approval() -> ColumnElement[bool]:
    """An approval that the same person's greenlight of the same change set goes with: one act, two entries."""
    greenlit = aliased(AuditEntry)
    same = and_(
        greenlit.change_set_id == AuditEntry.change_set_id,  # type: ignore[arg-type]
        greenlit.user_id == AuditEntry.user_id,  # type: ignore[arg-type]
    )
    found = select(greenlit.seq).where(same, greenlit.action == "greenlight").exists()
    return and_(col(AuditEntry.action) == "approve", found)


def _begin(on: date, zone: str) -> datetime:
    return datetime.combine(on, time(), ZoneInfo(zone))


def _sees(actor: Actor, projects: Sequence[str], reveals: Sequence[str]) -> bool:
    in_scope = actor.project_ids is None or set(projects) <= actor.project_ids
    return in_scope and set(reveals) <= actor.permissions

"""Applying a plan: its rows, its effects, its audit entry, in the caller's transaction. Called by `decisions.py` alone.

Every row is written at the version it was planned on, so that even a writer that went around the line of deciders
could not be overwritten unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import CursorResult, Table, delete, insert, update
from sqlmodel import Session, col, select

from store.changes import audit
from store.changes.draft import RowChange
from store.changes.engine import Plan
from store.changes.operations import RevertChangeSet
from store.changes.plain import from_values
from store.changes.tables import ChangeSet, OutboxEntry
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.columns import VersionedRow
from store.kernel.errors import DomainError
from store.operations import parse_operation
from store.tables import VERSIONED


def apply_plan(session: Session, actor: Actor, clock: Clock, change_set: ChangeSet, plan: Plan) -> None:
    """Carry out a plan that `change_set` shows, and mark it applied by this person.

    Raises `DomainError` (`decided_meanwhile`, `conflict`) when the change set or a row is not as it was read.
    """
    row_changes = plan.draft.row_changes
    swapped = session.execute(
        update(ChangeSet)
        .where(
            col(ChangeSet.id) == change_set.id,
            col(ChangeSet.status) == "pending",
            col(ChangeSet.digest) == change_set.digest,
        )
        .values(
            status="applied",
            decided_by=actor.user_id,
            decided_at=clock.now(),
            applied_versions={f"{change.table}:{change.id}": change.base_version + 1 for change in row_changes},
        )
    )
    if cast("CursorResult[Any]", swapped).rowcount != 1:
        raise DomainError("decided_meanwhile", f"{change_set.code} was decided by someone else. Look at it again.")
    for change in row_changes:
        _write(session, change)
    _forget(session, row_changes)
    for number, effect in enumerate(plan.draft.effects):
        session.add(
            OutboxEntry(
                id=f"{change_set.id}:{number}",
                change_set_id=change_set.id,
                kind=effect.kind,
                payload=effect.payload,
                not_before=clock.now(),
            )
        )
    _mark_reverted(session, plan)
    _supersede_earlier(session, change_set)
    audit.record(
        session,
        at=clock.now(),
        actor=actor,
        action="greenlight",
        change_set_id=change_set.id,
        project_ids=change_set.project_ids,
        detail={"digest": change_set.digest, "title": change_set.title, "row_changes": plan.row_changes},
    )
    session.refresh(change_set)


def _forget(session: Session, row_changes: Sequence[RowChange]) -> None:
    """Rows were written past the session's memory: what is read of them next comes from the database."""
    written = {(change.table, change.id) for change in row_changes}
    for row in list(session):
        if isinstance(row, VersionedRow) and (row.__tablename__, row.id) in written:
            session.expunge(row)


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
    if cast("CursorResult[Any]", session.execute(statement)).rowcount != 1:
        raise DomainError("conflict", f"{change.id} changed at the same moment. Nothing was applied; try again.")


def _mark_reverted(session: Session, plan: Plan) -> None:
    for operation in map(parse_operation, plan.operations):
        if isinstance(operation, RevertChangeSet):
            original = session.get_one(ChangeSet, operation.change_set_id)
            original.status = "reverted"
            session.add(original)
    session.flush()


def _supersede_earlier(session: Session, change_set: ChangeSet) -> None:
    """Close the revisions before this one that still wait."""
    earlier = session.exec(
        select(ChangeSet).where(
            col(ChangeSet.code) == change_set.code,
            col(ChangeSet.revision) < change_set.revision,
            col(ChangeSet.status).in_(("pending", "stale")),
        )
    )
    for revision in earlier.all():
        revision.status = "superseded"
        session.add(revision)
    session.flush()

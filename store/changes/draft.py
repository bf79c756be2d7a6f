"""A draft is the datastore as it would be: what is stored, overlaid with the row changes planned so far.

Operations of one set see each other's plans through it, so a set may make a client and its project together.
It reads and never writes, which is why the agent's handle can plan as well as a person's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlmodel import Session, col, select

from store.access.policy import SHOWN_BY
from store.changes.integrity import references_of, require_fits
from store.changes.plain import R, Values, from_values, to_values
from store.kernel.columns import VersionedRow
from store.kernel.errors import Invalid, NotFound


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after: `before` None makes it, `after` None removes it.

    `base_version` is the version the change was planned on; the row gets the one after it. A new row's is 0, or
    the last version it had when an undo brings it back.
    """

    table: str
    id: str
    before: Values | None
    after: Values | None
    base_version: int

    def as_json(self) -> dict[str, Any]:
        return {
            "table": self.table,
            "id": self.id,
            "before": self.before,
            "after": self.after,
            "base_version": self.base_version,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> RowChange:
        return cls(stored["table"], stored["id"], stored["before"], stored["after"], stored["base_version"])

    @property
    def changed(self) -> list[str]:
        """Columns whose value differs, in the row's order."""
        before, after = self.before or {}, self.after or {}
        return [name for name in (after or before) if before.get(name) != after.get(name)]


@dataclass(frozen=True, slots=True)
class Effect:
    """Something to do in the world once the change is in: a kind the outbox knows, and its payload."""

    kind: str
    payload: dict[str, Any]


Guard = Callable[["Draft", Values], None]
"""Holds for every change of a table's rows, whichever operation plans it: raises `Invalid`, or plans what follows."""


@dataclass
class Draft:
    """Plan against `session`; read the result from `row_changes`, `effects` and `project_ids`.

    `scope` is the projects the actor, `user_id`, may know of (None: all): planning stops at the first that is not in
    it, before a message could tell anything about it.
    """

    session: Session
    tables: dict[str, type[VersionedRow]]
    scope: frozenset[str] | None = None
    user_id: str | None = None
    guards: Mapping[str, Guard] = field(default_factory=dict)
    effects: list[Effect] = field(default_factory=list)
    project_ids: set[str] = field(default_factory=set)
    reveals: set[str] = field(default_factory=set)
    _stands_for: dict[tuple[str, str], str] = field(default_factory=dict)
    _at_end: dict[str, Callable[[], None]] = field(default_factory=dict)
    _changes: dict[tuple[str, str], RowChange] = field(default_factory=dict)

    @property
    def row_changes(self) -> list[RowChange]:
        return [change for change in self._changes.values() if change.before is not None or change.after is not None]

    def get(self, table: type[R], row_id: str) -> R:
        """Return the row as it would be. Raises `NotFound`, also for one that the actor may not know of."""
        row = self.look(table, row_id)
        if row is None or not self._in_scope(row):
            raise NotFound(f"{table.__name__.removesuffix('Row')} {row_id}")
        return row

    def look(self, table: type[R], row_id: str) -> R | None:
        row_id = self._stands_for.get((str(table.__tablename__), row_id), row_id)
        change = self._changes.get((str(table.__tablename__), row_id))
        if change is not None:
            return None if change.after is None else from_values(table, change.after, max(change.base_version, 1))
        return self.session.get(table, row_id)

    def find(self, table: type[R], **equal: str | int | bool | None) -> list[R]:
        """Return the rows whose columns equal the given values, as they would be, in the order of their ids."""
        query = select(table)
        name_of_table = str(table.__tablename__)
        equal = self._referring(name_of_table, equal)
        for name, value in equal.items():
            query = query.where(col(getattr(table, name)) == value)
        rows = {row.id: row for row in self.session.exec(query).all() if (name_of_table, row.id) not in self._changes}
        for (changed_table, row_id), change in self._changes.items():
            if changed_table != name_of_table or change.after is None:
                continue
            if all(change.after.get(name) == value for name, value in equal.items()):
                rows[row_id] = from_values(table, change.after, max(change.base_version, 1))
        return [rows[row_id] for row_id in sorted(rows)]

    def stand_for(self, row_id: str, known: VersionedRow) -> None:
        """Say that a row which is there already is meant wherever this set names `row_id`, which is then not made."""
        self._stands_for[str(known.__tablename__), row_id] = known.id

    def insert(self, row: VersionedRow) -> None:
        """Plan a new row. Raises `Invalid` when its id is taken."""
        table = type(row)
        if self.look(table, row.id) is not None:
            raise Invalid(f"{row.id} exists already. Propose it with a new id.", "id_taken")
        self._record(RowChange(str(table.__tablename__), row.id, None, to_values(row), row.version - 1))

    def update(self, row: VersionedRow, **changes: object) -> None:
        """Plan new values for some columns of a row that `get` or `find` gave, on top of what is planned for it."""
        table = type(row)
        row = self.get(table, row.id)
        values = to_values(row)
        if not changes.keys() <= values.keys():
            raise TypeError(f"{table.__name__} has no column {', '.join(changes.keys() - values.keys())}")
        after = to_values(table(**{**{name: getattr(row, name) for name in values}, **changes}))
        if after != values:
            self._record(RowChange(str(table.__tablename__), row.id, values, after, row.version))

    def delete(self, row: VersionedRow) -> None:
        self._record(RowChange(str(type(row).__tablename__), row.id, to_values(row), None, row.version))

    def touches_project(self, project_id: str) -> None:
        """Say that this change belongs to a project: who may not see the project will not see the change.

        Raises `NotFound` when the actor may not. What a row names as its project is said by itself.
        """
        if not self.sees_project(project_id):
            raise NotFound(f"Project {project_id}")
        self.project_ids.add(project_id)

    def sees_project(self, project_id: str) -> bool:
        """Whether the actor may know of a project: one in its scope, or one that this set makes."""
        return self.scope is None or project_id in self.scope or self.makes("projects", project_id)

    def makes(self, table_name: str, row_id: str) -> bool:
        """Whether this set makes the row, so that it is nobody's secret yet."""
        change = self._changes.get((table_name, row_id))
        return change is not None and change.before is None

    def reveal(self, permission: str) -> None:
        """Say that seeing this change takes a permission. What its rows' tables take (`SHOWN_BY`) is said by itself."""
        self.reveals.add(permission)

    def at_end(self, key: str, step: Callable[[], None]) -> None:
        """Plan a consequence once, after all operations, however many of them ask for it under the same key."""
        self._at_end[key] = step

    def settle(self, key: str) -> None:
        """Plan the consequence that waits under a key now, before an operation that it must not come after."""
        self._at_end.pop(key, lambda: None)()

    def finish(self) -> None:
        """Carry out the steps that wait for the end."""
        while self._at_end:
            self.settle(next(iter(self._at_end)))

    def emit(self, effect: Effect) -> None:
        self.effects.append(effect)

    def _in_scope(self, row: VersionedRow) -> bool:
        """Whether the actor may know of a row: one of a project it sees, or of none and not somebody else's yet."""
        project_id = row.id if row.__tablename__ == "projects" else getattr(row, "project_id", None)
        if project_id is not None:
            return self.sees_project(project_id)
        owner = getattr(row, "added_by", None)
        return self.scope is None or owner is None or owner == self.user_id

    def _referring(self, table: str, values: Values) -> Values:
        """Return a row's values with what it refers to by the id of a row that stands for another."""
        if not self._stands_for:
            return values
        targets = dict(references_of(table))
        return {
            name: self._stands_for.get((targets[name], value), value) if name in targets else value
            for name, value in values.items()
        }

    def _record(self, change: RowChange) -> None:
        if change.after is not None:
            change = replace(change, after=self._referring(change.table, change.after))
        guard = self.guards.get(change.table)
        if guard is not None:
            guard(self, change.after or change.before or {})
        if change.after is not None:
            require_fits(self.tables[change.table], change.after)
        key = (change.table, change.id)
        earlier = self._changes.get(key)
        if earlier is not None:
            change = RowChange(change.table, change.id, earlier.before, change.after, earlier.base_version)
        if change.before == change.after:
            self._changes.pop(key, None)
        else:
            self._changes[key] = change
            self.reveal(SHOWN_BY[change.table])
        for values in (change.before, change.after):
            project_id = values and (values["id"] if change.table == "projects" else values.get("project_id"))
            if project_id:
                self.touches_project(project_id)

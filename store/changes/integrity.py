"""What a planned row must keep before anyone is shown it: it fits its columns, and what it refers to is there.

The engine refuses such rows too, but only when a person greenlights them; a proposer is told at once, in words, and
both engines draw the line at the same place.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Boolean, Integer, Table
from sqlmodel import SQLModel, select

from store.changes.plain import Values
from store.kernel.agent_handle import SECRET_TABLES
from store.kernel.columns import VersionedRow
from store.kernel.errors import Invalid, NotFound

if TYPE_CHECKING:
    from store.changes.draft import Draft


def require_storable(value: object) -> None:
    """Raise `Invalid` (`unstorable`) for a value that not both engines can keep: NUL, half a character, infinity."""
    for leaf in _leaves(value):
        if isinstance(leaf, str) and ("\x00" in leaf or any("\ud800" <= character <= "\udfff" for character in leaf)):
            raise Invalid("The text contains characters that cannot be stored. Remove them.", "unstorable")
        if isinstance(leaf, float) and not math.isfinite(leaf):
            raise Invalid("The data contains a number that is not finite.", "unstorable")


def require_fits(table: type[VersionedRow], values: Values) -> None:
    """Raise `Invalid` (`does_not_fit`) when a value is missing, or too long or too large for its column."""
    for column in table.__table__.columns:  # type: ignore[attr-defined]
        if column.name == "version":
            continue
        value = values.get(column.name)
        if value is None and not column.nullable:
            raise Invalid(f"{column.name} is missing.", "does_not_fit")
        if isinstance(value, str):
            longest = getattr(column.type, "length", None)
            if longest is not None and len(value) > longest:
                raise Invalid(f"{column.name} is longer than {longest} characters.", "does_not_fit")
        elif isinstance(value, int) and not isinstance(column.type, Boolean) and isinstance(column.type, Integer):
            bits = 63 if isinstance(column.type, BigInteger) else 31
            if not -(2**bits) <= value < 2**bits:
                raise Invalid(f"{column.name} is too large a number.", "does_not_fit")


def require_references(draft: Draft) -> None:
    """Raise `NotFound` when a planned row refers to one that will not be there, `Invalid` (`still_used`) when a
    removed one is referred to by one that will."""
    for change in draft.row_changes:
        if change.after is None:
            _require_unused(draft, change.table, change.id)
            continue
        for name, target in references_of(change.table):
            value = change.after.get(name)
            if value is None or (change.before is not None and change.before.get(name) == value):
                continue
            if target in draft.tables and draft.look(draft.tables[target], value) is None:
                raise NotFound(f"{name} {value}")


def _require_unused(draft: Draft, table: str, row_id: str) -> None:
    for user, name in _users_of(table):
        if user in draft.tables:
            rows = draft.find(draft.tables[user], **{name: row_id})
            used_by = rows[0].id if rows else None
        else:
            users = SQLModel.metadata.tables[user]
            first = draft.session.execute(select(users.c[name]).where(users.c[name] == row_id).limit(1)).first()
            used_by = None if first is None else user
        if used_by is not None:
            raise Invalid(f"{row_id} is still used by {used_by}. Change that first.", "still_used")


@functools.cache
def references_of(table: str) -> tuple[tuple[str, str], ...]:
    """Return a table's columns that name a row of another, each with that other table."""
    described: Table = SQLModel.metadata.tables[table]
    return tuple((key.parent.name, key.column.table.name) for key in described.foreign_keys)


@functools.cache
def _users_of(table: str) -> tuple[tuple[str, str], ...]:
    """Return the tables that refer to this one, each with its column; not those that the agent may not read.

    What stands there (a user's password) is left to the engine, which refuses when the change is applied.
    """
    return tuple(
        (other, name)
        for other in SQLModel.metadata.tables
        if other not in SECRET_TABLES
        for name, target in references_of(other)
        if target == table
    )


def _leaves(value: object) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _leaves(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _leaves(item)
    else:
        yield value

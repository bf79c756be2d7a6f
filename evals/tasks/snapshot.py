"""All rows of a studio's SQLite file at one moment, read past the product's own code."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

Cell = str | int | float | bytes | None
Row = Mapping[str, Cell]
Key = tuple[Cell, ...]


@dataclass(frozen=True)
class Snapshot:
    """Rows by table and primary key."""

    tables: Mapping[str, Mapping[Key, Row]]

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table. Raises `KeyError` for a table the studio does not have."""
        yield from self.tables[table].values()


@dataclass(frozen=True)
class Difference:
    """What became of one table between two snapshots; a changed row is shown as it is after."""

    added: tuple[Row, ...]
    changed: tuple[Row, ...]
    removed: tuple[Row, ...]

    @property
    def any(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def take(database: Path) -> Snapshot:
    """Read every table of a SQLite file through a read-only connection, in one transaction."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        # A full-text index and its shadow tables are derived data, rebuilt at will.
        derived = tuple(row["name"] for row in made if str(row["sql"]).upper().startswith("CREATE VIRTUAL"))
        kept = sorted(row["name"] for row in made if not row["name"].startswith(("sqlite_", *derived)))
        return Snapshot({name: _table(connection, name) for name in kept})


def _table(connection: sqlite3.Connection, name: str) -> dict[Key, Row]:
    quoted = '"' + name.replace('"', '""') + '"'
    columns = connection.execute(f"PRAGMA table_info({quoted})").fetchall()
    key = [column["name"] for column in sorted(columns, key=lambda c: c["pk"]) if column["pk"]]
    rows = [dict(row) for row in connection.execute(f"SELECT * FROM {quoted}")]
    return {tuple(row[column] for column in key) if key else tuple(row.values()): row for row in rows}


def differences(before: Snapshot, after: Snapshot) -> dict[str, Difference]:
    """What differs, by table; tables in which nothing differs are left out."""
    found = {}
    for table in sorted({*before.tables, *after.tables}):
        old, new = before.tables.get(table, {}), after.tables.get(table, {})
        difference = Difference(
            added=tuple(row for key, row in new.items() if key not in old),
            changed=tuple(row for key, row in new.items() if key in old and old[key] != row),
            removed=tuple(row for key, row in old.items() if key not in new),
        )
        if difference.any:
            found[table] = difference
    return found

"""What the agent's database handle may do, enforced by the engine and not by our good intentions.

The agent may read everything but credentials, and insert into the tables below and into the columns below alone.
It may not update, delete, or change the schema anywhere. SQLite asks an authorizer on every statement it prepares
(this module); PostgreSQL has a login role of its own with just these grants (`agent_role.py`).
"""

from __future__ import annotations

import sqlite3

# Columns the agent may fill. The rest of a row keeps its defaults: a change set is pending, decided by no one.
INSERTABLE: dict[str, frozenset[str]] = {
    "change_sets": frozenset(
        "id code revision status operations row_changes effects digest title rationale evidence origin_channel "
        "origin_message_id origin_run_id proposed_by proposed_kind on_behalf_of project_ids tainted amount_minor "
        "currency created_at expires_at idempotency_key supersedes reveals".split()
    ),
    "messages": frozenset(
        "id conversation_id run_id position role content tool_calls tool_call_id tool_name tainted created_at".split()
    ),
    "runs": frozenset(
        "id conversation_id user_id model prompt_hash status error_code model_calls tool_calls input_tokens "
        "output_tokens tainted started_at finished_at".split()
    ),
}

# Tables the agent may not even read.
SECRET_TABLES = frozenset({"credentials", "sessions", "api_tokens"})

_FUNCTIONS = frozenset(
    "count sum min max avg total abs coalesce ifnull nullif lower upper length substr trim round like glob instr "
    "replace match bm25 snippet highlight json_extract json_array_length json_each json_type -> ->> date datetime "
    "strftime row_number rank dense_rank group_concat cast".split()
)
# The schema's own table is read whenever full-text search is opened.
_ALSO_READABLE = frozenset({"json_each", "json_tree", "sqlite_master"})


def restrict_sqlite(connection: sqlite3.Connection) -> None:
    """Set the authorizer on a connection; from here on its statements are refused unless listed above.

    Readable are the tables there are now. SQLite's own (`sqlite_dbpage`, `dbstat`, …) show every table's raw
    pages where they are compiled in, so what is not ours is refused.
    """
    ours = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    readable = frozenset(name for name in ours - SECRET_TABLES if not name.startswith("sqlite_")) | _ALSO_READABLE

    def authorize(action: int, first: str | None, second: str | None, database: str | None, trigger: str | None) -> int:
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            return sqlite3.SQLITE_OK if first in readable else sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_FUNCTION:
            return sqlite3.SQLITE_OK if (second or "").lower() in _FUNCTIONS else sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_INSERT and database == "main" and first in INSERTABLE:
            return sqlite3.SQLITE_OK
        # Opening full-text search parses its own schema, which counts as this. A statement that says so is refused by
        # SQLite itself: writing the schema takes `PRAGMA writable_schema`, and that is refused here.
        if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
            return sqlite3.SQLITE_OK
        # Full-text search looks at this read-only pragma to see whether its index changed.
        if action == sqlite3.SQLITE_PRAGMA and first == "data_version" and second is None:
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    connection.set_authorizer(authorize)

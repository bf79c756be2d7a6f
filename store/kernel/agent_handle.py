"""What the agent's database handle may do, enforced by the engine and not by our good intentions.

The agent may read everything but credentials, and insert into the tables below and into the columns below alone.
It may not update, delete, or change the schema anywhere. SQLite asks an authorizer on every statement it prepares;
PostgreSQL has a login role of its own with just these grants.
"""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, text

from store.kernel.errors import DomainError

# Columns the agent may fill. The rest of a row keeps its defaults: a change set is pending, decided by no one.
INSERTABLE: dict[str, frozenset[str]] = {
    "change_sets": frozenset(
        "id code revision status operations row_changes effects digest title rationale evidence origin_channel "
        "origin_message_id origin_run_id proposed_by proposed_kind on_behalf_of project_ids tainted required_role "
        "amount_minor currency created_at expires_at idempotency_key supersedes reveals".split()
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


def restrict_sqlite(connection: sqlite3.Connection) -> None:
    """Set the authorizer on a connection; from here on its statements are refused unless listed above."""

    def authorize(action: int, first: str | None, second: str | None, database: str | None, trigger: str | None) -> int:
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            return sqlite3.SQLITE_DENY if first in SECRET_TABLES else sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION:
            return sqlite3.SQLITE_OK if (second or "").lower() in _FUNCTIONS else sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_INSERT and database == "main" and first in INSERTABLE:
            return sqlite3.SQLITE_OK
        # Full-text search looks at this read-only pragma to see whether its index changed.
        if action == sqlite3.SQLITE_PRAGMA and first == "data_version" and second is None:
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    connection.set_authorizer(authorize)


def grant_postgres(connection: Connection, role: str) -> None:
    """Give an existing login role exactly the agent's rights and take away the rest. Run by the owner; idempotent."""
    quoted = '"' + role.replace('"', '""') + '"'
    tables = [
        row[0]
        for row in connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
    ]
    schema, database = connection.execute(text("SELECT current_schema(), current_database()")).one()
    run = connection.exec_driver_sql
    run(f'REVOKE TEMPORARY, CREATE ON DATABASE "{database}" FROM PUBLIC, {quoted}')
    run(f'REVOKE CREATE ON SCHEMA "{schema}" FROM PUBLIC, {quoted}')
    run(f'GRANT USAGE ON SCHEMA "{schema}" TO {quoted}')
    run(f'REVOKE ALL ON ALL TABLES IN SCHEMA "{schema}" FROM {quoted}')
    for table in tables:
        if table in SECRET_TABLES:
            continue
        run(f'GRANT SELECT ON "{table}" TO {quoted}')
        if table in INSERTABLE:
            listed = ", ".join(f'"{name}"' for name in sorted(INSERTABLE[table]))
            run(f'GRANT INSERT ({listed}) ON "{table}" TO {quoted}')
    _revoke_large_objects(connection)


def _revoke_large_objects(connection: Connection) -> None:
    """Large objects are the one store every login role may write to; only a superuser can close it."""
    if connection.execute(text("SELECT current_setting('is_superuser')")).scalar_one() != "on":
        return
    functions = connection.execute(
        text(
            "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = 'pg_catalog' AND (p.proname LIKE 'lo\\_%' OR p.proname IN ('lowrite', 'pg_notify'))"
        )
    ).scalars()
    for function in functions.all():
        connection.exec_driver_sql(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")


def verify_postgres(connection: Connection) -> None:
    """Raise `DomainError` (`agent_handle_too_strong`) unless this login can do no more than the agent may.

    Run through the agent's own connection at start: a deployment that cannot show this does not start.
    """
    problems: list[str] = []
    attributes = connection.execute(
        text(
            "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, "
            "(SELECT count(*) FROM pg_auth_members m WHERE m.member = r.oid) "
            "FROM pg_roles r WHERE rolname = current_user"
        )
    ).one()
    if any(attributes[:4]):
        problems.append("the role has superuser, createrole, createdb or bypassrls")
    if attributes[4]:
        problems.append("the role is a member of other roles")
    rights = connection.execute(
        text(
            "SELECT c.relname, p.privilege FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, "
            "(VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER')) AS p(privilege) "
            "WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v') "
            "AND has_table_privilege(c.oid, p.privilege)"
        )
    ).all()
    problems += [f"it has {privilege} on all of {table}" for table, privilege in rights]
    columns = connection.execute(
        text(
            "SELECT c.relname, a.attname, p.privilege FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped, "
            "(VALUES ('INSERT'), ('UPDATE')) AS p(privilege) WHERE n.nspname = current_schema() AND c.relkind = 'r' "
            "AND has_column_privilege(c.oid, a.attnum, p.privilege)"
        )
    ).all()
    problems += [
        f"it may {privilege.lower()} {table}.{column}"
        for table, column, privilege in columns
        if privilege == "UPDATE" or column not in INSERTABLE.get(table, frozenset())
    ]
    if problems:
        raise DomainError(
            "agent_handle_too_strong",
            "Greenlight does not start: the agent's database role can do more than propose ("
            + "; ".join(problems[:5])
            + "). Give GREENLIGHT_AGENT_DATABASE_URL a login role of its own and run `greenlight migrate`.",
        )

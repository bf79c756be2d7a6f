"""The agent's login role on PostgreSQL: given exactly its rights by the owner, and made to prove that it has no more.

What a role cannot be denied is harmless to the data: LISTEN and NOTIFY, a lock no stronger than SELECT takes, its
own password. Large objects and advisory locks are closed where the owner is a superuser, who alone can close them.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from store.kernel.agent_handle import INSERTABLE, SECRET_TABLES
from store.kernel.errors import DomainError

_OURS = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'"

# Each query lists, as text, what the role of the connection that runs it could do beyond proposing.
_EXCESSES = (
    "SELECT 'it acts as ' || current_user || ' but signed in as ' || session_user WHERE current_user <> session_user",
    "SELECT 'it is a superuser, or may create roles or databases, replicate or bypass row security' FROM pg_roles "
    "WHERE rolname = session_user AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)",
    "SELECT 'it is a member of ' || r.rolname FROM pg_roles r JOIN pg_auth_members m ON m.roleid = r.oid "
    "JOIN pg_roles s ON s.oid = m.member WHERE s.rolname = session_user",
    "SELECT 'it owns the database' FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba "
    "WHERE d.datname = current_database() AND r.rolname = session_user",
    "SELECT 'it owns ' || c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner "
    "WHERE r.rolname = session_user",
    "SELECT 'it may ' || lower(p.word) || ' in this database' FROM (VALUES ('CREATE'), ('TEMPORARY')) AS p(word) "
    "WHERE has_database_privilege(current_database(), p.word)",
    f"SELECT 'it may create in the schema ' || n.nspname FROM pg_namespace n WHERE {_OURS} "  # noqa: S608
    "AND has_schema_privilege(n.oid, 'CREATE')",
    "SELECT 'it has ' || p.word || ' on all of ' || c.relname "  # noqa: S608
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, "
    "(VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER'), ('REFERENCES')) AS p(word) "
    f"WHERE {_OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND has_table_privilege(c.oid, p.word)",
    "SELECT 'it may change the sequence ' || c.relname "  # noqa: S608
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    f"WHERE {_OURS} AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege(c.oid, 'USAGE, UPDATE') ELSE false END",
    "SELECT 'it may run ' || p.proname || ' with its owner''s rights' "  # noqa: S608
    "FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
    f"WHERE {_OURS} AND p.prosecdef AND has_function_privilege(p.oid, 'EXECUTE')",
)
_COLUMNS = (
    "SELECT c.relname, a.attname, p.word FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "  # noqa: S608
    "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped, "
    "(VALUES ('SELECT'), ('INSERT'), ('UPDATE')) AS p(word) "
    f"WHERE {_OURS} AND c.relkind IN ('r', 'p') AND has_column_privilege(c.oid, a.attnum, p.word)"
)


def require_separate_login(connection: Connection, role: str) -> None:
    """Raise `DomainError` (`agent_handle_too_strong`) when the role is the owner's own, or a strong one.

    Run by the owner before it grants anything: granting to the owner itself would take the owner's rights away.
    """
    found = connection.execute(
        text(
            "SELECT rolname IN (current_user, session_user) OR rolsuper OR rolcreaterole OR rolcreatedb "
            "OR rolreplication OR rolbypassrls OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid) "
            "FROM pg_roles r WHERE rolname = :role"
        ),
        {"role": role},
    ).scalar_one()
    if found:
        raise _too_strong([f"{role} is the owner's login, a superuser, or a member of another role"])


def grant_postgres(connection: Connection, role: str) -> None:
    """Give an existing login role exactly the agent's rights and take away the rest. Run by the owner; idempotent."""
    quoted = _quoted(role)
    tables = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")).scalars()
    schema, database = connection.execute(text("SELECT current_schema(), current_database()")).one()
    run = connection.exec_driver_sql
    run(f"REVOKE TEMPORARY, CREATE ON DATABASE {_quoted(database)} FROM PUBLIC, {quoted}")
    run(f"REVOKE CREATE ON SCHEMA {_quoted(schema)} FROM PUBLIC, {quoted}")
    run(f"GRANT USAGE ON SCHEMA {_quoted(schema)} TO {quoted}")
    run(f"REVOKE ALL ON ALL TABLES IN SCHEMA {_quoted(schema)} FROM PUBLIC, {quoted}")
    run(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {_quoted(schema)} FROM PUBLIC, {quoted}")
    for table in tables.all():
        if table in SECRET_TABLES:
            continue
        run(f"GRANT SELECT ON {_quoted(table)} TO {quoted}")
        if table in INSERTABLE:
            listed = ", ".join(_quoted(name) for name in sorted(INSERTABLE[table]))
            run(f"GRANT INSERT ({listed}) ON {_quoted(table)} TO {quoted}")
    _revoke_open_functions(connection)


def verify_postgres(connection: Connection) -> None:
    """Raise `DomainError` (`agent_handle_too_strong`) unless this login can do no more than the agent may.

    Run through the agent's own connection at start: a deployment that cannot show this does not start.
    """
    problems = [str(row) for query in _EXCESSES for row in connection.execute(text(query)).scalars()]
    problems += [
        f"it may {word.lower()} {table}.{column}"
        for table, column, word in connection.execute(text(_COLUMNS))
        if word == "UPDATE"
        or (word == "SELECT" and table in SECRET_TABLES)
        or (word == "INSERT" and column not in INSERTABLE.get(table, frozenset()))
    ]
    if problems:
        raise _too_strong(problems)


def _revoke_open_functions(connection: Connection) -> None:
    """Close what every login role may call: large objects, the one store open to all, and advisory locks."""
    if connection.execute(text("SELECT current_setting('is_superuser')")).scalar_one() != "on":
        return
    functions = connection.execute(
        text(
            "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = 'pg_catalog' AND (p.proname LIKE 'lo\\_%' OR p.proname IN ('lowrite', 'pg_notify') "
            "OR p.proname LIKE 'pg\\_%advisory%') AND has_function_privilege('public', p.oid, 'EXECUTE')"
        )
    ).scalars()
    for function in functions.all():
        connection.exec_driver_sql(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _too_strong(problems: list[str]) -> DomainError:
    return DomainError(
        "agent_handle_too_strong",
        f"Greenlight does not start: the agent's database role can do more than propose ({'; '.join(problems[:5])}). "
        "Give GREENLIGHT_AGENT_DATABASE_URL a login role of its own, and leave it out to have one made.",
    )

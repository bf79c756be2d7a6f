"""The agent's handle, tried with every kind of write: the engine refuses each, and the data is as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from store.kernel.agent_handle import INSERTABLE, SECRET_TABLES
from store.tables import metadata
from tests.studio import StudioForTests

_CHANGE_SET = (
    "INSERT INTO change_sets (id, code, revision, status, operations, row_changes, effects, digest, title, rationale, "
    "evidence, origin_channel, proposed_by, proposed_kind, on_behalf_of, project_ids, reveals, tainted, created_at, "
    "expires_at{more}) VALUES ('CS-X', 'CS-X', 1, '{status}', '{operations}', '[]', '[]', 'd', 't', '', '[]', 'test', "
    "'u', 'agent', 'u', '[]', '[]', false, '2027-01-01', '2027-02-01'{values})"
)


def _change_set(status: str = "pending", operations: str = "[]", **more: str) -> str:
    return _CHANGE_SET.format(
        status=status,
        operations=operations,
        more="".join(f", {name}" for name in more),
        values="".join(f", '{value}'" for value in more.values()),
    )


WRITES = {
    "update": "UPDATE projects SET name = 'x'",
    "update nothing": "UPDATE projects SET name = 'x' WHERE 1 = 0",
    "delete": "DELETE FROM projects",
    "update a policy": "UPDATE approval_policies SET limit_minor = NULL, currency = NULL",
    "greenlight by hand": "UPDATE change_sets SET status = 'applied', decided_by = 'u', decided_at = '2027-01-01'",
    "delete a change set": "DELETE FROM change_sets",
    "rewrite a message": "UPDATE messages SET content = ''",
    "upsert": _change_set() + " ON CONFLICT (id) DO UPDATE SET title = 'x'",
    "file an applied change set": _change_set("applied", decided_by="u", decided_at="2027-01-01"),
    "file a change set in a later state": _change_set("stale"),
    "file a decided change set": _change_set(decided_by="u"),
    "file a change set decided at an instant": _change_set(decided_at="2027-01-01"),
    "file a change set with a note of decision": _change_set(decision_note="ok"),
    "file a change set that is no list": _change_set(operations='{"kind": "all"}'),
    "write the audit log": "INSERT INTO audit_entries SELECT * FROM audit_entries",
    "move the audit's end": "UPDATE audit_head SET seq = 0",
    "put an effect in the outbox": "INSERT INTO outbox SELECT * FROM outbox",
    "approve": "INSERT INTO approvals SELECT * FROM approvals",
    "lower the policy": "DELETE FROM approval_policies",
    "open a conversation": "INSERT INTO conversations SELECT * FROM conversations",
    "create a table": "CREATE TABLE loot (x text)",
    "create a temporary table": "CREATE TEMP TABLE loot (x text)",
    "create a table of a query": "CREATE TABLE loot AS SELECT * FROM users",
    "create a view": "CREATE VIEW loot AS SELECT * FROM users",
    "create a temporary view": "CREATE TEMP VIEW loot AS SELECT * FROM users",
    "create an index": "CREATE INDEX loot ON projects (name)",
    "drop a table": "DROP TABLE outbox",
    "drop an index": "DROP INDEX ix_outbox_waiting",
    "rename a table": "ALTER TABLE outbox RENAME TO loot",
    "add a column": "ALTER TABLE projects ADD COLUMN loot text",
    "reindex": "REINDEX TABLE projects",
    "vacuum": "VACUUM",
    "common table expression that writes": "WITH x AS (SELECT 1) DELETE FROM projects",
    "returning": "DELETE FROM projects RETURNING *",
}
SQLITE_WRITES = {
    "insert or replace": _change_set().replace("INSERT INTO", "INSERT OR REPLACE INTO").replace("'CS-X'", "{taken}"),
    "replace": _change_set().replace("INSERT INTO", "REPLACE INTO").replace("'CS-X'", "{taken}"),
    "create a trigger": "CREATE TRIGGER loot AFTER INSERT ON messages BEGIN DELETE FROM projects; END",
    "create a temporary trigger": "CREATE TEMP TRIGGER loot AFTER INSERT ON messages BEGIN DELETE FROM projects; END",
    "drop a guard": "DROP TRIGGER change_set_begins_pending",
    "write the schema": "UPDATE sqlite_master SET sql = ''",
    "write the schema by its other name": "UPDATE sqlite_schema SET rootpage = 1",
    "delete from the schema": "DELETE FROM sqlite_master",
    "insert into the schema": "INSERT INTO sqlite_master SELECT * FROM sqlite_master",
    "attach": "ATTACH DATABASE '{elsewhere}' AS loot",
    "attach in memory": "ATTACH DATABASE ':memory:' AS loot",
    "detach": "DETACH DATABASE main",
    "vacuum into": "VACUUM INTO '{elsewhere}'",
    "journal mode": "PRAGMA journal_mode = DELETE",
    "writable schema": "PRAGMA writable_schema = ON",
    "user version": "PRAGMA user_version = 7",
    "foreign keys": "PRAGMA foreign_keys = OFF",
    "recursive triggers": "PRAGMA recursive_triggers = OFF",
    "trusted schema": "PRAGMA trusted_schema = ON",
    "synchronous": "PRAGMA synchronous = OFF",
    "checkpoint": "PRAGMA wal_checkpoint(TRUNCATE)",
    "load an extension": "SELECT load_extension('{elsewhere}')",
    "write a file": "SELECT writefile('{elsewhere}', 'x')",
    "read a file": "SELECT readfile('/etc/hostname')",
    "tokenizer by address": "SELECT fts3_tokenizer('simple', x'00')",
    "empty the search index": "INSERT INTO document_search (document_search) VALUES ('delete-all')",
    "index a lie": "INSERT INTO document_search (rowid, text) VALUES (1, 'x')",
    "write an index by hand": "INSERT INTO document_search_data VALUES (1, x'00')",
    "raw pages": "SELECT * FROM dbstat",
    "the statements of other code": "SELECT * FROM sqlite_stmt",
    "virtual table": "CREATE VIRTUAL TABLE loot USING fts5(x)",
    "analyze": "ANALYZE",
    "savepoint": "SAVEPOINT loot",
}
POSTGRES_WRITES = {
    "fill a column of the decision": "INSERT INTO change_sets (applied_versions) VALUES (NULL)",
    "truncate": "TRUNCATE projects CASCADE",
    "lock": "LOCK TABLE projects IN ACCESS EXCLUSIVE MODE",
    "lock rows": "SELECT * FROM projects FOR UPDATE",
    "share rows": "SELECT * FROM projects FOR SHARE",
    "become the owner": "SET ROLE postgres",
    "sign in as the owner": "SET SESSION AUTHORIZATION postgres",
    "reset and write": "RESET ROLE; UPDATE projects SET name = 'x'",
    "reset authorization and write": "RESET SESSION AUTHORIZATION; UPDATE projects SET name = 'x'",
    "a block that writes": "DO $$ BEGIN UPDATE projects SET name = 'x'; END $$",
    "a block that changes role": "DO $$ BEGIN SET ROLE postgres; END $$",
    "create a function": "CREATE FUNCTION loot() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "create a temporary function": "CREATE FUNCTION pg_temp.loot() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "create a schema": "CREATE SCHEMA loot",
    "create a role": "CREATE ROLE loot SUPERUSER LOGIN",
    "raise itself": "ALTER ROLE CURRENT_USER SUPERUSER",
    "create a database": "CREATE DATABASE loot",
    "create an extension": "CREATE EXTENSION dblink",
    "dblink": "SELECT dblink('dbname=postgres', 'SELECT 1')",
    "create a trigger": "CREATE TRIGGER loot BEFORE INSERT ON messages EXECUTE FUNCTION append_only_guard()",
    "switch triggers off": "ALTER TABLE change_sets DISABLE TRIGGER ALL",
    "switch triggers off for the session": "SET session_replication_role = replica",
    "replace a guard": "CREATE OR REPLACE FUNCTION change_set_guard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "copy in": "COPY projects FROM STDIN",
    "copy from a program": "COPY messages (id) FROM PROGRAM 'id'",
    "copy to a program": "COPY projects TO PROGRAM 'cat'",
    "copy to a file": "COPY projects TO '{elsewhere}'",
    "read a file": "SELECT pg_read_file('/etc/hostname')",
    "list files": "SELECT pg_ls_dir('.')",
    "write a large object": "SELECT lo_from_bytea(0, 'x')",
    "create a large object": "SELECT lo_create(0)",
    "import a file": "SELECT lo_import('/etc/hostname')",
    "export a file": "SELECT lo_export(1, '{elsewhere}')",
    "take the migration's lock": "SELECT pg_advisory_lock(4711)",
    "try the migration's lock": "SELECT pg_try_advisory_xact_lock(4711)",
    "notify by function": "SELECT pg_notify('dbos', 'x')",
    "advance a sequence": "SELECT nextval('document_pages_id_seq')",
    "set a sequence": "SELECT setval('document_pages_id_seq', 1)",
    "system setting": "ALTER SYSTEM SET fsync = off",
    "database setting": "ALTER DATABASE template_studio SET search_path = loot",
    "reload": "SELECT pg_reload_conf()",
    "end another connection": "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
    "merge": "MERGE INTO projects USING projects p ON false WHEN NOT MATCHED THEN DO NOTHING "
    "WHEN MATCHED THEN UPDATE SET name = 'x'",
    "default privileges of the owner": "ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT ALL ON TABLES TO PUBLIC",
    "comment": "COMMENT ON TABLE projects IS 'x'",
    "policy": "ALTER TABLE projects ENABLE ROW LEVEL SECURITY",
    "passwords": "SELECT rolpassword FROM pg_authid",
}
UNREFUSABLE = {
    # PostgreSQL has no right to withhold for these; what matters is that they change nothing.
    "grant what it does not own": "GRANT ALL ON projects TO PUBLIC",
    "grant itself": "GRANT UPDATE ON projects TO CURRENT_USER",
    "listen": "LISTEN greenlight",
    "notify": "NOTIFY greenlight, 'x'",
    "reset role": "RESET ROLE",
    "a block that reads": "DO $$ BEGIN PERFORM 1; END $$",
}


@pytest.fixture
def unchanged(shared_studio: StudioForTests) -> Iterator[None]:
    """Fail the test when any row, table, guard or right differs after it."""
    before = _fingerprint(shared_studio)
    yield
    assert _fingerprint(shared_studio) == before


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("deed", [*WRITES, *SQLITE_WRITES, *POSTGRES_WRITES])
def test_the_agent_cannot(shared_studio: StudioForTests, tmp_path: Path, deed: str) -> None:
    own = SQLITE_WRITES if shared_studio.database.is_sqlite else POSTGRES_WRITES
    statement = WRITES.get(deed) or own.get(deed)
    if statement is None:
        pytest.skip("a deed of the other engine")
    if deed == "reindex" and shared_studio.database.is_sqlite:
        statement = "REINDEX projects"
    elsewhere = tmp_path / "loot"
    with shared_studio.database.read() as session:
        taken = session.execute(text("SELECT id FROM change_sets")).scalars().first()
    statement = statement.replace("{elsewhere}", str(elsewhere)).replace("{taken}", f"'{taken}'")
    with pytest.raises(DBAPIError), shared_studio.database.agent_engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert not elsewhere.exists()


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("deed", UNREFUSABLE)
def test_it_changes_nothing_when_the_agent_does(shared_studio: StudioForTests, deed: str) -> None:
    if shared_studio.database.is_sqlite:
        pytest.skip("SQLite has none of these")
    with shared_studio.database.agent_engine.begin() as connection:
        connection.exec_driver_sql(UNREFUSABLE[deed])


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("table", sorted(set(metadata.tables) - set(INSERTABLE)))
def test_the_agent_cannot_insert_into(shared_studio: StudioForTests, table: str) -> None:
    with pytest.raises(DBAPIError), shared_studio.database.agent_engine.begin() as connection:
        connection.execute(metadata.tables[table].insert().from_select(
            [column.name for column in metadata.tables[table].columns], select(metadata.tables[table])
        ))  # fmt: skip


@pytest.mark.parametrize("table", sorted(SECRET_TABLES))
@pytest.mark.parametrize("query", ["SELECT * FROM {0}", "SELECT count(*) FROM {0}", "SELECT 1 FROM {0} LIMIT 1"])
def test_the_agent_cannot_read(shared_studio: StudioForTests, table: str, query: str) -> None:
    with pytest.raises(DBAPIError), shared_studio.database.agent_engine.begin() as connection:
        connection.exec_driver_sql(query.format(table))


@pytest.mark.parametrize("table", sorted(set(metadata.tables) - SECRET_TABLES))
def test_the_agent_reads(shared_studio: StudioForTests, table: str) -> None:
    with shared_studio.database.agent_read() as session:
        session.execute(select(metadata.tables[table]))


def test_the_agent_searches_documents(shared_studio: StudioForTests) -> None:
    if shared_studio.database.is_sqlite:
        query = "SELECT rowid, bm25(document_search) FROM document_search WHERE document_search MATCH 'drone'"
    else:
        query = "SELECT id FROM document_pages WHERE to_tsvector('simple', text) @@ plainto_tsquery('drone')"
    with shared_studio.database.agent_read() as session:
        session.execute(text(query))


def test_a_connection_that_came_back_to_the_pool_is_still_restricted(shared_studio: StudioForTests) -> None:
    for _ in range(12):
        with pytest.raises(DBAPIError), shared_studio.database.agent() as session:
            session.execute(text("DELETE FROM projects"))


def _fingerprint(studio: StudioForTests) -> str:
    """Hash every row of every table, the schema with its guards, and the rights on it."""
    described = hashlib.sha256()
    with Session(studio.database.engine) as session:
        for name in sorted(metadata.tables):
            rows = session.execute(select(metadata.tables[name])).all()
            described.update(repr(sorted(map(repr, rows))).encode())
        if studio.database.is_sqlite:
            schema = "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
        else:
            schema = (
                "SELECT relname, relacl::text, relkind::text FROM pg_class WHERE relnamespace = 'public'::regnamespace "
                "UNION SELECT tgname, tgenabled::text, '' FROM pg_trigger "
                "UNION SELECT rolname, rolsuper::text, '' FROM pg_roles "
                "UNION SELECT proname, prosrc, '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace "
                "UNION SELECT 'lo', count(*)::text, '' FROM pg_largeobject_metadata ORDER BY 1, 2, 3"
            )
        described.update(repr(session.execute(text(schema)).all()).encode())
    return described.hexdigest()


def test_an_engine_that_is_not_restricted_would_be_caught_by_these_tests(shared_studio: StudioForTests) -> None:
    before = _fingerprint(shared_studio)
    engine = create_engine(shared_studio.database.url)
    with engine.connect() as connection:
        connection.exec_driver_sql("UPDATE projects SET name = 'x'")
        connection.rollback()
    engine.dispose()
    assert _fingerprint(shared_studio) == before
    with shared_studio.database.write() as session:
        session.execute(text("UPDATE projects SET summary = 'seen'"))
    assert _fingerprint(shared_studio) != before

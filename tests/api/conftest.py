"""The REST application over a test's studio: on both engines, or on SQLite alone for what only the edge decides."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from store.kernel.settings import Settings
from tests.api.client import Rest
from tests.studio import StudioForTests


@contextmanager
def serving(studio: StudioForTests, address: str = "http://localhost") -> Iterator[Rest]:
    """Serve a studio. An unexpected error is answered as in production and not raised."""
    app = create_app(studio.settings, studio.clock, studio.database)
    with TestClient(app, base_url=address, raise_server_exceptions=False) as http:
        yield Rest(http, studio)


@pytest.fixture
def rest(studio: StudioForTests) -> Iterator[Rest]:
    """REST v1 of a studio, on either engine."""
    with serving(studio) as served:
        yield served


@pytest.fixture
def sqlite_studio(sqlite_template: Path, tmp_path: Path) -> Iterator[StudioForTests]:
    """A studio on SQLite, for tests in which the engine plays no part."""
    shutil.copytree(sqlite_template, tmp_path / "home")
    studio = StudioForTests(Settings(home=tmp_path / "home", database_url=None))
    yield studio
    studio.database.dispose()


@pytest.fixture
def edge(sqlite_studio: StudioForTests) -> Iterator[Rest]:
    """REST v1 of a studio on SQLite."""
    with serving(sqlite_studio) as served:
        yield served

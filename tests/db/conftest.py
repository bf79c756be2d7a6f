"""A studio shared by tests that leave nothing behind: what they try is refused, or rolled back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from store.access.credentials import create_token, set_password
from store.kernel.settings import Settings
from tests.conftest import PostgresServer
from tests.studio import StudioForTests, operations


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_studio(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioForTests]:
    """A studio with a project, an applied, a pending and a half-approved change set, on either engine."""
    home: Path = tmp_path_factory.mktemp("shared") / "home"
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("sqlite_template"), home)
        made = StudioForTests(Settings(home=home, database_url=None))
        _furnish(made)
        yield made
        made.database.dispose()
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.fresh()
    shutil.copytree(server.home, home)
    agent_url = make_url(server.url(name)).set(
        username="greenlight_agent_template_studio", password=(home / "agent-database-password").read_text()
    )
    made = StudioForTests(
        Settings(
            home=home,
            database_url=server.url(name),
            agent_database_url=agent_url.render_as_string(hide_password=False),
        )
    )
    _furnish(made)
    yield made
    made.database.dispose()
    server.drop(name)


def _furnish(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.file(studio.admin, *operations(("set_project_status", {"id": project_id, "status": "lost"})))
    coordinator = studio.person("coordinator", all_projects=True)
    rate = {"id": "ppl_1", "name": "Ida Holm", "job_title": "Gaffer", "department": "Electric"}
    studio.apply(*operations(("set_person", rate)))
    with studio.database.write() as session:
        token_owner = coordinator.user_id
        set_password(session, coordinator, studio.clock, user_id=token_owner, password="correct horse battery")
        create_token(session, coordinator, studio.clock, name="CI", scopes=["read"])

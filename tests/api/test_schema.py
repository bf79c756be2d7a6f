"""The API keeps to its own description: whatever is sent, no answer is a 5xx and each is one that is described."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app
from api.assistant import Assistant
from api.deps import OpenStudio
from api.turns import Turns
from store.kernel.settings import Settings
from tests.api.client import Headers, Rest
from tests.api.places import furnish, furnish_house
from tests.studio import StudioForTests

# Whoever reads the description starts the application, and that opens a home; the fixture below gives it another.
_HOME = tempfile.TemporaryDirectory(prefix="greenlight-schema-")
APP = create_app(Settings(home=Path(_HOME.name), database_url=None))
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", APP)
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture(scope="module")
def credentials(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Headers]]:
    """Furnish a studio behind `APP`; return an administrator's cookie and API token."""
    home = tmp_path_factory.mktemp("schema") / "home"
    shutil.copytree(sqlite_template, home)
    studio = StudioForTests(Settings(home=home, database_url=None))
    furnish(studio, "OWN-1", furnish_house(studio))
    assistant = Assistant(studio.settings, studio.clock, studio.database)
    APP.state.studio = OpenStudio(studio.settings, studio.clock, studio.database, assistant, Turns(assistant))
    rest = Rest(None, studio)  # type: ignore[arg-type]
    yield {"person": rest.person(studio.admin), "token": rest.token(studio.admin)}
    studio.database.dispose()


# Signing out would end the sessions that the others use. A list of any operation takes ten seconds to generate from:
# `test_operations.py` sends every kind of operation with every kind of nonsense in it instead.
TRIED = SCHEMA.exclude(operation_id=["delete_current_session", "post_change", "post_edit"])


@TRIED.parametrize()
@settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_described(case: schemathesis.Case[Any], credentials: dict[str, Headers]) -> None:
    for headers in credentials.values():
        case.call_and_validate(headers=dict(headers), checks=list(CHECKS))

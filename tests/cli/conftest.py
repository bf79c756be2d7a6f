"""Homes for the command's tests: an empty one, and the demo studio, each a copy of one made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from api.cli.desk import terminal_actor
from copilot.briefs.intake import BriefFile, Intake
from store.changes.engine import Origin
from store.demo.seed import seed_demo
from store.home import open_home
from store.kernel.clock import SystemClock
from store.kernel.settings import Settings
from tests.cli.terminal import BRIEF, Terminal


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("demo") / "home"
    settings = Settings(home=home, database_url=None)
    database = open_home(settings)
    seed_demo(database, settings)
    database.dispose()
    return home


@pytest.fixture
def empty(sqlite_template: Path, tmp_path: Path) -> Terminal:
    """A home that was opened once and holds nothing but the defaults."""
    return Terminal(Path(shutil.copytree(sqlite_template, tmp_path / "home")))


@pytest.fixture(scope="session")
def filed_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("filed") / "home"
    shutil.copytree(sqlite_template, home)
    settings, clock = Settings(home=home, database_url=None), SystemClock()
    database = open_home(settings)
    file = BriefFile(BRIEF.encode(), "harbour.txt")
    Intake(database, settings, clock).take(terminal_actor(), file, origin=Origin("cli"))
    database.dispose()
    return home


@pytest.fixture
def filed(filed_template: Path, tmp_path: Path) -> Terminal:
    """A home without users in which a brief was filed."""
    return Terminal(Path(shutil.copytree(filed_template, tmp_path / "home")))


@pytest.fixture
def demo(demo_template: Path, tmp_path: Path) -> Terminal:
    """The demo studio."""
    return Terminal(Path(shutil.copytree(demo_template, tmp_path / "home")))


@pytest.fixture
def brief(tmp_path: Path) -> str:
    """The path of a brief that says what it wants."""
    file = tmp_path / "harbour.txt"
    file.write_text(BRIEF, encoding="utf-8")
    return str(file)

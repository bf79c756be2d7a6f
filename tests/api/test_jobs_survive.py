"""A brief's job outlives the process that runs it, even killed with SIGKILL, and files its proposal once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sqlmodel import col, select

from copilot.briefs.intake import BriefFile, Intake
from store.access.queries import actor_for, user_by_email
from store.access.tables import User
from store.changes.tables import ChangeSet
from store.kernel.clock import SystemClock
from store.kernel.ids import new_id
from tests.studio import StudioForTests

BRIEF = b"Client: Lumen\nProject: Aurora\nOne 60 second film, delivered by 14 May 2027. Budget EUR 85,000 ex VAT.\n"
PATIENCE_S = 90


def _worker(studio: StudioForTests, flag: Path, document: str, *words: str) -> subprocess.Popen[str]:
    """Start a process that works; with a document's id, it begins that document's job first."""
    settings = studio.settings
    urls = {"TEST_DATABASE_URL": settings.database_url, "TEST_AGENT_DATABASE_URL": settings.agent_database_url}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GREENLIGHT_")}
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.api.brief_worker", str(settings.home), str(flag), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
        env=environment | {name: value for name, value in urls.items() if value},
    )
    assert worker.stdin is not None
    worker.stdin.write(f"{document}\n")
    worker.stdin.flush()
    return worker


def _producer(studio: StudioForTests) -> None:
    with studio.database.write() as session:
        session.add(
            User(
                id=new_id("usr"),
                email="producer@studio.example",
                name="Pia",
                role="producer",
                sees_all_projects=True,
            )
        )


def _until(met: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not met():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.05)


def test_a_killed_job_is_taken_up_again_and_files_its_proposal_once(studio: StudioForTests, tmp_path: Path) -> None:
    _producer(studio)
    intake = Intake(studio.database, studio.settings, SystemClock())
    with studio.database.read() as session:
        user = user_by_email(session, "producer@studio.example")
        assert user is not None
        actor = actor_for(session, user, kind="person", session_id="ses_test")
    document = intake.keep(actor, BriefFile(BRIEF, "brief.txt"))

    def filed() -> list[ChangeSet]:
        with studio.database.read() as session:
            return list(session.exec(select(ChangeSet).where(col(ChangeSet.tainted))).all())

    first = _worker(studio, tmp_path / "first", document, "slow")
    _until((tmp_path / "first").exists, "the first process began to read")
    _kill(first)
    assert filed() == []

    second = _worker(studio, tmp_path / "second", "")
    _until(lambda: len(filed()) == 1, "the second process filed the proposal")
    _kill(second)

    third = _worker(studio, tmp_path / "third", document)
    time.sleep(3)
    _kill(third)
    assert [change_set.status for change_set in filed()] == ["pending"]


def _kill(worker: subprocess.Popen[str]) -> None:
    worker.send_signal(signal.SIGKILL)
    worker.wait()

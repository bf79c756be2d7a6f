"""Tasks run against a real studio on a real database; only the reading of briefs and the copilot are stood in for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from evals.tasks.format import Task
from evals.tasks.grading import Given
from evals.tasks.perform import Product, TaskRun, Turn, perform
from evals.tasks.studio import TaskStudio, open_task_studio, reopen
from store.changes.engine import Origin, Request, file_change_set
from store.kernel.actor import Actor
from store.kernel.ids import new_id
from store.projects.operations import CreateClient

LOG = ["change_sets", "audit_entries", "approvals"]


def files_a_client(studio: TaskStudio, actor: Actor, file: str) -> None:
    with studio.database.write() as session:
        operation = CreateClient(id=new_id("cli"), name="Lumen")
        file_change_set(session, actor, studio.clock, Request(f"Client from {file}", [operation], Origin("evals")))


def does_it_behind_your_back(studio: TaskStudio, actor: Actor, words: str) -> Turn:
    files_a_client(studio, actor, words)
    return Turn(Given("Done, and I filed something more.", frozenset()), model_calls=2)


PRODUCT = Product(files_a_client, does_it_behind_your_back)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("studio")
    open_task_studio(folder, today=date(2026, 5, 5)).database.dispose()
    return folder


@pytest.fixture
def studio(home: Path, tmp_path: Path) -> Iterator[TaskStudio]:
    shutil.copytree(home, tmp_path / "home")
    studio = reopen(tmp_path / "home", today=date(2026, 5, 5))
    yield studio
    studio.database.dispose()


def run(studio: TaskStudio, steps: list[dict[str, object]], *rows: dict[str, object]) -> TaskRun:
    end = {"rows": list(rows), "may_grow": LOG, "may_change": ["audit_head"]}
    return perform("task", Task.model_validate({"title": "t", "steps": steps, "end": end}), studio, PRODUCT)


BRIEF: dict[str, object] = {"do": "brief", "file": "lumen.txt"}
NEW_CLIENT: dict[str, object] = {"table": "clients", "change": "added", "where": {"name": "Lumen"}, "exactly": 1}


def test_a_greenlit_change_set_leaves_its_row_and_no_fault(studio: TaskStudio) -> None:
    done = run(studio, [BRIEF, {"do": "greenlight", "change_set": 1}], NEW_CLIENT)
    assert (done.faults, done.steps) == ([], 2)


def test_a_change_set_nobody_greenlit_is_missing_its_row(studio: TaskStudio) -> None:
    assert len(run(studio, [BRIEF], NEW_CLIENT).faults) == 1


def test_an_unexpected_refusal_is_a_fault_and_an_expected_one_is_not(studio: TaskStudio) -> None:
    by_editor: dict[str, object] = {"do": "greenlight", "change_set": 1, "by": "editor"}
    assert run(studio, [BRIEF, by_editor | {"refused": True}]).faults == []
    assert "step 2 was refused" in run(studio, [BRIEF, by_editor]).faults[0]


def test_a_step_that_should_have_been_refused_is_a_fault(studio: TaskStudio) -> None:
    faults = run(studio, [BRIEF | {"refused": True}]).faults
    assert faults == ["step 1 was not refused"]


def test_undoing_takes_the_row_away_again(studio: TaskStudio) -> None:
    steps: list[dict[str, object]] = [
        BRIEF,
        {"do": "greenlight", "change_set": 1},
        {"do": "undo", "change_set": 1},
        {"do": "greenlight", "change_set": 2},
    ]
    assert run(studio, steps, {"table": "clients", "change": "present", "exactly": 0}).faults == []


def test_what_the_copilot_does_unasked_is_seen(studio: TaskStudio) -> None:
    nothing_filed: dict[str, object] = {"table": "change_sets", "change": "added", "exactly": 0}
    done = run(studio, [{"do": "ask", "words": "Hello"}], nothing_filed)
    assert done.faults == ["1 rows of change_sets are added, not 0"]
    assert done.model_calls == 2

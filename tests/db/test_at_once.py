"""Two people greenlight the same change sets at the same time: each is applied once, and nobody sees an error."""

from __future__ import annotations

import os
import random
import threading
import traceback
from collections.abc import Callable, Sequence
from functools import partial

import pytest
from sqlalchemy import func, text
from sqlmodel import col, select

from store.changes import audit, decisions
from store.changes.operation import Operation
from store.changes.tables import AuditEntry, ChangeSet, OutboxEntry
from store.kernel.actor import Actor
from store.kernel.clock import FixedClock
from store.kernel.database import Database
from store.kernel.errors import Invalid
from store.projects.tables import Client
from tests.studio import NOON, StudioForTests, operations

Shown = Sequence[tuple[str, str]]


def _pending(studio: StudioForTests, count: int) -> Shown:
    """File change sets that each make a client and write to it."""
    filed = []
    for number in range(count):
        mail = {"to": [f"c{number}@lumen.example"], "subject": "Welcome", "body": "We begin."}
        made = ("create_client", {"id": f"cli_{number}", "name": f"Client {number}"})
        change_set = studio.file(studio.admin, *operations(made, ("send_email", mail)))
        filed.append((change_set.id, change_set.digest))
    return filed


def _greenlight_all(database: Database, actor: Actor, shown: Shown, seed: int) -> None:
    order = list(shown)
    random.Random(seed).shuffle(order)
    for change_set_id, digest in order:
        with database.write() as session:
            decision = decisions.greenlight(
                session, actor, FixedClock(NOON), change_set_id=change_set_id, digest=digest
            )
        assert decision.outcome == "applied", decision.reason


def _each_applied_once(studio: StudioForTests, shown: Shown) -> None:
    with studio.database.read() as session:
        assert session.exec(select(func.count()).where(col(ChangeSet.status) == "applied")).one() == len(shown)
        versions = session.exec(select(Client.version).where(col(Client.id).startswith("cli_"))).all()
        assert list(versions) == [1] * len(shown)
        assert session.exec(select(func.count()).select_from(OutboxEntry)).one() == len(shown)
        greenlit = session.exec(select(AuditEntry.change_set_id).where(col(AuditEntry.action) == "greenlight")).all()
        assert sorted(map(str, greenlit)) == sorted(change_set_id for change_set_id, _ in shown)
        assert audit.verify(session).whole


def _in_threads(studio: StudioForTests, work: Sequence[Callable[[], None]]) -> None:
    errors: list[str] = []

    def run(job: Callable[[], None]) -> None:
        try:
            job()
        except BaseException:  # noqa: BLE001  whatever it is, the test must show it
            errors.append(traceback.format_exc())

    threads = [threading.Thread(target=run, args=(job,)) for job in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_three_hundred_change_sets_by_two_people_in_two_threads(studio: StudioForTests) -> None:
    shown = _pending(studio, 300)
    people = [studio.person("producer", all_projects=True) for _ in range(2)]
    _in_threads(
        studio,
        [partial(_greenlight_all, studio.database, person, shown, seed) for seed, person in enumerate(people)],
    )
    _each_applied_once(studio, shown)


def test_change_sets_by_two_people_in_two_processes(studio: StudioForTests) -> None:
    shown = _pending(studio, 60)
    people = [studio.person("producer", all_projects=True) for _ in range(2)]
    studio.database.dispose()
    children = []
    for seed, person in enumerate(people):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                own = Database(studio.settings.database, studio.settings.agent_database)
                _greenlight_all(own, person, shown, seed)
                own.dispose()
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    _each_applied_once(studio, shown)


def test_one_row_changed_by_many_at_once_is_changed_by_each_in_turn_or_shown_again(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = [
        studio.file(studio.admin, *operations(("change_project", {"id": project_id, "name": f"Name {number}"})))
        for number in range(8)
    ]
    outcomes: list[str] = []

    def greenlight(shown: ChangeSet) -> None:
        outcomes.append(studio.greenlight(studio.admin, shown).outcome)

    _in_threads(studio, [partial(greenlight, change_set) for change_set in filed])
    assert sorted(outcomes) == ["applied"] + ["stale"] * 7
    with studio.database.read() as session:
        assert session.execute(text("SELECT version FROM projects")).scalar_one() == 2
        assert audit.verify(session).whole


def test_rejecting_editing_and_greenlighting_at_once_ends_in_one_of_them(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    for number in range(5):
        name = ("change_project", {"id": project_id, "name": f"Name {number}"})
        other = operations(("change_project", {"id": project_id, "name": f"Other {number}"}))
        filed = studio.file(studio.admin, *operations(name))
        done: list[str] = []

        def attempt(what: Callable[[], object], word: str, done: list[str] = done) -> None:
            try:
                what()
            except Invalid:
                return
            done.append(word)

        def reject(shown: ChangeSet = filed) -> object:
            with studio.database.write() as session:
                return decisions.reject(session, studio.admin, studio.clock, change_set_id=shown.id, reason="")

        def edit(shown: ChangeSet = filed, planned: Sequence[Operation] = other) -> object:
            with studio.database.write() as session:
                return decisions.edit(
                    session, studio.admin, studio.clock, change_set_id=shown.id, operations=planned, channel="test"
                )

        def greenlight(shown: ChangeSet = filed) -> object:
            return studio.greenlight(studio.admin, shown)

        _in_threads(
            studio,
            [
                lambda: attempt(reject, "rejected"),
                lambda: attempt(edit, "superseded"),
                lambda: attempt(greenlight, "applied"),
            ],
        )
        with studio.database.read() as session:
            status = session.get_one(ChangeSet, filed.id).status
        # Rejecting by the code after an edit turns down the new revision.
        assert done == [status] or (status == "superseded" and sorted(done) == ["rejected", "superseded"])


def test_filing_goes_on_while_someone_decides(studio: StudioForTests) -> None:
    if studio.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    with studio.database.write() as session:
        audit.lock_chain(session)
        studio.file(studio.admin, *operations(("create_client", {"id": "c", "name": "B"})))

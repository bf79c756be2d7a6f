"""Undoing: every column of every row comes back, by a change set like any other, or nothing does."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import col, select

from store.access.credentials import set_password
from store.access.tables import User
from store.budget.tables import RateItemRow
from store.changes import decisions
from store.changes.engine import Origin, Request, file_change_set
from store.changes.plain import to_values
from store.changes.tables import ChangeSet
from store.crew.tables import Person
from store.kernel.errors import Forbidden, Invalid
from store.projects.tables import Client, Project
from store.tables import VERSIONED
from tests.studio import StudioForTests, operations


def rows(studio: StudioForTests) -> dict[str, Any]:
    """Return every row of production data, without versions."""
    with studio.database.read() as session:
        return {
            f"{name}:{row.id}": to_values(row)
            for name, table in VERSIONED.items()
            for row in session.exec(select(table)).all()
        }


def proposed_undo(studio: StudioForTests, change_set: ChangeSet) -> ChangeSet:
    with studio.database.agent() as session:
        return decisions.propose_undo(session, studio.admin, studio.clock, change_set_id=change_set.id, channel="test")


def undo(studio: StudioForTests, change_set: ChangeSet) -> ChangeSet:
    decision = studio.greenlight(studio.admin, proposed_undo(studio, change_set))
    assert decision.outcome == "applied", decision.reason
    return decision.change_set


def item(**changes: Any) -> dict[str, Any]:
    described = {
        "id": "rat_1",
        "rate_card_id": "rc_1",
        "code": "CAM-99",
        "account": "53",
        "department": "Camera",
        "description": "Probe lens",
        "unit": "Day",
        "rate_minor": 12345,
        "cost_minor": None,
        "currency": "EUR",
    }
    return described | changes


CARD = ("create_rate_card", {"id": "rc_1", "name": "Lab", "currency": "EUR", "effective_on": "2027-01-01"})


def test_every_column_comes_back(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.apply(*operations(CARD, ("set_rate_item", item())))
    before = rows(studio)
    changed = studio.apply(
        *operations(
            ("change_project", {"id": project_id, "name": "B", "summary": "S", "starts_on": "2027-05-01"}),
            ("set_rate_item", item(rate_minor=1, cost_minor=7, unit="Week", description="Other")),
            ("set_person", {"id": "p", "name": "Ida", "job_title": "Gaffer", "department": "Electric"}),
        )
    )
    assert rows(studio) != before
    undo(studio, changed)
    assert rows(studio) == before
    with studio.database.read() as session:
        assert session.get_one(ChangeSet, changed.id).status == "reverted"


def test_an_undo_is_undone(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    changed = studio.apply(*operations(("change_project", {"id": project_id, "name": "B", "summary": "S"})))
    after = rows(studio)
    undone = undo(studio, changed)
    undo(studio, undone)
    assert rows(studio) == after
    with studio.database.read() as session:
        assert session.get_one(Project, project_id).version == 4


def test_a_removed_row_comes_back_above_its_last_version(studio: StudioForTests) -> None:
    studio.apply(*operations(CARD, ("set_rate_item", item())))
    studio.apply(*operations(("set_rate_item", item(rate_minor=2))))
    before = rows(studio)
    waiting = studio.file(studio.admin, *operations(("set_rate_item", item(rate_minor=3))))
    removed = studio.apply(*operations(("remove_rate_item", {"id": "rat_1"})))
    undone = undo(studio, removed)
    assert rows(studio) == before
    with studio.database.read() as session:
        assert session.get_one(RateItemRow, "rat_1").version == 3
    # What was planned on the row as it was before does not slip onto the one that came back.
    assert studio.greenlight(studio.admin, waiting).outcome == "stale"
    undo(studio, undone)
    with studio.database.read() as session:
        assert session.get(RateItemRow, "rat_1") is None


def test_it_is_refused_when_the_same_values_changed_later(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    first = studio.apply(*operations(("change_project", {"id": project_id, "name": "B"})))
    studio.apply(*operations(("change_project", {"id": project_id, "name": "C"})))
    with pytest.raises(Invalid) as refused:
        undo(studio, first)
    assert refused.value.code == "changed_since"


def test_a_later_change_of_other_columns_stays(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    first = studio.apply(*operations(("change_project", {"id": project_id, "name": "B"})))
    studio.apply(*operations(("set_project_status", {"id": project_id, "status": "lost"})))
    undo(studio, first)
    with studio.database.read() as session:
        project = session.get_one(Project, project_id)
        assert (project.name, project.status) == ("Lumen film", "lost")


def test_only_what_was_applied_is_undone_and_only_once(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *operations(("change_project", {"id": project_id, "name": "B"})))
    with pytest.raises(Invalid):
        undo(studio, filed)
    studio.greenlight(studio.admin, filed)
    undo(studio, filed)
    with pytest.raises(Invalid):
        undo(studio, filed)


def test_two_undos_that_wait_together_undo_once(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    changed = studio.apply(*operations(("change_project", {"id": project_id, "name": "B"})))
    both = [
        studio.file(studio.admin, *operations(("revert_change_set", {"change_set_id": changed.id}))) for _ in range(2)
    ]
    assert [studio.greenlight(studio.admin, filed).outcome for filed in both] == ["applied", "stale"]


def test_an_undo_that_waits_is_given_again_and_one_that_was_decided_is_not(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    changed = studio.apply(*operations(("change_project", {"id": project_id, "name": "B"})))
    first, again = (proposed_undo(studio, changed) for _ in range(2))
    assert again.id == first.id
    with studio.database.write() as session:
        decisions.reject(session, studio.admin, studio.clock, change_set_id=first.id, reason="")
    assert proposed_undo(studio, changed).id != first.id


def test_mail_that_went_is_not_undone(studio: StudioForTests) -> None:
    sent = studio.apply(*operations(("send_email", {"to": ["a@b.example"], "subject": "S", "body": "B"})))
    with pytest.raises(Invalid) as refused:
        undo(studio, sent)
    assert refused.value.code == "not_undoable"


def test_an_undo_takes_the_rights_of_what_it_undoes(studio: StudioForTests) -> None:
    added = studio.apply(
        *operations(("add_user", {"id": "usr_x", "email": "x@y.example", "name": "X", "role": "crew"}))
    )
    producer = studio.person("producer", all_projects=True)
    with pytest.raises(Forbidden), studio.database.agent() as session:
        decisions.propose_undo(session, producer, studio.clock, change_set_id=added.id, channel="test")


def test_a_user_with_a_password_is_not_undone_and_nothing_breaks(studio: StudioForTests) -> None:
    added = studio.apply(
        *operations(("add_user", {"id": "usr_x", "email": "x@y.example", "name": "X", "role": "crew"}))
    )
    with studio.database.write() as session:
        set_password(session, studio.admin, studio.clock, user_id="usr_x", password="correct horse battery")
    filed = studio.file(studio.admin, *operations(("revert_change_set", {"change_set_id": added.id})))
    assert studio.greenlight(studio.admin, filed).outcome == "stale"
    with studio.database.read() as session:
        assert session.exec(select(User).where(col(User.id) == "usr_x")).one().is_active


def test_rows_made_together_go_together(studio: StudioForTests) -> None:
    before = rows(studio)
    client = ("create_client", {"id": "c", "name": "Lumen"})
    contact = ("create_contact", {"id": "k", "client_id": "c", "name": "Mia"})
    project = {"id": "p", "code": "P-1", "name": "F", "client_id": "c", "contact_id": "k", "currency": "EUR"}
    made = studio.apply(*operations(client, contact, ("create_project", project)))
    undo(studio, made)
    after = rows(studio)
    assert {key: after[key] for key in before} == before
    with studio.database.read() as session:
        assert session.exec(select(Person)).all() == []


def test_what_was_applied_is_undone_in_the_same_transaction_too(studio: StudioForTests) -> None:
    with studio.database.write() as session:
        made = operations(("create_client", {"id": "cli_1", "name": "Lumen"}))
        filed = file_change_set(session, studio.admin, studio.clock, Request("Add", made, Origin("test")))
        session.get(Client, "cli_1")
        decisions.greenlight(session, studio.admin, studio.clock, change_set_id=filed.id, digest=filed.digest)
        undo = decisions.propose_undo(session, studio.admin, studio.clock, change_set_id=filed.id, channel="test")
        decisions.greenlight(session, studio.admin, studio.clock, change_set_id=undo.id, digest=undo.digest)
        assert session.get(Client, "cli_1") is None

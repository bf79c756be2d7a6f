"""A revision is decided on only while no later one stands; and by whoever still may, with words that can be kept."""

from __future__ import annotations

import pytest

from store.changes.engine import Origin, Request, file_change_set
from store.changes.tables import ChangeSet
from store.kernel.errors import Invalid
from store.projects.tables import Contact
from tests.db.test_deciding import edit, project, reject, rename, stored
from tests.studio import StudioForTests, operations


def second_of(studio: StudioForTests, project_id: str) -> ChangeSet:
    """Return a second revision that waits; the first one's id is the code, by which the latest is found."""
    first = studio.file(studio.admin, *rename(project_id, "A"))
    return edit(studio, studio.admin, first, *rename(project_id, "B"))


def test_a_stale_revision_is_not_edited_past_the_one_that_shows_it_anew(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    second = second_of(studio, project_id)
    studio.apply(*rename(project_id, "C"))
    third = studio.greenlight(studio.admin, second).change_set
    with pytest.raises(Invalid, match=f"{third.id} replaces this one") as refused:
        edit(studio, studio.admin, second, *rename(project_id, "D"))
    assert refused.value.code == "superseded"


def test_what_a_waiting_revision_would_replace_is_not_greenlit_instead(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    second = second_of(studio, project_id)
    better = Request("C", rename(project_id, "C"), Origin("test"), revises=second.id)
    with studio.database.agent() as session:
        third = file_change_set(session, studio.admin.as_agent(), studio.clock, better)
    with pytest.raises(Invalid, match=f"{third.id} replaces this one") as refused:
        studio.greenlight(studio.admin, second)
    assert refused.value.code == "superseded"
    assert project(studio, project_id).name == "Lumen film"


def test_who_may_no_longer_know_of_a_client_changes_nothing_of_it(studio: StudioForTests) -> None:
    client_id, project_id = studio.client_and_project()
    producer = studio.person("producer", project_id)
    named = {"id": "con_1", "client_id": client_id, "name": "Ida"}
    filed = studio.file(producer, *operations(("create_contact", named)))
    studio.apply(*operations(("remove_membership", {"user_id": producer.user_id, "project_id": project_id})))
    assert studio.greenlight(producer, filed).outcome == "stale"
    with studio.database.read() as session:
        assert session.get(Contact, "con_1") is None


def test_a_reason_that_an_engine_cannot_keep_is_refused(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "A"))
    with pytest.raises(Invalid) as refused:
        reject(studio, studio.admin, filed, "no\x00")
    assert refused.value.code == "unstorable"
    assert stored(studio, filed).status == "pending"

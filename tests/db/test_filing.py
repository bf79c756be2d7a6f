"""Filing a change set: what is shown is what is stored, before and after, and nothing that cannot be kept is taken."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from sqlmodel import select

from store.changes.decisions import edit, reject
from store.changes.engine import LIFETIME, Origin, Request, file_change_set
from store.changes.plain import to_values
from store.changes.tables import ChangeSet
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from store.kernel.ids import new_id
from store.projects.tables import Client, Project
from tests.api.places import RECEIVED
from tests.studio import StudioForTests, operations


def rename(project_id: str, name: str) -> list:  # type: ignore[type-arg]
    return list(operations(("change_project", {"id": project_id, "name": name})))


def test_the_preview_is_exactly_what_is_stored_before_and_after(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    with studio.database.read() as session:
        before = to_values(session.get_one(Project, project_id))
    filed = studio.file(studio.admin, *rename(project_id, "Northern lights"))
    assert filed.row_changes == [
        {
            "table": "projects",
            "id": project_id,
            "before": before,
            "after": {**before, "name": "Northern lights"},
            "base_version": 1,
        }
    ]
    assert studio.greenlight(studio.admin, filed).outcome == "applied"
    with studio.database.read() as session:
        project = session.get_one(Project, project_id)
        assert to_values(project) == filed.row_changes[0]["after"]
        assert project.version == 2


def test_nothing_is_written_but_the_change_set_until_it_is_greenlit(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "Northern lights"))
    with studio.database.read() as session:
        assert session.get_one(Project, project_id).name == "Lumen film"
        stored = session.get_one(ChangeSet, filed.id)
        assert (stored.status, stored.decided_by, stored.expires_at) == (
            "pending",
            None,
            studio.clock.now() + LIFETIME,
        )


def test_operations_of_one_set_see_each_other(studio: StudioForTests) -> None:
    client_id, project_id = studio.client_and_project()
    filed = studio.apply(
        *rename(project_id, "First"),
        *operations(("create_contact", {"id": "con_1", "client_id": client_id, "name": "Mia"})),
        *operations(("set_project_status", {"id": project_id, "status": "lost"})),
        *rename(project_id, "Second"),
    )
    changes = {change["id"]: change for change in filed.row_changes}
    assert changes[project_id]["after"]["name"] == "Second"
    assert changes[project_id]["after"]["status"] == "lost"
    assert changes[project_id]["before"]["name"] == "Lumen film"
    with studio.database.read() as session:
        assert session.get_one(Project, project_id).version == 2


def test_a_set_that_changes_nothing_is_refused(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    with pytest.raises(Invalid) as refused:
        studio.file(studio.admin, *rename(project_id, "There"), *rename(project_id, "Lumen film"))
    assert refused.value.code == "nothing_to_change"


def test_the_same_key_gives_the_first_change_set_again(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    first = studio.file(studio.admin, *rename(project_id, "A"), key="k1")
    studio.greenlight(studio.admin, first)
    again = studio.file(studio.admin, *rename(project_id, "A"), key="k1")
    assert (again.id, again.status) == (first.id, "applied")


def test_the_same_key_for_something_else_is_refused(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.file(studio.admin, *rename(project_id, "A"), key="k1")
    with pytest.raises(Invalid) as refused:
        studio.file(studio.admin, *rename(project_id, "B"), key="k1")
    assert refused.value.code == "key_reused"


def test_two_people_may_use_the_same_key(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("producer", all_projects=True)
    first = studio.file(studio.admin, *rename(project_id, "A"), key="k1")
    assert studio.file(producer, *rename(project_id, "A"), key="k1").id != first.id


def test_one_key_filed_at_once_by_six_threads_gives_one_change_set(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    ids, errors = [], []
    start = threading.Barrier(6)

    def file() -> None:
        start.wait()
        try:
            ids.append(studio.file(studio.admin, *rename(project_id, "A"), key="k1").id)
        except Exception as error:  # noqa: BLE001  whatever it is, the test must show it
            errors.append(error)

    threads = [threading.Thread(target=file) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(set(ids)) == 1
    with studio.database.read() as session:
        assert len(session.exec(select(ChangeSet).where(ChangeSet.idempotency_key == "k1")).all()) == 1


UNSTORABLE = {"NUL": "a\x00b", "half a character": "a\ud800b"}


@pytest.mark.parametrize("text", UNSTORABLE)
def test_text_that_an_engine_cannot_keep_is_refused(studio: StudioForTests, text: str) -> None:
    _, project_id = studio.client_and_project()
    good = rename(project_id, "Good")
    bad_operation = [good[0].model_copy(update={"name": UNSTORABLE[text]})]
    bad_request = Request(title=UNSTORABLE[text], operations=good, origin=Origin("test"))
    bad_key = replace(bad_request, title="Good", idempotency_key=UNSTORABLE[text])
    for request in (replace(bad_request, title="Good", operations=bad_operation), bad_request, bad_key):
        with pytest.raises(Invalid) as refused, studio.database.agent() as session:
            file_change_set(session, studio.admin, studio.clock, request)
        assert refused.value.code == "unstorable"


def test_what_does_not_fit_its_column_is_refused_when_it_is_filed(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    account = {"id": "acc", "budget_id": "bud", "code": "A", "name": "Camera", "position": 2**31}
    budget = {
        "id": "bud",
        "project_id": project_id,
        "name": "B",
        "currency": "EUR",
        "contingency_percent": "5",
        "fee_percent": "10",
        "tax_percent": "19",
    }
    with pytest.raises(Invalid) as refused:
        studio.file(studio.admin, *operations(("create_budget", budget), ("add_budget_account", account)))
    assert refused.value.code == "does_not_fit"


def test_a_row_that_refers_to_nothing_is_refused_when_it_is_filed(studio: StudioForTests) -> None:
    person = {"id": "p", "unit": "Day", "rate_minor": 1, "currency": "EUR", "effective_on": "2027-01-01"}
    with pytest.raises(NotFound):
        studio.file(studio.admin, *operations(("set_person_rate", {**person, "person_id": "nobody"})))


def test_what_is_still_used_is_not_removed(studio: StudioForTests) -> None:
    made = studio.apply(*operations(("create_client", {"id": "cli_1", "name": "Lumen"})))
    project = {"id": "prj_1", "code": "L-1", "name": "Film", "client_id": "cli_1", "currency": "EUR"}
    studio.apply(*operations(("create_project", project)))
    with pytest.raises(Invalid) as refused:
        studio.file(studio.admin, *operations(("revert_change_set", {"change_set_id": made.id})))
    assert refused.value.code == "still_used"


def test_who_may_not_see_a_project_learns_nothing_about_it(studio: StudioForTests) -> None:
    _, mine = studio.client_and_project()
    _, other = studio.client_and_project("OTH-1", "Other")
    outsider = studio.person("line_producer", mine)
    # The gate would name what is missing; it must not come to that.
    for attempt in (("set_project_stage", {"id": other, "stage": "pre_production"}), rename(other, "Mine now")):
        planned = attempt if isinstance(attempt, list) else operations(attempt)
        with pytest.raises(NotFound):
            studio.file(outsider, *planned)


def test_a_client_or_contact_out_of_sight_is_named_by_nobody(studio: StudioForTests) -> None:
    client_id, project_id = studio.client_and_project("OWN-1", "Own")
    other_client, _ = studio.client_and_project("OTHER-1", "Other")
    studio.apply(*operations(("create_contact", {"id": "con_other", "client_id": other_client, "name": "Mara"})))
    member = studio.person("coordinator", project_id)
    for unseen in (other_client, "cli_there_is_none"):
        with pytest.raises(NotFound, match=f"Client {unseen}"):
            studio.file(member, *operations(("create_contact", {"id": "con_1", "client_id": unseen, "name": "Ada"})))
    line_producer = studio.person("line_producer", project_id)
    brief = {"id": "bri_1", "project_id": project_id, "title": "Brief", **RECEIVED}
    with pytest.raises(NotFound, match="Contact con_other"):
        studio.file(line_producer, *operations(("record_brief", {**brief, "contact_id": "con_other"})))

    own = operations(("create_contact", {"id": "con_1", "client_id": client_id, "name": "Ada"}))
    made_here = operations(
        ("create_client", {"id": "cli_new", "name": "New"}),
        ("create_contact", {"id": "con_2", "client_id": "cli_new", "name": "Bo"}),
    )
    for known in (own, made_here):
        assert studio.file(member, *known).status == "pending"


def test_a_row_of_another_project_is_not_changed_by_way_of_ones_own(studio: StudioForTests) -> None:
    _, mine = studio.client_and_project()
    _, other = studio.client_and_project("OTH-1", "Other")
    figures = dict.fromkeys(["subtotal_minor", "contingency_minor", "fee_minor", "tax_minor", "total_minor"], 0)
    proposal = {"id": "prop", "project_id": other, "title": "Secret", "currency": "EUR", **figures}
    studio.apply(*operations(("create_proposal", proposal)))
    outsider = studio.person("line_producer", mine)
    percents = dict.fromkeys(["contingency_percent", "fee_percent", "tax_percent"], "0")
    budget = {"id": "bud", "project_id": mine, "proposal_id": "prop", "name": "B", "currency": "EUR", **percents}
    account = {"id": "acc", "budget_id": "bud", "code": "A", "name": "Camera", "position": 1}
    line = {
        "id": "lin",
        "budget_id": "bud",
        "account_id": "acc",
        "position": 1,
        "description": "Camera",
        "quantity": "1",
        "unit": "Day",
        "rate_minor": 100,
        "currency": "EUR",
        "source": "test",
    }
    described = operations(("create_budget", budget), ("add_budget_account", account), ("add_budget_line", line))
    with pytest.raises(DomainError):
        studio.file(outsider, *described)


def test_a_role_without_the_right_cannot_even_propose(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    with pytest.raises(Forbidden):
        studio.file(studio.person("crew", project_id), *rename(project_id, "Mine"))


def test_mail_is_not_sent_on_the_strength_of_what_came_from_outside(studio: StudioForTests) -> None:
    mail = operations(("send_email", {"to": ["a@b.example"], "subject": "S", "body": "B"}))
    request = Request(title="Mail", operations=mail, origin=Origin("chat"), tainted=True)
    with pytest.raises(Forbidden), studio.database.agent() as session:
        file_change_set(session, studio.admin.as_agent(), studio.clock, request)


def test_a_revision_that_the_agent_files_replaces_the_first_once_it_is_greenlit(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    first = studio.file(studio.admin, *rename(project_id, "A"))
    request = Request(
        title="B", operations=rename(project_id, "B"), origin=Origin("chat"), revises=first.code, tainted=True
    )
    with studio.database.agent() as session:
        second = file_change_set(session, studio.admin.as_agent(), studio.clock, request)
    assert (second.code, second.revision, second.supersedes) == (first.code, 2, first.id)
    assert studio.greenlight(studio.admin, second).outcome == "applied"
    with studio.database.read() as session:
        assert session.get_one(ChangeSet, first.id).status == "superseded"


def test_ids_clash_is_said_when_it_is_filed(studio: StudioForTests) -> None:
    client_id, _ = studio.client_and_project()
    with pytest.raises(Invalid) as refused:
        studio.file(studio.admin, *operations(("create_client", {"id": client_id, "name": "Again"})))
    assert refused.value.code == "id_taken"
    assert new_id("cli") != client_id
    with studio.database.read() as session:
        assert session.get_one(Client, client_id).name == "Lumen"


def opens(client_id: str, number: int, **code: str) -> list:  # type: ignore[type-arg]
    named = {"id": f"prj_{number}", "name": f"Film {number}", "client_id": client_id, "currency": "EUR"}
    return list(operations(("create_project", named | code)))


def test_a_typed_code_that_is_taken_is_refused_at_every_door_with_the_next_free_one(studio: StudioForTests) -> None:
    client_id, _ = studio.client_and_project("LUM-27-01")
    waiting = studio.file(studio.admin, *opens(client_id, 2, code="LUM-27-02"))
    blind = studio.person("coordinator", all_projects=True)
    studio.file(studio.admin, *opens(client_id, 3, code="SPRING"), *budget_of("prj_3"))
    for actor, code, said in (
        (studio.admin, "LUM-27-01", "There is a project with the code LUM-27-01 already. Choose another: LUM-27-03 is"),
        (studio.admin, "LUM-27-02", f"{waiting.code} waits to open a project with the code LUM-27-02 already. Choose"),
        (blind, "SPRING", "Another change set waits to open a project with the code SPRING already. Choose another: S"),
    ):
        with pytest.raises(Invalid) as refused:
            studio.file(actor, *opens(client_id, 4, code=code))
        assert (refused.value.code, refused.value.message[: len(said)]) == ("code_taken", said)
    with pytest.raises(Invalid, match="LUM-28-02 is free"):
        studio.file(studio.admin, *opens(client_id, 5, code="LUM-28-01"), *opens(client_id, 6, code="LUM-28-01"))
    other = studio.file(studio.admin, *opens(client_id, 7, series="LUM-27"))
    edited = opens(client_id, 7, code="LUM-27-02")
    with studio.database.write() as session, pytest.raises(Invalid, match="LUM-27-03 is free"):
        edit(session, studio.admin, studio.clock, change_set_id=other.id, operations=edited, channel="rest")


def test_a_code_that_waits_is_its_own_sets_and_free_again_once_that_is_turned_down(studio: StudioForTests) -> None:
    client_id, _ = studio.client_and_project()
    first = studio.file(studio.admin, *opens(client_id, 1, code="LUM-27-01"))
    with studio.database.write() as session:
        again = opens(client_id, 2, code="LUM-27-01")
        second = edit(session, studio.admin, studio.clock, change_set_id=first.id, operations=again, channel="rest")
        reject(session, studio.admin, studio.clock, change_set_id=second.id, reason="")
    assert studio.greenlight(studio.admin, studio.file(studio.admin, *again)).outcome == "applied"


def budget_of(project_id: str) -> list:  # type: ignore[type-arg]
    percents = dict.fromkeys(("contingency_percent", "fee_percent", "tax_percent"), "0")
    return list(
        operations(
            ("create_budget", {"id": "bud", "project_id": project_id, "name": "B", "currency": "EUR"} | percents)
        )
    )

"""Deciding a change set: by a signed-in person, on what was shown, once; whatever changed meanwhile is shown again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from store.access.credentials import sign_out
from store.access.tables import Credential
from store.changes import apply, audit, decisions
from store.changes.draft import Draft, RowChange
from store.changes.engine import LIFETIME, Origin, Request, file_change_set, make_plan
from store.changes.operation import Operation
from store.changes.tables import Approval, AuditEntry, ChangeSet, OutboxEntry
from store.kernel.actor import Actor
from store.kernel.agent_handle import INSERTABLE
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from store.projects.tables import Client, Project
from store.tables import VERSIONED
from tests.studio import StudioForTests, operations


def rename(project_id: str, name: str, status: str | None = None) -> Sequence[Operation]:
    planned = list(operations(("change_project", {"id": project_id, "name": name})))
    if status is not None:
        planned += operations(("set_project_status", {"id": project_id, "status": status}))
    return planned


def edit(studio: StudioForTests, actor: Actor, shown: ChangeSet, *planned: Operation) -> ChangeSet:
    with studio.database.write() as session:
        return decisions.edit(session, actor, studio.clock, change_set_id=shown.id, operations=planned, channel="test")


def reject(studio: StudioForTests, actor: Actor, shown: ChangeSet, reason: str = "") -> ChangeSet:
    with studio.database.write() as session:
        return decisions.reject(session, actor, studio.clock, change_set_id=shown.id, reason=reason)


def stored(studio: StudioForTests, change_set: ChangeSet) -> ChangeSet:
    with studio.database.read() as session:
        return session.get_one(ChangeSet, change_set.id)


def project(studio: StudioForTests, project_id: str) -> Project:
    with studio.database.read() as session:
        return session.get_one(Project, project_id)


def test_greenlighting_twice_gives_the_same_answer_and_one_effect(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "A"))
    outcomes = [studio.greenlight(studio.admin, filed).outcome for _ in range(2)]
    assert outcomes == ["applied", "applied"]
    assert project(studio, project_id).version == 2
    with studio.database.read() as session:
        entries = session.exec(select(AuditEntry).where(col(AuditEntry.change_set_id) == filed.id)).all()
        assert [entry.action for entry in entries] == ["approve", "greenlight"]


@pytest.mark.parametrize("kind", ["agent", "token", "mailbox"])
def test_only_a_person_greenlights(studio: StudioForTests, kind: Any) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "A"))
    for actor in (replace(studio.admin, kind=kind), replace(studio.admin, session_id=None)):
        with pytest.raises(Forbidden):
            studio.greenlight(actor, filed)
        with pytest.raises(Forbidden):
            reject(studio, actor, filed)
        with pytest.raises(Forbidden):
            edit(studio, actor, filed, *rename(project_id, "B"))
    assert stored(studio, filed).status == "pending"


def test_a_session_that_ended_greenlights_nothing(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("producer", all_projects=True)
    filed = studio.file(producer, *rename(project_id, "A"))
    with studio.database.write() as session:
        sign_out(session, producer, studio.clock)
    with pytest.raises(Forbidden):
        studio.greenlight(producer, filed)
    with pytest.raises(Forbidden):
        studio.greenlight(replace(studio.admin, session_id=producer.session_id), filed)


def test_a_right_that_was_taken_away_meanwhile_is_gone(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("producer", all_projects=True)
    filed = studio.file(producer, *rename(project_id, "A"))
    demotion = {"id": producer.user_id, "role": "first_ad", "sees_all_projects": True, "is_active": True}
    studio.apply(*operations(("change_user", demotion)))
    with pytest.raises(Forbidden):
        studio.greenlight(producer, filed)
    studio.apply(*operations(("change_user", {**demotion, "role": "producer", "is_active": False})))
    with pytest.raises(Forbidden):
        studio.greenlight(producer, filed)


def test_another_digest_than_the_one_shown_is_refused(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "A"))
    with pytest.raises(Invalid) as refused, studio.database.write() as session:
        decisions.greenlight(session, studio.admin, studio.clock, change_set_id=filed.id, digest="0" * 64)
    assert refused.value.code == "digest_mismatch"


def test_a_changed_base_row_makes_it_stale_and_shows_the_new_diff(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    line_producer = studio.person("line_producer", project_id)
    filed = studio.file(line_producer, *rename(project_id, "Mine"))
    studio.apply(*operations(("set_project_status", {"id": project_id, "status": "lost"})))
    decision = studio.greenlight(studio.admin, filed)
    assert decision.outcome == "stale"
    fresh = decision.change_set
    assert (fresh.code, fresh.revision, fresh.supersedes) == (filed.code, 2, filed.id)
    assert fresh.digest != filed.digest
    assert fresh.row_changes[0]["before"]["status"] == "lost"
    assert fresh.row_changes[0]["base_version"] == 2
    assert fresh.proposed_by == line_producer.user_id
    assert stored(studio, filed).status == "stale"
    assert project(studio, project_id).name == "Lumen film"
    assert studio.greenlight(studio.admin, fresh).outcome == "applied"
    assert stored(studio, filed).status == "superseded"


def test_what_can_no_longer_be_done_is_stale_with_the_reason(studio: StudioForTests) -> None:
    twin = {"email": "eve@studio.example", "name": "Eve", "role": "crew"}
    filed = studio.file(studio.admin, *operations(("add_user", {"id": "usr_a", **twin})))
    studio.apply(*operations(("add_user", {"id": "usr_b", **twin})))
    decision = studio.greenlight(studio.admin, filed)
    assert (decision.outcome, decision.change_set.id) == ("stale", filed.id)
    assert "eve@studio.example" in decision.reason
    assert decision.reason.endswith("Edit it to fit the data as it is now, or reject it and propose it again.")
    with pytest.raises(Invalid, match=r"is stale: .* reject it and propose it again"):
        studio.greenlight(studio.admin, filed)


def opening(ids: str, title: str) -> Sequence[Operation]:
    """What two briefs of the same new client each propose before either is greenlit."""
    return operations(
        ("create_client", {"id": f"cli_{ids}", "name": "Aurea GmbH", "unless_known": True}),
        (
            "create_contact",
            {
                "id": f"con_{ids}",
                "client_id": f"cli_{ids}",
                "name": "Ada",
                "email": f"{'ADA' if ids == 'b' else 'ada'}@aurea.example",
            }
            | {"unless_known": True},
        ),
        (
            "create_project",
            {"id": f"prj_{ids}", "series": "AUR-26", "name": title, "client_id": f"cli_{ids}"}
            | {"contact_id": f"con_{ids}", "currency": "EUR"},
        ),
    )


def test_a_client_that_came_meanwhile_is_found_again_and_the_project_numbered_anew(studio: StudioForTests) -> None:
    first = studio.file(studio.admin, *opening("a", "Spring film"))
    second = studio.file(studio.admin, *opening("b", "Autumn film"))
    assert studio.greenlight(studio.admin, first).outcome == "applied"
    decision = studio.greenlight(studio.admin, second)
    fresh = decision.change_set
    assert (decision.outcome, fresh.revision, fresh.status) == ("stale", 2, "pending")
    assert [change["table"] for change in fresh.row_changes] == ["projects"]
    assert studio.greenlight(studio.admin, fresh).outcome == "applied"
    made = project(studio, "prj_b")
    assert (made.code, made.client_id, made.contact_id) == ("AUR-26-02", "cli_a", "con_a")
    with studio.database.read() as session:
        assert [client.name for client in session.exec(select(Client)).all()] == ["Aurea GmbH"]


def test_a_client_out_of_sight_is_not_told_by_being_found_again(studio: StudioForTests) -> None:
    studio.client_and_project(client="Secret")
    _, seen = studio.client_and_project("NOR-1", "Nord")
    client = {"id": "cli_new", "name": "Secret", "unless_known": True}
    filed = studio.file(studio.person("producer", seen), *operations(("create_client", client)))
    assert [change["id"] for change in filed.row_changes] == ["cli_new"]


def test_what_was_done_meanwhile_by_someone_else_is_stale(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "A"))
    studio.apply(*rename(project_id, "A"))
    decision = studio.greenlight(studio.admin, filed)
    assert (decision.outcome, decision.change_set.id) == ("stale", filed.id)


def test_what_only_the_engine_refuses_is_stale_and_nothing_of_it_stays(studio: StudioForTests) -> None:
    """That a user has a password, no proposer may know: only the engine can say that the user cannot be removed."""
    _, project_id = studio.client_and_project()
    user = {"id": "usr_new", "email": "new@studio.example", "name": "New", "role": "editor"}
    added = studio.apply(*operations(("add_user", user)))
    with studio.database.write() as session:
        session.add(Credential(user_id="usr_new", password_hash="x", changed_at=studio.clock.now()))
    undo = operations(("revert_change_set", {"change_set_id": added.id}))
    filed = studio.file(studio.admin, *rename(project_id, "A"), *undo)
    assert studio.greenlight(studio.admin, filed).outcome == "stale"
    assert project(studio, project_id).name == "Lumen film"


def test_it_expires(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "A"))
    studio.clock.advance(LIFETIME - timedelta(seconds=1))
    in_time = studio.file(studio.admin, *rename(project_id, "B"))
    studio.clock.advance(timedelta(seconds=1))
    assert studio.greenlight(studio.admin, filed).outcome == "expired"
    assert studio.greenlight(studio.admin, in_time).outcome == "applied"
    with pytest.raises(Invalid) as refused:
        studio.greenlight(studio.admin, filed)
    assert refused.value.code == "not_pending"


def test_whose_time_has_run_out_is_closed_on_record_and_nothing_else_is(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    late = studio.file(studio.admin, *rename(project_id, "A"))
    turned_down = studio.file(studio.admin, *rename(project_id, "B"))
    reject(studio, studio.admin, turned_down)
    studio.clock.advance(LIFETIME - timedelta(seconds=1))
    in_time = studio.file(studio.admin, *rename(project_id, "C"))

    def expire() -> int:
        with studio.database.write() as session:
            return decisions.expire_due(session, studio.clock)

    assert expire() == 0
    studio.clock.advance(timedelta(seconds=1))
    assert (expire(), expire()) == (1, 0)
    assert [stored(studio, item).status for item in (late, turned_down, in_time)] == ["expired", "rejected", "pending"]
    with studio.database.read() as session:
        entries = session.exec(select(AuditEntry).where(col(AuditEntry.change_set_id) == late.id)).all()
        assert [(entry.action, entry.actor_kind, entry.project_ids) for entry in entries] == [
            ("expired", "clock", [project_id])
        ]
        assert audit.verify(session).whole


def test_rejecting_is_final_and_keeps_the_reason(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "A"))
    reject(studio, studio.admin, filed, "not now")
    kept = stored(studio, filed)
    assert (kept.status, kept.decision_note, kept.decided_by) == ("rejected", "not now", studio.admin.user_id)
    for attempt in (lambda: studio.greenlight(studio.admin, filed), lambda: reject(studio, studio.admin, filed)):
        with pytest.raises(Invalid) as refused:
            attempt()
        assert refused.value.code == "not_pending"


def test_editing_makes_a_new_revision_and_keeps_the_taint(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    request = Request(title="A", operations=rename(project_id, "A"), origin=Origin("mail"), tainted=True)
    with studio.database.agent() as session:
        filed = file_change_set(session, studio.admin.as_agent(), studio.clock, request)
    edited = edit(studio, studio.admin, filed, *rename(project_id, "B"))
    assert (edited.code, edited.revision, edited.tainted) == (filed.code, 2, True)
    assert edited.digest != filed.digest
    assert stored(studio, filed).status == "superseded"
    with pytest.raises(Invalid):
        studio.greenlight(studio.admin, filed)
    assert studio.greenlight(studio.admin, edited).outcome == "applied"
    assert project(studio, project_id).name == "B"


def test_nobody_edits_or_rejects_what_their_role_could_not_propose(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    gate = {"id": "g", "stage": "production", "check": "confirmed:cake", "label": "cake"}
    filed = studio.file(studio.admin, *operations(("set_gate_requirement", gate)))
    producer = studio.person("producer", all_projects=True)
    with pytest.raises(Forbidden):
        edit(studio, producer, filed, *rename(project_id, "B"))
    with pytest.raises(Forbidden):
        reject(studio, producer, filed)


def test_an_older_revision_is_not_edited_past_a_newer_one(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    first = studio.file(studio.admin, *rename(project_id, "A"))
    second = edit(studio, studio.admin, first, *rename(project_id, "B"))
    third = edit(studio, studio.admin, second, *rename(project_id, "C"))
    with pytest.raises(Invalid):
        edit(studio, studio.admin, second, *rename(project_id, "D"))
    assert third.revision == 3


def test_effects_wait_in_the_outbox_with_the_change_and_not_before(studio: StudioForTests) -> None:
    mail = operations(("send_email", {"to": ["a@b.example"], "subject": "Hello", "body": "We begin."}))
    filed = studio.file(studio.admin, *mail)
    with studio.database.read() as session:
        assert session.exec(select(OutboxEntry)).all() == []
    studio.greenlight(studio.admin, filed)
    studio.greenlight(studio.admin, filed)
    with studio.database.read() as session:
        (entry,) = session.exec(select(OutboxEntry)).all()
    assert (entry.id, entry.kind, entry.payload["subject"]) == (f"{filed.id}:0", "email", "Hello")


def test_a_change_set_that_was_stale_in_the_callers_own_session_is_read_again(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, *rename(project_id, "A"))
    if studio.database.is_sqlite:
        pytest.skip("on SQLite a writer sees one moment's data anyway")
    with studio.database.write() as session:
        session.get_one(Project, project_id)
        studio.apply(*operations(("set_project_status", {"id": project_id, "status": "lost"})))
        decision = decisions.greenlight(
            session, studio.admin, studio.clock, change_set_id=filed.id, digest=filed.digest
        )
    assert decision.outcome == "stale"


# --- what an agent with a raw connection could file -------------------------------------------------------------


def _file_raw(studio: StudioForTests, code: str, columns: dict[str, Any]) -> ChangeSet:
    """Insert a change set through the agent's handle, past the code that files one."""
    row = ChangeSet(
        id=code,
        code=code,
        title="Harmless",
        origin_channel="chat",
        proposed_by=studio.admin.user_id,
        proposed_kind="agent",
        on_behalf_of=studio.admin.user_id,
        created_at=studio.clock.now(),
        expires_at=studio.clock.now() + LIFETIME,
        **columns,
    )
    filled = {column.name for column in ChangeSet.__table__.columns} & INSERTABLE["change_sets"]  # type: ignore[attr-defined]
    with studio.database.agent() as session:
        values = {name: getattr(row, name) for name in filled}
        session.execute(ChangeSet.__table__.insert().values(**values))  # type: ignore[attr-defined]
    return row


def test_a_forged_before_and_after_is_noticed(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    with studio.database.read() as session:
        harmful = make_plan(session, rename(project_id, "Stolen", "closed")).columns()
        harmless = make_plan(session, rename(project_id, "Lumen film!")).columns()
    forged = _file_raw(studio, "CS-FORGED", {**harmful, "row_changes": harmless["row_changes"]})
    decision = studio.greenlight(studio.admin, forged)
    assert decision.outcome == "stale"
    assert decision.change_set.row_changes == harmful["row_changes"]
    assert project(studio, project_id).name == "Lumen film"


def test_forged_operations_beside_an_honest_digest_are_noticed(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    with studio.database.read() as session:
        harmful = make_plan(session, rename(project_id, "Stolen", "closed")).columns()
        harmless = make_plan(session, rename(project_id, "Lumen film!")).columns()
    forged = _file_raw(studio, "CS-FORGED", {**harmless, "operations": harmful["operations"]})
    assert studio.greenlight(studio.admin, forged).outcome == "stale"
    assert project(studio, project_id).name == "Lumen film"


@pytest.mark.parametrize(
    ("column", "value"),
    [("digest", "f" * 64), ("effects", [{"kind": "email", "payload": {}}]), ("amount_minor", 1), ("reveals", ["x"])],
)
def test_a_column_that_does_not_follow_from_the_operations_is_noticed(
    studio: StudioForTests, column: str, value: object
) -> None:
    _, project_id = studio.client_and_project()
    with studio.database.read() as session:
        honest = make_plan(session, rename(project_id, "A")).columns()
    forged = _file_raw(studio, "CS-FORGED", {**honest, column: value})
    if column == "reveals":
        # Nobody holds a right there is not, so nobody sees it.
        with pytest.raises(NotFound):
            studio.greenlight(studio.admin, forged)
    else:
        assert studio.greenlight(studio.admin, forged).outcome == "stale"
    assert project(studio, project_id).name == "Lumen film"


@pytest.mark.parametrize("garbage", [[{"kind": "everything"}], [1, 2], [{"kind": "change_project"}], []])
def test_operations_that_nobody_can_read_are_closed_not_applied(studio: StudioForTests, garbage: list[Any]) -> None:
    _, project_id = studio.client_and_project()
    with studio.database.read() as session:
        honest = make_plan(session, rename(project_id, "A")).columns()
    forged = _file_raw(studio, "CS-FORGED", {**honest, "operations": garbage})
    assert studio.greenlight(studio.admin, forged).outcome == "stale"
    assert reject(studio, studio.admin, forged).status == "rejected"
    assert project(studio, project_id).name == "Lumen film"


def test_an_update_that_names_no_column_is_a_programming_error(studio: StudioForTests) -> None:
    client_id, _ = studio.client_and_project()
    with studio.database.read() as session:
        draft = Draft(session, VERSIONED)
        with pytest.raises(TypeError):
            draft.update(draft.get(Client, client_id), nmae="typo")
        client = draft.get(Client, client_id)
        draft.update(client, name="A")
        draft.update(client, country="NO")  # on top of what is planned, though `client` was read before it
        (change,) = draft.row_changes
        assert isinstance(change, RowChange)
        assert change.after is not None
        assert (change.after["name"], change.after["country"]) == ("A", "NO")


def test_approvals_of_an_applied_set_are_kept(studio: StudioForTests) -> None:
    applied = studio.apply(*operations(("create_client", {"id": "c", "name": "Lumen"})))
    with studio.database.read() as session:
        (approval,) = session.exec(select(Approval).where(col(Approval.change_set_id) == applied.id)).all()
        assert (approval.user_id, approval.digest) == (studio.admin.user_id, applied.digest)
        assert session.execute(text("SELECT count(*) FROM outbox")).scalar_one() == 0


def test_a_row_is_only_written_at_the_version_it_was_planned_on(studio: StudioForTests) -> None:
    client_id, _ = studio.client_and_project()
    renamed = {"id": client_id, "name": "Lumen", "kind": "brand", "country": None, "email_domain": None, "notes": None}
    for after in ({**renamed, "name": "Other"}, None):
        late = RowChange("clients", client_id, renamed, after, base_version=7)
        with pytest.raises(DomainError) as refusal, studio.database.write() as session:
            apply._write(session, late)
        assert refusal.value.code == "conflict"
    with studio.database.read() as session:
        assert session.get_one(Client, client_id).name == "Lumen"

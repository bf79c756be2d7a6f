"""The board shows each project once, by few statements, with the gate as the operation that moves it on sees it."""

from __future__ import annotations

import pytest
from sqlalchemy import event
from sqlmodel import Session

from store.changes.draft import Draft
from store.kernel.actor import Actor
from store.kernel.ids import new_id
from store.projects.board import BoardCard, read_board
from store.projects.gate_states import gates_of
from store.projects.gates import unmet_requirements
from store.projects.tables import STAGES, Project
from store.tables import VERSIONED
from tests.api.places import OFFER, furnish, furnish_house
from tests.studio import StudioForTests, operations

MOST_STATEMENTS = 6


def board(studio: StudioForTests, actor: Actor, status: str | None = "active") -> dict[str, BoardCard]:
    with studio.database.read() as session:
        return {card.code: card for card in read_board(session, actor, status=status)}


def test_a_card_has_the_accepted_offer_or_else_the_newest(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()

    def offer(proposal_id: str, total: int) -> None:
        price = {**OFFER, "subtotal_minor": total, "total_minor": total}
        fields = {"id": proposal_id, "project_id": project_id, "title": "Film", "currency": "EUR", **price}
        studio.apply(*operations(("create_proposal", fields)))

    offer("pro_1", 100)
    offer("pro_2", 200)
    shown = board(studio, studio.admin)["LUM-1"].offer
    assert shown is not None
    assert (shown.revision, shown.total.minor) == (2, 200)
    for status in ("sent", "accepted"):
        studio.apply(*operations(("set_proposal_status", {"id": "pro_1", "status": status})))
    shown = board(studio, studio.admin)["LUM-1"].offer
    assert shown is not None
    assert (shown.revision, shown.status) == (1, "accepted")
    client = studio.person("client", project_id)
    assert board(studio, client)["LUM-1"].offer == shown


def test_pending_changes_are_counted_that_the_reader_may_see(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.file(studio.admin, *operations(("change_project", {"id": project_id, "name": "Renamed"})))
    percents = {"contingency_percent": 0, "fee_percent": 0, "tax_percent": 0}
    budget = {"id": "bud_1", "project_id": project_id, "name": "Shoot", "currency": "EUR", **percents}
    studio.file(studio.admin, *operations(("create_budget", budget)))
    for role, pending in (("producer", 2), ("coordinator", 1), ("editor", 0), ("client", 0)):
        assert board(studio, studio.person(role, project_id))["LUM-1"].pending == pending


def test_gates_are_met_as_the_move_sees_it(studio: StudioForTests) -> None:
    furnish(studio, "AAA-1", furnish_house(studio))
    with studio.database.write() as session:
        for stage in STAGES:
            assert_same_gate(session, "prj_aaa-1", stage)


def assert_same_gate(session: Session, project_id: str, stage: str) -> None:
    project = session.get_one(Project, project_id)
    moved = Project(**{**project.model_dump(), "stage": stage})
    asked = gates_of(session, {project_id: stage})[project_id]
    assert [one.label for one in asked if not one.met] == unmet_requirements(Draft(session, VERSIONED), moved)


def test_a_client_is_shown_neither_gate_nor_changes(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.file(studio.admin, *operations(("change_project", {"id": project_id, "name": "Renamed"})))
    card = board(studio, studio.person("client", project_id))["LUM-1"]
    assert (card.gate_asked, card.pending) == (0, 0)
    assert board(studio, studio.admin)["LUM-1"].gate_asked > 0


@pytest.mark.parametrize("projects", [1, 80])
def test_the_board_takes_as_many_statements_for_many_projects_as_for_one(studio: StudioForTests, projects: int) -> None:
    client_id, _ = studio.client_and_project()
    for start in range(0, projects, 40):
        fields = [
            {"id": new_id("prj"), "code": f"P-{n}", "name": "Film", "client_id": client_id, "currency": "EUR"}
            for n in range(start, min(start + 40, projects))
        ]
        studio.apply(*operations(*(("create_project", field) for field in fields)))
    statements: list[str] = []

    def count(*args: object) -> None:
        statements.append(str(args[2]))

    event.listen(studio.database.engine, "before_cursor_execute", count)
    try:
        assert len(board(studio, studio.admin)) == projects + 1
    finally:
        event.remove(studio.database.engine, "before_cursor_execute", count)
    assert len([one for one in statements if one.startswith("SELECT")]) <= MOST_STATEMENTS


def test_projects_are_shown_by_their_status(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.apply(*operations(("set_project_status", {"id": project_id, "status": "lost"})))
    assert board(studio, studio.admin) == {}
    assert set(board(studio, studio.admin, "lost")) == {"LUM-1"}
    assert set(board(studio, studio.admin, None)) == {"LUM-1"}

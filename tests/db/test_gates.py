"""A gate reads the same in a project's overview as it does when a project is to move on."""

from __future__ import annotations

from store.changes.draft import Draft
from store.documents.tables import Document
from store.projects.gates import DEFAULT_GATES, unmet_requirements
from store.projects.queries import open_gate_items
from store.projects.tables import GateConfirmation, Project
from store.proposals.tables import Proposal
from store.tables import VERSIONED
from tests.studio import StudioForTests


def _both(studio: StudioForTests, project_id: str, stage: str) -> list[str]:
    """Return what the gate of a stage asks for, as read, which must be what planning finds."""
    actor = studio.admin
    with studio.database.read() as session:
        project = session.get_one(Project, project_id)
        session.expunge(project)
        project.stage = stage
        read = open_gate_items(session, actor, project)
        assert sorted(read) == sorted(unmet_requirements(Draft(session, VERSIONED), project))
    return read


def test_every_requirement_is_open_at_first(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    for stage, asked in DEFAULT_GATES.items():
        assert sorted(_both(studio, project_id, stage)) == sorted(label for _, label in asked)


def test_what_is_met_is_asked_for_no_longer(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    with studio.database.write() as session:
        session.add(
            Proposal(
                id="p",
                project_id=project_id,
                title="Offer",
                status="accepted",
                currency="EUR",
                subtotal_minor=0,
                contingency_minor=0,
                fee_minor=0,
                tax_minor=0,
                total_minor=0,
            )
        )
        session.add(GateConfirmation(id="g", project_id=project_id, key="crew"))
        session.add(
            Document(
                id="d",
                project_id=project_id,
                kind="call_sheet",
                filename="sheet.pdf",
                media_type="application/pdf",
                sha256="0" * 64,
                size_bytes=1,
                added_by="usr_x",
                added_at=studio.clock.now(),
            )
        )
    assert sorted(_both(studio, project_id, "development")) == ["a signed agreement", "the deposit invoice"]
    assert sorted(_both(studio, project_id, "pre_production")) == ["a locked budget", "confirmed location"]

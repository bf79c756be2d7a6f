"""The demo studio is believable, whole, and put into an empty home only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from store.access.credentials import sign_in
from store.access.policy import ROLE_PERMISSIONS
from store.access.queries import get_studio
from store.access.tables import User
from store.budget.queries import get_budget, list_budgets, quoted_lines
from store.changes.audit import verify
from store.changes.decisions import greenlight
from store.changes.engine import make_plan, stored_operations
from store.changes.queries import get_change_set, list_change_sets
from store.changes.tables import ChangeSet
from store.crew.queries import list_people
from store.demo.script import load_jobs, load_studio
from store.demo.seed import seed_demo
from store.documents.queries import search
from store.documents.storage import FileStore
from store.documents.tables import Document
from store.kernel.clock import FixedClock
from store.kernel.errors import DomainError
from store.kernel.settings import Settings
from store.projects.queries import list_projects
from store.projects.tables import STAGES
from store.proposals.queries import list_proposals
from store.proposals.tables import Agreement
from tests.conftest import PostgresServer
from tests.studio import StudioForTests

TODAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioForTests]:
    """The demo studio on either engine, seeded once: a test that writes takes it back (`trial`)."""
    home: Path = tmp_path_factory.mktemp("demo") / "home"
    if request.param == "sqlite":
        yield _seeded(Settings(home=home, database_url=None))
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.fresh()
    yield _seeded(Settings(home=home, database_url=server.url(name)))
    server.drop(name)


def _seeded(settings: Settings) -> StudioForTests:
    studio = StudioForTests(settings)
    studio.clock.at = TODAY
    seed_demo(studio.database, studio.settings, studio.clock)
    return studio


@contextmanager
def trial(demo: StudioForTests) -> Iterator[Session]:
    with demo.database.write() as session:
        yield session
        session.rollback()


def test_jobs_stand_at_every_stage_in_three_currencies(demo: StudioForTests) -> None:
    with demo.database.read() as session:
        found = list_projects(session, demo.admin)
        proposals = list_proposals(session, demo.admin)
        agreements = session.exec(select(Agreement)).all()
    assert len(found) == 8
    assert {item.project.stage for item in found} == set(STAGES)
    assert {item.project.currency for item in found} == {"EUR", "GBP", "USD"}
    assert {item.proposal.status for item in proposals} == {"accepted", "sent", "declined"}
    assert len(agreements) == 6
    assert {agreement.status for agreement in agreements} == {"signed"}


def test_everybody_signs_in_with_the_published_password_and_every_role_is_there(demo: StudioForTests) -> None:
    summary = seed_demo(demo.database, demo.settings, demo.clock)
    assert {entry.role for entry in summary.sign_ins} == set(ROLE_PERMISSIONS)
    with trial(demo) as session:
        for entry in summary.sign_ins:
            actor, _ = sign_in(session, demo.clock, email=entry.email, password=summary.password, channel="test")
            assert actor.role == entry.role


def test_a_client_sees_its_own_projects_only(demo: StudioForTests) -> None:
    with trial(demo) as session:
        carla, _ = sign_in(
            session,
            demo.clock,
            email="client@demo.greenlight.example",
            password=load_studio().password,
            channel="test",
        )
        assert [item.project.code for item in list_projects(session, carla)] == ["LUM-26-01", "LUM-26-02"]


def test_lumen_was_quoted_camera_lines(demo: StudioForTests) -> None:
    with demo.database.read() as session:
        lines = quoted_lines(session, demo.admin, words="camera", quoted_only=True)
    assert {item.project_code for item in lines if item.client == "Lumen"} == {"LUM-26-01", "LUM-26-02"}
    described = {item.line.description for item in lines}
    assert "Director of photography" in described
    assert not any("talent" in description for description in described)


def test_offers_accepted_stand_within_the_stated_budget_and_the_declined_one_does_not(demo: StudioForTests) -> None:
    ceilings = {job.code: job.facts.budget_max for job in load_jobs()}
    with demo.database.read() as session:
        codes = {item.project.id: item.project.code for item in list_projects(session, demo.admin)}
        proposals = [item.proposal for item in list_proposals(session, demo.admin)]
    for proposal in proposals:
        ceiling = ceilings[codes[proposal.project_id]]
        assert ceiling is not None
        assert ceiling.currency == proposal.currency
        assert (proposal.total_minor - proposal.tax_minor <= ceiling.minor) == (proposal.status != "declined")


def test_a_proposal_and_its_budget_say_the_same(demo: StudioForTests) -> None:
    with demo.database.read() as session:
        totals = {item.proposal.id: item.proposal.total_minor for item in list_proposals(session, demo.admin)}
        budgets = [get_budget(session, demo.admin, row.id) for row in list_budgets(session, demo.admin)]
    of_proposals = {budget.row.proposal_id: budget.totals.total.minor for budget in budgets if budget.row.proposal_id}
    assert of_proposals == totals


def test_what_waits_can_be_greenlit_and_one_needs_a_second_person(demo: StudioForTests) -> None:
    with trial(demo) as session:
        waiting = list_change_sets(session, demo.admin, status="pending", limit=50).items
        assert len(waiting) == 4
        assert [item.tainted for item in waiting].count(True) == 1
        assert all(item.expires_at > TODAY + timedelta(days=5) for item in waiting)
        producer, _ = sign_in(
            session,
            demo.clock,
            email="producer@demo.greenlight.example",
            password=load_studio().password,
            channel="test",
        )
        for item in waiting:
            decision = greenlight(session, producer, demo.clock, change_set_id=item.id, digest=item.digest)
            assert decision.outcome == "applied", (item.title, decision.reason)


def test_the_led_stage_waits_for_someone_beside_the_line_producer(demo: StudioForTests) -> None:
    with trial(demo) as session:
        item = session.exec(select(ChangeSet).where(col(ChangeSet.title).contains("LED"))).one()
        line_producer, _ = sign_in(
            session,
            demo.clock,
            email="line-producer@demo.greenlight.example",
            password=load_studio().password,
            channel="test",
        )
        decision = greenlight(session, line_producer, demo.clock, change_set_id=item.id, digest=item.digest)
    assert decision.outcome == "waiting"


def test_pending_change_sets_show_exactly_what_they_would_do(demo: StudioForTests) -> None:
    with demo.database.read() as session:
        for head in list_change_sets(session, demo.admin, status="pending", limit=50).items:
            item = get_change_set(session, demo.admin, head.id)
            assert make_plan(session, stored_operations(item)).is_shown_by(item)


def test_every_quote_stands_in_its_brief_and_every_document_in_the_file_store(demo: StudioForTests) -> None:
    files = FileStore(demo.settings.files)
    with demo.database.read() as session:
        documents = session.exec(select(Document)).all()
        assert search(session, demo.admin, "Prinsengracht")
    assert len(documents) == 9 + 6 * 2 + 4
    originals = {document.filename: files.get(document.sha256).decode() for document in documents}
    for job in load_jobs():
        for quotes in job.reading("doc").evidence.values():
            assert all(originals[job.filename][quote.start : quote.end] == quote.quote for quote in quotes)


def test_the_history_is_whole_and_holds_a_rejection_and_an_undo(demo: StudioForTests) -> None:
    with demo.database.read() as session:
        assert verify(session).whole
        statuses = {item.status for item in list_change_sets(session, demo.admin, limit=200).items}
        assert len(list_people(session, demo.admin)) >= 25
    assert statuses == {"applied", "pending", "rejected", "reverted"}


def test_seeding_again_changes_nothing(demo: StudioForTests) -> None:
    with demo.database.read() as session:
        before = verify(session).entries
    summary = seed_demo(demo.database, demo.settings, demo.clock)
    with demo.database.read() as session:
        assert verify(session).entries == before
        assert get_studio(session).is_demo
    assert not summary.seeded


def test_a_studio_with_real_work_is_left_alone(studio: StudioForTests) -> None:
    studio.client_and_project()
    with pytest.raises(DomainError) as refused:
        seed_demo(studio.database, studio.settings)
    assert refused.value.code == "home_in_use"
    with studio.database.read() as session:
        assert not get_studio(session).is_demo
        assert session.exec(select(User).where(User.id == "usr_demo_producer")).first() is None


def test_seeded_next_spring_nothing_that_waits_has_expired(studio: StudioForTests) -> None:
    spring = FixedClock(datetime(2027, 4, 2, 10, tzinfo=UTC))
    seed_demo(studio.database, studio.settings, spring)
    with studio.database.read() as session:
        waiting = list_change_sets(session, studio.admin, status="pending", limit=50).items
    assert len(waiting) == 4
    assert all(item.created_at < spring.now() < item.expires_at for item in waiting)

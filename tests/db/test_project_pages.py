"""What the pages of projects read is cut to their reader: siblings are not found, no money reaches who sees none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlmodel import Session

from api.web.projects.activity_reading import read_trail
from api.web.projects.board_reading import Asked as AskedOfBoard
from api.web.projects.board_reading import look_at_board
from api.web.projects.brief_reading import read_brief
from api.web.projects.budget_reading import read_budgets
from api.web.projects.comparison import read_comparison
from api.web.projects.document_reading import read_document_page, read_documents
from api.web.projects.head import read_head
from api.web.projects.new_project import read_opening
from api.web.projects.overview_reading import read_overview
from api.web.projects.proposal_reading import read_brief_and_proposal
from store.changes.trail import Asked, project_trail
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, Forbidden, NotFound
from tests.api.places import Place, furnish, furnish_house
from tests.studio import NOON, StudioForTests, operations

Reader = Callable[[Session, Actor, Place], object]

READERS: dict[str, Reader] = {
    "head": lambda session, actor, place: read_head(session, actor, place.code),
    "overview": lambda session, actor, place: read_overview(session, actor, place.code),
    "proposal": lambda session, actor, place: read_brief_and_proposal(session, actor, place.code, None),
    "version": lambda session, actor, place: read_brief_and_proposal(session, actor, place.code, place.id("accepted")),
    "budgets": lambda session, actor, place: read_budgets(session, actor, place.code, None),
    "budget": lambda session, actor, place: read_budgets(session, actor, place.code, place.id("bud")),
    "documents": lambda session, actor, place: read_documents(session, actor, place.code, "call_sheet"),
    "document": lambda session, actor, place: read_document_page(session, actor, place.call_sheet),
    "brief": lambda session, actor, place: read_brief(session, actor, place.id("prj"), place.id("bri")),
    "comparison": lambda session, actor, place: read_comparison(
        session, actor, place.id("prj"), place.id("accepted"), place.id("draft")
    ),
    "trail": lambda session, actor, place: read_trail(session, actor, place.code, Asked()),
}
SEEN_BY_AN_EDITOR = {"head", "overview", "documents", "document"}
SEEN_BY_A_CLIENT = {"head", "overview", "proposal", "version", "documents"}
SEEN_BY_THE_CREW = {"head", "overview"}


@dataclass(frozen=True)
class Furnished:
    studio: StudioForTests
    here: Place
    sibling: Place

    def member(self, role: str) -> Actor:
        return self.studio.person(role, self.here.id("prj"))

    def read(self, name: str, actor: Actor, place: Place | None = None) -> object:
        with self.studio.database.read() as session:
            return READERS[name](session, actor, place or self.here)

    def board(self, actor: Actor, status: str = "active") -> str:
        with self.studio.database.read() as session:
            return repr(look_at_board(session, actor, AskedOfBoard(status=status), NOON.date()))


@pytest.fixture(scope="module")
def furnished(shared_studio: StudioForTests) -> Furnished:
    house = furnish_house(shared_studio)
    return Furnished(shared_studio, furnish(shared_studio, "AAA-1", house), furnish(shared_studio, "BBB-1", house))


@pytest.mark.parametrize("name", READERS)
def test_a_producer_of_the_project_is_shown_every_page(furnished: Furnished, name: str) -> None:
    assert furnished.read(name, furnished.member("producer"))


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("role", ["producer", "line_producer", "editor", "client", "crew"])
def test_a_sibling_project_is_not_found_or_not_for_the_role(furnished: Furnished, name: str, role: str) -> None:
    with pytest.raises((NotFound, Forbidden)) as refusal:
        furnished.read(name, furnished.member(role), furnished.sibling)
    assert furnished.sibling.id("prj") not in refusal.value.message


@pytest.mark.parametrize("role", ["producer", "editor", "client", "crew"])
def test_the_board_holds_ones_own_projects_only(furnished: Furnished, role: str) -> None:
    shown = furnished.board(furnished.member(role))
    assert furnished.here.code in shown
    assert furnished.sibling.code not in shown


@pytest.mark.parametrize(
    ("role", "seen"), [("editor", SEEN_BY_AN_EDITOR), ("client", SEEN_BY_A_CLIENT), ("crew", SEEN_BY_THE_CREW)]
)
def test_a_role_is_shown_its_pages_and_refused_the_others(furnished: Furnished, role: str, seen: set[str]) -> None:
    actor = furnished.member(role)
    for name in READERS:
        if name in seen:
            assert furnished.read(name, actor)
        else:
            with pytest.raises(DomainError):
                furnished.read(name, actor)


@pytest.mark.parametrize("role", ["editor", "crew"])
def test_no_amount_reaches_who_sees_no_money(furnished: Furnished, role: str) -> None:
    actor = furnished.member(role)
    shown = [repr(furnished.read(name, actor)) for name in READERS if name in SEEN_BY_AN_EDITOR & SEEN_BY_THE_CREW]
    for text in (*shown, furnished.board(actor)):
        assert "minor" not in text
        assert "EUR" not in text.replace("currency='EUR'", "")
    assert "minor" in furnished.board(furnished.member("producer"))


def test_an_editor_is_not_shown_documents_that_speak_of_money(furnished: Furnished) -> None:
    shown = repr(furnished.read("documents", furnished.member("editor")))
    assert furnished.here.call_sheet in shown
    assert furnished.here.invoice not in shown
    assert furnished.here.invoice in repr(furnished.read("documents", furnished.member("producer")))


def test_a_client_is_shown_offers_with_their_total_and_nothing_of_how_they_were_made(furnished: Furnished) -> None:
    client = furnished.member("client")
    with furnished.studio.database.read() as session:
        page = read_brief_and_proposal(session, client, furnished.here.code, None)
        overview = read_overview(session, client, furnished.here.code)
    assert [version.status for version in page.versions] == ["accepted"]
    assert page.shown is not None
    assert page.shown.inside is None
    assert page.briefs == ()
    assert page.agreement is None
    assert all(step.rule is None for step in page.shown.steps)
    assert (overview.gate, overview.pending, overview.contacts, overview.budgets, overview.summary) == (
        (),
        (),
        (),
        (),
        None,
    )
    with pytest.raises(NotFound), furnished.studio.database.read() as session:
        read_brief_and_proposal(session, client, furnished.here.code, furnished.here.id("draft"))


def test_a_client_is_shown_final_files_and_invoices_and_not_who_made_them(furnished: Furnished) -> None:
    with furnished.studio.database.read() as session:
        found = read_documents(session, furnished.member("client"), furnished.here.code, "invoice")
    assert [row.id for row in found.rows] == [furnished.here.invoice]
    assert found.rows[0].source is None
    assert [hit.document_id for hit in found.hits] == [furnished.here.invoice]


def test_a_version_and_a_budget_of_another_project_are_not_found_under_this_one(furnished: Furnished) -> None:
    admin = furnished.studio.admin
    with furnished.studio.database.read() as session:
        with pytest.raises(NotFound):
            read_brief_and_proposal(session, admin, furnished.here.code, furnished.sibling.id("accepted"))
        with pytest.raises(NotFound):
            read_budgets(session, admin, furnished.here.code, furnished.sibling.id("bud"))
        with pytest.raises(NotFound):
            read_brief(session, admin, furnished.here.id("prj"), furnished.sibling.id("bri"))
        with pytest.raises(NotFound):
            read_comparison(
                session,
                admin,
                furnished.here.id("prj"),
                furnished.sibling.id("accepted"),
                furnished.sibling.id("draft"),
            )


def test_categories_sum_to_the_net_and_a_locked_budget_says_that_it_is(furnished: Furnished) -> None:
    with furnished.studio.database.read() as session:
        shown = read_budgets(session, furnished.studio.admin, furnished.here.code, None).shown
    assert shown is not None
    assert sum(category.total.minor for category in shown.categories) == shown.sums.net.minor
    assert shown.closed is None
    furnished.studio.apply(*operations(("set_budget_status", {"id": furnished.sibling.id("bud"), "status": "locked"})))
    with furnished.studio.database.read() as session:
        locked = read_budgets(session, furnished.studio.admin, furnished.sibling.code, None).shown
    assert locked is not None
    assert locked.closed is not None


def test_the_trail_says_who_did_what_and_is_cut_to_what_is_asked_for(furnished: Furnished) -> None:
    admin, project_id = furnished.studio.admin, furnished.here.id("prj")
    with furnished.studio.database.read() as session:

        def trail(**asked: object) -> list[str | None]:
            return [entry.code for entry in project_trail(session, admin, project_id, Asked(**asked))]  # type: ignore[arg-type]

        everything = trail()
        assert furnished.here.renaming in everything
        assert trail(action="greenlight", user_id=admin.user_id)
        assert trail(action="rejected") == []
        assert trail(user_id="usr_nobody") == []
        assert trail(since=NOON.date(), until=NOON.date()) == everything
        assert trail(until=NOON.date().replace(year=2026)) == []
        first, *rest = project_trail(session, admin, project_id, Asked())
        assert project_trail(session, admin, project_id, Asked(), before_seq=first.seq) == rest
        assert [entry.seq for entry in project_trail(session, admin, project_id, Asked(), limit=1)] == [first.seq]


def test_the_trail_shows_nothing_of_changes_that_its_reader_may_not_see(furnished: Furnished) -> None:
    manager = furnished.member("production_manager")
    with furnished.studio.database.read() as session:
        assert project_trail(session, manager, furnished.here.id("prj"), Asked())
        for role in ("coordinator", "editor", "client"):
            with pytest.raises(Forbidden):
                project_trail(session, furnished.member(role), furnished.here.id("prj"), Asked())
        with pytest.raises(NotFound):
            project_trail(session, manager, furnished.sibling.id("prj"), Asked())


def test_a_project_is_opened_by_who_may_and_works_on_all_of_them(furnished: Furnished) -> None:
    with furnished.studio.database.read() as session:
        assert read_opening(session, furnished.studio.admin).clients
        for actor in (furnished.member("producer"), furnished.member("editor"), furnished.member("client")):
            with pytest.raises(Forbidden):
                read_opening(session, actor)


def test_a_document_opens_at_the_page_that_holds_what_is_cited(furnished: Furnished) -> None:
    with furnished.studio.database.read() as session:
        opened = read_document_page(session, furnished.studio.admin, furnished.here.call_sheet, cited=(0, 10))
        assert opened.cited == (0, 10)
        assert opened.text[:10] == "call_sheet"
        with pytest.raises(NotFound):
            read_document_page(session, furnished.studio.admin, furnished.here.call_sheet, page=2)

"""A citation leads to the page that shows the row, for whoever may see it there; for nobody else is there a row."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from api.web.rows import place_of
from store.kernel.actor import Actor
from store.kernel.errors import DomainError
from tests.api.places import House, Place, furnish, furnish_house
from tests.studio import StudioForTests

IN_A_PROJECT = {
    "project": "prj",
    "client": "cli",
    "contact": "con",
    "brief": "bri",
    "proposal": "accepted",
    "proposal_milestone": "draft",
    "agreement": "agr",
    "budget": "bud",
    "budget_line": "lin",
}
NOT_FOR_AN_EDITOR = set(IN_A_PROJECT) - {"project"}


@dataclass(frozen=True)
class Furnished:
    studio: StudioForTests
    house: House
    here: Place
    sibling: Place

    def where(self, actor: Actor, table: str, row_id: str) -> str:
        with self.studio.database.read() as session:
            return place_of(session, actor, table, row_id)


def row_of(place: Place, table: str) -> str:
    return f"{place.id('draft')}.m0" if table == "proposal_milestone" else place.id(IN_A_PROJECT[table])


@pytest.fixture(scope="module")
def furnished(shared_studio: StudioForTests) -> Furnished:
    house = furnish_house(shared_studio)
    return Furnished(
        shared_studio, house, furnish(shared_studio, "AAA-1", house), furnish(shared_studio, "BBB-1", house)
    )


@pytest.mark.parametrize("table", IN_A_PROJECT)
def test_a_row_of_ones_project_has_a_place_and_a_siblings_has_none(furnished: Furnished, table: str) -> None:
    producer = furnished.studio.person("producer", furnished.here.id("prj"))
    where = furnished.where(producer, table, row_of(furnished.here, table))
    assert where.startswith("/projects")
    with pytest.raises(DomainError):
        furnished.where(producer, table, row_of(furnished.sibling, table))


@pytest.mark.parametrize("table", sorted(NOT_FOR_AN_EDITOR))
def test_a_row_that_a_role_is_not_shown_has_no_place(furnished: Furnished, table: str) -> None:
    editor = furnished.studio.person("editor", furnished.here.id("prj"))
    with pytest.raises(DomainError):
        furnished.where(editor, table, row_of(furnished.here, table))


def test_a_client_is_led_to_its_offer_and_not_to_a_draft(furnished: Furnished) -> None:
    client = furnished.studio.person("client", furnished.here.id("prj"))
    where = furnished.where(client, "proposal", furnished.here.id("accepted"))
    assert where.startswith(f"/projects/{furnished.here.code}/brief?version=")
    for table in ("proposal", "proposal_milestone"):
        with pytest.raises(DomainError):
            furnished.where(client, table, row_of(furnished.here, table).replace("accepted", "draft"))


def test_rows_of_no_project_have_places_too(furnished: Furnished) -> None:
    admin, house = furnished.studio.admin, furnished.house
    assert (
        furnished.where(admin, "rate_item", house.rate_item) == f"/rate-card?item={house.rate_item}#{house.rate_item}"
    )
    assert furnished.where(admin, "person", house.person) == f"/people/{house.person}"
    assert furnished.where(admin, "document", furnished.here.invoice) == f"/documents/{furnished.here.invoice}"
    assert furnished.where(admin, "change_set", furnished.here.renaming).startswith("/approvals/CS-")
    editor = furnished.studio.person("editor", furnished.here.id("prj"))
    for table, row_id in (
        ("rate_item", house.rate_item),
        ("document", furnished.here.invoice),
        ("change_set", furnished.here.renaming),
    ):
        with pytest.raises(DomainError):
            furnished.where(editor, table, row_id)


@pytest.mark.parametrize(("table", "row_id"), [("user", "usr_helper"), ("budget", "bud_none"), ("project", "x" * 200)])
def test_what_is_not_there_is_not_found(furnished: Furnished, table: str, row_id: str) -> None:
    with pytest.raises(DomainError) as refusal:
        furnished.where(furnished.studio.admin, table, row_id)
    assert refusal.value.code == "not_found"

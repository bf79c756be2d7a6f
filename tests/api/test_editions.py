"""Proposals over REST: the PDF and its pages, versions side by side, the next version, and the studio's logo."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from store.demo.script import load_logo
from store.kernel.actor import Actor
from tests.api.client import Rest
from tests.api.places import House, Place, furnish, furnish_house
from tests.studio import operations


@pytest.fixture
def place(rest: Rest) -> Place:
    return furnish(rest.studio, "OWN-1", furnish_house(rest.studio))


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def member(rest: Rest, role: str, place: Place) -> Actor:
    return rest.studio.person(role, place.id("prj"))


def upload(rest: Rest, who: Actor, content: bytes, name: str = "logo.svg") -> Any:
    return rest.http.post("/v1/studio/logo", headers=dict(rest.person(who)), files={"file": (name, content)})


def test_a_pdf_is_named_for_its_version_and_kept_by_nobody_on_the_way(rest: Rest, place: Place) -> None:
    answer = rest.get(f"/proposals/{place.id('draft')}/pdf", rest.person(member(rest, "producer", place)))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert 'filename="OWN-1-proposal-v2.pdf"' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    assert "Camera" in text_of(answer.content)


def test_the_internal_edition_is_told_by_its_name_and_its_pages(rest: Rest, place: Place) -> None:
    who = rest.person(member(rest, "producer", place))
    answer = rest.get(f"/proposals/{place.id('draft')}/pdf", who, edition="internal")
    assert 'filename="OWN-1-proposal-v2-internal.pdf"' in answer.headers["content-disposition"]
    assert "Internal, do not send" in text_of(answer.content)
    assert rest.get(f"/proposals/{place.id('draft')}/pdf", who, edition="other").status_code == 422


def test_a_client_reads_the_lines_of_what_it_was_sent_in_its_document_alone(rest: Rest, place: Place) -> None:
    rest.studio.apply(*operations(("set_proposal_status", {"id": place.id("draft"), "status": "sent"})))
    who = rest.person(member(rest, "client", place))
    assert "Camera" in text_of(rest.get(f"/proposals/{place.id('draft')}/pdf", who).content)
    assert rest.get(f"/proposals/{place.id('draft')}/lines", who).status_code == 403
    assert rest.get(f"/proposals/{place.id('draft')}/pdf", who, edition="internal").status_code == 403


def test_every_page_there_is_can_be_seen_and_no_other(rest: Rest, place: Place) -> None:
    who = rest.person(member(rest, "producer", place))
    pages = rest.get(f"/proposals/{place.id('draft')}/pages", who).json()
    assert pages["filename"] == "OWN-1-proposal-v2.pdf"
    for number in range(1, pages["count"] + 1):
        page = rest.get(f"/proposals/{place.id('draft')}/pages/{number}.png", who)
        assert page.content.startswith(b"\x89PNG")
        assert page.headers["cache-control"].startswith("private")
    for number in (0, pages["count"] + 1):
        assert rest.get(f"/proposals/{place.id('draft')}/pages/{number}.png", who).status_code in (404, 422)


def test_a_revision_is_proposed_and_compares_with_what_it_was_made_of(rest: Rest, place: Place) -> None:
    producer = member(rest, "producer", place)
    who, draft = rest.person(producer), place.id("draft")
    filed = rest.post(f"/proposals/{draft}/revision", who)
    assert filed.status_code == 201
    assert filed.json()["status"] == "pending"
    shown = rest.get(f"/changes/{filed.json()['id']}", who).json()
    fresh = next(op["id"] for op in shown["operations"] if op["kind"] == "create_proposal")
    assert rest.get(f"/proposals/{fresh}", who).status_code == 404
    done = rest.post(f"/changes/{shown['id']}/greenlight", who, {"digest": shown["digest"]})
    assert done.json()["outcome"] == "applied", done.text

    copied = next(op["id"] for op in shown["operations"] if op["kind"] == "add_budget_line")
    rest.studio.apply(*operations(("remove_budget_line", {"id": copied})))
    found = rest.get(f"/proposals/{draft}/compare/{fresh}", who).json()
    assert (found["before"]["revision"], found["after"]["revision"], found["is_same"]) == (2, 3, False)
    assert [line["description"] for line in found["lines"]["removed"]] == ["Camera"]
    assert found["totals"][-1] == {
        "name": "total",
        "before": {"minor": 100, "currency": "EUR"},
        "after": {"minor": 0, "currency": "EUR"},
    }
    assert found["milestones"]["kept"] == 1
    assert rest.get(f"/proposals/{draft}/compare/{draft}", who).json()["is_same"]


def test_offers_of_two_projects_do_not_compare(rest: Rest, place: Place) -> None:
    other = furnish(rest.studio, "OTHER-1", House())
    answer = rest.get(f"/proposals/{place.id('draft')}/compare/{other.id('draft')}", rest.person(rest.studio.admin))
    assert (answer.status_code, answer.json()["code"]) == (422, "other_project")


def test_a_logo_is_sent_greenlit_and_shown(rest: Rest, place: Place) -> None:
    admin = rest.studio.admin
    who = rest.person(admin)
    assert rest.get("/studio/logo", who).status_code == 404
    filed = upload(rest, admin, load_logo())
    assert filed.status_code == 201
    assert rest.get("/studio/logo", who).status_code == 404
    done = rest.post(f"/changes/{filed.json()['id']}/greenlight", who, {"digest": filed.json()["digest"]})
    assert done.json()["outcome"] == "applied"
    shown = rest.get("/studio/logo", rest.person(member(rest, "client", place)))
    assert shown.headers["content-type"].startswith("image/svg+xml")
    assert "sandbox" in shown.headers["content-security-policy"]
    assert rest.get("/studio", who).json()["logo_media_type"] == "image/svg+xml"


def test_a_logo_is_a_picture_of_a_size_and_an_administrator_s_to_send(rest: Rest, place: Place) -> None:
    admin = rest.studio.admin
    assert upload(rest, admin, b"MZ", "logo.png").status_code == 415
    assert upload(rest, admin, load_logo().replace(b"<circle", b"<script/><circle")).status_code == 415
    assert upload(rest, admin, b"\x89PNG\r\n\x1a\n" + bytes(1024 * 1024)).status_code == 413
    assert upload(rest, member(rest, "producer", place), load_logo()).status_code == 403

"""The whole story as a person lives it: a brief comes in, becomes a change, is edited, greenlit, and is a project."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from store.projects.tables import Client, Project
from tests.web.serving import Demo
from tests.web.talking import BRIEF, BRIEFS, answer, ask, connected, drop
from tests.web.watching import shot


def test_from_a_pasted_brief_to_a_project_its_offer_and_an_answer_about_it(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer")
    ask(page, BRIEF)
    card = page.get_by_role("article")
    expect(card).to_contain_text("Aurora Kayaks", timeout=60_000)
    shot(page, "story-1-brief-read")
    assert _code_of(demo) is None, "a person has not greenlit it yet"

    card.get_by_role("link", name="Review and greenlight").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Aurora Kayaks")
    _edit_a_quantity(page)
    shot(page, "story-2-edited")
    page.get_by_role("button", name="Greenlight", exact=True).click()
    expect(page.locator(".change-head .badge").first).to_have_text("applied")
    code = _code_of(demo)
    assert code is not None

    expect(page.get_by_role("region", name="Go on").get_by_role("link", name="See the proposal")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.locator(f"a.board-card[href='/projects/{code}']").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Northern Water")
    page.goto(f"{demo.url}/projects/{code}/brief")
    with page.expect_download() as offered:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert offered.value.path().read_bytes().startswith(b"%PDF")
    shot(page, "story-3-proposal")

    page.goto(f"{demo.url}/copilot?project={code}")
    ask(page, f"What is the total of the proposal for {code}?")
    expect(answer(page)).to_contain_text("EUR", timeout=45_000)
    page.locator(".said .prose a.cite").first.click()
    expect(page).to_have_url(re.compile(rf"/projects/{code}"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Northern Water")


def test_a_newcomer_gets_from_the_door_to_a_greenlit_offer_and_its_pdf_by_what_is_offered(
    demo: Demo, page: Page
) -> None:
    page.goto(demo.url)
    page.get_by_role("button", name="Start as").click()
    connected(page)
    page.get_by_role("button", name="Try it with a sample brief").click()
    page.get_by_role("link", name="Review and greenlight").click(timeout=60_000)
    page.get_by_role("button", name="Greenlight", exact=True).click()
    page.get_by_role("link", name="See the proposal").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("First Quiet Cup")
    with page.expect_download() as offered:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert offered.value.path().read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("who", ["editor", "client"])
def test_whom_the_change_does_not_concern_finds_neither_it_nor_its_project(demo: Demo, page: Page, who: str) -> None:
    demo.sign_in(page, "producer")
    drop(page, "rfp.pdf", (BRIEFS / "en_pdf_rfp_table.pdf").read_bytes())
    review = page.get_by_role("article").get_by_role("link", name="Review and greenlight")
    expect(review).to_be_visible(timeout=60_000)
    address = review.get_attribute("href")
    page.context.clear_cookies()
    demo.sign_in(page, who)
    answered = page.request.get(f"{demo.url}{address}")
    assert answered.status in (403, 404)
    connected(page)


def _edit_a_quantity(page: Page) -> None:
    page.locator("#act-edit").click()
    quantity = page.get_by_label(re.compile("^Quantity of ")).first
    was = quantity.input_value()
    quantity.fill(str(int(float(was)) + 1))
    page.get_by_role("button", name="Look at the new before and after").click()
    page.get_by_role("button", name="Save as a new revision").click()
    expect(page.locator(".change-head")).to_contain_text("revision 2")


def _code_of(demo: Demo) -> str | None:
    with demo.database.read() as session:
        found = session.exec(
            select(Project).join(Client, col(Client.id) == col(Project.client_id)).where(Client.name == "Aurora Kayaks")
        ).first()
        return found.code if found else None

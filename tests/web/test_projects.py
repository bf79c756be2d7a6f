"""Projects as people use them: the board, the gate, a budget's lines, documents, and what each role is shown."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.web.serving import Demo
from tests.web.watching import Troubles

CITED = "wbd_demo_lum2602.l40"
ON_REVIEW = re.compile(r"/approvals/CS-")
# A page that is refused says so by its status, which a browser's console repeats.
REFUSED = (r"status of 40[34]", r"answered 40[34]: GET .*/(projects/|not-found)")


def test_the_board_is_walked_by_keyboard_and_cut_down_by_words(page: Page, demo: Demo) -> None:
    demo.sign_in(page, "producer")
    page.goto(f"{demo.url}/projects")
    expect(page.locator(".board-card")).to_have_count(7)
    page.get_by_role("searchbox", name="Find a project").fill("lumen winter")
    expect(page.locator(".board-card")).to_have_count(1)
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/projects/LUM-26-02$"))
    expect(page.get_by_role("heading", name="Winter Evenings commercial")).to_be_visible()


def test_on_a_phone_one_stage_is_shown_at_a_time(phone: Page, demo: Demo) -> None:
    demo.sign_in(phone, "producer")
    phone.goto(f"{demo.url}/projects")
    expect(phone.get_by_role("link", name="Salt Road, short film")).to_be_visible()
    phone.get_by_role("button", name=re.compile("^Pre-production")).click()
    expect(phone.get_by_role("link", name="Foxfire announcement trailer")).to_be_visible()
    expect(phone.get_by_role("link", name="Salt Road, short film")).to_be_hidden()


def test_what_a_gate_asks_for_is_confirmed_by_a_change_set(page: Page, demo: Demo) -> None:
    demo.sign_in(page, "producer")
    page.goto(f"{demo.url}/projects/AST-26-01")
    expect(page.get_by_role("button", name="Move to Post-production")).to_be_disabled()
    page.get_by_role("button", name="Confirm").click()
    expect(page).to_have_url(ON_REVIEW)


def test_a_cited_line_is_landed_on_and_marked(page: Page, demo: Demo) -> None:
    demo.sign_in(page, "producer")
    page.goto(f"{demo.url}/rows/budget_line/{CITED}")
    line = page.locator(f"[id='{CITED}']")
    expect(line).to_have_class(re.compile("cited"))
    expect(line).to_be_in_viewport()
    page.get_by_role("searchbox", name="Find a line").fill("nothing like it")
    expect(page.get_by_text("No line matches.")).to_be_visible()


def test_a_form_keeps_what_was_typed_and_says_what_is_wrong_at_its_field(page: Page, demo: Demo) -> None:
    demo.sign_in(page, "producer")
    page.goto(f"{demo.url}/projects/LUM-26-02/budget?budget=wbd_demo_lum2602")
    page.locator(f"[data-line='{CITED}']").click()
    rate = page.get_by_label(re.compile("^Rate"))
    rate.fill("a thousand")
    page.get_by_role("button", name="Propose the change").click()
    expect(page.get_by_text("Write it in digits")).to_be_visible()
    expect(rate).to_have_value("a thousand")
    rate.fill("1,234.56")
    page.get_by_role("button", name="Propose the change").click()
    expect(page).to_have_url(ON_REVIEW)


def test_a_project_is_opened_by_a_change_set(page: Page, demo: Demo) -> None:
    demo.sign_in(page, "producer")
    page.goto(f"{demo.url}/projects/new")
    page.get_by_role("button", name="Propose the project").click()
    expect(page.get_by_text("This is needed.").first).to_be_visible()
    page.get_by_label("Name", exact=True).fill("Harbour film")
    page.get_by_label("Client", exact=True).select_option("new")
    page.get_by_label(re.compile("^New client")).fill("Harbour Company")
    page.get_by_role("button", name="Propose the project").click()
    expect(page).to_have_url(ON_REVIEW)


def test_a_file_that_is_not_what_it_is_called_is_refused_in_words(page: Page, demo: Demo) -> None:
    demo.sign_in(page, "producer")
    page.goto(f"{demo.url}/projects/LUM-26-02/documents?kind=call_sheet")
    for name, said in (("sheet.pdf", "is called .pdf and is something else"), ("sheet.txt", None)):
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Add a document").click()
        chooser.value.set_files({"name": name, "mimeType": "text/plain", "buffer": b"General call 07:00"})
        if said:
            expect(page.get_by_text(said)).to_be_visible()
    expect(page).to_have_url(ON_REVIEW)


def test_an_editor_is_sent_no_money(page: Page, demo: Demo, troubles: Troubles) -> None:
    troubles.expect(*REFUSED)
    demo.sign_in(page, "editor")
    received: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(str(frame))))
    for address in ("/projects", "/projects/HAL-26-01", "/projects/HAL-26-01/documents"):
        page.goto(f"{demo.url}{address}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for sent in (page.content(), *received):
            assert "GBP" not in sent
            assert "78,405" not in sent
    page.goto(f"{demo.url}/projects/HAL-26-01/budget")
    expect(page.get_by_text("This page is not for your role")).to_be_visible()
    page.goto(f"{demo.url}/rows/proposal/pro_demo_hal2601")
    expect(page.get_by_role("heading", name="Not found")).to_be_visible()


def test_a_client_is_shown_its_own_projects_and_what_was_offered(page: Page, demo: Demo, troubles: Troubles) -> None:
    troubles.expect(*REFUSED)
    demo.sign_in(page, "client")
    page.goto(f"{demo.url}/projects")
    expect(page.get_by_role("heading", name="Your projects")).to_be_visible()
    expect(page.locator(".board-card")).to_have_count(2)
    page.goto(f"{demo.url}/projects/LUM-26-02/brief")
    expect(page.get_by_role("heading", name="Terms")).to_be_visible()
    expect(page.get_by_text("Contingency", exact=True)).to_have_count(0)
    expect(page.get_by_role("heading", name="The brief")).to_have_count(0)
    page.goto(f"{demo.url}/projects/MER-26-01")
    expect(page.get_by_role("heading", name="Not found")).to_be_visible()


def test_two_versions_stand_side_by_side(page: Page, demo: Demo) -> None:
    demo.sign_in(page, "producer")
    page.goto(f"{demo.url}/projects/NOR-26-01/brief")
    page.get_by_role("button", name="New version").click()
    expect(page).to_have_url(ON_REVIEW)

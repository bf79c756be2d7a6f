"""The composer: words and files go in once, are kept until they are stored, and are refused in words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, func, select

from store.documents.tables import Document
from tests.web.serving import Demo
from tests.web.talking import BRIEF, BRIEFS, answer, ask, composer, connected, drop, stored

QUESTION = "Which changes are waiting?"
MEGABYTE = 1024 * 1024


@pytest.fixture
def at_work(demo: Demo, page: Page) -> Page:
    demo.sign_in(page, "producer")
    connected(page)
    return page


def test_enter_sends_and_shift_enter_is_a_new_line(demo: Demo, at_work: Page) -> None:
    words = composer(at_work)
    words.fill("Which changes")
    words.press("Shift+Enter")
    words.press_sequentially("are waiting?")
    words.press("Enter")
    expect(words).to_have_value("")
    expect(answer(at_work)).to_be_visible(timeout=45_000)
    assert stored(demo, at_work, "human") == ["Which changes\nare waiting?"]


def test_a_double_click_on_send_asks_once(demo: Demo, at_work: Page) -> None:
    composer(at_work).fill(QUESTION)
    at_work.get_by_role("button", name="Send").dblclick()
    expect(answer(at_work)).to_be_visible(timeout=45_000)
    at_work.wait_for_timeout(500)
    assert stored(demo, at_work, "human") == [QUESTION]


def test_what_is_typed_survives_a_reload_and_a_walk_to_another_page(at_work: Page) -> None:
    composer(at_work).press_sequentially("Half a thought")
    at_work.reload()
    expect(composer(at_work)).to_have_value("Half a thought")
    at_work.goto(at_work.url + "?list=1")
    at_work.go_back()
    expect(composer(at_work)).to_have_value("Half a thought")


def test_what_was_sent_is_not_offered_again_when_one_comes_back(demo: Demo, at_work: Page) -> None:
    composer(at_work).press_sequentially(QUESTION)
    composer(at_work).press("Enter")
    expect(answer(at_work)).to_be_visible(timeout=45_000)
    at_work.goto(f"{demo.url}/copilot")
    connected(at_work)
    expect(composer(at_work)).to_have_value("")


def test_a_conversation_has_its_address_and_back_leads_out_of_it(demo: Demo, at_work: Page) -> None:
    ask(at_work, QUESTION)
    expect(at_work).to_have_url(re.compile(r"/copilot/cnv_\w+$"))
    talk = at_work.url
    at_work.get_by_role("link", name="New conversation").click()
    expect(at_work).to_have_url(f"{demo.url}/copilot")
    at_work.go_back()
    expect(at_work).to_have_url(talk)
    expect(at_work.locator(".asked")).to_contain_text(QUESTION)


def test_a_dropped_pdf_is_read_in_steps_and_becomes_a_change(demo: Demo, at_work: Page) -> None:
    drop(at_work, "rfp.pdf", (BRIEFS / "en_pdf_rfp_table.pdf").read_bytes())
    expect(at_work.locator(".progress li, .working").first).to_be_visible()
    card = at_work.get_by_role("article")
    expect(card.get_by_role("link", name="Review and greenlight")).to_be_visible(timeout=60_000)
    expect(at_work.locator(".asked")).to_have_count(1)
    assert len(stored(demo, at_work, "ai")) == 1


def test_a_long_brief_is_read_while_the_page_stays_quick(demo: Demo, at_work: Page) -> None:
    page_of_text = "The film follows one paddler from dawn to dusk, and the water is the second character. " * 35
    drop(at_work, "thirty-pages.txt", (BRIEF + page_of_text * 30).encode())
    expect(at_work.locator(".progress li, .working").first).to_be_visible()
    at_work.keyboard.press("Control+k")
    expect(at_work.locator("#palette")).to_be_visible(timeout=2_000)
    at_work.locator("#palette-words").fill("Lumen")
    expect(at_work.locator(".palette-row").first).to_contain_text("Lumen", timeout=10_000)
    at_work.keyboard.press("Escape")
    expect(at_work.get_by_role("article")).to_be_visible(timeout=90_000)


def test_a_file_of_100_megabytes_is_refused_in_words_and_not_kept(demo: Demo, at_work: Page) -> None:
    before = _documents(demo)
    drop(at_work, "huge.pdf", size=100 * MEGABYTE)
    expect(at_work.get_by_text("A brief may be up to 25 MB")).to_be_visible()
    assert _documents(demo) == before


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("brief.pdf", b"MZ\x90\x00" + b"\x00" * 400, "cannot be read as a document"),
        ("brief.txt", b"%PDF-1.7 and nothing more", "The document is damaged"),
        ("empty.txt", b"", "empty"),
    ],
)
def test_what_a_file_is_says_its_content_and_one_that_is_no_brief_is_answered_in_words(
    at_work: Page, name: str, content: bytes, says: str
) -> None:
    drop(at_work, name, content)
    expect(at_work.locator(".said .prose, .notice").last).to_contain_text(says, timeout=45_000)
    expect(at_work.get_by_role("article")).to_have_count(0)


def test_a_kind_of_file_that_is_never_a_brief_is_refused_at_once_and_not_kept(demo: Demo, at_work: Page) -> None:
    before = _documents(demo)
    drop(at_work, "film.mov", b"\x00\x00\x00\x14ftypqt  ")
    expect(at_work.locator(".notice")).to_contain_text("A brief is a PDF")
    words = at_work.locator(".notice .q-notification__message").evaluate("one => getComputedStyle(one).color")
    assert words != "rgb(255, 255, 255)", "white on pale red is not read"
    assert _documents(demo) == before


def test_too_long_a_text_is_refused_in_words_and_stays_in_the_composer(at_work: Page) -> None:
    composer(at_work).fill("word " * 240_000)
    composer(at_work).press("Enter")
    expect(at_work.locator(".notice")).to_contain_text("as a file and drop it")
    expect(composer(at_work)).to_be_editable()
    assert len(composer(at_work).input_value()) == 1_200_000


@pytest.mark.parametrize("client", ["🎬 Kamera & Söhne", "שמש הפקות", "<b onclick=alert(1)>Bold</b> & Co"])
def test_names_in_any_alphabet_are_shown_as_they_are(demo: Demo, at_work: Page, client: str) -> None:
    ask(at_work, BRIEF.replace("Aurora Kayaks", client))
    card = at_work.get_by_role("article")
    expect(card).to_be_visible(timeout=60_000)
    expect(at_work.locator(".asked")).to_contain_text(f"Client: {client}")
    assert card.locator("b").count() == 0
    assert at_work.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _documents(demo: Demo) -> int:
    with demo.database.read() as session:
        return session.exec(select(func.count(col(Document.id)))).one()

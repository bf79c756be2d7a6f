"""The whole story as a person lives it: a brief comes in, becomes a change, and waits for a greenlight."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.web.serving import Demo
from tests.web.watching import shot

BRIEF = (
    "Draft a proposal from this brief:\n"
    "Client: Aurora Kayaks\nProject: Northern Water\n"
    "One 60 second film and two 15 second cut-downs, delivered by 14 May 2027. Budget EUR 85,000 ex VAT.\n"
    "Two shoot days on location in Norway.\n"
)


def test_a_pasted_brief_becomes_a_change_to_review(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "producer")
    page.get_by_label("Ask, or paste a brief").fill(BRIEF)
    page.get_by_role("button", name="Send").click()
    card = page.get_by_role("article")
    expect(card).to_contain_text("Aurora Kayaks", timeout=30_000)
    expect(card.get_by_role("link", name="Review and greenlight")).to_be_visible()
    shot(page, "brief-read")

"""Talking to the copilot in a browser, and what was stored of it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from sqlmodel import col, select

from store.inbox.tables import Message
from tests.web.serving import Demo

BRIEF = (
    "Draft a proposal from this brief:\n"
    "Client: Aurora Kayaks\nProject: Northern Water\n"
    "One 60 second film and two 15 second cut-downs, delivered by 14 May 2027. Budget EUR 85,000 ex VAT.\n"
    "Two shoot days on location in Norway.\n"
)
BRIEFS = Path(__file__).resolve().parents[2] / "evals/cases/briefs/dev"


def composer(page: Page) -> Locator:
    return page.locator("#composer-words")


def connected(page: Page) -> None:
    """Wait until the page's socket is up: what is done before that is lost on nobody but a very quick hand."""
    page.wait_for_function("globalThis.did_handshake === true")


def ask(page: Page, words: str) -> None:
    """Say something, and wait until the server has it."""
    connected(page)
    composer(page).fill(words)
    page.get_by_role("button", name="Send").click()
    expect(composer(page)).to_have_value("")


def answer(page: Page) -> Locator:
    """The newest answer."""
    return page.locator(".said .prose").last


def drop(page: Page, name: str, content: bytes | None = None, size: int = 0) -> None:
    """Drop a file on the conversation; one of `size` zero bytes where no content is given."""
    connected(page)
    page.evaluate(
        """([name, content, size]) => {
            const bytes = content === null ? new Uint8Array(size) : Uint8Array.from(content);
            const data = new DataTransfer();
            data.items.add(new File([bytes], name));
            const target = document.querySelector(".chat-main");
            for (const type of ["dragover", "drop"])
                target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        [name, None if content is None else list(content), size],
    )


def stored(demo: Demo, page: Page, role: str | None = None) -> list[str]:
    """Return what the conversation that the page shows holds in the database, in order."""
    conversation = page.url.rpartition("/")[2].partition("?")[0]
    with demo.database.read() as session:
        rows = session.exec(
            select(Message).where(col(Message.conversation_id) == conversation).order_by(col(Message.position))
        )
        return [row.content for row in rows if role in (None, row.role)]

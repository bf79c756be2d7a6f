"""A turn belongs to the studio and not to a tab: it outlives lost connections, restarts, crashes and sessions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, func, select

from store.access.tables import User, UserSession
from store.changes.tables import ChangeSet
from tests.agent.openai_server import Call, Endpoint, Say, serve
from tests.web.conftest import OpenContext
from tests.web.serving import Demo
from tests.web.talking import answer, ask, composer, connected, stored
from tests.web.watching import Troubles

LONG = Say(tuple(f"word{number} " for number in range(60)), pause=0.15)
SHORT = Say(("A short ", "answer."))
AWAY = ("ERR_CONNECTION_REFUSED", "ERR_INTERNET_DISCONNECTED", "WebSocket", "socket.io", "Failed to fetch", "CLOSED")


@pytest.fixture(scope="module")
def model() -> Iterator[Endpoint]:
    """The model's endpoint; a test puts the `steps` it is to answer with."""
    with serve(SHORT) as endpoint:
        yield endpoint


@pytest.fixture(scope="module")
def modelled(serve_demo: Callable[..., Demo], model: Endpoint) -> Demo:
    return serve_demo(GREENLIGHT_MODEL="test", GREENLIGHT_MODEL_BASE_URL=model.url, GREENLIGHT_MODEL_API_KEY="none")


@pytest.fixture
def slow(modelled: Demo, model: Endpoint) -> Demo:
    """A demo studio whose model takes its time."""
    model.steps[:] = [LONG]
    return modelled


def test_stopping_ends_the_answer_where_it_is(slow: Demo, page: Page) -> None:
    slow.sign_in(page)
    ask(page, "Tell me everything")
    expect(answer(page)).to_contain_text("word3", timeout=45_000)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    expect(answer(page)).to_have_text("Stopped at your request.")
    assert stored(slow, page, "ai") == ["Stopped at your request."]


def test_a_second_tab_follows_the_turn_and_both_end_with_the_same_words(slow: Demo, page: Page) -> None:
    slow.sign_in(page)
    ask(page, "Tell me everything")
    expect(answer(page)).to_contain_text("word1", timeout=45_000)
    other = page.context.new_page()
    other.goto(page.url)
    expect(answer(other)).to_contain_text("word5")
    expect(other.get_by_role("button", name="Stop")).to_be_visible()
    for tab in (page, other):
        expect(answer(tab)).to_contain_text("word59", timeout=45_000)
        expect(tab.locator(".said .prose")).to_have_count(1)
        expect(tab.locator(".asked")).to_have_count(1)


def test_a_lost_connection_comes_back_where_it_was(slow: Demo, page: Page, troubles: Troubles) -> None:
    troubles.expect(*AWAY)
    slow.sign_in(page)
    ask(page, "Tell me everything")
    expect(answer(page)).to_contain_text("word2", timeout=45_000)
    page.evaluate("globalThis.sameDocument = true")
    page.context.set_offline(True)
    page.evaluate("socket.io.engine.close()")
    composer(page).fill("Typed while away")
    page.wait_for_timeout(1500)
    page.context.set_offline(False)
    expect(answer(page)).to_contain_text("word59", timeout=40_000)
    expect(composer(page)).to_have_value("Typed while away")
    assert page.evaluate("globalThis.sameDocument"), "the page was loaded anew"
    expect(page.locator(".asked")).to_have_count(1)


def test_a_restart_of_the_server_loses_no_turn_and_nothing_that_was_typed(
    slow: Demo, model: Endpoint, page: Page, troubles: Troubles
) -> None:
    troubles.expect(*AWAY)
    slow.sign_in(page)
    ask(page, "Tell me everything")
    expect(answer(page)).to_contain_text("word2", timeout=45_000)
    composer(page).press_sequentially("Half a thought")
    slow.restart()
    expect(page.locator(".said .prose")).to_have_count(1, timeout=60_000)
    expect(answer(page)).to_contain_text("word59", timeout=60_000)
    expect(composer(page)).to_have_value("Half a thought")
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()
    assert len(stored(slow, page, "ai")) == 1


def test_after_kill_9_a_turn_is_answered_once_and_nothing_is_filed_twice(
    slow: Demo, model: Endpoint, page: Page, troubles: Troubles
) -> None:
    troubles.expect(*AWAY)
    rename = Call((("propose_contact", '{"client": "Lumen", "name": "Nia Holt", "email": "nia@lumen-light.example"}'),))
    model.steps[:] = [rename, LONG]
    slow.sign_in(page)
    before = _filed(slow)
    ask(page, "Add Nia Holt at Lumen")
    expect(answer(page)).to_contain_text("word2", timeout=45_000)
    filed = _filed(slow) - before
    slow.kill()
    slow.start()
    expect(page.get_by_role("button", name="Send")).to_be_visible(timeout=60_000)
    page.reload()
    expect(page.locator(".said .prose")).to_have_count(1, timeout=60_000)
    page.wait_for_timeout(1500)
    assert _filed(slow) - before == filed
    assert len(stored(slow, page, "human")) == 1
    assert len([words for words in stored(slow, page, "ai") if words]) == 1


def test_a_session_that_ends_while_one_types_is_renewed_in_place_and_the_words_are_sent_once(
    slow: Demo, model: Endpoint, page: Page, troubles: Troubles
) -> None:
    model.steps[:] = [SHORT]
    slow.sign_in(page)
    connected(page)
    page.evaluate("globalThis.sameDocument = true")
    composer(page).fill("Words of an ended session")
    _end_sessions(slow, "producer")
    page.get_by_role("button", name="Send").click()
    dialog = page.get_by_role("dialog", name="Sign in again")
    expect(dialog).to_be_visible()
    dialog.get_by_label("E-mail").fill(slow.email("producer"))
    dialog.get_by_label("Password").fill("not it")
    troubles.expect("answered 401", "status of 401")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_label("Password").fill(slow.password)
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog).to_be_hidden()
    expect(composer(page)).to_have_value("Words of an ended session")
    page.get_by_role("button", name="Send").click()
    expect(answer(page)).to_contain_text("A short answer.", timeout=45_000)
    assert stored(slow, page, "human") == ["Words of an ended session"]
    assert page.evaluate("globalThis.sameDocument"), "the page was loaded anew"


def test_a_turn_is_watched_no_more_once_its_person_has_signed_out_elsewhere(
    slow: Demo, page: Page, open_context: OpenContext
) -> None:
    slow.sign_in(page)
    ask(page, "Tell me everything")
    expect(answer(page)).to_contain_text("word2", timeout=45_000)
    other = page.context.new_page()
    other.goto(f"{slow.url}/copilot")
    other.get_by_role("button", name="Sign out").click()
    expect(other).to_have_url(re.compile("/sign-in"))
    expect(page.get_by_role("dialog", name="Sign in again")).to_be_visible(timeout=10_000)
    assert "word50" not in page.locator("#chat-scroll").inner_text()


def _filed(demo: Demo) -> int:
    with demo.database.read() as session:
        return session.exec(select(func.count()).select_from(ChangeSet)).one()


def _end_sessions(demo: Demo, who: str) -> None:
    with demo.database.write() as session:
        user = session.exec(select(User).where(col(User.email) == demo.email(who))).one()
        for row in session.exec(select(UserSession).where(col(UserSession.user_id) == user.id)):
            row.expires_at = datetime.now(UTC) - timedelta(minutes=1)
            session.add(row)

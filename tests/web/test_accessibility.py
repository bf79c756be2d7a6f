"""Everyone can use it: no serious fault that axe knows of on any page, and everything by keyboard, with focus seen."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web import places
from tests.web.conftest import PHONE, OpenContext
from tests.web.serving import Demo
from tests.web.talking import BRIEF, answer, ask, composer, connected
from tests.web.watching import Troubles

# Every page by who sees most of it, and some by those who see least.
ADDRESSES = [
    *((address, "admin") for address in places.STUDIO),
    *((address, "producer") for address in places.of_project("LUM-26-02")),
    (places.NOWHERE, "producer"),
    ("/copilot", "editor"),
    ("/approvals", "editor"),
    ("/projects", "client"),
    ("/projects/LUM-26-02", "client"),
    ("/settings", "crew"),
]
NOT_THERE = (r"answered 40[34]", r"status of 40[34]")
GRAVE = ("serious", "critical")
# NiceGUI keeps its two notices about the connection in every page; hidden ones are not read to anyone.
NOT_OURS = {"exclude": [[".nicegui-error-popup"], ["#nicegui-keep-alive-cache"]]}


@pytest.mark.parametrize(("address", "who"), ADDRESSES)
def test_no_page_has_a_serious_fault_light_or_dark_on_a_laptop_or_a_phone(
    demo: Demo, open_context: OpenContext, troubles: Troubles, address: str, who: str
) -> None:
    troubles.expect(*NOT_THERE)
    for size in ({}, PHONE):
        page = open_context(**size).new_page()
        demo.sign_in(page, who, then=address)
        connected(page)
        for theme in ("light", "dark"):
            _set_theme(page, theme)
            assert _faults(page) == [], f"{address} for {who}, {theme}, {page.viewport_size}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"


def test_a_conversation_with_a_change_in_it_has_no_serious_fault(demo: Demo, page: Page) -> None:
    demo.sign_in(page)
    ask(page, BRIEF)
    expect(page.get_by_role("article")).to_be_visible(timeout=60_000)
    for theme in ("light", "dark"):
        _set_theme(page, theme)
        assert _faults(page) == []


def test_the_door_has_no_serious_fault(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/sign-in?again=1")
    for theme in ("light", "dark"):
        _set_theme(page, theme)
        assert _faults(page) == []


def test_one_signs_in_by_keyboard_alone(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/copilot")
    page.keyboard.type(demo.email("producer"))
    page.keyboard.press("Tab")
    page.keyboard.type(demo.password)
    page.keyboard.press("Enter")
    expect(composer(page)).to_be_visible()


@pytest.mark.parametrize(
    ("key", "address"), [("a", "/approvals"), ("p", "/projects"), ("r", "/rate-card"), ("s", "/settings")]
)
def test_g_and_a_letter_leads_to_a_place(demo: Demo, page: Page, troubles: Troubles, key: str, address: str) -> None:
    troubles.expect(*NOT_THERE)
    demo.sign_in(page)
    connected(page)
    page.keyboard.press("g")
    page.keyboard.press(key)
    expect(page).to_have_url(demo.url + address)


def test_letters_typed_in_the_composer_are_words_and_lead_nowhere(demo: Demo, page: Page) -> None:
    demo.sign_in(page)
    connected(page)
    composer(page).press_sequentially("ga /jk?")
    expect(composer(page)).to_have_value("ga /jk?")
    expect(page).to_have_url(f"{demo.url}/copilot")
    expect(page.locator("#palette")).to_be_hidden()


def test_j_and_k_walk_through_rows_and_enter_opens_one(demo: Demo, page: Page) -> None:
    demo.sign_in(page, "line_producer")
    for words in ("Which changes are waiting?", "Which projects are in production?"):
        ask(page, words)
        expect(answer(page)).to_be_visible(timeout=45_000)
        page.get_by_role("link", name="New conversation").click()
        connected(page)
    rows = page.locator("[data-row]")
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    assert _shows_focus(page)
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/copilot/cnv_"))


def test_the_palette_finds_a_project_and_escape_closes_it(demo: Demo, page: Page, troubles: Troubles) -> None:
    troubles.expect(*NOT_THERE)
    demo.sign_in(page)
    connected(page)
    page.keyboard.press("Control+k")
    expect(page.locator("#palette-words")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("LUM-26-02")
    expect(page.locator(".palette-row").first).to_contain_text("LUM-26-02")
    assert _faults(page) == []
    page.keyboard.press("ArrowDown")
    assert _shows_focus(page)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{demo.url}/projects/LUM-26-02")


def test_every_stop_of_the_tab_key_is_seen(demo: Demo, page: Page) -> None:
    demo.sign_in(page)
    connected(page)
    page.locator("body").focus()
    seen: list[str] = []
    for _ in range(16):
        page.keyboard.press("Tab")
        here = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        if here.startswith("<body"):
            break
        assert _shows_focus(page), here
        seen.append(here)
    assert any("composer-words" in here for here in seen) or len(seen) > 10


def _faults(page: Page) -> list[str]:
    found = Axe().run(page, context=NOT_OURS, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{fault['id']}: {fault['help']}: {[node['html'][:160] for node in fault['nodes'][:4]]}"
        for fault in found
        if fault["impact"] in GRAVE
    ]


def _set_theme(page: Page, theme: str) -> None:
    page.evaluate(
        "theme => { document.documentElement.dataset.theme = theme; globalThis.Quasar?.Dark.set(theme === 'dark'); }",
        theme,
    )
    page.wait_for_timeout(50)


def _shows_focus(page: Page) -> bool:
    """Whether the focused element, or what it stands in, is drawn with a ring or another colour than it is without."""
    return bool(
        page.evaluate(
            """() => {
                const here = document.activeElement;
                const drawn = (one) => {
                    const { boxShadow, outline, borderColor, backgroundColor } = getComputedStyle(one);
                    return [boxShadow, outline, borderColor, backgroundColor].join("|");
                };
                const chain = [here, here.parentElement, here.parentElement?.parentElement].filter(Boolean);
                const focused = chain.map(drawn);
                here.blur();
                const plain = chain.map(drawn);
                here.focus({ focusVisible: true });
                return focused.some((one, at) => one !== plain[at]);
            }"""
        )
    )

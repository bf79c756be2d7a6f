"""Fixtures of the tests that drive a real Chromium against a real server.

Each module gets a demo studio of its own (`demo`), copied from one that is seeded once; `serve_demo` gives a test one
with other settings, or one to kill. `page` is a laptop, `phone` a phone. A test fails on errors in the console, on
failed requests, on errors in the server's log and on any request to another site, unless it told `troubles` before.

The browser lives as long as a module: Playwright keeps an event loop running in the test's thread, and a test of
another module in the same process may need to run one of its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.web.serving import Demo, seeded_home
from tests.web.watching import Troubles, shot

LAPTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A busy machine is no reason to fail: how long a page may take before a test gives up.
_PATIENCE_MS = 20_000
expect.set_options(timeout=_PATIENCE_MS)


class OpenContext(Protocol):
    """Opens another browser of the test's, with cookies of its own."""

    def __call__(self, **options: Any) -> BrowserContext: ...


@pytest.fixture(scope="session")
def chromium() -> str:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("these tests drive a browser: apt-get install chromium")
    return path


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A seeded home, shared by the test processes of this run."""
    own = tmp_path_factory.getbasetemp()
    return seeded_home(own if worker_id == "master" else own.parent)


@pytest.fixture(scope="module")
def served() -> list[Demo]:
    """Every demo studio that this module has served so far."""
    return []


@pytest.fixture(scope="module")
def demo(demo_template: Path, tmp_path_factory: pytest.TempPathFactory, served: list[Demo]) -> Iterator[Demo]:
    """The module's own demo studio, served."""
    home = tmp_path_factory.mktemp("demo") / "home"
    shutil.copytree(demo_template, home)
    served.append(made := Demo(home))
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def serve_demo(
    demo_template: Path, tmp_path_factory: pytest.TempPathFactory, served: list[Demo]
) -> Iterator[Callable[..., Demo]]:
    """Serve further demo studios, with settings from the environment."""
    own: list[Demo] = []

    def serve(**environment: str) -> Demo:
        home = tmp_path_factory.mktemp("demo") / "home"
        shutil.copytree(demo_template, home)
        own.append(Demo(home, **environment))
        served.append(own[-1])
        return own[-1]

    yield serve
    for one in own:
        one.dispose()


@pytest.fixture(scope="module")
def playwright(chromium: str) -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=chromium, args=_ARGS)
    yield launched
    launched.close()


@pytest.fixture
def troubles(served: list[Demo]) -> Iterator[Troubles]:
    """What went wrong in the test's pages and in the servers; a test that provokes something says so here."""
    found = Troubles(served)
    for one in served:
        one.complaints()
    yield found
    for one in served:
        for complaint in one.complaints():
            found.add(f"server: {complaint}")
    assert not found.unexpected, "\n".join(found.unexpected)


@pytest.fixture
def open_context(browser: Browser, troubles: Troubles, request: pytest.FixtureRequest) -> Iterator[OpenContext]:
    """Open browsers of several people, or of other sizes, in one test."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        context = browser.new_context(locale="en-GB", reduced_motion="reduce", **{**LAPTOP, **options})
        context.set_default_timeout(_PATIENCE_MS)
        troubles.watch(context)
        opened.append(context)
        return context

    yield open_one
    call = getattr(request.node, "rep_call", None)
    for number, context in enumerate(opened):
        if call is not None and call.failed:
            for tab, page in enumerate(context.pages):
                shot(page, f"failed-{request.node.name}-{number}-{tab}")
        context.close()


@pytest.fixture
def page(open_context: OpenContext) -> Page:
    """A tab on a laptop."""
    return open_context().new_page()


@pytest.fixture
def phone(open_context: OpenContext) -> Page:
    """A tab on a phone."""
    return open_context(**PHONE).new_page()

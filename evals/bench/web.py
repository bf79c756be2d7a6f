"""The web pages of a busy studio: how soon a page is sent, how soon it can be used, and what fifty people cost.

The studio has 200 projects and 1,000 change sets that wait. The peer is a bare NiceGUI page, measured beside ours.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import perf_counter

import httpx

from evals.bench.measure import Figure, milliseconds
from evals.bench.page_client import PageClient
from evals.bench.serving import Served, serving, serving_bare
from evals.bench.studio import BenchStudio, bench_studio, quoted_project
from store.access.credentials import sign_in
from store.changes.engine import Origin, Request, file_change_set
from store.kernel.ids import new_id
from store.projects.operations import CreateClient

PROJECTS, WAITING, PEOPLE = 200, 1_000, 50
QUESTION = "Which changes are waiting?"
_PAGES = ("/copilot", "/approvals")
_ROUNDS = 40
_AT_ONCE = 20


def web_figures() -> list[Figure]:
    """Measure; pages that are not there yet, and what takes a browser where there is none, are left out."""
    with busy_studio() as (studio, cookie), serving(studio.settings.home) as ours, serving_bare() as bare:
        visitor = httpx.Client(base_url=ours.url, headers={"Cookie": cookie, "Accept-Encoding": "gzip"}, timeout=30)
        stranger = httpx.Client(base_url=bare.url)
        there = [address for address in _PAGES if visitor.get(address).status_code == 200]
        figures = [_sent(visitor, stranger, address) for address in there]
        figures += [figure for address in there for figure in _usable(ours, bare, cookie, address)]
        figures += _crowd(ours, bare, cookie)
    return figures


@contextmanager
def busy_studio() -> Iterator[tuple[BenchStudio, str]]:
    """Yield a studio with much in it, and the cookie of its administrator."""
    with bench_studio() as studio:
        for first in range(0, PROJECTS, _AT_ONCE):
            of_each = (
                quoted_project(2, code=f"PRJ-{n:03}", client=f"Client {n}") for n in range(first, first + _AT_ONCE)
            )
            studio.apply([operation for operations in of_each for operation in operations])
        with studio.database.agent() as session:
            for number in range(WAITING):
                waits = CreateClient(id=new_id("cli"), name=f"Waiting {number}")
                request = Request(title=f"Add client {number}", operations=[waits], origin=Origin("bench"))
                file_change_set(session, studio.person.as_agent(), studio.clock, request)
        with studio.database.write() as session:
            _, secret = sign_in(
                session, studio.clock, email="bench@studio.example", password="measured-here-only", channel="web"
            )
        yield studio, f"greenlight_session={secret}"


def _sent(visitor: httpx.Client, stranger: httpx.Client, address: str) -> Figure:
    """How long the server takes to send a page: 19 of 20 are sent within this."""
    pairs = [
        (milliseconds(lambda: visitor.get(address)), milliseconds(lambda: stranger.get("/"))) for _ in range(_ROUNDS)
    ]
    ours, peer = p95([pair[0] for pair in pairs[2:]]), p95([pair[1] for pair in pairs[2:]])
    name = f"{address} sent, p95 (a bare NiceGUI page: {peer:.0f} ms)"
    return Figure(name, ours, "ms", "150 ms", 150.0, 1.0)


def _usable(ours: Served, bare: Served, cookie: str, address: str) -> list[Figure]:
    """How long a browser takes from the address to a page that answers."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return []
    from playwright.sync_api import Browser, sync_playwright

    name, _, value = cookie.partition("=")

    def visit(browser: Browser, url: str, *, again: bool) -> float:
        context = browser.new_context()
        context.add_cookies([{"name": name, "value": value, "url": url}])
        page = context.new_page()
        took = 0.0
        for _ in range(2 if again else 1):
            page.goto(url, wait_until="commit")
            took = page.evaluate(_WHEN_USABLE)
        context.close()
        return took

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        took = {
            (whose, again): statistics.median(visit(browser, url, again=again) for _ in range(5))
            for again in (False, True)
            for whose, url in (("ours", ours.url + address), ("bare", bare.url))
        }
        browser.close()
    return [
        Figure(f"{address} usable, first visit", took["ours", False], "ms", "bare page", took["bare", False], 2.0),
        Figure(
            f"{address} usable, next visit (bare: {took['bare', True]:.0f} ms)",
            took["ours", True],
            "ms",
            "a second",
            1000,
            1.0,
        ),
    ]


_WHEN_USABLE = """() => new Promise((done) => {
    const look = () => globalThis.did_handshake && document.querySelector("#app *")
        ? done(performance.now()) : setTimeout(look, 5);
    look();
})"""


def _crowd(ours: Served, bare: Served, cookie: str) -> list[Figure]:
    """Fifty people, each with an open page, who ask at about the same moment."""
    alone, _ = _open(ours, "/copilot", cookie)
    _take_turn(alone)
    single = statistics.median(_take_turn(alone) for _ in range(5))
    held, kilobytes = _hold(ours, "/copilot", cookie)
    with ThreadPoolExecutor(PEOPLE) as crowd:
        times = list(crowd.map(_take_turn, held))
    _, bare_kilobytes = _hold(bare, "/", "")
    name = f"a turn while {PEOPLE} ask at once, p95 (median {statistics.median(times):.0f} ms)"
    return [
        Figure("memory a connected person", kilobytes, "kB", "a bare NiceGUI page", bare_kilobytes, 12.0),
        Figure(name, p95(times), "ms", f"{PEOPLE} turns one by one", single * PEOPLE, 1.5),
    ]


def _hold(served: Served, address: str, cookie: str) -> tuple[list[PageClient], float]:
    """Open a page for each of the crowd; return them, and what each costs the server in memory."""
    before = served.resident_kb()
    pages = [_open(served, address, cookie)[0] for _ in range(PEOPLE)]
    return pages, (served.resident_kb() - before) / PEOPLE


def _open(served: Served, address: str, cookie: str) -> tuple[PageClient, float]:
    started = perf_counter()
    page = PageClient(httpx.get(served.url + address, headers={"Cookie": cookie}, timeout=60).text)
    page.connect(served.url, cookie=cookie or None)
    return page, perf_counter() - started


def _take_turn(page: PageClient) -> float:
    """Ask, and return the milliseconds until the answer is on the page."""
    started = perf_counter()
    page.act(page.find(id="composer-words"), "keydown", QUESTION)
    heard = page.listen(60, until='class=\\"prose')
    if not heard:
        raise RuntimeError("the server does not answer")
    return (perf_counter() - started) * 1000


def p95(times: list[float]) -> float:
    """Return the time that 19 of 20 stay under."""
    return statistics.quantiles(times, n=20)[-1]

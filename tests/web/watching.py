"""What must not happen while a test drives a browser: errors in pages, failed requests, requests to anywhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

from tests.web.serving import Demo

ARTEFACTS = Path(__file__).resolve().parents[2] / ".artefacts"
# The browser itself gives a request up when a page is left.
_GIVEN_UP = "net::ERR_ABORTED"


class Troubles:
    """Collects what went wrong in every page of the contexts it watches. A test says beforehand what it provokes."""

    def __init__(self, own: Sequence[Demo]) -> None:
        self._own = own
        self._seen: list[str] = []
        self._expected: list[str] = []

    def expect(self, *patterns: str) -> None:
        """Let pass what matches one of these: a test that provokes an error says which."""
        self._expected += patterns

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", self._weberror)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def add(self, what: str) -> None:
        self._seen.append(what)

    @property
    def unexpected(self) -> list[str]:
        return [seen for seen in self._seen if not any(re.search(pattern, seen) for pattern in self._expected)]

    def _console(self, message: ConsoleMessage) -> None:
        # Violations of the Content-Security-Policy are errors in the console too.
        if message.type == "error":
            self.add(f"console: {message.text} ({message.location.get('url', '')})")

    def _weberror(self, error: WebError) -> None:
        self.add(f"page error: {error.error.message}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and not self._is_own(address.netloc):
            self.add(f"request to another site: {request.url}")

    def _is_own(self, netloc: str) -> bool:
        return any(urlsplit(demo.url).netloc == netloc for demo in self._own)

    def _failed(self, request: Request) -> None:
        if request.failure != _GIVEN_UP:
            self.add(f"request failed: {request.method} {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.add(f"answered {response.status}: {response.request.method} {response.url}")


def shot(page: Page, name: str) -> Path:
    """Keep a picture of the page under `.artefacts/`."""
    ARTEFACTS.mkdir(exist_ok=True)
    path = ARTEFACTS / f"{re.sub(r'[^A-Za-z0-9._-]+', '-', name)[:120]}.png"
    page.screenshot(path=path)
    return path

"""Someone who visits without a browser: plain requests, and pages held over their sockets."""

from __future__ import annotations

from typing import Any

import httpx

from evals.bench.page_client import PageClient
from tests.web.serving import Demo

COOKIE = "greenlight_session"


class Visitor:
    """A person of the demo, signed in with the form; `who` None is nobody."""

    def __init__(self, demo: Demo, who: str | None = "producer") -> None:
        self.demo = demo
        self.http = httpx.Client(base_url=demo.url, headers={"Origin": demo.url}, timeout=20)
        if who is not None:
            answer = self.sign_in(demo.email(who))
            assert answer.status_code == 303, answer.text

    def sign_in(self, email: str, password: str | None = None, **headers: str) -> httpx.Response:
        form = {"email": email, "password": password or self.demo.password}
        return self.http.post("/sign-in", data=form, headers=headers)

    @property
    def cookie(self) -> str:
        return f"{COOKIE}={self.http.cookies[COOKIE]}"

    def open(self, address: str = "/copilot") -> PageClient:
        """Open a page and its socket, as a browser would."""
        page = PageClient(self.http.get(address).text)
        page.connect(self.demo.url, cookie=self.cookie)
        return page

    def file_a_change(self, name: str) -> dict[str, Any]:
        """File a change over REST; every page that counts what waits then has something new to show."""
        operation = {"kind": "create_client", "id": f"cli_{name}", "name": name}
        answer = self.http.post("/v1/changes", json={"title": f"Add {name}", "operations": [operation]})
        assert answer.status_code == 201, answer.text
        filed: dict[str, Any] = answer.json()
        return filed

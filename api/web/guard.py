"""What every answer and every socket of the web pages passes: no other site drives one, and nothing foreign runs.

NiceGUI's page carries inline scripts, which get a nonce of their own for each answer. Vue compiles its templates in the
browser, so `unsafe-eval` cannot be left out (see `docs/adr/0007-the-web-ui.md`); no data ever reaches a template.
"""

from __future__ import annotations

from secrets import token_urlsafe
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.rest.problem import problem

OF_NICEGUI = "/_nicegui"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_PAGE = "x-nicegui-content"


def policy(script: str) -> str:
    """Return a Content-Security-Policy that runs scripts of this origin and those that `script` names."""
    return (
        f"default-src 'self'; script-src 'self' {script}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


class WebGuard:
    """Wraps the application: refuses sockets and NiceGUI requests of other sites, and seals its pages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not is_own(scope):
            await send({"type": "websocket.close", "code": 4403, "reason": "This page belongs to another site."})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"].startswith(OF_NICEGUI) and not _may_ask(scope):
            refusal = problem(scope, 403, "cross_site", "This request came from another site. Open Greenlight itself.")
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, _Sealing(send))


class _Sealing:
    """Passes an answer on; a page is held until it is whole, and its scripts get the nonce that its policy names."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and Headers(raw=message["headers"]).get(_PAGE) == "page":
            self._start = message
        elif self._start is None:
            await self.send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page()

    async def _send_page(self) -> None:
        assert self._start is not None
        nonce = token_urlsafe(16)
        # Whatever is data in the page has its angle brackets escaped: only the page's own scripts begin like this.
        body = self._body.replace(b"<script", b'<script nonce="' + nonce.encode() + b'"')
        headers = MutableHeaders(raw=self._start["headers"])
        headers["content-length"] = str(len(body))
        headers["content-security-policy"] = policy(f"'nonce-{nonce}' 'unsafe-eval'")
        start, self._start = self._start, None
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def is_own(scope: Scope) -> bool:
    """Whether a browser sent this from a page of this very origin."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _may_ask(scope: Scope) -> bool:
    return scope["method"] in _SAFE or is_own(scope)

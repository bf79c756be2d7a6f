"""What every answer and every socket of the web pages passes: no other site drives one, and nothing foreign runs.

NiceGUI's page carries inline scripts, which get a nonce of their own for each answer. Vue compiles its templates in the
browser, so `unsafe-eval` cannot be left out (see `docs/adr/0008-the-web-ui.md`); no data ever reaches a template.
"""

from __future__ import annotations

import re
from secrets import token_urlsafe
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.deps import SESSION_COOKIE
from api.rest.problem import problem
from api.web.frame.assets import KEPT_FOR_GOOD
from api.web.frame.owners import may_drive
from api.web.frame.visit import is_signed_in

OF_NICEGUI = "/_nicegui"
# What NiceGUI serves to anyone: its own scripts and styles, and the icon that browsers ask for by themselves.
OPEN_TO_ALL = (OF_NICEGUI, "/favicon.ico")
# NiceGUI's own scripts and styles stand under its version.
_LASTING = re.compile(r"/_nicegui/[\d.]+/(static|components|libraries|esm)/")
_OF_A_PAGE = re.compile(r"/_nicegui/client/([^/]+)/")
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
        of_page = _OF_A_PAGE.match(scope["path"])
        if of_page is not None and not await may_drive(of_page[1], _secret(scope)):
            refusal = problem(scope, 403, "forbidden", "This page is not yours, or it has been closed. Load it again.")
            await refusal(scope, receive, send)
            return
        await self.app(
            _without_foreign_prefix(scope), receive, _Sealing(send, kept=bool(_LASTING.match(scope["path"])))
        )


class SignedIn:
    """Wraps the pages: only people who have signed in come as far as one, since each is kept in memory for a while."""

    def __init__(self, pages: ASGIApp) -> None:
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_page = scope["type"] == "http" and not scope["path"].startswith(OPEN_TO_ALL)
        if is_page and not await is_signed_in(_secret(scope) or ""):
            query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
            await RedirectResponse(f"/sign-in?next={quote(scope['path'] + query)}", 303)(scope, receive, send)
            return
        # NiceGUI tells by this that no page of its own took the address, and then asks ours what to say.
        scope["endpoint"] = self.pages
        await self.pages(scope, receive, send)


class _Sealing:
    """Passes an answer on; a page is held until it is whole, and its scripts get the nonce that its policy names.

    What is `kept` never changes under its address.
    """

    def __init__(self, send: Send, *, kept: bool) -> None:
        self.send, self.kept = send, kept
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and Headers(raw=message["headers"]).get(_PAGE) == "page":
            self._start = message
        elif self._start is None:
            if self.kept and message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)["Cache-Control"] = KEPT_FOR_GOOD
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
    """Whether a NiceGUI address may be asked: to act by our own pages alone, to read by no page of another origin."""
    headers = Headers(scope=scope)
    if scope["method"] not in _SAFE or "origin" in headers:
        return is_own(scope)
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def _secret(scope: Scope) -> str | None:
    return cookie_parser(Headers(scope=scope).get("cookie", "")).get(SESSION_COOKIE)


def _without_foreign_prefix(scope: Scope) -> Scope:
    """NiceGUI writes `X-Forwarded-Prefix` into its pages: what is no path on this site is left out."""
    prefix = Headers(scope=scope).get("x-forwarded-prefix")
    if prefix is None or re.fullmatch(r"(/[A-Za-z0-9._~-]+)+", prefix):
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"x-forwarded-prefix"]}

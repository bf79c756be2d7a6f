"""What every request passes, as plain ASGI: an id, a size limit, security headers, and one line in the log.

The log names the route, never the address asked for, the query or the body: those may hold names and secrets.
"""

from __future__ import annotations

from secrets import token_hex
from time import perf_counter

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.rest.problem import REQUEST_ID, problem

LARGEST_FILE = 25 * 1024 * 1024
LARGEST_BODY = LARGEST_FILE + 1024 * 1024  # a file of the largest size, and the form around it
# JSON is parsed whole, before anyone has signed in, into objects twenty times its size: it gets far less than a file.
LARGEST_JSON = 2 * 1024 * 1024
TOO_LONG = "A request without a file holds at most 2 MB. Send a long text as a file to /v1/briefs, or in parts."
_MOST_DIGITS = 18  # of an announced length; a longer number is not worth converting
_FORM = "multipart/form-data"
TOO_LARGE = "This is larger than 25 MB. Send a smaller file, or only the part of it that matters."

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}

_log = structlog.get_logger("greenlight.api")


class Edge:
    """Wraps the application. Sends `X-Request-Id` with every answer, and refuses bodies that are too large.

    A form may bring a file (`LARGEST_BODY`); anything else may not be longer than `LARGEST_JSON`.
    """

    def __init__(self, app: ASGIApp, largest_body: int = LARGEST_BODY) -> None:
        self.app = app
        self.largest_body = largest_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = token_hex(8)
        scope[REQUEST_ID] = request_id
        started, status = perf_counter(), 500

        async def send_sealed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                seal(MutableHeaders(scope=message), request_id)
            await send(message)

        try:
            await self._within_limit(scope, receive, send_sealed)
        finally:
            _log.info(
                "request",
                request_id=request_id,
                method=scope["method"],
                route=getattr(scope.get("route"), "path", None),
                status=status,
                milliseconds=round((perf_counter() - started) * 1000, 1),
            )

    async def _within_limit(self, scope: Scope, receive: Receive, send: Send) -> None:
        if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
            refusal = problem(scope, 400, "malformed", "An address cannot hold the NUL character.")
            await refusal(scope, receive, send)
            return
        headers = Headers(scope=scope)
        announced = headers.get("content-length", "")
        is_form = headers.get("content-type", "").strip().lower().startswith(_FORM)
        most, words = (self.largest_body, TOO_LARGE) if is_form else (LARGEST_JSON, TOO_LONG)
        if announced.isdigit() and (len(announced) > _MOST_DIGITS or int(announced) > most):
            # Answered before a byte of it is read, and the connection closed: the rest of it is still coming.
            refusal = problem(scope, 413, "too_large", words, headers={"Connection": "close"})
            await refusal(scope, receive, send)
            return
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise HTTPException(413, words)
            return message

        await self.app(scope, receive_counted, send)


def seal(headers: MutableHeaders, request_id: str | None) -> None:
    """Add the security headers that an answer does not set itself, and its request's id."""
    for name, value in SECURITY_HEADERS.items():
        headers.setdefault(name, value)
    if request_id is not None:
        headers["X-Request-Id"] = request_id

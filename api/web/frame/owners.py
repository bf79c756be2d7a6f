"""Whose page it is: a socket or an upload drives only pages of the person whose session it carries.

NiceGUI asks for a page's id alone, and an id is no proof of anything: it stands in addresses, logs and page sources.
So a socket is let in only with the cookie of the page's own person, and heard only about the page that it was let into.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as Refused

from api.web.frame.visit import secret_of_environ, visit_of

Handler = Callable[..., Awaitable[Any] | Any]

# What a page's socket may say once it was let in.
_SAID_IN_A_PAGE = ("event", "javascript_response", "ack", "log")
# At these words the browser loads the page anew, and whoever has no session is asked to sign in.
_LOAD_ANEW = "Implicit handshake failed"


async def may_drive(client_id: str, secret: str | None) -> bool:
    """Whether whoever holds the session `secret` may drive this page."""
    if client_id not in Client.instances:
        return False
    visit = visit_of(client_id)
    # A page without a visit is NiceGUI's own word for "not found": there is nothing to drive.
    return visit is None or await visit.is_whose(secret)


def guard_sockets() -> None:
    """Put the question before each of NiceGUI's handlers. Call it once."""
    server = core.sio
    # Other origins get no permission to read from a browser; what they send anyway is refused by `WebGuard`.
    server.eio.cors_allowed_origins = []
    handlers: dict[str, Handler] = dict(server.handlers["/"])

    async def connect(sid: str, environ: dict[str, Any], _: object = None) -> None:
        client_id = parse_qs(environ.get("QUERY_STRING", "")).get("client_id", [""])[0]
        if not await may_drive(client_id, secret_of_environ(environ)):
            raise Refused(_LOAD_ANEW)
        await handlers["connect"](sid, environ)

    async def handshake(sid: str, data: dict[str, Any]) -> bool:
        if not await may_drive(str(data.get("client_id")), secret_of_environ(server.get_environ(sid))):
            return False
        return bool(await handlers["handshake"](sid, data))

    server.on("connect", connect)
    server.on("handshake", handshake)
    for name in _SAID_IN_A_PAGE:
        server.on(name, _only_of_its_page(handlers[name]))


def _only_of_its_page(handler: Handler) -> Handler:
    """Hear a socket only about the page whose room its handshake put it in."""

    async def heard(sid: str, message: dict[str, Any]) -> None:
        if message.get("client_id") in core.sio.rooms(sid):
            handler(sid, message)

    return heard

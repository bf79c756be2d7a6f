"""Declaring a page: it is built for a person who has signed in, inside the shell, and refuses in words.

A page's function takes its `Visit` and the parameters of its path. What it may not show it raises, and the person reads
why; whoever has not signed in is sent to do so and comes back.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from nicegui import Client, ui

from api.errors import status_of
from api.web.frame.notices import refused, tell
from api.web.frame.shell import shell
from api.web.frame.visit import arrive
from store.kernel.errors import DomainError

Builder = Callable[..., Awaitable[None]]
Shower = Callable[..., Awaitable[Response | None]]

BUILD_WITHIN_S = 20.0


def page(path: str, *, title: str, place: str) -> Callable[[Builder], Builder]:
    """Register a page at `path` under the navigation's `place`."""

    def register(build: Builder) -> Builder:
        ui.page(path, title=f"{title} · Greenlight", response_timeout=BUILD_WITHIN_S)(in_frame(build, place))
        return build

    return register


def in_frame(build: Builder, place: str) -> Shower:
    """Return what NiceGUI calls to show a page: `build` inside the shell, for whoever has signed in."""

    async def show(request: Request, client: Client) -> Response | None:
        try:
            visit = await arrive(request, client)
        except DomainError:
            client.delete()  # a page that is not shown is not kept either
            return RedirectResponse(f"/sign-in?next={quote(_address(request))}", 303)
        client.on_connect(visit.reconnected)
        ui.on_exception(lambda error: tell(visit, error))
        async with shell(visit, place) as main:
            try:
                await build(visit, **request.path_params)
            except DomainError as error:
                client.status_code = status_of(error)
                main.clear()
                with main:
                    refused(error)
        return None

    return show


def _address(request: Request) -> str:
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.url.path}{query}"

"""Putting the pages on the application. NiceGUI keeps one app a process, so a process serves one studio's pages."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Match, Mount
from starlette.types import Scope

# NiceGUI would keep files in the working folder; we store nothing in it, and it gets a place that is nobody's.
os.environ.setdefault("NICEGUI_STORAGE_PATH", str(Path(tempfile.gettempdir()) / "greenlight-web"))

from nicegui import app as pages_app
from nicegui import ui

from api.web import rows, sign_in
from api.web.frame.assets import ASSETS, FONTS, STATIC, KeptForGood
from api.web.frame.nowhere import nowhere
from api.web.frame.owners import guard_sockets
from api.web.guard import SignedIn, WebGuard
from api.web.routes import load_pages

# How long a page waits for a browser that lost its connection, with everything typed into it, in seconds.
WAITS_FOR_RETURN = 120.0
_OF_OTHERS = ("/v1/", "/docs", "/openapi.json", "/healthz")


class _Pages(Mount):
    """NiceGUI's app at the root, without the addresses of the API: an unknown one of those is the API's to answer."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] == "http" and scope["path"].startswith(_OF_OTHERS):
            return Match.NONE, {}
        return super().matches(scope)


def mount(app: FastAPI) -> None:
    """Serve the web UI from `app`. Call it once, before the application starts."""
    app.mount(ASSETS, KeptForGood(directory=STATIC), name="assets")
    app.mount("/fonts", KeptForGood(directory=FONTS), name="fonts")
    app.include_router(sign_in.router)
    app.include_router(rows.router)
    load_pages()
    # No bar over the page at every request: it has no name for a screen reader, and our pages say themselves what runs.
    pages_app.config.quasar_config["loadingBar"]["skipHijack"] = True
    ui.run_with(
        app,
        root=nowhere,
        title="Greenlight",
        favicon=STATIC / "favicon.svg",
        dark=None,
        language="en-US",
        reconnect_timeout=WAITS_FOR_RETURN,
        binding_refresh_interval=None,
        tailwind=False,
        gzip_middleware_factory=None,
        show_welcome_message=False,
    )
    app.router.routes = [
        _Pages("/", app=SignedIn(pages_app)) if _is_nicegui(route) else route for route in app.router.routes
    ]
    guard_sockets()
    app.add_middleware(WebGuard)
    app.add_middleware(GZipMiddleware, minimum_size=800, compresslevel=5)


def _is_nicegui(route: object) -> bool:
    return isinstance(route, Mount) and route.app is pages_app

"""The application: REST v1 and its description over one open studio."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from api import errors
from api.deps import OpenStudio
from api.rest import docs, openapi
from api.rest.edge import Edge
from api.rest.routes import ROOT, V1
from api.rest.turns import Talk
from store.home import open_home
from store.kernel.clock import Clock, SystemClock
from store.kernel.database import Database
from store.kernel.settings import Settings


def create_app(settings: Settings, clock: Clock | None = None, database: Database | None = None) -> FastAPI:
    """Return an application that opens the studio at `settings.home` when it starts and closes it when it stops.

    A `database` that is open already is used instead, and stays open.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = database or open_home(settings)
        time = clock or SystemClock()
        app.state.studio = OpenStudio(settings, time, opened, Talk(settings, time, opened))
        try:
            yield
        finally:
            if database is None:
                opened.dispose()

    app = FastAPI(
        title="Greenlight",
        version=version("greenlight"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=openapi.operation_id,
    )
    for router in ROOT:
        app.include_router(router)
    for router in V1:
        app.include_router(router, prefix="/v1")
    app.add_middleware(Edge)
    errors.install(app)
    docs.mount(app)
    openapi.describe(app)
    return app

"""The application: REST v1 and its description over one open studio."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from api import errors
from api.background import running
from api.deps import OpenStudio
from api.jobs import BriefJobs
from api.rest import docs, openapi
from api.rest.assistant import Assistant
from api.rest.edge import Edge
from api.rest.routes import ROOT, V1
from store.home import open_home
from store.kernel.clock import Clock, SystemClock
from store.kernel.database import Database
from store.kernel.settings import Settings


def create_app(
    settings: Settings, clock: Clock | None = None, database: Database | None = None, *, background: bool = False
) -> FastAPI:
    """Return an application that opens the studio at `settings.home` when it starts and closes it when it stops.

    A `database` that is open already is used instead, and stays open. `background` has it run brief jobs and deliver
    what was greenlit as well: for one studio a process.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with ExitStack() as open_things:
            opened = database or open_home(settings)
            if database is None:
                open_things.callback(opened.dispose)
            time = clock or SystemClock()
            assistant = Assistant(settings, time, opened)
            jobs = BriefJobs(settings, opened, assistant.intake) if background else None
            if jobs is not None:
                open_things.enter_context(running(jobs, settings, time, opened))
            app.state.studio = OpenStudio(settings, time, opened, assistant, jobs)
            yield

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

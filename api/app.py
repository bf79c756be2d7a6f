"""The application: REST v1, its description and the web UI over one open studio."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from importlib.metadata import version
from threading import Thread

from fastapi import FastAPI

from api import errors
from api.assistant import Assistant
from api.background import running
from api.deps import OpenStudio
from api.jobs import Jobs
from api.rest import docs, openapi
from api.rest.edge import Edge
from api.rest.routes import ROOT, V1
from api.turns import Turns
from store.home import open_home
from store.kernel.clock import Clock, SystemClock
from store.kernel.database import Database
from store.kernel.settings import Settings


def create_app(
    settings: Settings,
    clock: Clock | None = None,
    database: Database | None = None,
    *,
    background: bool = False,
    web: bool = False,
) -> FastAPI:
    """Return an application that opens the studio at `settings.home` when it starts and closes it when it stops.

    A `database` that is open already is used instead, and stays open. `background` has it run jobs and deliver what
    was greenlit, `web` has it serve the pages as well: each for one studio a process.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with ExitStack() as open_things:
            opened = database or open_home(settings)
            if database is None:
                open_things.callback(opened.dispose)
            time = clock or SystemClock()
            assistant = Assistant(settings, time, opened)
            turns = Turns(assistant)
            jobs = Jobs(settings, opened, assistant.intake, turns) if background else None
            if jobs is not None:
                turns.durable = jobs.begin_turn
                open_things.enter_context(running(jobs, settings, time, opened))
            app.state.studio = OpenStudio(settings, time, opened, assistant, turns, jobs)
            if web:
                from nicegui import app as pages

                pages.state.studio = app.state.studio
                Thread(target=assistant.warm_up, name="warm up", daemon=True).start()
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
    if web:
        # Imported here: the pages take a second to import, which neither REST nor the command line needs.
        from api.web.mount import mount

        mount(app)
    return app

"""Keeping pages live: one look a second at whether anything changed, and every open page looks again if it did.

The look asks the database and not this process, so a change made at a terminal or by another replica is seen as well.
A page whose session has ended looks no more until its person has signed in again; one that was out of reach catches up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

import structlog
from nicegui import app, background_tasks, ui

from api.web.frame.notices import tell
from api.web.frame.visit import Visit
from store.changes.queries import latest_change
from store.kernel.actor import Actor
from store.kernel.database import Database
from store.kernel.errors import DomainError

if TYPE_CHECKING:
    from sqlmodel import Session

T = TypeVar("T")
Listener = Callable[[], Awaitable[None]]

LOOK_EVERY_S = 1.0

_log = structlog.get_logger("greenlight.web")


@dataclass
class _OpenPage:
    """A page that listens. It `rests` while its session has ended, and is `behind` when it could not be told."""

    visit: Visit
    listeners: list[Listener] = field(default_factory=list)
    rests: bool = False
    behind: bool = False

    async def look(self) -> None:
        """Have each listener look, until one finds that the session has ended."""
        self.behind = self.rests or not self.visit.client.has_socket_connection
        if self.behind:
            return
        for listener in list(self.listeners):
            with self.visit.client:
                try:
                    await listener()
                except DomainError as error:
                    if error.code == "unauthenticated":
                        self.rests = self.behind = True
                        tell(self.visit, error)
                        return
                    # A right that was taken away since: the next act says so.
                except Exception:  # noqa: BLE001 - the edge: one page's defect must not keep others from looking
                    _log.exception("page_not_refreshed")

    async def came_back(self) -> None:
        """See what was missed while the connection or the session was gone."""
        self.rests = False
        if self.behind:
            await self.look()


class Pulse:
    """Tells the open pages that something changed. It looks only while a page is open."""

    def __init__(self) -> None:
        self._pages: dict[str, _OpenPage] = {}
        self._database: Database | None = None
        self._seen = ""
        self._running = False

    def listen(self, visit: Visit, listener: Listener) -> None:
        """Call `listener`, within the visit's page, after each change until the page is gone."""
        client = visit.client
        if client.id not in self._pages:
            opened = self._pages[client.id] = _OpenPage(visit)
            client.on_connect(opened.came_back)
            client.on_delete(lambda: self._pages.pop(client.id, None))
        self._pages[client.id].listeners.append(listener)
        self._database = visit.studio.database
        if not self._running:
            self._running = True
            background_tasks.create(self._look(), name="pulse")

    async def _look(self) -> None:
        try:
            while self._pages and not app.is_stopping:
                assert self._database is not None
                try:
                    latest = await asyncio.to_thread(_latest, self._database)
                except Exception:  # noqa: BLE001 - the edge: a database out of reach for a moment must not end the pulse
                    _log.exception("pulse_failed")
                    latest = self._seen
                if latest != self._seen:
                    first, self._seen = not self._seen, latest
                    if not first:
                        await self._tell()
                await asyncio.sleep(LOOK_EVERY_S)
        finally:
            self._running = False
            self._seen = ""

    async def _tell(self) -> None:
        for opened in list(self._pages.values()):
            await opened.look()


pulse = Pulse()


class Region(Generic[T]):
    """A part of a page that shows what `look` reads; it is drawn again when that has changed."""

    def __init__(self, visit: Visit, look: Callable[[Session, Actor], T], draw: Callable[[T], None]) -> None:
        self._visit, self._look, self._draw = visit, look, draw
        self.shown: T | None = None
        self.place = ui.element("div").classes("region")
        self._looks = self._drawn = 0

    async def show(self, *, live: bool = True) -> Region[T]:
        """Draw it for the first time, and keep it `live`."""
        await self.refresh()
        if live:
            pulse.listen(self._visit, self.refresh)
        return self

    async def refresh(self) -> None:
        """Look again, and draw what has changed. Of looks at the same time the one that began last is drawn."""
        self._looks += 1
        this = self._looks
        found = await self._visit.read(self._look)
        if this < self._drawn or self.place.is_deleted:
            return
        self._drawn = this
        if found == self.shown:
            return
        self.shown = found
        self.place.clear()
        with self.place:
            self._draw(found)


def _latest(database: Database) -> str:
    with database.read() as session:
        return latest_change(session)

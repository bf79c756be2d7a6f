"""Who looks at a page. What they may see and do is read anew from their session at every look and every act.

A page outlives requests: it stays open while sessions end and rights are taken away. So no actor is kept with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from hmac import compare_digest
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakValueDictionary

from nicegui import Client
from nicegui import app as pages_app
from starlette.requests import Request, cookie_parser

from api.deps import SESSION_COOKIE, OpenStudio
from store.access.queries import actor_of_session, get_studio
from store.access.tables import User
from store.kernel.actor import Actor
from store.kernel.errors import DomainError

if TYPE_CHECKING:
    from sqlmodel import Session

T = TypeVar("T")

_LEAVES_WITHIN_S = 3.0
# The visits of the open pages, by the page's id; a visit lives as long as its page.
_visits: WeakValueDictionary[str, Visit] = WeakValueDictionary()


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the page greets, and what their role offers; acts check again."""

    user_id: str
    name: str
    role: str
    permissions: frozenset[str]
    sees_all_projects: bool
    studio: str
    time_zone: str
    is_demo: bool

    def may(self, permission: str) -> bool:
        return permission in self.permissions


@dataclass
class Visit:
    """One open page of one person. `secret` is the session that its newest connection came with."""

    studio: OpenStudio
    request: Request
    client: Client
    person: Person
    secret: str
    left_at: float = float("-inf")

    @property
    def is_leaving(self) -> bool:
        """Whether the page was told to go elsewhere just now: a second press finds it on its way."""
        return monotonic() - self.left_at < _LEAVES_WITHIN_S

    def leave(self, address: str) -> None:
        """Take the person to another page of ours."""
        self.left_at = monotonic()
        self.client.open(address)

    async def read(self, look: Callable[[Session, Actor], T]) -> T:
        """Return what `look` reads, as of one moment. Raises `DomainError` (`unauthenticated`) after the session."""

        def within() -> T:
            with self.studio.database.read() as session:
                return look(session, self._actor(session))

        return await asyncio.to_thread(within)

    async def propose(self, file: Callable[[Session, Actor], T]) -> T:
        """File through the restricted handle, in one transaction."""

        def within() -> T:
            # The restricted handle cannot read sessions: who this is, the application's own handle says.
            with self.studio.database.read() as session:
                actor = self._actor(session)
            with self.studio.database.agent() as session:
                return file(session, actor)

        return await asyncio.to_thread(within)

    async def write(self, act: Callable[[Session, Actor], T]) -> T:
        """Decide, or keep what no change set holds (passwords, tokens), in one transaction."""

        def within() -> T:
            with self.studio.database.write() as session:
                return act(session, self._actor(session))

        return await asyncio.to_thread(within)

    async def call(self, act: Callable[[Actor], T]) -> T:
        """Call what opens transactions of its own (a brief's intake, a turn)."""

        def within() -> T:
            with self.studio.database.read() as session:
                actor = self._actor(session)
            return act(actor)

        return await asyncio.to_thread(within)

    async def is_whose(self, secret: str | None) -> bool:
        """Whether this page is that of the person who holds the session `secret`."""
        if secret is None:
            return False
        if compare_digest(secret.encode(), self.secret.encode()):
            return True

        def who() -> str:
            with self.studio.database.read() as session:
                return actor_of_session(session, secret, self.studio.clock.now()).user_id

        try:
            return await asyncio.to_thread(who) == self.person.user_id
        except DomainError:
            return False

    def reconnected(self) -> None:
        """Take the session of the newest connection: one may sign in anew while a page stays open."""
        secret = secret_of_environ(self.client.environ or {})
        if secret is not None:
            self.secret = secret

    def _actor(self, session: Session) -> Actor:
        actor = actor_of_session(session, self.secret, self.studio.clock.now())
        if actor.user_id != self.person.user_id:
            raise DomainError("another_person", "Somebody else has signed in here since. Load the page again.")
        return actor


async def arrive(request: Request, client: Client) -> Visit:
    """Return the visit of the person whose cookie this is. Raises `DomainError` (`unauthenticated`)."""
    studio = _open_studio()
    secret = request.cookies.get(SESSION_COOKIE, "")

    def who() -> Person:
        with studio.database.read() as session:
            actor = actor_of_session(session, secret, studio.clock.now())
            user, house = session.get_one(User, actor.user_id), get_studio(session)
            return Person(
                user_id=user.id,
                name=user.name,
                role=user.role,
                permissions=actor.permissions,
                sees_all_projects=actor.project_ids is None,
                studio=house.name,
                time_zone=house.time_zone,
                is_demo=house.is_demo,
            )

    visit = _visits[client.id] = Visit(studio, request, client, await asyncio.to_thread(who), secret)
    return visit


def visit_of(client_id: str) -> Visit | None:
    """Return the visit of an open page; None for one that nobody had to sign in for."""
    return _visits.get(client_id)


async def is_signed_in(secret: str) -> bool:
    """Whether a session is open."""
    studio = _open_studio()

    def look() -> bool:
        with studio.database.read() as session:
            try:
                actor_of_session(session, secret, studio.clock.now())
            except DomainError:
                return False
        return True

    return bool(secret) and await asyncio.to_thread(look)


def _open_studio() -> OpenStudio:
    """The studio of the application that NiceGUI's own is mounted on."""
    studio = pages_app.state.studio
    assert isinstance(studio, OpenStudio)
    return studio


def secret_of_environ(environ: dict[str, Any]) -> str | None:
    """Return the session that a connection came with."""
    return cookie_parser(environ.get("HTTP_COOKIE", "")).get(SESSION_COOKIE)

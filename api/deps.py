"""What an endpoint may ask for: the open studio, who is asking, and one unit of work of the right strength.

Units of work have `scope="function"`: FastAPI commits them before it answers, so that a commit that fails is never
answered with success. Each one asks for the actor first: nobody opens a transaction without having signed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from api.assistant import Assistant
from api.errors import Refusal
from api.jobs import Jobs
from api.rest.rate_limit import SignInLimit
from api.turns import Turns
from store.access.queries import actor_of_session, actor_of_token
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.database import Database
from store.kernel.errors import DomainError, Forbidden
from store.kernel.settings import Settings

if TYPE_CHECKING:
    from sqlmodel import Session
else:
    Session = object  # FastAPI reads this name at run time; what a session is, only the store knows

SESSION_COOKIE = "greenlight_session"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_bearer = HTTPBearer(
    auto_error=False, scheme_name="token", description="An API token (`glt_…`): it reads and proposes, never decides."
)
_cookie = APIKeyCookie(
    name=SESSION_COOKIE,
    auto_error=False,
    scheme_name="session",
    description="A person's session, set by `POST /v1/sessions`.",
)


@dataclass(frozen=True, slots=True)
class OpenStudio:
    """What the application holds while it runs. `jobs` is None where no background work is done."""

    settings: Settings
    clock: Clock
    database: Database
    assistant: Assistant
    turns: Turns
    jobs: Jobs | None = None
    sign_ins: SignInLimit = field(default_factory=SignInLimit)


def get_studio(request: Request) -> OpenStudio:
    studio = request.app.state.studio
    assert isinstance(studio, OpenStudio)
    return studio


Studio = Annotated[OpenStudio, Depends(get_studio)]


def refuse_other_sites(request: Request) -> None:
    """Raise `Refusal` (`cross_site`) for an unsafe request that a browser sends on another site's behalf.

    Browsers name the page's origin on every unsafe request; programs that are not browsers send none.
    """
    if request.method in _SAFE_METHODS:
        return
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site")
    foreign = (
        urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()
        if origin is not None
        else site not in (None, "same-origin", "none")
    )
    if foreign:
        raise Refusal("cross_site", "This request came from another site. Open Greenlight itself and do it there.")


def get_actor(
    request: Request,
    studio: Studio,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    cookie: Annotated[str | None, Depends(_cookie)],
) -> Actor:
    """Return who is asking: an API token's program, or else the person whose session the cookie is.

    Raises `DomainError` (`unauthenticated`), also when both are sent and the token is not good.
    """
    now = studio.clock.now()
    if request.headers.get("authorization") is not None:
        with studio.database.read() as session:
            return actor_of_token(session, bearer.credentials if bearer else "", now)
    if cookie is None:
        raise DomainError(
            "unauthenticated", "Sign in (POST /v1/sessions) or send an API token (Authorization: Bearer)."
        )
    refuse_other_sites(request)
    with studio.database.read() as session:
        return actor_of_session(session, cookie, now)


CurrentActor = Annotated[Actor, Depends(get_actor)]


def get_person(actor: CurrentActor) -> Actor:
    """Return the actor if it is a person who has signed in. Raises `Forbidden` for API tokens."""
    if actor.kind != "person":
        raise Forbidden("Only a person who has signed in may do this; API tokens read and propose.")
    return actor


CurrentPerson = Annotated[Actor, Depends(get_person)]


def get_reader(studio: Studio, actor: CurrentActor) -> Iterator[Session]:
    """A look at the data that changes nothing."""
    with studio.database.read() as session:
        yield session


def get_proposer(studio: Studio, actor: CurrentActor) -> Iterator[Session]:
    """The restricted handle: the engine lets it read, and file proposals."""
    with studio.database.agent() as session:
        yield session


def get_uow(studio: Studio, actor: CurrentActor) -> Iterator[Session]:
    """One write transaction, committed before the answer leaves."""
    with studio.database.write() as session:
        yield session


Reading = Annotated[Session, Depends(get_reader, scope="function")]
Proposing = Annotated[Session, Depends(get_proposer, scope="function")]
Writing = Annotated[Session, Depends(get_uow, scope="function")]

"""Signing in and out, and who one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Depends, Request, Response

from api.deps import (
    SESSION_COOKIE,
    CurrentActor,
    CurrentPerson,
    OpenStudio,
    Reading,
    Studio,
    Writing,
    refuse_other_sites,
)
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.access import Me, SignIn, UserOut
from store.access.credentials import SESSION_LIFETIME, open_session, sign_out, verify_password
from store.access.tables import User
from store.kernel.actor import Actor

if TYPE_CHECKING:
    from sqlmodel import Session

router = APIRouter(tags=["access"])

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@router.post(
    "/sessions",
    status_code=201,
    dependencies=[Depends(refuse_other_sites)],
    responses=problems(400, 401, 403, 413, 422, 429),
)
def create_session(body: SignIn, request: Request, response: Response, studio: Studio) -> Me:
    """Sign in. The answer sets the session's cookie; scripts that want no cookie use an API token."""
    address = request.client.host if request.client else ""
    now = studio.clock.now()
    studio.sign_ins.attempt(body.email, address, now)
    with studio.database.read() as session:
        user_id = verify_password(session, email=body.email, password=body.password.get_secret_value())
    with studio.database.write() as session:
        actor, secret = open_session(session, studio.clock, user_id, channel="rest")
        me = me_of(session, actor)
    studio.sign_ins.succeeded(body.email, address, now)
    _set_cookie(response, secret, secure=_secure(request, studio))
    return me


@router.delete("/sessions/current", status_code=204, responses=SIGNED_IN)
def delete_current_session(actor: CurrentPerson, session: Writing, studio: Studio, response: Response) -> None:
    """Sign out: end the session whose cookie this is."""
    sign_out(session, actor, studio.clock)
    response.delete_cookie(SESSION_COOKIE, path="/", httponly=True, samesite="strict")


@router.get("/me", responses=SIGNED_IN)
def get_me(actor: CurrentActor, session: Reading) -> Me:
    """Who is asking, and what they may see and do."""
    return me_of(session, actor)


def me_of(session: Session, actor: Actor) -> Me:
    return Me(
        kind=actor.kind,
        user=UserOut.model_validate(session.get_one(User, actor.user_id)),
        permissions=sorted(actor.permissions),
        project_ids=None if actor.project_ids is None else sorted(actor.project_ids),
    )


def _set_cookie(response: Response, secret: str, *, secure: bool) -> None:
    response.set_cookie(
        SESSION_COOKIE,
        secret,
        max_age=int(SESSION_LIFETIME.total_seconds()),
        path="/",
        httponly=True,
        samesite="strict",
        secure=secure,
    )


def _secure(request: Request, studio: OpenStudio) -> bool:
    """Over plain HTTP a browser would drop a Secure cookie: only a demo, or one's own machine, may go without."""
    plain = request.url.scheme == "http"
    return not (plain and (studio.settings.demo or request.url.hostname in _HERE))

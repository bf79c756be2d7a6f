"""Signing in and out, and who one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Depends, Request, Response

from api.deps import CurrentActor, CurrentPerson, Reading, Studio, Writing, refuse_other_sites
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.access import Me, SignIn, UserOut
from api.sessions import begin_session, clear_cookie, set_cookie
from store.access.credentials import sign_out
from store.access.tables import User
from store.kernel.actor import Actor

if TYPE_CHECKING:
    from sqlmodel import Session

router = APIRouter(tags=["access"])


@router.post(
    "/sessions",
    status_code=201,
    dependencies=[Depends(refuse_other_sites)],
    responses=problems(400, 401, 403, 413, 422, 429),
)
def create_session(body: SignIn, request: Request, response: Response, studio: Studio) -> Me:
    """Sign in. The answer sets the session's cookie; scripts that want no cookie use an API token."""
    actor, secret = begin_session(
        studio, request, email=body.email, password=body.password.get_secret_value(), channel="rest"
    )
    set_cookie(response, secret, request, studio)
    with studio.database.read() as session:
        return me_of(session, actor)


@router.delete("/sessions/current", status_code=204, responses=SIGNED_IN)
def delete_current_session(actor: CurrentPerson, session: Writing, studio: Studio, response: Response) -> None:
    """Sign out: end the session whose cookie this is."""
    sign_out(session, actor, studio.clock)
    clear_cookie(response)


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

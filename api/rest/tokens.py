"""API tokens: made by a person, for programs that read and propose. They never greenlight."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter

from api.deps import CurrentPerson, Reading, Studio, Writing
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.access import NewToken, TokenIn, TokenOut
from api.rest.schemas.common import Page, RowId
from store.access.credentials import create_token, revoke_token
from store.access.queries import list_tokens

router = APIRouter(prefix="/tokens", tags=["access"], responses=SIGNED_IN)


@router.post("", status_code=201)
def post_token(body: TokenIn, actor: CurrentPerson, session: Writing, studio: Studio) -> NewToken:
    """Make a token. Its secret is in this answer and nowhere else."""
    row, secret = create_token(
        session, actor, studio.clock, name=body.name, scopes=body.scopes, lifetime=timedelta(days=body.days)
    )
    return NewToken(**TokenOut.model_validate(row).model_dump(), secret=secret)


@router.get("")
def get_tokens(actor: CurrentPerson, session: Reading, limit: Limit = 50, cursor: Cursor = None) -> Page[TokenOut]:
    """One's own tokens, newest first, without their secrets."""
    rows, after = page_of(list_tokens(session, actor), cursor=cursor, limit=limit, key=lambda token: token.id)
    return Page(items=[TokenOut.model_validate(token) for token in rows], next_cursor=after)


@router.delete("/{token_id}", status_code=204, responses=problems(404))
def delete_token(token_id: RowId, actor: CurrentPerson, session: Writing, studio: Studio) -> None:
    """Revoke a token, from this moment on."""
    revoke_token(session, actor, studio.clock, token_id=token_id)

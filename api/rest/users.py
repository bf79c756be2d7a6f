"""Users and passwords. Users are added and changed by operations; a password is the one thing that is not."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import CurrentActor, CurrentPerson, Reading, Studio, Writing
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.access import PasswordIn, UserOut
from api.rest.schemas.common import Page, RowId
from store.access.credentials import set_password
from store.access.queries import list_users

router = APIRouter(prefix="/users", tags=["access"], responses=SIGNED_IN)


@router.get("")
def get_users(actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None) -> Page[UserOut]:
    """The studio's users, by name. Add one with the `add_user` operation, then set a password."""
    rows, after = page_of(list_users(session, actor), cursor=cursor, limit=limit, key=lambda user: user.id)
    return Page(items=[UserOut.model_validate(user) for user in rows], next_cursor=after)


@router.put("/{user_id}/password", status_code=204, responses=problems(404))
def put_password(user_id: RowId, body: PasswordIn, actor: CurrentPerson, session: Writing, studio: Studio) -> None:
    """Set one's own password, or anyone's with `users.write`. Ends that user's other sessions, revokes their tokens."""
    set_password(session, actor, studio.clock, user_id=user_id, password=body.password.get_secret_value())

"""Who else could greenlight a change set: asked where one person is not enough, so that nobody has to guess."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session, col, select

from store.access.queries import actor_for
from store.access.tables import User
from store.changes.engine import require_rights, stored_operations
from store.changes.queries import may_see
from store.changes.standing import verdict_on
from store.changes.tables import ChangeSet
from store.kernel.errors import DomainError


def who_could_join(session: Session, change_set: ChangeSet, *, besides: Collection[str]) -> tuple[str, ...]:
    """Return the names of active users, `besides` left out, who see all of it and may greenlight it."""
    try:
        operations = stored_operations(change_set)
    except DomainError:
        return ()
    found: list[str] = []
    for user in session.exec(select(User).where(col(User.is_active)).order_by(col(User.name))):
        if user.id in besides:
            continue
        actor = actor_for(session, user, kind="person")
        try:
            require_rights(session, actor, operations)
        except DomainError:
            continue
        if may_see(actor, change_set) and verdict_on(session, actor, operations, (), ()).allowed:
            found.append(user.name)
    return tuple(found)

"""Reading conversations, each seen by its own user only."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam
from sqlalchemy import select as select_many
from sqlmodel import Session, col, or_, select

from store.access.tables import Studio, User
from store.inbox.tables import Conversation, Message
from store.kernel.actor import Actor
from store.kernel.columns import within
from store.kernel.errors import NotFound
from store.projects.tables import Project


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A conversation that goes on: whose it is and what it is about, by name, and what was said before, in order."""

    before: list[Message]
    user_id: str
    project_id: str | None
    person: str | None
    project_name: str | None
    project_code: str | None
    time_zone: str


def get_conversation(session: Session, actor: Actor, conversation_id: str) -> Conversation:
    """Return one of the actor's own conversations. Raises `NotFound` for another's, or about a project not seen."""
    conversation = session.get(Conversation, conversation_id)
    if conversation is None or not _may_open(actor, conversation.user_id, conversation.project_id):
        raise NotFound(f"Conversation {conversation_id}")
    return conversation


def list_conversations(session: Session, actor: Actor, *, limit: int = 50) -> list[Conversation]:
    """Return the actor's own conversations, newest first, without those about projects it no longer sees."""
    query = select(Conversation).where(col(Conversation.user_id) == actor.user_id)
    if actor.project_ids is not None:
        about = col(Conversation.project_id)
        query = query.where(or_(about.is_(None), about.in_(actor.project_ids)))
    return list(session.exec(query.order_by(col(Conversation.created_at).desc()).limit(limit)).all())


def recent_messages(session: Session, actor: Actor, conversation_id: str, *, limit: int = 200) -> list[Message]:
    """Return the newest messages of one of the actor's conversations, in order. Raises `NotFound`."""
    get_conversation(session, actor, conversation_id)
    return _newest(session, conversation_id, limit, ("human", "ai", "tool"))


def take_up(session: Session, actor: Actor, conversation_id: str, *, limit: int = 60) -> TakenUp:
    """Return one of the actor's own conversations with what a turn in it needs to know. Raises `NotFound`.

    `before` is the newest that was said by person and assistant, without the tools' results.
    """
    found = session.execute(_IN_PLACE, {"id": conversation_id}).first()
    if found is None or not _may_open(actor, found.user_id, found.project_id):
        raise NotFound(f"Conversation {conversation_id}")
    return TakenUp(_newest(session, conversation_id, limit, ("human", "ai")), *found)


def _may_open(actor: Actor, user_id: str, about: str | None) -> bool:
    return user_id == actor.user_id and (about is None or actor.sees_project(about))


def _newest(session: Session, conversation_id: str, limit: int, roles: tuple[str, ...]) -> list[Message]:
    given = {"conversation": conversation_id, "roles": roles, "most": limit}
    return list(reversed(session.scalars(_NEWEST, given).all()))


_NEWEST = (
    select_many(Message)
    .where(
        col(Message.conversation_id) == bindparam("conversation"),
        within(col(Message.role), "roles"),
        col(Message.content) != "",
    )
    .order_by(col(Message.position).desc())
    .limit(bindparam("most"))
)
_IN_PLACE = (
    select_many(
        col(Conversation.user_id),
        col(Conversation.project_id),
        col(User.name),
        col(Project.name),
        col(Project.code),
        col(Studio.time_zone),
    )
    .select_from(Conversation)
    .join(Studio, col(Studio.id) == "studio")
    .join(User, col(User.id) == col(Conversation.user_id), isouter=True)
    .join(Project, col(Project.id) == col(Conversation.project_id), isouter=True)
    .where(col(Conversation.id) == bindparam("id"))
)

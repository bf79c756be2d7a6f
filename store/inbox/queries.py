"""Reading conversations, each seen by its own user only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import bindparam
from sqlalchemy import select as select_many
from sqlmodel import Session, col, or_, select

from store.access.tables import Studio, User
from store.inbox.tables import Conversation, Message
from store.kernel.actor import Actor
from store.kernel.columns import columns
from store.kernel.errors import NotFound
from store.projects.tables import Project


class Said(NamedTuple):
    """What a turn goes on from: one message of those before it."""

    position: int
    role: str
    content: str
    tainted: bool


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A conversation that goes on: whose it is and what it is about, by name, and what was said before, in order."""

    before: list[Said]
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
    query = select(Message).where(col(Message.conversation_id) == conversation_id, col(Message.content) != "")
    return list(reversed(session.exec(query.order_by(col(Message.position).desc()).limit(limit)).all()))


def take_up(session: Session, actor: Actor, conversation_id: str, *, limit: int = 60) -> TakenUp:
    """Return one of the actor's own conversations with what a turn in it needs to know. Raises `NotFound`.

    `before` is the newest that was said by person and assistant, without the tools' results.
    """
    found = session.execute(_IN_PLACE, {"id": conversation_id}).first()
    if found is None or not _may_open(actor, found.user_id, found.project_id):
        raise NotFound(f"Conversation {conversation_id}")
    before = [Said(*row) for row in session.execute(_SAID, {"conversation": conversation_id, "most": limit})]
    return TakenUp(before[::-1], *found)


def _may_open(actor: Actor, user_id: str, about: str | None) -> bool:
    return user_id == actor.user_id and (about is None or actor.sees_project(about))


_MESSAGE, _CONVERSATION = columns(Message), columns(Conversation)
_USER, _PROJECT, _STUDIO = columns(User), columns(Project), columns(Studio)
_SAID = (
    select_many(*(_MESSAGE[name] for name in Said._fields))
    .where(
        _MESSAGE.conversation_id == bindparam("conversation"),
        _MESSAGE.role.in_(("human", "ai")),
        _MESSAGE.content != "",
    )
    .order_by(_MESSAGE.position.desc())
    .limit(bindparam("most"))
)
_IN_PLACE = (
    select_many(
        _CONVERSATION.user_id,
        _CONVERSATION.project_id,
        _USER.name,
        _PROJECT.name,
        _PROJECT.code,
        _STUDIO.time_zone,
    )
    .select_from(_CONVERSATION.id.table)
    .join(_STUDIO.id.table, _STUDIO.id == "studio")
    .join(_USER.id.table, _USER.id == _CONVERSATION.user_id, isouter=True)
    .join(_PROJECT.id.table, _PROJECT.id == _CONVERSATION.project_id, isouter=True)
    .where(_CONVERSATION.id == bindparam("id"))
)

"""Reading conversations, each seen by its own user only."""

from __future__ import annotations

from sqlmodel import Session, col, or_, select

from store.inbox.tables import Conversation, Message
from store.kernel.actor import Actor
from store.kernel.errors import NotFound


def get_conversation(session: Session, actor: Actor, conversation_id: str) -> Conversation:
    """Return one of the actor's own conversations. Raises `NotFound` for another's, or about a project not seen."""
    conversation = session.get(Conversation, conversation_id)
    if conversation is None or conversation.user_id != actor.user_id:
        raise NotFound(f"Conversation {conversation_id}")
    if conversation.project_id is not None and not actor.sees_project(conversation.project_id):
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


def recent_words(session: Session, actor: Actor, conversation_id: str, *, limit: int = 60) -> list[Message]:
    """Return the newest that was said by person and assistant, without the tools' results. Raises `NotFound`."""
    get_conversation(session, actor, conversation_id)
    return _newest(session, conversation_id, limit, ("human", "ai"))


def _newest(session: Session, conversation_id: str, limit: int, roles: tuple[str, ...]) -> list[Message]:
    query = select(Message).where(
        col(Message.conversation_id) == conversation_id, col(Message.role).in_(roles), col(Message.content) != ""
    )
    newest = session.exec(query.order_by(col(Message.position).desc()).limit(limit)).all()
    return list(reversed(newest))

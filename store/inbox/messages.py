"""Adding messages to a conversation, each in its own place, whoever else adds at the same moment."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from store.inbox.tables import Message
from store.kernel.errors import DomainError

_ATTEMPTS = 8


def append_messages(session: Session, conversation_id: str, messages: Sequence[Message]) -> None:
    """Add `messages` after the last one of their conversation, in order and next to each other.

    The unique index on positions settles a race: on PostgreSQL the later writer waits, and then takes the next places;
    SQLite has one writer at a time. Raises `DomainError` (`busy`) when a conversation will not come to rest.
    """
    if session.get_bind().dialect.name == "sqlite":
        _add(session, conversation_id, messages)
        return
    for _ in range(_ATTEMPTS):
        try:
            with session.begin_nested():
                _add(session, conversation_id, messages)
        except IntegrityError:
            continue
        return
    raise DomainError("busy", "Too much is being said in this conversation at once. Wait a moment and send it again.")


def _add(session: Session, conversation_id: str, messages: Sequence[Message]) -> None:
    query = select(func.max(Message.position)).where(col(Message.conversation_id) == conversation_id)
    last = session.exec(query).one()
    for place, message in enumerate(messages, start=0 if last is None else last + 1):
        message.position = place
        session.add(message)
    session.flush()

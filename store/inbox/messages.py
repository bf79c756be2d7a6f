"""Adding to a conversation: messages each in their own place, whoever else adds at the same moment, and the run's log.

Written as plain rows: what is only ever added needs no object that watches for changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, func

from store.inbox import tables
from store.kernel.errors import DomainError

_ATTEMPTS = 8
UNTITLED = "Conversation"
"""The title of a conversation that was given none; what is said first takes its place."""
_MOST_OF_A_TITLE = 80  # characters


@dataclass(frozen=True)
class NewMessage:
    """A message to be added, column by column; its place is found when it is added."""

    id: str
    conversation_id: str
    run_id: str
    role: str
    content: str
    tainted: bool
    created_at: datetime
    tool_calls: Sequence[dict[str, Any]] = ()
    tool_call_id: str | None = None
    tool_name: str | None = None


@dataclass(frozen=True)
class NewRun:
    """The log of a turn that has ended, column by column."""

    id: str
    conversation_id: str
    user_id: str
    model: str
    prompt_hash: str
    status: str
    error_code: str | None
    model_calls: int
    tool_calls: int
    input_tokens: int | None
    output_tokens: int | None
    tainted: bool
    started_at: datetime
    finished_at: datetime


def append_messages(session: Session, conversation_id: str, messages: Sequence[NewMessage]) -> None:
    """Add `messages` after the last one of their conversation, in order and next to each other.

    The unique index on positions settles a race: on PostgreSQL the later writer waits, and then takes the next places;
    SQLite has one writer at a time. Raises `DomainError` (`busy`) when a conversation will not come to rest.
    """
    rows = [{**vars(message), "conversation": conversation_id} for message in messages]
    if session.get_bind().dialect.name == "sqlite":
        session.execute(_ADD_MESSAGE, rows)
        return
    for _ in range(_ATTEMPTS):
        try:
            with session.begin_nested():
                session.execute(_ADD_MESSAGE, rows)
        except IntegrityError:
            continue
        return
    raise DomainError("busy", "Too much is being said in this conversation at once. Wait a moment and send it again.")


def title_after(session: Session, conversation_id: str, words: str) -> None:
    """Give a conversation without a title that of what is said in it; one that has a title keeps it."""
    said = " ".join(words.split())
    title = said if len(said) <= _MOST_OF_A_TITLE else f"{said[: _MOST_OF_A_TITLE - 1]}…"
    conversations = _table(tables.Conversation)
    untitled = (conversations.c.id == conversation_id) & (conversations.c.title == UNTITLED)
    session.execute(update(conversations).where(untitled).values(title=title))


def record_run(session: Session, run: NewRun) -> None:
    """Add a turn's log, once, when the turn ends."""
    session.execute(_ADD_RUN, vars(run))


def _table(row: type[SQLModel]) -> Any:
    return SQLModel.metadata.tables[str(row.__tablename__)]


_MESSAGES = _table(tables.Message)
_LAST = _MESSAGES.alias()
_ADD_RUN = insert(_table(tables.Run))
_ADD_MESSAGE = insert(_MESSAGES).values(
    position=select(func.coalesce(func.max(_LAST.c.position) + 1, 0))
    .where(_LAST.c.conversation_id == bindparam("conversation"))
    .scalar_subquery()
)

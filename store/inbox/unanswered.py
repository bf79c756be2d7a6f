"""Turns that were opened and never answered: a crash came between a person's words and the job that answers them.

For the application alone, which answers them for those who asked; nobody is shown this list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists
from sqlalchemy import select as select_many
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from store.access.tables import ApiToken, User
from store.inbox.tables import Conversation, Message, Run


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The message that opens a turn, whose it is, and the door it came through."""

    message_id: str
    user_id: str
    channel: str
    text: str


def unanswered_turns(
    session: Session, channels: Sequence[str], *, since: datetime, until: datetime
) -> list[Unanswered]:
    """Return the turns of these doors' conversations opened in this time and never closed, the oldest first.

    Left out are those after which the person said more, and those of whoever has an API token: they may have asked
    through it, with fewer rights than their own, and which those were is not on record.
    """
    later = aliased(Message)
    live_token = (
        exists()
        .where(col(ApiToken.user_id) == col(User.id))
        .where(col(ApiToken.revoked_at).is_(None), col(ApiToken.expires_at) > since)
    )
    query = (
        select_many(col(Message.id), col(Conversation.user_id), col(Conversation.channel), col(Message.content))
        .join(Conversation, col(Conversation.id) == col(Message.conversation_id))
        .join(User, col(User.id) == col(Conversation.user_id))
        .where(
            col(Message.role) == "human",
            col(Message.created_at) >= since,
            col(Message.created_at) < until,
            col(Conversation.channel).in_(channels),
            col(User.is_active),
            ~exists().where(col(Run.id) == col(Message.run_id)),
            ~exists().where(
                col(later.conversation_id) == col(Message.conversation_id), col(later.position) > col(Message.position)
            ),
            ~live_token,
        )
        .order_by(col(Message.created_at))
    )
    return [Unanswered(*row) for row in session.execute(query)]

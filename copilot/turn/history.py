"""A turn's context is rebuilt from stored messages each time: what was asked and answered, newest first, to a budget.

Old tool results are left out. Answers carry their citations, and a tool gives today's figures rather than last week's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage

from copilot.turn.sanitise import citations
from store.inbox.queries import Said

_CHARACTERS_A_TOKEN = 4


@dataclass(frozen=True)
class History:
    """What of a conversation goes to the model: messages in order, rows cited in them, and whether any is tainted."""

    messages: tuple[AnyMessage, ...]
    cited: frozenset[str]
    tainted: bool


def rebuild(stored: Sequence[Said], most_tokens: int) -> History:
    """Return the newest part of `stored` (in order) that fits `most_tokens` and begins with the person's words."""
    said = [message for message in stored if message.role in ("human", "ai") and message.content]
    left = most_tokens * _CHARACTERS_A_TOKEN
    first = len(said)
    while first > 0 and left >= len(said[first - 1].content):
        first -= 1
        left -= len(said[first].content)
    while first < len(said) and said[first].role != "human":
        first += 1
    window = said[first:]
    return History(
        messages=tuple(_message(message) for message in window),
        cited=frozenset(row for message in window if message.role == "ai" for row in citations(message.content)),
        tainted=any(message.tainted for message in window),
    )


def _message(stored: Said) -> AnyMessage:
    return HumanMessage(stored.content) if stored.role == "human" else AIMessage(stored.content)

"""What a conversation's page reads: who said what, what was looked at for it, and what became of what was filed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.web.components.change_card import Card
from store.changes.queries import change_sets_of_runs
from store.inbox.queries import get_conversation, list_conversations, recent_messages
from store.inbox.tables import Message
from store.kernel.actor import Actor
from store.projects.queries import get_project

if TYPE_CHECKING:
    from sqlmodel import Session

MOST_MESSAGES = 400


@dataclass(frozen=True, slots=True)
class Step:
    """A tool that was called, and what it answered."""

    tool: str
    answer: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn: the person's words, the steps taken, the answer (None while there is none), and what was filed."""

    message_id: str
    run_id: str
    asked: str
    steps: tuple[Step, ...]
    answer: str | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A conversation in the list."""

    id: str
    title: str
    project: str | None


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation from its beginning; `project` is the code of the one it is about."""

    id: str
    title: str
    project: str | None
    project_name: str | None
    exchanges: tuple[Exchange, ...]


def read_list(session: Session, actor: Actor) -> tuple[Listed, ...]:
    """Return the person's own conversations on the web, newest first."""
    return tuple(
        Listed(conversation.id, conversation.title, conversation.project_id)
        for conversation in list_conversations(session, actor, limit=60)
    )


def read_thread(session: Session, actor: Actor, conversation_id: str) -> Thread:
    """Return a conversation of the actor's. Raises `NotFound`."""
    conversation = get_conversation(session, actor, conversation_id)
    messages = recent_messages(session, actor, conversation_id, limit=MOST_MESSAGES)
    project = get_project(session, actor, conversation.project_id).project if conversation.project_id else None
    runs: dict[str, list[Message]] = {}
    for message in messages:
        runs.setdefault(message.run_id or message.id, []).append(message)
    cards: dict[str, list[Card]] = {}
    for change_set in change_sets_of_runs(session, actor, list(runs)):
        cards.setdefault(change_set.origin_run_id or "", []).append(Card.of(change_set))
    return Thread(
        conversation.id,
        conversation.title,
        project.code if project else None,
        project.name if project else None,
        tuple(_exchange(run_id, said, tuple(cards.get(run_id, ()))) for run_id, said in runs.items()),
    )


def _exchange(run_id: str, said: list[Message], cards: tuple[Card, ...]) -> Exchange:
    asked = next((message for message in said if message.role == "human"), said[0])
    answers = [message.content for message in said if message.role == "ai"]
    steps = tuple(Step(message.tool_name or "", message.content) for message in said if message.role == "tool")
    return Exchange(asked.id, run_id, asked.content, steps, answers[-1] if answers else None, cards)

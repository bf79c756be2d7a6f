"""What a conversation's page reads: who said what, what was looked at for it, and what became of what was filed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from api.web.components.change_card import Card
from api.web.copilot.glance import Glance, glance_of
from copilot.turn.brief_turn import ASKED, handed_in
from store.changes.queries import change_set_by_key, change_sets_of_runs, get_revision, may_see
from store.documents.queries import get_document
from store.inbox.queries import get_conversation, list_conversations, recent_messages
from store.inbox.tables import Message
from store.kernel.actor import Actor
from store.kernel.errors import DomainError
from store.projects.queries import get_project
from store.proposals.twins import brief_key

if TYPE_CHECKING:
    from sqlmodel import Session

MOST_MESSAGES = 400
_IN_THE_GLANCE = ("- Look at: ", "- Ask the client: ")  # what the tool says of a brief, shown below its answer


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
    glance: Glance | None = None


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
        tuple(
            _brief(session, actor, run_id, said) or _told(session, actor, run_id, said, tuple(cards.get(run_id, ())))
            for run_id, said in runs.items()
        ),
    )


def _brief(session: Session, actor: Actor, run_id: str, said: list[Message]) -> Exchange | None:
    """Return the turn of a brief that was handed in, with what was found in it; its proposal may be from before."""
    document_id = handed_in(said[0].content)
    if document_id is None:
        return None
    try:
        document = get_document(session, actor, document_id)
    except DomainError:
        return None  # it may not be seen any more
    filed = change_set_by_key(session, actor, brief_key(document.id))
    seen = filed is not None and may_see(actor, filed)
    told = _exchange(run_id, said, (Card.of(filed),) if filed and seen else ())
    asked = f"{ASKED} {document.filename} [document {document.id}]"
    return replace(told, asked=asked, glance=glance_of(session, actor, filed) if filed and seen else None)


def _told(session: Session, actor: Actor, run_id: str, said: list[Message], cards: tuple[Card, ...]) -> Exchange:
    """Return any other turn; of one brief that was pasted, what was found in it is shown as of one handed in."""
    told = _exchange(run_id, said, cards)
    if len(cards) != 1 or not cards[0].from_brief:
        return told
    glance = glance_of(session, actor, get_revision(session, actor, cards[0].code, cards[0].revision))
    lines = (told.answer or "").splitlines(keepends=True)
    answer = "".join(line for line in lines if not line.startswith(_IN_THE_GLANCE))
    return replace(told, glance=glance, answer=answer.strip() or None if told.answer else None)


def _exchange(run_id: str, said: list[Message], cards: tuple[Card, ...]) -> Exchange:
    """Return one turn as it is shown, without what a pasted brief led to."""
    asked = next((message for message in said if message.role == "human"), said[0])
    answers = [message.content for message in said if message.role == "ai"]
    steps = tuple(Step(message.tool_name or "", message.content) for message in said if message.role == "tool")
    return Exchange(asked.id, run_id, asked.content, steps, answers[-1] if answers else None, cards)

"""What a turn leaves behind: the person's words at once, the rest in one transaction before the last event leaves.

Everything but opening a conversation goes through the agent's handle, which can add messages and runs and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from langchain_core.messages import AIMessage, AnyMessage

from copilot.models.failures import ModelFailure
from copilot.turn.context import TurnContext
from store.access.policy import require_project
from store.documents.queries import get_document
from store.inbox.messages import UNTITLED, NewMessage, NewRun, append_messages, record_run
from store.inbox.queries import Said, TakenUp, take_up
from store.inbox.tables import Conversation, Message, Run
from store.kernel.actor import Actor
from store.kernel.clock import Clock, today
from store.kernel.database import Database
from store.kernel.errors import Forbidden, Invalid, NotFound
from store.kernel.ids import new_id

MOST_CHARACTERS = 200_000


@dataclass(frozen=True)
class Opening:
    """A turn that has begun: its ids, its words and what was said before, and who speaks about what.

    `tainted`: the words themselves come from outside.
    """

    conversation_id: str
    run_id: str
    message_id: str
    text: str
    tainted: bool
    project_id: str | None
    before: list[Said]
    person: str
    project: str
    today: str
    started_at: datetime


def open_conversation(
    database: Database, clock: Clock, actor: Actor, *, title: str, channel: str, project_id: str | None = None
) -> str:
    """Begin a conversation of the actor's and return its id. Raises `NotFound` for a project the actor does not see."""
    if project_id is not None:
        require_project(actor, project_id)
    conversation = Conversation(
        id=new_id("cnv"),
        user_id=actor.user_id,
        project_id=project_id,
        title=title.strip()[:200] or UNTITLED,
        channel=channel,
        created_at=clock.now(),
    )
    with database.write() as session:
        session.add(conversation)
    return conversation.id


def open_turn(
    database: Database, clock: Clock, actor: Actor, conversation_id: str, text: str, *, tainted: bool
) -> Opening:
    """Store the person's words and return what the turn needs to know.

    Raises `NotFound` for a conversation that is not the actor's, `Invalid` for empty or boundless words.
    """
    if not text.strip():
        raise Invalid("The message is empty. Write what you would like to know or have done.")
    if len(text) > MOST_CHARACTERS:
        raise Invalid(f"The message is longer than {MOST_CHARACTERS} characters. Send it as a document instead.")
    run_id, message_id, now = new_id("run"), new_id("msg"), clock.now()
    with database.agent() as session:
        found = take_up(session, actor, conversation_id)
        said = NewMessage(message_id, conversation_id, run_id, "human", text, tainted, now)
        append_messages(session, conversation_id, [said])
    return _opening(said, found, found.before, clock)


def _opening(said: NewMessage, found: TakenUp, before: list[Said], clock: Clock) -> Opening:
    return Opening(
        conversation_id=said.conversation_id,
        run_id=said.run_id,
        message_id=said.id,
        text=said.content,
        tainted=said.tainted,
        project_id=found.project_id,
        before=before,
        person=found.person or "someone of the studio",
        project=f"{found.project_name} ({found.project_code})" if found.project_code else "no project in particular",
        today=today(clock, found.time_zone).isoformat(),
        started_at=said.created_at,
    )


def reopen_turn(database: Database, clock: Clock, actor: Actor, message_id: str) -> Opening | None:
    """Return a turn that was opened and never closed; None when it is closed already.

    Raises `NotFound` for a message that does not open a turn of the actor's.
    """
    with database.agent_read() as session:
        message = session.get(Message, message_id)
        if message is None or message.run_id is None or message.role != "human":
            raise NotFound(f"Message {message_id}")
        found = take_up(session, actor, message.conversation_id)
        if session.get(Run, message.run_id) is not None:
            return None
    before = [earlier for earlier in found.before if earlier.position < message.position]
    said = NewMessage(
        message.id,
        message.conversation_id,
        message.run_id,
        "human",
        message.content,
        message.tainted,
        message.created_at,
    )
    return _opening(said, found, before, clock)


def projects_read(database: Database, actor: Actor, cited: Iterable[str]) -> set[str]:
    """Return the projects of the documents among the rows cited (`document doc_…`), as far as the actor sees them."""
    projects: set[str] = set()
    with database.agent_read() as session:
        for row in cited:
            table, _, row_id = row.partition(" ")
            if table != "document":
                continue
            try:
                project_id = get_document(session, actor, row_id).project_id
            except (NotFound, Forbidden):
                continue  # what the actor may no longer see opens nothing
            if project_id is not None:
                projects.add(project_id)
    return projects


def close_turn(
    opening: Opening, context: TurnContext, said: list[AnyMessage], *, model: str, prompt: str, failure: Failure | None
) -> str:
    """Store what was said and the run, in one transaction; return the id of the message that ends the turn.

    `said` are the new messages in order; a failure is stored as the assistant's last words.
    """
    now = context.clock.now()
    with context.database.agent() as session:
        spoken = said if failure is None else [*said, AIMessage(failure.message)]
        rows = [_row(message, opening, context.tainted, now) for message in spoken]
        append_messages(session, opening.conversation_id, rows)
        record_run(
            session,
            NewRun(
                id=opening.run_id,
                conversation_id=opening.conversation_id,
                user_id=context.actor.user_id,
                model=model[:120],
                prompt_hash=prompt,
                status=failure.status if failure else "done",
                error_code=failure.code if failure else None,
                model_calls=context.model_calls,
                tool_calls=context.tool_calls,
                input_tokens=context.input_tokens,
                output_tokens=context.output_tokens,
                tainted=context.tainted,
                started_at=opening.started_at,
                finished_at=now,
            ),
        )
        return rows[-1].id


@dataclass(frozen=True)
class Failure:
    """How a turn ended without an answer, as the run log and the person read it."""

    code: str
    message: str
    status: Literal["failed", "stopped"] = "failed"

    @classmethod
    def of(cls, error: ModelFailure) -> Failure:
        return cls(error.code, error.message, "stopped" if error.code == "stopped" else "failed")


INTERRUPTED = Failure("interrupted", "The connection was closed before the answer was complete. Ask again.", "stopped")
DEFECT = Failure("internal", "Something went wrong on our side; nothing was changed. Ask again, or tell your studio.")


def _row(message: AnyMessage, opening: Opening, tainted: bool, now: datetime) -> NewMessage:
    calls = message.tool_calls if isinstance(message, AIMessage) else []
    is_tool = message.type == "tool"
    return NewMessage(
        id=new_id("msg"),
        conversation_id=opening.conversation_id,
        run_id=opening.run_id,
        role="tool" if is_tool else "ai",
        content=message.text,
        tool_calls=[{"id": call["id"], "name": call["name"], "args": call["args"]} for call in calls],
        tool_call_id=(getattr(message, "tool_call_id", "") or "")[:80] if is_tool else None,
        tool_name=(message.name or "")[:80] if is_tool else None,
        tainted=tainted,
        created_at=now,
    )

"""One turn: a person's words in, a stream of events out, everything stored before the last event leaves.

There is no checkpointer and nothing waits for a confirmation: a turn reads, answers, and files change sets that a
person decides on elsewhere. No database session is held while a model is at work.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

from langchain_core.messages import HumanMessage

from copilot.models.failures import ModelFailure
from copilot.turn.context import TurnContext
from copilot.turn.copilot import Copilot
from copilot.turn.events import TextDelta, TurnDone, TurnEvent, TurnFailed
from copilot.turn.history import History, rebuild
from copilot.turn.record import DEFECT, INTERRUPTED, Failure, Opening, close_turn, open_turn, projects_read
from copilot.turn.sanitise import citations
from copilot.turn.stream import Transcript, follow
from store.changes.engine import Origin
from store.changes.queries import change_sets_of_runs
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.database import Database


def run_turn(
    copilot: Copilot,
    database: Database,
    clock: Clock,
    actor: Actor,
    *,
    conversation_id: str,
    text: str,
    channel: str = "chat",
    tainted: bool = False,
    stop: Event | None = None,
) -> Iterator[TurnEvent]:
    """Answer `text` in a conversation of the actor's, yielding events; the last is `TurnDone` or `TurnFailed`.

    `tainted` says that the words themselves come from outside (a mail). Setting `stop`, from any thread, ends the turn
    at the next token or call. Closing the iterator ends it too, stored as interrupted. Raises `NotFound` or `Invalid`
    before the first event when the turn cannot begin.
    """
    opening = open_turn(database, clock, actor, conversation_id, text, tainted=tainted)
    return _answer(copilot, database, clock, actor, opening, channel, stop or Event())


def _answer(
    copilot: Copilot, database: Database, clock: Clock, actor: Actor, opening: Opening, channel: str, stop: Event
) -> Iterator[TurnEvent]:
    history = rebuild(opening.before, copilot.settings.history_tokens)
    context = TurnContext(
        actor=actor.as_agent(),
        database=database,
        clock=clock,
        origin=Origin(channel, opening.message_id, opening.run_id),
        project_id=opening.project_id,
        tainted=opening.tainted or history.tainted,
        settings=copilot.settings,
        system=_system(copilot, actor, opening),
        stop=stop,
    )
    if history.tainted:
        context.projects |= projects_read(database, actor, history.cited)
    return _events(copilot, context, opening, history)


def take_up(
    copilot: Copilot, database: Database, clock: Clock, actor: Actor, opening: Opening, *, channel: str, stop: Event
) -> Iterator[TurnEvent]:
    """Answer an open turn, also one that broke off before: what it had filed by then stands, and is not filed again."""
    with database.agent_read() as session:
        filed = change_sets_of_runs(session, actor, [opening.run_id])
    if not filed:
        return _answer(copilot, database, clock, actor, opening, channel, stop)
    return _broken_off(copilot, database, clock, actor, opening, [change_set.code for change_set in filed])


def _broken_off(
    copilot: Copilot, database: Database, clock: Clock, actor: Actor, opening: Opening, codes: list[str]
) -> Iterator[TurnEvent]:
    origin = Origin("chat", opening.message_id, opening.run_id)
    context = TurnContext(actor.as_agent(), database, clock, origin, opening.project_id)
    failure = Failure(
        "interrupted",
        f"The server stopped while this was being answered. What it had filed waits: {', '.join(codes)}. Ask again "
        "for the rest.",
        "stopped",
    )
    message_id = close_turn(
        opening, context, [], model=copilot.model_name, prompt=copilot.prompt.digest, failure=failure
    )
    yield TurnFailed(opening.run_id, message_id, failure.code, failure.message)


def _events(copilot: Copilot, context: TurnContext, opening: Opening, history: History) -> Iterator[TurnEvent]:
    transcript = Transcript(known=set(history.cited))

    def close(failure: Failure | None) -> str:
        model, prompt = copilot.model_name, copilot.prompt.digest
        return close_turn(opening, context, transcript.messages, model=model, prompt=prompt, failure=failure)

    try:
        agent = copilot.agent_for(context.actor)
        yield from follow(agent, context, [*history.messages, HumanMessage(opening.text)], transcript)
    except ModelFailure as error:
        failure = Failure.of(error)
        message_id = close(failure)
        yield TurnFailed(opening.run_id, message_id, failure.code, failure.message)
        return
    except GeneratorExit:
        close(INTERRUPTED)
        raise
    except Exception:
        close(DEFECT)
        raise
    finally:
        context.look.end()
    message_id = close(None)
    yield TurnDone(
        run_id=opening.run_id,
        message_id=message_id,
        text=transcript.answer,
        cited=citations(transcript.answer),
        model_calls=context.model_calls,
        tool_calls=context.tool_calls,
        input_tokens=context.input_tokens,
        output_tokens=context.output_tokens,
        tainted=context.tainted,
    )


def answer_of(events: Iterator[TurnEvent]) -> tuple[str, TurnDone | TurnFailed]:
    """Run a turn to its end and return the words shown and how it ended, for callers that do not stream."""
    shown: list[str] = []
    for event in events:
        if isinstance(event, TextDelta):
            shown.append(event.text)
        elif isinstance(event, (TurnDone, TurnFailed)):
            return "".join(shown), event
    raise RuntimeError("a turn ended without its last event")


def _system(copilot: Copilot, actor: Actor, opening: Opening) -> str:
    return copilot.prompt.render(
        today=opening.today,
        person=_one_line(opening.person),
        role=actor.role.replace("_", " "),
        project=_one_line(opening.project),
    )


def _one_line(name: str) -> str:
    """Names are data: whoever chose them cannot start a new line in the instructions."""
    return " ".join(name.split())[:160]

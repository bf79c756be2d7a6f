"""A turn that hands a kept brief to job 1: a file dropped into a conversation, and the proposal it led to, on record.

No model speaks in it, and no word of the brief gets into the conversation: the document and the change set are cited,
the rest is counted. So what is asked afterwards is not bound by what somebody outside wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread

from langchain_core.messages import AIMessage

from copilot.briefs.intake import Intake
from copilot.briefs.report import BriefReport, report
from copilot.turn.context import TurnContext
from copilot.turn.events import ChangeSetFiled, Progress, TextDelta, TurnDone, TurnEvent, TurnFailed
from copilot.turn.record import DEFECT, Failure, Opening, close_turn, open_turn
from copilot.turn.sanitise import citations
from store.changes.engine import Origin
from store.changes.tables import ChangeSet
from store.documents.queries import get_document
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.database import Database
from store.kernel.errors import DomainError
from store.kernel.money import Money
from tools.reply import Ref

ASKED = "Draft a proposal from this brief:"
_HANDED_IN = re.compile(re.escape(ASKED) + r" \[document (doc_\w+)\]")
_BY = "brief"  # what the run log names in the model's place


def handed_in(words: str) -> str | None:
    """Return the id of the brief that these words hand in; None where they are any others."""
    match = _HANDED_IN.fullmatch(words)
    return match[1] if match is not None else None


def open_brief_turn(database: Database, clock: Clock, actor: Actor, conversation_id: str, document_id: str) -> Opening:
    """Store that the person hands in a brief. Raises `NotFound` for a document or conversation that is not theirs."""
    with database.agent_read() as session:
        document = get_document(session, actor, document_id)
    words = f"{ASKED} [document {document.id}]"
    return open_turn(database, clock, actor, conversation_id, words, tainted=False)


def answer_brief(
    intake: Intake, database: Database, clock: Clock, actor: Actor, opening: Opening, document_id: str, channel: str
) -> Iterator[TurnEvent]:
    """Read, price and file the brief, yielding its progress; the last event is `TurnDone` or `TurnFailed`.

    Taken up again after a crash it finds what was filed before: a brief is filed under its document's key.
    """
    origin = Origin(channel, opening.message_id, opening.run_id)
    context = TurnContext(actor.as_agent(), database, clock, origin, opening.project_id)
    steps: SimpleQueue[str | None] = SimpleQueue()
    came: list[ChangeSet | Exception] = []

    def work() -> None:
        try:
            came.append(intake.process(actor, document_id, origin=origin, progress=steps.put))
        except Exception as error:  # noqa: BLE001 - handed to the generator, which raises or tells it
            came.append(error)
        finally:
            steps.put(None)

    Thread(target=work, name="brief", daemon=True).start()
    while (step := steps.get()) is not None:
        yield Progress(step)
    yield from _end(opening, context, came[0])


def _end(opening: Opening, context: TurnContext, came: ChangeSet | Exception) -> Iterator[TurnEvent]:
    if isinstance(came, DomainError):
        failure = Failure(came.code, came.message)
        message_id = close_turn(opening, context, [], model=_BY, prompt="", failure=failure)
        yield TurnFailed(opening.run_id, message_id, came.code, came.message)
        return
    if isinstance(came, Exception):
        close_turn(opening, context, [], model=_BY, prompt="", failure=DEFECT)
        raise came
    with context.database.agent_read() as session:
        text = _said(came, report(session, context.actor, came))
    yield TextDelta(text)
    yield ChangeSetFiled(came.code, came.title, came.tainted)
    message_id = close_turn(opening, context, [AIMessage(text)], model=_BY, prompt="", failure=None)
    yield TurnDone(opening.run_id, message_id, text, citations(text), 0, 0, None, None, tainted=False)


def _said(change_set: ChangeSet, found: BriefReport) -> str:
    offer = found.proposal
    total = Money(offer.total.minor, offer.total.currency)
    return (
        f"Filed: {len(offer.lines)} budget lines come to {total} including tax {Ref('change_set', change_set.id)}. "
        "Nothing has changed yet: a person must greenlight it."
    )

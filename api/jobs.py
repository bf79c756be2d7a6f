"""Work that may outlast a request, as durable workflows: it shows its progress and survives `kill -9`.

A job's input is stored already: a document, or the message that opens a turn. Its effects are filed under keys of that
input, so a job that is taken up again after a crash does nothing twice. DBOS keeps one runtime a process, so a process
works for one studio.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, TypedDict, cast

import structlog

from api.turns import Turns
from copilot.briefs.intake import Intake
from store.access.queries import actor_for
from store.access.tables import User
from store.changes.engine import Origin
from store.inbox.unanswered import unanswered_turns
from store.kernel.actor import Actor
from store.kernel.database import Database
from store.kernel.errors import DomainError, NotFound
from store.kernel.settings import Settings

_log = structlog.get_logger("greenlight.jobs")

_STEP = "step"
# Whose turns are jobs. What was opened longer ago than this is asked again by whoever still wants to know.
_DOORS = ("web", "rest")
_LATELY = timedelta(hours=1)
_running: Jobs | None = None


class Outcome(TypedDict):
    """A finished job: the change set it filed, or why it could not."""

    change_set: str | None
    code: str | None
    message: str | None


@dataclass(frozen=True, slots=True)
class JobState:
    """Where a brief's job stands. `step` is what it does now, in words; a failure says what to do next."""

    state: Literal["working", "done", "failed"]
    step: str | None
    change_set: str | None = None
    code: str | None = None
    message: str | None = None


class Jobs:
    """Start it with the application and stop it with it; jobs of an earlier process are then taken up again."""

    def __init__(self, settings: Settings, database: Database, intake: Intake, turns: Turns) -> None:
        self.settings, self.database, self.intake, self.turns = settings, database, intake, turns

    def start(self) -> None:
        # Imported here: it costs a second that no command but `serve` should pay.
        from dbos import DBOS

        global _running
        if _running is not None:
            raise RuntimeError("this process works for another studio already")
        _running = self
        _register()
        DBOS(
            config={
                "name": "greenlight",
                "system_database_url": self._url(),
                "application_version": "1",
                "enable_otlp": False,
                "log_level": "ERROR",
            }
        )
        DBOS.launch()

    def stop(self) -> None:
        from dbos import DBOS

        global _running
        DBOS.destroy()
        _running = None

    def begin(self, actor: Actor, document_id: str, channel: str) -> None:
        """Start the job of a kept brief; its id is the document's. Starting it again changes nothing."""
        from dbos import DBOS, SetWorkflowID

        with SetWorkflowID(document_id):
            DBOS.start_workflow(_register().brief, document_id, actor.user_id, sorted(actor.permissions), channel)

    def begin_turn(self, message_id: str, actor: Actor, channel: str, document_id: str | None) -> None:
        """Start an opened turn of the copilot as a job; its id is that of the message that opens it."""
        from dbos import DBOS, SetWorkflowID

        with SetWorkflowID(message_id):
            DBOS.start_workflow(
                _register().turn, message_id, actor.user_id, sorted(actor.permissions), channel, document_id
            )

    def take_up_unanswered(self, began_at: datetime) -> int:
        """Start what was opened lately, before this process began, and has no job: its process died in between.

        A job's id is that of the message, so whichever process does so first is the one. Returns how many there were.
        """
        from dbos import DBOS

        from copilot.turn.brief_turn import handed_in

        with self.database.read() as session:
            found = unanswered_turns(session, _DOORS, since=began_at - _LATELY, until=began_at)
        waiting = [one for one in found if DBOS.get_workflow_status(one.message_id) is None]
        for one in waiting:
            actor = _actor(self.database, one.user_id)
            self.begin_turn(one.message_id, actor, one.channel, handed_in(one.text))
        return len(waiting)

    def state(self, document_id: str) -> JobState:
        """Return where a brief's job stands. Raises `NotFound` for a document that no job was started for."""
        from dbos import DBOS

        status = DBOS.get_workflow_status(document_id)
        if status is None:
            raise NotFound(f"Brief job {document_id}")
        if status.status in ("PENDING", "ENQUEUED"):
            return JobState("working", DBOS.get_event(document_id, _STEP, timeout_seconds=0))
        if status.status != "SUCCESS":
            return JobState("failed", None, code="job_failed", message="The job broke off. Send the brief once more.")
        outcome = cast("Outcome", status.output)
        if outcome["change_set"] is None:
            return JobState("failed", None, code=outcome["code"], message=outcome["message"])
        return JobState("done", None, change_set=outcome["change_set"])

    def _url(self) -> str:
        if self.database.is_sqlite:
            return f"sqlite:///{self.settings.home / 'jobs.sqlite3'}"
        return self.settings.database


@dataclass(frozen=True, slots=True)
class _Workflows:
    brief: Any
    turn: Any


def _register() -> _Workflows:
    """Return the workflows, registered once a process."""
    from dbos import DBOS

    global _workflows
    if _workflows is None:
        _workflows = _Workflows(
            brief=DBOS.workflow(name="take_brief")(_take_brief), turn=DBOS.workflow(name="take_turn")(_take_turn)
        )
    return _workflows


_workflows: _Workflows | None = None


def _take_brief(document_id: str, user_id: str, permissions: list[str], channel: str) -> Outcome:
    """Read, price and file a kept brief, for the user who sent it and with no more than it then had."""
    from dbos import DBOS

    jobs = _running
    assert jobs is not None  # a workflow runs only while its runtime does
    try:
        actor = _actor(jobs.database, user_id, frozenset(permissions))
        change_set = jobs.intake.process(
            actor, document_id, origin=Origin(channel), progress=lambda step: DBOS.set_event(_STEP, step)
        )
    except DomainError as error:
        return Outcome(change_set=None, code=error.code, message=error.message)
    return Outcome(change_set=change_set.id, code=None, message=None)


def _take_turn(message_id: str, user_id: str, permissions: list[str], channel: str, document_id: str | None) -> None:
    """Answer an opened turn. One that cannot be answered any more, because of a right taken away, stays as it is."""
    jobs = _running
    assert jobs is not None  # a workflow runs only while its runtime does
    try:
        actor = _actor(jobs.database, user_id, frozenset(permissions))
        jobs.turns.take(actor, message_id, channel, document_id)
    except DomainError as error:
        _log.warning("turn_not_taken", code=error.code)
        jobs.turns.give_up(message_id)  # also where the user is gone, and nothing was taken at all


def _actor(database: Database, user_id: str, permissions: frozenset[str] | None = None) -> Actor:
    """The user as it is now: a right taken away since is gone, and of `permissions` given no other counts."""
    with database.read() as session:
        user = session.get(User, user_id)
        if user is None:
            raise NotFound(f"User {user_id}")
        return actor_for(session, user, kind="agent", scopes=permissions)

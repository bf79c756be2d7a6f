"""Work that may outlast a request, as durable workflows: it shows its progress and survives `kill -9`.

A job's input is a document that is kept already, and its one effect is a change set filed under the document's
idempotency key: a job that is taken up again after a crash files nothing twice. DBOS keeps one runtime a process,
so a process works for one studio.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypedDict, cast

from copilot.briefs.intake import Intake
from store.access.queries import actor_for
from store.access.tables import User
from store.changes.engine import Origin
from store.kernel.actor import Actor
from store.kernel.database import Database
from store.kernel.errors import DomainError, NotFound
from store.kernel.settings import Settings

_STEP = "step"
_running: BriefJobs | None = None


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


class BriefJobs:
    """Start it with the application and stop it with it; jobs of an earlier process are then taken up again."""

    def __init__(self, settings: Settings, database: Database, intake: Intake) -> None:
        self.settings, self.database, self.intake = settings, database, intake

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
            DBOS.start_workflow(_register(), document_id, actor.user_id, sorted(actor.permissions), channel)

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


def _register() -> Any:
    """Return the workflow, registered once a process."""
    from dbos import DBOS

    global _workflow
    if _workflow is None:
        _workflow = DBOS.workflow(name="take_brief")(_take_brief)
    return _workflow


_workflow: Any = None


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


def _actor(database: Database, user_id: str, permissions: frozenset[str]) -> Actor:
    """The user as it is now: a right taken away since is gone, one given since does not count."""
    with database.read() as session:
        user = session.get(User, user_id)
        if user is None:
            raise NotFound(f"User {user_id}")
        return actor_for(session, user, kind="agent", scopes=permissions)

"""What a tool is given besides the model's arguments: who asks, and the restricted handle to the studio's data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from threading import Lock

from store.changes.engine import Origin
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.database import Database, Session
from store.kernel.errors import DomainError, Forbidden


class Look:
    """One look at the data through the agent's handle, as of one moment, shared by the calls a model makes at once.

    They read one after the other: opening a look costs as much as five queries. It ends before the model is asked
    again, so nothing is held while one is at work.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turns = Lock()
        self._open = ExitStack()
        self._session: Session | None = None

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Take the look for one call; the first opens it. What the database itself refused ends it."""
        with self._turns:
            if self._session is None:
                self._session = self._open.enter_context(self._database.agent_read())
            try:
                yield self._session
            except DomainError:
                raise
            except BaseException:
                self._end()
                raise

    def end(self) -> None:
        """Let go of the data, if it was looked at; the next call looks anew."""
        with self._turns:
            self._end()

    def _end(self) -> None:
        self._session = None
        self._open.close()


@dataclass
class ToolContext:
    """One run's context, built at the edge and never shown to the model. Tools of one run may share it over threads.

    `tainted` turns true once text from outside was read, and never false again: from then on the run stays within
    the projects in `projects` (those the text belongs to, and the conversation's own).
    """

    actor: Actor
    database: Database
    clock: Clock
    origin: Origin
    project_id: str | None = None
    tainted: bool = False
    projects: set[str] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.look = Look(self.database)
        if self.project_id is not None:
            self.projects.add(self.project_id)

    def enter_project(self, project_id: str) -> None:
        """Note that the run works on a project. Raises `Forbidden` (tainted run) for one it had not opened before."""
        with self.lock:
            if self.tainted and project_id not in self.projects:
                raise Forbidden(
                    "Text from outside was read in this conversation, so it stays with its project. "
                    "Start a new conversation to work on another one."
                )
            self.projects.add(project_id)

    def taint(self, project_ids: Iterable[str | None]) -> None:
        """Note that outside text of these projects was read: what else the run had opened is closed to it."""
        with self.lock:
            own = (self.project_id, *project_ids)
            self.projects = {project_id for project_id in own if project_id is not None}
            self.tainted = True


@dataclass(frozen=True)
class Desk:
    """One tool call's unit of work: an open session of the agent's handle, and the run's context."""

    session: Session
    context: ToolContext

    @property
    def actor(self) -> Actor:
        return self.context.actor

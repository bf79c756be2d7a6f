"""The studio's copilot as the application holds it: its two doors, briefs and chat, opened when they are first used."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import TYPE_CHECKING

from copilot.settings import CopilotSettings
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.database import Database
from store.kernel.errors import DomainError
from store.kernel.settings import Settings

if TYPE_CHECKING:
    from copilot.briefs.intake import Intake
    from copilot.turn.copilot import Copilot
    from copilot.turn.events import TurnEvent


@dataclass
class Assistant:
    """Safe to share between threads. LangChain takes a second to import: the first question pays it, not the start.

    Where people sit before a page, `warm_up` has paid it by then.
    """

    settings: Settings
    clock: Clock
    database: Database
    model: CopilotSettings = field(default_factory=CopilotSettings)
    _intake: Intake | None = None
    _copilot: Copilot | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def intake(self) -> Intake:
        """The door for briefs. Raises `Invalid` when a hosted model is named but not configured."""
        from copilot.open import open_intake

        with self._lock:
            if self._intake is None:
                self._intake = open_intake(self.database, self.settings, self.clock, self.model)
            return self._intake

    def open_turn(self, actor: Actor, conversation_id: str, text: str) -> str:
        """Store what the person says and return its message's id. Raises `NotFound` or `Invalid`, nothing stored."""
        from copilot.turn.record import open_turn

        return open_turn(self.database, self.clock, actor, conversation_id, text, tainted=False).message_id

    def open_brief_turn(self, actor: Actor, conversation_id: str, document_id: str) -> str:
        """Store that the person hands in a kept brief and return the message's id. Raises `NotFound`."""
        from copilot.turn.brief_turn import open_brief_turn

        return open_brief_turn(self.database, self.clock, actor, conversation_id, document_id).message_id

    def take_turn(
        self, actor: Actor, message_id: str, channel: str, document_id: str | None, stop: Event
    ) -> tuple[str, Iterator[TurnEvent]] | None:
        """Return an open turn's conversation and its events; None when it is closed already."""
        from copilot.turn.brief_turn import answer_brief
        from copilot.turn.record import reopen_turn
        from copilot.turn.run import take_up

        opening = reopen_turn(self.database, self.clock, actor, message_id)
        if opening is None:
            return None
        if document_id is not None:
            events = answer_brief(self.intake, self.database, self.clock, actor, opening, document_id, channel)
        else:
            events = take_up(self._opened(), self.database, self.clock, actor, opening, channel=channel, stop=stop)
        return opening.conversation_id, events

    def warm_up(self) -> None:
        """Open the copilot before anyone asks. What hinders that is told to whoever asks first."""
        with suppress(DomainError):
            self._opened()
        # What is imported by now stays for good. Left to the collector, it is walked again and again while people wait,
        # for a third of a second each time.
        gc.collect()
        gc.freeze()

    def _opened(self) -> Copilot:
        from copilot.open import open_copilot

        with self._lock:
            if self._copilot is None:
                self._copilot = open_copilot(self.database, self.settings, self.clock, self.model)
            return self._copilot

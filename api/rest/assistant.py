"""The studio's copilot as the application holds it: its two doors, briefs and chat, opened when they are first used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from copilot.settings import CopilotSettings
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.database import Database
from store.kernel.settings import Settings

if TYPE_CHECKING:
    from copilot.briefs.intake import Intake
    from copilot.turn.copilot import Copilot
    from copilot.turn.events import TurnEvent


@dataclass
class Assistant:
    """Safe to share between threads. LangChain takes a second to import: the first question pays it, not the start."""

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

    def begin_turn(self, actor: Actor, conversation_id: str, text: str, channel: str) -> Iterator[TurnEvent]:
        """Begin a turn and return its events. Raises `NotFound` or `Invalid` when it cannot begin."""
        from copilot.turn.run import run_turn

        return run_turn(
            self._opened(),
            self.database,
            self.clock,
            actor,
            conversation_id=conversation_id,
            text=text,
            channel=channel,
        )

    def _opened(self) -> Copilot:
        from copilot.open import open_copilot

        with self._lock:
            if self._copilot is None:
                self._copilot = open_copilot(self.database, self.settings, self.clock, self.model)
            return self._copilot

"""Showing a turn while it runs: its steps as they begin and end, and the words as they come."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic

import htpy as h
from nicegui import ui

from api.turns import RunningTurn
from api.web.components.prose import prose
from api.web.copilot.exchange import done_words, steps_of
from api.web.copilot.reading import Step
from api.web.frame.visit import Visit
from copilot.turn.events import Progress, TextDelta, ToolFinished, ToolStarted, TurnEvent, TurnFailed

# How long a turn is shown before it is asked again whether its watcher is still signed in.
ASK_EVERY_S = 1.0


@dataclass
class LiveTurn:
    """The part of a conversation that a running turn fills."""

    turn: RunningTurn
    visit: Visit
    _steps: list[Step] = field(default_factory=list)
    _progress: list[str] = field(default_factory=list)
    _words: str = ""
    _now: str = "Reading"

    async def follow(self) -> None:
        """Show the turn until it has ended. Raises `DomainError` (`unauthenticated`) once the session has."""
        shown = ui.html("").props("aria-live=polite")
        changed, loop, seen, asked = asyncio.Event(), asyncio.get_running_loop(), 0, monotonic()

        def wake() -> None:
            # When the server stops, its loop may end before the turn does, which goes on without being watched.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(changed.set)

        self.turn.listen(wake)
        while True:
            events, ended = self.turn.after(seen)
            seen += len(events)
            for event in events:
                self._take(event)
            if shown.is_deleted:
                return
            if monotonic() - asked > ASK_EVERY_S:
                await self.visit.call(lambda actor: None)
                asked = monotonic()
            shown.set_content(str(self._drawn(ended)))
            if ended:
                return
            await changed.wait()
            changed.clear()

    def _take(self, event: TurnEvent) -> None:
        match event:
            case TextDelta(text=text):
                self._words += text
            case Progress(step=step):
                self._progress.append(step)
            case ToolStarted(tool=tool):
                self._now = f"{done_words(tool)} …"
            case ToolFinished(tool=tool, text=text):
                self._steps.append(Step(tool, text))
                self._now = "Thinking"
            case TurnFailed(message=message):
                self._words = message
            case _:
                pass

    def _drawn(self, ended: bool) -> h.Element:
        *done, now = self._progress or [self._now]
        return h.div(".said")[
            steps_of(self._steps) if self._steps else None,
            h.ol(".progress")[(h.li[step] for step in done)] if done else None,
            h.div(".prose")[prose(self._words)] if self._words else None,
            h.div(".working")[now] if not ended and not self._words else None,
        ]

"""Turns of the copilot in progress: each runs to its end whoever watches, and can be watched from several places.

A turn belongs to the studio and not to a connection. Its words are stored before it begins; where jobs run, it is a
durable one, so that a turn broken off by a crash is taken up again when the server is back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING

from api.assistant import Assistant
from store.kernel.actor import Actor
from store.kernel.errors import DomainError

if TYPE_CHECKING:
    from copilot.turn.events import TurnEvent

_KEPT = 200  # finished turns that may still be watched; older ones are read from the conversation


@dataclass
class RunningTurn:
    """What a turn has told so far. Safe to share between threads."""

    conversation_id: str
    message_id: str
    stop: Event = field(default_factory=Event)
    events: list[TurnEvent] = field(default_factory=list)
    ended: bool = False
    _changed: Condition = field(default_factory=Condition)
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def run(self, events: Iterator[TurnEvent]) -> None:
        """Take the turn to its end. What it raises is raised, after whoever watches was told that it ended."""
        try:
            for event in events:
                self._tell(event)
        finally:
            self._tell(None)

    def after(self, count: int, *, wait_s: float | None = 0.0) -> tuple[list[TurnEvent], bool]:
        """Return the events beyond the first `count`, and whether it has ended; waits for one at most `wait_s`."""
        with self._changed:
            if len(self.events) <= count and not self.ended and wait_s != 0.0:
                self._changed.wait(wait_s)
            return self.events[count:], self.ended

    def watch(self) -> Iterator[TurnEvent]:
        """Yield its events from the first to the last, waiting for them."""
        seen, ended = 0, False
        while not ended:
            events, ended = self.after(seen, wait_s=None)
            seen += len(events)
            yield from events

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener`, from the turn's thread, after each event and at the end; an ended turn calls nobody.

        A listener must not raise: it would end the turn for everybody.
        """
        with self._changed:
            if not self.ended:
                self._listeners.append(listener)

    def _tell(self, event: TurnEvent | None) -> None:
        with self._changed:
            if event is None:
                self.ended = True
            else:
                self.events.append(event)
            self._changed.notify_all()
            listeners = list(self._listeners)
            if self.ended:
                self._listeners.clear()
        for listener in listeners:
            listener()


Starter = Callable[[str, Actor, str, str | None], None]


class Turns:
    """The turns of this process. `durable` starts one as a job; without it a turn has a thread of its own."""

    def __init__(self, assistant: Assistant, durable: Starter | None = None) -> None:
        self.assistant, self.durable = assistant, durable
        self._running: dict[str, RunningTurn] = {}

    def begin(self, actor: Actor, conversation_id: str, text: str, channel: str) -> RunningTurn:
        """Begin to answer. Raises `NotFound` or `Invalid` when it cannot begin, with nothing stored."""
        return self._begin(actor, conversation_id, self.assistant.open_turn(actor, conversation_id, text), channel)

    def begin_brief(self, actor: Actor, conversation_id: str, document_id: str, channel: str) -> RunningTurn:
        """Begin to draft a proposal from a kept brief, as a turn of a conversation."""
        message_id = self.assistant.open_brief_turn(actor, conversation_id, document_id)
        return self._begin(actor, conversation_id, message_id, channel, document_id)

    def of(self, conversation_id: str) -> RunningTurn | None:
        """Return the turn that a conversation is in, if it is in one."""
        for turn in list(self._running.values()):
            if turn.conversation_id == conversation_id and not turn.ended:
                return turn
        return None

    def take(self, actor: Actor, message_id: str, channel: str, document_id: str | None) -> None:
        """Run an opened turn to its end, here and now; one that is closed already stays as it is.

        Whatever keeps it from being taken is raised, after whoever watches was told that it ended.
        """
        watched = self._running.get(message_id)
        stop = watched.stop if watched is not None else Event()
        try:
            taken = self.assistant.take_turn(actor, message_id, channel, document_id, stop)
        except BaseException:
            self.give_up(message_id)
            raise
        if taken is None:
            self.give_up(message_id)
            return
        conversation_id, events = taken
        turn = watched or RunningTurn(conversation_id, message_id, stop)
        self._running[message_id] = turn
        turn.run(events)

    def give_up(self, message_id: str) -> None:
        """Tell whoever watches that a turn will not be answered."""
        turn = self._running.get(message_id)
        if turn is not None and not turn.ended:
            turn.run(iter(()))

    def _begin(
        self, actor: Actor, conversation_id: str, message_id: str, channel: str, document_id: str | None = None
    ) -> RunningTurn:
        self._forget_old()
        turn = self._running[message_id] = RunningTurn(conversation_id, message_id)
        if self.durable is not None:
            try:
                self.durable(message_id, actor, channel, document_id)
            except BaseException:
                self.give_up(message_id)
                raise
        else:
            Thread(target=self._alone, args=(actor, turn, channel, document_id), name="turn", daemon=True).start()
        return turn

    def _alone(self, actor: Actor, turn: RunningTurn, channel: str, document_id: str | None) -> None:
        # What one is not permitted any more is no defect: those who watch were told that it ended.
        with suppress(DomainError):
            self.take(actor, turn.message_id, channel, document_id)

    def _forget_old(self) -> None:
        ended = [message_id for message_id, turn in list(self._running.items()) if turn.ended]
        for message_id in ended[:-_KEPT]:
            self._running.pop(message_id, None)

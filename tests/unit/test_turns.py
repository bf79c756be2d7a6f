"""Turns in progress: whoever watches one is told its end, whatever becomes of it, and a stop reaches it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

import pytest

from api.assistant import Assistant
from api.turns import RunningTurn, Turns
from copilot.turn.events import Progress, TurnEvent
from store.kernel.actor import Actor
from store.kernel.clock import SystemClock
from store.kernel.database import Database
from store.kernel.errors import NotFound
from store.kernel.settings import Settings


class Scripted(Assistant):
    """Opens every turn, and takes it the way a test says."""

    events: Iterable[TurnEvent]
    failure: Exception | None = None
    stop: Event | None = None

    def open_turn(self, actor: Actor, conversation_id: str, text: str) -> str:
        return "msg_1"

    def take_turn(
        self, actor: Actor, message_id: str, channel: str, document_id: str | None, stop: Event
    ) -> tuple[str, Iterator[TurnEvent]] | None:
        self.stop = stop
        if self.failure is not None:
            raise self.failure
        return "cnv_1", iter(self.events)


ACTOR = Actor(kind="person", user_id="usr_1", role="producer", permissions=frozenset(), project_ids=None)


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Scripted]:
    database = Database(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    assistant = Scripted(Settings(home=tmp_path), SystemClock(), database)
    assistant.events = [Progress("Reading")]
    yield assistant
    database.dispose()


def _after_take(turns: Turns, failure: type[Exception]) -> RunningTurn:
    turn = turns.begin(ACTOR, "cnv_1", "Hello", "web")
    with pytest.raises(failure):
        turns.take(ACTOR, turn.message_id, "web", None)
    return turn


@pytest.mark.parametrize("failure", [NotFound("Message"), OSError("the disk is full")])
def test_a_turn_that_cannot_be_taken_ends_for_whoever_watches(assistant: Scripted, failure: Exception) -> None:
    assistant.failure = failure
    turns = Turns(assistant, durable=lambda *_: None)
    turn = _after_take(turns, type(failure))
    assert turn.after(0) == ([], True)
    assert turns.of("cnv_1") is None


def test_a_turn_whose_job_cannot_be_started_is_not_in_progress(assistant: Scripted) -> None:
    def refuses(*_: object) -> None:
        raise OSError("the jobs' database is out of reach")

    turns = Turns(assistant, durable=refuses)
    with pytest.raises(OSError, match="out of reach"):
        turns.begin(ACTOR, "cnv_1", "Hello", "web")
    assert turns.of("cnv_1") is None


def test_a_turn_that_is_taken_up_after_a_crash_can_be_stopped(assistant: Scripted) -> None:
    turns, seen = Turns(assistant), list[RunningTurn]()

    def told() -> Iterator[TurnEvent]:
        turn = turns.of("cnv_1")
        assert turn is not None
        seen.append(turn)
        yield Progress("Reading")

    assistant.events = told()
    turns.take(ACTOR, "msg_1", "web", None)
    assert seen[0].stop is assistant.stop


def test_an_ended_turn_holds_on_to_nobody_who_listened() -> None:
    turn, calls = RunningTurn("cnv_1", "msg_1"), list[str]()
    turn.listen(lambda: calls.append("early"))
    turn.run(iter([Progress("Reading")]))
    turn.listen(lambda: calls.append("late"))
    assert calls == ["early", "early"]
    assert turn._listeners == []

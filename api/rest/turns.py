"""A turn of the copilot over HTTP: as one answer, or as server-sent events.

A turn belongs to the studio and not to the connection: it runs in a thread of its own and is stored whole, also when
nobody listens any more. Its answer is then found among the conversation's messages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from api.rest.schemas.conversations import FiledOut, TurnOut

if TYPE_CHECKING:
    from copilot.turn.events import TurnEvent

_PATIENCE_S = 15  # a silent connection is cut by proxies; a comment keeps it open
_DEFECT = {"code": "internal_error", "message": "Something went wrong on our side. Ask again."}


def whole_turn(events: Iterator[TurnEvent]) -> TurnOut:
    """Run a turn to its end and return what came of it."""
    from copilot.turn.events import ChangeSetFiled, ToolStarted, TurnDone, TurnFailed

    filed: list[FiledOut] = []
    tools: list[str] = []
    for event in events:
        match event:
            case ToolStarted(tool=tool):
                tools.append(tool)
            case ChangeSetFiled():
                filed.append(FiledOut.model_validate(event))
            case TurnDone():
                return TurnOut(
                    outcome="done",
                    code=None,
                    text=event.text,
                    cited=list(event.cited),
                    change_sets=filed,
                    tools=tools,
                    run_id=event.run_id,
                    message_id=event.message_id,
                    tainted=event.tainted,
                )
            case TurnFailed():
                return TurnOut(
                    outcome="failed",
                    code=event.code,
                    text=event.message,
                    cited=[],
                    change_sets=filed,
                    tools=tools,
                    run_id=event.run_id,
                    message_id=event.message_id,
                    tainted=False,
                )
            case _:
                pass
    raise RuntimeError("a turn ended without its last event")


def event_stream(events: Iterator[TurnEvent]) -> Iterator[str]:
    """Yield a turn as server-sent events; `event` is its kind in snake case, `data` its fields as JSON."""
    waiting: SimpleQueue[TurnEvent | None] = SimpleQueue()
    Thread(target=_run_to_the_end, args=(events, waiting), name="turn", daemon=True).start()
    ended = False
    while True:
        try:
            event = waiting.get(timeout=_PATIENCE_S)
        except Empty:
            yield ": still at work\n\n"
            continue
        if event is None:
            break
        name = _kind(event)
        ended = name in ("turn_done", "turn_failed")
        yield _sse(name, asdict(event))
    if not ended:
        yield _sse("turn_failed", _DEFECT)


def _run_to_the_end(events: Iterator[TurnEvent], waiting: SimpleQueue[TurnEvent | None]) -> None:
    try:
        for event in events:
            waiting.put(event)
    finally:
        waiting.put(None)


def _kind(event: TurnEvent) -> str:
    name = type(event).__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _sse(name: str, data: Mapping[str, object]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"

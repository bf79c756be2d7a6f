"""A turn of the copilot over HTTP: as one answer, or as server-sent events.

The turn goes on and is stored whole, also when nobody listens any more; its answer is then found among the
conversation's messages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from api.rest.schemas.conversations import FiledOut, TurnOut
from api.turns import RunningTurn

if TYPE_CHECKING:
    from copilot.turn.events import TurnEvent

_PATIENCE_S = 15  # a silent connection is cut by proxies; a comment keeps it open
_DEFECT = {"code": "internal_error", "message": "Something went wrong on our side. Ask again."}


def whole_turn(turn: RunningTurn) -> TurnOut:
    """Run a turn to its end and return what came of it."""
    from copilot.turn.events import ChangeSetFiled, ToolStarted, TurnDone, TurnFailed

    filed: list[FiledOut] = []
    tools: list[str] = []
    for event in turn.watch():
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


def event_stream(turn: RunningTurn) -> Iterator[str]:
    """Yield a turn as server-sent events; `event` is its kind in snake case, `data` its fields as JSON."""
    seen, over, name = 0, False, ""
    while not over:
        events, over = turn.after(seen, wait_s=_PATIENCE_S)
        seen += len(events)
        if not events and not over:
            yield ": still at work\n\n"
        for event in events:
            name = _kind(event)
            yield _sse(name, asdict(event))
    if name not in ("turn_done", "turn_failed"):
        yield _sse("turn_failed", _DEFECT)


def _kind(event: TurnEvent) -> str:
    name = type(event).__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _sse(name: str, data: Mapping[str, object]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"

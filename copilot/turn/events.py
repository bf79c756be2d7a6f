"""What a turn tells whoever watches it, in order. The last event is always `TurnDone` or `TurnFailed`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODE = re.compile(r"[a-z_]+: ")


def is_refusal(answer: str) -> bool:
    """Whether a tool's answer, as it is kept, is a refusal: that begins with its code, and nothing else does."""
    return _CODE.match(answer) is not None


@dataclass(frozen=True)
class TextDelta:
    """Some more words of the answer, already free of links and images."""

    text: str


@dataclass(frozen=True)
class ToolStarted:
    call_id: str
    tool: str


@dataclass(frozen=True)
class ToolFinished:
    """A tool's answer in words; `failed` when it refused, and then `text` begins with the error's code."""

    call_id: str
    tool: str
    text: str
    failed: bool


@dataclass(frozen=True)
class Progress:
    """What a long step is at, in words."""

    step: str


@dataclass(frozen=True)
class ChangeSetFiled:
    """A change set now waits for a person to greenlight it. Nothing has changed yet."""

    code: str
    title: str
    tainted: bool


@dataclass(frozen=True)
class TurnDone:
    """The turn is stored. `cited` are the rows the answer rests on, `[table id]`; counts are of this turn alone."""

    run_id: str
    message_id: str
    text: str
    cited: tuple[str, ...]
    model_calls: int
    tool_calls: int
    input_tokens: int | None
    output_tokens: int | None
    tainted: bool


@dataclass(frozen=True)
class TurnFailed:
    """The turn ended without an answer, and is stored with the message that says why and what to do."""

    run_id: str
    message_id: str
    code: str
    message: str


TurnEvent = TextDelta | Progress | ToolStarted | ToolFinished | ChangeSetFiled | TurnDone | TurnFailed

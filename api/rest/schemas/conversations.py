"""Talking with the copilot."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.rest.schemas.common import In, Out, Text


class ConversationIn(In):
    """A conversation is its user's own. With `project` (an id or a code) it is about that project, where none is named.

    Without a `title` it gets that of what is said first.
    """

    title: Text = Field(default="", max_length=200, examples=["Lumen spring film"])
    project: str | None = Field(default=None, max_length=60, examples=["LUM-1"])


class ConversationOut(Out):
    id: str
    project_id: str | None
    title: str
    channel: str
    created_at: datetime


class MessageIn(In):
    text: str = Field(min_length=1, max_length=200_000, examples=["What did we quote Lumen for camera?"])


class MessageOut(Out):
    """One message: `human`, `ai`, or the answer of a tool. `tainted`: text from outside the studio was read by then."""

    id: str
    position: int
    role: Literal["human", "ai", "tool"]
    content: str
    tool_name: str | None
    tainted: bool
    run_id: str | None
    created_at: datetime


class FiledOut(Out):
    """A change set that the copilot filed. Nothing has changed: a person must greenlight it."""

    code: str
    title: str
    tainted: bool


class TurnOut(Out):
    """A turn at its end. A failed one says in `text` what to do next, and in `code` why; it is stored all the same.

    `cited` are the rows that the answer rests on.
    """

    outcome: Literal["done", "failed"]
    code: str | None
    text: str
    cited: list[str]
    change_sets: list[FiledOut]
    tools: list[str] = Field(description="The tools called, in order.")
    run_id: str
    message_id: str
    tainted: bool

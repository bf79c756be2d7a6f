"""Pasted chats: who wrote which characters, and what the other side had just asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.letter.view import Span, View

_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[aApP]\.?\s?[mM]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_STAMPED = re.compile(
    rf"^[ \t]*(?:\[?(?P<day>{_DAY}),?[ \t]+(?:{_CLOCK})\]?|\[(?:{_CLOCK}),[ \t]+(?P<later>{_DAY})\]|"
    rf"\[?(?:{_CLOCK})\]?)[ \t]*(?:-[ "
    rf"\t]*)?(?:(?P<who>[^:\n\[\]]{{1,40}}?):[ \t]*)?",
    re.IGNORECASE | re.MULTILINE,
)
_SLACK = re.compile(
    rf"^(?P<who>[^\W\d_][\w.'() -]{{1,30}}?)[ \t]+(?:[-–—][ \t]+)?(?:(?P<day>{_DAY}),?[ \t]+)?"
    rf"\[?(?:{_CLOCK})\]?[ \t]*$",
    re.MULTILINE,
)
_NAMED = re.compile(r"^[ \t]*(?P<who>[A-ZÀ-Þ][\w.'-]*(?:[ \t][\w.'()-]+){0,2}):[ \t]+(?=\S)", re.MULTILINE)


@dataclass(frozen=True)
class Message:
    """One chat message: its author, the span of its words, the day as written, and what it answers."""

    author: str | None
    start: int
    end: int
    day: str | None
    prefix: Span


def messages_of(view: View) -> tuple[Message, ...]:
    """The messages of a pasted chat, or none when the text is no chat (fewer than two stamped lines)."""
    for shape in (_STAMPED, _SLACK, _NAMED):
        heads = list(shape.finditer(view.text))
        names = Counter(m["who"] for m in heads if m["who"])
        if shape is _NAMED and not _is_dialogue(names):
            continue
        if sum(names.values()) >= 2:
            return _messages(view, heads)
    return ()


def _is_dialogue(names: Counter[str]) -> bool:
    return (
        2 <= len(names) <= 5 and sum(names.values()) >= 3 and max(names.values()) >= 2 and not any(map(topic_of, names))
    )


def _messages(view: View, heads: list[re.Match[str]]) -> tuple[Message, ...]:
    ends = [m.start() for m in heads[1:]] + [len(view.text)]
    return tuple(
        Message(m["who"], m.end(), end, m.groupdict().get("day") or m.groupdict().get("later"), (m.start(), m.end()))
        for m, end in zip(heads, ends, strict=True)
    )

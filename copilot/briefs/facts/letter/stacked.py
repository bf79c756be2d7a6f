"""Labels that stand on a line of their own above what they label, as in order forms and beside the text of a page.

A heading stands above a text in the same way. Two things tell them apart: what a form says is short, and a form has
several such labels, one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copilot.briefs.facts.letter.topics import answered_topic, topic_of
from copilot.briefs.facts.letter.view import Span, View
from copilot.briefs.facts.pieces.line_shapes import LIST_MARK, field_of
from copilot.briefs.facts.words import folded, label_topics

_FEWEST = 3
"""Labels above one another from which on they are a form; below it, they are the headings of a letter."""
_MOST_LINES = 3
_LONGEST_LABEL = 6
_LONGEST_ANSWER = 12
_NO_LABEL = re.compile(r"[|\t]|\S {3,}\S|[,;!?]$|[^\W\d_]{5,}\.$|\d$|@")
_NO_ANSWER = re.compile(r"[|\t]|[^\W\d_]{4,}[.!?]$|:$")
_NAMED = frozenset(("deliverables", "title", "client"))
"""What a line above another one may name without being its label: "Summer film" / "A brief, 9 March"."""
_ONE = frozenset(("client", "title", "locations", "objective"))
"""What a form asks one thing for, which may have been broken into lines."""


@dataclass(frozen=True)
class Stacked:
    """A label and the lines of its answer, each a span of the view."""

    label: Span
    topic: str | None
    answers: tuple[Span, ...]


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    apart: bool  # a blank line stands above


def stacked_fields(view: View) -> dict[int, Stacked]:
    """The labels above their answers, by where the label's line begins."""
    runs: list[list[Stacked]] = [[]]
    lines = list(_lines(view.text))
    at = 0
    while at < len(lines):
        answer = _answer_lines(lines, at)
        if answer:
            runs[-1].append(_field(lines[at], answer))
        elif runs[-1]:
            runs.append([])
        at += 1 + len(answer)
    form = [run for run in runs if sum(_has_known_label(field, view) for field in run) >= _FEWEST]
    sure = [field for run in runs for field in run if run in form or _has_known_label(field, view)]
    return {field.label[0]: field for field in sure} if form else {}


def _has_known_label(field: Stacked, view: View) -> bool:
    return _is_known(view.text[slice(*field.label)])


def _lines(text: str) -> Iterator[_Line]:
    at, apart = 0, True
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            yield _Line(at + lead, at + len(line.rstrip()), line.strip(), apart)
        apart = not line.strip()
        at += len(line) + 1


def _answer_lines(lines: list[_Line], at: int) -> list[_Line]:
    """The lines that answer the label in a line; none where it is no label, or what stands below no answer."""
    label = lines[at]
    if not _may_be_label(label.text):
        return []
    sure = _is_known(label.text) or _is_shouted(label.text)
    answer: list[_Line] = []
    for n, line in enumerate(lines[at + 1 : at + 2 + _MOST_LINES], at + 1):
        following = lines[n + 1] if n + 1 < len(lines) else None
        if answer and (line.apart or _is_known(line.text) or _opens(line, following)):
            break
        if not answer and (_is_known(line.text) or (line.apart and not (label.apart and sure))):
            return []
        if len(answer) == _MOST_LINES or not _may_answer(line.text):
            return []
        answer.append(line)
    alone = label.apart and len(answer) == 1 and topic_of(label.text) not in _NAMED
    return answer if sure or alone else []


def _opens(line: _Line, following: _Line | None) -> bool:
    """Whether a line in capitals is the next label: something else stands below it."""
    return _is_shouted(line.text) and following is not None and not following.apart


def _is_shouted(text: str) -> bool:
    return text.isupper() and re.search(r"[^\W\d]{2}", text) is not None and not re.search(r"\d", text)


def _is_known(text: str) -> bool:
    """Whether a line is a label we know, word for word; in capitals, any label."""
    if not _may_be_label(text):
        return False
    low = folded(re.sub(r"\s*\([^)]*\)", "", text)).strip(" :.")
    parts = [low, *re.split(r"\s*[/:–-]\s+", low)]
    return any(part in label_topics() for part in parts) or (_is_shouted(text) and topic_of(text) is not None)


def _may_be_label(text: str) -> bool:
    short = len(text.split()) <= _LONGEST_LABEL + 2 * ("(" in text) and len(text) <= 60
    if not short or not text[0].isalpha() or _NO_LABEL.search(text) or LIST_MARK.match(text):
        return False
    field = field_of(text)  # "Rights: term" is a label, "Budget: 9k" none
    return field is None or bool({folded(text), folded(text[field[1] :])} & label_topics().keys())


def _may_answer(text: str) -> bool:
    field = field_of(text)
    if field is not None and field[2] is not None:
        return False
    return (
        len(text.split()) <= _LONGEST_ANSWER
        and not _NO_ANSWER.search(text)
        and not text.startswith(("#", "- ", "* ", "• "))
    )


def _field(label: _Line, answer: list[_Line]) -> Stacked:
    topic = answered_topic(label.text, answer[0].text)
    whole = (answer[0].start, answer[-1].end)
    spans = (whole,) if topic in _ONE else tuple((line.start, line.end) for line in answer)
    return Stacked((label.start, label.end), topic, spans)

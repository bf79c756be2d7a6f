"""Forms that draw a row of labels above a row of what is said: "Client | Title | Delivery" / "Acme | Spring | 3 May".

A table has a head in the same way. What tells them apart: a form says one thing under each label, so a single row
stands below it, and its labels neither count nor measure pieces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.letter.view import Span, View
from copilot.briefs.facts.pieces.line_shapes import cells_of
from copilot.briefs.facts.words import folded, label_topics

_LABEL = re.compile(r"[^\W\d_][^|\d]{1,40}")
_OF_PIECES = frozenset(("quantity", "length", "ratios", "deliverables"))


@dataclass(frozen=True)
class Answers:
    """Each label with the answer below it, as spans of the view; `end` is where the row of answers ends."""

    pairs: tuple[tuple[Span, Span], ...]
    end: int


@dataclass(frozen=True)
class _Row:
    """A line of the view with its cells as spans of it; none for a line that is no row."""

    text: str
    start: int
    end: int
    cells: tuple[Span, ...]

    @property
    def said(self) -> list[str]:
        return [self.text[a:b].strip(" *_:") for a, b in self.cells]


def rows_over_rows(view: View) -> dict[int, Answers]:
    """The rows of labels with a row of answers below, by where their line begins."""
    rows = [_row(view.text, m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", view.text)]
    none = _Row("", 0, 0, ())
    found: dict[int, Answers] = {}
    answered = above = none
    for labels, answers, below in zip(rows, [*rows[1:], none], [*rows[2:], none, none], strict=False):
        apart = _gap(labels, answers)
        in_table = above is not answered and _goes_on(above, labels, apart)
        ends = not _goes_on(answers, below, apart) or _are_labels(below)
        if labels is not answered and not in_table and ends and _heads_form(labels, answers):
            found[labels.start] = Answers(tuple(zip(labels.cells, answers.cells, strict=True)), answers.end)
            answered = answers
        above = labels
    return found


def _row(text: str, start: int, end: int) -> _Row:
    cells = _bars(text[start:end])
    return _Row(text, start, end, tuple((start + a, start + b) for a, b in cells) if len(cells) > 1 else ())


def _bars(line: str) -> list[Span]:
    """The cells of a row, of one with a single bar too, whatever stands before it."""
    return cells_of(line) or (cells_of(f"{line}|") if line.count("|") == 1 else [])


def _gap(row: _Row, below: _Row) -> int:
    """How many line ends stand between two lines."""
    return row.text.count("\n", row.end, below.start)


def _goes_on(row: _Row, below: _Row, apart: int) -> bool:
    """Whether the row below has as many cells and stands no further `apart` than rows of this table do."""
    return len(row.cells) == len(below.cells) and _gap(row, below) <= apart


def _heads_form(labels: _Row, answers: _Row) -> bool:
    same = len(answers.cells) == len(labels.cells) > 0
    return same and _are_labels(labels) and not any(folded(said) in label_topics() for said in answers.said)


def _are_labels(row: _Row) -> bool:
    """Whether all cells may be labels, and two or more and at least half of them are known word for word."""
    said = row.said
    if not all(map(_LABEL.fullmatch, said)) or {topic_of(label) for label in said} & _OF_PIECES:
        return False
    known = sum(folded(label) in label_topics() for label in said)
    return known >= max(2, len(said) / 2)

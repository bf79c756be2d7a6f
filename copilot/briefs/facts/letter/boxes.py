"""What a form leaves unsaid: options whose box is empty, and places where nobody filled anything in.

Invariant: a span holds an option with its box, the mark of an option that is ticked, or a placeholder; never a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.words import cue, folded

BOX = r"[☐□◻❏❐❑❒▢\uf06f\uf071\uf072\uf0a3\uf0a8]|\[[ \t]{0,3}\]|\([ \t]{1,3}\)"
"""An empty box; the last characters are those of the picture typefaces that Word draws boxes with."""
TICK = r"[☒☑✓✔✗✘■▣\uf052\uf053\uf06e\uf078\uf0fc\uf0fd\uf0fe]|\[[xX✓✔]\]|\([xX✓✔]\)"

_MARK = re.compile(f"(?P<empty>{BOX})|(?P<ticked>{TICK})")
_CELL = re.compile(r"[^\n|\t]+")
"""Where options stand side by side: a line, or a cell of one."""
_ROW = re.compile(r"[^\n]*[|\t][^\n]*")
_OPENING = re.compile(r"[ >]*(?:[-*•+][ ]+)?")
_NEXT_FIELD = re.compile(r"[ ]{3,}[^\W\d][^:]{1,40}:[ ]")
_LABEL = re.compile(r"[^:?]{1,60}[:?][ ]*")
_SQUARES = frozenset("■▣□")
"""Squares are also what long lists are marked with, at two depths: they are boxes where several stand in a line."""
_FEW_WORDS = re.compile(r"(?:\W*[^\W\d]+){0,3}\W*")


def unsaid_spans(text: str) -> Iterator[Span]:
    """The spans of a text in which nothing may be read, boxes first."""
    marks = [mark[0] for mark in _MARK.finditer(text) if mark["ticked"]]
    ticked = any(mark not in _SQUARES for mark in marks)
    for row in _ROW.finditer(text):
        yield from _of_lone_boxes(list(_CELL.finditer(text, *row.span())))
    for cell in _CELL.finditer(text):
        yield from _of_boxes(cell, ticked=ticked)
        yield from _unfilled(cell)


def _of_lone_boxes(cells: list[re.Match[str]]) -> Iterator[Span]:
    """What of a row is not said whose boxes stand in cells of their own, all before their options or all behind them.

    Boxes beside each other are columns of a table ("yes | no"), whose heads say what they stand for.
    """
    boxes = {n: mark for n, cell in enumerate(cells) if (mark := _MARK.fullmatch(cell[0].strip()))}
    behind = len(cells) - 1 in boxes
    if (behind and 0 in boxes) or any(n + 1 in boxes for n in boxes):
        return
    for n, mark in boxes.items():
        box, option = cells[n], cells[n - 1 if behind else n + 1]
        if mark["empty"]:
            yield min(box.start(), option.start()), max(box.end(), option.end())
        else:
            yield box.start(), box.end() if behind else option.start()


def _unfilled(cell: re.Match[str]) -> Iterator[Span]:
    """A placeholder that is all of a cell, or all that stands behind its label."""
    label = _LABEL.match(cell[0])
    for at in {0, label.end() if label else 0}:
        said = folded(cell[0][at:].strip(" [](){}<>*_.\u2026"))
        begun = cue("unfilled").match(said)
        if begun and _FEW_WORDS.fullmatch(said, begun.end()):
            yield cell.start() + at, cell.end()


def _of_boxes(cell: re.Match[str], *, ticked: bool) -> Iterator[Span]:
    """What of a cell's options is not said. Where no box of the whole text is `ticked`, one that opens a line marks
    what is still to be done, which is no choice."""
    text, (start, end) = cell.string, cell.span()
    marks = list(_MARK.finditer(text, start, end))
    if not marks:
        return
    opening = _OPENING.match(text, start, end)
    opens = opening is not None and marks[0].start() == opening.end()
    listed = opens and text[start - 1 : start] in ("", "\n")
    if listed and len(marks) == 1 and (marks[0][0] in _SQUARES or not ticked):
        return
    lead = text[start : marks[0].start()].rstrip()
    label = _LABEL.match(text, start, marks[0].start())
    behind = not opens and not lead.endswith((":", "?")) and not text[marks[-1].end() : end].strip(" .;")
    for n, mark in enumerate(marks):
        if mark["empty"] and behind:
            yield marks[n - 1].end() if n else label.end() if label else start, mark.end()
        elif mark["empty"]:
            stop = marks[n + 1].start() if n + 1 < len(marks) else end
            following = _NEXT_FIELD.search(text, mark.end(), stop)
            yield mark.start(), following.start() if following else stop
        elif n or not listed:
            yield mark.span()

"""What a piece is made for each of ("per episode", "for every shop"), and the numbers that may count those things."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.briefs.facts.pieces.message_told import Line, Told
from copilot.briefs.facts.pieces.per_each import EACH_OF, RATE
from copilot.briefs.facts.words import cue, folded

_ABOVE = 6
"""How many lines above a list a line may stand that distributes all of it."""
_MOST = 60
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDING = 2
_PIECE = re.compile(r"film|video|clip|spot|version")


@dataclass(frozen=True)
class Measured:
    """What is counted: a length, or a noun of photographs, at a span of a message's line."""

    start: int
    end: int
    at: int
    is_still: bool = False


@dataclass(frozen=True)
class ForEach:
    """Where a piece's line, its label, its column or a line above distributes, and over what, by words' beginnings."""

    places: frozenset[str]
    words: frozenset[str]


def row_of(message: Told, at: int) -> list[Line]:
    """The cells of a line's row of a table; no lines outside of tables."""
    row = message.lines[at].unit.row
    near = message.lines[max(0, at - 8) : at + 9]
    return [line for line in near if row is not None and line.unit.row == row]


def for_each(message: Told, what: Measured) -> ForEach:
    """What the piece is made for each of."""
    line = message.lines[what.at]
    row = row_of(message, what.at)
    label = line.unit.label
    heads = [folded(cell.unit.column or "") for cell in row]
    texts = {
        "head": " | ".join([folded(message.zones.wanted.text[label[0] : label[1]]) if label else "", *heads]),
        "row": " | ".join(cell.unit.low for cell in row if cell is not line),
        "over": _line_over(message, what.at),
    }
    words = _words_of_each(line, what)
    places = {"here"} if words else set()
    for place, text in texts.items():
        if said := [_words_behind(text, each.end()) for each in EACH_OF.finditer(text)]:
            named = set().union(*said)
            if named:
                places.add(place)
                words |= named
    return ForEach(frozenset(places), frozenset(words))


def _words_of_each(line: Line, what: Measured) -> set[str]:
    """The words behind each "per" of the line that stands nearer to this length than to another one."""
    others = [m for m in line.marks if m.kind == "duration" and not (m.start < what.end and what.start < m.end)]
    found: set[str] = set()
    for each in EACH_OF.finditer(line.unit.low):
        start, end = line.unit.start + each.start(), line.unit.start + each.end()
        mine = _gap(start, end, what.start, what.end)
        if all(mine <= _gap(start, end, m.start, m.end) for m in others):
            found |= _words_behind(line.unit.low, each.end())
    return found


def _gap(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(other_start - end, start - other_end, 0)


def _words_behind(text: str, at: int) -> set[str]:
    words = _WORD.findall(text[at : at + 50])
    return {word[:4] for word in words[:3]} if words and not _is_rate(words[0]) else set()


def _is_rate(word: str) -> bool:
    """Whether "per" this word is a rate, be it with an ending; "per film" may mean the films that are counted."""
    said = RATE.match(word)
    return said is not None and len(word) - said.end() <= _ENDING and not _PIECE.match(word)


def _line_over(message: Told, at: int) -> str:
    """The line above that a list hangs on: it ends in a colon, or is prose or a heading that measures nothing."""
    if message.lines[at].unit.kind == "prose":
        return ""
    for line in reversed(message.lines[max(0, at - _ABOVE) : at]):
        if line.unit.text.rstrip().endswith(":"):
            return line.unit.low
        if line.unit.kind in ("heading", "prose", "field"):
            return "" if any(m.kind == "duration" for m in line.marks) else line.unit.low
    return ""


def multipliers(message: Told, what: Measured, each: ForEach) -> list[tuple[int, dict[str, float]]]:
    """Numbers that may say for how many things the piece is made, those that count the named things first."""
    row = message.lines[what.at].unit.row
    found: list[tuple[int, dict[str, float]]] = []
    for at, value, words in message.counted:
        line = message.lines[at]
        in_row = row is not None and line.unit.row == row
        named = len(each.words & words) if in_row or line.unit.column is None else 0
        if value <= _MOST and (named or (in_row and line.unit.text.strip().isdigit())):
            found.append((value, _seen(message, what, at, named, in_row=in_row)))
    if not found and each.places:
        found = [(value, {"loose": 1.0}) for value in _counted_above(message, what)]
    most = max((seen.get("names", 0.0) for _, seen in found), default=0.0)
    ranked = [(value, {**seen, "outdone": float(seen.get("names", 0.0) < most)}) for value, seen in found]
    return sorted(ranked, key=lambda one: -one[1].get("named", 0.0) - one[1].get("names", 0.0))


def _seen(message: Told, what: Measured, at: int, named: int, *, in_row: bool) -> dict[str, float]:
    line = message.lines[at]
    return {
        "named": float(bool(named)),
        "named_in_row": float(bool(named) and in_row),
        "names": max(0.0, min(3.0, named) - 1),
        "before": float(at < what.at),
        "same_line": float(at == what.at),
        "in_row": float(in_row),
        "timed": float(any(m.kind == "duration" for m in line.marks)),
        "past": float(cue("past").search(line.unit.low) is not None),
    }


def _counted_above(message: Told, what: Measured) -> list[int]:
    """The numbers that the lines above count pieces with, the nearest first: "8 episodes. For each one we need"."""
    near = message.lines[max(0, what.at - _ABOVE) : what.at + 1]
    counts = [int(m.value) for x in near for m in x.marks if m.kind == "count" and m.end <= what.start]
    return [count for count in reversed(counts) if count > 1]

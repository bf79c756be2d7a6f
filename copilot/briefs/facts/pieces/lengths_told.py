"""Every time that a brief's words tell: the candidates for running times of wanted pieces.

Far more is taken for a candidate than the rules read: a number before a unit of time whatever follows, a time by the
hour, a number in a column of lengths, a bare number beside a length, "a minute-long one", "two fifteens".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from copilot.briefs.facts.pieces.length_limits import hours_told
from copilot.briefs.facts.pieces.message_told import Line, Told, unit_of_time
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.durations import find_durations

_MOST_LENGTHS = 40
"""How much of a message is weighed; no order is longer."""
_LONGEST = 4 * 3600
USUAL = frozenset((5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60, 70, 75, 90, 100, 120))
"""Lengths in seconds that people say without the unit: "cut to 30 and to 15"."""


@dataclass(frozen=True)
class Length:
    """A time that is told, at a span of the view; `how` says what kind of candidate it is."""

    seconds: int
    start: int
    end: int
    how: str
    at: int
    """The place of its line in the message."""


def _is_short(line: Line) -> bool:
    """Whether a line may be one of a chat, or an answer: "75 then", "make it 40"."""
    return len(line.unit.text.split()) <= _FEW_WORDS


_FEW_WORDS = 6
_MINUTE_ALONE = re.compile(r"(?<!\w)minut[eao]?(?:-| )?(?:long|lang\w*|film\w*|clip\w*|video\w*|filmp\w*)?(?!\w)")


_LENGTH_NAMES = {
    "sixes": 6, "tens": 10, "twelves": 12, "fifteens": 15, "twenties": 20, "thirties": 30, "forties": 40,
    "forty-fives": 45, "sixties": 60, "nineties": 90, "sechser": 6, "zehner": 10, "funfzehner": 15, "zwanziger": 20,
    "dreissiger": 30, "sechziger": 60,
}  # fmt: skip
"""What pieces are called by their seconds: "two fifteens and four sixes"."""
_NAMED_BY_LENGTH = re.compile(rf"(?<![^\W_])({'|'.join(_LENGTH_NAMES)})n?(?![^\W_])")
_OF_LENGTHS = re.compile(r"\b(?:len|lang|lengt|dur|sec|sek|seg|secs?\b|s\b|laufz|run|tid|varigh|tempo)")
"""The head of a table's column that tells lengths, with the unit or without."""


def lengths_of(message: Told) -> list[Length]:
    """The message's candidates in order."""
    found: list[Length] = []
    kept = message.set_aside
    for at, line in enumerate(message.lines):
        lengths = _lengths_in(message, at, line)
        found.extend(x for x in lengths if kept is None or not kept.text[x.start : x.end].strip())
        if len(found) >= _MOST_LENGTHS:
            break
    return found[:_MOST_LENGTHS]


def _lengths_in(message: Told, at: int, line: Line) -> list[Length]:
    unit = line.unit
    text = unit.text.replace("\n", " ")
    found = [Length(int(m.value), m.start, m.end, "mark", at) for m in line.marks if m.kind == "duration"]

    for seconds, a, b in hours_told(unit.low):
        start, end = unit.start + a, unit.start + b
        inside = [f for f in found if start <= f.start and f.end <= end]
        if len(inside) == sum(f.start < end and start < f.end for f in found) and seconds <= _LONGEST:
            told_so = any(f.seconds == seconds for f in inside)
            found = [f for f in found if f not in inside]
            found.append(Length(seconds, start, end, "mark" if told_so else "hour", at))

    def add(seconds: int, start: int, end: int, how: str) -> None:
        free = not any(f.start < end and start < f.end for f in found)
        if 2 <= seconds <= _LONGEST and free:
            found.append(Length(seconds, start, end, how, at))

    for said in find_durations(text, message.language):
        add(said.value.high, unit.start + said.start, unit.start + said.end, "found")
    for value, start, end in line.numbers:
        if time := unit_of_time().match(unit.low, end - unit.start):
            factor = 1 if time["seconds"] else 60
            add(value * factor, start, unit.start + time.end(), "number")
    for minute in _MINUTE_ALONE.finditer(unit.low):
        add(60, unit.start + minute.start(), unit.start + minute.end(), "alone")
    for name in _NAMED_BY_LENGTH.finditer(unit.low):
        add(_LENGTH_NAMES[name[1]], unit.start + name.start(), unit.start + name.end(), "name")
    if unit.kind == "cell" and _OF_LENGTHS.search(folded(unit.column or "")):
        shapes = [(m.start, m.end) for m in line.marks if m.kind == "ratio"]
        for value, start, end in line.numbers:
            if not any(a < end and start < b for a, b in shapes):
                add(value, start, end, "column")
    how = "bare" if found else "bare_chat" if message.zones.is_chat and _is_short(line) else ""
    counted = [(m.start, m.end) for m in line.marks if m.kind == "ratio"]
    for value, start, end in line.numbers if how else ():
        if value in USUAL and not any(a < end and start < b for a, b in counted):
            add(value, start, end, how)
    for (minutes, start, between), (seconds, until, end) in pairwise(line.numbers):
        parted = text[between - unit.start : until - unit.start]
        if parted in (" ", "-") and minutes < 10 <= seconds < 60 and not text[end - unit.start - 1].isdigit():
            add(minutes * 60 + seconds, start, end, "spoken")
    return sorted(found, key=lambda f: f.start)

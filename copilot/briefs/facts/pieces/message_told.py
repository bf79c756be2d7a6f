"""A message of a brief, line by line: what each line says of pieces, and the numbers it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from copilot.briefs.facts.letter.lines import Unit, units_of
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.pieces.marks import marks_of
from copilot.briefs.facts.pieces.measures import Mark, dozens
from copilot.briefs.facts.pieces.per_each import brief_text
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.lexicon import running_times
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.numbers import find_numbers

_MOST_UNITS, _MOST_NUMBERS = 200, 12
"""How much of a message is weighed; no order is longer."""
_MOST_COUNTED = 150
_LONGEST_LINE = 1500
"""Characters of a line whose marks are read again; no sentence of a letter is longer."""


@dataclass(frozen=True)
class Line:
    """A unit with what it says of pieces; `numbers` are whole numbers with their places in the view."""

    unit: Unit
    marks: tuple[Mark, ...]
    numbers: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Told:
    """One message of a brief: the newest has no `depth`, an older one that it quotes has."""

    zones: Zones
    language: str
    depth: int
    lines: tuple[Line, ...]
    newest: Told | None = None
    """For an older message: the newest, which may take back what it says."""
    set_aside: View | None = None
    """For the words that the zones leave out of a message: what they keep of it, which is read by itself."""

    @cached_property
    def counted(self) -> tuple[tuple[int, int, frozenset[str]], ...]:
        """The numbers that count something: the place of the line, the number, the beginnings of the words behind."""
        found: list[tuple[int, int, frozenset[str]]] = []
        for at, line in enumerate(self.lines):
            busy = [(m.start, m.end) for m in line.marks if m.kind in ("duration", "ratio")]
            column = re.findall(r"[^\W\d_]{3,}", folded(line.unit.column or ""))
            for value, start, end in line.numbers:
                if value == 1 or any(a < end and start < b for a, b in busy) or is_time(line.unit, end):
                    continue
                behind = re.findall(r"[^\W\d_]{3,}", line.unit.low[end - line.unit.start :][:50])[:3]
                found.append((at, value, frozenset(word[:4] for word in (*behind, *column))))
        return tuple(found[:_MOST_COUNTED])


def told(zones: Zones, language: str, depth: int = 0, newest: Told | None = None) -> Told:
    """A message with its lines read for what they say of pieces."""
    whole = brief_text(zones.wanted.text, zones.voiced.text)
    named = [d for d in find_dates(zones.wanted.text, language, zones.reference) if re.search(r"[^\W\d_]", d.text)]
    days = [(d.start, d.end) for d in named[:_MOST_NUMBERS] if d.value.days]
    lines = []
    for unit in zones.units[:_MOST_UNITS]:
        marks = tuple(marks_of(zones.wanted, unit, language, whole)) if len(unit.text) <= _LONGEST_LINE else ()
        numbers = (n for n in _numbers(unit, language) if not any(a <= n[1] < b for a, b in days))
        lines.append(Line(unit, marks, tuple(numbers)))
    return Told(zones, language, depth, tuple(lines), newest)


def told_aside(message: Told) -> Told | None:
    """What the zones leave out of a message, with the lines beside it; None where they leave out nothing."""
    zones = message.zones
    voiced = units_of(zones.voiced)
    left_out = [at for at, unit in enumerate(voiced) if not _stands(zones.wanted, unit.start, unit.end)]
    near = sorted({at + by for at in left_out for by in (-1, 0, 1) if 0 <= at + by < len(voiced)})
    if not left_out:
        return None
    whole = replace(zones, wanted=zones.voiced, units=tuple(voiced[at] for at in near))
    return replace(told(whole, message.language, message.depth, message.newest), set_aside=zones.wanted)


def _stands(view: View, start: int, end: int) -> bool:
    return bool(view.text[start:end].strip())


_THOUSANDS = re.compile(r"k\b")
"""Behind a number: "8k" counts no pieces."""


def _numbers(unit: Unit, language: str) -> Iterator[tuple[int, int, int]]:
    if not re.search(r"\w", unit.text):
        return
    for found in find_numbers(unit.text.replace("\n", " "), language)[:_MOST_NUMBERS]:
        if 0 < found.value <= 500 and found.value == int(found.value) and not _THOUSANDS.match(unit.low, found.end):
            yield int(found.value), unit.start + found.start, unit.start + found.end
    for value, start, end in dozens(unit.low):
        yield value, unit.start + start, unit.start + end


def is_time(unit: Unit, end: int) -> bool:
    """Whether a unit of time follows a number that ends at a place of the view."""
    return unit_of_time().match(unit.low, end - unit.start) is not None


@cache
def unit_of_time() -> re.Pattern[str]:
    """The words that make a number before them a time."""
    second = alternation(running_times.SECONDS, bounded=False)
    minute = alternation(running_times.MINUTES, bounded=False)
    return re.compile(rf"[\s-]?(?:(?P<seconds>{second}|\"|'')|(?P<minutes>{minute}|'))(?![^\W_])")

"""Cues around a mention: which of several meanings a date or an amount has, judged by the words nearest to it.

Also a unit by its clauses, where it reports what a source says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import names

_BREAK = re.compile(
    r"(?:,(?!\d)|;|\(|\)|\s-\s|\s/\s|\b(?:and|und|et|y|och|og|but|aber|mais|pero|maar|men|ma|mas|while|"
    r"whereas|then|dann|puis|luego|daarna|sedan|so|donc|dus|quindi|portanto)\b)"
)


def clause_of(unit: Unit, start: int, end: int) -> tuple[str, int]:
    """The part of the unit's folded text between separators around `[start, end)` (view offsets), and its offset."""
    low = unit.low
    a, b = start - unit.start, end - unit.start
    left = max(
        (m.end() for m in re.finditer(r"[,;()](?!\d)|\s-\s|\b(?:but|aber|mais|pero|maar|men|ma)\b", low[:a])), default=0
    )
    following = re.search(r"[,;()](?!\d)|\s-\s|\b(?:but|aber|mais|pero|maar|men|ma)\b", low[b:])
    right = b + following.start() if following else len(low)
    return low[left:right], unit.start + left


def distance(unit: Unit, pattern: re.Pattern[str], start: int, end: int) -> int | None:
    """How far the nearest match of a cue stands from a mention; clause breaks between count 18 characters each, and a
    cue after the mention 6 more. None when the unit has no such cue."""
    low = unit.low
    a, b = start - unit.start, end - unit.start
    best: int | None = None
    for m in pattern.finditer(low):
        if m.start() >= a and m.end() <= b:
            continue
        if m.end() <= a:
            far = a - m.end() + 18 * len(_BREAK.findall(low[m.end() : a]))
        elif m.start() >= b:
            far = m.start() - b + 6 + 18 * len(_BREAK.findall(low[b : m.start()]))
        else:
            far = 0
        best = far if best is None else min(best, far)
    return best


_APART = re.compile(r"[;(]\s*")


def by_source(unit: Unit) -> tuple[Unit, ...]:
    """A unit by its clauses where a source is named for one: "6 months (legal wrote 12 months)"; else as it is."""
    cuts = [m.end() for m in _APART.finditer(unit.low)]
    if not cuts or not any(pattern.search(unit.low) for _, pattern in names("sources")):
        return (unit,)
    bounds = pairwise((0, *cuts, len(unit.text)))
    return tuple(
        replace(unit, start=unit.start + a, end=unit.start + b, text=unit.text[a:b]) for a, b in bounds if b > a
    )

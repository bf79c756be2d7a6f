"""How many pieces of a length, or how many photographs, a brief asks for: every number that may say so, weighed.

Candidates are one, the numbers of the line (or of the table's row) and of the lines beside it, and such a number times
what the brief counts its episodes, shops or days with. The judge of `piece_count` gives each its odds.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.pieces.counts import AGE, NOT_SO_MANY
from copilot.briefs.facts.pieces.measures import Mark
from copilot.briefs.facts.pieces.message_told import Line, Told, is_time
from copilot.briefs.facts.pieces.number_signs import number_signs, shared_out
from copilot.briefs.facts.pieces.weighed_times import ForEach, Measured, for_each, multipliers, row_of
from copilot.briefs.facts.words import folded

_REACH = 2
"""How many lines before and after are looked at."""
_SIZES = (3, 5, 9, 13, 21, 41)
_NEAR = 25
"""Characters between a number and the name that it counts."""
_MOST_PIECES = 300
_MOST_TIMES = 6
"""How many numbers are tried as multipliers."""


@dataclass(frozen=True)
class Count:
    """A number of pieces with the span that says it; `seen` is what speaks for or against it."""

    quantity: int
    start: int
    end: int
    seen: dict[str, float]


def counts_for(message: Told, what: Measured, known: Iterable[int] = ()) -> list[Count]:
    """The candidates, one for each quantity; `known` are those of pieces named without a length."""
    line = message.lines[what.at]
    each = for_each(message, what)
    stated = sorted(_stated(message, what), key=lambda c: _away(c, what))
    several = [c for c in stated if 1 < c.quantity <= _MOST_PIECES]
    shared = _shared(message, line, what, each, known)
    one = {"one": 1.0, **{f"one&{k}": v for k, v in shared.items()}, **_one(line, what, message.language)}
    if any(c.quantity == 1 and _is_near(c) for c in stated):
        one["one&told"] = 1.0
    if shared_out(message, what):
        one["one&shared_out"] = 1.0
    if stated and stated[0].quantity == 1:
        one["one&told_nearest"] = 1.0
    if any(m.kind == "count" and m.value == 1 and 0 <= what.start - m.end <= 30 for m in line.marks):
        one["one&counted"] = 1.0
    alone = Count(1, what.start, what.end, one)
    said = [replace(c, seen={**c.seen, **{f"said&{k}": v for k, v in shared.items()}}) for c in several]
    for rank, count in enumerate(said, start=1):
        count.seen[f"size={bisect(_SIZES, count.quantity)}"] = 1.0
        count.seen[f"near={min(rank, 3)}"] = 1.0
    if said and _leads(said[0]):
        one["one&led"] = 1.0
    times = multipliers(message, what, each)[:_MOST_TIMES]
    found: dict[int, Count] = {1: alone}
    for count in (*_multiplied([alone, *said], times, shared, named=True), *said):
        found.setdefault(count.quantity, count)
    for count in _multiplied([alone, *said], times, shared, named=False):
        found.setdefault(count.quantity, count)
    return [replace(c, seen={name: value for name, value in c.seen.items() if value}) for c in found.values()]


def quantities_for(
    mentions: Iterable[tuple[Told, Measured]], ruled: int | None, known: Iterable[int]
) -> dict[int, Count]:
    """The candidates of all mentions of one length, with all that is seen at any of them, and the rules' quantity."""
    found: dict[int, Count] = {}
    span: Span | None = None
    for message, what in mentions:
        for count in counts_for(message, what, known):
            first = found.setdefault(count.quantity, count)
            if first is not count:
                both = {name: max(first.seen.get(name, 0.0), value) for name, value in count.seen.items()}
                found[count.quantity] = replace(first, seen={**first.seen, **both})
            span = span or (what.start, what.end)
    if ruled and span:
        found.setdefault(ruled, Count(ruled, *span, {"unsaid": 1.0}))
    return found


def _leads(count: Count) -> bool:
    """Whether the number stands right before the piece, with a few words and nothing else between."""
    return bool(count.seen.get("words=few") and count.seen.get("side=before") and count.seen.get("at=here"))


def _away(count: Count, what: Measured) -> int:
    return max(what.start - count.end, count.start - what.end, 0)


def _one(line: Line, what: Measured, language: str) -> dict[str, float]:
    """Whether the piece's name says that there is one: its ending, and the article before it."""
    names = [m for m in line.marks if m.kind == "noun"]
    found = {f"one_line:{m.value}": 1.0 for m in names}
    noun = min(names, key=lambda m: max(what.start - m.end, m.start - what.end), default=None)
    if noun is None:
        return found
    ends = folded(noun.text)[-2:]
    found |= {f"one_noun:{noun.value}": 1.0, f"one_ends:{ends[-1:]}": 1.0, f"one_ends:{language}:{ends[-1:]}": 1.0}
    found[f"one_ends:{language}:{ends}"] = 1.0
    lead = [m for m in line.marks if m.kind in ("article", "count", "each_of") and m.end <= min(noun.start, what.start)]
    if lead:
        last = max(lead, key=_end)
        found[f"one_led:{last.kind}"] = 1.0
        found[f"one_led:{last.kind}&one"] = float(last.value == 1)
    return found


def _end(mark: Mark) -> int:
    return mark.end


def _shared(message: Told, line: Line, what: Measured, each: ForEach, known: Iterable[int]) -> dict[str, float]:
    """What holds of all candidates of a piece."""
    row = row_of(message, what.at)
    found = {
        "still": float(what.is_still),
        "cell": float(line.unit.kind == "cell"),
        "each": float(bool(each.places)),
        "article": float(any(m.kind == "article" for m in line.marks)),
        "each_after": float(any(m.kind == "all" and -2 <= m.start - what.end <= 16 for m in line.marks)),
        "each_before": float(any(m.kind == "all" and 0 <= what.start - m.end <= 16 for m in line.marks)),
        "known": float(any(n > 1 for n in known)),
        "quantity_column": float(any(x.unit.topic == "quantity" for x in row)),
        **{f"each_{place}": 1.0 for place in each.places},
    }
    return {name: value for name, value in found.items() if value}


def _stated(message: Told, what: Measured) -> Iterator[Count]:
    """The numbers that are told beside the piece."""
    here = message.lines[what.at].unit
    low = max(0, what.at - (8 if here.row is not None else _REACH))
    for at in range(low, min(len(message.lines), what.at + (9 if here.row is not None else _REACH + 1))):
        line = message.lines[at]
        if here.row is not None and line.unit.row != here.row:
            continue
        busy = [(m.start, m.end) for m in line.marks if m.kind in ("duration", "ratio")]
        for value, start, end in line.numbers:
            said = line.unit.low
            if AGE.match(said, end - line.unit.start) or NOT_SO_MANY.search(said[: start - line.unit.start][-30:]):
                continue
            if is_time(line.unit, end) or any(a < end and start < b for a, b in [*busy, (what.start, what.end)]):
                continue
            if value > 1 or at == what.at or here.row is not None:
                yield Count(value, start, end, number_signs(message, what, at, start, end))
    yield from _told_since(message, what)


def _told_since(message: Told, what: Measured) -> Iterator[Count]:
    """For a piece of an older message: the numbers of the newest one's lines that name it again."""
    nouns = {folded(m.text).split()[-1][:6] for m in message.lines[what.at].marks if m.kind == "noun"}
    for line in message.newest.lines if message.newest and nouns else ():
        low = line.unit.low
        named = [m.start() for noun in nouns for m in re.finditer(re.escape(noun), low)]
        for value, _, end in line.numbers if named else ():
            if value > 1 and not is_time(line.unit, end):
                near = any(0 <= place - (end - line.unit.start) <= _NEAR for place in named)
                yield Count(value, what.start, what.end, {"since": 1.0, f"since&near={near}": 1.0})


def _multiplied(
    bases: list[Count], times: list[tuple[int, dict[str, float]]], shared: dict[str, float], *, named: bool
) -> Iterator[Count]:
    """One or a stated number, times another number that the brief counts something with."""
    for base in [c for c in bases if _is_near(c)][:8]:
        told = any(c.quantity > 1 and _is_near(c) for c in bases if c is not base)
        for value, seen in times:
            if bool(seen.get("named")) != named or base.quantity * value > _MOST_PIECES or base.quantity == value:
                continue
            both = {**base.seen, "x": 1.0, "x&one": float(base.quantity == 1)}
            both |= {f"x&{k}": v for k, v in {**shared, **seen}.items() if v}
            both["x&columns"] = float(bool(seen.get("named_in_row") and "each_head" in shared))
            both["x&one&told"] = float(base.quantity == 1 and told)
            yield Count(base.quantity * value, base.start, base.end, both)


def _is_near(count: Count) -> bool:
    return any(name in count.seen for name in ("one", "at=here", "at=row"))


def rules_multiply(counts: Iterable[Count]) -> bool:
    """Whether the rules could have read all that counts; they never multiply one column of a table by another."""
    return not any("x&columns" in count.seen for count in counts)

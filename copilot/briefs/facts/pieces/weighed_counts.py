"""How many pieces of a length, or how many photographs, a brief asks for: every number that may say so, weighed.

Candidates are one, the numbers of the line (or of the table's row) and of the lines beside it, and such a number times
what the brief counts its episodes, shops or days with. The judge of `piece_count` gives each its odds.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from copilot.briefs.facts.pieces.counts import AGE, NOT_SO_MANY
from copilot.briefs.facts.pieces.message_told import Line, Told, is_time
from copilot.briefs.facts.pieces.per_each import EACH_OF
from copilot.briefs.facts.pieces.weighed_times import ForEach, Measured, for_each, multipliers, row_of
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.learned.surroundings import tokens

_REACH = 2
"""How many lines before and after are looked at."""
_GAPS = (2, 6, 14, 25, 45, 80)
_SHARE = 0.5
"""What a feature weighs: there are few, and the penalty of the fit is made for thousands that seldom hold."""
_SIZES = (3, 5, 9, 13, 21, 41)
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
    shared = _shared(message, line, what, each, len({c.quantity for c in several}), known)
    one = {"one": 1.0, **{f"one&{k}": v for k, v in shared.items()}, **_one(line)}
    if any(c.quantity == 1 and _is_near(c) for c in stated):
        one["one&told"] = 1.0
    if stated and stated[0].quantity == 1:
        one["one&told_nearest"] = 1.0
    if any(m.kind == "count" and m.value == 1 and 0 <= what.start - m.end <= 30 for m in line.marks):
        one["one&counted"] = 1.0
    alone = Count(1, what.start, what.end, one)
    said = [replace(c, seen={**c.seen, **{f"said&{k}": v for k, v in shared.items()}}) for c in several]
    for count in said:
        count.seen[f"size={bisect(_SIZES, count.quantity)}"] = 1.0
    times = multipliers(message, what, each)[:_MOST_TIMES]
    found: dict[int, Count] = {1: alone}
    for count in (*_multiplied([alone, *said], times, shared, named=True), *said):
        found.setdefault(count.quantity, count)
    for count in _multiplied([alone, *said], times, shared, named=False):
        found.setdefault(count.quantity, count)
    return [replace(c, seen={name: _SHARE * value for name, value in c.seen.items() if value}) for c in found.values()]


def _away(count: Count, what: Measured) -> int:
    return max(what.start - count.end, count.start - what.end, 0)


def _one(line: Line) -> dict[str, float]:
    found: dict[str, float] = {}
    for mark in line.marks:
        if mark.kind == "noun":
            found[f"one_noun:{mark.value}"] = 1.0
            found[f"one_ends:{folded(mark.text)[-1:]}"] = 1.0
    return found


def _shared(
    message: Told, line: Line, what: Measured, each: ForEach, numbers: int, known: Iterable[int]
) -> dict[str, float]:
    """What holds of all candidates of a piece."""
    row = row_of(message, what.at)
    found = {
        "still": float(what.is_still),
        "cell": float(line.unit.kind == "cell"),
        "each": float(bool(each.places)),
        "article": float(any(m.kind == "article" for m in line.marks)),
        "numbers": min(3.0, numbers),
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
                yield Count(value, start, end, _seen(message, what, at, start, end))


def _seen(message: Told, what: Measured, at: int, start: int, end: int) -> dict[str, float]:
    """What stands at and around a number, and between it and the piece."""
    line, away = message.lines[at], at - what.at
    view = message.zones.wanted.text
    in_row = line.unit.row is not None
    place = "row" if in_row and away else "here" if not away else f"{away:+d}"
    found: dict[str, float] = {f"at={place}": 1.0, f"kind={line.unit.kind}": 1.0}
    found[f"figure={view[start:end].isdigit()}"] = 1.0
    before, after = folded(view[max(line.unit.start, start - 40) : start]), folded(view[end : line.unit.end][:40])
    for name in ("correction", "also", "each", "past"):
        found[f"n~{name}"] = float(cue(name).search(before + " " + after) is not None)
    if in_row:
        for word in re.findall(r"\w+", folded(line.unit.column or "")):
            found[f"col:{word[:5]}"] = 1.0
        found[f"col={line.unit.topic}"] = 1.0
        found["each_in_column"] = float(EACH_OF.search(folded(line.unit.column or "")) is not None)
    elif line.unit.topic:
        found[f"topic={line.unit.topic}&{place}"] = 1.0
    if _OF_PIECES.match(after):
        found["pieces_after"] = 1.0
    if _OF_PIECES_BEFORE.search(before):
        found["pieces_before"] = 1.0
    if before.endswith("(") and after.startswith(")"):
        found["bracketed"] = 1.0
    if EACH_OF.match(after.lstrip()):
        found["then_each"] = 1.0
    found |= _owner(message, what, at, start, end)
    side = "before" if end <= what.start else "after"
    if _CLOSES.fullmatch(view[end : line.unit.end].lower()):
        found["closes"] = 1.0
    if len(tokens(line.unit.low[: start - line.unit.start])) <= 2 and re.match(r"\s?[:.)]", after):
        found["numbering"] = 1.0
    for name in ("pieces_after", "pieces_before", "bracketed", "nearest_here", "of_noun", "next", "closes"):
        if found.get(name):
            found[f"{side}&{name}"] = 1.0
    found |= _between(message, what, at, start, end)
    return {name: value for name, value in found.items() if value}


_OF_PIECES = re.compile(r"\s?(?:st|stk|stck|stuck|pcs|pieces?|nos?|units?|uds?|unidades|pz|pezzi|stuks|off|ex)\b")
_CLOSES = re.compile(r"\s?(?:stk|stck|stück|st|pcs|pieces?|units?|uds?|pz|pezzi|stuks|off|ex)?\W*")
_OF_PIECES_BEFORE = re.compile(
    r"\b(?:x|quantity|qty|number|nos?|anzahl|stuckzahl|menge|nombre|quantite|cantidad|unidades|aantal|antal|antall|"
    r"quantita|numero|quantidade|pcs|st|stk|in all|total)\W{0,3}$"
)
"""How a number of pieces is written around the number: "12 pcs", "quantity 12", "x4"."""


def _owner(message: Told, what: Measured, at: int, start: int, end: int) -> dict[str, float]:
    """Whether the number stands nearer to this piece than to any other length, and what it counts by its next words."""
    line = message.lines[at]
    others = [
        (m.start, m.end)
        for x in (line, message.lines[what.at])
        for m in x.marks
        if m.kind == "duration" and not (m.start < what.end and what.start < m.end)
    ]
    mine = what.start - end if end <= what.start else start - what.end
    gaps = [a - end if end <= a else start - b for a, b in others]
    found = {"nearest": float(all(mine <= gap for gap in gaps)), "alone": float(not others)}
    after = [a for a, _ in others if a >= end]
    before = [b for _, b in others if b <= start]
    if end <= what.start:
        found["next"] = float(not any(a < what.start for a in after))
    else:
        found["last"] = float(not any(b > what.end for b in before) and not after)
    noun = next((m for m in line.marks if m.kind == "noun" and m.start >= end), None)
    if noun is not None and len(tokens(line.unit.low[end - line.unit.start : noun.start - line.unit.start])) <= 3:
        found["of_noun"] = found[f"of_noun:{noun.value}"] = 1.0
        between = (noun.start < what.start) == (end <= what.start)
        nearer = [m for m in line.marks if m.kind == "noun" and noun.end <= m.start and m.end <= what.start]
        found["of_last_noun"] = float(between and not nearer)
    joined = found["nearest"] and at == what.at
    found["nearest_here"] = float(bool(joined))
    return found


def _between(message: Told, what: Measured, at: int, start: int, end: int) -> dict[str, float]:
    """What parts a number from the piece: signs, words, other numbers, lengths and nouns."""
    side = "before" if end <= what.start else "after"
    a, b = (end, what.start) if side == "before" else (what.end, start)
    gap = folded(message.zones.wanted.text[a:b])
    near = bisect(_GAPS, b - a)
    found = {f"side={side}": 1.0, f"gap={near}": 1.0, f"{side}&gap={near}": 1.0}
    for sign in ",;:.(\n/+|&":
        if sign in gap:
            found[f"gap{sign}"] = found[f"{side}&gap{sign}"] = 1.0
    lines = message.lines[min(at, what.at) : max(at, what.at) + 1]
    inside = [m for x in lines for m in x.marks if a <= m.start and m.end <= b]
    for kind in ("noun", "duration", "ratio"):
        if several := sum(m.kind == kind for m in inside):
            found[f"{side}&over:{kind}"] = found[f"over:{kind}"] = min(2.0, several)
    numbers = sum(1 for x in lines for _, s, e in x.numbers if a <= s and e <= b)
    found[f"{side}&numbers={min(2, numbers)}"] = 1.0
    if cue("also").search(gap):
        found[f"{side}&gap_also"] = 1.0
    return found


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
            both["x&one&told"] = float(base.quantity == 1 and told)
            yield Count(base.quantity * value, base.start, base.end, both)


def _is_near(count: Count) -> bool:
    return any(name in count.seen for name in ("one", "at=here", "at=row"))

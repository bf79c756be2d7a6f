"""What speaks for a number being how many of a piece there are: where it stands, and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect

from copilot.briefs.facts.pieces.measures import Mark
from copilot.briefs.facts.pieces.message_told import Line, Told
from copilot.briefs.facts.pieces.per_each import EACH_OF
from copilot.briefs.facts.pieces.weighed_times import Measured
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.learned.surroundings import tokens

_GAPS = (2, 6, 14, 25, 45, 80)
_STEM = 5
_OF_PIECES = re.compile(r"\s?(?:st|stk|stck|stuck|pcs|pieces?|nos?|units?|uds?|unidades|pz|pezzi|stuks|off|ex)\b")
_CLOSES = re.compile(r"\s?(?:stk|stck|stück|st|pcs|pieces?|units?|uds?|pz|pezzi|stuks|off|ex)?\W*")
_OF_PIECES_BEFORE = re.compile(
    r"\b(?:x|quantity|qty|number|nos?|anzahl|stuckzahl|menge|nombre|quantite|cantidad|unidades|aantal|antal|antall|"
    r"quantita|numero|quantidade|pcs|st|stk|in all|total)\W{0,3}$"
)
"""How a number of pieces is written around the number: "12 pcs", "quantity 12", "x4"."""
_PARTS = (
    re.compile(
        r"[;.!?\n•|](?=\s|$)|\b(?:plus|sowie|dazu|additionally|ausserdem|also|auch|aussi|tambien|ook|anche|samt)\b"
    ),
    re.compile(
        r"\b(?:and|und|et|y|e|en|och|og|then|dann|puis|luego|poi|dan|sen|sa|with|mit|avec|con|met|med|com)\b|\+"
    ),
    re.compile(r"[,:(–/]"),
)
"""What parts two things that are told one after the other, the strongest first."""


def number_signs(message: Told, what: Measured, at: int, start: int, end: int) -> dict[str, float]:
    """What stands at and around a number of line `at`, and between it and the piece."""
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
    found |= _written(line, view, start, end, before, after)
    found |= _owner(message, what, at, start, end)
    side = "before" if end <= what.start else "after"
    for name in ("pieces_after", "pieces_before", "bracketed", "nearest_here", "of_noun", "next", "closes"):
        if found.get(name):
            found[f"{side}&{name}"] = 1.0
    found |= _between(message, what, at, start, end)
    return {name: value for name, value in found.items() if value}


def _written(line: Line, view: str, start: int, end: int, before: str, after: str) -> dict[str, float]:
    """How the number is written, what the rules take it for, and the words next to it."""
    lead = line.unit.low[: start - line.unit.start]
    found = {
        "pieces_after": float(_OF_PIECES.match(after) is not None),
        "pieces_before": float(_OF_PIECES_BEFORE.search(before) is not None),
        "bracketed": float(before.endswith("(") and after.startswith(")")),
        "then_each": float(EACH_OF.match(after.lstrip()) is not None),
        "closes": float(_CLOSES.fullmatch(view[end : line.unit.end].lower()) is not None),
        "numbering": float(len(tokens(lead)) <= 2 and re.match(r"\s?[:.)]", after) is not None),
        "opens": float(not lead.strip()),
        "padded": float(view[start:end].startswith("0") or (not lead.strip() and after.startswith("  "))),
    }
    taken = {m.kind for m in line.marks if m.start <= start and end <= m.end}
    found |= {f"mark:{kind}": 1.0 for kind in taken}
    found["unmarked"] = float(not taken)
    for side, words in (("nb", tokens(before)[-2:][::-1]), ("na", tokens(after)[:2])):
        for word in words:
            found[f"{side}:{word[:_STEM]}"] = 0.7
    return found


def _lengths(line: Line, what: Measured) -> list[Mark]:
    """The lengths of a line other than the piece's own."""
    return [m for m in line.marks if m.kind == "duration" and not (m.start < what.end and what.start < m.end)]


def _owner(message: Told, what: Measured, at: int, start: int, end: int) -> dict[str, float]:
    """Whether the number stands nearer to this piece than to any other length, and what it counts by its next words."""
    line = message.lines[at]
    others = [(m.start, m.end) for x in {at, what.at} for m in _lengths(message.lines[x], what)]
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
    found["nearest_here"] = float(bool(found["nearest"] and at == what.at))
    if at == what.at:
        found |= _sides(message, what, start, end, before, after)
        found["shared_out"] = float(any(_shares(line, what, *n) for n in line.numbers if n[1] == start and n[0] > 1))
    return found


def shared_out(message: Told, what: Measured) -> bool:
    """Whether a number before the piece is shared out among as many lengths: "three cutdowns: 15, 10 and 6 seconds"."""
    line = message.lines[what.at]
    before = [n for n in line.numbers if n[2] <= what.start and n[0] > 1]
    return any(_shares(line, what, *n) for n in before[-3:])


def _shares(line: Line, what: Measured, value: int, start: int, end: int) -> bool:
    """Whether behind a number stand as many lengths, this one among them, and no other count."""
    until = min((m.start for m in line.marks if m.kind == "count" and m.start >= end and m.value != 1), default=1 << 30)
    lengths = [m for m in line.marks if m.kind == "duration" and end <= m.start < until]
    mine = any(m.start < what.end and what.start < m.end for m in lengths)
    return mine and len({m.value for m in lengths}) == value


def _sides(
    message: Told, what: Measured, start: int, end: int, before: list[int], after: list[int]
) -> dict[str, float]:
    """Whether more parts the number from this piece than from the length on its other side."""
    view = message.zones.wanted.text
    if end <= what.start:
        mine = _parting(view[end : what.start])
        other = _parting(view[max(before) : start]) if before else None
        side = "before"
    else:
        mine = _parting(view[what.end : start])
        other = _parting(view[end : min(after)]) if after else None
        side = "after"
    found = {f"parted={mine}": 1.0, f"{side}&parted={mine}": 1.0}
    if other is None:
        return {**found, f"{side}&no_rival": 1.0}
    rival = "closer" if mine < other else "even" if mine == other else "farther"
    return {**found, f"rival={rival}": 1.0, f"{side}&rival={rival}": 1.0}


def _parting(text: str) -> int:
    """How strongly the signs and words of a text part what stands before it from what stands behind."""
    low = folded(text)
    return next((len(_PARTS) - n for n, part in enumerate(_PARTS) if part.search(low)), 0)


_TIMES = re.compile(r"\s?(?:[x×*]|mal|times|fois|veces|keer|ganger|volte|vezes)\s?")


def _gap_words(gap: str) -> str:
    """What stands between a number and the piece: no word, few, some, many, or signs too."""
    words = tokens(gap)
    if any(not word.isalpha() for word in words):
        return "signs"
    return "none" if not words else "few" if len(words) <= 3 else "some" if len(words) <= 6 else "many"


def _between(message: Told, what: Measured, at: int, start: int, end: int) -> dict[str, float]:
    """What parts a number from the piece: signs, words, other numbers, lengths and nouns."""
    side = "before" if end <= what.start else "after"
    a, b = (end, what.start) if side == "before" else (what.end, start)
    gap = folded(message.zones.wanted.text[a:b])
    near = bisect(_GAPS, b - a)
    words = _gap_words(gap)
    found = {
        f"words={words}": 1.0,
        f"{side}&words={words}": 1.0,
        f"{side}&times": float(_TIMES.fullmatch(gap) is not None),
    }
    found |= {f"side={side}": 1.0, f"gap={near}": 1.0, f"{side}&gap={near}": 1.0}
    for sign in ",;:.(\n/+|&":
        if sign in gap:
            found[f"gap{sign}"] = found[f"{side}&gap{sign}"] = 1.0
    lines = message.lines[min(at, what.at) : max(at, what.at) + 1]
    inside = [m for x in lines for m in x.marks if a <= m.start and m.end <= b]
    for kind in ("noun", "duration", "ratio", "article"):
        if several := sum(m.kind == kind for m in inside):
            found[f"{side}&over:{kind}"] = found[f"over:{kind}"] = min(2.0, several)
    numbers = sum(1 for x in lines for _, s, e in x.numbers if a <= s and e <= b)
    found[f"{side}&numbers={min(2, numbers)}"] = 1.0
    if cue("also").search(gap):
        found[f"{side}&gap_also"] = 1.0
    return found

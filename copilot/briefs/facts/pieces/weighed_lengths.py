"""Every time that a brief's words tell, with what is seen around it: which are running times of wanted pieces?

Far more is taken for a candidate than the rules read: a number before a unit of time whatever follows, a bare number
beside a length, "a minute-long one". The judge of `piece_length` says which are lengths of pieces to be delivered.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.deliverables import tells_of_other_work
from copilot.briefs.facts.pieces.marks import NEGATED
from copilot.briefs.facts.pieces.message_told import Line, Told, unit_of_time
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.durations import find_durations
from copilot.briefs.learned.surroundings import surroundings

_MOST_LENGTHS = 40
"""How much of a message is weighed; no order is longer."""
_LONGEST = 4 * 3600
_STEPS = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 2400)
_USUAL = frozenset((5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 120))
"""Lengths in seconds that people say without the unit: "cut to 30 and to 15"."""
_NEAR = (4, 12, 30, 60)
_YEAR = re.compile(r"(?<![\d.,])20[0-4]\d(?![\d.,]*\d)")
_SUM = re.compile(r"[€$£]|\b(?:eur|euros?|usd|gbp|chf|kr|sek|nok|dkk|aed|pounds?|dollars?)\b|\d[.,]\d{3}\b")
_CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?\s?m\b|uhr|h\b|hrs|o'clock|cest|gmt|est\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Length:
    """A time that is told, at a span of the view; `how` says what kind of candidate it is."""

    seconds: int
    start: int
    end: int
    how: str
    at: int
    """The place of its line in the message."""


_MINUTE_ALONE = re.compile(r"(?<!\w)minut[eao]?(?:-| )?(?:long|lang\w*|film\w*|clip\w*|video\w*|filmp\w*)?(?!\w)")


def lengths_of(message: Told) -> list[Length]:
    """The message's candidates in order."""
    found: list[Length] = []
    for at, line in enumerate(message.lines):
        found.extend(_lengths_in(message, at, line))
        if len(found) >= _MOST_LENGTHS:
            break
    return found[:_MOST_LENGTHS]


def _lengths_in(message: Told, at: int, line: Line) -> list[Length]:
    unit = line.unit
    text = unit.text.replace("\n", " ")
    found = [Length(int(m.value), m.start, m.end, "mark", at) for m in line.marks if m.kind == "duration"]

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
    if found:
        counted = [(m.start, m.end) for m in line.marks if m.kind in ("ratio", "each_of")]
        for value, start, end in line.numbers:
            if value in _USUAL and not any(a < end and start < b for a, b in counted):
                add(value, start, end, "bare")
    return sorted(found, key=lambda f: f.start)


def length_features(message: Told, lengths: list[Length], n: int) -> dict[str, float]:
    """What is seen around `lengths[n]`, and how it stands to the message's other lengths and pieces."""
    this = lengths[n]
    line = message.lines[this.at]
    found = surroundings(message.zones, line.unit, this.start, this.end)
    found[f"how={this.how}"] = 1.0
    found[f"long={bisect(_STEPS, this.seconds)}"] = 1.0
    found["usual"] = float(this.seconds in _USUAL)
    if message.depth:
        found |= _since(message, lengths, this)
    found["first"] = float(n == 0)
    found["where"] = this.at / max(1, len(message.lines) - 1)
    alike = [x for x in lengths if x.seconds == this.seconds]
    found["again"] = float(len(alike) > 1 and alike[0] is not this)
    found["said_twice"] = float(len(alike) > 1)
    others = [x for x in lengths if x.seconds != this.seconds and x.how in ("mark", "found")]
    found[f"others={min(3, len({x.seconds for x in others}))}"] = 1.0
    found["mark_elsewhere"] = float(this.how != "mark" and any(x.how == "mark" for x in others))
    found |= beside(line, this.start, this.end)
    found |= _around(message, this.at)
    found |= _led_in(line, lengths, this)
    found["other_work"] = float(tells_of_other_work(line.unit))
    found |= _written(message, line.unit, this)
    return {name: value for name, value in found.items() if value}


def _led_in(line: Line, lengths: list[Length], this: Length) -> dict[str, float]:
    """What leads to the time: a "not", a number that counts, another length that it is listed with."""
    lead = line.unit.low[: this.start - line.unit.start][-40:]
    near = [end for _, _, end in line.numbers if 0 <= this.start - end <= 30]
    listed = [x for x in lengths if x.at == this.at and x.how == "mark" and 0 < this.start - x.end <= 9]
    return {
        "negated": float(NEGATED.search(lead) is not None),
        "counted": float(bool(near)),
        f"counted&{this.how}": float(bool(near)),
        f"listed&{this.how}": float(bool(listed)),
    }


def _since(message: Told, lengths: list[Length], this: Length) -> dict[str, float]:
    """What the newest message says of an older one's length: its own lengths, and the piece named again."""
    found = {f"depth={min(message.depth, 2)}": 1.0}
    if message.newest is None:
        return found
    now = {int(m.value) for line in message.newest.lines for m in line.marks if m.kind == "duration"}
    before = {x.seconds for x in lengths if x.how == "mark"}
    found[f"newest={min(2, len(now))}"] = 1.0
    found["newest_too"] = float(this.seconds in now)
    found["newest_repeats"] = len(before & now) / max(1, len(before))
    found["newest_as_many"] = float(len(now) >= len(before))
    line = message.lines[this.at]
    nouns = [m for m in line.marks if m.kind == "noun"]
    noun = min(nouns, key=lambda m: min(abs(m.end - this.start), abs(m.start - this.end)), default=None)
    if noun is None:
        return found
    stem = folded(noun.text).split()[-1][:6]
    again = [x for x in message.newest.lines if stem in x.unit.low]
    found["named_again"] = float(bool(again))
    found["timed_again"] = float(any(m.kind == "duration" for x in again for m in x.marks))
    return found


def _written(message: Told, unit: Unit, this: Length) -> dict[str, float]:
    """How the time is written, and whether years gone by or money stand around it, as in past work."""
    view = message.zones.wanted.text
    text = re.sub(r"\d", "#", re.sub(r"[^\W\d]+", "w", view[this.start : this.end]))
    found = {f"written={text}": 1.0}
    year = message.zones.reference.year
    sentence = unit.text
    around = view[max(0, unit.start - 150) : unit.end + 100]
    for name, words in (("here", sentence), ("near", around)):
        years = [int(y[0]) for y in _YEAR.finditer(words)]
        found[f"past_year_{name}"] = float(any(y < year for y in years))
        found[f"this_year_{name}"] = float(any(y >= year for y in years))
    found["clock_after"] = float(_CLOCK_AFTER.match(view, this.end) is not None)
    found["money"] = float(_SUM.search(unit.low) is not None)
    found[f"clock&{unit.subject}"] = float(re.fullmatch(r"\d{1,2}[:.]\d\d", view[this.start : this.end]) is not None)
    return found


def beside(line: Line, start: int, end: int) -> dict[str, float]:
    """The marks next to a span in its line: kinds of pieces, counts, shapes, in any language."""
    found: dict[str, float] = {}
    for mark in line.marks:
        if mark.start < end and start < mark.end:
            continue
        side = "before" if mark.end <= start else "after"
        gap = start - mark.end if side == "before" else mark.start - end
        near = bisect(_NEAR, gap)
        kind = f"{mark.kind}:{mark.value}" if mark.kind == "noun" else mark.kind
        for name in {kind, mark.kind}:
            key = f"m{side}:{name}"
            found[key] = max(found.get(key, 0.0), 1 / (1 + near))
            found[f"m{side}{near}:{name}"] = 1.0
    kinds = {m.kind for m in line.marks}
    found["line:" + "+".join(sorted(kinds & {"noun", "count", "ratio", "each_of"}))] = 1.0
    found["line_lengths"] = min(4, sum(m.kind == "duration" for m in line.marks)) / 2
    return found


def _around(message: Told, at: int) -> dict[str, float]:
    """What the lines before and after speak of: a chat's question, a heading, a list's other lines."""
    found: dict[str, float] = {}
    for name, place in (("over", at - 1), ("under", at + 1)):
        if not 0 <= place < len(message.lines):
            continue
        line = message.lines[place]
        kinds = {m.kind for m in line.marks}
        for kind in kinds:
            found[f"{name}:{kind}"] = 1.0
        found[f"{name}:untimed"] = float("noun" in kinds and "duration" not in kinds)
        found[f"{name}:past"] = float(tells_of_other_work(line.unit) or cue("past").search(line.unit.low) is not None)
    unit = message.lines[at].unit
    mates = [x for x in message.lines if x.unit.paragraph == unit.paragraph and x.unit is not unit]
    found["mates_timed"] = float(any(m.kind == "duration" for x in mates for m in x.marks))
    found["mates_past"] = float(any(tells_of_other_work(x.unit) for x in mates))
    row = [x for x in mates if unit.row is not None and x.unit.row == unit.row]
    for cell in row:
        for word in re.findall(r"\w+", folded(cell.unit.column or "")):
            found[f"rowcol:{word[:5]}"] = 1.0
        if any(m.kind == "noun" for m in cell.marks):
            found["row:noun"] = 1.0
    return found

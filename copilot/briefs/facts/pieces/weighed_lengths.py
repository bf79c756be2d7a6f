"""Which of the times that a brief tells are running times of wanted pieces: what is seen around each.

The judge of `piece_length` weighs it; the candidates are those of `lengths_told.py`.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection

from copilot.briefs.facts.letter.corrections import corrects
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.deliverables import tells_of_other_work
from copilot.briefs.facts.pieces.lengths_told import USUAL, Length
from copilot.briefs.facts.pieces.marks import NEGATED
from copilot.briefs.facts.pieces.message_told import Line, Told
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.learned.surroundings import surroundings, tokens

_STEPS = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 2400)
_NEAR = (4, 12, 30, 60)
_YEAR = re.compile(r"(?<![\d.,])20[0-4]\d(?![\d.,]*\d)")
_SUM = re.compile(r"[€$£]|\b(?:eur|euros?|usd|gbp|chf|kr|sek|nok|dkk|aed|pounds?|dollars?)\b|\d[.,]\d{3}\b")
_CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?\s?m\b|uhr|h\b|hrs|o'clock|cest|gmt|est\b)", re.IGNORECASE)


def length_features(message: Told, lengths: list[Length], n: int) -> dict[str, float]:
    """What is seen around `lengths[n]`, and how it stands to the message's other lengths and pieces."""
    this = lengths[n]
    line = message.lines[this.at]
    found = surroundings(message.zones, line.unit, this.start, this.end)
    found[f"how={this.how}"] = 1.0
    found[f"long={bisect(_STEPS, this.seconds)}"] = 1.0
    found["usual"] = float(this.seconds in USUAL)
    if message.depth:
        found |= _since(message, lengths, this)
    found["set_aside"] = found[f"set_aside&{this.how}"] = float(message.set_aside is not None)
    found["first"] = float(n == 0)
    found["where"] = this.at / max(1, len(message.lines) - 1)
    alike = [x for x in lengths if x.seconds == this.seconds]
    found["again"] = float(len(alike) > 1 and alike[0] is not this)
    found["said_twice"] = float(len(alike) > 1)
    others = [x for x in lengths if x.seconds != this.seconds and x.how in ("mark", "found")]
    found[f"others={min(3, len({x.seconds for x in others}))}"] = 1.0
    found["mark_elsewhere"] = float(this.how != "mark" and any(x.how == "mark" for x in others))
    found |= beside(line, this.start, this.end)
    near = {f"{this.how}&{name}": 0.5 for name in found if re.fullmatch(r"m(?:before|after)[01]:noun", name)}
    found |= near
    found |= _around(message, this.at)
    found |= _led_in(line, lengths, this)
    found |= _next_told(message, lengths, n)
    found["other_work"] = float(tells_of_other_work(line.unit))
    found |= _written(message, line.unit, this)
    return {name: value for name, value in found.items() if value}


def vouched_for(message: Told, length: Length, known: Collection[int]) -> bool:
    """Whether the rules' word for a length counts at this mention: not where it is refused ("not 4:00")."""
    unit = message.lines[length.at].unit
    return length.seconds in known and not NEGATED.search(unit.low[: length.start - unit.start][-40:])


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


_NEXT = 8
"""How many lines further on a length may stand in this one's place."""


def _next_told(message: Told, lengths: list[Length], n: int) -> dict[str, float]:
    """What stands between this length and the next one: a later one may stand in its place ("make that two")."""
    this = lengths[n]
    later = next((x for x in lengths[n + 1 :] if x.seconds != this.seconds), None)
    if later is None or later.at - this.at > _NEXT:
        return {}
    found = {f"next={later.how}": 0.5}
    view = message.zones.wanted.text
    gap = folded(view[this.end : min(later.start, this.end + 160)])
    after = folded(view[later.end : message.lines[later.at].unit.end][:30])
    for name in ("correction", "excluding", "also", "past"):
        found[f"next~{name}"] = float(cue(name).search(gap) is not None)
    found["next_here"] = float(later.at == this.at)
    found["then_corrected"] = float(corrects(gap))
    if later.at > this.at:
        line = message.lines[later.at]
        kinds = {m.kind for m in line.marks}
        found["next_bare"] = float("noun" not in kinds and len(line.unit.text.split()) <= 8)
        found["next_same_piece"] = float(bool(_stems(message.lines[this.at]) & _stems(line)))
    for word in tokens(gap)[:4]:
        found[f"nx:{word[:5]}"] = 0.3
    for word in tokens(after)[:2]:
        found[f"nxa:{word[:5]}"] = 0.3
    return found


def _stems(line: Line) -> set[str]:
    return {folded(m.text).split()[-1][:6] for m in line.marks if m.kind == "noun"}


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
    clock = re.fullmatch(r"(\d{1,2})[:.]\d\d", view[this.start : this.end])
    if clock:
        found[f"clock={min(int(clock[1]), 6)}"] = 1.0
    found[f"unit={_unit_of(view[this.start : this.end])}"] = 1.0
    found["money"] = float(_SUM.search(unit.low) is not None)
    found[f"clock&{unit.subject}"] = float(re.fullmatch(r"\d{1,2}[:.]\d\d", view[this.start : this.end]) is not None)
    return found


def _unit_of(text: str) -> str:
    """How the unit is written, in any language: a sign, a letter, a short or a whole word of seconds or of minutes."""
    last = re.sub(r"[\W\d]+$", "", folded(text))
    word = re.search(r"[^\W\d_]+$", last)
    if word is None or re.search(r"[\"']$", text):
        return "sign" if re.search(r"[\"']", text) else "none"
    kind = "minute" if word[0].startswith("m") else "second" if word[0].startswith("s") else "other"
    return f"{kind}{min(len(word[0]), 4)}"


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

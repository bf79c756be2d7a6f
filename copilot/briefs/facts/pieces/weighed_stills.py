"""The photographs a brief asks for: of every number told beside their names the likeliest, or none at all.

The candidates of a letter are weighed against each other and against "none": most letters that name a photograph want
none, and those that want some tell one number of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copilot.briefs.facts.pieces.deliverables import tells_of_other_work
from copilot.briefs.facts.pieces.message_told import Line, Told
from copilot.briefs.facts.pieces.weighed_counts import Count, counts_for
from copilot.briefs.facts.pieces.weighed_times import Measured
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.learned.judge import Features, judge_of
from copilot.briefs.learned.surroundings import surroundings, tokens
from store.proposals.facts import Deliverable, Quote

Pieces = tuple[Deliverable, ...]
_MOST_STILLS = 12
"""How many mentions of photographs are looked at in a message."""


@dataclass(frozen=True)
class Stills:
    """A number of photographs that may be wanted, in the message that tells it beside their name."""

    message: Told
    what: Measured
    count: Count


def stills_of(messages: list[Told]) -> Iterator[Stills]:
    """Every number that may be that of the photographs, in every message."""
    for message in (m for m in messages if m.set_aside is None):
        for what in _named(message):
            for count in counts_for(message, what):
                yield Stills(message, what, count)


def _named(message: Told) -> list[Measured]:
    """The places where photographs are named."""
    return [
        Measured(mark.start, mark.end, at, is_still=True)
        for at, line in enumerate(message.lines)
        for mark in line.marks
        if mark.kind == "noun" and mark.value == "stills"
    ][:_MOST_STILLS]


def stills_features(stills: Stills) -> Features:
    """What speaks for so many photographs: the number, the words around their name, what its line and others tell."""
    message, what = stills.message, stills.what
    line = message.lines[what.at]
    around = surroundings(message.zones, line.unit, what.start, what.end)
    found = {**stills.count.seen, **{f"s~{name}": value / 2 for name, value in around.items()}}
    found |= _line_told(line, what)
    found |= _neighbours(message, what.at)
    found[f"depth={min(message.depth, 2)}"] = 1.0
    return {name: value for name, value in found.items() if value}


def _line_told(line: Line, what: Measured) -> dict[str, float]:
    """The photographs' own word, and whether its line measures films instead or counts right before the word."""
    text = folded(line.unit.text[what.start - line.unit.start : what.end - line.unit.start])
    before = line.unit.low[: max(0, what.start - line.unit.start)]
    lead = [end for _, _, end in line.numbers if end <= what.start]
    words = len(tokens(before[lead[-1] - line.unit.start :])) if lead else 9
    return {
        f"word={text[:5]}": 1.0,
        "plural": float(text[-1:] in "snreiaotk"),
        "line_timed": float(any(m.kind == "duration" for m in line.marks)),
        "line_shaped": float(any(m.kind == "ratio" for m in line.marks)),
        "opens": float(len(tokens(before)) <= 3),
        "other_work": float(tells_of_other_work(line.unit)),
        f"counted={min(words, 4)}": 0.5,
    }


def _neighbours(message: Told, at: int) -> dict[str, float]:
    """Whether the lines around list films: photographs are ordered in the same list."""
    found: dict[str, float] = {}
    for place in (at - 1, at + 1):
        if 0 <= place < len(message.lines):
            line = message.lines[place]
            found["beside_timed"] = found.get("beside_timed", 0.0) or float(
                any(m.kind == "duration" for m in line.marks)
            )
            found["beside_past"] = float(cue("past").search(line.unit.low) is not None)
    unit = message.lines[at].unit
    mates = [x for x in message.lines if x.unit.paragraph == unit.paragraph and x.unit is not unit]
    found["mates_timed"] = float(any(m.kind == "duration" for x in mates for m in x.marks))
    return found


def ruled_stills(pieces: Pieces) -> dict[int, Deliverable]:
    """The rules' photographs by their number."""
    return {p.quantity: p for p in pieces if p.kind == "stills" and p.duration_seconds is None}


def weighed_stills(messages: list[Told], pieces: Pieces) -> tuple[Pieces, tuple[Quote, ...]]:
    """The photographs that rules and weights give together, with the words for a number that the rules did not read."""
    judge = judge_of("stills")
    ruled = ruled_stills(pieces)
    odds: dict[int, tuple[float, Stills]] = {}
    for stills in stills_of(messages):
        quantity = stills.count.quantity
        said = judge.log_odds(stills_features(stills), quantity in ruled)
        if quantity not in odds or said > odds[quantity][0]:
            odds[quantity] = (said, stills)
    best = max(odds, key=lambda quantity: (odds[quantity][0], -quantity), default=None)
    likely = best if best is not None and odds[best][0] > 0 else None
    kept = tuple(
        p
        for quantity, p in ruled.items()
        if quantity not in odds or odds[quantity][0] > 0 or (likely and quantity % likely == 0)
    )  # what the rules multiplied ("ten of each episode") they have more reason for than the number shows
    if kept or best is None or likely is None:
        return kept, ()
    stills = odds[best][1]
    span = min(stills.count.start, stills.what.start), max(stills.count.end, stills.what.end)
    model = next(iter(ruled.values()), Deliverable(name="stills", kind="stills", quantity=best))
    return (model.model_copy(update={"quantity": best}),), (stills.message.zones.wanted.quote(*span),)

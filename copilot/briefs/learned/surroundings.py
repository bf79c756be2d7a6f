"""What stands around a mention: the words of its unit, the nearest weighing most, and what its place says.

Names of features are short, because thousands of them are stored: `b:word` before, `a:word` after, `u:word` in the
unit, `c:cue` a cue of the lexicon, `p:word` just before the unit. A word counts by its beginning too, as inflected.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, folded, keys

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_STEM = 5
_BEFORE, _AFTER, _AHEAD = 12, 10, 10
"""How many words are looked at before and after the mention in its unit, and ahead of the unit."""


def tokens(text: str) -> list[str]:
    """The folded text's words and signs; every number reads `#`."""
    return ["#" if token.isdigit() else token for token in _TOKEN.findall(text)]


def surroundings(zones: Zones, unit: Unit, start: int, end: int) -> dict[str, float]:
    """The features of a mention at `[start, end)` of the view, in its unit."""
    before, after = unit.low[: max(0, start - unit.start)], unit.low[max(0, end - unit.start) :]
    found: dict[str, float] = {}
    _count(found, "b", list(reversed(tokens(before)[-_BEFORE:])))
    _count(found, "a", tokens(after)[:_AFTER])
    for word in set(tokens(unit.low)):
        found[f"u:{word}"] = 0.5
        found[f"u:{word[:_STEM]}*"] = 0.5
    for word in tokens(folded(zones.wanted.text[max(0, unit.start - 120) : unit.start]))[-_AHEAD:]:
        found[f"p:{word}"] = 0.4
    _note_cues(found, before, after)
    _note_place(found, zones, unit)
    return found


def _count(found: dict[str, float], side: str, words: list[str]) -> None:
    """Note words by their distance from the mention, the nearest first."""
    for distance, word in enumerate(words):
        near = 1 / (1 + distance / 3)
        for name in (word, f"{word[:_STEM]}*", f"{word[: _STEM - 1]}*"):
            key = f"{side}:{name}"
            found[key] = max(found.get(key, 0.0), near)
        if distance < 3:
            found[f"{side}{distance}:{word}"] = 1.0
    for length in (2, 3):
        if len(words) >= length:
            found[f"{side}+:{' '.join(words[:length])}"] = 1.0


def _note_cues(found: dict[str, float], before: str, after: str) -> None:
    """The lexicon's cues hold in every language, where words are learnt in one."""
    for key in keys("cues"):
        ends = [m.end() for m in cue(key).finditer(before)]
        starts = [m.start() for m in cue(key).finditer(after)]
        if ends:
            found[f"cb:{key}"] = 1 / (1 + (len(before) - ends[-1]) / 25)
        if starts:
            found[f"ca:{key}"] = 1 / (1 + starts[0] / 25)


def _note_place(found: dict[str, float], zones: Zones, unit: Unit) -> None:
    for name, value in (("topic", unit.topic), ("section", unit.section), ("asked", unit.asked), ("kind", unit.kind)):
        found[f"{name}={value}"] = 1.0
    if unit.aside:
        found["aside"] = 1.0
    if unit.author:
        found["chat"] = 1.0
    label = folded(zones.wanted.text[unit.label[0] : unit.label[1]]) if unit.label else ""
    for side, text in (("l", label), ("col", folded(unit.column or ""))):
        for word in tokens(text):
            found[f"{side}:{word}"] = 1.0
            found[f"{side}:{word[:_STEM]}*"] = 1.0

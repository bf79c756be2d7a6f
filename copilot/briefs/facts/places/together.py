"""How a candidate stands beside the letter's others, once each has been weighed for itself.

A town of the letterhead is the place of the shoot when nothing likelier is told, and none when it is; a name next to a
likely one in its sentence is likely too. What is seen here is weighed by a second judge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from copilot.briefs.facts.places.candidates import Candidate
from copilot.briefs.facts.words import folded
from copilot.briefs.learned.judge import Features

_SMALL = 0.3
"""The size of what is seen: the fit shrinks weights, and believes what is small only when it is frequent."""
_FAR, _NEAR = 6.0, 3.0
"""Log odds beyond which more says no more."""
_OWN = (
    "src:", "about=", "lead=", "subject=", "from_day", "always", "day_", "kn:", "doubt", "times", "seen",
    "postal", "honoured", "after_name", "n:known", "n:venue", "n:territory", "n:signs", "n:signed", "n:house", "n:in_",
    "n:words", "n:fit",
)  # fmt: skip
"""What of a name's own features is weighed again: what holds in every language, and no single word."""


@dataclass(frozen=True)
class Weighing:
    """A candidate with what is seen around it."""

    candidate: Candidate
    features: Features


@cache
def words_of_name(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded(name)))


def is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one wording only says more than the other: "Hel" and "Hel peninsula"."""
    return one <= other or other <= one


@dataclass(frozen=True)
class _Name:
    """What of a candidate the others are compared with."""

    odds: float
    words: frozenset[str]
    first: int
    units: frozenset[int]
    paragraphs: frozenset[int]
    leads: frozenset[str]


def _name_of(weighing: Weighing, odds: float) -> _Name:
    mentions = weighing.candidate.mentions
    return _Name(
        odds,
        words_of_name(weighing.candidate.name),
        mentions[0].start,
        frozenset(m.unit.start for m in mentions),
        frozenset(m.unit.paragraph for m in mentions),
        frozenset(name for name in weighing.features if name.startswith("lead=") and "&" not in name),
    )


def seen_together(weighed: Sequence[Weighing], odds: Sequence[float]) -> list[dict[str, float]]:
    """For each candidate what the second judge sees; `odds` are the first judge's log odds of each."""
    every = [_name_of(weighing, one) for weighing, one in zip(weighed, odds, strict=True)]
    return [_seen(weighing, every, at) for at, weighing in enumerate(weighed)]


def _seen(weighing: Weighing, every: Sequence[_Name], at: int) -> dict[str, float]:
    own = every[at]
    others = [name for n, name in enumerate(every) if n != at and not is_same(own.words, name.words)]
    wordings = [name for n, name in enumerate(every) if n != at and is_same(own.words, name.words)]
    in_unit = [name for name in others if name.units & own.units]
    in_paragraph = [name for name in others if name.paragraphs & own.paragraphs]
    best, best_here = _best(others), _best(in_unit)
    apart = best > 0 >= best_here
    films = any(name.startswith("r:films=True") for name in weighing.features)
    rank = min(4, 1 + sum(name.odds > own.odds for name in others))
    found = {
        "odds": own.odds / 3,
        "ahead": _within(own.odds - best, _FAR),
        "apart&ahead": apart * _within(own.odds - best, _FAR),
        "best": max(0.0, best) / 3,
        "in_unit": _within(best_here, _NEAR),
        "in_unit&odds": (best_here > 0) * own.odds / 3,
        "in_paragraph": _within(_best(in_paragraph), _NEAR),
        "alike_led": _within(_best([name for name in in_paragraph if name.leads & own.leads]), _NEAR),
        "wording": _within(max((name.odds for name in wordings), default=-_NEAR), _NEAR),
    }
    said = {
        f"rank={rank}",
        f"likely={min(4, sum(name.odds > 0 for name in others))}",
        f"likely_here={min(3, sum(name.odds > 0 for name in in_unit))}",
        f"films={films}",
        f"films={films}&rank={rank}",
        f"apart={apart}",
        f"paragraph_apart={best > 0 >= _best(in_paragraph)}",
        f"behind_likely={any(name.odds > 0 and name.first < own.first for name in others)}",
    }
    told = {f"x:{name}" for name in weighing.features if name.startswith(_OWN) and "&lead" not in name}
    return {
        **{name: _SMALL * value for name, value in found.items()},
        **dict.fromkeys(said, _SMALL),
        **dict.fromkeys((name for name in told if "&about" not in name), _SMALL / 2),
    }


def _best(names: Sequence[_Name]) -> float:
    return max((name.odds for name in names), default=-_FAR)


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value)) / 3

"""How a length stands beside the letter's others, once each of its mentions has been weighed for itself.

A time next to the lengths of wanted pieces is likely one too; the length of a piece that is told a likelier one is
taken back; a letter that orders three films with their lengths seldom orders a fourth of three hours. What is seen
here is weighed by a second judge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copilot.briefs.facts.pieces.lengths_told import Length
from copilot.briefs.facts.pieces.message_told import Line, Told
from copilot.briefs.facts.words import folded
from copilot.briefs.learned.judge import Features

_SMALL = 0.3
"""The size of what is seen: the fit shrinks weights, and believes what is small only when it is frequent."""
_FAR, _NEAR = 6.0, 3.0
"""Log odds beyond which more says no more."""
_OWN = (
    "how=", "long=", "negated", "counted", "listed", "first", "depth=", "set_aside", "other_work", "past_year_",
    "money", "clock", "unit=", "mates_", "line:", "over:", "under:", "newest", "usual", "again", "said_twice", "next",
    "timed_again", "named_again", "then_corrected", "mbefore", "mafter", "c:",
)  # fmt: skip
"""What of a mention's own features is weighed again: what holds in every language, and no single word."""


@dataclass(frozen=True)
class Wanted:
    """A length that a piece is to have, where it is told, with its log odds.

    `settles`: an older message need not be asked, as this one says the length of a piece or takes it back.
    `vouched`: the rules read it here. `seen` is what the log odds rest on.
    """

    message: Told
    length: Length
    odds: float
    settles: bool
    vouched: bool
    seen: Features

    @property
    def line(self) -> Line:
        return self.message.lines[self.length.at]


Lengths = Mapping[int, Sequence[Wanted]]
"""Each length with its mentions, the likeliest first."""


@dataclass(frozen=True)
class _Of:
    """What of a length the others are compared with."""

    seconds: int
    best: Wanted
    ruled: bool
    lines: frozenset[tuple[int, int]]
    paragraphs: frozenset[tuple[int, int]]
    nouns: frozenset[str]

    @property
    def odds(self) -> float:
        return self.best.odds


def _of(seconds: int, said: Sequence[Wanted]) -> _Of:
    return _Of(
        seconds,
        said[0],
        any(w.vouched for w in said),
        frozenset((id(w.message), w.length.at) for w in said),
        frozenset((id(w.message), w.line.unit.paragraph) for w in said),
        _nouns(said[0]),
    )


def _nouns(wanted: Wanted) -> frozenset[str]:
    """The piece that the length is told of, by its name's beginning: the nearest name of its line."""
    start, end = wanted.length.start, wanted.length.end
    nouns = [m for m in wanted.line.marks if m.kind == "noun"]
    noun = min(nouns, key=lambda m: max(start - m.end, m.start - end), default=None)
    return frozenset() if noun is None else frozenset((folded(noun.text).split()[-1][:6],))


def lengths_together(lengths: Lengths) -> dict[int, dict[str, float]]:
    """For each length what the second judge sees."""
    every = [_of(seconds, said) for seconds, said in lengths.items()]
    return {of.seconds: _seen(of, lengths[of.seconds], [o for o in every if o is not of]) for of in every}


def _seen(own: _Of, said: Sequence[Wanted], others: Sequence[_Of]) -> dict[str, float]:
    here = [o for o in others if o.lines & own.lines]
    near = [o for o in others if o.paragraphs & own.paragraphs]
    same = [o for o in others if o.nouns & own.nouns]
    newer = [o for o in others if o.best.message.depth < own.best.message.depth]
    alike = [o for o in others if o.best.length.how == own.best.length.how]
    likely = [o for o in others if o.odds > 0]
    rank = min(4, 1 + sum(o.odds > own.odds for o in others))
    place = "only"
    if likely:
        longer, shorter = own.seconds > max(o.seconds for o in likely), own.seconds < min(o.seconds for o in likely)
        place = "longest" if longer else "shortest" if shorter else "between"
    best = _best(others)
    found = {
        "odds": own.odds / 3,
        "rule": float(own.ruled),
        "rule&odds": own.ruled * own.odds / 3,
        "ahead": _within(own.odds - best, _FAR),
        "best": _within(max(0.0, best), _FAR),
        "in_line": _within(_best(here), _NEAR),
        "in_line&odds": (_best(here) > 0) * own.odds / 3,
        "in_paragraph": _within(_best(near), _NEAR),
        "same_piece": _within(_best(same), _NEAR),
        "same_piece_here": _within(_best([o for o in same if o in here]), _NEAR),
        "newer": _within(_best(newer), _NEAR),
        "alike": _within(_best(alike), _NEAR),
        "mentions": min(3, len(said)) / 2,
        "second": _within(said[1].odds, _NEAR) if len(said) > 1 else 0.0,
        "worst": _within(min(w.odds for w in said), _NEAR),
        "rules": min(4, sum(o.ruled for o in others)) / 2,
    }
    told = {
        f"rank={rank}",
        f"rank={rank}&rule={own.ruled}",
        f"likely={min(4, len(likely))}",
        f"likely={min(2, len(likely))}&rule={own.ruled}",
        f"likely_here={min(3, sum(o.odds > 0 for o in here))}",
        f"likely_near={min(3, sum(o.odds > 0 for o in near))}",
        f"place={place}",
        f"place={place}&rule={own.ruled}",
        f"outdone={any(o.odds > own.odds for o in same)}",
        f"only_rule={own.ruled and not any(o.ruled for o in others)}",
        f"any_rule={own.ruled or any(o.ruled for o in others)}",
        f"behind_likely={any(o.best.length.start < own.best.length.start for o in likely)}",
        f"half={any(2 * own.seconds == o.seconds or own.seconds == 2 * o.seconds for o in likely)}",
        f"apart={best > 0 >= _best(near)}",
        f"beside={_beside(own, likely)}",
    }
    mine = {f"x:{name}" for name in own.best.seen if name.startswith(_OWN)}
    return {
        **{name: _SMALL * value for name, value in found.items()},
        **dict.fromkeys(told, _SMALL),
        **dict.fromkeys(mine, _SMALL / 2),
    }


def _beside(own: _Of, likely: Sequence[_Of]) -> str:
    """How near in its line the nearest likely length stands."""
    at = own.best.length
    gaps = [
        max(o.best.length.start - at.end, at.start - o.best.length.end)
        for o in likely
        if o.best.message is own.best.message and o.best.length.at == at.at
    ]
    gap = min(gaps, default=None)
    return "none" if gap is None else "next" if gap <= 8 else "near" if gap <= 40 else "far"


def _best(lengths: Sequence[_Of]) -> float:
    return max((o.odds for o in lengths), default=-_FAR)


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value)) / 3

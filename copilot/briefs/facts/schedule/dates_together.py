"""How a date stands beside the letter's others, once each has been weighed for itself.

Days of a shoot are told together: a date in one breath, one list or one column with likely days is likely too, and one
that stands apart from a sure day seldom is. What is seen here is weighed by a second judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.learned.judge import Features

_FAR, _NEAR = 6.0, 3.0
"""Log odds beyond which more says no more."""
_SMALL = 0.3
"""The size of what is seen: the fit shrinks weights, and believes what is small only when it is frequent."""
_OWN = ("C:", "N:", "near", "g=", "h=", "rank", "far=", "days=", "kind=", "topic=", "section=", "asked=", "L:")
"""What of a date's own features is weighed again: what holds in every language, and no single word."""
_MARKS = frozenset(
    ("relative", "bracketed", "corrects", "corrected", "said_again", "bounds", "denies", "either", "chat")
)
_APART = (-30, 0, 1, 2, 5, 15, 60)
"""Days from the likeliest date to this one, in steps."""


def seen_together(
    dated: Sequence[Dated], seen: Sequence[Features], odds: Sequence[float], counts: Sequence[Decimal]
) -> list[dict[str, float]]:
    """For each date what the second judge sees; `odds` are the first judge's, `counts` the days of shooting counted."""
    return [_seen(dated, seen[at], odds, at, counts) for at in range(len(odds))]


def _seen(
    dated: Sequence[Dated], own: Features, odds: Sequence[float], at: int, counts: Sequence[Decimal]
) -> dict[str, float]:
    this = dated[at]
    others = [n for n in range(len(odds)) if n != at]
    days = set(this.found.value.days)
    apart = [n for n in others if not days & set(dated[n].found.value.days)]
    unit = [n for n in apart if dated[n].unit.start == this.unit.start]
    paragraph = [n for n in apart if dated[n].unit.paragraph == this.unit.paragraph]
    alike = [n for n in apart if n not in unit and _is_alike(dated[n], this)]
    again = [n for n in others if n not in apart]
    mine, best = odds[at], _best(odds, apart)
    found = {
        "odds": mine / 3,
        "ahead": _within(mine - best, _FAR),
        "best": _within(best, _FAR),
        "in_unit": _within(_best(odds, unit), _NEAR),
        "in_paragraph": _within(_best(odds, paragraph), _NEAR),
        "alike": _within(_best(odds, alike), _NEAR),
        "again": _within(_best(odds, again), _NEAR),
        "before": _within(odds[at - 1] if at else -_FAR, _NEAR),
        "after": _within(odds[at + 1] if at + 1 < len(odds) else -_FAR, _NEAR),
        "letter": _within(sum(max(0.0, odds[n]) for n in apart), _FAR),
    }
    names = {*_marks(dated, odds, at, apart, unit, alike), *_counted(dated, odds, at, apart, counts)}
    names |= {f"rule={this.role}", f"rule={this.role}&first={mine > 0}"}
    kept = {f"x:{name}" for name in own if name.startswith(_OWN) or name in _MARKS}
    return {
        **{name: _SMALL * value for name, value in found.items()},
        **dict.fromkeys(names, _SMALL),
        **dict.fromkeys(kept, _SMALL / 2),
    }


def _is_alike(one: Dated, other: Dated) -> bool:
    """Whether two dates are entries of one list or one column."""
    if one.unit.kind != other.unit.kind or one.unit.kind not in ("bullet", "cell", "field"):
        return False
    return (
        one.unit.column == other.unit.column
        if one.unit.kind == "cell"
        else abs(one.unit.paragraph - other.unit.paragraph) <= 1
    )


def _marks(
    dated: Sequence[Dated], odds: Sequence[float], at: int, apart: list[int], unit: list[int], alike: list[int]
) -> Iterator[str]:
    likely = [n for n in apart if odds[n] > 0]
    yield f"likely={min(4, len(likely))}"
    yield f"likely_here={min(3, sum(odds[n] > 0 for n in unit))}"
    yield f"likely_alike={min(3, sum(odds[n] > 0 for n in alike))}"
    yield f"rank={min(4, 1 + sum(odds[n] > odds[at] for n in apart))}"
    yield f"rules={min(3, sum(dated[n].role == 'shoot' for n in apart))}&mine={dated[at].role == 'shoot'}"
    start = dated[at].found.value.start
    top = max(apart, key=lambda n: odds[n], default=None)
    other = dated[top].found.value.start if top is not None else None
    if start is not None and other is not None and top is not None and odds[top] > 0:
        steps = sum((start - other).days >= step for step in _APART)
        yield f"from_likeliest={steps}"
        yield f"from_likeliest={steps}&here={top in unit}"
    due = [d.found.value.end for d in dated if d.role == "delivery" and d.found.value.end]
    if due and start is not None:
        yield f"behind_delivery={start >= max(due)}"
    yield f"kind={dated[at].unit.kind}&alike={bool(alike)}"


def _counted(
    dated: Sequence[Dated], odds: Sequence[float], at: int, apart: list[int], counts: Sequence[Decimal]
) -> Iterator[str]:
    """Whether the likelier days leave room for this one in what is counted: "three days: the 5th, 6th, 8th"."""
    if not counts:
        yield "room=unknown"
        return
    likelier = {day for n in apart if odds[n] > max(0.0, odds[at]) for day in dated[n].found.value.days}
    mine = len(set(dated[at].found.value.days) - likelier)
    room = max(counts) - len(likelier) - mine
    yield f"room={'none' if room < 0 else 'full' if room < 1 else 'some'}"
    yield f"room={'none' if room < 0 else 'full' if room < 1 else 'some'}&counts={min(3, len(counts))}"


def _best(odds: Sequence[float], among: list[int]) -> float:
    return max((odds[n] for n in among), default=-_FAR)


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value)) / 3

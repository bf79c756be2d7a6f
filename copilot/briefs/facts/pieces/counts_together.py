"""How many pieces there are of each length, all lengths of a letter weighed together.

A number counts one thing: what says how many clips there are does not say how many films, and a number that no other
piece takes is likelier this one's than that there is only one. What is seen here is weighed by a second judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from copilot.briefs.facts.pieces.weighed_counts import Count
from copilot.briefs.facts.pieces.weighed_times import Measured
from copilot.briefs.learned.judge import Features

_SMALL = 0.5
_FAR = 6.0
_OWN = (
    "one", "x", "at=", "gap=", "side=", "nearest", "next", "last", "of_noun", "mark:", "pieces_", "rival=", "before&",
    "after&", "col=", "shared_out", "size=", "unsaid", "said&", "parted=", "numbering", "figure=",
)  # fmt: skip


@dataclass(frozen=True)
class Counting:
    """The candidates for the number of pieces of a length, each with the first judge's log odds.

    `trusted` is the rules' number, where it may be that.
    """

    what: Measured
    counts: Sequence[Count]
    odds: Sequence[float]
    trusted: int | None

    @property
    def best(self) -> Count:
        return max(zip(self.counts, self.odds, strict=True), key=lambda one: (one[1], -one[0].quantity))[0]

    def log_shares(self) -> list[float]:
        """The logarithm of each candidate's probability by the first judge."""
        top = max(self.odds)
        whole = top + log(sum(exp(odds - top) for odds in self.odds))
        return [odds - whole for odds in self.odds]


def counts_together(countings: Sequence[Counting]) -> list[list[Features]]:
    """For each length what the second judge sees of each candidate."""
    shares = [[exp(one) for one in counting.log_shares()] for counting in countings]
    claims = [_claims(counting, share) for counting, share in zip(countings, shares, strict=True)]
    return [
        _seen_of(
            counting, [c for n, c in enumerate(countings) if n != at], [c for n, c in enumerate(claims) if n != at]
        )
        for at, counting in enumerate(countings)
    ]


def _claims(counting: Counting, shares: Sequence[float]) -> dict[tuple[int, int], float]:
    """How likely each number that is told counts this length."""
    found: dict[tuple[int, int], float] = {}
    for count, share in zip(counting.counts, shares, strict=True):
        if "one" not in count.seen:
            span = (count.start, count.end)
            found[span] = found.get(span, 0.0) + share
    return found


def _seen_of(
    counting: Counting, others: Sequence[Counting], claims: Sequence[dict[tuple[int, int], float]]
) -> list[Features]:
    taken = [max((c.get((count.start, count.end), 0.0) for c in claims), default=0.0) for count in counting.counts]
    told = [
        (odds, claim)
        for count, odds, claim in zip(counting.counts, counting.log_shares(), taken, strict=True)
        if "one" not in count.seen and "x" not in count.seen and "at=here" in count.seen
    ]
    free = [odds for odds, claim in told if claim < 0.5]
    here = [o for o in others if o.what.at == counting.what.at]
    return [_seen(counting, at, taken[at], free, others, here) for at in range(len(counting.counts))]


def _seen(
    counting: Counting,
    at: int,
    taken: float,
    free: Sequence[float],
    others: Sequence[Counting],
    here: Sequence[Counting],
) -> Features:
    count, odds = counting.counts[at], counting.log_shares()
    own, rest = odds[at], odds[:at] + odds[at + 1 :]
    rank = min(3, 1 + sum(other > own for other in rest))
    ruled = count.quantity == counting.trusted
    is_one, times = "one" in count.seen and "x" not in count.seen, "x" in count.seen
    kind = "one" if is_one else "times" if times else "unsaid" if "unsaid" in count.seen else "told"
    claim = "taken" if taken > 0.5 else "doubted" if taken > 0.1 else "free"
    theirs = [o.best.quantity for o in others]
    theirs_here = [o.best.quantity for o in here]
    most_free = max(free, default=-_FAR)
    found = {
        "odds": _within(own),
        "ahead": _within(own - max(rest, default=-_FAR)),
        "taken": 0.0 if is_one else taken,
        "one&free": _within(most_free - own) if is_one and free else 0.0,
        "rule&odds": ruled * _within(own),
    }
    said = {
        f"rank={rank}",
        f"rank={rank}&{kind}",
        f"{kind}",
        f"{kind}&rule={ruled}",
        f"{kind}&{claim}",
        f"{kind}&{claim}&rank={rank}",
        f"{kind}&rule={counting.trusted is not None}",
        f"{kind}&lengths={min(3, len(others))}",
        f"{kind}&here={min(3, len(here))}",
        f"{kind}&free={min(2, len(free))}",
        f"{kind}&same={count.quantity in theirs}",
        f"{kind}&same_here={count.quantity in theirs_here}",
        f"{kind}&all_one={bool(theirs) and set(theirs) == {1}}",
        f"{kind}&all_one_here={bool(theirs_here) and set(theirs_here) == {1}}",
        f"{kind}&sum={count.quantity > 1 and count.quantity == sum(theirs) + 1}",
        f"{kind}&as_many={count.quantity > 1 and count.quantity == len(here) + 1}",
        f"{kind}&multiple={any(q > 1 and count.quantity > q and count.quantity % q == 0 for q in theirs)}",
    }
    told = {name for name in count.seen if name.startswith(_OWN)}
    return {
        **{name: _SMALL * value for name, value in found.items() if value},
        **dict.fromkeys(said, _SMALL),
        **{f"x:{name}": _SMALL / 2 * count.seen[name] for name in told},
        **{
            f"{claim}&{name}": _SMALL / 2
            for name in told
            if name.startswith(("at=", "gap=", "side=", "mark:", "nearest"))
        },
    }


def _within(value: float) -> float:
    return max(-_FAR, min(_FAR, value)) / 3

"""Who may greenlight what, alone or with a second person: pure functions over the studio's policy rows.

Nothing is gained by splitting a sum, neither into operations nor into change sets: all of a set counts together, and
of a working budget it also counts how far it would be from what was last agreed, that is, from what it came to when
two persons, or one without a limit, last greenlit a change of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.changes.operation import Operation
from store.kernel.money import Money

ANY = "*"


@dataclass(frozen=True, slots=True)
class Rule:
    """A role may greenlight a kind of operation (`*`: any kind without a rule of its own), alone up to `limit`."""

    role: str
    operation_kind: str
    limit: Money | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """`allowed`: this role may greenlight the set; `persons`: how many different persons it takes in all."""

    allowed: bool
    persons: int
    reason: str


@dataclass(frozen=True, slots=True)
class Stakes:
    """What is at stake: the kinds of operations, each with whether it moves money, and what all of them come to.

    `amounts` is one for each currency, all of a set together. `drifts` is one for each working budget: how far it would
    be from what was last agreed (`store.budget.agreed`).
    """

    kinds: Mapping[str, bool]
    amounts: Sequence[Money]
    drifts: Sequence[Money] = ()


def kinds_of(operations: Iterable[Operation]) -> dict[str, bool]:
    """Return the kinds of some operations, undos unfolded, each with whether it moves money."""
    return {str(getattr(operation, "kind", "")): operation.moves_money for operation in operations}


def judge(role: str, stakes: Stakes, rules: Iterable[Rule]) -> Verdict:
    """Return whether a role may greenlight what is at stake, and whether a second person must join.

    An amount in another currency than the limit's counts as above it: we invent no exchange rates.
    """
    who = role.replace("_", " ")
    persons, reason = 1, "within your limit"
    for kind, rule in _rules_for(role, stakes.kinds, rules).items():
        if rule is None:
            return Verdict(False, 1, f"the policy does not let a {who} greenlight a change of this kind")
        if not stakes.kinds[kind] or rule.limit is None:
            continue
        if not _within(stakes.amounts, rule.limit):
            persons, reason = 2, _why_two(stakes.amounts, rule.limit, who)
        for drift in stakes.drifts:
            if persons == 1 and not _within((drift,), rule.limit):
                persons, reason = 2, _why_far(drift, rule.limit, who)
    return Verdict(True, persons, reason)


def is_unlimited(role: str, kinds: Mapping[str, bool], rules: Iterable[Rule]) -> bool:
    """Return whether a role may greenlight operations of these kinds alone, whatever they come to."""
    found = _rules_for(role, kinds, rules)
    return all(rule is not None and (rule.limit is None or not kinds[kind]) for kind, rule in found.items())


def _rules_for(role: str, kinds: Iterable[str], rules: Iterable[Rule]) -> dict[str, Rule | None]:
    by_kind = {rule.operation_kind: rule for rule in rules if rule.role == role}
    return {kind: by_kind.get(kind) or by_kind.get(ANY) for kind in kinds}


def _within(amounts: Sequence[Money], limit: Money) -> bool:
    if any(amount.currency != limit.currency for amount in amounts):
        return False
    return sum(abs(amount.minor) for amount in amounts) <= limit.minor


def _why_two(amounts: Sequence[Money], limit: Money, who: str) -> str:
    """Say why one person is not enough, given amounts that are not within the limit."""
    foreign = sorted({amount.currency for amount in amounts} - {limit.currency})
    if foreign:
        return f"the amount is in {' and '.join(foreign)} and the {who}'s limit is in {limit.currency}"
    together = Money(sum(abs(amount.minor) for amount in amounts), limit.currency)
    return f"{together} is above the {who}'s limit of {limit}"


def _why_far(drift: Money, limit: Money, who: str) -> str:
    """Say why one person is not enough, given a working budget that small steps took further than the limit."""
    far = f"the budget would be {drift} from what was last agreed"
    if drift.currency != limit.currency:
        return f"{far}, and the {who}'s limit is in {limit.currency}"
    return f"{far}, above the {who}'s limit of {limit}"

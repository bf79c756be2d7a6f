"""Who may greenlight what, alone or with a second person: pure functions over the studio's policy rows."""

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

    `amounts` is one for each currency. All of a set counts together, so that no sum is split to stay under a limit.
    """

    kinds: Mapping[str, bool]
    amounts: Sequence[Money]


def kinds_of(operations: Iterable[Operation]) -> dict[str, bool]:
    """Return the kinds of some operations, undos unfolded, each with whether it moves money."""
    return {str(getattr(operation, "kind", "")): operation.moves_money for operation in operations}


def judge(role: str, stakes: Stakes, rules: Iterable[Rule]) -> Verdict:
    """Return whether a role may greenlight what is at stake, and whether a second person must join.

    An amount in another currency than the limit's counts as above it: we invent no exchange rates.
    """
    by_kind = {rule.operation_kind: rule for rule in rules if rule.role == role}
    who = role.replace("_", " ")
    persons, reason = 1, "within your limit"
    for kind, moves_money in stakes.kinds.items():
        rule = by_kind.get(kind) or by_kind.get(ANY)
        if rule is None:
            return Verdict(False, 1, f"the policy does not let a {who} greenlight a change of this kind")
        if moves_money and rule.limit is not None and not _within(stakes.amounts, rule.limit):
            persons, reason = 2, _why_two(stakes.amounts, rule.limit, who)
    return Verdict(True, persons, reason)


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

"""Who may greenlight what is at stake, alone or with a second person: the policy's rows, read as its handbook says."""

from __future__ import annotations

import pytest

from store.changes.policy import ANY, Rule, Stakes, judge
from store.kernel.money import Money

LIMIT = Money(100_00, "EUR")
LIMITED = [Rule("producer", ANY, LIMIT)]


def line_of(*minor: int, currency: str = "EUR") -> Stakes:
    return Stakes({"add_line": True}, [Money(each, currency) for each in minor])


@pytest.mark.parametrize(
    ("rules", "stakes", "allowed", "persons"),
    [
        # Without a rule of its own, or for any kind, a role greenlights nothing: no change is too small to need one.
        ([], Stakes({"rename_client": False}, ()), False, 1),
        ([Rule("editor", ANY, None)], Stakes({"rename_client": False}, ()), False, 1),
        ([Rule("producer", "add_line", None)], Stakes({"add_line": True, "rename_client": False}, ()), False, 1),
        # A limit is for the kinds that move money; what moves none beside it does not fall under its own.
        (
            [Rule("producer", ANY, LIMIT), Rule("producer", "add_line", None)],
            Stakes({"rename_client": False, "add_line": True}, [Money(500_00, "EUR")]),
            True,
            1,
        ),
        # The limit itself is within it, a cent more is not; a credit weighs as much as a cost and settles none.
        (LIMITED, line_of(100_00), True, 1),
        (LIMITED, line_of(100_01), True, 2),
        (LIMITED, line_of(-100_01), True, 2),
        (LIMITED, line_of(60_00, -60_00), True, 2),
        # No rate of exchange is made up: any other currency is above the limit.
        (LIMITED, line_of(1, currency="USD"), True, 2),
        (LIMITED, Stakes({"add_line": True}, [Money(1, "EUR"), Money(1, "USD")]), True, 2),
    ],
)
def test_a_producer_is_judged_by_the_rules(rules: list[Rule], stakes: Stakes, allowed: bool, persons: int) -> None:
    verdict = judge("producer", stakes, rules)
    assert (verdict.allowed, verdict.persons) == (allowed, persons)

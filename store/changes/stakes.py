"""What a plan puts at stake, read off the rows as they are and as they would be, undos included.

No operation says what it is worth: what is filed with a small figure beside large lines counts for what its rows hold.
Each slice says what its rows come to (`STAKES` in `store.operations`); a row counts once, however many operations
touch it, with the larger of its two amounts: to put a price down, or to take it away, is no smaller a decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from store.changes.draft import Draft
from store.kernel.money import Money

AtStake = Callable[[Draft], Mapping[str, Money]]
"""What the rows of a slice put at stake, by the id of the row that it is said of."""


def stakes_in(draft: Draft, slices: Iterable[AtStake]) -> tuple[Money, ...]:
    """Return what a finished draft puts at stake in each currency, signs left aside, the largest first."""
    sums: dict[str, int] = defaultdict(int)
    for at_stake in slices:
        for amount in at_stake(draft).values():
            sums[amount.currency] += abs(amount.minor)
    found = [Money(minor, currency) for currency, minor in sums.items()]
    return tuple(sorted(found, key=lambda amount: (-amount.minor, amount.currency)))


def larger(amounts: Iterable[Money]) -> Money:
    """Return the amount that is furthest from nothing."""
    return max(amounts, key=lambda amount: abs(amount.minor))


def rates_at_stake(table: str) -> AtStake:
    """Return what changed rates of a table (`rate_minor`, `currency`) put at stake: each for one unit."""

    def at_stake(draft: Draft) -> dict[str, Money]:
        return {
            change.id: larger(
                Money(values["rate_minor"], values["currency"]) for values in (change.before, change.after) if values
            )
            for change in draft.row_changes
            if change.table == table and not {"rate_minor", "currency"}.isdisjoint(change.changed)
        }

    return at_stake

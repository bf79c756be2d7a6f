"""What an offer says of its total follows that total: its parts, the instalments, whether it is over the budget.

Its lines are the budget that names it; `store.budget.guards` asks here whenever they come to something else, so it is
one rule for every door. Ways to bring a total down were priced by the rule book on the lines as they were: they cannot
be priced on lines set by hand, and do not outlive the total that they start from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from store.budget.rules import MarkedUp
from store.changes.operation import Operation
from store.kernel.money import Money
from store.proposals.comparison import compare_to_budget
from store.proposals.facts import BriefFacts
from store.proposals.operations import TOTALS, CreateProposal
from store.proposals.tables import Proposal

_LEFT_OUT = " The ways to bring it down were priced before its lines were changed, and are left out."


def at(offer: Proposal, sums: MarkedUp, facts: BriefFacts | None) -> dict[str, Any]:
    """Return the columns of an offer whose lines come to `sums`; `facts` are those of its brief, where it has one."""
    parts = (sums.net, sums.contingency, sums.fee, sums.tax, sums.total)
    totals = {name: part.minor for name, part in zip(TOTALS, parts, strict=True)}
    starts = (sums.total.minor, sums.total_ex_tax.minor)
    levers = [one for one in offer.levers if one["saving_minor"] + one["new_total_minor"] in starts]
    moved = any(getattr(offer, name) != value for name, value in totals.items())
    warnings = _warnings(offer, sums, facts, moved=moved, levers_left_out=len(levers) < len(offer.levers))
    return {**totals, "levers": levers, "warnings": warnings}


def _warnings(
    offer: Proposal, sums: MarkedUp, facts: BriefFacts | None, *, moved: bool, levers_left_out: bool
) -> list[dict[str, Any]]:
    """Return the warnings; that the offer is over the budget is said of this total, or not at all."""
    had = [one for one in offer.warnings if one["code"] == "over_budget"]
    rest = [one for one in offer.warnings if one["code"] != "over_budget"]
    compared = compare_to_budget(facts, sums.total, sums.total_ex_tax) if facts else None
    if compared is None:
        return rest if moved else offer.warnings
    said = str(compared)
    if any(one["message"].startswith(said) for one in had) and not levers_left_out:
        return offer.warnings
    if not compared.over_budget or not (had or moved):
        return rest
    left_out = levers_left_out or any(one["message"].endswith(_LEFT_OUT) for one in had)
    message = said + _LEFT_OUT if left_out else said
    return [*rest, {"code": "over_budget", "message": message, "quotes": []}]


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that an offer says otherwise than it was asked to, because it follows from the lines."""

    what: str
    before: str
    after: str


def moved(asked: Sequence[Operation], planned: Sequence[Operation]) -> tuple[Moved, ...]:
    """Return what followed in the offers of a change set, from its operations as asked for and as they were planned."""
    pairs = zip(asked, planned, strict=True)
    return tuple(
        one
        for before, after in pairs
        if isinstance(before, CreateProposal) and isinstance(after, CreateProposal)
        for one in _moved(before, after)
    )


def _moved(before: CreateProposal, after: CreateProposal) -> list[Moved]:
    pairs = [("Total", *(str(Money(one.total_minor, one.currency)) for one in (before, after)))]
    pairs += [(old.title, old.text, new.text) for old, new in zip(before.terms, after.terms, strict=True)]
    said = [" ".join(one.message for one in each.warnings if one.code == "over_budget") for each in (before, after)]
    pairs.append(("Client's budget", *said))
    if before.levers and not after.levers:
        pairs.append(("Ways to bring it down", f"{len(before.levers)} in all", "left out: priced before this edit"))
    return [Moved(*pair) for pair in pairs if pair[1] != pair[2]]

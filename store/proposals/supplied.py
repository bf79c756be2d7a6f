"""What the client brings to the shoot is left out of the price, and named with the words that say so.

Which rate items each thing stands for is the rule book's to say (`[supplied]`).
"""

from __future__ import annotations

from store.proposals.facts import BriefFacts
from store.proposals.pieces import Assumption
from store.proposals.rules import PricingRules
from store.proposals.wording import count


def heads_to_pay(facts: BriefFacts, rules: PricingRules, code: str, heads: int) -> int:
    """Return for how many of these people a rate item is priced: none whom the client looks after."""
    for supplied in facts.supplied:
        if code in rules.supplied.get(supplied.what, ()):
            heads -= heads if supplied.heads is None else min(heads, supplied.heads)
    return heads


def note_supplied(facts: BriefFacts, rules: PricingRules, notes: list[Assumption]) -> None:
    """Note everything that the brief offers, and that it is left out."""
    for supplied in facts.supplied:
        what, said = supplied.what.capitalize(), f"“{supplied.words}”."
        if not rules.supplied.get(supplied.what):
            text = f"{what} offered by the client; nothing is left out for it: {said}"
        elif supplied.heads is None:
            text = f"{what} provided by the client and not priced: {said}"
        else:
            most = count(supplied.heads, "head")
            text = f"{what} provided by the client for up to {most}; only the rest is priced: {said}"
        notes.append(Assumption("supplied", text, f"supplied.{supplied.what}"))

"""The cast: who is on camera and paid for it, as the brief tells it; by rule of thumb where it does not."""

from __future__ import annotations

from collections.abc import Iterable

from store.proposals.facts import BriefFacts, CastGroup
from store.proposals.pieces import Assumption
from store.proposals.rules import Crew, PricingRules
from store.proposals.usage import names_word
from store.proposals.wording import count


def settle_cast(facts: BriefFacts, crew: Crew, rules: PricingRules, notes: list[Assumption]) -> tuple[int, int]:
    """Return how many featured talents and how many extras are paid for."""
    if not facts.cast:
        return _by_rule_of_thumb(facts, crew, rules, notes), 0
    paid = [group for group in facts.cast if group.heads is not None and not group.supplied]
    featured = sum(group.heads or 0 for group in paid if not group.background)
    background = sum(group.heads or 0 for group in paid if group.background)
    if paid:
        who = f"The cast is {_named(paid)}, on every shoot day."
        if background:
            who += " Extras are booked near the place, without travel and buy-out."
        notes.append(Assumption("cast", who, "talent.fee"))
    brought = [group for group in facts.cast if group.supplied]
    if brought:
        text = f"The client brings {_named(brought)}: no fee, wardrobe, travel or buy-out is priced for them."
        notes.append(Assumption("cast", text, "talent.fee"))
    return featured, background


def _named(groups: Iterable[CastGroup]) -> str:
    return ", ".join(group.text for group in groups)


def _by_rule_of_thumb(facts: BriefFacts, crew: Crew, rules: PricingRules, notes: list[Assumption]) -> int:
    said: Iterable[str] = (facts.objective or "", facts.title or "", *(piece.name for piece in facts.deliverables))
    media = facts.usage.media if facts.usage else ()
    called_for = any(names_word(text, rules.talent.words) for text in said)
    is_filmed = crew != "stills"  # photographs of a product are printed too
    if not called_for and not (is_filmed and any(names_word(medium, rules.talent.media) for medium in media)):
        notes.append(Assumption("usage", "No cast is priced; tell us who is on camera.", "talent.words"))
        return 0
    talents = rules.talent.featured.get(crew, 0)
    text = f"{count(talents, 'featured talent')} on camera, assumed by rule of thumb; tell us who is on camera."
    notes.append(Assumption("usage", text, "talent.featured"))
    return talents

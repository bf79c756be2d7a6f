"""What the answer to an open question would do to the price: each effect is the difference of two computed prices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from store.kernel.money import Money
from store.proposals.estimate import Desk, Estimate, estimate
from store.proposals.facts import BriefFacts, Usage
from store.proposals.scope import Scope
from store.proposals.wording import plain


@dataclass(frozen=True, slots=True)
class QuestionEffect:
    """An open fact, the change considered, and what it adds to the total before tax."""

    field: str
    change: str
    effect: Money


def question_effects(facts: BriefFacts, desk: Desk, priced: Estimate) -> tuple[QuestionEffect, ...]:
    """Return the effect of one typical answer for each fact the brief leaves open; effects of nothing are left out."""
    found: list[QuestionEffect] = []
    for field, change, changed in _answers(facts, desk, priced.scope):
        effect = estimate(changed, desk).total_ex_tax - priced.total_ex_tax
        if effect.minor:
            found.append(QuestionEffect(field, change, effect))
    return tuple(found)


def further_round(facts: BriefFacts, desk: Desk, priced: Estimate) -> Money | None:
    """Return what one revision round beyond the agreed ones costs, before tax; None when nothing is revised."""
    included = desk.rules.revisions.included_rounds
    rounds = max(included, facts.revision_rounds or 0) + 1
    more = facts.model_copy(update={"revision_rounds": rounds})
    price = estimate(more, desk).total_ex_tax - priced.total_ex_tax
    return price if price.minor else None


def _answers(facts: BriefFacts, desk: Desk, scope: Scope) -> Iterator[tuple[str, str, BriefFacts]]:
    rules = desk.rules
    if scope.shoot_days and not scope.shooting.stated:
        more = scope.shoot_days + Decimal(1)
        text = f"{plain(more)} instead of {plain(scope.shoot_days)} shoot days"
        yield "shoot_days", text, facts.model_copy(update={"shoot_days": more})
    if facts.revision_rounds is None and scope.pieces:
        more_rounds = rules.revisions.included_rounds + 1
        yield (
            "revision_rounds",
            f"{more_rounds} revision rounds",
            facts.model_copy(update={"revision_rounds": more_rounds}),
        )
    if not facts.languages and any(piece.edited for piece in scope.pieces):
        yield "languages", "a second language", facts.model_copy(update={"languages": ("first", "second")})
    if not facts.locations and scope.crew is not None:
        yield "locations", "a shoot away from home, with travel", facts.model_copy(update={"locations": ("elsewhere",)})
    usage = facts.usage or Usage()
    if scope.talents and usage.term is None:
        now = rules.usage.assumed_months
        longer = next((up_to for up_to, _ in rules.usage.terms if up_to > now), None)
        if longer is not None:
            update = {"usage": usage.model_copy(update={"months": longer})}
            yield "usage", f"usage for {longer} instead of {now} months", facts.model_copy(update=update)

"""Every contradiction of a brief: pointed out with both statements, asked about, and the stricter planned with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from copilot.briefs.facts.budget.budget import MoneyTold
from copilot.briefs.facts.contradictions.days import days_told, disputed_days, disputed_delivery, disputed_in_subject
from copilot.briefs.facts.contradictions.lists import disputed_pieces
from copilot.briefs.facts.contradictions.statements import HEADER, Dispute
from copilot.briefs.facts.contradictions.sums import disputed_budget, disputed_tax, with_tax
from copilot.briefs.facts.contradictions.terms import disputed_months, disputed_rounds
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Findings
from copilot.briefs.facts.revisions import RoundsSaid
from copilot.briefs.facts.schedule.schedule import ToldDates
from copilot.briefs.facts.schedule.weighed_delivery import candidates_for
from store.proposals.facts import BriefFacts, Quote

Evidence = dict[str, tuple[Quote, ...]]


@dataclass(frozen=True)
class Told:
    """What the readers of single facts found in a letter, from which its statements are taken."""

    money: MoneyTold
    dates: ToldDates
    rounds: list[RoundsSaid]


def without_contradictions(
    source: BriefSource, zones: Zones, language: str, told: Told, facts: BriefFacts, findings: Findings
) -> tuple[BriefFacts, Evidence]:
    """The facts with the stricter of two statements in place, and the quotes of what that changes."""
    evidence: Evidence = {}
    for dispute in _disputes(source, zones, language, told, facts):
        said = [(zones.shown.quote(*s.span), s) for s in dispute.in_order]
        quotes = tuple(quote for quote, s in said if s.span != HEADER)
        words = [s.unit.text if s.span == HEADER else quote.quote for quote, s in said]
        findings.contradiction(dispute.about, dispute.field.partition(".")[0], words, quotes)
        facts = facts.model_copy(update=_update(facts, dispute))
        if dispute.field in BriefFacts.model_fields and dispute.field not in _OF_MANY_WORDS:
            strict = dispute.strict.span
            evidence[dispute.field] = quotes if strict == HEADER else (zones.shown.quote(*strict),)
    return facts, evidence


_OF_MANY_WORDS = frozenset(("deliverables",))
"""What rests on more words than those of one statement keeps its quotes."""


def _disputes(source: BriefSource, zones: Zones, language: str, told: Told, facts: BriefFacts) -> Iterator[Dispute]:
    money, dates, shoot = told.money, told.dates, told.dates.days.dates
    dues = candidates_for(dates.by_rules, dates.seen, shoot, zones.reference)
    delivery = disputed_delivery(zones, dates.by_rules, dues, facts.delivery_on)
    found = (
        disputed_budget(money.zones, money.sums, facts.budget_max) if facts.budget_min is None else None,
        disputed_tax(money.zones, money.answers, money.sums, facts.budget_max),
        delivery or disputed_in_subject(source, zones, language, days_told(dates.by_rules, dues), facts.delivery_on),
        disputed_days(zones, language, dates.days),
        disputed_rounds(zones, told.rounds),
        disputed_months(zones, language) if facts.usage and facts.usage.months else None,
        disputed_pieces(zones, language, facts.deliverables),
    )
    return (dispute for dispute in found if dispute is not None)


def _update(facts: BriefFacts, dispute: Dispute) -> dict[str, Any]:
    """What planning with the stricter statement changes."""
    strict, field = dispute.strict.value, dispute.field
    if field == "budget_max" and facts.budget_max:
        taxed = with_tax(dispute.strict) if with_tax(dispute.other) is not None else None
        tax = {} if taxed is None else {"tax_included": taxed}
        return {field: facts.budget_max.model_copy(update={"minor": strict}), **tax}
    if field == "usage.months" and facts.usage:
        return {"usage": facts.usage.model_copy(update={"months": strict})}
    if field == "deliverables":
        only = len(facts.deliverables) == 1
        return {field: tuple(p.model_copy(update={"quantity": strict}) for p in facts.deliverables)} if only else {}
    return {field: strict}

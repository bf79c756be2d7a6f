"""Composing a proposal: price, outline, terms and the effects of open questions, from facts alone.

The invariant: it is a pure function of its arguments (no database, no clock), and it makes nothing up. What does not
stand in the facts is among the assumptions, the exclusions or the warnings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.budget.rate_card import RateCard
from store.kernel.money import Money
from store.proposals.effects import QuestionEffect, further_round, question_effects
from store.proposals.estimate import Desk, estimate
from store.proposals.facts import BriefFacts, BriefWarning
from store.proposals.lines import PastLine, PricedLine
from store.proposals.outline import Milestone, Outline, plan_outline
from store.proposals.pieces import Assumption
from store.proposals.plausible import set_aside_implausible
from store.proposals.pricing import PricedProposal, price
from store.proposals.rules import PricingRules
from store.proposals.terms import Exclusion, Payment, Term, TermSheet, TermsRules, default_terms, set_terms

_TITLE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class ProposalDraft:
    """A whole proposal, ready to be put before a person."""

    title: str
    priced: PricedProposal
    outline: Outline
    sheet: TermSheet
    effects: tuple[QuestionEffect, ...]
    assumptions: tuple[Assumption, ...]
    warnings: tuple[BriefWarning, ...]

    @property
    def lines(self) -> tuple[PricedLine, ...]:
        return self.priced.lines

    @property
    def total(self) -> Money:
        """The total including tax."""
        return self.priced.total

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        return self.outline.milestones

    @property
    def payments(self) -> tuple[Payment, ...]:
        return self.sheet.payments

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.sheet.terms

    @property
    def exclusions(self) -> tuple[Exclusion, ...]:
        return self.sheet.exclusions


def compose(
    facts: BriefFacts,
    card: RateCard,
    settings: PricingRules,
    today: date,
    *,
    received_on: date | None = None,
    similar: Sequence[PastLine] = (),
    terms: TermsRules | None = None,
) -> ProposalDraft:
    """Compose a proposal for a brief's facts. Choose the card with `pricing.choose_card` first.

    Warnings are those of `price` and `plan_outline`; a brief that names nothing to make gives an empty draft with
    `nothing_to_price`.
    """
    facts, implausible = set_aside_implausible(facts, settings.limits, today)
    priced = price(facts, card, settings, similar, on=today)
    outline = plan_outline(facts, priced.scope, settings, today, received_on=received_on)
    desk = Desk(card, settings, tuple(similar), today)
    plain_estimate = estimate(facts, desk)
    round_price = further_round(facts, desk, plain_estimate)
    sheet = set_terms(
        facts, priced, outline.milestones, settings, terms or default_terms(), today, round_price=round_price
    )
    return ProposalDraft(
        title=proposal_title(facts),
        priced=priced,
        outline=outline,
        sheet=sheet,
        effects=question_effects(facts, desk, plain_estimate),
        assumptions=(*priced.assumptions, *outline.assumptions, *sheet.assumptions),
        warnings=(*implausible, *priced.warnings, *outline.warnings),
    )


def proposal_title(facts: BriefFacts) -> str:
    """Return "Client: title" as far as the brief says; without a title, what is to be made."""
    what = facts.title or ", ".join(f"{piece.quantity} × {piece.name}" for piece in facts.deliverables) or "Proposal"
    title = f"{facts.client}: {what}" if facts.client and facts.client.casefold() not in what.casefold() else what
    return title if len(title) <= _TITLE_LENGTH else f"{title[: _TITLE_LENGTH - 1].rstrip()}…"

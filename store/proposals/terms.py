"""Terms, payments and exclusions as typed values: texts are data (`data/terms.toml`), figures come from the price.

The invariant: payments add up to the total they split, to the minor unit, and every brace in a text is filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, model_validator

from store.kernel.money import Money
from store.proposals.book import parse_book, shipped_book
from store.proposals.facts import BriefFacts, Frozen
from store.proposals.outline import Milestone
from store.proposals.payments import instalment
from store.proposals.pieces import Assumption
from store.proposals.pricing import PricedProposal
from store.proposals.rules import PricingRules
from store.proposals.wording import day

When = Literal["always", "shoot", "no_shoot", "talent", "no_talent", "edit", "no_pieces", "stills", "tax_excluded"]
_FIELDS = ("valid_until", "rounds", "usage", "payment_days", "payments", "round_price", "delivery")


class PaymentRule(Frozen):
    percent: Annotated[Decimal, Field(gt=0)]
    due: Literal["agreement", "shoot", "delivery"]
    text: str
    text_without_shoot: str | None = None


class Clause(Frozen):
    """A term or an exclusion: `when` says which jobs have it."""

    code: str
    text: str
    when: When
    title: str = ""


class TermsRules(Frozen):
    """A studio's terms. Refused when the payments do not add up to 100 % or a text has an unknown brace."""

    validity_days: Annotated[int, Field(ge=0)]
    longest_validity_days: Annotated[int, Field(ge=0)] = 120
    payment_days: Annotated[int, Field(ge=0)]
    payment: Annotated[tuple[PaymentRule, ...], Field(min_length=1)]
    term: tuple[Clause, ...]
    exclusion: tuple[Clause, ...]

    @model_validator(mode="after")
    def _is_consistent(self) -> TermsRules:
        if sum(row.percent for row in self.payment) != 100:
            raise ValueError("the payments must add up to 100 per cent")
        for clause in (*self.term, *self.exclusion):
            try:
                clause.text.format_map(dict.fromkeys(_FIELDS, ""))
            except (KeyError, ValueError, IndexError) as problem:
                raise ValueError(f"the text of {clause.code} has an unknown {{word}}: {problem}") from problem
        return self


@dataclass(frozen=True, slots=True)
class Payment:
    """A part of the total, when it is due, and the planned day where the outline has one."""

    percent: Decimal
    amount: Money
    due: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    code: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class TermSheet:
    """All terms of a proposal. `payments` split the total before tax; tax is added to each invoice."""

    payments: tuple[Payment, ...]
    terms: tuple[Term, ...]
    exclusions: tuple[Exclusion, ...]
    valid_until: date
    assumptions: tuple[Assumption, ...] = ()


def parse_terms(text: str) -> TermsRules:
    """Read a studio's terms from TOML. Raises `Invalid` (`terms`) naming each place that is wrong."""
    return parse_book(TermsRules, text, name="terms")


def terms_text() -> str:
    """Return the shipped terms as TOML text with its comments."""
    return shipped_book("terms.toml")


@cache
def default_terms() -> TermsRules:
    """Return the shipped terms."""
    return parse_terms(terms_text())


def set_terms(
    facts: BriefFacts,
    priced: PricedProposal,
    milestones: tuple[Milestone, ...],
    rules: PricingRules,
    terms: TermsRules,
    today: date,
    *,
    round_price: Money | None = None,
) -> TermSheet:
    """Fill in the terms that this job has. `round_price` is what a further revision round costs, when known."""
    scope = priced.scope
    shoot = scope.crew is not None
    edit = any(piece.edited for piece in scope.pieces)
    applies: dict[When, bool] = {
        "always": True,
        "shoot": shoot,
        "no_shoot": not shoot and edit and not all(piece.rules.animation_days_per_second for piece in scope.pieces),
        "talent": scope.talents > 0,
        "no_talent": shoot and not (scope.talents or scope.background),
        "edit": edit,
        "no_pieces": shoot and not scope.pieces,
        "stills": scope.stills > 0,
        "tax_excluded": facts.tax_included is not True,
    }
    payments = _payments(priced, milestones, terms, shoot=shoot)
    valid_until, notes = _validity(facts, terms, today)
    rounds = rules.revisions.included_rounds if facts.revision_rounds is None else facts.revision_rounds
    words = {
        "valid_until": day(valid_until),
        "rounds": str(rounds),
        "usage": _usage(facts),
        "payment_days": str(terms.payment_days),
        "payments": _payment_words(payments, tax=priced.tax),
        "round_price": "priced when asked for" if round_price is None else f"{round_price} before tax",
        "delivery": day(milestones[-1].ends_on) if milestones else "to be agreed",
    }
    return TermSheet(
        payments,
        tuple(Term(row.code, row.title, row.text.format_map(words)) for row in terms.term if applies[row.when]),
        tuple(Exclusion(row.code, row.text.format_map(words)) for row in terms.exclusion if applies[row.when]),
        valid_until,
        notes,
    )


def _validity(facts: BriefFacts, terms: TermsRules, today: date) -> tuple[date, tuple[Assumption, ...]]:
    """Until when the offer holds: as usual, or to the day that the brief needs, but never longer than the longest."""
    usual = today + timedelta(days=terms.validity_days)
    if facts.offer_until is None or facts.offer_until <= usual:
        return usual, ()
    longest = max(usual, today + timedelta(days=terms.longest_validity_days))
    until = min(facts.offer_until, longest)
    text = f"The offer holds until {day(until)}, as the brief needs it, instead of {day(usual)}."
    if until < facts.offer_until:
        text = f"The brief needs the offer until {day(facts.offer_until)}; it holds until {day(until)}, no longer."
    return until, (Assumption("offer_until", text, "validity_days"),)


def _payments(
    priced: PricedProposal, milestones: tuple[Milestone, ...], terms: TermsRules, *, shoot: bool
) -> tuple[Payment, ...]:
    amounts = priced.total_ex_tax.split([row.percent for row in terms.payment])
    days = {"delivery": milestones[-1].ends_on if milestones else None, "shoot": None, "agreement": None}
    days["shoot"] = next((stone.starts_on for stone in milestones if stone.rule.startswith("schedule.shoot")), None)
    return tuple(
        Payment(row.percent, amount, row.text if shoot else row.text_without_shoot or row.text, days[row.due])
        for row, amount in zip(terms.payment, amounts, strict=True)
    )


def _payment_words(payments: tuple[Payment, ...], *, tax: Money) -> str:
    words = ", ".join(f"{instalment(row.percent, row.amount)} {row.due}" for row in payments)
    return f"{words}; tax is added to each" if tax.minor else words


def _usage(facts: BriefFacts) -> str:
    """The usage in the brief's own terms; what it leaves open is said to be open."""
    usage = facts.usage
    if usage is None or not (usage.media or usage.territory or usage.term):
        return "media, territory and term are still to be agreed"
    media = ", ".join(usage.media) or "media to be agreed"
    return f"{media}; {usage.territory or 'territory to be agreed'}; {usage.term or 'term to be agreed'}"

"""A brief at a glance, in the conversation it was handed in: what it asks for, what it comes to, what is open.

Everything is read from the filed change set; where each fact stands in the brief is one click away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import htpy as h

from api.web.components.figures import day_words
from api.web.components.icons import icon
from copilot.briefs.report import BriefReport, report
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.money import Money
from store.proposals.facts import Amount

if TYPE_CHECKING:
    from sqlmodel import Session

_OVER = "over_budget"


@dataclass(frozen=True, slots=True)
class Glance:
    """The facts in words, the ways to come down where the offer is over budget, what to look at, what to ask."""

    change_set: str
    facts: tuple[tuple[str, str], ...]
    over: bool
    levers: tuple[str, ...]
    look_at: tuple[str, ...]
    questions: tuple[str, ...]


def glance_of(session: Session, actor: Actor, change_set: ChangeSet) -> Glance:
    found = report(session, actor, change_set)
    return Glance(
        change_set=change_set.id,
        facts=tuple(_facts(found)),
        over=any(warning.code == _OVER for warning in found.warnings),
        levers=tuple(
            f"{lever.description.rstrip('.')}: saves {_money(lever.saving)}, leaves {_money(lever.new_total)}"
            for lever in found.proposal.levers
        ),
        look_at=tuple(warning.message for warning in found.warnings if warning.code != _OVER),
        questions=tuple(question.question for question in found.open_questions),
    )


def glance_body(glance: Glance) -> h.Element:
    return h.div(".glance")[
        h.dl(".facts")[((h.dt[label], h.dd[value]) for label, value in glance.facts)],
        _part("What would bring it down", glance.levers) if glance.over else None,
        _part("Look at", glance.look_at),
        _part("Ask the client", glance.questions),
    ]


def _part(heading: str, items: tuple[str, ...]) -> h.Node:
    if not items:
        return None
    return h.details(".glance-part", open=len(items) <= 4)[
        h.summary[icon("next", size=14), heading, h.span(".count-of")[str(len(items))]],
        h.ul[(h.li[item] for item in items)],
    ]


def _facts(found: BriefReport) -> list[tuple[str, str]]:
    """The facts a producer looks for first; what the brief does not say is left to the questions."""
    facts, offer = found.facts, found.proposal
    budget = [Amount.model_validate(facts[key]) for key in ("budget_min", "budget_max") if facts.get(key)]
    stated = " to ".join(str(_money(amount)) for amount in budget)
    tax = {True: " including tax", False: " excluding tax"}.get(facts["tax_included"], "")
    pieces = ", ".join(f"{piece['quantity']} × {piece['name']}" for piece in facts["deliverables"])
    days = facts["shoot_days"]
    due = date.fromisoformat(facts["delivery_on"]) if facts["delivery_on"] else None
    rows = [
        ("Client", facts["client"]),
        ("Wanted", pieces),
        ("Shoot", f"{days:g} day{'s' if days != 1 else ''}" if days else None),
        ("Where", ", ".join(facts["locations"])),
        ("Delivery", day_words(due) if due else None),
        ("Budget", f"{stated}{tax}" if stated else None),
        ("Offer", f"{_money(offer.total_ex_tax)} excluding tax, {_money(offer.total)} including{_over(found)}"),
    ]
    return [(label, str(value)) for label, value in rows if value]


def _over(found: BriefReport) -> str:
    return "; over the budget" if any(warning.code == _OVER for warning in found.warnings) else ""


def _money(amount: Amount) -> Money:
    return Money(amount.minor, amount.currency)

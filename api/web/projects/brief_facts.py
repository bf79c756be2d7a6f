"""A brief's reading as facts with the words they rest on: the seam to the component that draws it.

`draw` takes plain data, so that another way to draw a reading can stand in its place.
"""

from __future__ import annotations

from collections.abc import Iterable

import htpy as h

from api.web.components.figures import day, money
from store.proposals.facts import Amount, BriefFacts, BriefReading, Contact, Deliverable, Quote, Usage

_LABELS = {
    "client": "Client",
    "title": "Title",
    "contact": "Contact",
    "objective": "Objective",
    "deliverables": "Deliverables",
    "shoot_days": "Shoot days",
    "shoot_dates": "Shoot dates",
    "locations": "Locations",
    "delivery_on": "Delivery",
    "budget_min": "Budget from",
    "budget_max": "Budget",
    "tax_included": "Tax",
    "revision_rounds": "Revision rounds",
    "usage": "Usage",
    "languages": "Languages",
}


def draw(reading: BriefReading, document_id: str | None) -> h.Element:
    """Return the facts that the brief states, each with its quotes, what it leaves open, and what to look at."""
    stated = [(name, label) for name, label in _LABELS.items() if _is_stated(reading.facts, name)]
    return h.div(".facts-read")[
        h.dl(".facts-list")[
            (
                h.div(".fact-read")[
                    h.dt[label],
                    h.dd[_value(reading.facts, name), _quotes(reading.evidence.get(name, ()), document_id)],
                ]
                for name, label in stated
            )
        ]
        if stated
        else h.p(".muted")["Nothing was read in it."],
        _listed("Left open", [question.question for question in reading.open_questions]),
        _listed("To look at", [warning.message for warning in reading.warnings]),
    ]


def piece_words(piece: Deliverable) -> str:
    """Return a kind of piece in a line: `4 × Cutdown, 15 s, 9:16 and 1:1`."""
    parts = [f"{piece.quantity} × {piece.name}"]
    if piece.duration_seconds:
        parts.append(f"{piece.duration_seconds} s")
    if piece.aspect_ratios:
        parts.append(" and ".join(piece.aspect_ratios))
    return ", ".join(parts)


def _is_stated(facts: BriefFacts, name: str) -> bool:
    return getattr(facts, name) not in (None, ())


def _value(facts: BriefFacts, name: str) -> h.Node:
    value = getattr(facts, name)
    if name == "tax_included":
        return "included" if value else "not included"
    if name == "deliverables":
        return h.ul(".plain-list")[(h.li[piece_words(piece)] for piece in facts.deliverables)]
    if name == "shoot_dates":
        return [[", " if at else None, day(on)] for at, on in enumerate(facts.shoot_dates)]
    if name == "delivery_on":
        return day(facts.delivery_on)
    match value:
        case Amount(minor=minor, currency=currency):
            return money(minor, currency)
        case Contact():
            return ", ".join(part for part in (value.name, value.email, value.phone) if part)
        case Usage():
            months = f"{value.months} months" if value.months else None
            return ", ".join(part for part in (*value.media, value.territory, months) if part)
        case tuple():
            return ", ".join(str(part) for part in value)
        case _:
            return str(value)


def _quotes(quotes: Iterable[Quote], document_id: str | None) -> h.Node:
    return [
        h.a(".quote", href=f"/documents/{document_id}?at={quote.start}&to={quote.end}#cited")[f"“{quote.quote}”"]
        if document_id
        else h.span(".quote")[f"“{quote.quote}”"]
        for quote in quotes
    ]


def _listed(heading: str, items: list[str]) -> h.Node:
    if not items:
        return None
    return h.fragment[h.h3[heading], h.ul(".plain-list")[(h.li[item] for item in items)]]

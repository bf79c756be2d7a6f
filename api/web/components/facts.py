"""The facts of a brief as people say them: each of its fields in words, in the order in which one asks for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from store.kernel.money import Money
from store.proposals.facts import (
    Amount,
    BriefFacts,
    BudgetEach,
    CastGroup,
    Contact,
    DaySpan,
    Deliverable,
    Supplied,
    Usage,
)

LABELS = {
    "client": "Client",
    "title": "Title",
    "contact": "Contact",
    "objective": "Objective",
    "deliverables": "Deliverables",
    "shoot_days": "Shoot days",
    "shoot_dates": "Shoot dates",
    "shoot_window": "Shoot between",
    "locations": "Locations",
    "delivery_on": "Delivery",
    "budget_min": "Budget, at least",
    "budget_max": "Budget, at most",
    "budget_each": "Budget by the piece",
    "tax_included": "Tax",
    "revision_rounds": "Revision rounds",
    "usage": "Usage",
    "languages": "Languages",
    "spoken_languages": "Heard in",
    "subtitled_languages": "Subtitled in",
    "cast": "On camera",
    "supplied": "The client brings",
    "extras": "Also asked for",
    "offer_until": "Offer holds until",
}


def said(facts: BriefFacts, name: str) -> tuple[str, ...]:
    """Return what a brief says of one field, one thing a line; nothing where it does not say."""
    value = getattr(facts, name)
    if value is None or value == ():
        return ()
    if isinstance(value, tuple):
        return tuple(_one(item) for item in value)
    if name == "tax_included":
        return ("included in the budget" if value else "on top of the budget",)
    return tuple(filter(None, [_one(value)]))


def _one(value: object) -> str:
    match value:
        case Amount(minor=minor, currency=currency):
            return str(Money(minor, currency))
        case BudgetEach():
            return f"{_one(value.amount)} × {value.count or 'each of the'} {value.pieces}"
        case Contact():
            return ", ".join(filter(None, [value.name, value.email, value.phone]))
        case Deliverable():
            return _deliverable(value)
        case Usage():
            return ", ".join(filter(None, [", ".join(value.media), value.territory, value.term]))
        case CastGroup():
            return f"{value.text}, brought by the client" if value.supplied else value.text
        case Supplied():
            return value.what if value.heads is None else f"{value.what}, for up to {value.heads}"
        case DaySpan(first=first, last=last):
            return f"{_one(first)} and {_one(last)}"
        case date():
            return f"{value.day} {value:%B %Y}"
        case Decimal():
            return f"{value.normalize():f}"
        case _:
            return str(value)


def _deliverable(piece: Deliverable) -> str:
    length = f", {_length(piece.duration_seconds)}" if piece.duration_seconds else ""
    ratios = f", {' and '.join(piece.aspect_ratios)}" if piece.aspect_ratios else ""
    return f"{piece.quantity} × {piece.name}{length}{ratios}"


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"

"""The sentences of a proposal, each computed from facts of the brief: what no fact states is not said."""

from __future__ import annotations

from collections.abc import Sequence
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
from store.proposals.wording import count, day, plain


def approach(facts: BriefFacts) -> tuple[tuple[str, str], ...]:
    """Return what will be done, where and by when: a heading and a sentence for each thing that the brief states."""
    delivery = f"Final files on {day(facts.delivery_on)}." if facts.delivery_on else ""
    rounds = f"{count(facts.revision_rounds, 'round')} of revisions." if facts.revision_rounds else ""
    said = (
        ("We make", _sentence(_listed([_piece(piece) for piece in facts.deliverables]))),
        ("We shoot", _sentence(_shoot(facts.shoot_days, facts.shoot_dates, facts.locations))),
        ("On camera", _sentence(_listed([stated(group) for group in facts.cast]))),
        ("You bring", _sentence(_listed([stated(supplied) for supplied in facts.supplied]))),
        ("Languages", _sentence(_listed(facts.languages))),
        ("Use", _sentence(usage(facts.usage) if facts.usage else "")),
        ("Revisions", rounds),
        ("Delivery", delivery),
    )
    return tuple((title, text) for title, text in said if text)


def length(seconds: int) -> str:
    """Return a running time: "45 seconds", "90 seconds", "2 minutes", "2 min 30 s"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes or (minutes == 1 and rest):
        return count(seconds, "second")
    return f"{minutes} min {rest} s" if rest else count(minutes, "minute")


def usage(of: Usage) -> str:
    """Return where and how long the work may be used, as far as the brief says."""
    return ", ".join(part for part in (_listed(of.media), of.territory, of.term) if part)


def stated(value: object) -> str:
    """Return a fact of a brief as words."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return day(value)
        case Decimal():
            return plain(value)
        case Amount():
            return str(Money(value.minor, value.currency))
        case BudgetEach():
            return f"{stated(value.amount)} × {value.count or 'each of the'} {value.pieces}"
        case Contact():
            return ", ".join(part for part in (value.name, value.email, value.phone) if part)
        case Usage():
            return usage(value)
        case Deliverable():
            return _piece(value)
        case CastGroup():
            return f"{value.text}, brought by the client" if value.supplied else value.text
        case Supplied():
            return value.what if value.heads is None else f"{value.what} for up to {value.heads}"
        case DaySpan():
            return f"{day(value.first)} to {day(value.last)}"
        case tuple() | list():
            return "; ".join(stated(item) for item in value)
    return str(value)


def _piece(piece: Deliverable) -> str:
    size = f" of {length(piece.duration_seconds)}" if piece.duration_seconds else ""
    formats = f" ({', '.join(piece.aspect_ratios)})" if piece.aspect_ratios else ""
    return f"{piece.quantity} × {piece.name}{size}{formats}"


def _shoot(days: Decimal | None, dates: Sequence[date], places: Sequence[str]) -> str:
    long = count(days, "day") if days else ""
    where = f"in {_listed(places)}" if places else ""
    when = f"on {_listed([day(on) for on in dates])}" if dates else ""
    return " ".join(part for part in (long, where, when) if part)


def _listed(items: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""

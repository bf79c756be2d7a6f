"""Setting aside what no production is: a misread or hostile figure is warned about, and never priced or planned with.

The invariant: facts that pass stay as they are; what is set aside becomes unknown, never another number.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.proposals.facts import BriefFacts, BriefWarning, Deliverable
from store.proposals.rules import LimitRules
from store.proposals.wording import plain


def set_aside_implausible(
    facts: BriefFacts, limits: LimitRules, today: date | None = None
) -> tuple[BriefFacts, tuple[BriefWarning, ...]]:
    """Return the facts within the rule book's limits, and a warning `implausible` for each that was set aside.

    Dates are judged only when `today` is given.
    """
    changes: dict[str, object] = {}
    said: list[str] = []
    if facts.shoot_days is not None and not 0 <= facts.shoot_days <= limits.shoot_days:
        changes["shoot_days"] = None
        said.append(f"{plain(facts.shoot_days)} shoot days")
    if facts.revision_rounds is not None and not 0 <= facts.revision_rounds <= limits.revision_rounds:
        changes["revision_rounds"] = None
        said.append(f"{facts.revision_rounds} revision rounds")
    crowds = [group for group in facts.cast if (group.heads or 0) > limits.cast]
    if crowds:
        changes["cast"] = tuple(group for group in facts.cast if group not in crowds)
        said += [f"{group.heads} {group.name}" for group in crowds]
    too_big = [piece for piece in facts.deliverables if not _fits(piece, limits)]
    if too_big:
        changes["deliverables"] = tuple(piece for piece in facts.deliverables if _fits(piece, limits))
        said += [f"{piece.quantity} × {piece.name} of {piece.duration_seconds or 0} seconds" for piece in too_big]
    if today is not None:
        last = date(min(today.year + limits.years_ahead, date.max.year - 1), 12, 31)
        for field, kept, dropped in _dates(facts, last):
            changes[field] = kept
            said.append(dropped)
    if not changes:
        return facts, ()
    warnings = tuple(
        BriefWarning(code="implausible", message=f"Set aside as implausible: {what}. Ask the client what is meant.")
        for what in said
    )
    return facts.model_copy(update=changes), warnings


def _fits(piece: Deliverable, limits: LimitRules) -> bool:
    seconds = piece.duration_seconds or 1
    return piece.quantity <= limits.pieces and piece.quantity * seconds <= limits.finished_seconds


def _dates(facts: BriefFacts, last: date) -> Iterator[tuple[str, date | tuple[date, ...] | None, str]]:
    if facts.delivery_on is not None and facts.delivery_on > last:
        yield "delivery_on", None, f"delivery on {facts.delivery_on.isoformat()}"
    if facts.shoot_window is not None and facts.shoot_window.last > last:
        yield "shoot_window", None, f"a shoot up to {facts.shoot_window.last.isoformat()}"
    far = [day for day in facts.shoot_dates if day > last]
    if far:
        kept = tuple(day for day in facts.shoot_dates if day <= last)
        yield "shoot_dates", kept, f"a shoot on {', '.join(day.isoformat() for day in far[:5])}"

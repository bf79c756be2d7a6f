"""Mail that is no brief: thanks, an automatic reply, a question about an invoice.

A brief orders something: pieces, days, money or rights. A date, a place or a name alone orders nothing.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.asides import wants
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.roles import words_of
from store.proposals.facts import BriefFacts

_FIGURE = re.compile(r"\d")
_ORDERS = ("deliverables", "shoot_days", "shoot_dates", "budget_min", "budget_max", "usage", "revision_rounds")
_HINTS = ("client", "objective", "title", "locations", "delivery_on")
_TELLING = ("objective", "locations", "delivery_on")
"""Any mail has a subject and a sender; these say something of a film."""


def _merely_mentions(facts: BriefFacts, zones: Zones) -> bool:
    """Whether a lone piece is only talked of: nobody asks for it, and nothing else is said ("do you do videos?")."""
    piece, *more = facts.deliverables
    alone = not more and piece.quantity == 1 and piece.duration_seconds is None
    other = (*_ORDERS[1:], *_TELLING)
    if not alone or any(getattr(facts, name) not in (None, ()) for name in other):
        return False
    return not any(wants(unit.low) or _FIGURE.search(unit.low) for unit in zones.units)


def says_nothing(facts: BriefFacts, zones: Zones) -> bool:
    """Whether what was read makes no brief."""
    if facts.deliverables:
        return _merely_mentions(facts, zones)
    if any(words_of(key).search(unit.low) for key in ("automatic", "invoiced") for unit in zones.units):
        return True
    if any(getattr(facts, name) not in (None, ()) for name in _ORDERS):
        return False
    hints = sum(getattr(facts, name) not in (None, ()) for name in _HINTS)
    tells = any(getattr(facts, name) not in (None, ()) for name in _TELLING)
    return hints < 2 or not (tells or any(_FIGURE.search(unit.low) for unit in zones.units))

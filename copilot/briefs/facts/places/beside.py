"""Places that only what stands beside them makes a shoot's: a named day, grounds counted and listed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.bases import said_to_be
from copilot.briefs.facts.places.fit import may_be_place
from copilot.briefs.facts.places.names import PLACE
from copilot.briefs.facts.places.sites import called, counted_places
from copilot.briefs.facts.places.told import ELSEWHERE, is_about_shoot, tells_of_shoot
from copilot.briefs.facts.places.towns import has_days, spoken, unannounced
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.words import cue

_NOT_COUNTED = frozenset("usage budget territory title languages pitch revisions aside term".split())


def without_preposition(zones: Zones) -> dict[str, Span]:
    places: dict[str, Span] = {}
    for unit in zones.units:
        if unit.subject in ELSEWHERE and unit.subject != "objective":
            continue
        for name, a, b in [*unannounced(unit), *spoken(unit)]:
            if not places or cue("shoot").search(unit.low) or has_days(unit):
                places.setdefault(name, (a, b))
    return places


def counted_anywhere(zones: Zones, language: str) -> dict[str, Span]:
    """ "Four depots (Tilbury, Grays, Purfleet, Rainham)": where the brief films, places counted and named are its."""
    if not any(tells_of_shoot(u) or has_days(u) for u in zones.units):
        return {}
    for unit in zones.units:
        if unit.subject not in _NOT_COUNTED and not cue("usage").search(unit.low):
            found = counted_places(unit, language)
            if found:
                return {name: (a, b) for name, a, b in found}
    return {}


_NAMED = re.compile(rf"\s*\(\s*((?:[a-zà-ÿ]+\s)?{PLACE.pattern})\s*\)")


def behind_dates(dated: Sequence[Dated]) -> dict[str, Span]:
    """ "12 mai (Laval) et 13 mai (Mayenne)": a name in brackets right behind a day of the shoot."""
    places: dict[str, Span] = {}
    for one in dated:
        inner = _NAMED.match(one.unit.text, one.found.end - one.unit.start) if one.role == "shoot" else None
        if inner and may_be_place(inner[1]):
            places.setdefault(inner[1], (one.unit.start + inner.start(1), one.unit.start + inner.end(1)))
    return places


def beside_shoot(zones: Zones, filmed: frozenset[int]) -> dict[str, Span]:
    """ "Come on the 7th and 8th. We're in Rablay": where somebody is, in the same breath as the shoot."""
    breath = {u.paragraph for u in zones.units if u.start in filmed or is_about_shoot(zones, u)}
    for unit in zones.units:
        if unit.paragraph in breath and unit.subject not in ELSEWHERE and not cue("agency").search(unit.low):
            said = [p for p in [*said_to_be(unit, "being"), *called(unit)] if may_be_place(p[0])]
            if said:
                return {name: (a, b) for name, a, b in said}
    return {}

"""Every mention of a place by rules, and what names it one: a label, the shoot's own sentence, a day beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.apart import places_apart
from copilot.briefs.facts.places.beside import (
    behind_dates,
    beside_shoot,
    counted_anywhere,
    without_preposition,
)
from copilot.briefs.facts.places.names import listed_places
from copilot.briefs.facts.places.shared import shared_towns
from copilot.briefs.facts.places.sites import Place, labelled_by_kind
from copilot.briefs.facts.places.told import (
    ELSEWHERE,
    counts_days,
    in_shoot_unit,
    is_about_shoot,
    labelled_inside,
    merged,
    on_shoot_line,
    tells_of_shoot,
)
from copilot.briefs.facts.places.towns import has_days
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.numbered_days import places_of_numbered_days
from copilot.briefs.facts.words import cue, folded, kind_patterns, names

Source = Literal["LABEL", "SENTENCE", "BEHIND_DAY", "COUNTED", "BESIDE_SHOOT", "UNANNOUNCED"]
"""What names a place, the most telling first."""


@dataclass(frozen=True)
class Mention:
    """A name with its span of the view, and what names it as a place."""

    name: str
    start: int
    end: int
    source: Source


def _filmed(dated: Sequence[Dated]) -> frozenset[int]:
    """Where the units begin that name a day of the shoot."""
    return frozenset(d.unit.start for d in dated if d.role == "shoot" and d.found.value.days)


def mentions_in(zones: Zones, language: str, dated: Sequence[Dated]) -> Iterator[Mention]:
    """Every mention, those of the most telling source first, each source's in reading order."""
    filmed = _filmed(dated)
    yield from (Mention(*place, "LABEL") for place in places_of_numbered_days(zones))
    yield from (Mention(*site, "LABEL") for u in zones.units for told in shared_towns(u) for site in told.sites)
    yield from (Mention(*place, "LABEL") for unit in zones.units for place in _labelled(unit))
    told = (u for u in zones.units if is_about_shoot(zones, u) or u.start in filmed or counts_days(u, language))
    yield from (Mention(*place, "SENTENCE") for unit in told for place in _told(zones, unit, language, dated))
    yield from _all(behind_dates(dated), "BEHIND_DAY")
    yield from _all(counted_anywhere(zones, language), "COUNTED")
    yield from _all(beside_shoot(zones, filmed), "BESIDE_SHOOT")
    yield from _all(without_preposition(zones), "UNANNOUNCED")


def _all(places: dict[str, tuple[int, int]], source: Source) -> Iterator[Mention]:
    return (Mention(name, a, b, source) for name, (a, b) in places.items())


def _labelled(unit: Unit) -> list[Place]:
    if unit.topic == "shoot" and unit.label and len(unit.text) < 90:
        return on_shoot_line(unit)
    if unit.topic == "locations" or (unit.section == "locations" and unit.kind in ("bullet", "prose", "field")):
        return listed_places(unit)
    if unit.subject in ELSEWHERE:
        return []
    if unit.kind == "field" and unit.topic is None and (kinds := labelled_by_kind(unit)):
        return kinds
    return [place for part in labelled_inside(unit) for place in listed_places(part)]


def _told(zones: Zones, unit: Unit, language: str, dated: Sequence[Dated]) -> list[Place]:
    """The places of a sentence about the shoot; a market that it also names is none."""
    used = cue("usage").search(unit.low)
    days = [d for d in dated if d.role == "shoot" and d.unit.start == unit.start]
    return [
        place
        for place in merged(in_shoot_unit(unit, language), places_apart(zones, unit, days, language))
        if not (used and any(n.fullmatch(folded(place[0])) for _, n in names("territories")))
    ]


def is_filmed_somewhere(zones: Zones, dated: Sequence[Dated]) -> bool:
    """Whether the brief films anything: it says so, counts or numbers days, or asks for a recap of a day it names."""
    if any(places_of_numbered_days(zones)) or any(tells_of_shoot(unit) or has_days(unit) for unit in zones.units):
        return True
    recap = any(dict(kind_patterns())["recap"].search(unit.low) for unit in zones.units)
    return recap and any(d.role == "?" and d.found.value.days for d in dated)

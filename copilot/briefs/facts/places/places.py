"""Where it is shot: every mention of a place is weighed by what names it, and one decision chooses among them.

A mention's weight is that of its source (a label, the shoot's own sentence, a day beside it, …, the client's home) less
the doubts about it (`place_doubts`). Of those above the bar the best-attested source's are the locations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.apart import places_apart
from copilot.briefs.facts.places.bases import home_of, houses_of
from copilot.briefs.facts.places.beside import (
    behind_dates,
    beside_shoot,
    counted_anywhere,
    without_preposition,
)
from copilot.briefs.facts.places.doubts import doubt_about
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
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.numbered_days import places_of_numbered_days
from copilot.briefs.facts.words import cue, folded, kind_patterns, names


class Source(IntEnum):
    """What names a place, the least telling first; the number is the weight."""

    UNANNOUNCED = 5
    BESIDE_SHOOT = 6
    COUNTED = 7
    BEHIND_DAY = 8
    SENTENCE = 9
    LABEL = 10


_BAR = 2


@dataclass(frozen=True)
class Mention:
    """A name with its span of the view, and what names it as a place."""

    name: str
    start: int
    end: int
    source: Source


def rules_locations(zones: Zones, language: str, dated: Sequence[Dated]) -> Read[tuple[str, ...]]:
    """Shoot locations by the rules alone, in the order named; `dated` are the brief's dates with their roles."""
    chosen = _best(zones, language, mentions_in(zones, language, dated))
    filmed = _filmed(dated)
    houses = houses_of(zones)
    places = [m for m in chosen if not any(a <= m.start and m.end <= b for a, b in houses)]
    if not places:
        home = home_of(zones, language) if filmed or is_filmed_somewhere(zones, dated) else {}
        if home:
            return Read(tuple(home), tuple(zones.wanted.quote(a, b) for a, b in home.values()))
        places = chosen if all(_stands_at(zones, m) for m in chosen) else []
    return Read(tuple(m.name for m in places), tuple(zones.wanted.quote(m.start, m.end) for m in places))


def _best(zones: Zones, language: str, mentions: Iterator[Mention]) -> list[Mention]:
    """The mentions of the best source that has any above the bar, each name once."""
    kept: dict[str, Mention] = {}
    source: Source | None = None
    for mention in mentions:  # best source first, so the weaker are not even looked for
        if source is not None and mention.source < source:
            break
        unit = zones.unit_at(mention.start)
        doubt = doubt_about(
            mention.name, mention.start, mention.end, unit, language, is_labelled=mention.source == Source.LABEL
        )
        if mention.source - doubt >= _BAR:
            source = mention.source
            kept.setdefault(mention.name, mention)
    return list(kept.values())


def _filmed(dated: Sequence[Dated]) -> frozenset[int]:
    """Where the units begin that name a day of the shoot."""
    return frozenset(d.unit.start for d in dated if d.role == "shoot" and d.found.value.days)


def mentions_in(zones: Zones, language: str, dated: Sequence[Dated]) -> Iterator[Mention]:
    """Every mention, those of the most telling source first, each source's in reading order."""
    filmed = _filmed(dated)
    yield from (Mention(*place, Source.LABEL) for place in places_of_numbered_days(zones))
    yield from (Mention(*site, Source.LABEL) for u in zones.units for told in shared_towns(u) for site in told.sites)
    yield from (Mention(*place, Source.LABEL) for unit in zones.units for place in _labelled(unit))
    told = (u for u in zones.units if is_about_shoot(zones, u) or u.start in filmed or counts_days(u, language))
    yield from (Mention(*place, Source.SENTENCE) for unit in told for place in _told(zones, unit, language, dated))
    yield from _all(behind_dates(dated), Source.BEHIND_DAY)
    yield from _all(counted_anywhere(zones, language), Source.COUNTED)
    yield from _all(beside_shoot(zones, filmed), Source.BESIDE_SHOOT)
    yield from _all(without_preposition(zones), Source.UNANNOUNCED)


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
    """Whether the brief films anything: it says so, counts days, or asks for a recap of a day it names."""
    if any(tells_of_shoot(unit) or has_days(unit) for unit in zones.units):
        return True
    recap = any(dict(kind_patterns())["recap"].search(unit.low) for unit in zones.units)
    return recap and any(d.role == "?" and d.found.value.days for d in dated)


def _stands_at(zones: Zones, mention: Mention) -> bool:
    """Whether a name taken for a house's stands behind "at" like a place's: "the beach at Ynyslas"."""
    return re.search(r"\bat\s$", zones.wanted.text[max(0, mention.start - 4) : mention.start]) is not None

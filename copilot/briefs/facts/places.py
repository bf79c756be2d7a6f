"""Where it is shot: labelled places, and capitalised names after a preposition in a sentence about the shoot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from copilot.briefs.facts.bases import home_of, houses_of, said_to_be
from copilot.briefs.facts.dated import Dated
from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.place_names import (
    COMMON,
    PLACE,
    WORD,
    listed_places,
    may_be_place,
    place_in_lower_case,
    places_after_prepositions,
)
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.sites import called, counted_places, names_alone
from copilot.briefs.facts.towns import has_days, spoken, unannounced
from copilot.briefs.facts.view import Span
from copilot.briefs.facts.words import cue, entries, folded, kind_patterns, names, pattern_of
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.days import find_day_counts

_NO_SHOOT = re.compile(
    r"\b(?:no|kein\w*|pas de|aucun|sin|geen|ingen|inget|nessuna?|sem)\s+(?:live.action |real|need to )?(?:shoot\w*|"
    r"film\w*|dreh\w*|tournage|"
    r"rodaje|opname\w*|draai\w*|inspelning\w*|optag\w*|opptak\w*|ripres\w*|filmag\w*)"
)
_ELSEWHERE = frozenset(
    "usage contact budget territory client title languages pitch delivery revisions agency aside term objective".split()
)
_NOT_COUNTED = frozenset("usage budget territory title languages pitch revisions aside term".split())
_CUES = re.compile(
    r"\b(?:on location|location|drehort|lieu de tournage|tournage|rodaje|localizacion|locatie|plats|lokation|"
    r"lokasjon|sted|venue|event takes place|takes place|will be held|findet\b.*\bstatt|a lieu|se celebra|"
    r"vindt\b.*\bplaats|finder sted|"
    r"finner sted|ager rum|si tiene|se realiza|interviews? (?:in|at|en|i)|studio in|studio i|studio a|studio en)\b"
)


def read_locations(zones: Zones, language: str, dated: Sequence[Dated]) -> Read[tuple[str, ...]]:
    """Shoot locations with their quotes, in the order named; `dated` are the brief's dates with their roles."""
    filmed = frozenset(d.unit.start for d in dated if d.role == "shoot" and d.found.value.days)
    places: dict[str, Span] = {}
    for unit in zones.units:
        if unit.topic == "shoot" and unit.label and len(unit.text) < 90:
            for name, a, b in _shoot_parts(unit):
                places.setdefault(name, (a, b))
        elif unit.topic == "locations" or (unit.section == "locations" and unit.kind in ("bullet", "prose", "field")):
            for name, a, b in listed_places(unit):
                places.setdefault(name, (a, b))
        elif unit.subject not in _ELSEWHERE:
            for part in _labelled_inside(unit):
                places.update((name, (a, b)) for name, a, b in listed_places(part) if name not in places)
    if not places:
        for unit in zones.units:
            if _about_shoot(zones, unit) or unit.start in filmed or _counts_days(unit, language):
                for name, a, b in _in_shoot_unit(unit, language):
                    if cue("usage").search(unit.low) and any(
                        n.fullmatch(folded(name)) for _, n in names("territories")
                    ):
                        continue
                    places.setdefault(name, (a, b))
    if not places:
        places = _behind_dates(dated)
    if not places:
        places = (
            _counted(zones, language)
            or _beside_shoot(zones, filmed)
            or _without_preposition(zones)
            or _in_days(zones)
            or _beside_dates(zones, language, dated)
        )
    houses = houses_of(zones)
    named = {name: (a, b) for name, (a, b) in places.items() if not any(x == a and b <= y for x, y in houses)}
    if not named and (filmed or _is_filmed_somewhere(zones, dated)):
        named = home_of(zones)
    places = named or (places if _stand_at(zones, places) else {})
    return Read(tuple(places), tuple(zones.wanted.quote(a, b) for a, b in places.values()))


def _is_filmed_somewhere(zones: Zones, dated: Sequence[Dated]) -> bool:
    """Whether the brief films anything: it says so, counts days, or asks for a recap of a day it names."""
    if any(_tells_of_shoot(unit) or has_days(unit) for unit in zones.units):
        return True
    recap = any(dict(kind_patterns())["recap"].search(unit.low) for unit in zones.units)
    return recap and any(d.role == "?" and d.found.value.days for d in dated)


def _stand_at(zones: Zones, places: dict[str, Span]) -> bool:
    """Whether names taken for a house's stand behind "at" like a place's: "the beach at Ynyslas"."""
    return all(re.search(r"\bat\s$", zones.wanted.text[max(0, a - 4) : a]) for a, _ in places.values())


_NTH = "one|two|three|four|eins|zwei|drei|un|deux|trois|uno|dos|tres|een|twee|drie|ett|tva|tre|en|to|due|um|dois"


@cache
def _inner_label() -> re.Pattern[str]:
    labels = [label for label in entries("labels", "locations") if len(label) > 6]
    nth = rf"(?:day|tag|jour|dag|dia|giorno|jornada) (?:\d{{1,2}}|{_NTH})"
    return re.compile(
        rf"(?:{pattern_of(labels)}|\b(?:shoot )?{nth})\s?:\s+(?=\w)|"
        rf"\b{nth}\s(?:is |in |at |ist |est |es |ar |er )?(?=\w)"
    )


def _labelled_inside(unit: Unit) -> list[Unit]:
    """ "… 15 sek. Inspelningsplats: Åre.", "Day 1: Aarhus. Day 2: Copenhagen.": labels in the middle of a line."""
    found = []
    for m in _inner_label().finditer(unit.low):
        rest = re.split(r"[.;]\s|\.$|\s-\s", unit.text[m.end() :])[0]
        if ":" not in m[0]:
            rest = rest.split(",")[0]
        if rest[:1].isupper() and not (_DAY_LABEL.match(m[0]) and not _is_name(rest)):
            found.append(replace(unit, start=unit.start + m.end(), end=unit.start + m.end() + len(rest), text=rest))
    return found


_DAY_LABEL = re.compile(r"(?:shoot )?(?:day|tag|jour|dag|dia|giorno|jornada)\b")


def _is_name(text: str) -> bool:
    """Whether a line's value is nothing but a place's name: days are followed by much else."""
    return re.fullmatch(PLACE.pattern, text) is not None and may_be_place(text) and len(text.split()) <= 4


def _without_preposition(zones: Zones) -> dict[str, Span]:
    places: dict[str, Span] = {}
    for unit in zones.units:
        if unit.subject in _ELSEWHERE and unit.subject != "objective":
            continue
        for name, a, b in [*unannounced(unit), *spoken(unit)]:
            if not places or cue("shoot").search(unit.low) or has_days(unit):
                places.setdefault(name, (a, b))
    return places


def _in_days(zones: Zones) -> dict[str, Span]:
    """ "You can have our site in Milton Keynes for 5 days": days at a place are a shoot's."""
    for unit in zones.units:
        if unit.subject not in _ELSEWHERE and has_days(unit) and not cue("usage").search(unit.low):
            found = places_after_prepositions(unit)
            if found:
                return {name: (a, b) for name, a, b in found}
    return {}


def _counted(zones: Zones, language: str) -> dict[str, Span]:
    """ "Four depots (Tilbury, Grays, Purfleet, Rainham)": where the brief films, places counted and named are its."""
    if not any(_tells_of_shoot(u) or has_days(u) for u in zones.units):
        return {}
    for unit in zones.units:
        if unit.subject not in _NOT_COUNTED and not cue("usage").search(unit.low):
            found = counted_places(unit, language)
            if found:
                return {name: (a, b) for name, a, b in found}
    return {}


_NAMED = re.compile(rf"\s*\(\s*((?:[a-zà-ÿ]+\s)?{PLACE.pattern})\s*\)")


def _behind_dates(dated: Sequence[Dated]) -> dict[str, Span]:
    """ "12 mai (Laval) et 13 mai (Mayenne)": a name in brackets right behind a day of the shoot."""
    places: dict[str, Span] = {}
    for one in dated:
        inner = _NAMED.match(one.unit.text, one.found.end - one.unit.start) if one.role == "shoot" else None
        if inner and may_be_place(inner[1]):
            places.setdefault(inner[1], (one.unit.start + inner.start(1), one.unit.start + inner.end(1)))
    return places


def _beside_shoot(zones: Zones, filmed: frozenset[int]) -> dict[str, Span]:
    """ "Come on the 7th and 8th. We're in Rablay": where somebody is, in the same breath as the shoot."""
    breath = {u.paragraph for u in zones.units if u.start in filmed or _about_shoot(zones, u)}
    for unit in zones.units:
        if unit.paragraph in breath and unit.subject not in _ELSEWHERE and not cue("agency").search(unit.low):
            said = [p for p in [*said_to_be(unit, "being"), *called(unit)] if may_be_place(p[0])]
            if said:
                return {name: (a, b) for name, a, b in said}
    return {}


def _beside_dates(zones: Zones, language: str, dated: Sequence[Dated]) -> dict[str, Span]:
    """ "The festival runs 16 to 19 July on the beach in Bude": a place right beside days is where it happens."""
    places: dict[str, Span] = {}
    for unit in zones.units:
        if unit.subject in _ELSEWHERE or cue("usage").search(unit.low):
            continue
        found = places_after_prepositions(unit, language)
        spans = [
            (d.found.start, d.found.end)
            for d in dated
            if d.unit.start == unit.start
            and d.role not in ("delivery", "other")
            and d.found.value.precision == "day"
            and d.found.value.days
        ]
        for name, a, b in found:
            if any(0 <= start - b <= 12 or 0 <= a - end <= 24 for start, end in spans):
                places.setdefault(name, (a, b))
    return places


def _tells_of_shoot(unit: Unit) -> bool:
    told = cue("shoot").search(unit.low) or cue("shoot_days").search(unit.low)
    return told is not None and not _NO_SHOOT.search(unit.low)


def _counts_days(unit: Unit, language: str) -> bool:
    """Whether a unit counts days that nothing else claims: those are days of shooting."""
    if unit.subject in ("usage", "term", "revisions", "budget", "contact", "delivery", "pitch", "aside", "title"):
        return False
    idle = cue("delivery").search(unit.low) or cue("not_date").search(unit.low)
    return not idle and any(f.value.kind in ("unknown", "shoot") for f in find_day_counts(unit.text, language))


def _in_shoot_unit(unit: Unit, language: str) -> list[tuple[str, int, int]]:
    """The places of a sentence about the shoot: after a preposition, else listed alone, else spoken in lower case."""
    if unit.asked == "locations" and (answered := names_alone(unit)):
        return answered
    spoken = places_after_prepositions(unit, language)
    if spoken:
        return spoken
    if unit.kind == "heading":
        return []
    if unit.asked == "locations" or (len(unit.text) < 90 and _counts_days(unit, language)):
        alone = [p for p in listed_places(unit) if re.fullmatch(PLACE.pattern, p[0]) and may_be_place(p[0])]
        if alone:
            return alone if unit.asked != "locations" else alone[:1]
    listed = re.search(rf":\s*({PLACE.pattern}(?:,\s.*)?)$", unit.text)
    if listed and len(re.findall(r",|\b(?:and|und|et|y|en|och|og|e)\b", listed[1])) >= 1:
        at = unit.start + listed.start(1)
        return [
            p
            for p in listed_places(replace(unit, start=at, text=listed[1]))
            if p[0][:1].isupper() and may_be_place(p[0])
        ]
    return place_in_lower_case(unit)


def _about_shoot(zones: Zones, unit: Unit) -> bool:
    if cue("shoot_days").search(unit.low) and unit.topic not in ("pitch", "aside", "usage"):
        return True
    told = unit.topic is None and unit.section in ("delivery", "revisions") and cue("shoot").search(unit.low)
    if not told and unit.subject in (
        "usage",
        "contact",
        "budget",
        "territory",
        "client",
        "title",
        "languages",
        "pitch",
        "delivery",
        "revisions",
        "agency",
    ):
        return False
    if unit.topic == "shoot" or unit.section == "shoot" or unit.asked in ("shoot", "locations"):
        return True
    return bool(cue("shoot").search(unit.low) or cue("shoot_days").search(unit.low) or _CUES.search(unit.low))


def _shoot_parts(unit: Unit) -> list[tuple[str, int, int]]:
    """The places on a shoot line: "2.5 days, Barossa Valley SA", "Manchester, 1 day"."""
    spoken = places_after_prepositions(unit)
    if spoken:
        return spoken
    counted = re.match(
        rf"(?:\d|[^\W\d_])[\w.,]*\s(?:\w*(?:tage?|days?|jours?|dias?|dag\w*|giorni))\s(?={WORD})", unit.text
    )
    if counted:  # "2 Drehtage Studio Köln, 20. + 21. August"
        at = counted.end()
        unit = replace(unit, start=unit.start + at, text=unit.text[at:])
    return [
        p
        for p in listed_places(unit)
        if re.match(rf"{WORD}", p[0]) and not re.search(r"\d", p[0]) and not COMMON.match(p[0])
    ]

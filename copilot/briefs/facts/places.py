"""Where it is shot: labelled places, and capitalised names after a preposition in a sentence about the shoot."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from copilot.briefs.facts.introductions import introductions
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
from copilot.briefs.facts.towns import has_days, spoken, unannounced
from copilot.briefs.facts.view import Span
from copilot.briefs.facts.words import cue, entries, folded, names, pattern_of
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts

_NO_SHOOT = re.compile(
    r"\b(?:no|kein\w*|pas de|aucun|sin|geen|ingen|inget|nessuna?|sem)\s+(?:live.action |real|need to )?(?:shoot\w*|"
    r"film\w*|dreh\w*|tournage|"
    r"rodaje|opname\w*|draai\w*|inspelning\w*|optag\w*|opptak\w*|ripres\w*|filmag\w*)"
)
_ELSEWHERE = frozenset(
    "usage contact budget territory client title languages pitch delivery revisions agency aside term objective".split()
)
_CUES = re.compile(
    r"\b(?:on location|location|drehort|lieu de tournage|tournage|rodaje|localizacion|locatie|plats|lokation|"
    r"lokasjon|sted|venue|event takes place|takes place|will be held|findet\b.*\bstatt|a lieu|se celebra|"
    r"vindt\b.*\bplaats|finder sted|"
    r"finner sted|ager rum|si tiene|se realiza|interviews? (?:in|at|en|i)|studio in|studio i|studio a|studio en)\b"
)


def read_locations(zones: Zones, language: str) -> Read[tuple[str, ...]]:
    """Shoot locations with their quotes, in the order named."""
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
            if _about_shoot(zones, unit) or _counts_days(unit, language):
                for name, a, b in _in_shoot_unit(unit, language):
                    if cue("usage").search(unit.low) and any(
                        n.fullmatch(folded(name)) for _, n in names("territories")
                    ):
                        continue
                    places.setdefault(name, (a, b))
    if not places:
        places = _without_preposition(zones) or _in_days(zones) or _beside_dates(zones, language)
    houses = [found.company for found in introductions(zones.wanted) if found.company]
    places = {name: (a, b) for name, (a, b) in places.items() if not any(x <= a and b <= y for _, x, y in houses)}
    if not places and any(_tells_of_shoot(u) or has_days(u) for u in zones.units):
        places = _at_home(zones) or _home(zones)
    return Read(tuple(places), tuple(zones.wanted.quote(a, b) for a, b in places.values()))


@cache
def _inner_label() -> re.Pattern[str]:
    labels = [label for label in entries("labels", "locations") if len(label) > 6]
    return re.compile(
        rf"(?:{pattern_of(labels)}|\b(?:shoot )?(?:day|tag|jour|dag|dia|giorno|jornada) \d{{1,2}})\s?:\s+(?=\w)"
    )


def _labelled_inside(unit: Unit) -> list[Unit]:
    """ "… 15 sek. Inspelningsplats: Åre.", "Day 1: Aarhus. Day 2: Copenhagen.": labels in the middle of a line."""
    found = []
    for m in _inner_label().finditer(unit.low):
        rest = re.split(r"[.;]\s|\.$|\s-\s", unit.text[m.end() :])[0]
        if rest[:1].isupper() and not (re.search(r"\d", m[0]) and not _is_name(rest)):
            found.append(replace(unit, start=unit.start + m.end(), end=unit.start + m.end() + len(rest), text=rest))
    return found


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


def _beside_dates(zones: Zones, language: str) -> dict[str, Span]:
    """ "The festival runs 16 to 19 July on the beach in Bude": a place right beside days is where it happens."""
    places: dict[str, Span] = {}
    for unit in zones.units:
        if unit.subject in _ELSEWHERE or cue("usage").search(unit.low):
            continue
        found = places_after_prepositions(unit, language)
        days = find_dates(unit.text, language, zones.reference) if found else []
        spans = [
            (unit.start + d.start, unit.start + d.end) for d in days if d.value.precision == "day" and d.value.days
        ]
        for name, a, b in found:
            if any(0 <= start - b <= 12 or 0 <= a - end <= 24 for start, end in spans):
                places.setdefault(name, (a, b))
    return places


_FROM_TOWN = re.compile(rf",?\s(?:in|aus|from|uit|te|i|à|en|em|near|bei|based in|de|di|da)\s({WORD}(?:[ ]{WORD})?)")
_FROM_SPOKEN = re.compile(r"\s(?:in|aus|from|uit|te|à|en|em)\s([^\W\d_]{3,})")


def _at_home(zones: Zones) -> dict[str, Span]:
    """The town the writer names with their house: "Joost van Ketting & Co uit Deventer", "Kafé Lykt i Tromsø her"."""
    text = zones.wanted.text
    if _YOUR_STUDIO.search(folded(text)):
        return {}
    for found in introductions(zones.wanted):
        if found.company is None:
            continue
        _, start, end = found.company
        town = _FROM_TOWN.match(text, end) or _FROM_SPOKEN.match(text, end)
        tail = re.search(rf"\s(?:de|di|da|van|von)\s({WORD})$", text[start:end])
        span = town.span(1) if town else (start + tail.start(1), start + tail.end(1)) if tail else None
        name = text[slice(*span)] if span else ""
        if span and may_be_place(name) and not any(n.fullmatch(folded(name)) for _, n in names("territories")):
            return {name[:1].upper() + name[1:]: span}
    return {}


def _tells_of_shoot(unit: Unit) -> bool:
    told = cue("shoot").search(unit.low) or cue("shoot_days").search(unit.low)
    return told is not None and not _NO_SHOOT.search(unit.low)


_YOUR_STUDIO = re.compile(r"\b(?:your|eurem|ihrem|votre|vuestro|su|jullie|ert|jeres|deres|vostro) (?:\w+ )?studio")


def _home(zones: Zones) -> dict[str, Span]:
    """Where the client is, when they shoot "at ours" and name the town elsewhere: the first town of the message."""
    if _YOUR_STUDIO.search(folded(zones.wanted.text)):
        return {}
    for unit in zones.units:
        if (
            cue("agency").search(unit.low)
            or cue("client_of").search(unit.low)
            or unit.subject
            in (
                "usage",
                "territory",
                "contact",
                "budget",
                "languages",
                "delivery",
                "pitch",
                "aside",
                "title",
            )
        ):
            continue
        towns = [
            p
            for p in places_after_prepositions(unit)
            if not any(n.fullmatch(folded(p[0])) for _, n in names("territories"))
        ]
        in_brackets = re.search(rf"\(({WORD}(?:[ ]{WORD})?)\):?", unit.text) if not towns else None
        if towns:
            return {towns[0][0]: (towns[0][1], towns[0][2])}
        if in_brackets and re.search(r"\b(?:en la|en el|at our|at the|bei uns|hos|chez nous|in our)\b", unit.low):
            return {in_brackets[1]: (unit.start + in_brackets.start(1), unit.start + in_brackets.end(1))}
    return {}


def _no_shoot(zones: Zones) -> bool:
    return any(_NO_SHOOT.search(u.low) for u in zones.units)


def _counts_days(unit: Unit, language: str) -> bool:
    """Whether a unit counts days that nothing else claims: those are days of shooting."""
    if unit.subject in ("usage", "term", "revisions", "budget", "contact", "delivery", "pitch", "aside", "title"):
        return False
    idle = cue("delivery").search(unit.low) or cue("not_date").search(unit.low)
    return not idle and any(f.value.kind in ("unknown", "shoot") for f in find_day_counts(unit.text, language))


def _in_shoot_unit(unit: Unit, language: str) -> list[tuple[str, int, int]]:
    """The places of a sentence about the shoot: after a preposition, else listed alone, else spoken in lower case."""
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
    if unit.subject in (
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
    return [
        p
        for p in listed_places(unit)
        if re.match(rf"{WORD}", p[0]) and not re.search(r"\d", p[0]) and not COMMON.match(p[0])
    ]

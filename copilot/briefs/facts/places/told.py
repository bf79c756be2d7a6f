"""Places that the sentence or the label says one films at: a shoot's line, a sentence about it, a label inside it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.fit import COMMON, may_be_place
from copilot.briefs.facts.places.names import PLACE, WORD, from_to, listed_places, places_after_prepositions
from copilot.briefs.facts.places.sites import NAME, Place, names_alone
from copilot.briefs.facts.places.spoken import place_in_lower_case
from copilot.briefs.facts.words import cue, entries, pattern_of
from copilot.briefs.grammar.days import find_day_counts

_NO_SHOOT = re.compile(
    r"\b(?:no|kein\w*|pas de|aucun|sin|geen|ingen|inget|nessuna?|sem)\s+(?:live.action |real|need to )?(?:shoot\w*|"
    r"film\w*|dreh\w*|tournage|"
    r"rodaje|opname\w*|draai\w*|inspelning\w*|optag\w*|opptak\w*|ripres\w*|filmag\w*)"
)
ELSEWHERE = frozenset(
    "usage contact budget territory client title languages pitch delivery revisions agency aside term objective".split()
)
_CUES = re.compile(
    r"\b(?:on location|location|drehort|lieu de tournage|tournage|rodaje|localizacion|locatie|plats|lokation|"
    r"lokasjon|sted|venue|event takes place|takes place|will be held|findet\b.*\bstatt|a lieu|se celebra|"
    r"vindt\b.*\bplaats|finder sted|"
    r"finner sted|ager rum|si tiene|se realiza|interviews? (?:in|at|en|i)|studio in|studio i|studio a|studio en)\b"
)


_NTH = "one|two|three|four|eins|zwei|drei|un|deux|trois|uno|dos|tres|een|twee|drie|ett|tva|tre|en|to|due|um|dois"


@cache
def _inner_label() -> re.Pattern[str]:
    labels = [label for label in entries("labels", "locations") if len(label) > 6]
    nth = rf"(?:day|tag|jour|dag|dia|giorno|jornada) (?:\d{{1,2}}|{_NTH})"
    return re.compile(
        rf"(?:{pattern_of(labels)}|\b(?:shoot )?{nth})\s?:\s+(?=\w)|"
        rf"\b{nth}\s(?:is |in |at |ist |est |es |ar |er )?(?=\w)"
    )


def labelled_inside(unit: Unit) -> list[Unit]:
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


_NUMBERED_DAY = re.compile(r"\b(?:day|tag|jour(?:nee)?|dag|dia|giorno|jornada) \d{1,2}\b ?[:.–-]")


def tells_of_shoot(unit: Unit) -> bool:
    """Whether a unit speaks of filming, or numbers its days: "Day 1: Aarhus"."""
    told = cue("shoot").search(unit.low) or cue("shoot_days").search(unit.low) or _NUMBERED_DAY.search(unit.low)
    return told is not None and not _NO_SHOOT.search(unit.low)


def counts_days(unit: Unit, language: str) -> bool:
    """Whether a unit counts days that nothing else claims: those are days of shooting."""
    if unit.subject in ("usage", "term", "revisions", "budget", "contact", "delivery", "pitch", "aside", "title"):
        return False
    idle = cue("delivery").search(unit.low) or cue("not_date").search(unit.low)
    return not idle and any(f.value.kind in ("unknown", "shoot") for f in find_day_counts(unit.text, language))


def in_shoot_unit(unit: Unit, language: str) -> list[tuple[str, int, int]]:
    """The places of a sentence about the shoot: after a preposition, else listed alone, else spoken in lower case."""
    if unit.asked == "locations" and (answered := names_alone(unit)):
        return answered
    spoken = merged(from_to(unit), places_after_prepositions(unit, language))
    if spoken:
        return spoken
    if unit.kind == "heading":
        return []
    if unit.asked == "locations" or (len(unit.text) < 90 and counts_days(unit, language)):
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


_PLAIN_NAME = re.compile(NAME)


def merged(some: list[Place], others: list[Place]) -> list[Place]:
    """Both lists in reading order, where a place of the second stands in none of the first."""
    apart = [o for o in others if not any(o[1] < b and a < o[2] for _, a, b in some)]
    return sorted([*some, *apart], key=lambda place: place[1])


def is_about_shoot(zones: Zones, unit: Unit) -> bool:
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


def on_shoot_line(unit: Unit) -> list[tuple[str, int, int]]:
    """The places on a shoot line: "2.5 days, Barossa Valley SA", "Manchester, 1 day"."""
    spoken = merged(from_to(unit), places_after_prepositions(unit))
    if spoken:
        listed = [p for p in listed_places(unit) if re.fullmatch(_PLAIN_NAME, p[0]) and may_be_place(p[0])]
        return merged(spoken, listed)
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

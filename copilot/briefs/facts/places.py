"""Where it is shot: labelled places, and capitalised names after a preposition in a sentence about the shoot."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.towns import has_days, is_known, spoken, unannounced
from copilot.briefs.facts.view import Span
from copilot.briefs.facts.words import cue, entries, folded, names, pattern_of
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts

_WORD = r"[A-ZÀ-ÞŁŚŻ][\w'’.\-]*"
_PLACE = re.compile(
    rf"{_WORD}(?:[ ](?:{_WORD}|(?:de|du|des|la|le|del|van|der|den|am|an der|im|of|upon|sur|di|do|da|aan|bei|a\.|ob "
    rf"der)(?=[ ]{_WORD})))*(?:,[ ]{_WORD}(?:[ ]{_WORD})*)?"
)
_PREPOSITION = re.compile(
    r"\b(?:in|at|near|around|outside|im|am|bei|auf|nahe|rund um|a|au|aux|en|dans|pres de|autour de|cerca de|te|op|"
    r"nabij|rond|i|pa|ved|vid|utanfor|uden for|utenfor|nara|naer|hos|in der nahe von|nel|nella|presso|em|no|na|"
    r"vicino a|"
    r"between|zwischen|entre|tussen|mellan|mellem|mellom|on location|sur|vor ort|across|throughout)\s+(?:(?:the|"
    r"our|your|their|his|her|an?|der|die|das|dem|den|einer|einem|unser\w*|la|le|les|el|los|las|un|une|una|"
    r"nuestr\w+|notre|het|de|een|ons|onze|var|vart|vara|vores|vore|et|ett|en|il|lo|o)\s+|l')?"
)
_IN_PLACE = re.compile(
    rf"((?:[a-zà-ÿ'’\-]+[ ]){{0,5}}?)(?:in|near|outside|en|à|a|au|in der Nähe von|bei|te|i|på|ved|vid|em|près de|"
    rf"cerca de|nabij|nära|nær|utanför|von|de|van|di|del|af|av|of)[ ](?:the |den |der |la |le |el |de |het "
    rf")?({_WORD}.*)"
)
_NOT_PLACE = re.compile(
    r"^(?:jan|feb|m[aä]r|apr|avr|abr|ma[iy]|mei|jun|jui|jul|aug|ago|aou|sep|set|o[ck]t|out|nov|de[czs]|gen|ene|"
    r"mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunedi|english|"
    r"german|deutsch|"
    r"french|spanish|q[1-4]|tv|online|instagram|tiktok|linkedin|youtube|facebook|hd|uhd|4k|eur|usd|gbp|chf|sek|"
    r"nok|dkk|vat|mwst|the|we|our|i|it|one|two|three|all|christmas|easter|spring|summer|autumn|winter|fr.hjahr|"
    r"sommer|herbst|full|phase|"
    r"wir|ich|sie|das|die|der|nous|vous|vi|jeg|jag|anspruch|zukunft|summe|h.he|regie|auftrag|eigenregie|absprache|"
    r"sachen|hochformat|querformat|farbe|anschluss|woche|kw|tag|tage|ende|anfang|mitte|januar|studiotag|deutsch|"
    r"englisch|annex|appendix|section|anhang|annexe|anexo)\b",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"^(?:werk|studio|b[uü]ro|backstube|firma|fabrik|halle|haus|laden|filiale|zentrale|see|stadt|hauptsitz|hause|"
    r"ort|kunde\w*|betrieb|freien|freie|natur|team|rahmen|bild|film\w*|video\w*|budget\w*|euro|produktions\w*|"
    r"monday|today|tomorrow|hd|jahr|monat|hand|einsatz|social|web|kino|internet|netz|welt|regen|wetter|person|"
    r"personen|serie|format|location|schule|praxis|showroom|messe|stand)$",
    re.IGNORECASE,
)
_NO_SHOOT = re.compile(
    r"\b(?:no|kein\w*|pas de|aucun|sin|geen|ingen|inget|nessuna?|sem)\s+(?:live.action |need to )?(?:shoot\w*|"
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
    r"finner sted|ager rum|si tiene|se realiza|studio in|studio i|studio a|studio en)\b"
)


def read_locations(zones: Zones, language: str) -> Read[tuple[str, ...]]:
    """Shoot locations with their quotes, in the order named."""
    places: dict[str, Span] = {}
    for unit in zones.units:
        if unit.topic == "shoot" and unit.label and len(unit.text) < 90:
            for name, a, b in _shoot_parts(unit):
                places.setdefault(name, (a, b))
        elif unit.topic == "locations" or (unit.section == "locations" and unit.kind in ("bullet", "prose", "field")):
            for name, a, b in _listed(unit):
                places.setdefault(name, (a, b))
        elif unit.subject not in _ELSEWHERE:
            for part in _labelled_inside(unit):
                places.update((name, (a, b)) for name, a, b in _listed(part) if name not in places)
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
        places = _without_preposition(zones) or _in_days(zones)
    if not places and any(_tells_of_shoot(u) for u in zones.units):
        places = _home(zones)
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
    return re.fullmatch(_PLACE.pattern, text) is not None and _may_be_place(text) and len(text.split()) <= 4


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
            found = _after_prepositions(unit)
            if found:
                return {name: (a, b) for name, a, b in found}
    return {}


def _tells_of_shoot(unit: Unit) -> bool:
    told = cue("shoot").search(unit.low) or cue("shoot_days").search(unit.low)
    return told is not None and not _NO_SHOOT.search(unit.low)


def _home(zones: Zones) -> dict[str, Span]:
    """Where the client is, when they shoot "at ours" and name the town elsewhere: the first town of the message."""
    if re.search(
        r"\b(?:your|eurem|ihrem|votre|vuestro|su|jullie|ert|jeres|deres|vostro) (?:\w+ )?studio",
        folded(zones.wanted.text),
    ):
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
            p for p in _after_prepositions(unit) if not any(n.fullmatch(folded(p[0])) for _, n in names("territories"))
        ]
        in_brackets = re.search(rf"\(({_WORD}(?:[ ]{_WORD})?)\):?", unit.text) if not towns else None
        if towns:
            return {towns[0][0]: (towns[0][1], towns[0][2])}
        if in_brackets and re.search(r"\b(?:en la|en el|at our|at the|bei uns|hos|chez nous|in our)\b", unit.low):
            return {in_brackets[1]: (unit.start + in_brackets.start(1), unit.start + in_brackets.end(1))}
    return {}


_NO_SHOOT = re.compile(
    r"\b(?:no (?:live[- ]action )?shoot|no filming|kein (?:real)?dreh|pas de tournage|tournage : aucun|"
    r"sin rodaje|geen (?:draai|opnames)|"
    r"ingen inspelning|ingen optagelse|ingen opptak|nessuna ripresa|sem filmagens)"
)


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
    spoken = _after_prepositions(unit, language)
    if spoken:
        return spoken
    if unit.kind == "heading":
        return []
    if unit.asked == "locations" or (len(unit.text) < 90 and _counts_days(unit, language)):
        alone = [p for p in _listed(unit) if re.fullmatch(_PLACE.pattern, p[0]) and _may_be_place(p[0])]
        if alone:
            return alone if unit.asked != "locations" else alone[:1]
    listed = re.search(rf":\s*({_PLACE.pattern}(?:,\s.*)?)$", unit.text)
    if listed and len(re.findall(r",|\b(?:and|und|et|y|en|och|og|e)\b", listed[1])) >= 1:
        at = unit.start + listed.start(1)
        return [
            p for p in _listed(replace(unit, start=at, text=listed[1])) if p[0][:1].isupper() and _may_be_place(p[0])
        ]
    return _lower_case(unit)


def _may_be_place(name: str) -> bool:
    return not (
        cue("shoot").search(folded(name))
        or _NOT_PLACE.match(name)
        or _COMMON.match(name)
        or _is_when(name)
        or _is_language(name)
        or re.search(r"\d", name)
    )


def _lower_case(unit: Unit) -> list[tuple[str, int, int]]:
    """The town of a transcript without capitals: "three days of filming at the yard in barrow"."""
    if sum(c.isupper() for c in unit.text) > 1:
        return []
    for m in _SPOKEN_PLACE.finditer(unit.low):
        word = unit.text[m.start(1) : m.end(1)]
        if _may_be_place(word) and folded(word) not in _NO_TOWN and not find_numbers_in(word):
            return [(word[:1].upper() + word[1:], unit.start + m.start(1), unit.start + m.end(1))]
    return []


def find_numbers_in(word: str) -> bool:
    return any(
        word.startswith(stem) for stem in ("ein", "zwei", "drei", "deux", "trois", "tres", "cinco", "twee", "drie")
    )


_SPOKEN_PLACE = re.compile(
    r"\b(?:in|en|a|i|te|em|near|at|bei)\s([a-z][\w'-]{3,})(?=\s*$|\s(?:for|and|on|over|with|fur|und|am|an|mit|y|"
    r"el|los|con|et|le|"
    r"pour|avec|per|con|il|och|og|med|den|en|op|voor|the|that|because|wir|we|fertig)\b|[,.])"
)
_NO_TOWN = frozenset(
    "total time autumn spring summer winter studio house hochformat querformat house town landscape vertical "
    "horizontal "
    "office person advance touch case february may addition general media vertikal september horizontale verticale "
    "formato redes casa campo exterior interior orizzontale verticale sede ufficio orden lodret tempo place "
    "mind fact".split()
)


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
    spoken = _after_prepositions(unit)
    if spoken:
        return spoken
    return [
        p
        for p in _listed(unit)
        if re.match(rf"{_WORD}", p[0]) and not re.search(r"\d", p[0]) and not _COMMON.match(p[0])
    ]


def _listed(unit: Unit) -> list[tuple[str, int, int]]:
    """The places of a labelled line: "Ostrava (CZ) and Linz (AT)", "Studio Hamburg + harbour"."""
    out: list[tuple[str, int, int]] = []
    if cue("open").search(unit.low) and len(unit.text) < 45 and not re.search(r"[A-Z]{1}[a-z]+(?:,| and)", unit.text):
        return out
    for m in re.finditer(r"(?:(?!\s[-–]\s)[^,;/+&()]|,(?=\s[A-Z]{2}\b)|\([^)]*\))+", unit.text):
        for part in _and_split(m[0]):
            a = m.start() + part[0]
            b = m.start() + part[1]
            text = unit.text[a:b]
            bare = re.sub(r"\s*\([^)]*\)", "", text).strip(" .-–:*")
            if not bare or bare[0].isdigit() or not re.search(r"[A-Za-zÀ-ÿ]", bare) or _is_when(_OURS.sub("", bare)):
                continue
            inner = _IN_PLACE.match(bare)
            name = (
                inner[2]
                if inner and inner[1].strip()
                else re.sub(r"^(?:in|at|im|am|à|a|au|en|i|på|the|our|te|op)\s+", "", bare, flags=re.I)
            )
            name = name.strip(" .")
            if name and len(name) <= 60:
                at = unit.text.find(name, a)
                at = at if at >= 0 else a
                out.append((name, unit.start + at, unit.start + at + len(name)))
    return out


def _and_split(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for m in re.finditer(r"\s+(?:and|und|et|y|en|och|og|e|sowie|plus)\s+", text):
        spans.append((at, m.start()))
        at = m.end()
    return [*spans, (at, len(text))]


def _is_when(text: str) -> bool:
    low = folded(text)
    return (
        bool(find_dates(text, "en", date(2026, 1, 1)))
        or bool(re.search(r"\b\d+([.,]\d)?\s*(?:days?|tage?|jours?|dias?|dagen|dagar|dage|dager)\b", low))
        or _NOT_PLACE.match(text) is not None
    )


def _after_prepositions(unit: Unit, language: str = "en") -> list[tuple[str, int, int]]:
    """Capitalised names after a place preposition; "at our workshop in Portland, Oregon" gives the town."""
    out: list[tuple[str, int, int]] = []
    for m in _PREPOSITION.finditer(unit.low):
        place = _PLACE.match(unit.text, m.end())
        if not place:
            continue
        name = place[0].rstrip(" .,'")
        if _AT_WORK.search(unit.low[: m.start()]):
            continue
        if re.match(r"\s?(?:&|\+)\s?[A-ZÀ-Þ]", unit.text[m.end() + len(name) :]) and _US.search(unit.low[: m.start()]):
            continue
        if not _NOT_PLACE.match(name) and not _COMMON.match(name) and not _is_when(name) and not _is_language(name):
            name = _without_tail(name, unit.text[m.end() + len(name) :])
            out.append((name, unit.start + m.end(), unit.start + m.end() + len(name)))
            out.extend(_joined(unit, m.end() + len(name)))
    return _towns(out, unit, language)


def _without_tail(name: str, rest: str) -> str:
    """ "Leipzig, Deadline Freitag": what follows a comma stays only when it reads like a region."""
    head, _, tail = name.partition(", ")
    if re.match(r",?\s+(?:and|und|et|y|en|och|og|e|&)\s+[A-ZÀ-Þ]|,\s[A-ZÀ-Þ]", rest):
        return head
    return name if tail and len(tail.split()) <= 2 and not _NOT_PLACE.match(tail) and not _is_when(tail) else head


def _joined(unit: Unit, at: int) -> list[tuple[str, int, int]]:
    out = []
    while m := re.match(
        rf"(?:,\s*|\s+(?:and|und|et|y|en|och|og|e|&|\+)\s+)(?:(?:in|at|the|a|à|en|i|på) )*({_PLACE.pattern})",
        unit.text[at:],
    ):
        name = m[1].rstrip(" .,")
        if _NOT_PLACE.match(name) or _is_when(name) or _is_language(name):
            break
        out.append((name, unit.start + at + m.start(1), unit.start + at + m.start(1) + len(name)))
        at += m.end()
    return out


def _is_language(name: str) -> bool:
    return any(p.fullmatch(folded(name.split(",")[0])) for _, p in names("languages"))


_AT_WORK = re.compile(
    r"\b(?:work|working|jobbar|arbetar|arbejder|jobber|travaille|trabajo|lavoro|trabalho|(?:wir|we|vi|nous|wij))\s*$"
)
_OURS = re.compile(
    r"^(?:the|our|your|unser\w*|notre|nuestr\w+|ons|onze|var|vart|vores|vart|nostr\w+|noss\w)\s+", re.IGNORECASE
)
_US = re.compile(r"\b(?:us|we|wir|vi|nous|wij|nosotros|i|work\w*|from)\s*$")
_DUTCH = re.compile(r"\b(?:het|een|van|voor|wij|dagen|draai\w*|gedraaid|op|zijn|wordt|worden|locaties?)\b")
_INSIDE = re.compile(r"[\s,]*(?:in|en|à|i|te|in der|nel|em|de|bei|près de|near|outside|på)\s+(?:the |der |le |la )?$")


def _towns(found: list[tuple[str, int, int]], unit: Unit, language: str) -> list[tuple[str, int, int]]:
    """Drop names inside others; of "the school in Norwich" keep the town."""
    out: list[tuple[str, int, int]] = []
    for name, a, b in sorted(found, key=lambda f: f[1]):
        if any(a < y and x < b for _, x, y in out):
            continue
        between = unit.text[out[-1][2] - unit.start : a - unit.start] if out else ""
        listed = between.strip() == "en" and (is_known(out[-1][0]) or _DUTCH.search(unit.low))
        if out and _INSIDE.fullmatch(between) and not listed:
            out[-1] = (name, a, b)
        else:
            out.append((name, a, b))
    return out

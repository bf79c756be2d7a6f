"""Names of places in one unit: after a preposition, in a list, or spoken in a transcript without capitals."""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.places.fit import (
    NOT_PLACE,
    is_common,
    is_german_noun,
    is_language,
    is_when,
    may_be_place,
)
from copilot.briefs.facts.places.sites import list_at, names_venue, places_of_venues
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import cue, folded, names

WORD = r"[A-ZÀ-ÞŁŚŻ][\w'’.\-]*"
PLACE = re.compile(
    rf"{WORD}(?:[ ](?:{WORD}|(?:de la|de los|de las|de les|van der|van de|de|du|des|la|le|del|van|der|den|am|an "
    rf"der|im|of|upon|"
    rf"sur|di|do|da|dos|aan|bei|a\.|ob der)(?=[ ]{WORD})))*(?:,[ ]{WORD}(?:[ ]{WORD})*)?"
)
_PREPOSITION = re.compile(
    r"\b(?:in|at|on(?!\s(?:location|set)\b)|"
    r"near|around|outside|above|below|beyond|beside|opposite|oberhalb|unterhalb|au-dessus de|im|am|bei|auf|nahe|"
    r"rund um|a|au|aux|en|dans|pres de|autour de|cerca de|te|op|"
    r"nabij|rond|i|pa|ved|vid|utanfor|uden for|utenfor|nara|naer|hos|in der nahe von|nel|nella|presso|em|no|na|"
    r"vicino a|"
    r"between|zwischen|entre|tra|tussen|mellan|mellem|mellom|on location|sur|vor ort|across|"
    r"throughout)\s+(?:(?:the|"
    r"our|your|their|his|her|an?|der|die|das|dem|den|einer|einem|unser\w*|la|le|les|el|los|las|un|une|una|"
    r"nuestr\w+|notre|het|de|een|ons|onze|var|vart|vara|vores|vore|et|ett|en|il|lo|o)\s+|l')?"
)
_IN_PLACE = re.compile(
    rf"((?:[a-zà-ÿ'’\-]+[ ]){{0,5}}?)(?:in|near|outside|en|à|a|au|in der Nähe von|bei|te|i|på|ved|vid|em|près de|"
    rf"cerca de|nabij|nära|nær|utanför|von|de|van|di|del|af|av|of)[ ](?:the |den |der |la |le |el |de |het "
    rf")?({WORD}.*)"
)


def listed_places(unit: Unit) -> list[tuple[str, int, int]]:
    """The places of a labelled line: "Ostrava (CZ) and Linz (AT)", "Studio Hamburg + harbour"."""
    out: list[tuple[str, int, int]] = []
    ends = re.search(r"(?<=[^\W\d_]{4})\.\s+(?=[A-ZÀ-Þ])", unit.text)
    if ends:
        unit = replace(unit, text=unit.text[: ends.start()])  # "Halifax and Hebden Bridge. No sets, please."
    if cue("open").search(unit.low) and len(unit.text) < 45 and not re.search(r"[A-Z]{1}[a-z]+(?:,| and)", unit.text):
        return out
    for m in re.finditer(r"(?:(?!\s[-–]\s)[^,;/+&()]|,(?=\s[A-Z]{2}\b)|\([^)]*\))+", unit.text):
        for part in _and_split(m[0]):
            a = m.start() + part[0]
            b = m.start() + part[1]
            text = unit.text[a:b]
            bare = re.sub(r"\s*\([^)]*\)", "", text).strip(" .-–:*")
            if not bare or bare[0].isdigit() or not re.search(r"[A-Za-zÀ-ÿ]", bare) or is_when(_OURS.sub("", bare)):
                continue
            inner = _IN_PLACE.match(bare)
            if inner is None and _OURS.sub("", bare)[:1].islower() and len(bare.split()) > 3 and not names_venue(bare):
                continue  # "an zwei Tagen im Mai", "genaue Termine folgen noch": no place, but when or how
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
    return [place for n, place in enumerate(out) if not _is_head(place, out[n + 1 :], unit)]


def _is_head(place: tuple[str, int, int], following: list[tuple[str, int, int]], unit: Unit) -> bool:
    """Whether a house or a ground is only told for the name behind its comma: "our trial ground, Crowan Vale"."""
    bare = _OURS.sub("", place[0])
    if not following or not (bare[:1].islower() or is_common(bare)) or not following[0][0][:1].isupper():
        return False
    between = unit.text[place[2] - unit.start : following[0][1] - unit.start]
    return between.strip() == "," and not is_common(following[0][0]) and len(following) == 1


def _and_split(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for m in re.finditer(r"\s+(?:and|und|et|y|en|och|og|e|sowie|plus)\s+", text):
        spans.append((at, m.start()))
        at = m.end()
    return [*spans, (at, len(text))]


def places_after_prepositions(unit: Unit, language: str = "en") -> list[tuple[str, int, int]]:
    """Capitalised names after a place preposition; "at our workshop in Portland, Oregon" gives the town."""
    out: list[tuple[str, int, int]] = []
    for m in _PREPOSITION.finditer(unit.low):
        place = _GEOGRAPHIC.match(unit.text, m.end()) or PLACE.match(unit.text, m.end())
        if not place or (_is_dutch_and(unit, m, language) and _CAPITAL_BEFORE.search(unit.text[: m.start()])):
            continue
        if m[0].startswith("on ") and not _may_be_stood_on(place[0], unit.text[m.start() :]):
            continue
        listed = [p for p in list_at(unit, m.end()) if may_be_place(p[0])] if language != "de" or _bare(m) else []
        if len(listed) > 2:
            out.extend(listed)
            continue
        name = place[0].rstrip(" .,'")
        if _AT_WORK.search(unit.low[: m.start()]):
            continue
        if re.match(r"\s?(?:&|\+)\s?[A-ZÀ-Þ]", unit.text[m.end() + len(name) :]) and _US.search(unit.low[: m.start()]):
            continue
        if is_german_noun(m[0], name):
            continue
        if not NOT_PLACE.match(name) and not is_common(name) and not is_when(name) and not is_language(name):
            name = _without_tail(name, unit.text[m.end() + len(name) :])
            out.append((name, unit.start + m.end(), unit.start + m.end() + len(name)))
            out.extend(_joined(unit, m.end() + len(name)))
    known = {a for _, a, _ in out}
    out += [p for p in places_of_venues(unit) if p[1] not in known and may_be_place(p[0])]
    return _towns(out, unit, language)


_CAPITAL_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'’-]+\s$")


def _is_dutch_and(unit: Unit, preposition: re.Match[str], language: str) -> bool:
    """In "Tiel en Culemborg" the word joins two towns, where French and Spanish have a preposition."""
    return preposition[0].strip() == "en" and (language == "nl" or _DUTCH.search(unit.low) is not None)


def _bare(preposition: re.Match[str]) -> bool:
    return " " not in preposition[0].strip()


def _may_be_stood_on(name: str, text: str) -> bool:
    """Whether "on NAME" may be an island or a coast: neither a day nor a medium, nor a ward with its number."""
    low = folded(name)
    if re.match(r"\s?\d", text[3 + len(name) :].removeprefix("the ")):
        return False
    return not is_when(name) and not any(p.search(low) for _, p in names("media")) and not cue("shoot").search(low)


def _without_tail(name: str, rest: str) -> str:
    """ "Leipzig, Deadline Freitag": what follows a comma stays only when it reads like a region."""
    head, _, tail = name.partition(", ")
    if re.match(r",?\s+(?:and|und|et|y|en|och|og|e|&)\s+[A-ZÀ-Þ]|,\s[A-ZÀ-Þ]", rest):
        return head
    return name if tail and len(tail.split()) <= 2 and not NOT_PLACE.match(tail) and not is_when(tail) else head


def _joined(unit: Unit, at: int) -> list[tuple[str, int, int]]:
    out = []
    while m := re.match(
        rf"(?:,\s*|\s+(?:and|und|et|y|en|och|og|e|&|\+)\s+)(?:(?:in|at|the|a|à|en|i|på) )*"
        rf"(?:(?:in|at|on|au|aux|à|en|im|am|bei|beim|auf|te|op|på|i|nel|al|no|na|the|our|la|le|el|il|lo|o|het|"
        rf"de|les|"
        rf"notre|nuestr[oa]|ons|onze|vår|vores|nostr[oa]|noss[oa])\s(?:[a-zà-ÿ'’-]+\s){{1,4}}?"
        rf"(?:in|at|on|à|de|d'|of|von|di|te|i|på|en|bei|van|del|du)\s)?({_GEOGRAPHIC.pattern}|{PLACE.pattern})",
        unit.text[at:],
    ):
        name = m[1].rstrip(" .,")
        if NOT_PLACE.match(name) or is_when(name) or is_language(name):
            break
        out.append((name, unit.start + at + m.start(1), unit.start + at + m.start(1) + len(name)))
        at += m.end()
    return out


_GEOGRAPHIC = re.compile(
    r"(?:île|ile|isla|isola|ilha|lac|lago|mont|cap|cabo|plage|playa|praia|val|vallée|valle)\s"
    rf"(?:de la |de l'|de |d'|di |da |del |do |du |des )?{WORD}(?:[ ]{WORD})*"
)
"""A place whose kind is written small before its name: "île de Batz", "lago di Garda"."""


_AT_WORK = re.compile(
    r"\b(?:work|working|jobbar|arbetar|arbejder|jobber|travaille|trabajo|lavoro|trabalho|(?:wir|we|vi|nous|"
    r"wij))\s*$"
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
        listed = between.strip() == "en" and (language == "nl" or is_known(out[-1][0]) or _DUTCH.search(unit.low))
        if out and _INSIDE.fullmatch(between) and not listed and not _is_repeated(unit, out[-1][1], between):
            out[-1] = (name, a, b)
        else:
            out.append((name, a, b))
    return out


def _is_repeated(unit: Unit, start: int, between: str) -> bool:
    """Whether "à Brest, à Morlaix" lists two towns: the same preposition before both, with a comma between."""
    word = between.strip(" ,")
    return between.startswith(",") and unit.low[: start - unit.start].endswith(f" {folded(word)} ")


_FROM = (
    r"\b(?:from|von|vom|ab|da|dal|dalla|de|du|desde|fran|fra|van|vanaf|do)\s"
    r"(?:(?:the|our|la|le|il|el|der|dem|den|het|unser\w*|notre)\s)?"
)
_TO = re.compile(
    r"(?:[^.;:!?]{0,24}\b(?:end|ends|finish\w*|endet|enden|finit|finissent|termin\w+|finisc\w+|acab\w+|eindig\w*|"
    r"slutar|avslut\w+|ender|slutter)\s(?:up\s)?|,?\s)(?:(?:on|over|down|up)\s)?"
    r"(?:to|nach|bis|a|au|al|hasta|till|til|naar|tot|ate|in|at|en|em|i|pa)\s"
    r"(?:(?:the|our|la|le|il|el|der|dem|den|het)\s)?"
)


def from_to(unit: Unit) -> list[tuple[str, int, int]]:
    """Both ends of a way: "the walk from Alston to Garrigill", "si parte da Norcia e si finisce a Visso"."""
    for m in re.finditer(_FROM, unit.low):
        first = PLACE.match(unit.text, m.end())
        link = _TO.match(unit.low, first.end()) if first else None
        last = PLACE.match(unit.text, link.end()) if link else None
        ends = [name for name in (first, last) if name and may_be_place(name[0]) and "," not in name[0]]
        if len(ends) == 2:
            return [
                (e[0].rstrip(".'"), unit.start + e.start(), unit.start + e.start() + len(e[0].rstrip(".'")))
                for e in ends
            ]
    return []

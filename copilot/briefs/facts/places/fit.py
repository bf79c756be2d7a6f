"""Whether a name can be a place: no time, language or medium, nor a noun that German writes with a capital."""

from __future__ import annotations

import re
from datetime import date

from copilot.briefs.facts.places.sites import is_venue
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import cue, folded, names
from copilot.briefs.grammar.dates import find_dates

NOT_PLACE = re.compile(
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
COMMON = re.compile(
    r"^(?:werk|studio|b[uü]ro|backstube|firma|fabrik|halle|haus|laden|filiale|zentrale|see|stadt|hauptsitz|hause|"
    r"ort|kunde\w*|betrieb|freien|freie|natur|team|rahmen|bild|film\w*|video\w*|budget\w*|euro|produktions\w*|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|that|this|today|tomorrow|hd|jahr|monat|hand|einsatz|social|web|"
    r"kino|internet|netz|welt|regen|wetter|person|"
    r"personen|serie|format|location|schule|praxis|showroom|messe|stand)$",
    re.IGNORECASE,
)


def is_when(text: str) -> bool:
    low = folded(text)
    return (
        dict(names("schedule"))["whens"].fullmatch(low) is not None
        or dict(names("venues"))["when_noun"].fullmatch(low) is not None
        or bool(find_dates(text, "en", date(2026, 1, 1)))
        or bool(re.search(r"\b\d+([.,]\d)?\s*(?:days?|tage?|jours?|dias?|dagen|dagar|dage|dager)\b", low))
        or NOT_PLACE.match(text) is not None
    )


def is_language(name: str) -> bool:
    low = folded(name.split(",")[0])
    return any(p.fullmatch(low) for _, p in names("languages"))


def is_common(name: str) -> bool:
    """Whether a capitalised word is a German noun of a place, not its name."""
    return COMMON.match(name) is not None or is_venue(name)


def may_be_place(name: str) -> bool:
    return not (
        cue("shoot").search(folded(name))
        or NOT_PLACE.match(name)
        or is_common(name)
        or is_when(name)
        or is_language(name)
        or re.search(r"\d", name)
    )


_FEMININE = re.compile(r"\b(?:der|einer|unserer|eurer|ihrer|die|das|dem|einem|unserem|den|unsere?n?)\s$")
_ABSTRACT = re.compile(
    r"\w*(?:ung|heit|keit|schaft|tion|tat|ernte|plan|haushalt|rahmen|fall|gang|lauf|zeit|zeitraum|jahr|auftrag|"
    r"mittel|"
    r"punkt|abschnitt|bereich|vertrag|termin|anhang|text|ton|bild|schnitt|verlauf|vorfeld|nachgang|interesse)"
)
_BUILT = re.compile(
    r"\w*(?:halle|haus|werk|hof|platz|park|schule|kirche|museum|bad|bahn|hafen|garten|gerten|zentrum|heim|saal|"
    r"theater|"
    r"stadion|wald|see|tal|berg|burg|schloss|fabrik|laden|kuche|stube|grat|joch|alm|alp|alpe|gletscher|horn|"
    r"spitze|insel|"
    r"ufer|bach|fluss|strasse|gasse|allee|weg|markt|arena|zoo|klinik|turm|tor|brucke|feld|wiese|au|heide|moor|"
    r"schweiz|"
    r"pfalz|mark|lausitz|eifel|rhon|steiermark|bibliothek|akademie|universitat|hochschule|station|hutte|muhle|"
    r"kaserne)"
)


def is_abstract(low: str) -> bool:
    """Whether a folded word is a German noun of doing or being in the plural: "Mitgliederversammlungen"."""
    return (
        len(low) > 10
        and re.fullmatch(r"\w+(?:ungen|heiten|keiten|schaften|tionen|erinnen|innen|heit|keit|schaft|itat)", low)
        is not None
    )


_WITH_ARTICLE = frozenset(
    "harz allgau taunus hunsruck engadin wallis tessin burgenland breisgau kraichgau emsland vogtland wendland "
    "saarland "
    "sauerland siegerland munsterland ammerland havelland rheinland ries spessart odenwald westerwald main "
    "rhein neckar "
    "ruhrgebiet erzgebirge fichtelgebirge elbsandsteingebirge berchtesgadener salzkammergut ausland inland "
    "tropenhaus".split()
)
"""Regions whose names German writes with an article; other names behind "im" and "am" end in what they are."""


def is_german_noun(preposition: str, name: str) -> bool:
    """Whether a German article makes one capitalised word a noun ("in der Heuernte") rather than a place's name."""
    low = folded(name)
    if " " in name or "-" in name or is_known(name):
        return False
    if re.match(r"(?:im|am|beim)\s", preposition):
        return _ABSTRACT.fullmatch(low) is not None or (low not in _WITH_ARTICLE and _BUILT.fullmatch(low) is None)
    return _FEMININE.search(preposition) is not None and _BUILT.fullmatch(low) is None

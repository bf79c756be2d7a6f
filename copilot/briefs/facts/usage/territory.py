"""Where the work may be shown: countries and regions that are listed, and parts of a country that no list has."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.named import named_in
from copilot.briefs.facts.usage.shown_for import showings_in
from copilot.briefs.facts.words import cue, folded, names

WORLDWIDE = "Worldwide"
_AT_MOST_APART = 14
_CAPITALISED = (
    r"[A-ZÀ-Þ][\w'’-]+(?: (?:(?:de|da|do|del|della|du|des|of|and|und|et|y|e|i|og|och|en|the|&) )?[A-ZÀ-Þ][\w'’-]+){0,3}"
)
_KIND = (
    r"(?:(?:Kanton|Canton|Land|State of|Province of|Région|Region|Provincia de|Comunidad de|Bundesland|County|"
    r"Landkreis|Provincie|Département|Regione|Estado de|Estado do)\s(?:de |du |of |d')?)?"
)
_INSIDE = (
    r"(?:in|im|in the|within|across|throughout|dans|dans le|dans la|en|au|aux|à|no|na|nos|nas|em|nel|nella|in tutta|i|"
    r"inom|innen|all over|around|på|for|für|für die)"
)
_ONLY = (
    r"(?:only|nur|seulement|uniquement|solo|sólo|solamente|alleen|enkel|bara|endast|kun|bare|apenas|somente|just|rein)"
)
_REGION = re.compile(rf"(?:{_ONLY} )?(?:{_INSIDE} )?(?P<name>{_KIND}{_CAPITALISED})(?: {_ONLY}\b[^,;.]*)?")
_AFTER_MEDIA = re.compile(
    rf"(?:\s?\b[\w-]+)?(?:\s*[,;(:/–-]\s*|\s)(?:{_ONLY} )?{_INSIDE} (?P<name>{_KIND}{_CAPITALISED})"
    rf"(?=\s*$|[\s]*[,;.)(]| n | {_ONLY}\b|\s(?:i|in|for|für|por|per|pour|voor|durante|während|until|bis)\s)"
)
_LIMITED = re.compile(
    rf"\b{folded(_ONLY)}\b|\b(?:\d\d?|one|two|three|six|ein|zwei|sechs|un|deux|dos|seis|sei|een|zes|ett|sex|et|seks)"
    r"\s-?(?:months?|years?|yrs?|mths|monate?n?|jahre?n?|mois|ans?|mes(?:es)?|anos?|mesi|anni|maand\w*|jaar|manad\w*|ar|"
    r"maned\w*|mnd)\b"
)
"""Beside the media a word for "only" or a term makes a line one about usage."""
_NAMED_REGION = re.compile(r"\b(?:Kanton|Canton|State of|Province of|Région|Provincia de|Bundesland) [A-ZÀ-Þ][\w'’-]+")
_NO_REGION = re.compile(
    r"\d|\b(?:reels?|stor(?:y|ies)|posts?|mediathek|paid|organic|buyout|unlimited|unbegrenzt|website|app|stores?|"
    r"months?|years?|intranet|newsletter|shop|jan\w*|feb\w*|mar|mars|march|marzo|marts|maart|marz|apr\w*|avr\w*|abr\w*|"
    r"may|mai|mei|maj|mayo|maio|maggio|jun\w*|juin|giugno|jul\w*|juil\w*|luglio|aug\w*|aout|ago\w*|sep\w*|set\w*|oct\w*|"
    r"okt\w*|ott\w*|out\w*|nov\w*|dec\w*|dez\w*|dic\w*|januar\w*|gen\w*|ene\w*|q[1-4]|spring|summer|autumn|winter|"
    r"fruhjahr|sommer|herbst|christmas|weihnachten|noel|advent|ostern|easter)\b"
)
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|"
    r"W[AIVY])\b"
)
_STATES = re.compile(rf"\b{_STATE}(?:(?:, and |, | and | & |/){_STATE})+")


def territory_of(unit: Unit, *, joined: bool = False) -> tuple[str, Span] | None:
    """The market that a unit about usage names; parts of a country only where they follow the media.

    `joined`: the unit speaks of usage only, so what stands in one list with a market is one too.
    """
    if states := _STATES.search(unit.text):
        return states[0], (unit.start + states.start(), unit.start + states.end())
    found = [
        (name, a, b)
        for name, a, b in named_in(unit, "territories")
        if not _is_word(unit, name, a, b) and not is_where_it_is_shot(unit, a)
    ]
    if not found:
        return _region(unit)
    together = [found[0]]
    for item in found[1:]:
        if len(unit.low[together[-1][2] - unit.start : item[1] - unit.start]) <= _AT_MOST_APART:
            together.append(item)
    together = [_qualified(unit, *item) for item in together]
    if joined and together[0][0] != WORLDWIDE:
        together = _with_strangers(unit, together)
    order = list(dict.fromkeys(n for n, _, _ in together))
    listed = " and ".join([", ".join(order[:-1]), order[-1]]) if len(order) > 1 else order[0]
    return listed, (together[0][1], together[-1][2])


_PART_OF = re.compile(
    r"[\s-](?:(?:fran|alleman|ger|neerlando|anglo)\w*phone|francofon[ao]|germanofon[ao]|romande|alemanique|francaise|"
    r"flamande|wallonne|profonde|metropolitaine|continental\w*|peninsular|insular|septentrionale?|meridionale?|"
    r"occidentale?|orientale?|del (?:nord|norte|sud|sur)|do (?:norte|sul)|du (?:nord|sud)|centrale?)\b"
)


def _qualified(unit: Unit, name: str, start: int, end: int) -> tuple[str, int, int]:
    """A country's part by the adjective behind it, in the brief's words: "Belgique francophone"."""
    part = _PART_OF.match(unit.low, end - unit.start)
    if part is None:
        return name, start, end
    return unit.text[start - unit.start : part.end()], start, unit.start + part.end()


_AND = r"\s?(?:,|/|&|\+|\b(?:and|und|et|y|e|en|och|og|as well as|sowie|ainsi que|samt|plus)\b)\s?"
_THE = r"(?:the|la|le|les|el|los|las|il|die|der|das|de|het|l'|[dn]as?|[dn]os?)"
_STRANGER = (
    r"(?P<name>(?:(?:Republic|State|Isle|Isles|Province|Principality) of )?[^\W\d_][^\W\d_'’-]{3,}(?: [A-ZÀ-Þ]\w{3,})?)"
)
_JOINED_AFTER = re.compile(
    rf"{_AND}(?:{_THE}\s)?{_STRANGER}(?=\s*(?:$|[,;.()/+&]|and\b|und\b|et\b|och\b|og\b|y\b|en\b))"
)
_JOINED_BEFORE = re.compile(rf"(?:^|[,;:(.]\s?)(?:{_THE}\s)?{_STRANGER}{_AND}$")


def _with_strangers(unit: Unit, known: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The markets with those that no list has and that a list joins to them: "Sverige och Åland", "suisse + golfe"."""
    out = list(known)
    plain = unit.text.islower()
    after = _JOINED_AFTER.match(unit.text, known[-1][2] - unit.start)
    if after and (plain or after["name"][0].isupper()) and _may_be_region(after["name"]):
        out.append((after["name"], unit.start + after.start("name"), unit.start + after.end("name")))
    at = max(0, known[0][1] - unit.start - 60)
    before = _JOINED_BEFORE.search(unit.text[at : known[0][1] - unit.start])
    if before and before["name"][0].isupper() and _may_be_region(before["name"]):
        out.insert(0, (before["name"], unit.start + at + before.start("name"), unit.start + at + before.end("name")))
    return out


_SET = re.compile(
    r"\b(?:dron(?:e|es|i|s)?|drohne\w*|dronare\w*|droneoptag\w*|aerials?|luftbild\w*|locations?|drehort\w*)\b"
)
"""Words beside "film" and "shoot" that lead to where the work is shot: "drone in Tromsø"."""


def is_where_it_is_shot(unit: Unit, at: int) -> bool:
    """Whether a place at a position of the view is where the camera stands: words for the shoot lead to it last."""
    low = unit.low[: at - unit.start]
    shot = max((m.end() for pattern in (cue("shoot"), _SET) for m in pattern.finditer(low)), default=0)
    return shot > shown_until(low)


def shown_until(low: str) -> int:
    """Where the last words about usage or a medium end in folded text; 0 where there are none."""
    return max((*(m.end() for m in cue("usage").finditer(low)), *(b for _, b, _ in showings_in(low))), default=0)


def _region(unit: Unit) -> tuple[str, Span] | None:
    """A part of a country that no list has: "TV, cinema, Yorkshire, 6 months", "local TV, in Ontario"."""
    if unit.subject == "usage" and (named := _NAMED_REGION.search(unit.text)):
        return named[0], (unit.start + named.start(), unit.start + named.end())
    media = showings_in(unit.low)
    if not media or not (unit.subject == "usage" or _LIMITED.search(unit.low)):
        return None
    for part in re.finditer(r"[^,;.()]+", unit.text):
        said = part[0].strip()
        alone = _REGION.fullmatch(said)
        if alone and part.start() > media[0][1] and _may_be_region(alone["name"]):
            at = part.start() + part[0].index(said) + alone.start("name")
            return alone["name"], (unit.start + at, unit.start + at + len(alone["name"]))
    for _, end, _ in media:
        follows = _AFTER_MEDIA.match(unit.text, end)
        if follows and _may_be_region(follows["name"]):
            return follows["name"], (unit.start + follows.start("name"), unit.start + follows.end("name"))
    return None


def _may_be_region(name: str) -> bool:
    low = folded(name)
    return not _NO_REGION.search(low) and not showings_in(low) and not any(p.search(low) for _, p in names("languages"))


def _is_word(unit: Unit, name: str, start: int, end: int) -> bool:
    """ "us" the pronoun and "island" the landform are no countries; "(Ltg. UK)" is a department."""
    said = unit.text[start - unit.start : end - unit.start]
    if said.lower() == "uk" and re.search(r"(?:Ltg|Leitung|Abt|Abteilung)\.? $", unit.text[: start - unit.start]):
        return True
    return (said.lower() in ("us", "eu", "uk", "ue", "nz", "gb", "nl") and not said.isupper()) or (
        name in ("Iceland", "Chile") and said[0].islower()
    )

"""Where and how long the client may use the work, and in which languages it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.usage_for import destinations, names_piece, pieces_named_by, showings_in
from copilot.briefs.facts.usage_lines import is_usage_line, names_media_only
from copilot.briefs.facts.view import Span
from copilot.briefs.facts.words import cue, folded, names
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.numbers import find_numbers
from store.proposals.facts import Usage

_TERM_UNIT = re.compile(
    r"\s*-?(?:\(\s?\d+\s?\)\s*)?(?:(months?|mths?|mos?\b|monat\w*|mois|mes(?:es)?|maand\w*|manad\w*|maned\w*|mesi|"
    r"meses)|(years?|yrs?|jahr\w*|ans?\b|annees?|anos?|jaar|jaren|ar\b|aar\b|anni|anno)|"
    r"(weeks?|wochen?|semaines?|semanas?|weken|week|vecka|veckor|uger?|uker?|settimane))"
)
_ONE_YEAR = re.compile(
    r"\b(?:one year|a year|ein jahr|un an|un ano|een jaar|ett ar|et ar|un anno|um ano|ein(?:em|es) jahr)\b"
)
_HALF_YEAR = re.compile(
    r"\b(?:half a year|six months|halbes jahr|halben jahr\w*|six mois|seis meses|half jaar|halvar|halvt ar|sei mesi)\b"
)
_NOT_TERM = re.compile(r"\b(?:old|ago|experience|warranty|founded|anniversary|delivery in|alt|jahrig\w*)\b")
_LANGUAGE_NEEDS = re.compile(
    r"\b(?:subtitl\w*|subs|untertitel\w*|sous-titr\w*|subtitul\w*|ondertit\w*|undertext\w*|undertekst\w*|tekst\w*|"
    r"textad\w*|textning|sottotitol\w*|legend\w*|voice-?\s?over\w*|vo\b|voix|locuc\w*|voz en off|"
    r"sprecher\w*|speak\w*|spoken|languages?|sprache\w*|langues?|idiomas?|talen|taal|sprak\w*|sprog\w*|lingu\w*|"
    r"versions?\b|version\w*|versie\w*|versjon\w*|fassung\w*|dub\w*|synchron\w*|captions?|captioned|narrat\w*|"
    r"ingesproken|fortellerstemme|berattarrost|dialogue|localis\w*|localiz\w*|off-text|supers|indtal\w*|vf\b|"
    r"bilingu\w*|zweisprachig\w*|dreisprachig\w*|tweetalig\w*|tvasprakig\w*|tosproget|tosprog\w*|tosprak\w*|omu|"
    r"text(?:as|at|ade|ning)|tekstes|tekstet|oversat\w*|oversatt\w*|traduc\w*|tradui\w*|tradott\w*|traduzid\w*|"
    r"ubersetz\w*|"
    r"vertaald\w*|translat\w*|multilingu\w*|mehrsprachig\w*|meertalig\w*|voiced|sous-titr\w*|doubl\w*|doblad\w*|"
    r"doppiat\w*|"
    r"inspraak|inlast|speakertekst|indtalt|"
    r"audio|film is in|films? in|course is in|held in|is in\b|gesproken|parle|hablad\w*)"
)
_NOT_LANGUAGE = re.compile(
    r"^\s*-?(?:market|client|team|office|brand|company|countryside|speaking market|coast|design\w*|wine\w*|food|"
    r"customers?|companies|railway|people|kunden|kunde|marke|markt|unternehmen|firma|sommer|roots|style|"
    r"engineering|retailer|klanten|kunder|market)"
)
_NO_LANGUAGE = re.compile(
    r"\b(?:brief|email|mail|apolog\w*|excuse|sorry for my|my english|mein englisch|anglais approximatif|angebot|"
    r"proposal|offer|offerte|devis|bids?|submitted|communicat\w*|correspond\w*)\b"
)
_WEAK_TERRITORY = re.compile(
    r"\b(?:usage|territor\w*|rights|rechte|nutzung\w*|droits|derechos|uso|usos|rechten|gebruik|rattighet\w*|"
    r"rettighed\w*|rettighet\w*|bruk\w*|brug\w*|visas|vises|licen\w*|lizenz\w*|buyout|buy-out|markets?|diffus\w*|"
    r"difusion|emision|run|air|broadcast|territoire|inzet|anvand\w*|anvend\w*|online|tv|cinema|social|utilizzo|"
    r"diritti|direitos)\b"
)

_SHOWN = re.compile(
    r"\b(?:(?:wir|we|we'll|vi|nous|wij|on) (?:zeigen|show|visar|viser|(?:le|la|les) (?:montr|diffus)\w*|tonen|"
    r"laten) (?:ihn|sie|es|it|"
    r"them|den|dem|det|hem|ze)?|internal use|use only|nur intern\w*|lo mostraremos|la mostreremo)\b"
)
_ELSEWHERE = frozenset("budget contact client title objective shoot locations pitch aside agency".split())


def read_usage(zones: Zones, language: str) -> Read[Usage | None]:
    """Media, territory and term with their quotes: from what speaks of usage, else from lines that only list it."""
    found = _Found()
    for unit in zones.units:
        if _speaks_of_usage(unit):
            found.take(unit, language, listed=False)
    listed = [u for u in zones.units if u.topic is None and u.subject not in _ELSEWHERE and is_usage_line(u)]
    for unit in listed if found.nothing else ():
        found.take(unit, language, listed=True)
    if found.territory is None:
        found.territory = next((said for said in map(_territory, listed) if said), None)
    if not found.is_listed:
        for name, span in _made_for(zones):
            found.media.setdefault(name, span)
    for unit in zones.units if not found.media else ():
        if unit.subject not in _ELSEWHERE:
            found.media.update((name, span) for name, span in pieces_named_by(unit) if name not in found.media)
    media = {"all media": found.media["all media"]} if "all media" in found.media else found.media
    quotes = [*media.values(), *(stated[1] for stated in (found.territory, found.months) if stated)]
    perpetual = _perpetual(zones)
    if perpetual and not found.months:
        quotes.append(perpetual)
    if not quotes:
        return Read(None)
    usage = Usage(
        media=tuple(media),
        territory=found.territory[0] if found.territory else None,
        months=found.months[0] if found.months else None,
    )
    return Read(usage, tuple(zones.wanted.quote(a, b) for a, b in sorted(quotes)))


@dataclass
class _Found:
    """What was read so far; the first territory and term stand."""

    media: dict[str, Span] = field(default_factory=dict)
    territory: tuple[str, Span] | None = None
    months: tuple[int, Span] | None = None
    is_listed: bool = False  # under a label or heading of its own: that list is the whole of it

    @property
    def nothing(self) -> bool:
        return not self.media and self.territory is None and self.months is None

    def take(self, unit: Unit, language: str, *, listed: bool) -> None:
        about = listed or unit.subject in ("usage", "territory", "term")
        for name, a, b in _media_in(unit, after=0 if about else _from_cue(unit)):
            self.media.setdefault(name, (a, b))
            self.is_listed = self.is_listed or (about and unit.asked != "usage")
        if self.territory is None and unit.subject != "languages" and (about or _WEAK_TERRITORY.search(unit.low)):
            self.territory = _territory(unit)
        if self.months is None and unit.subject != "territory":
            self.months = _term(unit, language, about and not listed)


def _speaks_of_usage(unit: Unit) -> bool:
    if unit.subject in ("usage", "territory", "term"):
        return True
    if unit.topic == "deliverables" and unit.label and names_media_only(unit):
        return True
    if unit.topic is None and unit.kind == "field" and cue("usage").match(unit.low):
        return True  # a sentence after another field's value: "Budget: 9k. Usage on TV and online."
    if unit.subject in _ELSEWHERE or unit.topic in ("deliverables", "ratios", "languages", "delivery"):
        return False
    return cue("usage").search(unit.low) is not None or _SHOWN.search(unit.low) is not None


def _perpetual(zones: Zones) -> Span | None:
    for unit in zones.units:
        m = cue("perpetual").search(unit.low)
        if m and (unit.subject in ("usage", "term", "territory") or cue("usage").search(unit.low)):
            return unit.start + m.start(), unit.start + m.end()
    return None


def _from_cue(unit: Unit) -> int:
    m = cue("usage").search(unit.low)
    return max(0, m.start() - 40) if m else 0


def _made_for(zones: Zones) -> Iterator[tuple[str, Span]]:
    """The media that pieces are made for, where nothing lists the usage itself."""
    before: Unit | None = None
    for unit in zones.units:
        follows = before is not None and before.paragraph == unit.paragraph and names_piece(before)
        if unit.subject not in _ELSEWHERE and unit.kind != "heading":
            for name, (a, b) in destinations(unit, follows_piece=follows):
                if not _negated(unit.low, a - unit.start):
                    yield name, (a, b)
        before = unit


def _media_in(unit: Unit, after: int = 0) -> Iterator[tuple[str, int, int]]:
    for start, end, name in showings_in(unit.low, after):
        if not _negated(unit.low, start):
            yield name, unit.start + start, unit.start + end


def _named_in(unit: Unit, kind: str, after: int = 0) -> Iterator[tuple[str, int, int]]:
    """Names of a kind in a unit, the longest reading of each place, in order of place."""
    hits = [(m.start(), m.end(), name) for name, pattern in names(kind) for m in pattern.finditer(unit.low, after)]
    hits.sort(key=lambda h: (h[0], -h[1]))
    at = -1
    for start, end, name in hits:
        if start >= at and not _negated(unit.low, start):
            yield name, unit.start + start, unit.start + end
            at = end


def _negated(low: str, start: int) -> bool:
    return (
        re.search(
            r"\b(?:no|not|without|excluding|except|kein\w*|ohne|nicht|pas de|sans|hors|sin|geen|zonder|niet|inte|"
            r"ingen|ikke|uden|uten|ej|non|senza|nao|sem)\s+(?:\w+\s+)?$",
            low[:start][-24:],
        )
        is not None
    )


def _territory(unit: Unit) -> tuple[str, Span] | None:
    found = [(name, a, b) for name, a, b in _named_in(unit, "territories") if not _is_word(unit, name, a, b)]
    if not found:
        return _region(unit) if unit.subject == "usage" else None
    together = [found[0]]
    for item in found[1:]:
        if len(unit.low[together[-1][2] - unit.start : item[1] - unit.start]) <= 14:
            together.append(item)
    order = list(dict.fromkeys(n for n, _, _ in together))
    return " and ".join([", ".join(order[:-1]), order[-1]]) if len(order) > 1 else order[0], (
        together[0][1],
        together[-1][2],
    )


_REGION = re.compile(
    r"(?:\b(?:im|in|in the|dans le|dans la|en|no|na|nel|nella|i) )?((?:(?:Kanton|Canton|Land|State of|Province of|"
    r"Région|Region|Provincia de|"
    r"Comunidad de|Bundesland) (?:de |du |of )?)?[A-ZÀ-Þ][\w'’-]+(?: (?:de |da |do |of |and |und |et |y |"
    r"e )?[A-ZÀ-Þ][\w'’-]+){0,2})"
)
_NAMED_REGION = re.compile(r"\b(?:Kanton|Canton|State of|Province of|Région|Provincia de|Bundesland) [A-ZÀ-Þ][\w'’-]+")


def _region(unit: Unit) -> tuple[str, Span] | None:
    """A part of a country that no list has, alone between the media and the term: "TV, cinema, Yorkshire, 6 months"."""
    if named := _NAMED_REGION.search(unit.text):
        return named[0], (unit.start + named.start(), unit.start + named.end())
    parts = list(re.finditer(r"[^,;.]+", unit.text))
    for n, part in enumerate(parts):
        said = part[0].strip()
        if n == 0 or not _REGION.fullmatch(said) or any(p.search(folded(said)) for _, p in names("media")):
            continue
        others = "".join(p[0] for p in parts[:n])
        if any(p.search(folded(others)) for _, p in names("media")) and not _NO_REGION.search(folded(said)):
            name = _REGION.fullmatch(said)
            at = unit.start + part.start() + part[0].index(said) + (name.start(1) if name else 0)
            return said[name.start(1) :] if name else said, (
                at,
                unit.start + part.start() + part[0].index(said) + len(said),
            )
    return None


_NO_REGION = re.compile(
    r"\d|\b(?:reels?|stor(?:y|ies)|posts?|mediathek|paid|organic|buyout|unlimited|unbegrenzt|website|app|stores?|"
    r"months?|years?|intranet|"
    r"newsletter|shop|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|okt\w*|nov\w*|dec\w*|dez\w*)\b"
)


def _is_word(unit: Unit, name: str, start: int, end: int) -> bool:
    """ "us" the pronoun and "island" the landform are no countries."""
    said = unit.text[start - unit.start : end - unit.start]
    return (said.lower() in ("us", "eu", "uk", "ue", "nz", "gb") and not said.isupper()) or (
        name in ("Iceland", "Chile") and said[0].islower()
    )


def _term(unit: Unit, language: str, about: bool) -> tuple[int, Span] | None:
    for number in find_numbers(unit.text, language):
        m = _TERM_UNIT.match(unit.low, number.end)
        if m is None or _NOT_TERM.match(unit.low[m.end() :].strip()[:14]):
            continue
        if not about and re.search(r"\b(?:in|within|ago|vor|il y a|hace)\s*$", unit.low[: number.start]):
            continue
        value = number.value * (12 if m[2] else 1)
        if m[3] and not about:
            continue
        if m[3]:
            value = (number.value / 4).to_integral_value() if number.value >= 4 else number.value / 4
        if value >= 1 and value == int(value):
            return int(value), (unit.start + number.start, unit.start + m.end())
    for months, pattern in ((6, _HALF_YEAR), (12, _ONE_YEAR)):
        said = pattern.search(unit.low)
        if said:
            return months, (unit.start + said.start(), unit.start + said.end())
    return None


def read_languages(zones: Zones) -> Read[tuple[str, ...]]:
    """Languages of voice-over, subtitles and versions, in the order named."""
    found: dict[str, Span] = {}
    for unit in zones.units:
        if unit.topic in ("contact", "client", "pitch", "aside", "territory") or (unit.topic == "usage" and unit.label):
            continue
        stated = unit.topic == "languages" or unit.section == "languages" or unit.asked == "languages"
        spoken = (_LANGUAGE_NEEDS.search(unit.low) or _two_languages().search(unit.low)) and not _NO_LANGUAGE.search(
            unit.low
        )
        if not (stated or spoken or (unit.kind == "cell" and len(unit.text) < 40)):
            continue
        for name, a, b in _named_in(unit, "languages"):
            if not _NOT_LANGUAGE.match(unit.low[b - unit.start :]):
                found.setdefault(name, (a, b))
        if stated and unit.topic == "languages":
            for code, a, b in _codes(unit):
                found.setdefault(code, (a, b))
    return Read(tuple(found), tuple(zones.wanted.quote(a, b) for a, b in found.values()))


@cache
def _two_languages() -> re.Pattern[str]:
    """ "un vídeo en español e inglés": two languages after a preposition are versions of the film."""
    one = "(?:" + "|".join(p.pattern for _, p in names("languages")) + ")"
    return re.compile(rf"\b(?:in|en|em|pa|auf|op|i)\s{one}\s?(?:/|&|\+|and|und|et|y|e|en|och|og)\s?{one}")


_CODES = {
    code: name
    for name, codes in {
        "English": "EN", "German": "DE", "French": "FR", "Spanish": "ES", "Italian": "IT", "Dutch": "NL",
        "Swedish": "SV SE", "Danish": "DA DK", "Norwegian": "NO", "Finnish": "FI", "Portuguese": "PT", "Polish": "PL",
        "Czech": "CS CZ", "Japanese": "JA JP", "Chinese": "ZH", "Arabic": "AR",
    }.items()
    for code in codes.split()
}  # fmt: skip


def _codes(unit: Unit) -> Iterator[tuple[str, int, int]]:
    for m in re.finditer(r"\b[A-Z]{2}\b", unit.text):
        if m[0] in _CODES:
            yield _CODES[m[0]], unit.start + m.start(), unit.start + m.end()

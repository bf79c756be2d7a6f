"""Where and how long the client may use the work, and in which languages it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.named import is_negated
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.usage.lines import is_usage_line, names_media_only
from copilot.briefs.facts.usage.shown_for import destinations, names_piece, pieces_named_by, showings_in
from copilot.briefs.facts.usage.territory import territory_of
from copilot.briefs.facts.usage.told import goes_on, tells_usage
from copilot.briefs.facts.usage.weighed_media import with_second_look
from copilot.briefs.facts.usage.weighed_territory import weighed_territory
from copilot.briefs.facts.words import cue
from copilot.briefs.grammar.numbers import find_numbers
from store.proposals.facts import Usage

_TERM_UNIT = re.compile(
    r"\s*-?(?:\(\s?\d+\s?\)\s*)?(?:(months?|mths?|mos?\b|mon\b\.?|monat\w*|mois|mes(?:es)?|maand\w*|manad\w*|maned\w*|mnd|mndr|mdr|mesi|"
    r"meses)|(years?|yrs?|jahr\w*|ans?\b|annees?|anos?|jaar|jaren|ar\b|aar\b|anni|anno)|"
    r"(weeks?|wochen?|semaines?|semanas?|weken|week|vecka|veckor|uger?|uker?|settimane)|"
    r"(quarters?|quartale?n?|trimestres?|trimestri|kwartal\w*|kvartal\w*)\b)"
)
_QUARTER = re.compile(
    r"\b(?:for|over|during|pendant|durant|durante|por|gedurende|voor|wahrend|fur|per|i|under|om)\s(?:one |an? |une? |"
    r"una |ein\w* |een |ett? |um |the |le |la |el |het )?(?:quarter|trimestre|quartal|kwartaal|kvartal)\b"
)
_ONE_YEAR = re.compile(
    r"\b(?:one year|a year|ein jahr|un an|un ano|ano(?= y medio)|een jaar|ett ar|et ar|un anno|um ano|"
    r"ein(?:em|es) jahr)\b"
)
_HALF_YEAR = re.compile(
    r"\b(?:half a year|six months|halbes jahr|halben jahr\w*|halbjahr|six mois|seis meses|half jaar|halfjaar|halvar|"
    r"halvt ar|halvt aar|sei mesi|(?:un|um) semestre|medio ano|meio ano|mezzo anno|une demi-annee)\b"
)
_AND_A_HALF = re.compile(
    r"\s(?:and a half|und ein halbes|et demie?|y medio|en een half|och ett halvt|og et halvt|e mezzo|e meio)\b"
)
_NOT_TERM = re.compile(r"\b(?:old|ago|experience|warranty|founded|anniversary|delivery in|alt|jahrig\w*)\b")
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
_LEADS_TO_MARKET = re.compile(
    r"[,;(:](?: |only |nur |alleen |solo |bara |kun )*$|^.{0,40}\b(?:in|im|the|across|throughout|within|dans|"
    r"en|au|aux|no|na|em|nel|nella|i|hele|hela|heel|for|fur)\s$"
)
_ELSEWHERE = frozenset("budget contact client title objective shoot locations pitch aside agency".split())


def read_usage(zones: Zones, language: str) -> Read[Usage | None]:
    """Media, territory and term with their quotes: from what speaks of usage, else from lines that only list it."""
    found = _found_by_rules(zones, language)
    media = with_second_look(zones, language, found.media)
    found.territory = weighed_territory(zones, found.territory)
    quotes = [*media.values(), *(stated[1] for stated in (found.territory, found.months) if stated)]
    perpetual = _perpetual(zones, quotes)
    if perpetual and not found.months:
        quotes.append(perpetual)
    if not quotes:
        return Read(None)
    usage = Usage(
        media=tuple(media),
        territory=found.territory[0] if found.territory else None,
        months=found.months[0] if found.months else None,
        perpetual=perpetual is not None and not found.months,
    )
    return Read(usage, tuple(zones.shown.quote(a, b) for a, b in sorted(quotes)))


def rules_media(zones: Zones, language: str) -> dict[str, Span]:
    """The media that the rules find, each where it is named first."""
    return _found_by_rules(zones, language).media


def rules_territory(zones: Zones, language: str) -> tuple[str, Span] | None:
    """The market by the rules alone, with its span."""
    return _found_by_rules(zones, language).territory


def _found_by_rules(zones: Zones, language: str) -> _Found:
    found = _Found()
    for unit in zones.units:
        if speaks_of_usage(unit):
            found.take(unit, language, listed=False)
    listed = [u for u in zones.units if u.topic is None and u.subject not in _ELSEWHERE and is_usage_line(u)]
    lines = {u.start for u in listed} if found.nothing else set()
    for unit in listed if found.nothing else ():
        found.take(unit, language, listed=True)
    before: Unit | None = None
    for unit in zones.units:
        is_one = unit.start in lines or speaks_of_usage(unit)
        if (not found.is_listed and tells_usage(unit)) or goes_on(unit, before):
            found.take(unit, language, listed=True, whole=True)
            is_one = True
        before = unit if is_one else None
    if found.territory is None:
        found.territory = next((said for said in map(territory_of, listed) if said), None)
    if not found.is_listed:
        for unit, name, span in _made_for(zones):
            found.media.setdefault(name, span)
            found.follow(unit, span[1], language)
    for unit in zones.units if not found.media else ():
        if unit.subject not in _ELSEWHERE:
            found.media.update((name, span) for name, span in pieces_named_by(unit) if name not in found.media)
    if "all media" in found.media:
        found.media = {"all media": found.media["all media"]}
    return found


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

    def take(self, unit: Unit, language: str, *, listed: bool, whole: bool = False) -> None:
        """Read a unit about usage; `listed`: no word for usage announces it, `whole`: it speaks of nothing else."""
        about = listed or unit.subject in ("usage", "territory", "term")
        here = [(name, (a, b)) for name, a, b in _media_in(unit, after=0 if about else _from_cue(unit))]
        for name, span in here:
            self.media.setdefault(name, span)
            self.is_listed = self.is_listed or (about and unit.asked != "usage")
        known = about or bool(here) or _WEAK_TERRITORY.search(unit.low)
        if self.territory is None and unit.subject != "languages" and known:
            self.territory = territory_of(unit, joined=about)
        if self.months is None and unit.subject != "territory":
            self.months = term_in(unit, language, about and (whole or not listed))

    def follow(self, unit: Unit, after: int, language: str) -> None:
        """Take the market and the term that stand behind a medium in its sentence."""
        if self.territory is None and (said := territory_of(unit)) and said[1][0] >= after:
            between = unit.low[after - unit.start : said[1][0] - unit.start]
            self.territory = said if _LEADS_TO_MARKET.search(between) else None
        if self.months is None and (term := term_in(unit, language, about=False)) and term[1][0] >= after:
            self.months = term


def speaks_of_usage(unit: Unit) -> bool:
    """Whether a label, a heading or a word makes a unit one about usage."""
    if unit.subject in ("usage", "territory", "term"):
        return True
    if unit.topic == "deliverables" and unit.label and names_media_only(unit):
        return True
    if unit.topic is None and unit.kind == "field" and cue("usage").match(unit.low):
        return True  # a sentence after another field's value: "Budget: 9k. Usage on TV and online."
    if unit.subject in _ELSEWHERE or unit.topic in ("deliverables", "ratios", "languages", "delivery"):
        return False
    return cue("usage").search(unit.low) is not None or _SHOWN.search(unit.low) is not None


def _perpetual(zones: Zones, told: Sequence[Span]) -> Span | None:
    """Where the use is said to be without limit: in words about usage, or beside what is `told` of it."""
    for unit in zones.units:
        m = cue("perpetual").search(unit.low)
        beside = any(unit.start <= start < unit.end for start, _ in told)
        if m and (beside or unit.subject in ("usage", "term", "territory") or cue("usage").search(unit.low)):
            return unit.start + m.start(), unit.start + m.end()
    return None


def _from_cue(unit: Unit) -> int:
    m = cue("usage").search(unit.low)
    return max(0, m.start() - 40) if m else 0


def _made_for(zones: Zones) -> Iterator[tuple[Unit, str, Span]]:
    """The media that pieces are made for, where nothing lists the usage itself."""
    before: Unit | None = None
    for unit in zones.units:
        follows = before is not None and before.paragraph == unit.paragraph and names_piece(before)
        elsewhere = unit.subject in _ELSEWHERE and not (unit.topic is None and names_piece(unit))
        if not elsewhere and unit.kind != "heading":
            for name, (a, b) in destinations(unit, follows_piece=follows):
                if not is_negated(unit.low, a - unit.start):
                    yield unit, name, (a, b)
        before = unit


def _media_in(unit: Unit, after: int = 0) -> Iterator[tuple[str, int, int]]:
    for start, end, name in showings_in(unit.low, after):
        if not is_negated(unit.low, start):
            yield name, unit.start + start, unit.start + end


def term_in(unit: Unit, language: str, about: bool) -> tuple[int, Span] | None:
    """How many months a unit gives the rights, with their words; `about`: it speaks of nothing else."""
    for number in find_numbers(unit.text, language):
        m = _TERM_UNIT.match(unit.low, number.end)
        if m is None or _NOT_TERM.match(unit.low[m.end() :].strip()[:14]):
            continue
        if not about and re.search(r"\b(?:in|within|ago|vor|il y a|hace)\s*$", unit.low[: number.start]):
            continue
        value = number.value * (12 if m[2] else 3 if m[4] else 1)
        if m[3] and not about:
            continue
        if m[3]:
            value = (number.value / 4).to_integral_value() if number.value >= 4 else number.value / 4
        end = m.end()
        if m[2] and (half := _AND_A_HALF.match(unit.low, end)):
            value, end = value + 6, half.end()
        if value >= 1 and value == int(value):
            return int(value), (unit.start + number.start, unit.start + end)
    for months, pattern in ((6, _HALF_YEAR), (12, _ONE_YEAR), (3, _QUARTER)):
        said = pattern.search(unit.low)
        if said and months == 12 and (half := _AND_A_HALF.match(unit.low, said.end())):
            return 18, (unit.start + said.start(), unit.start + half.end())
        if said:
            return months, (unit.start + said.start(), unit.start + said.end())
    return None

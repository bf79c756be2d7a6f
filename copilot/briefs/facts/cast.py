"""Who is on camera, as a brief tells it: featured people, extras and families by number, and a client's own people.

Only plain wordings count: a number beside a word for people who are cast, and one lead before its extras. People who
are no players by trade (runners, dancers) count where the brief says that they are cast or brought or numbers extras
beside them, and "our nurses" where a camera is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.extras import ELSEWHERE, REFUSED
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import forms, kind_patterns, pattern_of
from copilot.briefs.grammar.number_words import speller
from copilot.briefs.grammar.numbers import find_numbers, parse_decimal
from store.proposals.facts import CastGroup, Quote

_BETWEEN = (
    r"(?:(?!(?:of|for|the|an?|and|or|in|at|with|by|from|to|as|per|plus|new|days?|films?|und|oder|mit|von|fur|der|die|"
    r"das|"
    r"neue\w*|tage?n?|et|ou|de|du|des|avec|pour|par|nouve\w*|jours?|y|o|con|por|para|nuev\w*|dias?|e|com|di|da|per|"
    r"nuov\w*|giorn\w*|nov[oa]s?|och|eller|med|av|af|till|til|en|og|nieuwe|dagen|dag|dagar|dage|nya|"
    r"nye)\b)[^\W\d][\w'-]*\s+)"
)
_NO_CAST = re.compile(
    r"(?:\bvoice|\bvo\b|voiced|narrat|sprech|sprecher|\bvoix|\bvoz|\bvoce\b|speak|\boff\b|\bstem|berattar|forteller|"
    r"locu)"
    r"[^.;:,]{0,40}$"
)
_CAMERA = re.compile(
    r"\b(?:on[- ]camera|on[- ]screen|in front of (?:the|a) camera|appear\w*|starr?ing|featur\w+|cast\b|protagonist\w*|"
    r"vor der kamera|mitwirk\w*|auftreten|auftritt|gecastet|devant la camera|a l'ecran|ante la camara|"
    r"delante de la camara|en pantalla|davanti alla (?:telecamera|macchina da presa|camera)|in video|"
    r"(?:em frente|diante) (?:a|da) camara|voor de camera|in beeld|framfor kameran|foran kamera\w*|i bild)"
)
_WE_BRING = re.compile(
    r"\b(?:we(?:'ll| will| can)? (?:bring|provide|supply)|wir (?:stellen|bringen)|nous (?:fournissons|amenons)|"
    r"aportamos|"
    r"ponemos|traemos|forniamo|portiamo|fornecemos|trazemos|wij? (?:leveren|brengen)|vi (?:tar med|star for|stiller|"
    r"leverer|leverar|medbringer|bringer|ordnar))\b[^.;,(]{0,20}$"
)
_BROUGHT = re.compile(
    r"^(?:(?!\b(?:and|und|et|y|e|en|och|og)\b)[^.;]){0,60}?(?:\bwe(?:'ll| will| can)? (?:bring|provide|supply|"
    r"cast)(?: (?:them|him|her|these|those|both|all)\b|\))|"
    r"\b(?:provided|supplied|brought) by us\b|\bfrom our (?:own )?(?:team|staff|side)\b|"
    r"\bdie wir (?:\w+ )?(?:\w*bringen|"
    r"stellen)|\b(?:bringen|stellen) wir\b|\bque nous (?:fournissons|amenons)|\bfourni\w* par nous|"
    r"\bque (?:aportamos|ponemos|traemos)|\b(?:los|las) (?:aportamos|ponemos|traemos)|\b(?:portiamo|forniamo) noi|"
    r"\bque (?:trazemos|fornecemos)|\bdie wij? (?:meebrengen|leveren|regelen)|\bbrengen wij? mee|\bsom vi (?:tar med|"
    r"ordnar|star for|stiller|medbringer|tager med)|\bvi ta(?:r|ger) (?:dem )?med\b)"
)
_OUR = (
    r"\b(?:our(?: own)?|unser\w{0,2}|nos|notre|nuestr[oa]s?|i nostri|le nostre|il nostro|nostr[oiae]|noss[oa]s?|onze|"
    r"vara|vare|vores)"
)
_OF = r"(?:\s+(?:of|from|strong)|\s+(?:mit|von|aus|zu)|\s+de|\s+di|\s+van|\s+pa|\s+med)"


def read_cast(zones: Zones, language: str) -> Read[tuple[CastGroup, ...]]:
    """Return the people on camera, each sort once, with the words that name them."""
    groups: dict[str, tuple[CastGroup, Quote]] = {}
    for unit in zones.units:
        if unit.aside or unit.topic in ELSEWHERE:
            continue
        for group, (start, end) in (*_people(unit, language), *_own_people(unit, language)):
            quote = zones.wanted.quote(unit.start + start, unit.start + end)
            groups.setdefault(group.name.casefold(), (group, quote))
    return Read(tuple(group for group, _ in groups.values()), tuple(quote for _, quote in groups.values()))


def _people(unit: Unit, language: str) -> Iterator[tuple[CastGroup, Span]]:
    """Everybody who is numbered, and a lead without a number whose extras follow: "lead actress + 4 extras"."""
    counts = _counts(unit, language)
    extras = [start for _, start, end in counts if _sorts()["background"].match(unit.low, end)]
    numbered = list(_numbered(unit, language, counts, beside_extras=bool(extras)))
    for start in extras:
        said = _lead_before().search(unit.low[:start])
        if said and not any(a < said.end(1) and said.start(1) < b for _, (a, b) in numbered):
            yield CastGroup(name=unit.text[slice(*said.span(1))], heads=1), said.span(1)
    yield from numbered


def _numbered(
    unit: Unit, language: str, counts: list[tuple[int, int, int]], *, beside_extras: bool
) -> Iterator[tuple[CastGroup, Span]]:
    low, free = unit.low, 0
    for heads, start, end in counts:
        if start < free or _NO_CAST.search(low[:start]):
            continue
        found = _family(unit, language, heads, start, end) or _players(unit, heads, start, end, beside_extras)
        if found is not None:
            group, (first, last) = found
            # What is told in brackets behind them are the same people again: "(two adults, two children)".
            aside = re.match(r"\s*\([^)]*\)", low[last:])
            free = last + (aside.end() if aside else 0)
            yield group, (first, last)


def _counts(unit: Unit, language: str) -> list[tuple[int, int, int]]:
    """The whole numbers and articles of a unit, in order: value, start, end."""
    numbers = [
        (int(n.value), n.start, n.end)
        for n in find_numbers(unit.text, language)
        if n.value == int(n.value) and n.value > 0
    ]
    articles = [
        (1, a.start(), a.end())
        for a in speller(language).article.finditer(unit.low)
        if not any(s < a.end() and a.start() < e for _, s, e in numbers) and not REFUSED.search(unit.low[: a.start()])
    ]
    headed = [
        (int(value), m.start(), m.end())
        for m in re.finditer(r"\b\w+?(?=-?kopfig)", unit.low)
        if (value := parse_decimal(unit.text[m.start() : m.end()], language)) is not None and value >= 1
    ]
    return sorted((*numbers, *articles, *headed), key=lambda found: found[1])


def _players(unit: Unit, heads: int, start: int, end: int, beside_extras: bool) -> tuple[CastGroup, Span] | None:
    low = unit.low
    for sort, pattern in _sorts().items():
        said = pattern.match(low, end)
        if said is None or any(kind.match(low, said.end() + 1) for _, kind in kind_patterns()):
            continue
        brought = _WE_BRING.search(low[:start]) is not None or _BROUGHT.match(low[said.end() :]) is not None
        if sort == "people" and not (brought or beside_extras or _CAMERA.search(low)):
            continue
        name = unit.text[said.start(1) : said.end()]
        group = CastGroup(name=name, heads=heads, background=sort == "background", supplied=brought)
        return group, (start, said.end())
    return None


def _family(unit: Unit, language: str, heads: int, start: int, end: int) -> tuple[CastGroup, Span] | None:
    """Read "a family of four" and "eine vierköpfige Familie" at the number."""
    low = unit.low
    before = _family_of().search(low[:start])
    headed = re.compile(rf"\s*(?:-?kopfige\w*|hoved\w*|hodet)\s+({_word('family')})").match(low, end)
    if before is None and headed is None:
        return None
    span = (before.start(1), end) if before else (start, headed.end() if headed else end)
    brought = _BROUGHT.match(low[span[1] :]) is not None
    name = unit.text[before.start(1) : before.end(1)] if before else unit.text[slice(*headed.span(1))] if headed else ""
    return CastGroup(name=name, heads=heads, supplied=brought), span


def _own_people(unit: Unit, language: str) -> Iterator[tuple[CastGroup, Span]]:
    if not _CAMERA.search(unit.low):
        return
    for said in _ours().finditer(unit.low):
        if REFUSED.search(unit.low[: said.start()]):
            continue
        number = next(
            (
                n
                for n in find_numbers(unit.text, language)
                if re.fullmatch(r"\s+(?:\w+\s+)?", unit.low[n.end : said.start()])
            ),
            None,
        )
        heads = int(number.value) if number and number.value >= 1 and number.value == int(number.value) else None
        start = number.start if number else said.start()
        yield CastGroup(name=unit.text[said.start(1) : said.end()], heads=heads, supplied=True), (start, said.end())


def _word(sort: str) -> str:
    return pattern_of(forms("cast")[sort])


@cache
def _sorts() -> dict[str, re.Pattern[str]]:
    order = ("background", "featured", "people")
    return {sort: re.compile(rf"\s+({_BETWEEN}{{0,2}}?{_word(sort)})(?!\s+of\b)") for sort in order}


@cache
def _lead_before() -> re.Pattern[str]:
    leading = r"(?:\s+(?:principale?|protagonista|hauptrolle))?"
    joined = r"\s*(?:[+&,]|\b(?:plus|and|with|und|mit|et|avec|y|con|e|com|en|met|och|med|og)\b)\s*"
    return re.compile(rf"({_word('lead')}{leading}){joined}$")


@cache
def _family_of() -> re.Pattern[str]:
    return re.compile(rf"({_word('family')}){_OF}\s+$")


@cache
def _ours() -> re.Pattern[str]:
    return re.compile(rf"{_OUR}\s+({_BETWEEN}{{0,2}}?{_word('own')})")

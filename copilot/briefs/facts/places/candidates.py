"""Every name in a brief that may be a place of the shoot, whatever speaks for or against it.

Wide on purpose: a judge weighs the candidates (`weighed_places`), and what is no candidate can never be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import blanked
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.bases import weighed_homes
from copilot.briefs.facts.places.doubts import NO_PLACE, doubt_about
from copilot.briefs.facts.places.fit import NOT_PLACE, is_when
from copilot.briefs.facts.places.names import listed_places
from copilot.briefs.facts.places.places import mentions_in
from copilot.briefs.facts.places.shared import shared_towns
from copilot.briefs.facts.places.sites import Place, names_venue
from copilot.briefs.facts.places.spoken import place_in_lower_case
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.numbered_days import NUMBERED_DAY
from copilot.briefs.facts.words import cue, folded, label_topics, names
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.lexicon.stopwords import STOPWORDS
from copilot.briefs.grammar.numbers import find_numbers

_MOST = 80
"""How many names of a text are weighed."""
_MOST_MENTIONS = 4
"""How many mentions of one name are looked at."""
_MOST_WORDS, _MOST_SMALL = 5, 3
"""How many words a name with one capital may have, and one with none."""
_WORD = r"[A-ZÀ-ÞŁŚŻĀ-Ž](?:[\w'’\-]|\.(?=\w))*"
_HAIL = re.compile(r"[^\d,:]+[,!]?,|[^\d,:]+!")
_LONGEST_GREETING = 8
_ANY_DAY = date(2026, 1, 1)
_LINK = (
    r"(?:de la|de los|de las|van der|van de|de|du|des|la|le|el|del|van|der|den|am|an der|upon|sur|di|do|da|dos|aan|"
    r"aux|dei|degli|delle|della|dello|zum|zur|zu den|of|of the|op de|aan de|a\.|o')"
)
_ELIDED = r"(?:de l'|d'|dell'|all'|l')"
_NAME = re.compile(
    rf"{_WORD}(?:[ ](?:{_LINK}[ ](?={_WORD})|{_ELIDED}(?={_WORD}))?(?:{_WORD}|\d{{1,2}}(?![\w.:/]|,\d))){{0,5}}"
)
_VERBS = frozenset(
    "is are was were been will sind ist wird werden wurde est sont sera está son sarà sono são zijn".split()
)
"""What makes a sentence of a line: "Script is locked"."""
_MORE_GRAMMAR = frozenset(
    "in at on near from to i a à en te nel nella em no na im am bei auf aus vom beim zum zur nach ab bis dans "
    "chez vers presso da dal il lo gli på fra från till til vid ved hos hi hello dear what where when why how "
    "who wo wann was wie warum où quand quoi qui dónde donde cuándo dove quando cosa waar wanneer wat var när "
    "vad hvor når hva hvad onde ort can could would should may must please also then there here all both each "
    "my your their his her they he she können könnte möchten dürfen muss alle alles alla todos tous tutti "
    "everything one".split()
)
"""Words of grammar that begin a sentence or an item with a capital, beside the language's commonest."""


@dataclass(frozen=True)
class Mention:
    """Where a name stands: its span of the view, its unit, the rules' sources that give it there, and their doubt."""

    start: int
    end: int
    unit: Unit
    sources: tuple[str, ...]
    doubt: int


@dataclass(frozen=True)
class Candidate:
    """A name that may be a place of the shoot, with its first mentions."""

    name: str
    mentions: tuple[Mention, ...]


def candidates_in(zones: Zones, language: str, dated: Sequence[Dated]) -> list[Candidate]:
    """The candidates in the order of their first mentions, at most `_MOST`: those that rules give before all others."""
    given: dict[Place, list[str]] = {}
    for source, place in _given(zones, language, dated):
        given.setdefault(place, []).append(source)
    places = [*given, *(place for unit in zones.units for place in _written(unit, language))]
    told = {site for unit in zones.units for shared in shared_towns(unit) for site in shared.sites}
    greeting = _greeting(zones)
    grouped: dict[str, list[Place]] = {}
    for place in dict.fromkeys(places):
        if place[1] < greeting or not (place in told or _may_name(place[0], language)):
            continue
        key = folded(place[0])
        if key in grouped or len(grouped) < _MOST:
            grouped.setdefault(key, []).append(place)
    found = [
        Candidate(named[0][0], tuple(sorted(mentions, key=lambda m: m.start)))
        for named in grouped.values()
        if (mentions := list(_mentions_of(zones, language, named, given)))
    ]
    return sorted(found, key=lambda c: c.mentions[0].start)


def _mentions_of(zones: Zones, language: str, places: list[Place], given: dict[Place, list[str]]) -> Iterator[Mention]:
    """The first mentions of one name, those that rules give before all others; none where it cannot be a place."""
    for name, start, end in sorted(places, key=lambda p: (p not in given, p[1]))[:_MOST_MENTIONS]:
        unit, sources = zones.unit_at(start), tuple(given.get((name, start, end), ()))
        doubt = doubt_about(name, start, end, unit, language, is_labelled="LABEL" in sources)
        if unit is not None and doubt < NO_PLACE:
            yield Mention(start, end, unit, sources, doubt)


def _greeting(zones: Zones) -> int:
    """Where the words end that say who is written to: "Brothers and sisters at Northlight,", "Hi Nora, we need …"."""
    first = zones.units[0] if zones.units else None
    if first is None:
        return 0
    if _HAIL.fullmatch(first.text) and len(first.text.split()) <= _LONGEST_GREETING:
        return first.end
    hailed = _hailed().match(first.low)
    return first.start + hailed.end() if hailed else 0


@cache
def _hailed() -> re.Pattern[str]:
    """A greeting's words and one or two names up to the mark behind them."""
    greeting = dict(names("introductions"))["greeting"].pattern
    return re.compile(
        rf"(?:{greeting}|dear|liebe[rs]?|sehr geehrte[rs]?|cher(?:e|s)?|estimad[oa]s?|beste)(?: [\w'-]+){{1,3}} ?[,!]"
    )


def _may_name(name: str, language: str) -> bool:
    """Whether the words can name a place at all: no time, no number, and small words only for a house or a ground."""
    if (
        is_when(name)
        or any(part in label_topics() for part in folded(name).split(", "))
        or (any(c.isdigit() for c in name) and find_dates(name, language, _ANY_DAY))
        or any(f.end - f.start == len(name) for f in find_numbers(name, "en"))
        or any(word in _VERBS for word in name.split()[1:])
    ):
        return False
    if name.islower():
        return len(name.split()) <= _MOST_SMALL and names_venue(name)
    capitals = sum(word[:1].isupper() for word in name.split())
    return capitals > 1 or (capitals == 1 and len(name.split()) <= _MOST_WORDS)


def _given(zones: Zones, language: str, dated: Sequence[Dated]) -> Iterator[tuple[str, Place]]:
    """The names that rules take for places, with the rule's name."""
    for mention in mentions_in(zones, language, dated):
        yield mention.source, (mention.name, mention.start, mention.end)
    for weight, (name, start, end) in weighed_homes(zones):
        yield f"HOME{weight}", (name[:1].upper() + name[1:], start, end)
    for unit in zones.units:
        if unit.subject in ("locations", "shoot"):
            yield from (("listed", place) for place in listed_places(unit) if len(place[0]) > 2)


def _written(unit: Unit, language: str) -> Iterator[Place]:
    """The capitalised names of a unit, and the towns of one that is written without capitals."""
    days = [m.span() for m in NUMBERED_DAY.finditer(unit.low)]
    for m in _NAME.finditer(blanked(unit.text, days)):
        yield from _trimmed(unit, m.start(), m.end(), language)
    if sum(c.isupper() for c in unit.text) <= 2:
        for m in _towns().finditer(unit.low):
            yield unit.text[m.start() : m.end()].title(), unit.start + m.start(), unit.start + m.end()
        yield from place_in_lower_case(unit)


def _trimmed(unit: Unit, start: int, end: int, language: str) -> Iterator[Place]:
    """The name without words of grammar before it and times behind it."""
    words = [(m.start() + start, m.end() + start) for m in re.finditer(r"\S+", unit.text[start:end])]
    while words and _is_grammar(unit.low[slice(*words[0])]):
        words.pop(0)
    while words and (unit.text[words[-1][0]].islower() or _is_time(unit.text[slice(*words[-1])])):
        words.pop()
    if not words:
        return
    a, b = words[0][0], words[-1][1]
    name = unit.text[a:b].rstrip("'’.-")
    b = a + len(name)
    if len(name) < 3 or (len(words) == 1 and (_is_time(name) or not _stands_free(unit, a, b, language))):
        return
    yield name, unit.start + a, unit.start + b


def _is_grammar(low: str) -> bool:
    return low in _grammar() or cue("shoot").fullmatch(low) is not None or cue("delivery").fullmatch(low) is not None


def _is_time(word: str) -> bool:
    return NOT_PLACE.match(word) is not None or is_when(word)


def _stands_free(unit: Unit, start: int, end: int, language: str) -> bool:
    """Whether a single word may be a name: German capitalises every noun, and most stand behind an article."""
    if language != "de" or is_known(unit.text[start:end]) or "-" in unit.text[start:end]:
        return True
    return _FREE.search(unit.low[max(0, start - 14) : start]) is not None


_FREE = re.compile(
    r"(?:^|[(,;:/|–&+.-]|\b(?:in|nach|aus|bei|um|und|von|oder|ab|nahe|im|am|raum|ort|stadt|bis|sowie|vor|auf|zu))\s?$"
)


@cache
def _grammar() -> frozenset[str]:
    return frozenset(folded(word) for words in STOPWORDS.values() for word in words.split()) | {
        folded(word) for word in _MORE_GRAMMAR
    }


@cache
def _towns() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for _, pattern in names("towns")))

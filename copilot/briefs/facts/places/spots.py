"""Places without a name of their own, where one films: "in the village hall", "beim Zeughaus", "ved merdkanten".

A noun that a preposition of place and an article (or a definite ending) govern, with what joins a name to it: "the old
boathouse in Castletownbere". Looked for only in the same breath as the shoot; a judge weighs what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.fit import is_when
from copilot.briefs.facts.places.sites import NAME, Place, is_venue, names_venue
from copilot.briefs.facts.places.told import is_about_shoot
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.words import cue, folded, kind_patterns, names
from copilot.briefs.grammar.lexicon.stopwords import STOPWORDS

_MOST = 16
"""How many spots of a letter are weighed."""
_ARTICLE = (
    r"(?:the|our|your|my|their|his|her|an?|old|der|die|das|dem|den|einer|einem|unser\w*|mein\w*|la|le|les|el|los|las|"
    r"une?|una|notre|votre|nos|nuestr\w+|mi|het|de|een|ons|onze|il|lo|gli|i|un'?|nostr\w+|o|a|os|as|noss\w+|var|vart|vara|"
    r"vores|vore|et|ett|en)\s|l'"
)
_GOVERNED = re.compile(
    rf"\b(?:(?:in|at|on|near|around|outside|behind|inside|along|above|below|under|beside|by|from|round|"
    rf"im|am|bei|auf|an|hinter|vor|neben|unter|aus|nahe|"
    rf"a|en|dans|sur|chez|devant|derriere|depuis|pres de|desde|cerca de|junto a|te|op|bij|achter|naast|rond|langs|i|pa|"
    rf"ved|vid|hos|bag|bak|fra|fran|presso|em|dentro de|davanti a|dietro|su|da|"
    rf"here at|up at|down at|over at)\s(?:{_ARTICLE})|"
    rf"(?:im|am|beim|vom|zum|ins|ans|au|aux|al|alla|allo|nel|nella|nello|sul|sulla|dal|dalla|no|na|nos|nas|ao)\s|"
    rf"(?:all|nell|sull|dall)')"
)
_BARE = re.compile(r"\b(?:i|pa|ved|vid|hos|ute pa|ude pa|nede ved|oppe pa|bei)\s")
"""Before a Scandinavian noun, whose article is its ending."""
_DEFINITE = re.compile(r"\w{3,}(?:en|et|an|ene|erne|a)")
_JOINS = re.compile(
    r"(?:,?\s(?:of|in|on|at|near|by|outside|von|bei|am|im|an der|in der|auf der|de|d'|du|des|di|del|della|do|da|dos|"
    r"van|aan de|en|a|a la|te|i|pa|ved|vid|em|na|no|behind|hinter)\s?(?:(?:the|la|le|el|den|der|het|de|lo|il|o)\s)?|\s)"
    r"(?=[A-ZÀ-Þ])"
)
_NAME = re.compile(NAME)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def spots_in(zones: Zones, language: str, dated: Sequence[Dated]) -> Iterator[Place]:
    """The spots of the letter in reading order; `dated` are its dates with their roles."""
    filmed = {d.unit.start for d in dated if d.role == "shoot"}
    breath = {u.paragraph for u in zones.units if u.start in filmed or is_about_shoot(zones, u)}
    found = 0
    for unit in zones.units:
        if unit.paragraph not in breath and unit.subject not in ("locations", "shoot"):
            continue
        for place in _spots(unit, language):
            yield place
            found += 1
            if found == _MOST:
                return


def _spots(unit: Unit, language: str) -> Iterator[Place]:
    governed = [m.end() for m in _GOVERNED.finditer(unit.low)]
    if language in ("da", "no", "sv"):
        governed += [m.end() for m in _BARE.finditer(unit.low) if _DEFINITE.match(unit.low, m.end())]
    for at in sorted(set(governed)):
        end = _noun_end(unit, at, language)
        if end is None:
            continue
        is_spot = _is_spot(folded(unit.text[at:end]))
        joins = _JOINS.match(unit.text, end)
        name = _NAME.match(unit.text, joins.end()) if joins else None
        if name and not is_when(name[0]):
            end = name.end()
        elif not is_spot:
            continue
        text = unit.text[at:end].rstrip("'’.- ")
        yield text, unit.start + at, unit.start + at + len(text)


def _noun_end(unit: Unit, at: int, language: str) -> int | None:
    """Where the noun at a position ends, three words on at most; none where no spot stands."""
    words: list[re.Match[str]] = []
    where = at
    while len(words) < 3 and (m := _WORD.match(unit.text, where)):
        if m[0][:1].isupper() and not (language == "de" and unit.text[at : at + 1].isupper() and not words):
            if language == "de" and words and all(w[0][:1].islower() for w in words):
                words.append(m)  # an adjective before its noun
            break
        if _grammar().get(folded(m[0])):
            break
        words.append(m)
        where = m.end() + 1
        if unit.text[m.end() : where] != " " or (language == "de" and m[0][:1].isupper()):
            break
    if not words or (language == "de" and not words[-1][0][:1].isupper()):
        return None
    said = folded(unit.text[at : words[-1].end()])
    return None if len(said) < 3 or _is_no_spot(said) else words[-1].end()


def _is_spot(said: str) -> bool:
    """Whether the words name a house, a ground or a part of one."""
    return names_venue(said) or is_venue(said) or dict(names("venues"))["spot"].search(said) is not None


def _is_no_spot(said: str) -> bool:
    return not _is_spot(said) and (
        is_when(said)
        or any(p.search(said) for _, p in kind_patterns())
        or any(p.search(said) for kind in ("media", "languages") for _, p in names(kind))
        or any(
            cue(key).search(said) for key in ("shoot", "delivery", "budget", "usage", "objective", "revision", "self")
        )
    )


_MORE_GRAMMAR = (
    "behind below above under near off by out down up round along across beside opposite again still where when while "
    "after before during because once since until except hinter unter neben nach während derrière sous pendant après "
    "avant sauf depuis detrás bajo durante después antes achter onder naast tijdens na voor bakom under efter före bag "
    "før etter bak dietro sotto durante dopo prima atrás sob durante depois antes"
)


@cache
def _grammar() -> dict[str, bool]:
    words = " ".join((*STOPWORDS.values(), _MORE_GRAMMAR)).split()
    return {folded(word): True for word in words}

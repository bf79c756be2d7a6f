"""A town named once for several sites: "the engine shed and the signal box, both in Ashcombe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.places.sites import NAME, Place
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import names

_IN = r"(?:in|at|near|a|en|i|te|bei|em|ved|vid|pa|op|nahe)\s"
_NAME = re.compile(NAME)
_AND = r"(?:and|und|et|y|e|en|og|och|sowie|samt)"
_BETWEEN = re.compile(rf"\s*[,;/+&]\s*(?:{_AND}\s)?|\s{_AND}\s")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_PREPOSITION = (
    r"\b(?:(?:in|at|on|from|im|am|beim|bei|auf|an|zum|zur|vom|a|au|aux|en|dans|sur|chez|te|op|bij|aan|i|pa|ved|vid|"
    r"hos|nel|nella|nello|al|alla|allo|presso|em|no|na|nos|nas|ao)\s|nell'|all')"
)
_ARTICLE = r"(?:(?:the|der|die|das|dem|den|einem|einer|la|le|les|el|los|las|il|lo|gli|het|de|o|os|as|a)\s|l')?"
_OPENS = re.compile(rf"(?:{_PREPOSITION})?{_ARTICLE}")
_TOLD = re.compile(rf".*:\s{_ARTICLE}|.*?\s{_PREPOSITION}{_ARTICLE}")
"""What a list of sites follows in its sentence: "Filming takes place at the …", "on two sites: the …"."""
_HEADING = re.compile(rf"(?:.*?\s)?({NAME})\s?:\s(?=.*(?:,|\s{_AND}\s))")
"""A town before the colon of a list: "Two sites in Ghent: the old docks and the Vooruit"."""
_MOST_WORDS = 7


@dataclass(frozen=True)
class Shared:
    """A town with its span, the stretch of the view whose places lie in it, and those of them that are listed."""

    town: Place
    start: int
    end: int
    sites: tuple[Place, ...] = ()


def shared_towns(unit: Unit) -> Iterator[Shared]:
    """The towns that a unit names for several sites at once."""
    for said in _all_in().finditer(unit.low):
        named, sites = _NAME.match(unit.text, said.end()), tuple(_listed_before(unit, said.start()))
        if named is not None and sites:
            town = _placed(unit, named)
            yield Shared(town, sites[0][1], town[1], sites)
    heading = _HEADING.match(unit.text)
    named = _NAME.match(unit.text, heading.start(1)) if heading else None
    if heading and named and is_known(named[0]):
        yield Shared(_placed(unit, named), unit.start + heading.end(), unit.end)


def _placed(unit: Unit, name: re.Match[str]) -> Place:
    bare = name[0].rstrip(".'’")
    return bare, unit.start + name.start(), unit.start + name.start() + len(bare)


@cache
def _all_in() -> re.Pattern[str]:
    all_of_them = dict(names("venues"))["all_of_them"].pattern
    return re.compile(rf"(?:^|\s?[,(]\s?|\s-\s){all_of_them}\s{_IN}|\s?\({all_of_them}\s(?=[^()]*\))")


def _listed_before(unit: Unit, end: int) -> list[Place]:
    """The sites of a list that ends at a position, read backwards to what it follows; none where it is a single one."""
    sites: list[Place] = []
    cuts = [(0, 0), *(m.span() for m in _BETWEEN.finditer(unit.low[:end])), (end, end)]
    for (_, start), (stop, _) in reversed(list(pairwise(cuts))):
        if aside := _ASIDE.search(unit.text[start:stop]):
            stop = start + aside.start()
        opened = _OPENS.match(unit.low, start, stop)
        is_whole = start > 0 and opened is not None and (opened.end() > start or unit.text[start].isupper())
        told = None if is_whole else _TOLD.match(unit.low, start, stop)
        first = told.end() if told else opened.end() if opened else start
        name = unit.text[first:stop].strip(" .'’")
        if not name[:1].isalpha() or len(name.split()) > _MOST_WORDS:
            return []
        sites.insert(0, (name, unit.start + first, unit.start + first + len(name)))
        if told:
            break
    return sites if len(sites) > 1 else []

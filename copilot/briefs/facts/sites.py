"""Places told by what stands there: "in our establishment of Lumezzane", "three depots (Tilbury, Grays, Rainham)".

A house or a ground (`lexicon/words/venues.toml`) is named by the town after it; several of them, counted, by a list
of as many names.
"""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.words import folded, kind_patterns, names
from copilot.briefs.grammar.numbers import find_numbers

Place = tuple[str, int, int]

_WORD = r"[A-ZÀ-ÞŁŚŻ][\w'’\-]*"
NAME = (
    rf"{_WORD}(?:[ ](?:(?:de|du|des|la|le|del|van|der|den|am|an der|upon|sur|di|do|da|aan|a\.)(?=[ ]{_WORD})|{_WORD}))"
    r"{0,4}"
)
_NAMES = re.compile(NAME)
_OF = re.compile(
    r"\s(?:of|in|near|outside|de|d'|du|des|di|da|do|del|della|van|von|vom|af|av|a|en|te|bei|i|em|ved|vid)\s?"
    r"(?:(?:the|la|le|el|den|der|het|lo|il|o|a)\s)?(?=\S)|,\s"
)
_WHERE_IN = (
    r"\b(?:in|at|im|en|dans|a|au|aux|sur|nel|nella|nei|nello|all'|alla|al|no|na|nos|nas|em|op|i|pa)\s"
    r"(?:the|our|der|dem|einem|einer|unser\w*|la|le|les|l'|el|los|las|nuestr\w+|notre|nos|il|lo|o|a|het|de|onze|ons|vart?|"
    r"vores|nostr\w+|noss\w+|an?|une?|una)\s"
)


@cache
def _something_of() -> re.Pattern[str]:
    """Any one noun behind an article and a preposition of place, whose town may follow: "en la almazara de Baena"."""
    none = "|".join(pattern.pattern for _, pattern in kind_patterns())
    return re.compile(
        rf"{_WHERE_IN}(?!{none}|{dict(names('venues'))['when_noun'].pattern})[a-z][\w'-]{{3,}}(?=\s(?:de|of|di|van|von)\s)"
    )


_IN = re.compile(r"\s(?:in|near|outside|a|en|te|bei|i|em|ved|vid)\s")
_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och|&|sowie|samt)\s(?:(?:in|at|of|de|di|da|do|van|von|a|à|i|på|te)\s)?")
_AFTER = re.compile(r"\s*(?:$|[.,;:!?()]|\s-\s|\s(?:and|und|et|y|e|en|og|och|on|am|le|el|il|den|op|a|for|with)\b)")
_MOST = 12


@cache
def _venue() -> re.Pattern[str]:
    return re.compile(dict(names("venues"))["venue"].pattern)


def names_venue(text: str) -> bool:
    """Whether words name a house or a ground."""
    return _venue().search(folded(text)) is not None


def is_venue(name: str) -> bool:
    """Whether a German word is nothing but a kind of house or ground: "Werkstatt"."""
    return dict(names("venues"))["german_venue"].fullmatch(folded(name)) is not None


def places_of_venues(unit: Unit) -> list[Place]:
    """The towns of houses and grounds in a sentence, with the further towns listed after each."""
    found: list[Place] = []
    heads = sorted([*_venue().finditer(unit.low), *_something_of().finditer(unit.low)], key=lambda head: head.start())
    for venue in heads:
        link = _OF.match(unit.low, venue.end())
        if unit.text[venue.start()].isupper() and (venue.start() > 0 or not (link and _IN.match(link[0]))):
            continue  # part of a name
        name = _NAMES.match(unit.text, link.end()) if link else None
        if link is None or name is None or (link[0] == ", " and not _AFTER.match(unit.low, name.end())):
            continue
        found.append(
            (name[0].rstrip(".'’"), unit.start + name.start(), unit.start + len(name[0].rstrip(".'’")) + name.start())
        )
        at = name.end()
        while link[0] != ", " and (more := _AND.match(unit.text, at)) and (name := _NAMES.match(unit.text, more.end())):
            found.append(
                (name[0].rstrip("."), unit.start + name.start(), unit.start + name.start() + len(name[0].rstrip(".")))
            )
            at = name.end()
    return found


@cache
def _counted() -> re.Pattern[str]:
    between = r"[^\W\d_]+(?:[-'][^\W\d_]+)*\s"
    return re.compile(rf"\s(?:{between}){{0,2}}{dict(names('venues'))['counted'].pattern}")


_OPENS = re.compile(
    r"\s?[(:,-]+\s?(?:(?:in|at|a|à|en|i|namely|also|und zwar|namlich|soit|a saber|namelijk|namligen)\s)?"
    r"|\s(?:in|a|en|i)\s"
)
_SPLIT = re.compile(
    r"\s?(?:,|;|/|\+|&)\s?(?:(?:and|und|et|y|e|en|og|och)\s)?|\s(?:and|und|et|y|e|en|og|och)\s(?:(?:in|at|à|a|i)\s)?"
)


def counted_places(unit: Unit, language: str) -> list[Place]:
    """As many names as are counted before them: "vier huizen (Aalst, Ninove, Zele en Lede)"."""
    for number in find_numbers(unit.text, language):
        if not 2 <= number.value <= _MOST or number.value != int(number.value):
            continue
        noun = _counted().match(unit.low, number.end)
        opens = _OPENS.match(unit.low, noun.end()) if noun else None
        if opens is None:
            continue
        listed = _list_of(unit, opens.end(), int(number.value))
        if listed:
            return listed
    return []


def names_alone(unit: Unit) -> list[Place]:
    """The names of a sentence that is nothing but a list of two or more: "Tiel, Buren en Zetten."."""
    for count in range(2, _MOST):
        listed = _list_of(unit, 0, count)
        if listed and not unit.text[listed[-1][2] - unit.start :].strip(" .!"):
            return listed
    return []


def _list_of(unit: Unit, at: int, count: int) -> list[Place]:
    found: list[Place] = []
    while len(found) <= count:
        name = _NAMES.match(unit.text, at)
        if name is None:
            break
        found.append((name[0].rstrip("."), unit.start + at, unit.start + at + len(name[0].rstrip("."))))
        joint = _SPLIT.match(unit.text, name.end())
        if joint is None:
            break
        at = joint.end()
    return found if len(found) == count and not folded(found[0][0]).isdigit() else []

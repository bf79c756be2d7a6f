"""Places told by what stands there: "in our establishment of Lumezzane", "three depots (Tilbury, Grays, Rainham)".

A house or a ground (`lexicon/words/venues.toml`) is named by the town after it; several of them, counted, by a list
of as many names.
"""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import folded, kind_patterns, names
from copilot.briefs.grammar.numbers import find_numbers

Place = tuple[str, int, int]

_WORD = r"[A-ZÀ-ÞŁŚŻ][\w'’\-]*"
NAME = (
    rf"{_WORD}(?:[ ](?:(?:de la|de los|de las|van der|de|du|des|la|le|del|van|der|den|am|an der|upon|sur|di|do|"
    rf"da|dos|aan|a\.)(?=[ ]{_WORD})|{_WORD}))"
    r"{0,4}"
)
_NAMES = re.compile(NAME)
_OF = re.compile(
    r"\s(?:of|in|near|outside|de|d'|du|des|di|da|do|del|della|van|von|vom|af|av|a|en|te|bei|i|em|ved|vid)\s?"
    r"(?:(?:the|la|le|el|den|der|het|lo|il|o|a)\s)?(?=\S)|,\s"
)
_WHERE_IN = (
    r"(?:\b(?:in|at|im|en|dans|a|au|aux|sur|nel|nella|nei|nello|all'|alla|al|no|na|nos|nas|em|op|i|pa)\s"
    r"(?:the|our|der|dem|einem|einer|unser\w*|la|le|les|l'|el|los|las|nuestr\w+|notre|nos|il|lo|o|a|het|de|onze|"
    r"ons|vart?|"
    r"vores|nostr\w+|noss\w+|an?|une?|una)\s|\b(?:im|am|au|aux|al|alla|nel|nella|nello|na|nas|no|nos)\s)"
)


_CHAIN = re.compile(
    r"(?:\s(?:of|de|da|do|di|du|des|del|della|dello|van)\s(?:(?:the|la|le|el|de|het|il|lo|o|"
    r"a)\s)?[a-zà-ÿ][\wà-ÿ'-]{2,}){1,3}"
)
"""What further houses and trades stand between a noun and its town: "na cozinha da escola de hotelaria de "
"Peniche"."""


@cache
def _something_of() -> re.Pattern[str]:
    """Any one noun behind an article and a preposition of place, whose town may follow: "en la almazara de "
    "Baena"."""
    none = "|".join(pattern.pattern for _, pattern in kind_patterns())
    return re.compile(
        rf"{_WHERE_IN}(?!{none}|"
        rf"{dict(names('venues'))['when_noun'].pattern})[a-z][\w'-]{{3,}}(?:\s[a-z][\w'-]{{3,}})?(?=\s(?:de|of|"
        rf"di|van|von)\s)"
    )


_IN = re.compile(r"\s(?:in|near|outside|a|en|te|bei|i|em|ved|vid)\s")
_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och|&|sowie|samt)\s(?:(?:in|at|of|de|di|da|do|van|von|a|à|i|på|te)\s)?")
_AFTER = re.compile(r"\s*(?:$|[.,;:!?()]|\s-\s|\s(?:and|und|et|y|e|en|og|och|on|am|le|el|il|den|op|a|for|with)\b)")
_MOST = 12


@cache
def _venue() -> re.Pattern[str]:
    kinds = dict(names("venues"))
    return re.compile(f"{kinds['venue'].pattern}|{kinds['counted'].pattern}")


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
        if named := _named_by_kind(unit, venue):
            found.extend(named)
            continue
        link = _OF.match(unit.low, venue.end())
        chain = _CHAIN.match(unit.text, venue.end())
        if chain and link and not _NAMES.match(unit.text, link.end()):
            link = _OF.match(unit.low, chain.end())
        if unit.text[venue.start()].isupper() and (venue.start() > 0 or not (link and _IN.match(link[0]))):
            continue  # part of a name
        name = _NAMES.match(unit.text, link.end()) if link else None
        if link is None or name is None or (link[0] == ", " and not _AFTER.match(unit.low, name.end())):
            continue
        if listed := list_at(unit, name.start()):
            found.extend(listed)
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


_SETTLEMENT = re.compile(r"\b(?:der|den) (?:gemeinde|stadt|ortschaft)$")
_BEHIND_ARTICLE = re.compile(
    r"(?:\b(?:en el|en la|al|alla|allo|nel|nella|nello|presso il|presso la|dans la|dans le|a la|au|sur le|no|na|"
    r"in het|in de|op het|"
    r"op de|i|pa|ved) |\ball')[a-z][\w-]*$"
)
"""Where a noun stands before its name without "of": "en el campus Lerdo", "al teatro Verdi", "i byen Ry"."""


def _named_by_kind(unit: Unit, kind: re.Match[str]) -> list[Place]:
    """What stands right behind the noun: "in de gemeenten Tiel en Buren", "in der Gemeinde Walddorf"."""
    if not unit.text[kind.end() : kind.end() + 1].isspace():
        return []
    if _counted_kinds().fullmatch(kind[0]):
        return list_at(unit, kind.end() + 1)
    name = _NAMES.match(unit.text, kind.end() + 1)
    opened = _SETTLEMENT if unit.text[kind.start()].isupper() else _BEHIND_ARTICLE
    if name is None or not opened.search(unit.low[max(0, kind.start() - 40) : kind.end()]):
        return []
    bare = name[0].rstrip(".'’")
    return [(bare, unit.start + name.start(), unit.start + name.start() + len(bare))]


@cache
def _counted_kinds() -> re.Pattern[str]:
    return re.compile(dict(names("venues"))["counted"].pattern)


@cache
def _counted() -> re.Pattern[str]:
    between = r"[^\W\d_]+(?:[-'][^\W\d_]+)*\s"
    return re.compile(rf"\s(?:{between}){{0,2}}{dict(names('venues'))['counted'].pattern}")


_OPENS = re.compile(
    r"\s?[(:,-]+\s?(?:(?:in|at|a|à|en|i|namely|also|und zwar|namlich|soit|a saber|namelijk|namligen)\s)?"
    r"|\s(?:in|a|en|i)\s"
)
_SPLIT = re.compile(
    r"\s?(?:,|;|/|\+|&)\s?(?:(?:and|und|et|y|e|en|og|och)\s)?(?:(?:in|at|à|i|en|te|am|im|på)\s)?"
    r"|\s(?:and|und|et|y|e|en|og|och)\s(?:(?:in|at|à|a|au|i|en|te|am|im|på|em|na|no)\s)?"
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


def called(unit: Unit) -> list[Place]:
    """The names of grounds that a sentence lists: "Bygdene er Alvik, Hjellane og Ytre Nes"."""
    kinds = dict(names("venues"))
    told = re.search(rf"{kinds['counted'].pattern}\s{kinds['are'].pattern}\s", unit.low)
    return list_at(unit, told.end()) if told else []


def names_alone(unit: Unit) -> list[Place]:
    """The names of a sentence that is nothing but a list of two or more: "Tiel, Buren en Zetten."."""
    for count in range(2, _MOST):
        listed = _list_of(unit, 0, count)
        if listed and not unit.text[listed[-1][2] - unit.start :].strip(" .!"):
            return listed
    return []


def list_at(unit: Unit, at: int) -> list[Place]:
    """The names of a list that begins at a position of the unit: three or more, or two joined by a word.

    "Portland, Oregon" is one place; "Tiel, Buren en Zetten" are three.
    """
    names_in_row = _in_a_row(unit, at, _MOST)
    if len(names_in_row) == 2:
        between = unit.text[names_in_row[0][2] - unit.start : names_in_row[1][1] - unit.start]
        return names_in_row if "," not in between else []
    return names_in_row if len(names_in_row) > 2 else []


def _list_of(unit: Unit, at: int, count: int) -> list[Place]:
    found = _in_a_row(unit, at, count + 1)
    return found if len(found) == count and not folded(found[0][0]).isdigit() else []


def _in_a_row(unit: Unit, at: int, most: int) -> list[Place]:
    found: list[Place] = []
    while len(found) < most:
        name = _NAMES.match(unit.text, at)
        if name is None:
            break
        if not (found and re.fullmatch(r"[A-Z]{2,3}", name[0])):  # "Sorriso e Sinop, MT": the state of the last
            found.append((name[0].rstrip("."), unit.start + at, unit.start + at + len(name[0].rstrip("."))))
        joint = _SPLIT.match(unit.text, name.end())
        if joint is None:
            break
        at = joint.end()
    return found


def labelled_by_kind(unit: Unit) -> list[Place]:
    """The names behind a label that says what they are: "Villages: Ikombe, Nzevu, Kyanda." """
    label = re.match(r"(?:[\w'-]+\s)?([\w'-]+)\s?:\s", unit.low)
    return list_at(unit, label.end()) if label and _counted_kinds().fullmatch(label[1]) else []

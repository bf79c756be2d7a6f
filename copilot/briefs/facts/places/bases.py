"""Where the client is at home, for a shoot "at ours": the best-attested town of the message.

Weighed, best first: a statement of being somewhere ("we're in Thirsk"), a greeting from there, the town in an
introduction or behind the house's name in brackets, a house and its town, and last any town of a sentence that
tells of no other business (a fair, an agency, a film of somebody else's).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.client.introductions import introductions
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.fit import may_be_place
from copilot.briefs.facts.places.names import WORD, places_after_prepositions
from copilot.briefs.facts.places.sites import NAME, list_at, places_of_venues
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import cue, folded, names

Place = tuple[str, int, int]
Weighed = tuple[int, Place]

_FROM_TOWN = re.compile(rf",?\s(?:in|aus|from|uit|te|i|à|en|em|near|bei|based in|de|di|da)\s({WORD}(?:[ ]{WORD})?)")
_FROM_SPOKEN = re.compile(r"\s(?:in|aus|from|uit|te|à|en|em)\s([^\W\d_]{3,})")
_NOT_OURS = (
    "usage territory contact budget languages delivery pitch aside title ratios term revisions deliverables".split()
)
_ELSEWHERE = re.compile(
    r"\b(?:met (?:you|him|her)|we met|kennengelernt|getroffen|croise\w*|rencontre\w*|conoci\w*|leerden? .* kennen|"
    r"traffades|modtes|mottes|modte|conosciut\w+|conhecemos|\w*(?:messe|mass[ae]n|beurs|expo|fair|salon|feria|fiera|"
    r"feira|congres\w*|kongress\w*|conference|konferen\w*|conferenza|convegno|trade show|summit)|saw your|seen your|"
    r"your (?:film|video|work)|you made|you did|vous avez fait|habeis hecho|vi o filme|euren film|"
    r"ihr(?:en)? film|jullie film|voor de gemeente)\b"
)
_TRADE_AND_TOWN = re.compile(rf"^[^,()A-ZÀ-Þ]{{3,40}},\s({NAME})$")
"""What stands in brackets behind a house: "(wholesale fruit trees, Batlow Flat NSW)"."""
_OPENS_WITH_NAME = re.compile(rf"^\s?({NAME})(?:,\s({NAME}))?\s?$")


_IN = re.compile(r"\b(?:in|near|en|i|à|te|em)\s(?:(?:the|der|dem|unserer|la|le|el|de|den|het) )?$")


_HOUSE_ON = re.compile(rf"\b(?:fra|från|from|von)\s(?:{WORD}\s){{1,4}}(?:på|at|auf)\s$")
"""Between a house and its island or hill: "Ragnhild fra Fjellro Spa på Geilo"."""


def houses_of(zones: Zones) -> list[Span]:
    """The spans of the houses people speak for; what stands behind "in" is a town, not a house."""
    text = zones.wanted.text
    companies = [found.company for found in introductions(zones.wanted) if found.company]
    return [
        (a, b)
        for _, a, b in companies
        if not (_IN.search(text[max(0, a - 12) : a]) or _HOUSE_ON.search(text[max(0, a - 60) : a]))
    ]


def weighed_homes(zones: Zones) -> Iterator[Weighed]:
    """Every town that may be the client's, with the weight of what says so."""
    yield from ((4, place) for place in _introduced(zones))
    yield from ((4, place) for place in _described(zones))
    yield from ((4, place) for place in _in_brackets(zones))
    for unit in zones.units:
        if cue("agency").search(unit.low) or unit.subject in _NOT_OURS:
            continue
        if cue("client_of").search(unit.low):
            yield from ((1, place) for place in _by_sentence(unit) if _is_fit(place))
            continue
        elsewhere = _ELSEWHERE.search(unit.low) is not None
        yield from ((5, place) for place in said_to_be(unit, "being") if _is_fit(place))
        yield from ((5, place) for place in said_to_be(unit, "greeting") if _is_fit(place))
        if not elsewhere:
            yield from ((3, place) for place in places_of_venues(unit) if _is_fit(place))
            yield from ((2, place) for place in _by_sentence(unit) if _is_fit(place))


def _is_fit(place: Place) -> bool:
    low = folded(place[0])
    return may_be_place(place[0]) and not any(n.fullmatch(low) for _, n in names("territories"))


@cache
def _saying(key: str) -> re.Pattern[str]:
    article = r"(?:a|an|the|la|le|el|il|het|de|een|una?|en|et|ein\w*|dem|der)"
    return re.compile(rf"{dict(names('venues'))[key].pattern}\s(?:{article}\s(?:[^\W\d_]+\s)?)?")


_STANDS = re.compile(NAME)


def said_to_be(unit: Unit, key: str) -> list[Place]:
    """The place of a statement ("we're in Thirsk") or of a greeting ("Groetjes uit Aalst")."""
    found = []
    for said in _saying(key).finditer(unit.low):
        if listed := list_at(unit, said.end()):
            found.extend(listed)
            continue
        name = _STANDS.match(unit.text, said.end())
        if name:
            bare = name[0].rstrip(".'’")
            found.append((bare, unit.start + name.start(), unit.start + name.start() + len(bare)))
    return found


def _introduced(zones: Zones) -> Iterator[Place]:
    """The town the writer names with their house: "Joost van Ketting & Co uit Deventer", "Kafé Lykt i Tromsø her"."""
    text = zones.wanted.text
    for found in introductions(zones.wanted):
        if found.company is None:
            continue
        _, start, end = found.company
        town = _FROM_TOWN.match(text, end) or _FROM_SPOKEN.match(text, end)
        tail = re.search(rf"\s(?:de|di|da|van|von)\s({WORD})$", text[start:end])
        span = town.span(1) if town else (start + tail.start(1), start + tail.end(1)) if tail else None
        name = text[slice(*span)] if span else ""
        if span and _is_fit((name, *span)):
            yield (name, *span)
            return


_WE_ARE = re.compile(
    r"\b(?:we are|we're|i run|we run|we have|wir sind|wir haben|ich habe|ich fuhre|nous sommes|on est|on a|j'ai|"
    r"nous avons|somos|tenemos|tengo|wij zijn|we zijn|wij hebben|we hebben|ik heb|vi ar|vi har|jag har|vi er|jeg har|"
    r"siamo|abbiamo|ho|temos|tenho)\s(?:an?|the|eine?n?|une?|una?|uno|een|ett|en|et|uma?|un')\s"
    r"(?:[a-z][\w'&-]*\s){1,5}?(?:in|from|of|near|outside|aus|bei|nahe|a|de|pres de|en|cerca de|uit|te|bij|i|fran|fra|"
    r"ved|vid|di|vicino a|em|perto de)\s(?:the |la |le |el |den |der )?(?=\S)"
)


def _described(zones: Zones) -> Iterator[Place]:
    """The town in what the writers say they are: "Wir sind eine Tischlerei aus Eutin"."""
    for unit in zones.units:
        if unit.subject in _NOT_OURS or cue("client_of").search(unit.low) or cue("agency").search(unit.low):
            continue
        for said in _WE_ARE.finditer(unit.low):
            name = _STANDS.match(unit.text, said.end())
            if name and _is_fit((name[0], 0, 0)):
                bare = name[0].rstrip(".'’")
                yield bare, unit.start + name.start(), unit.start + name.start() + len(bare)


def _in_brackets(zones: Zones) -> Iterator[Place]:
    """The town right behind the house a writer introduces: "Conservas Roel (Cambados, Pontevedra)"."""
    text = zones.wanted.text
    for found in introductions(zones.wanted):
        inner = re.compile(r"\s?\(([^()]{3,60})\)").match(text, found.company[2]) if found.company else None
        named = _OPENS_WITH_NAME.match(inner[1]) if inner else None
        if inner and named:
            at = inner.start(1) + named.start(1)
            place = (named[1], at, at + len(named[1]))
            if _is_fit(place) and (named[2] or is_known(named[1])):
                yield place
        told = _TRADE_AND_TOWN.match(inner[1]) if inner and not named else None
        if inner and told and _is_fit((told[1], 0, 0)):
            yield told[1], inner.start(1) + told.start(1), inner.start(1) + told.end(1)


def _by_sentence(unit: Unit) -> list[Place]:
    found = places_after_prepositions(unit)[:1]
    in_brackets = re.search(rf"\(({WORD}(?:[ ]{WORD})?)\):?", unit.text) if not found else None
    if in_brackets and re.search(r"\b(?:en la|en el|at our|at the|bei uns|hos|chez nous|in our)\b", unit.low):
        return [(in_brackets[1], unit.start + in_brackets.start(1), unit.start + in_brackets.end(1))]
    return found

"""The words that give a client away, compiled from every language's `[client]` section; all match folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.letter.names import LEGAL, NAME, Named
from copilot.briefs.facts.words import entries, folded, pattern_of

_PLACE_OR_ASIDE = (
    r"(?:\s*\([^)\n]{1,30}\))?(?:,[^,.\n]{3,70},)?(?:[ \n](?:in|i|en|a|aus|from|van|te|de|di) [a-z][\w-]+)?"
    r"[ \n]+(?:(?:is|are|would|have|has|just|also|currently|now|will|finally|hat|a|ha|har|heeft)[ \n]+)*"
)
_OTHER_SUBJECT = r"(?!\s(?:wir|we|nous|vi|wij|you|sie|de|be)\b)"


def core_of(name: str) -> str:
    """A company's words without articles, marks and legal forms: what tells it from another."""
    return " ".join(
        re.findall(
            r"\w+", re.sub(r"^(?:the|der|die|das|la|le|les|el|los|de|het|il|o|a) ", "", folded(LEGAL.sub("", name)))
        )
    )


@cache
def wish() -> re.Pattern[str]:
    """What follows a client's name when it wishes for something: " needs", ", a charity, would like"."""
    return re.compile(_PLACE_OR_ASIDE + pattern_of(entries("client", "wants")) + _OTHER_SUBJECT)


@cache
def institution() -> re.Pattern[str]:
    """A kind of organisation: museum, council, Universität, Fundación."""
    return re.compile(pattern_of(entries("client", "institution")))


@cache
def bare_kind() -> re.Pattern[str]:
    """The kind alone, which names no house: "Patentanwälte", "Horlogerie"; "Vestermarkskolen" is one house's name."""
    kinds = {*entries("client", "institution"), *entries("client", "business")}
    return re.compile(pattern_of({kind for kind in kinds if "*" not in kind}))


@cache
def trade() -> re.Pattern[str]:
    """A kind of business: bakery, Metzgerei, restaurante."""
    return re.compile(pattern_of(entries("client", "business")))


@cache
def job() -> re.Pattern[str]:
    """What somebody is and no house is called: caretaker, Kassenwart, directrice; and how people are hailed."""
    return re.compile(pattern_of(entries("client", "job")))


@cache
def we_want() -> re.Pattern[str]:
    """A wish of "ours" behind a name, with at most a short aside between: " queremos", ", wir suchen"."""
    return re.compile(rf"(?:[ ,][^.!?\n]{{0,30}})?[\s,]+{pattern_of(entries('client', 'we_want'))}")


@cache
def our_house() -> re.Pattern[str]:
    """ "Our club" right before its name: "unser Verein, der Ruderclub Altwasser"."""
    ours = (
        r"(?:my|mi|mein\w*|mon|ma|mijn|min|mitt|mit|mio|mia|o meu|a minha|our|unser\w*|notre|nuestr[oa]|ons|onze|"
        r"var|vart|vores|il nostro|la nostra|[oa] noss[oa])"
    )
    kinds = pattern_of({*entries("client", "business"), *entries("client", "institution")})
    return re.compile(rf"\b{ours}\s{kinds}(?=,| \()")


@cache
def request_from() -> re.Pattern[str]:
    """ "New job from", "Anfrage von": whose request it is follows."""
    return re.compile(pattern_of(entries("client", "request_from")))


@cache
def called() -> re.Pattern[str]:
    """A business and "called": "a small pottery studio called", "ein Café namens"."""
    return re.compile(
        pattern_of(entries("client", "business"))
        + r"\s+(?:here )?(?:called|named|namens|mit dem namen|appelee?|nommee?|qui s'appelle|llamad[oa]|que se llama|"
        r"genaamd|"
        r"som heter|som hedder|"
        r"kaldet|kallad|chiamat[oa]|che si chiama|chamad[oa])"
    )


_ARTICLE = (
    r"(?:(?:the|our|der|die|das|dem|den|unser\w*|la|le|les|notre|el|los|las|nuestr\w+|de|het|onze|ons|il|lo|gli|o|a|"
    r"os|as|"
    r"vart|var|vores|nostr\w+|noss\w)\s+|l'|(?:an?|ein\w*|une?|een|en|ett|et|uma?)\s+(?:[\w-]+\s+){0,3}"
    r"(?:called|named|namens|genaamd|appele\w*|llamad\w+|chiamat\w|chamad\w|som heter|som hedder)\s+)*[\"*]*"
)
_NAME = re.compile(NAME)
_OF = re.compile(
    r"\s(?:de la |de l'|du |des |de |d'|of |der |des |van |di |della |do |da |del |dos )"
    r"(?:[a-zà-ÿ]{3,15} (?:de|du|des|d'|of|di|da|do) ?)?"
)


@cache
def _kinds() -> re.Pattern[str]:
    """Up to two words in small letters that say what kind of house it is: "the charity", "la coopérative"."""
    kind = pattern_of({*entries("client", "business"), *entries("client", "institution"), *entries("client", "noun")})
    return re.compile(rf"(?:{kind}\s+){{1,2}}")


def company_at(text: str, low: str, at: int) -> Named | None:
    """The company's name that stands at `at` behind articles and the kind of house it is.

    The kind belongs to the name where only it gives one: "the Käserei Roth", "l'office de tourisme de Penhoat".
    """
    lead = re.compile(_ARTICLE).match(low, at)
    start = at = lead.end() if lead else at
    kind = _kinds().match(low, at)
    if kind and text[at : at + 1].islower():
        at = kind.end()
        joined = _OF.match(text, at - 1)
        named = _NAME.match(text, joined.end()) if joined else None
        if named and institution().match(low, start):
            return text[start : named.end()], start, named.end()
        named = _NAME.match(text, at)
        town = re.search(r"\s(?:de|di|da|von|van)\s[A-ZÀ-Þ][\w'-]+$", named[0]) if named else None
        if named and town and town.start() and trade().match(low, start):
            return named[0][: town.start()], at, at + town.start()  # "el restaurante Txoko Berri de Bermeo"
    named = _NAME.match(text, at)
    return (named[0], named.start(), named.end()) if named else None


def companies_after(text: str, low: str, cue: re.Pattern[str], gap: str = r"\s*[:,(]?\s*") -> Iterator[Named]:
    """The companies whose names follow a cue."""
    between = re.compile(gap)
    for m in cue.finditer(low):
        space = between.match(low, m.end())
        found = company_at(text, low, space.end()) if space else None
        if found:
            yield found

"""The words that give a client away, compiled from every language's `[client]` section; all match folded text."""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.words import entries, pattern_of

_PLACE_OR_ASIDE = (
    r"(?:\s*\([^)\n]{1,30}\))?(?:,[^,.\n]{3,70},)?(?:[ \n](?:in|i|en|a|aus|from|van|te|de|di) [a-z][\w-]+)?"
    r"[ \n]+(?:(?:is|are|would|have|has|just|also|currently|now|will|hat|a|ha|har|heeft)[ \n]+)*"
)
_OTHER_SUBJECT = r"(?!\s(?:wir|we|nous|vi|wij|you|sie|de|be)\b)"


@cache
def wish() -> re.Pattern[str]:
    """What follows a client's name when it wishes for something: " needs", ", a charity, would like"."""
    return re.compile(_PLACE_OR_ASIDE + pattern_of(entries("client", "wants")) + _OTHER_SUBJECT)


@cache
def institution() -> re.Pattern[str]:
    """A kind of organisation: museum, council, Universität, Fundación."""
    return re.compile(pattern_of(entries("client", "institution")))


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

"""Screens by where they stand: "the wee screen on the cheese counter", "écrans numériques du métro", "Bahnhofsscreens".

A screen is no medium of its own: in a station it is out of home, in a shop in-store. The place must stand right before
it, be led to by a preposition of place behind it, or be part of its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.words import forms, pattern_of

_SCREEN = (
    r"(?:screens?|monitors?|displays?|panels?|bildschirm\w*|monitor(?:e|en)?|ecrans?|pantallas?|scherm(?:en|pje|i|o)?|"
    r"skarm(?:ar|en|arna)?|skjerm(?:er|en|ene)?|skaerm(?:e|en|ene)?|skarm(?:e|en|ene)?|ecras?|telas?|totems?)"
)
_SET = r"(?:tvs?|televisions?|tellys?|telly|fernseher\w*|televiseurs?|televisor(?:es|i)?|televisores?)"
_LOOK = (
    r"(?:(?:digital\w*|numeri\w*|electroni\w*|wee|small|little|big|large|video|led|kleine\w*|gross\w*|petits?|pequen\w*|"
    r"piccol\w*|digitale?n?|liten|lille|stor\w*)\s)?"
)
_IN = (
    r"(?:in|at|on|behind|over|above|beside|by|of|im|am|an|auf|hinter|uber|bei|dans|sur|derriere|de|d'|du|des|aux?|chez|en|"
    r"del|della|dello|dei|degli|delle|nel|nei|nella|nelle|negli|do|da|dos|das|no|na|nos|nas|em|van|op|achter|bij|i|pa|"
    r"bak|bag|bakom|vid|ved|hos|tras|sobre|dietro|atras)"
)
_BETWEEN = rf"(?:(?:\s|(?<=')){_IN}(?:\s|(?<=')))(?:[\w'-]+\s){{0,2}}?"


def screens_in(low: str) -> Iterator[tuple[int, int, str]]:
    """Each screen with the place it stands in, as a span of the folded text, and the medium it counts as."""
    if not _any_screen().search(low):
        return
    for medium, pattern in _patterns():
        for m in pattern.finditer(low):
            yield m.start(), m.end(), medium


@cache
def _any_screen() -> re.Pattern[str]:
    return re.compile(rf"{_SCREEN}(?!\w)|(?<!\w){_SET}(?!\w)")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((medium, _pattern(places)) for medium, places in forms("screen_places").items())


def _pattern(places: tuple[str, ...]) -> re.Pattern[str]:
    place = pattern_of(places)
    stems = "|".join(
        sorted((re.escape(p.rstrip("*")) for p in places if p.isascii() and p.rstrip("*").isalpha()), key=len)
    )
    return re.compile(
        rf"(?<!\w){_LOOK}(?:{_SCREEN}|{_SET}){_LOOKED}{_BETWEEN}{place}"
        rf"|{place}[\s-]{_LOOK}{_SCREEN}(?!\w)"
        rf"|(?<!\w)(?:\w{{3,}})?(?:{stems})\w{{,4}}{_SCREEN}(?!\w)"
    )


_LOOKED = r"(?:\s(?:digital\w*|numeri\w*|electroni\w*))?"

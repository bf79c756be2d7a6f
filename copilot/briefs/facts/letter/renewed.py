"""Words of a message over another that say nothing of the job themselves, so that nobody reads a fact in them.

They announce what has changed ("Two things have moved on since the PDF was made:"), say that the rest holds ("sonst
alles wie unten"), or name a value that holds no longer ("on 28 April, not 22 and 23", "statt der vier Filme").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.words import cue, entries, folded, pattern_of
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.numbers import find_numbers

INSTEAD = (
    r"statt|anstatt|anstelle von|instead of|rather than|au lieu de|plutot que|en vez de|en lugar de|in plaats van|"
    r"i stallet for|istallet for|i stedet for|istedenfor|invece di|anziche|em vez de|em lugar de"
)
NOT = r"not|nicht|kein\w*|pas|no|niet|geen|inte|ikke|non|nao"
_ONCE = (
    r"was|were|previously|originally|bisher|vorher|ursprunglich|auparavant|initialement|antes|originalmente|eerst|"
    r"oorspronkelijk|tidigare|ursprungligen|tidligere|oprindeligt|opprinnelig|inizialmente|inicialmente"
)
_FALLS = re.compile(
    rf"(?:(?<![\w])(?:{INSTEAD}|{NOT})|[(,]\s?(?:{_ONCE}))\s"
    r"(?:(?:in|the|on|at|by|for|der|die|das|den|dem|des|am|im|les?|la|au|en|el|los|las|del|il|i|gli|del|nel|de|het|op|em|"
    r"os?|as?|det|pa)\s|l'|all'|dell'|nell'|\s)*"
)
"""Words before a value that holds no longer; "no more than" and "not before" say something else."""
_JOINED = re.compile(r"\s?(?:[-,/&+]|and|und|et|y|e|en|och|og|or|oder|ou|o|of|eller)?\s?(?:the |der |il |el |le )?")
_ANY_DAY = date(2026, 1, 1)
_CLAUSE_START = re.compile(r"(?:\A|[.!?;,:]\s|\n\s*\n)\s*")
_COLON = re.compile(r"[^.!?:\n]*(?:\n(?!\s*\n)[^.!?:\n]*)?:")
_LONGEST = 140
"""Characters of what only announces changes."""


def says_nothing_new(text: str, language: str) -> Iterator[Span]:
    """The stretches of a newest message's `text` that announce, confirm the rest, or name what holds no longer."""
    low = folded(text)
    yield from _announcements(low)
    yield from (m.span() for m in rest_stands().finditer(low))
    yield from taken_back(text, language)


def taken_back(text: str, language: str) -> Iterator[Span]:
    """Where `text` names numbers and days that hold no longer, with the word that says so."""
    low = folded(text)
    days = ((day.start, day.end) for day in find_dates(text, language, _ANY_DAY))
    values = sorted({*days, *((number.start, number.end) for number in find_numbers(text, language))})
    for falls in _FALLS.finditer(low):
        end = at = falls.end()
        for start, stop in values:
            joined = start == at or (end > at and start >= end and _JOINED.fullmatch(low, end, start))
            if joined or start < end < stop:
                end = stop
        if end > at:
            yield falls.start(), end


def _announcements(low: str) -> Iterator[Span]:
    """From the clause that speaks of changes to the colon behind which they are told."""
    for said in cue("announces_changes").finditer(low):
        start = max((m.end() for m in _CLAUSE_START.finditer(low, 0, said.start())), default=0)
        colon = _COLON.match(low, said.end())
        if colon and colon.end() - start <= _LONGEST:
            yield start, colon.end()


@cache
def rest_stands() -> re.Pattern[str]:
    """ "Everything else is as below", "all else stands", "der Rest wie unten": the rest, and soon that it holds."""
    rest, same = pattern_of(entries("cues", "the_rest")), pattern_of(entries("cues", "as_it_was"))
    return re.compile(rf"{rest}(?:[ ,:]+[\w']+){{0,3}}?[ ,:–-]+{same}")

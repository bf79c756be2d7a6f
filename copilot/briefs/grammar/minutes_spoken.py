"""Running times whose number is no number word by itself: quarters of a minute, and one or half of it fused with it.

"A minute and three quarters", "dreieinviertel Minuten", "driekwart minuut", "ein Einminüter", "halvminutt".
Other whole minutes and halves are numbers like any (`durations.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from copilot.briefs.grammar.lexicon import running_times as words
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.numbers import scan

_MINUTE = r"min(?:ut(?:e[nrs]?|os?|i|t|ter|tes)?|uut|uten)?\.?(?![^\W\d_])"
_AND = r"(?:and|und|et|y|en|och|og|e)"
_ARTICLE = r"(?:an?|eine[nrms]?|ein|une?|una?|uno|een|en|ett?|um|uma)"
_THREE = alternation(words.THREE_QUARTERS, bounded=False)
_ONE = alternation(words.QUARTER, bounded=False)
_PART = rf"(?:(?P<three>{_THREE})|(?:{_ARTICLE}[\s-])?{_ONE})"
_OF_ONE = re.compile(rf"(?<![^\W_])(?:{_ARTICLE}\s)?{_PART}[\s-]?(?:of\sa\s|of\sone\s|de\s|d'|di\s)?{_MINUTE}")
_BEHIND = re.compile(rf"[\s-]{_MINUTE}\s?,?\s?(?:{_AND}\s)?{_PART}(?![^\W_])")
_BETWEEN = re.compile(rf"[\s-]{_AND}[\s-]{_PART}[\s-]{_MINUTE}")
_FUSED = re.compile(
    rf"(?<![^\W_])(?P<count>ein|zwei|drei|vier|funf|sechs)(?:und)?(?P<part>ein|drei)viertel[\s-]?{_MINUTE}"
)
_WHOLE = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6}
_ONE_WORD = re.compile(
    r"(?<![^\W_])(?:(?P<half>halb|halv|half)|ein|en|ett?|een)-?min(?:ut|uut)(?:er|ers|ig|ige[nrms]?|s|t|ts|ters)?"
    r"-?(?:film\w*|video\w*|clip\w*|klip\w*|spot\w*)?(?![^\W_])"
    r"|(?<![^\W_])(?:minutito|minutinho|minutlang\w*|minutenlang\w*|minutslang\w*)(?![^\W_])"
)
_NAMED = re.compile(_ONE)
_QUARTER = Decimal(15)


@dataclass(frozen=True)
class Said:
    """A time at a span of the folded text."""

    seconds: Decimal
    start: int
    end: int


def minutes_spoken(text: str, language: str) -> Iterator[Said]:
    """Yield the times of a folded text that are told so, in order of their kinds; none overlaps another."""
    taken = [Said(Decimal(30 if m["half"] else 60), m.start(), m.end()) for m in _ONE_WORD.finditer(text)]
    quarters = (*_fused(text), *_behind_numbers(text, language), *_of_one(text)) if _NAMED.search(text) else ()
    for said in quarters:
        if not any(t.start < said.end and said.start < t.end for t in taken):
            taken.append(said)
    yield from taken


def _of_one(text: str) -> Iterator[Said]:
    for m in _OF_ONE.finditer(text):
        yield Said(_QUARTER * (3 if m["three"] else 1), m.start(), m.end())


def _behind_numbers(text: str, language: str) -> Iterator[Said]:
    """ "A minute and three quarters", "two and a quarter minutes"."""
    for number in scan(text, language):
        m = _BEHIND.match(text, number.end) or _BETWEEN.match(text, number.end)
        if m is not None and number.value == int(number.value):
            parts = 3 if m["three"] else 1
            yield Said(number.value * 60 + _QUARTER * parts, number.start, m.end())


def _fused(text: str) -> Iterator[Said]:
    for m in _FUSED.finditer(text):
        parts = 3 if m["part"] == "drei" else 1
        yield Said(Decimal(_WHOLE[m["count"]] * 60) + _QUARTER * parts, m.start(), m.end())

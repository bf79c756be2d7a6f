"""Days told from the date said before them: "8 May, the Friday before", "tournage mardi, livraison le lundi d'après".

Conventions: a weekday "before" or "after" is the nearest on that side. The date before stands in the same
paragraph, not far back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from copilot.briefs.grammar.date_words import date_words, weekday_number
from copilot.briefs.grammar.dates_bare import said_before
from copilot.briefs.grammar.fold import Folded
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found

_FAR_REACH = 450  # ... where the words themselves count from another day: "the Friday after"
_BEFORE = "davor|zuvor|vorher|d'avant|précédent|anterior|ervoor|daarvoor|dessförinnan|forinden|i forvejen|precedente"
_AFTER = "danach|darauf|suivant|d'après|siguiente|erna|daarna|erop|därpå|derpå|successivo|seguinte"
_BEFORE_IT = "before|before that|prior|avant|de antes|previo|innan|før|prima|antes"
_AFTER_IT = "after|after that|après|después|efter|etter|dopo|depois"
"""Words that may also go on to name what it is before or after."""
_DAY_BEFORE = alternation(
    "the day before|the afternoon before|the evening before|the night before|the morning before|tag davor|tag zuvor|"
    "am vortag|am vorabend|la veille|jour d'avant|jour précédent|día antes|día anterior|la víspera|dag ervoor|"
    "dag daarvoor|avond ervoor|avond tevoren|dagen innan|dagen före|kvällen innan|dagen før|dagen forinden|aftenen før|"
    "kvelden før|giorno prima|sera prima|giorno precedente|la vigilia|dia anterior|dia antes|véspera"
)
_ENDS = r"(?=\s*(?:[.,;:!?)¶\n]|$|(?:and|und|et|y|en|och|og|e|is|ist|as|too|also|auch)\b))"
_THE_WEEKDAY = r"\bon the {weekday}(?!\s+(?:before|after|of|following|prior|\d))"
"""English: the nearest such day from the one said before on."""


@lru_cache(maxsize=32)
def _weekday_beside(language: str) -> re.Pattern[str]:
    weekday = rf"(?P<wd>{date_words(language).full_weekday})"
    before = rf"(?P<before>{alternation(_BEFORE)}|{alternation(_BEFORE_IT)}{_ENDS})"
    after = rf"(?P<after>{alternation(_AFTER)}|{alternation(_AFTER_IT)}{_ENDS})"
    return re.compile(rf"{weekday}\s+(?:{before}|{after})")


def find_beside(folded: Folded, language: str, stated: Sequence[Found[DateMention]]) -> Iterator[Found[DateMention]]:
    """Yield every such day; `stated` are the text's whole dates in order, with source offsets."""
    if not stated:
        return
    ends = [f.end for f in stated]
    for match in _weekday_beside(language).finditer(folded.text):
        number = weekday_number(date_words(language), match["wd"])
        near = said_before(folded, match.start(), stated, ends, reach=_FAR_REACH)
        if near and number is not None:
            back, on = (near[0].weekday() - number - 1) % 7 + 1, (number - near[1].weekday() - 1) % 7 + 1
            day = near[0] - timedelta(days=back) if match["before"] else near[1] + timedelta(days=on)
            yield folded.found(_on(day), *match.span())
    for match in re.finditer(rf"{_DAY_BEFORE}{_ENDS}", folded.text):
        if near := said_before(folded, match.start(), stated, ends):
            yield folded.found(_on(near[0] - timedelta(days=1)), *match.span())
    yield from _the_weekdays(folded, language, stated, ends)


def _the_weekdays(
    folded: Folded, language: str, stated: Sequence[Found[DateMention]], ends: list[int]
) -> Iterator[Found[DateMention]]:
    """ "Saturday 6 February, and stay on the Sunday": that day of those said before, or the first after them."""
    if language != "en":
        return
    w = date_words(language)
    for match in re.finditer(_THE_WEEKDAY.format(weekday=rf"(?P<wd>{w.full_weekday})"), folded.text):
        near, number = said_before(folded, match.start(), stated, ends), weekday_number(w, match["wd"])
        if near and number is not None:
            day = near[0] + timedelta(days=(number - near[0].weekday()) % 7)
            yield folded.found(_on(day), *match.span("wd"))


def _on(day: date) -> DateMention:
    return DateMention(day, day, "day", (day,), relative=True, year_stated=False)

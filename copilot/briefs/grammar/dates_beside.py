"""Dates told from the one said before them: "11 February and the morning of the 12th", "8 May, the Friday before".

Conventions: a bare day is the first of that number on or after the date before it; a weekday "before" or "after" is the
nearest on that side. The date before stands in the same paragraph, not far back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from copilot.briefs.grammar import calendar_rules as rules
from copilot.briefs.grammar.date_words import date_words, weekday_number
from copilot.briefs.grammar.fold import PARAGRAPH, Folded
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found

_REACH = 160  # characters between the two; a bare "the 4th" further on counts from something else
_FAR_REACH = 450  # ... where the words themselves count from another day: "the Friday after"
_DAY = r"(?P<day>[12]?\d|3[01])"
_NO_MORE = r"(?![\w:/%]|[.,]\d|\s?(?:x\b|sec|min|sek|films?\b|videos?\b))"
_BARE = {
    "en": rf"\b(?:of|on|and|by|until|till|from|to)\s+the\s+{_DAY}(?:st|nd|rd|th){_NO_MORE}"
    r"(?!\s+(?:floor|birthday|anniversary|edition|century|season|episode|street|avenue|ave|draft|round|year|"
    r"quarter|"
    r"cut|version)\b)",
    "de": rf"\b(?:am|und am|des|vom|bis zum|den|dem)\s+{_DAY}\."
    r"(?=\s*(?:[,;)¶]|$|(?:und|nur|ist|sind|vormittags|nachmittags|morgens|abends|in|im|bei|auf)\b))",
    "fr": rf"\b(?:le|du|et le|au)\s+{_DAY}(?=\s*(?:[.,;)¶]|$|(?:et|au|le|matin|au matin|apres-midi|seulement|a|"
    rf"en|dans|chez)\b))",
    "es": rf"\b(?:el|del|y el|al)\s+{_DAY}(?=\s*(?:[.,;)¶]|$|(?:y|por|solo|al|de (?:madrugada|manana|tarde|"
    rf"noche)|en|a)\b))",
    "nl": rf"\b(?:de|en de)\s+{_DAY}e{_NO_MORE}",
    "it": rf"\b(?:il|del|e il|al)\s+{_DAY}(?=\s*(?:[.,;)¶]|$|(?:e|al|mattina|pomeriggio|solo|a|in|nel|alla|di "
    rf"(?:mattina|sera))\b))",
    "pt": rf"\b(?:dia|no dia|e dia|e no dia)\s+{_DAY}{_NO_MORE}",
    "sv": rf"\b(?:den|och den)\s+{_DAY}(?::e)?(?=\s*(?:[.,;)¶]|$|(?:och|pa|bara|i|hos|vid)\b))",
    "da": rf"\b(?:den|og den)\s+{_DAY}\.(?=\s*(?:[,;)¶]|$|(?:og|om|kun|i|pa|hos|ved)\b))",
    "no": rf"\b(?:den|og den)\s+{_DAY}\.(?=\s*(?:[,;)¶]|$|(?:og|om|bare|i|pa|hos|ved)\b))",
}
"""A day of the month alone, said after a whole date."""
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
    yield from _bare_days(folded, language, stated, ends)
    for match in _weekday_beside(language).finditer(folded.text):
        number = weekday_number(date_words(language), match["wd"])
        near = _before(folded, match.start(), stated, ends, reach=_FAR_REACH)
        if near and number is not None:
            back, on = (near[0].weekday() - number - 1) % 7 + 1, (number - near[1].weekday() - 1) % 7 + 1
            day = near[0] - timedelta(days=back) if match["before"] else near[1] + timedelta(days=on)
            yield folded.found(_on(day), *match.span())
    for match in re.finditer(rf"{_DAY_BEFORE}{_ENDS}", folded.text):
        if near := _before(folded, match.start(), stated, ends):
            yield folded.found(_on(near[0] - timedelta(days=1)), *match.span())
    yield from _the_weekdays(folded, language, stated, ends)


def _bare_days(
    folded: Folded, language: str, stated: Sequence[Found[DateMention]], ends: list[int]
) -> Iterator[Found[DateMention]]:
    for match in re.finditer(_BARE.get(language, _BARE["en"]), folded.text):
        near = _before(folded, match.start(), stated, ends)
        prior = near and near[0]
        day = prior and rules.PartialDay(int(match["day"]), prior.month, prior.year).on_or_after(prior)
        if prior and (day is None or day < prior):
            first = rules.add_months(date(prior.year, prior.month, 1), 1)
            day = rules.PartialDay(int(match["day"]), first.month, first.year).on_or_after(prior)
        if day:
            yield folded.found(_on(day), match.start("day"), match.end())


def _the_weekdays(
    folded: Folded, language: str, stated: Sequence[Found[DateMention]], ends: list[int]
) -> Iterator[Found[DateMention]]:
    """ "Saturday 6 February, and stay on the Sunday": that day of those said before, or the first after them."""
    if language != "en":
        return
    w = date_words(language)
    for match in re.finditer(_THE_WEEKDAY.format(weekday=rf"(?P<wd>{w.full_weekday})"), folded.text):
        near, number = _before(folded, match.start(), stated, ends), weekday_number(w, match["wd"])
        if near and number is not None:
            day = near[0] + timedelta(days=(number - near[0].weekday()) % 7)
            yield folded.found(_on(day), *match.span("wd"))


def _on(day: date) -> DateMention:
    return DateMention(day, day, "day", (day,), relative=True, year_stated=False)


def _before(
    folded: Folded, at: int, stated: Sequence[Found[DateMention]], ends: list[int], reach: int = _REACH
) -> tuple[date, date] | None:
    """The first and the last day of the date said last before a folded position, when it stands near."""
    source_at = folded.starts[at]
    position = bisect_right(ends, source_at) - 1
    if position < 0 or source_at - ends[position] > reach:
        return None
    between = folded.text[max(0, at - reach) : at]
    value = stated[position].value
    if PARAGRAPH in between[-(source_at - ends[position]) :] or value.precision != "day":
        return None
    return None if value.start is None or value.end is None else (value.start, value.end)

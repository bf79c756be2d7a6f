"""Days of the month alone: "by the 15th", "prêt le 17", "bis am 20. online", "entreguen el treinta".

Conventions: such a day is the first of its number on or after the whole date said before it in the same paragraph, not
far back; where none is, the first on or after the reference date. What follows it must not be a thing that it counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from copilot.briefs.grammar import calendar_rules as rules
from copilot.briefs.grammar.date_atoms import spoken_days
from copilot.briefs.grammar.date_words import date_words
from copilot.briefs.grammar.fold import PARAGRAPH, Folded
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found

REACH = 160  # characters between the two; a bare "the 4th" further on counts from something else
_LEAST_SPOKEN = 5
"""Days below it are no days when told in words: "am ersten", "de tweede"."""
_DAY = r"(?P<day>[12]?\d|3[01])"
_LEADS = {
    "en": rf"(?<![\w£$€.,/-]){_DAY}(?:st|nd|rd|th)",
    "de": rf"\b(?:am|zum|den|dem|der|des|vom|ab|bis)\s+{_DAY}\.",
    "fr": rf"\b(?:le|du|au|d'ici le|les)\s+{_DAY}",
    "es": rf"\b(?:el|del|al|dia|dias)\s+{_DAY}",
    "nl": rf"\b(?:de)\s+{_DAY}(?:e|de|ste)",
    "it": rf"\b(?:il|del|al|dal|l')\s?{_DAY}",
    "pt": rf"\b(?:dia|dias|a|ate|ate ao)\s+{_DAY}",
    "sv": rf"\b(?:den)\s+{_DAY}(?::e)?",
    "da": rf"\b(?:den|d\.)\s+{_DAY}\.?",
    "no": rf"\b(?:den|d\.)\s+{_DAY}\.?",
}
_GOES_ON = (
    "and or is are was works would will can we i you if at in for from to with please pls latest max morning am pm "
    "afternoon evening noon onwards only but as so not because then when instead too also itself;"
    "et ou a au en dans chez pour avec matin apres-midi soir si c'est est on pas svp mais car max seulement ca faut "
    "qu'on le la les puis;"
    "y o a al en por para con solo si es no un una lo los la las que mejor como tenemos;"
    "en of is zijn was kan in bij om op voor met tot aub graag want maar niet moet dus;"
    "och eller ar i pa hos vid om bara men da for;og eller er hos ved om kun bare men saa;"
    "e o a in nel alla al con per di mattina pomeriggio solo ma che va non alle;"
    "e ou em no na com para das as so mas que nao de manha a;tarde"
)
"""Words that go on after a day; after the number of something else its noun comes."""
ENDS = rf"(?=\s*(?:[.,;:!?)\"'¶+-]|$|(?:{'|'.join(sorted({*_GOES_ON.replace(';', ' ').split()}))})\b))"
_NO_FIGURE = r"(?![\w:/%]|[.,-]\d|\s?(?:x\b|sec\b|sek\b|min\b|€|%|\"|''))"


@lru_cache(maxsize=16)
def _bare(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_LEADS.get(language, _LEADS['en'])}){_NO_FIGURE}(?!\s*{date_words(language).month})")


@lru_cache(maxsize=16)
def _in_words(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(spoken_days(language), key=len, reverse=True))
    lead = {"de": "am|zum|den|dem|bis zum", "en": "the", "nl": "de"}.get(language, "el|le|il|dia|den|del|du|al|au")
    return re.compile(rf"\b(?:{lead})\s+(?P<word>{words})(?!\w){ENDS}(?!\s*(?:de\s|di\s)?{date_words(language).month})")


@lru_cache(maxsize=16)
def _behind_weekday(language: str) -> re.Pattern[str]:
    return re.compile(rf"{date_words(language).weekday}[.,]?\s$")


def find_bare_days(
    folded: Folded, language: str, reference: date, stated: Sequence[Found[DateMention]]
) -> Iterator[Found[DateMention]]:
    """Yield every such day; `stated` are the text's whole dates in order, with source offsets."""
    ends = [f.end for f in stated]
    lower_goes_on = language == "de"  # whose nouns have capitals
    ending, told_weekday = re.compile(ENDS), _behind_weekday(language)
    for match in _bare(language).finditer(folded.text):
        if told_weekday.search(folded.text, max(0, match.start() - 16), match.start()):
            continue  # "Thursday 31st" is read where weekdays are, in the month in which they agree
        after = re.compile(r"\s+([^\W\d_])").match(folded.text, match.end())
        goes_on = lower_goes_on and after and folded.source[folded.starts[after.start(1)]].islower()
        if goes_on or ending.match(folded.text, match.end()):
            day = _day(folded, match, int(match["day"]), reference, stated, ends)
            if day is not None:
                yield folded.found(_on(day), match.start("day"), match.end())
    values = spoken_days(language)
    for match in _in_words(language).finditer(folded.text):
        number = values[match["word"]]
        day = _day(folded, match, number, reference, stated, ends) if number >= _LEAST_SPOKEN else None
        if day is not None:
            yield folded.found(_on(day), *match.span("word"))


def _day(
    folded: Folded,
    match: re.Match[str],
    number: int,
    reference: date,
    stated: Sequence[Found[DateMention]],
    ends: list[int],
) -> date | None:
    near = said_before(folded, match.start(), stated, ends)
    base = near[0] if near else reference
    months = (rules.add_months(base.replace(day=1), ahead) for ahead in range(3))
    days = (rules.PartialDay(number, month.month, month.year).on_or_after(base) for month in months if number)
    return next((day for day in days if day is not None and day >= base), None)


def _on(day: date) -> DateMention:
    return DateMention(day, day, "day", (day,), relative=True, year_stated=False)


def said_before(
    folded: Folded, at: int, stated: Sequence[Found[DateMention]], ends: list[int], reach: int = REACH
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

"""Days joined to a day told beside them: "Tuesday and the day after", "the Thursday and Friday of next week".

Conventions: the day after is the next calendar day. A weekday joined to one that is told by its week lies in the same
run of days: before it when it is named before it, after it when it is named after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from copilot.briefs.grammar.date_words import date_words, weekday_number
from copilot.briefs.grammar.fold import Folded
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found

_AND = (
    r"(?:\s*[,&+/]\s*|\s+)(?:(?:and|und|sowie|et|y|e|en|och|og|plus|puis|then|dann|luego|daarna|sedan|poi)\s+)?"
    r"(?:(?:on|am|op|pa|til)\s+)?(?:(?:the|der|dem|den|le|el|al|il|de|o|a|no|na)\s+)?"
)
_AND_THEN = (
    r"\s(?:and|und|sowie|et|y|e|en|och|og|plus|puis|then|dann|luego|daarna|sedan|poi)\s(?:(?:on|am|op|pa)\s)?"
    r"(?:(?:the|der|dem|den|le|el|al|il|de|o|a|no)\s)?"
)
_DAY_AFTER = alternation(
    "the day after|day after|the following day|following day|next day|day following|tag darauf|tag danach|tag nach|"
    "darauffolgenden tag|folgenden tag|folgetag|tags darauf|lendemain|jour suivant|jour d'après|día siguiente|"
    "día después|dag erna|dag daarna|dag erop|volgende dag|dagen efter|dagen därpå|dagen derpå|dagen derefter|"
    "dagen etter|påföljande dag|følgende dag|giorno dopo|giorno successivo|giorno seguente|dia seguinte|dia a seguir"
)
_AFTER_WHAT = r"(?!\s+(?:the|der|dem|le|la|el|de|den|det|il|o|a|tomorrow|we|it|that|this)\b)"


_BARE_END = re.compile(r"(?<![\w/.])\d{1,2}(?:st|nd|rd|th|\.|:?e)?$")
_NO_DAY = r"(?![\w:/%-]|[.,]\d|\s?(?:x\b|h\b|uhr|am\b|pm\b|sec|min|sek|films?\b|filme\b|videos?\b|€|%))"
_MOST_LISTED = 6
"""How many days of a list without its month are read."""


@dataclass(frozen=True)
class _Patterns:
    day_after: re.Pattern[str]
    day_after_on: re.Pattern[str]
    weekday_before: re.Pattern[str]
    weekday_after: re.Pattern[str]
    weekday: re.Pattern[str]
    told: re.Pattern[str]
    listed: re.Pattern[str]


@lru_cache(maxsize=32)
def _patterns(language: str) -> _Patterns:
    w = date_words(language)
    weekday = rf"(?P<wd>{w.full_weekday})"
    which = alternation(w.lexicon.next_)
    week = alternation(w.lexicon.week)
    return _Patterns(
        day_after=re.compile(rf"{_AND}(?P<day>{_DAY_AFTER}){_AFTER_WHAT}"),
        day_after_on=re.compile(rf"[^.;:!?\n\d¶]{{0,60}}?{_AND_THEN}(?P<day>{_DAY_AFTER}){_AFTER_WHAT}"),
        weekday_before=re.compile(rf"{weekday}{_AND}$"),
        weekday_after=re.compile(rf"{_AND}{weekday}(?!\s*(?:{which}|\d))"),
        weekday=re.compile(weekday),
        told=re.compile(rf"{which}|{week}"),
        listed=re.compile(
            rf"(?:(?P<to>{w.range_to})|{w.list_and})(?:{alternation(w.lexicon.on)}\s*)?(?:the\s+)?"
            rf"(?P<day>(?:[12]?\d|3[01])(?:\.(?!\s?\d)|{w.ordinal})?){_NO_DAY}(?!\s*(?:{alternation(w.lexicon.of)}\s*)?{w.month})"
        ),
    )


def with_joined(folded: Folded, language: str, found: Sequence[Found[DateMention]]) -> list[Found[DateMention]]:
    """The same dates with the days joined to them; a joined reading takes the place of a looser one at its words."""
    joined = list({one.start: one for one in _joined(folded, language, found)}.values())
    kept = [f for f in found if not any(f.overlaps(j.start, j.end) for j in joined)]
    return sorted([*kept, *joined], key=lambda f: f.start)


def _joined(folded: Folded, language: str, found: Sequence[Found[DateMention]]) -> Iterator[Found[DateMention]]:
    p = _patterns(language)
    for one in found:
        if one.value.precision != "day" or not one.value.days:
            continue
        start, end = bisect_left(folded.starts, one.start), bisect_left(folded.starts, one.end)
        after = p.day_after.match(folded.text, end)
        after = after or p.day_after_on.match(folded.text, end)
        if after:
            day = _on(one.value.days[-1] + timedelta(days=1))
            yield folded.found(day, after.start("day"), after.end("day"))
        if one.value.relative and _BARE_END.search(folded.text[start:end]):
            yield from _listed(folded, p, one.value.days[-1], end)
        if not one.value.relative or len(one.value.days) != 1 or not _tells_week(p, folded.text[start:end]):
            continue
        yield from _weekdays_beside(folded, language, p, one.value.days[0], start, end)


def _listed(folded: Folded, p: _Patterns, day: date, end: int) -> Iterator[Found[DateMention]]:
    """The days that go on a list whose month stands elsewhere: "on the 6th and 7th", "from the 6th to the 8th"."""
    for _ in range(_MOST_LISTED):
        match = p.listed.match(folded.text, end)
        number = int(re.sub(r"\D", "", match["day"])) if match else 0
        if match is None or not day.day < number <= monthrange(day.year, day.month)[1]:
            return
        days = [day.replace(day=n) for n in range(day.day + 1 if match["to"] else number, number + 1)]
        yield folded.found(
            DateMention(days[0], days[-1], "day", tuple(days), relative=True, year_stated=False), *match.span("day")
        )
        day, end = days[-1], match.end()


def _tells_week(p: _Patterns, text: str) -> bool:
    return p.weekday.search(text) is not None and p.told.search(text) is not None


def _weekdays_beside(
    folded: Folded, language: str, p: _Patterns, day: date, start: int, end: int
) -> Iterator[Found[DateMention]]:
    w = date_words(language)
    before = p.weekday_before.search(folded.text, max(0, start - 40), start)
    number = weekday_number(w, before["wd"]) if before else None
    if before and number is not None and number != day.weekday():
        yield folded.found(_on(day - timedelta(days=(day.weekday() - number) % 7)), *before.span("wd"))
    after = p.weekday_after.match(folded.text, end)
    number = weekday_number(w, after["wd"]) if after else None
    if after and number is not None and number != day.weekday():
        yield folded.found(_on(day + timedelta(days=(number - day.weekday()) % 7)), *after.span("wd"))


def _on(day: date) -> DateMention:
    return DateMention(day, day, "day", (day,), relative=True, year_stated=False)

"""Weekdays and weekends told by their week: "Tues/Wed next week", "mardi et mercredi prochains", "next weekend".

Conventions: two weekdays with a dash are all the days from one to the other; joined otherwise they are two days, the
second the first of its name after the first. A weekend is its Saturday and Sunday; the next one is next week's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from copilot.briefs.grammar import calendar_rules as rules
from copilot.briefs.grammar.date_words import date_words, weekday_number
from copilot.briefs.grammar.dates_relative import NEXT_SKIPS
from copilot.briefs.grammar.fold import Folded
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found

_WEEKEND = "weekend|week-end|wochenende|we|fin de semana|finde|helg|helga|helgen|fine settimana|fim de semana|weekenden"
_AFTER_NEXT = (
    "übernächste woche|übernächster woche|übernächsten woche|the week after next|week after next|"
    "nästnästa vecka|semaine d'après|over twee weken|om to uger|om to uker|fra due settimane"
)
_NEXT_BUT_ONE = "übernächsten|übernächster|übernächste"
_ON = r"(?:(?:on|am|den|op|på|pa|le|el|il|på|na|der|the|of|de|in|i)\s+)?"
_WEEKEND_DAY, _MOST_APART = 5, 4


@lru_cache(maxsize=32)
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    w = date_words(language)
    which, week = alternation(w.lexicon.next_), alternation(w.lexicon.week)
    this = alternation(
        "this|this coming|coming|dies*|kommende*|ce|este|deze|dit|komende|denna|den här|denne|questo|esse"
    )
    next_week = rf"(?:{which}\s+{week}|{week}\s+{which})"
    joint = rf"(?P<joint>{w.range_to}|{w.list_and})(?:{alternation(w.lexicon.on)}\s+)?"
    two = rf"(?P<one>{w.weekday})\.?{joint}(?P<two>{w.weekday})\.?"
    return {
        "next_week": re.compile(rf"(?:{two}\s+{_ON}{next_week}|{next_week}\s+{_ON}{two.replace('?P<', '?P<x')})"),
        "coming": re.compile(
            rf"(?:{two}\s+(?:{which})(?!\s+{week})|(?:{which}|{this})\s+{two.replace('?P<', '?P<x')})"
        ),
        "next_short": re.compile(
            rf"(?:{which}\s+{week}\s+{_ON}(?P<a>{w.weekday})|(?P<b>{w.weekday})\.?\s+{_ON}{next_week})(?!\w)"
        ),
        "short": re.compile(rf"(?:(?P<next>{which})|{this})\s+(?P<a>{w.weekday})(?!\w)\.?(?!\s+{week})"),
        "week_first": re.compile(
            rf"(?<!\w){alternation(w.lexicon.week_number)}\.?\s?(?P<week>\d{{1,2}})[,:]?\s+{_ON}(?P<a>{w.full_weekday})"
        ),
        "after_next": re.compile(
            rf"(?:(?P<a>{w.weekday})\.?\s+{_ON})?{alternation(_AFTER_NEXT)}(?:\s+{_ON}(?P<b>{w.weekday})(?!\w))?"
        ),
        "next_but_one": re.compile(rf"{alternation(_NEXT_BUT_ONE)}\s+(?P<a>{w.full_weekday})"),
        "weekend": re.compile(
            rf"(?:(?:(?P<next>{which})|{this})\s+{alternation(_WEEKEND)}|{alternation(_WEEKEND)}\s+(?P<after>{which}))"
        ),
    }


def find_by_week(folded: Folded, language: str, reference: date) -> Iterator[Found[DateMention]]:
    """Yield every such mention, as of the reference date."""
    p, w = _patterns(language), date_words(language)
    monday = reference - timedelta(days=reference.weekday())
    for name in ("next_week", "coming"):
        for match in p[name].finditer(folded.text):
            side = "" if match["one"] else "x"
            first, last = (weekday_number(w, match[f"{side}{which}"]) for which in ("one", "two"))
            if first is None or last is None or first == last:
                continue
            start = monday + timedelta(days=7 + first) if name == "next_week" else rules.next_weekday(first, reference)
            apart = (last - first) % 7
            run = apart <= _MOST_APART and re.fullmatch(w.range_to, match[f"{side}joint"])
            steps = range(apart + 1) if run else (0, apart)
            yield folded.found(_days(*(start + timedelta(days=n) for n in steps)), *match.span())
    for name, ahead in (("next_short", 7), ("after_next", 14)):
        for match in p[name].finditer(folded.text):
            weekday = match["a"] or match["b"]
            number = weekday_number(w, weekday) if weekday else None
            begin = monday + timedelta(days=ahead)
            if number is not None:
                yield folded.found(_days(begin + timedelta(days=number)), *match.span())
            elif not weekday:
                week = DateMention(begin, begin + timedelta(days=6), "week", relative=True, year_stated=False)
                yield folded.found(week, *match.span())
    for match in p["short"].finditer(folded.text):
        number = weekday_number(w, match["a"])
        if number is not None:
            day = rules.next_weekday(number, reference, skip_this_week=match["next"] in NEXT_SKIPS)
            yield folded.found(_days(day), *match.span())
    for match in p["week_first"].finditer(folded.text):
        span, number = rules.week_span(int(match["week"]), None, reference), weekday_number(w, match["a"])
        if span is not None and number is not None:
            yield folded.found(_days(span[0] + timedelta(days=number)), *match.span())
    for match in p["next_but_one"].finditer(folded.text):
        number = weekday_number(w, match["a"])
        if number is not None:
            yield folded.found(_days(rules.next_weekday(number, reference) + timedelta(days=7)), *match.span())
    for match in p["weekend"].finditer(folded.text):
        saturday = monday + timedelta(days=_WEEKEND_DAY + (7 if match["next"] or match["after"] else 0))
        yield folded.found(_days(saturday, saturday + timedelta(days=1)), *match.span())


def _days(*days: date) -> DateMention:
    return DateMention(days[0], days[-1], "day", days, relative=True, year_stated=False)

"""Weekdays told by something else: the first Monday in March, Friday of week 47, Friday in three weeks, after Easter.

Conventions: "Friday in three weeks" and "three weeks on Friday" are the Friday of the week that is three weeks on;
"vendredi en huit" is the Friday after this coming one. Easter is the Western one. "Friday the 13th" is the first from
the reference date on, not more than half a year away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from copilot.briefs.grammar import calendar_rules as rules
from copilot.briefs.grammar.date_atoms import spoken_days
from copilot.briefs.grammar.date_words import YEAR, DateWords, date_words, weekday_number
from copilot.briefs.grammar.dates_bare import ENDS
from copilot.briefs.grammar.fold import Folded
from copilot.briefs.grammar.lexicon import feasts
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.numbers import scan
from copilot.briefs.grammar.span import Found

_FARTHEST = 6  # months; the next "Friday the 13th" lies further away where another day is meant
_NEAR = 2  # months; within them a short weekday and a number alone that agree are a day: "mié 17"
_LINK = r"(?:[\s,]+(?:of|in|der|des|von|in der|de|de la|del|van|in|i|den|die|della|di|da|do|the|on)){0,2}[\s,]+"


@lru_cache(maxsize=32)
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    w = date_words(language)
    lex = w.lexicon
    ordinal = "|".join(rf"(?P<o{n}>{alternation(words)})" for n, words in feasts.ORDINALS.items())
    year = rf"(?:[\s,]+(?P<year>{YEAR}))?"
    weekday = rf"(?P<wd>{w.full_weekday})"
    within = alternation("|".join(filter(None, (lex.in_, lex.within, "over|om|tra|fra|dentro de|em"))))
    return {
        "nth": re.compile(
            rf"(?:{ordinal}|(?P<last>{alternation(feasts.LAST)}))\s+{weekday}{_LINK}(?P<month>{w.full_month}){year}"
        ),
        "of_week": re.compile(
            rf"{weekday}(?:{_LINK}|[\s,]*\(?)(?:{alternation(lex.week_number)}|kw|week|"
            rf"wk)\.?\s?(?P<week>\d{{1,2}})(?!\d|[.:]\d){year}"
        ),
        "in_spans": re.compile(rf"{weekday}\s+{within}\s+$"),
        "week": re.compile(rf"\s?{alternation(lex.week)}"),
        "on": re.compile(rf"\s+(?:{alternation(lex.on)}|{alternation('on|am|op|på|i')})?\s*{weekday}"),
        "en_huit": re.compile(rf"{weekday}\s+en\s+(?P<days>huit|quinze)(?!\w)(?!\s+jours)"),
        "numbered": re.compile(
            rf"(?:(?P<wd>{w.full_weekday})[,.]?\s+(?:the\s+|den\s+|de\s+|le\s+|el\s+|dia\s+)?(?P<day>[12]?\d|3[01])"
            rf"(?:\.(?!\s?\d)|{w.ordinal})?|(?P<short>{w.weekday})\.?\s+(?:the\s+)?(?P<nth>[12]?\d|3[01])(?:{w.ordinal}|(?P<plain>{ENDS})))"
            r"(?![\w:/%-]|[.,]\d|\s?(?:-\s?\d|uhr|h\b|am\b|pm\b|a\.m|p\.m|o'clock|hrs|heures|horas|uur|ore\b|klokk?a?))"
        ),
        "feast": re.compile(
            rf"(?:(?P<wd>{w.full_weekday})\s+)?(?:(?P<after>{alternation(feasts.AFTER)})|"
            rf"(?P<before>{alternation(feasts.BEFORE)}))"
            rf"\s+(?:{'|'.join(rf'(?P<{name}>{alternation(words)})' for name, words in feasts.FEASTS.items())})"
        ),
        "feast_day": re.compile("|".join(rf"(?P<{name}>{alternation(words)})" for name, words in feasts.DAYS.items())),
        "fixed_day": re.compile(
            rf"(?:{alternation(f'{lex.by}|{lex.on}|{feasts.UNTIL}')}\s+(?:{alternation(lex.on)}\s+)?)"
            rf"(?:{'|'.join(rf'(?P<m{m}d{d}>{alternation(words)})' for (m, d), words in feasts.FIXED.items())})"
        ),
    }


def find_told_weekdays(folded: Folded, language: str, reference: date) -> Iterator[Found[DateMention]]:
    """Yield every such day, as of the reference date."""
    p, w = _patterns(language), date_words(language)
    yield from _nth_of_month(folded, p["nth"], w, reference)
    for match in p["of_week"].finditer(folded.text):
        span = rules.week_span(int(match["week"]), int(match["year"]) if match["year"] else None, reference)
        number = weekday_number(w, match["wd"])
        if span is not None and number is not None:
            yield folded.found(_on(span[0] + timedelta(days=number)), *match.span())
    yield from _weeks_away(folded, p, w, language, reference)
    for match in p["en_huit"].finditer(folded.text):
        number = weekday_number(w, match["wd"])
        if number is not None:
            later = 7 if match["days"] == "huit" else 14
            yield folded.found(_on(rules.next_weekday(number, reference) + timedelta(days=later)), *match.span())
    yield from _numbered(folded, p["numbered"], w, language, reference)
    yield from _feasts(folded, p, w, reference)


def _numbered(
    folded: Folded, pattern: re.Pattern[str], w: DateWords, language: str, reference: date
) -> Iterator[Found[DateMention]]:
    """ "mercredi 13", "Fri 13th": the month is that in which the day of this number falls on the weekday."""
    for match in pattern.finditer(days_in_figures(folded.text, language)):
        weekday, number = weekday_number(w, match["wd"] or match["short"]), int(match["day"] or match["nth"])
        for ahead in range(_NEAR if match["plain"] is not None else _FARTHEST):
            first = rules.add_months(reference.replace(day=1), ahead)
            day = rules.PartialDay(number, first.month, first.year).on_or_after(reference)
            if day is not None and day >= reference and day.weekday() == weekday:
                yield folded.found(_on(day), *match.span())
                break


@lru_cache(maxsize=16)
def _said_behind(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(spoken_days(language), key=len, reverse=True))
    return re.compile(
        rf"({date_words(language).full_weekday}\s+(?:(?:the|de|den|dem|der|le|el|dia)\s+)?)({words})(?!\w)"
    )


def days_in_figures(text: str, language: str) -> str:
    """The text with days in words behind a weekday ("domenica ventisei") as figures in as many characters."""
    values = spoken_days(language)
    return _said_behind(language).sub(lambda m: f"{m[1]}{values[m[2]]:>{len(m[2])}}", text)


def _on(day: date) -> DateMention:
    return DateMention(day, day, "day", (day,), relative=True, year_stated=False)


def _nth_of_month(
    folded: Folded, pattern: re.Pattern[str], w: DateWords, reference: date
) -> Iterator[Found[DateMention]]:
    for match in pattern.finditer(folded.text):
        month, weekday = w.months.get(match["month"].rstrip(".")), weekday_number(w, match["wd"])
        if month is None or weekday is None:
            continue
        nth = next((n for n in feasts.ORDINALS if match[f"o{n}"]), None)
        stated = rules.full_year(match["year"].lstrip("'")) if match["year"] else None
        years = (stated,) if stated is not None else (reference.year, reference.year + 1)
        days = (_nth(weekday, nth, month, year) for year in years)
        day = next((d for d in days if stated is not None or d >= reference), None)
        if day is not None:
            yield folded.found(_on(day), *match.span())


def _nth(weekday: int, nth: int | None, month: int, year: int) -> date:
    """The nth such weekday of a month, or with `nth` None its last."""
    if nth is None:
        last = rules.month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _weeks_away(
    folded: Folded, p: dict[str, re.Pattern[str]], w: DateWords, language: str, reference: date
) -> Iterator[Found[DateMention]]:
    """ "Friday in three weeks", "fredag om tre uger", "three weeks on Friday"."""
    monday = reference - timedelta(days=reference.weekday())
    for n in scan(folded.text, language):
        unit = p["week"].match(folded.text, n.end)
        if unit is None or n.value != int(n.value) or not 1 <= n.value <= 30:
            continue
        weeks = timedelta(weeks=int(n.value))
        lead = p["in_spans"].search(folded.text, max(0, n.start - 30), n.start)
        trail = p["on"].match(folded.text, unit.end()) if language == "en" else None
        if lead and (number := weekday_number(w, lead["wd"])) is not None:
            yield folded.found(_on(monday + weeks + timedelta(days=number)), lead.start(), unit.end())
        elif trail and (number := weekday_number(w, trail["wd"])) is not None:
            yield folded.found(_on(rules.next_weekday(number, reference) + weeks), n.start, trail.end())


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _feasts(
    folded: Folded, p: dict[str, re.Pattern[str]], w: DateWords, reference: date
) -> Iterator[Found[DateMention]]:
    """ "Wednesday after Easter": the first such weekday on that side of the feast; "Good Friday" by name."""
    for match in p["feast"].finditer(folded.text):
        number = weekday_number(w, match["wd"]) if match["wd"] else None
        if number is None:
            continue
        name = next(n for n in feasts.FEASTS if match[n])
        for year in (reference.year, reference.year + 1):
            first, last = _feast(name, year)
            day = rules.next_weekday(number, last) if match["after"] else _weekday_before(number, first)
            if day >= reference:
                yield folded.found(_on(day), *match.span())
                break
    for match in p["feast_day"].finditer(folded.text):
        name = next(n for n in feasts.DAYS if match[n])
        days = (
            easter(year) + timedelta(days=feasts.FROM_EASTER[name]) for year in (reference.year, reference.year + 1)
        )
        yield folded.found(_on(next(d for d in days if d >= reference)), *match.span())
    for match in p["fixed_day"].finditer(folded.text):
        month, of_month = next(at for at in feasts.FIXED if match[f"m{at[0]}d{at[1]}"])
        coming = rules.PartialDay(of_month, month).on_or_after(reference)
        if coming is not None:
            yield folded.found(_on(coming), *match.span(f"m{month}d{of_month}"))


def _feast(name: str, year: int) -> tuple[date, date]:
    """The first and last holiday of a feast: Easter is Sunday and Monday, Christmas the 24th to the 26th."""
    if name == "christmas":
        return date(year, 12, 24), date(year, 12, 26)
    sunday = easter(year) + timedelta(days=49 if name == "pentecost" else 0)
    return sunday, sunday + timedelta(days=1)


def _weekday_before(weekday: int, day: date) -> date:
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)

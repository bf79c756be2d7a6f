"""Months, quarters, calendar weeks, and their beginnings, middles and ends.

Conventions: start of March is the 1st, early March the 5th, mid-March the 15th, late March the 25th, end of March its
last day; the end of a week is its Friday. "Week 14" is Monday to Sunday of the ISO week.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from copilot.briefs.grammar import calendar_rules as rules
from copilot.briefs.grammar.date_words import YEAR, DateWords, date_words
from copilot.briefs.grammar.fold import Folded
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found

_PARTS = ("start_of", "early", "mid", "late", "end_of")
_ORDINALS = {
    1: "first|1st|1.|erste|erster|erstes|erstem|ersten|première|premier|1er|primer|primera|prima|primeira|eerste|första"
    "|første|primo|primeiro|1e",
    2: "second|2nd|2.|zweite|zweiter|zweites|zweiten|deuxième|2e|2ème|segundo|segunda|seconda|tweede|andra|andet"
    "|andre|secondo",
    3: "third|3rd|3.|dritte|dritter|drittes|dritten|troisième|3e|3ème|tercer|tercera|terza|terceira|derde|tredje|terzo"
    "|terceiro",
    4: "fourth|4th|4.|vierte|vierter|viertes|vierten|quatrième|4e|4ème|cuarto|cuarta|quarta|vierde|fjärde|fjerde"
    "|quarto",
}
_LAST = "last|letzte|letzten|letzter|dernière|última|laatste|sista|sidste|siste|ultima|final"
_NOT_A_MONTH = re.compile(r"\s?(?:\d{1,2}(?:st|nd|rd|th)?(?!\d)|'s\b|,?\s?\d{1,2}:\d)")


@lru_cache(maxsize=32)
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    w = date_words(language)
    lex = w.lexicon
    year = rf"(?:[\s,/.-]{{0,2}}(?:{alternation(lex.of)}\s?)?(?P<year>{YEAR}))?"
    parts = "|".join(
        rf"(?P<{name}>{alternation(entry, bounded=False)})" for name in _PARTS if (entry := getattr(lex, name))
    )
    of = rf"(?:[\s-]*(?:{alternation(lex.of)}|{alternation('the|des|der|du|del|de|i|di')})?\s*)"
    ordinal = "|".join(rf"(?P<o{n}>{alternation(words)})" for n, words in _ORDINALS.items())
    week_letter = r"(?:kw|cw|wk|w|v\.|v|s)" if language in {"fr", "sv"} else r"(?:kw|cw|wk)"
    span = (
        rf"(?:\s?(?:-|/|&|{alternation(lex.to)}|{alternation(lex.and_)})\s?(?:{week_letter}\s?)?(?P<last>\d{{1,2}}))?"
    )
    fused_month = alternation("|".join(lex.months), bounded=False)
    which = rf"(?P<next>{alternation(lex.next_)})|{alternation(lex.this)}"
    unit = (
        rf"(?:(?P<week>{alternation(lex.week)})|(?P<month>{alternation(lex.month)})"
        rf"|(?P<quarter>{alternation(lex.quarter)})|(?P<year>{alternation(lex.year)}))"
    )
    return {
        "part": re.compile(rf"(?<!\w)(?:{parts})[\s-]*{of}(?P<month>{w.month})\.?{year}"),
        "month": re.compile(
            rf"(?P<cue>{alternation(lex.in_month)}\s+|:\s?)?(?P<month>{w.full_month})"
            rf"(?:\s?(?:-|/|{alternation(lex.to)}|{alternation(lex.and_)})\s?(?P<last>{w.full_month}))?{year}"
        ),
        "short_month": re.compile(rf"(?P<month>{w.month})\.?[\s/]{{1,2}}(?P<year>{YEAR})"),
        "numeric_month": re.compile(r"(?<![\d./-])(?P<month>0[1-9]|1[0-2])/(?P<year>20\d\d)(?![\d/])"),
        "week_in_month": re.compile(
            rf"(?:{ordinal}|(?P<last>{alternation(_LAST)}))\s*(?:{alternation(lex.week)}{of}(?P<month>{w.month})"
            rf"|(?P<fused>{fused_month})woche)(?!\w){year}"
        ),
        "quarter": re.compile(
            rf"(?<!\w)(?:(?:q|t|k)\s?(?P<q>[1-4])(?!\w)|(?P<q2>[1-4])\s?[qt](?!\w)|"
            rf"(?:{ordinal})\s*{alternation(lex.quarter)}"
            rf"|{alternation(lex.quarter)}\s?(?P<q3>[1-4])(?!\w)){year}"
        ),
        "week": re.compile(
            rf"(?<!\w)(?:(?P<word>{alternation(lex.week_number, bounded=False)})\.?\s?(?:nr\.?\s?|no\.?\s?|#\s?)?"
            rf"|(?P<letter>{week_letter})\s?)"
            rf"(?P<first>\d{{1,2}})(?![\d:.,%]\d|\d){span}(?!\w)(?:[\s/,-]{{0,2}}(?:(?:i|of|de|del|van|von|av|af)\s)?(?P<year>{YEAR}))?"
        ),
        "end": re.compile(
            rf"(?<!\w){alternation(lex.end_of, bounded=False)}\s*{of}(?:(?:{which})\s+)?{unit}"
            rf"(?:\s+(?P<after>{alternation(lex.next_)}))?"
        ),
        "compound_end": re.compile(
            r"(?<!\w)(?:(?P<month>monatsende|månadsskiftet|manadsskiftet|manedsskiftet)"
            r"|(?P<year>jahresende|årsskiftet|arsskiftet)|(?P<week>wochenende der woche))(?!\w)"
        ),
        "next": re.compile(
            rf"(?:(?P<next>{alternation(lex.next_)})|(?P<this>{alternation(lex.this)}))\s+{unit}"
            rf"|{unit.replace('?P<', '?P<x')}\s+(?P<after>{alternation(lex.next_)})"
        ),
    }


def find_periods(folded: Folded, language: str, reference: date) -> Iterator[Found[DateMention]]:
    """Yield every period, the most telling reading of a span first."""
    p, w = _patterns(language), date_words(language)
    yield from _parts_of_months(folded, p["part"], w, reference)
    for name in ("end", "compound_end"):
        for match in p[name].finditer(folded.text):
            groups = match.groupdict()
            later = bool(groups.get("next") or groups.get("after"))
            end = _end_of(match, reference, later=later)
            mention = DateMention(end, end, "approx", (end,), relative=True, year_stated=False)
            yield folded.found(mention, *match.span())
    yield from _weeks_of_months(folded, p["week_in_month"], w, reference)
    yield from _weeks(folded, p["week"], language, reference)
    yield from _quarters(folded, p["quarter"], reference)
    for name in ("month", "short_month", "numeric_month"):
        for match in p[name].finditer(folded.text):
            found = _month(folded, match, w, reference)
            if found is not None:
                yield found
    for match in p["next"].finditer(folded.text):
        coming = _next_period(match, reference)
        if coming is not None:
            yield folded.found(coming, *match.span())


def _year(match: re.Match[str]) -> int | None:
    return rules.full_year(match["year"].lstrip("'")) if match["year"] else None


def _parts_of_months(
    folded: Folded, pattern: re.Pattern[str], w: DateWords, reference: date
) -> Iterator[Found[DateMention]]:
    for match in pattern.finditer(folded.text):
        month = w.months.get(match["month"].rstrip("."))
        if month is None:
            continue
        kind = next(name for name in _PARTS if name in match.groupdict() and match[name])
        year, fixed = (
            _year(match),
            {"start_of": 1, "early": rules.EARLY_DAY, "mid": rules.MID_DAY, "late": rules.LATE_DAY},
        )
        settled = rules.year_for_month(month, year, reference)
        day = date(settled, month, fixed[kind]) if kind in fixed else rules.month_end(settled, month)
        if year is None and day < reference:
            day = rules.add_months(day, 12) if kind in fixed else rules.month_end(settled + 1, month)
        yield folded.found(DateMention(day, day, "approx", (day,), year_stated=year is not None), *match.span())


def _month(folded: Folded, match: re.Match[str], w: DateWords, reference: date) -> Found[DateMention] | None:
    """Return a month or a run of months; one without a year or a cue before it must be the whole of an entry."""
    groups = match.groupdict()
    name = match["month"].rstrip(".")
    first = int(name) if name.isdigit() else w.months.get(name)
    last = w.months.get(groups["last"]) if groups.get("last") else first
    if first is None or last is None:
        return None
    start_at = match.start("month")
    capital = not folded.source[folded.starts[start_at]].islower()
    year = _year(match)
    if year is None and (_NOT_A_MONTH.match(folded.text, match.end()) or not (groups.get("cue") or groups.get("last"))):
        return None
    if not capital and year is None and name in {"march", "may", "mars", "august"} and w.lexicon.code == "en":
        return None
    settled = rules.year_for_month(last, year, reference)
    begin = date(settled if first <= last else settled - 1, first, 1)
    end = rules.month_end(settled, last)
    return folded.found(DateMention(begin, end, "month", year_stated=year is not None), start_at, match.end())


def _weeks_of_months(
    folded: Folded, pattern: re.Pattern[str], w: DateWords, reference: date
) -> Iterator[Found[DateMention]]:
    """Yield "first week of February": the ISO week that holds most of the month's nth seven days."""
    for match in pattern.finditer(folded.text):
        month = w.months.get((match["month"] or match["fused"]).rstrip("."))
        if month is None:
            continue
        number = next((n for n in _ORDINALS if match[f"o{n}"]), None)
        year = rules.year_for_month(month, _year(match), reference)
        middle = date(year, month, number * 7 - 3) if number else rules.month_end(year, month) - timedelta(days=3)
        monday = middle - timedelta(days=middle.weekday())
        mention = DateMention(monday, monday + timedelta(days=6), "week", year_stated=bool(match["year"]))
        yield folded.found(mention, *match.span())


def _quarters(folded: Folded, pattern: re.Pattern[str], reference: date) -> Iterator[Found[DateMention]]:
    for match in pattern.finditer(folded.text):
        digits = match["q"] or match["q2"] or match["q3"]
        number = int(digits) if digits else next(n for n in _ORDINALS if match[f"o{n}"])
        start, end = rules.quarter_span(number, _year(match), reference)
        yield folded.found(DateMention(start, end, "quarter", year_stated=bool(match["year"])), *match.span())


def _weeks(folded: Folded, pattern: re.Pattern[str], language: str, reference: date) -> Iterator[Found[DateMention]]:
    relative_plan = bool(re.search(r"\b(?:week|woche|semaine|semana)\s1\s?[:-]", folded.text))
    for match in pattern.finditer(folded.text):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        letter = match["letter"]
        capital = folded.source[folded.starts[match.start()]].isupper()
        if letter in {"s", "v", "w"} and (first < 4 or (letter != "v" and not capital)):
            continue
        if match["word"] in {"s", "v"} and (first < 4 or (match["word"] == "s" and not capital)):
            continue
        if relative_plan and match["word"] not in {"kw", "cw"} and first < 13:
            continue
        begin = rules.week_span(first, _year(match), reference)
        end = rules.week_span(last, _year(match) or (begin[0].isocalendar().year if begin else None), reference)
        if begin is not None and end is not None and begin[0] <= end[0]:
            mention = DateMention(begin[0], end[1], "week", year_stated=bool(match["year"]))
            yield folded.found(mention, *match.span())


def _end_of(match: re.Match[str], reference: date, *, later: bool) -> date:
    groups = match.groupdict()
    if groups.get("week"):
        monday = reference - timedelta(days=reference.weekday()) + timedelta(days=7 if later else 0)
        friday = monday + timedelta(days=4)
        return friday if friday >= reference else friday + timedelta(days=7)
    if groups.get("month"):
        day = rules.add_months(date(reference.year, reference.month, 1), 1 if later else 0)
        return rules.month_end(day.year, day.month)
    if groups.get("quarter"):
        day = rules.add_months(reference, 3 if later else 0)
        return rules.quarter_span((day.month + 2) // 3, day.year, reference)[1]
    return date(reference.year + later, 12, 31)


def _next_period(match: re.Match[str], reference: date) -> DateMention | None:
    groups = {name.removeprefix("x"): text for name, text in match.groupdict().items() if text}
    later = "next" in groups or "after" in groups
    if not later and groups["this"] in {
        "the",
        "des",
        "der",
        "den",
        "de",
        "het",
        "el",
        "du",
        "del",
        "do",
        "da",
        "di",
        "die",
    }:
        return None
    if "week" in groups:
        monday = reference - timedelta(days=reference.weekday()) + timedelta(days=7 if later else 0)
        return DateMention(monday, monday + timedelta(days=6), "week", relative=True, year_stated=False)
    if "month" in groups:
        first = rules.add_months(date(reference.year, reference.month, 1), 1 if later else 0)
        return DateMention(first, rules.month_end(first.year, first.month), "month", relative=True, year_stated=False)
    if "quarter" in groups:
        day = rules.add_months(reference, 3 if later else 0)
        start, end = rules.quarter_span((day.month + 2) // 3, day.year, reference)
        return DateMention(start, end, "quarter", relative=True, year_stated=False)
    return None

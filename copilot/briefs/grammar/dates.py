"""Every date, list of dates and period a text names, as of a reference date.

The conventions stand where they are kept: years in `calendar_rules`, order of day and month in `date_order`, parts of
months in `dates_periods`, weekdays and spans of time in `dates_relative`, what a reading holds in
`mentions.DateMention`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from copilot.briefs.grammar.calendar_rules import PartialDay
from copilot.briefs.grammar.date_atoms import Atom, atoms
from copilot.briefs.grammar.date_order import infer_day_first
from copilot.briefs.grammar.date_words import date_words, weekday_number
from copilot.briefs.grammar.dates_bare import find_bare_days
from copilot.briefs.grammar.dates_beside import find_beside
from copilot.briefs.grammar.dates_joined import with_joined
from copilot.briefs.grammar.dates_periods import find_periods
from copilot.briefs.grammar.dates_relative import find_relative
from copilot.briefs.grammar.dates_weekdays import find_told_weekdays
from copilot.briefs.grammar.dates_weeks import find_by_week
from copilot.briefs.grammar.fold import Folded, fold
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found

_BETWEEN = re.compile(
    alternation("between|zwischen|entre|entre le|tussen|mellan|mellem|mellom|tra|fra|tra il")
    + r"\s*(?:the\s|dem\s|den\s|el\s)?$"
)
_LONGEST_RUN = 45  # days; a longer "12 March - 30 June" is a period whose days nobody lists
_LATELY = 60  # days; a weekday that fits only a day gone by for longer is a slip


@lru_cache(maxsize=512)
def find_dates(
    text: str, language: str, reference: date, day_first: bool | None = None
) -> tuple[Found[DateMention], ...]:
    """Return the dates of a text in order, none overlapping; `day_first` None infers the order from the text."""
    folded = fold(text)
    order = infer_day_first(text, language) if day_first is None else day_first
    singles = _joined_ranges(folded, language, _cued(folded, language, atoms(folded, language, day_first=order)))
    absolute = [found for run in singles if (found := _settled(folded, language, run, reference)) is not None]
    absolute = [_run_between(text, _week_of(folded, language, found)) for found in absolute]

    def dated(position: int) -> tuple[date, int] | None:
        at = folded.starts[position] if position < len(folded.starts) else len(text)
        for found in absolute:
            if at <= found.start <= at + 6 and found.value.end:
                return found.value.end, position + len(fold(text[at : found.end]).text)
        return None

    relative = list(find_relative(folded, language, reference, dated))
    periods = list(find_periods(folded, language, reference))
    told = [*find_by_week(folded, language, reference), *find_told_weekdays(folded, language, reference)]
    told += find_bare_days(folded, language, reference, absolute)
    dated_so_far = sorted((*absolute, *(f for f in (*told, *relative) if f.value.days)), key=lambda f: f.end)
    told += find_beside(folded, language, dated_so_far)
    apart = _without_overlaps([*told, *absolute, *periods, *relative])
    return tuple(_without_full_stop(f) for f in with_joined(folded, language, apart))


def _run_between(text: str, found: Found[DateMention]) -> Found[DateMention]:
    """Read "between Monday 16 and Saturday 21 March" as the days from the first to the last."""
    days = found.value.days
    if len(days) != 2 or not 1 < (days[1] - days[0]).days <= _LONGEST_RUN:
        return found
    if not _BETWEEN.search(fold(text[max(0, found.start - 24) : found.start]).text):
        return found
    run = tuple(days[0] + timedelta(days=n) for n in range((days[1] - days[0]).days + 1))
    return replace(found, value=replace(found.value, days=run))


def _cued(folded: Folded, language: str, found: list[Atom]) -> list[Atom]:
    """Drop the doubtful ones ("12/3", "9/16") unless a date word or a range partner stands beside them."""
    w = date_words(language)
    cue = re.compile(
        rf"(?:{alternation(w.lexicon.by)}|{alternation(w.lexicon.on)})[\s:]*(?:{alternation(w.lexicon.on)}\s*)?$"
    )
    kept = []
    for i, atom in enumerate(found):
        lead = folded.text[max(0, atom.start - 30) : atom.start]
        beside = [found[j] for j in (i - 1, i + 1) if 0 <= j < len(found)]
        partner = any(re.fullmatch(w.range_to, _gap(folded, *sorted((atom, b), key=lambda a: a.start))) for b in beside)
        if not atom.needs_cue or cue.search(lead) or partner:
            kept.append(atom)
    return kept


def _gap(folded: Folded, a: Atom, b: Atom) -> str:
    return folded.text[a.end : b.start]


def _joined_ranges(folded: Folded, language: str, found: list[Atom]) -> list[tuple[Atom, ...]]:
    """Return single atoms and the pairs that a dash or "to" joins into one run."""
    w = date_words(language)
    on = alternation(w.lexicon.on)
    through = re.compile(rf"{w.range_to}(?:{on}\s*)*")
    runs: list[tuple[Atom, ...]] = []
    i = 0
    while i < len(found):
        pair = i + 1 < len(found) and _through(folded, found[i], found[i + 1], through, w.list_and)
        one_each = pair and len(found[i].days) == len(found[i + 1].days) == 1
        runs.append((found[i], found[i + 1]) if one_each else (found[i],))
        i += 2 if one_each else 1
    return runs


def _through(folded: Folded, a: Atom, b: Atom, through: re.Pattern[str], list_and: str) -> bool:
    """Whether two dates bound a run: "12 March - 2 April", "between 12 March and 2 April"."""
    gap = _gap(folded, a, b)
    between = _BETWEEN.search(folded.text[max(0, a.start - 16) : a.start])
    return bool(through.fullmatch(gap) or (between and re.fullmatch(list_and, gap)))


def _settled(folded: Folded, language: str, run: tuple[Atom, ...], reference: date) -> Found[DateMention] | None:
    """Settle years: a stated one holds for the whole run; later days of a run or list never lie before earlier ones."""
    years = [d.year for atom in run for d in atom.days if d.year is not None]
    parts = [d if d.year is not None or not years else replace(d, year=years[-1]) for atom in run for d in atom.days]
    if len(run) == 2 and len(years) == 1 and parts[0].month > parts[1].month:
        parts[0] = replace(parts[0], year=years[0] - 1)
    days = _in_order(parts, reference)
    if not days:
        return None
    if len(run) == 2:
        length = (days[-1] - days[0]).days
        days = [days[0] + timedelta(days=n) for n in range(length + 1)] if 0 < length <= _LONGEST_RUN else days
    weekday = run[0].weekdays[0] if run[0].weekdays else _weekday_after(folded, language, run[-1])
    if not years and weekday is not None:
        days = _just_gone(days, weekday, reference) or days
    mention = DateMention(
        start=min(days),
        end=max(days),
        precision="day",
        days=tuple(days),
        weekday_mismatch=weekday is not None and days[0].weekday() != weekday,
        year_stated=bool(years),
    )
    return folded.found(mention, run[0].start, run[-1].end)


def _in_order(parts: list[PartialDay], reference: date) -> list[date]:
    days: list[date] = []
    for part in parts:
        day = part.on_or_after(days[-1] if days and part.year is None and part.month < days[-1].month else reference)
        if day is None:
            return []
        days.append(day)
    if len({d.year for d in days}) > 1 and len({p.month for p in parts}) == 1:
        # "The 20th and 25th", read on the 22nd, are in one year.
        last = max(d.year for d in days)
        days = [d.replace(year=last) for d in days]
    return days


def _just_gone(days: list[date], weekday: int, reference: date) -> list[date]:
    """The same days a year before, where only there the first falls on its weekday and it has passed lately."""
    if days[0].weekday() == weekday:
        return []
    before = [date(d.year - 1, d.month, d.day) for d in days if (d.month, d.day) != (2, 29)]
    passed = len(before) == len(days) and before[0].weekday() == weekday
    return before if passed and (reference - before[0]).days <= _LATELY else []


def _weekday_after(folded: Folded, language: str, atom: Atom) -> int | None:
    w = date_words(language)
    match = re.compile(rf"\s?\(\s?(?P<wd>{w.weekday})\.?\s?\)").match(folded.text, atom.end)
    return weekday_number(w, match["wd"]) if match and len(atom.days) == 1 else None


def _week_of(folded: Folded, language: str, found: Found[DateMention]) -> Found[DateMention]:
    """Turn "week of 12 March" into that ISO week."""
    lead_words = date_words(language).lexicon.week_of
    lead = fold(folded.source[max(0, found.start - 40) : found.start]).text
    match = re.search(rf"{alternation(lead_words)}\s*(?:the\s|den\s|dem\s|le\s)?$", lead)
    if not lead_words or match is None or found.value.start is None or len(found.value.days) != 1:
        return found
    monday = found.value.start - timedelta(days=found.value.start.weekday())
    mention = replace(found.value, start=monday, end=monday + timedelta(days=6), precision="week", days=())
    return replace(found, value=mention)


def _without_full_stop(found: Found[DateMention]) -> Found[DateMention]:
    """Leave the sentence its full stop: only the dot of "31.12." belongs to the date."""
    if not found.text.endswith(".") or re.search(r"\d\.\s?\d{1,2}\.$", found.text):
        return found
    return Found(found.value, found.start, found.end - 1, found.text[:-1])


def _without_overlaps(candidates: Iterable[Found[DateMention]]) -> list[Found[DateMention]]:
    """Keep the longest of any that overlap, the first of equals: the longer phrase holds the shorter one's words."""
    kept: list[Found[DateMention]] = []  # apart from each other and in order, so only the neighbours can overlap
    for candidate in sorted(candidates, key=lambda f: f.start - f.end):
        at = bisect_left(kept, candidate.start, key=lambda f: f.start)
        if not any(candidate.overlaps(k.start, k.end) for k in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, candidate)
    return kept

"""One language's calendar words, compiled; months are known by their full names in every language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from copilot.briefs.grammar.lexicon import LEXICONS, lexicon_for, own_lexicon
from copilot.briefs.grammar.lexicon.model import Lexicon
from copilot.briefs.grammar.lexicon.phrases import alternation, spellings

YEAR = r"(?:(?:19|20)\d\d(?!\d)|'\d\d(?!\d))"
DAY = r"(?<!\w)(?<!\d[.,:])(?:0?[1-9]|[12]\d|3[01])(?!\d)"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Patterns (strings, to be composed) and the values behind month and weekday names."""

    lexicon: Lexicon
    month: str
    full_month: str
    weekday: str
    full_weekday: str
    ordinal: str
    range_to: str
    list_and: str
    months: dict[str, int]
    weekdays: dict[str, int]


@lru_cache(maxsize=32)
def date_words(language: str) -> DateWords:
    """Return the calendar words to read a text of this language with."""
    lex, own = lexicon_for(language), own_lexicon(language)
    months: dict[str, int] = {}
    full = "|".join("|".join(x.months) for x in (own, *LEXICONS.values()))
    for source in (own, lex, *LEXICONS.values()):
        for number, names in enumerate(source.months, 1):
            months |= {s: number for n in names.split("|") for s in spellings(n) if s not in months}
    for number, names in [*enumerate(own.month_abbreviations, 1), *enumerate(lex.month_abbreviations, 1)]:
        months |= {s: number for n in names.split("|") if n for s in spellings(n) if s not in months}
    weekdays: dict[str, int] = {}
    for source in (own, lex):
        for number, names in enumerate(source.weekdays):
            for name in names.split("|"):
                weekdays |= {s.rstrip("*"): number for s in spellings(name) if s.rstrip("*") not in weekdays}
    every_month = full + "|" + "|".join("|".join(x.month_abbreviations) for x in (own, lex))
    every_weekday = "|".join(lex.weekdays)
    long_weekdays = "|".join(w for entry in lex.weekdays for w in entry.split("|") if len(w) > 4 or w == "lunes")
    return DateWords(
        lexicon=lex,
        month=alternation(every_month),
        full_month=alternation(full),
        weekday=alternation(every_weekday),
        full_weekday=alternation(long_weekdays),
        ordinal=rf"(?:\s?{alternation(lex.ordinal, bounded=False)}(?!\w))",
        range_to=rf"(?:\s?-\s?|\s*{alternation(lex.to)}\s*)",
        list_and=rf"(?:\s?[,/&+]\s?(?:{alternation(lex.and_)}\s?)?|\s*{alternation(lex.and_)}\s*)",
        months=months,
        weekdays=weekdays,
    )


def weekday_number(words: DateWords, name: str) -> int | None:
    """Return 0 (Monday) to 6 for a weekday as it was matched, inflected or not."""
    name = name.rstrip(".")
    if name in words.weekdays:
        return words.weekdays[name]
    return next((n for stem, n in words.weekdays.items() if len(stem) > 4 and name.startswith(stem)), None)

"""Single calendar dates and day lists, numeric and named, before ranges are joined and years are settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from copilot.briefs.grammar.calendar_rules import PartialDay, full_year
from copilot.briefs.grammar.date_words import DAY, YEAR, DateWords, date_words, weekday_number
from copilot.briefs.grammar.fold import Folded
from copilot.briefs.grammar.lexicon import own_lexicon
from copilot.briefs.grammar.lexicon.day_words import day_words
from copilot.briefs.grammar.lexicon.phrases import alternation

# Languages that write 12.3. without a year in running text.
_DOTTED = frozenset({"de", "da", "no", "nb", "nn", "fi", "nl", "sv", "it"})
# What else figures with a slash may be than a day and its month.
_NO_SLASHED_DATES = frozenset({("16", "9"), ("9", "16"), ("1", "1"), ("4", "5"), ("4", "3"), ("24", "7"),
                               ("1", "2"), ("1", "4"), ("3", "4"), ("5", "4"), ("2", "1")})  # fmt: skip
_MOST_SECTIONS = 12
"""A line that opens with "22.5." is of that day; few letters have as many sections."""
_NOT_AMERICAN_DAYS = frozenset((16, 21))  # 9/16 and 9/21 are shapes of pictures
_LENGTH = re.compile(r"\s?(?:s|sek|sec|sekund\w*|min\w*|st|stk)\b")
_ISO = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?=t\d\d:|[^\w]|$)")
_COMPACT = re.compile(r"(?<![\w.,/-])(20[2-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\w.,/-])")
_COUNTED = (
    r"(?!\s*(?:x\b|days?\b|films?\b|videos?\b|shoot|spots?\b|weeks?\b|hours?\b|months?\b|%|k\b|€|\$|£|versions?|:\d))"
)
# "we may 3 ..." is a verb; in lower case the month needs a date word before it.
_VERBS = frozenset({"may"})
_DATE_WORD = re.compile(r"(?:by|on|before|until|till|due|from|to|for|in|-|,|day|launch\w*|\()\s*$")


@dataclass(frozen=True, slots=True)
class Atom:
    """Days found over a folded span: one, a list, or (`through` marks) inclusive runs within one month."""

    days: tuple[PartialDay, ...]
    start: int
    end: int
    weekdays: tuple[int, ...] = ()
    needs_cue: bool = False


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    w = date_words(language)
    on = alternation(w.lexicon.on)
    lead = rf"(?:(?:{w.weekday}\.?,?\s+)?(?:{on}\s+)*(?:{w.weekday}\.?,?\s+)?(?:{on}\s+)*)"
    one = rf"{DAY}(?:{w.ordinal}|\.)?"
    separator = rf"(?:{w.range_to}|{w.list_and})"
    several = rf"{one}(?:{separator}{lead}{one}){{0,9}}"
    of = rf"(?:\s*{alternation(w.lexicon.of)}\s*|\.?\s?|-|\s+)"
    year = rf"(?:[.,]?\s?(?:{alternation(w.lexicon.of)}\s?)?(?P<year>{YEAR})|\s?[-/]\s?(?P<year2>{YEAR}))?"
    weekday = rf"(?:(?P<weekday>{w.weekday})[.,]{{0,2}}\s+(?:{on}\s+)*)?"
    # Atomic: a long list of figures that ends in no month is given up at once, not shortened figure by figure.
    day_month = rf"{weekday}(?P<days>(?>{several})){of}(?P<month>{w.month})(?:\.(?=,?\s?['\d]))?{year}"
    month_day = rf"{weekday}(?P<month>{w.month})\.?\s*(?:the\s+)?(?P<days>{several})(?!\s?[:%]|\.\d){_COUNTED}{year}"
    # "14/5 og 15/5" are two dates, "19/20.7." is a list.
    part = rf"(?P<more>(?:{DAY}(?:\.|(?!\s?/\s?\d{{1,2}}(?![\d.]))){separator}){{0,6}})"
    numeric = r"(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<year>20\d\d|[2-4]\d)"
    # "10/12/26 - 10/13/26": a whole date is no list of days before another.
    whole = r"\d{1,2}(?P<mark>[./-])\s?\d{1,2}(?P=mark)\s?(?:20\d\d|[2-4]\d)(?!\d|[.,/-]\d)"
    full = rf"{weekday}(?:(?!{whole}){part}|){numeric}(?!\d|[.,/-]\d)"
    no_month = r"(?!(?<=\.)\s?(?:1[3-9]|[2-9]\d))"
    short = rf"{weekday}{part}(?P<a>\d{{1,2}})(?P<sep>[./]){no_month}\s?(?P<b>\d{{1,2}})(?P<dot>\.?)(?!\d|[/:%]|[.,]\d)"
    bounded = r"(?<![\w/])(?<!\d[.,:])"
    return (
        re.compile(day_month),
        re.compile(month_day),
        re.compile(bounded + full),
        re.compile(bounded + r"(?<!\d-)" + short),
    )


def atoms(folded: Folded, language: str, *, day_first: bool) -> list[Atom]:
    """Return the dates and day lists of a text, none overlapping; `needs_cue` ones are doubtful standing alone.

    The surer spellings are read first and their words taken out, so that no later one starts inside them.
    """
    w = date_words(language)
    day_month, month_day, full, short = _patterns(language)
    found: list[Atom] = []
    text = _in_figures(folded.text, language)
    for read, pattern in (
        (_iso, _ISO), (_iso, _COMPACT), (_full, full), (_day_month, day_month), (_month_day, month_day), (_short, short)
    ):  # fmt: skip
        for match in pattern.finditer(text):
            found.extend(read(match, _Reading(folded, language, w, day_first)))
        for atom in found:
            text = text[: atom.start] + "¶" * (atom.end - atom.start) + text[atom.end :]
    return sorted(found, key=lambda a: a.start)


@lru_cache(maxsize=32)
def _spoken_days(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    w = date_words(language)
    own = own_lexicon(language)
    values = day_words(language, frozenset(own.cardinals.items()))
    word = "|".join(re.escape(v).replace(r"\ ", r"[\s-]") for v in sorted(values, key=len, reverse=True))
    lead = rf"(?:{alternation(w.lexicon.on)}\s*|{w.weekday}\s)*"
    joint = rf"(?:{w.range_to}|{w.list_and}){lead}"
    return re.compile(
        rf"(?<!\w)(?P<day>{word})(?!\w)(?=(?:{joint}(?:{word}|{DAY})){{0,5}}\s*"
        rf"(?:{alternation(w.lexicon.of)}\s*)?{w.full_month})"
    ), values


def spoken_days(language: str) -> dict[str, int]:
    """The folded words for 1 to 31 that a language tells days of the month with."""
    return _spoken_days(language)[1]


_MOST_SPOKEN = 4
"""How many days in words behind one month are read."""


@lru_cache(maxsize=1)
def _after_month() -> re.Pattern[str]:
    """ "October twentieth", "November the sixth and seventh": English says the day behind the month too."""
    _, values = _spoken_days("en")
    ordinals = (word for word in sorted(values, key=len, reverse=True) if word.endswith(("st", "nd", "rd", "th")))
    joint = r"\s*(?:,\s*(?:and\s)?|&|and\s|to\s|through\s)\s*(?:the\s+)?"
    return re.compile(
        rf"(?<!\w)({date_words('en').full_month}\s+(?:the\s+)?(?:\d{{1,2}}{joint}){{0,{_MOST_SPOKEN}}})"
        rf"({'|'.join(map(re.escape, ordinals))})(?!\w)"
    )


def _in_figures(text: str, language: str) -> str:
    """The text with days in words ("the fourteenth of May") as figures in as many characters."""
    pattern, values = _spoken_days(language)

    for _ in range(_MOST_SPOKEN if language == "en" else 0):
        text = _after_month().sub(lambda m: f"{m[1]}{values[m[2]]:<{len(m[2])}}", text)

    def figure(match: re.Match[str]) -> str:
        word = match["day"]
        value = values.get(word) or values.get(word.replace("-", " ")) or values[word.replace(" ", "-")]
        return f"{value:<{len(word)}}"

    return pattern.sub(figure, text)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the spellings are read with."""

    folded: Folded
    language: str
    words: DateWords
    day_first: bool


def _iso(match: re.Match[str], r: _Reading) -> Iterator[Atom]:
    last = match.re.groups
    return _possible((PartialDay(int(match[last]), int(match[last - 1]), int(match[1])),), match, r.words)


def _full(match: re.Match[str], r: _Reading) -> Iterator[Atom]:
    day_first = r.day_first or match["sep"] == "."
    return _numeric(match, r.words, day_first=day_first, year=full_year(match["year"]))


def _day_month(match: re.Match[str], r: _Reading) -> Iterator[Atom]:
    return _named(r.folded, match, r.words, match["year"] or match["year2"])


def _month_day(match: re.Match[str], r: _Reading) -> Iterator[Atom]:
    """Only English puts the month first, or a text that writes its ordinals or the year."""
    year = match["year"] or match["year2"]
    if r.language == "en" or year or re.search(r"\d\s?(?:st|nd|rd|th)\b", match["days"]):
        yield from _named(r.folded, match, r.words, year)


def _short(match: re.Match[str], r: _Reading) -> Iterator[Atom]:
    dotted = match["sep"] == "." and match["dot"] and _running(r.folded, match, r.language)
    day_first = r.day_first or match["sep"] == "."
    slashed = match["sep"] == "/" and (match["a"], match["b"]) not in _NO_SLASHED_DATES
    american = r.language == "en" and not day_first and match["sep"] == "/" and not match["more"]
    american = american and int(match["a"]) <= 12 < int(match["b"]) and int(match["b"]) not in _NOT_AMERICAN_DAYS
    slashed = slashed and (r.language != "en" or int(match["a"]) > 12) and not _LENGTH.match(match.string, match.end())
    certain = bool(american or slashed or dotted or match["weekday"])
    return _numeric(match, r.words, day_first=day_first, year=None, needs_cue=not certain)


def _running(folded: Folded, match: re.Match[str], language: str) -> bool:
    """Whether "12.3." stands in a text that writes dates so, and is not the number of a heading or a version."""
    before = folded.text[max(0, match.start() - 10) : match.start()]
    opens = not before.strip(" \n\t") or before.rstrip(" ").endswith("¶")
    heading = (opens and int(match["a"]) <= _MOST_SECTIONS) or before.rstrip(" ").endswith(("version", "v"))
    return (language in _DOTTED or int(match["a"]) > 12) and not heading


def _possible(
    days: tuple[PartialDay, ...], match: re.Match[str], w: DateWords, *, needs_cue: bool = False
) -> Iterator[Atom]:
    if days and all(d.possible() for d in days):
        named = match.groupdict().get("weekday")
        number = weekday_number(w, named) if named else None
        yield Atom(days, match.start(), match.end(), () if number is None else (number,), needs_cue)


def _numeric(
    match: re.Match[str], w: DateWords, *, day_first: bool, year: int | None, needs_cue: bool = False
) -> Iterator[Atom]:
    a, b = int(match["a"]), int(match["b"])
    day, month = (a, b) if day_first else (b, a)
    if month > 12 >= day:
        day, month = month, day
    days = _listed(f"{match['more'] or ''}{day}", w)
    yield from _possible(tuple(PartialDay(d, month, year) for d in days), match, w, needs_cue=needs_cue)


def _named(folded: Folded, match: re.Match[str], w: DateWords, year_text: str | None) -> Iterator[Atom]:
    name = match["month"].rstrip(".")
    written = folded.source[folded.starts[match.start("month")]]
    month_first = match.start("month") < match.start("days")
    lead = folded.text[max(0, match.start() - 12) : match.start()]
    if month_first and name in _VERBS and written.islower() and not _DATE_WORD.search(lead):
        return
    year = full_year(year_text.lstrip("'")) if year_text else None
    month = w.months.get(name)
    if month is not None:
        days = _listed(match["days"], w)
        yield from _possible(tuple(PartialDay(d, month, year) for d in days), match, w)


def _listed(text: str, w: DateWords) -> list[int]:
    """Return the days of "12-14 and 17": runs are filled in, lists stay lists; [] when it runs backwards."""
    days: list[int] = []
    position = 0
    for match in re.finditer(r"\d{1,2}", text):
        day = int(match[0])
        between = text[position : match.start()]
        between = re.sub(rf"{w.ordinal}", "", between, count=1) if days else between
        if days and re.match(rf"\.?{w.range_to}", between):
            if day <= days[-1]:
                return []
            days.extend(range(days[-1] + 1, day + 1))
        else:
            days.append(day)
        position = match.end()
    return days

"""Running times of media in seconds: `30"`, `:30`, `2:00`, `1'30`, `90s`, "two-minute", "1½ Minuten", `15/30/60s`.

Ranges give both ends. Times of day, aspect ratios, timecodes, walks and days are not running times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from copilot.briefs.grammar.fold import Folded, fold
from copilot.briefs.grammar.lexicon import lexicon_for
from copilot.briefs.grammar.lexicon import running_times as words
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import DurationMention
from copilot.briefs.grammar.minutes_spoken import minutes_spoken
from copilot.briefs.grammar.number_words import Number, speller
from copilot.briefs.grammar.numbers import scan
from copilot.briefs.grammar.span import Found

_LONGEST = 4 * 3600
_SECOND = alternation(words.SECONDS, bounded=False)
_MINUTE = alternation(words.MINUTES, bounded=False)
_UNIT = re.compile(
    rf"(?P<seconds>[\s-]?{_SECOND}(?![^\W_])|\s?(?:\"|'')(?![\w]))"
    rf"|(?P<minutes>[\s-]?{_MINUTE}(?![^\W\d_])|'(?![\w']))"
    r"|(?P<german>er)(?!\w)"
)
_REST = re.compile(rf"\s?(?:and|und|et|y|en|och|og|e)?\s?(?P<s>[0-5]?\d)\s?(?:{_SECOND}|\"|'')?(?![\w:])")
_MINUTES_SECONDS = re.compile(r"(?<![\w.:/-])(?<!\d')(?P<m>\d{1,2})\s?'\s?(?P<s>[0-5]\d)(?:\"|''|)?(?![\w'])")
_POINTED = re.compile(
    rf"(?<![\w.:'/,-])(?P<m>\d)\.(?P<s>[0134]5|[1-4]0)\s?{alternation(words.MINUTES, bounded=False)}(?![^\W\d_])"
)
"""Minutes and seconds parted by a point, as in "1.30 Min.": no one tells a minute's hundredths."""
_MOST_MINUTES = 20
_COLON = re.compile(
    rf"(?<![\w.:/,])(?P<m>\d{{0,2}}):(?P<s>[0-5]\d|(?<!\d:)(?:60|90)|(?<=\b0:)(?:60|"
    rf"90))(?::(?P<frames>\d\d))?(?![\w:.]*\d)"
    rf"(?:\s?(?P<unit>{alternation(words.MINUTES + '|' + words.SECONDS)}|\"))?"
)
_COUNTED_OFF = re.compile(r"\b(?:the|these|those|all|die|diesen|alle[nr]?|les|ces|los|las)\s$")
"""Before a number that counts things named before: "a cut of the four, three minutes"."""
_AND_SECONDS = re.compile(r"[\s-](?P<and>(?:et|and|und|y|e|en|och|og)\s)?")
_PHRASE_ENDS = re.compile(r"\s?(?:[.,;:)!?¶\n]|$)|\s-\s")
_CLOCK_BEFORE = re.compile(rf"{alternation(words.CLOCK_BEFORE)}[\s:]*$")
_CLOCK_AFTER = re.compile(rf"\s?{alternation(words.CLOCK_AFTER, bounded=False)}(?![^\W_])")
_CLOCK_RANGE = re.compile(r"\s?-\s?\d{1,2}:\d\d|\s?(?:to|bis|à|a)\s\d{1,2}:\d\d")
_NOT_RUNNING = re.compile(rf"[\s-]{alternation(words.NOT_RUNNING)}")
_DECADE_AFTER = re.compile(
    r"[\s-]?(?:style|look|vibe|aesthetic|inspired|feel|nostalg|music|retro|jahre|throwback|disco|era\b)"
)
_DECADE_BEFORE = re.compile(r"(?:in|from|of|like) the\s$")
_AGO_BEFORE = re.compile(
    r"(?:first|last|opening|premières|ersten|letzten|primeros|eerste|första|første|every|within|wait|hold)\s*$"
)


def find_durations(text: str, language: str) -> list[Found[DurationMention]]:
    """Return the running times of a text in order; every length of a list is found by itself."""
    folded = fold(text)
    found = [*_colons(folded), *_primes(folded)]
    found += [q for q in _spoken(folded, language) if not any(q.overlaps(f.start, f.end) for f in found)]
    for candidate in _counted(folded, language):
        if not any(candidate.overlaps(f.start, f.end) for f in found):
            found.append(candidate)
    return sorted(found, key=lambda f: f.start)


def _mention(low: Decimal, high: Decimal) -> DurationMention | None:
    if not 1 <= low <= high <= _LONGEST:
        return None
    return DurationMention(int(low), int(high))


def _colons(folded: Folded) -> Iterator[Found[DurationMention]]:
    """Yield `:30`, `2:00`, `1:30 min`; a time of day, a ratio or a timecode is none."""
    for match in _COLON.finditer(folded.text):
        minutes, seconds = int(match["m"] or 0), int(match["s"])
        if match["frames"] and (minutes or not match["m"] or seconds > _MOST_MINUTES):
            continue
        if not match["m"] and match.start() and folded.text[match.start() - 1].isalnum():
            continue
        if match["frames"]:  # "00:01:30" counts the hours too; "00:30:12" counts frames
            minutes, seconds = seconds, int(match["frames"])
        lead = folded.text[max(0, match.start() - 20) : match.start()]
        clock = _CLOCK_BEFORE.search(lead) if match["m"] not in ("", "0") else None
        clock = clock or _CLOCK_AFTER.match(folded.text, match.end()) or _CLOCK_RANGE.match(folded.text, match.end())
        in_range = re.search(r"\d:\d\d\s?(?:-|to|bis)\s?$", folded.text[: match.start()])
        ratio = (minutes, seconds) in {(9, 16), (16, 10)} or re.match(
            r"\s?(?:aspect|format|ratio)", folded.text[match.end() :]
        )
        if not match["unit"] and (clock or in_range or minutes > 9 or ratio):
            continue
        mention = _mention(Decimal(minutes * 60 + seconds), Decimal(minutes * 60 + seconds))
        if mention is not None:
            yield folded.found(mention, *match.span())


def _primes(folded: Folded) -> Iterator[Found[DurationMention]]:
    """Yield `1'30`, `1'30"` and `1.30 Min.`."""
    for match in (*_MINUTES_SECONDS.finditer(folded.text), *_POINTED.finditer(folded.text)):
        total = Decimal(int(match["m"]) * 60 + int(match["s"]))
        mention = _mention(total, total)
        if mention is not None:
            yield folded.found(mention, *match.span())


def _spoken(folded: Folded, language: str) -> Iterator[Found[DurationMention]]:
    """Yield "a quarter of a minute", "dreieinviertel Minuten", "ein Einminüter"."""
    for said in minutes_spoken(folded.text, language):
        mention = _mention(said.seconds, said.seconds)
        if mention is not None:
            yield folded.found(mention, said.start, said.end)


@lru_cache(maxsize=32)
def _links(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lex = lexicon_for(language)
    through = rf"\s?-\s?|\s*{alternation(lex.to)}\s*"
    article = r"(?:(?:a|an|one|ein|eine|un|une|en|et)\s)?"
    and_ = alternation(lex.and_)
    listed = rf"-?\s?[/,&+]\s?(?:{and_}\s)?{article}|-?\s{and_}\s{article}"
    return re.compile(through), re.compile(listed)


def _counted(folded: Folded, language: str) -> Iterator[Found[DurationMention]]:
    """Yield numbers with a unit, and the numbers before them that share it."""
    numbers = list(scan(folded.text, language))
    through, listed = _links(language)
    read_to = 0
    for i, number in enumerate(numbers):
        unit = _unit(folded.text, number) if number.start >= read_to else None
        if unit is None:
            continue
        factor, end = unit
        rest = _REST.match(folded.text, end) if factor == 60 else None
        extra = Decimal(rest["s"]) if rest and _fused_rest(folded.text, rest) else Decimal(0)
        end = rest.end() if rest and extra else end
        spoken_rest = _spoken_rest(folded.text, numbers, i, end) if factor == 60 and not extra else None
        extra, end = spoken_rest or (extra, end)
        half = speller(language).and_half.match(folded.text, end) if factor == 60 and not extra else None
        extra, end = (Decimal(30), half.end()) if half else (extra, end)
        j, low = i, number
        before = numbers[i - 1] if i else number
        smaller = _bare(folded.text, before) and before.value < number.value
        if smaller and through.fullmatch(folded.text[before.end : number.start]):
            low, j = before, i - 1
        mention = _mention(low.value * factor + (extra if low is number else 0), number.value * factor + extra)
        if mention is None:
            continue
        yield folded.found(mention, low.start, end)
        read_to = end
        while j > 0 and listed.fullmatch(folded.text[numbers[j - 1].end : numbers[j].start]):
            j -= 1
            if numbers[j].style == "article" or not _bare(folded.text, numbers[j]):
                break
            if factor == 60 and _COUNTED_OFF.search(folded.text, 0, numbers[j].start):
                break
            shared = _mention(numbers[j].value * factor, numbers[j].value * factor)
            if shared is not None:
                yield folded.found(shared, numbers[j].start, numbers[j].end)


def _spoken_rest(text: str, numbers: list[Number], i: int, end: int) -> tuple[Decimal, int] | None:
    """Return the seconds said right after the minutes ("une minute trente"), and where they end."""
    rest = numbers[i + 1] if i + 1 < len(numbers) else None
    link = _AND_SECONDS.fullmatch(text, end, rest.start) if rest else None
    if rest is None or link is None or rest.style != "words" or not 0 < rest.value < 60:
        return None
    ends = _PHRASE_ENDS.match(text, rest.end) is not None
    said = ends if link["and"] or rest.value < 10 else ends or rest.value in {10, 15, 20, 30, 40, 45, 50}
    return (rest.value, rest.end) if said else None


def _bare(text: str, number: Number) -> bool:
    """Whether nothing is fused with the number that gives it a meaning of its own."""
    if number.start and re.match(r"\d[:.]", text[max(0, number.start - 2) : number.start]):
        return False
    if re.match(r"0\d", text[number.start : number.end]):  # "Pos. 010, 25 sec"
        return False
    return _starts_word(text, number) and not re.match(r"[\"'%€$£:x]", text[number.end : number.end + 1])


def _fused_rest(text: str, rest: re.Match[str]) -> bool:
    """Whether "1 min 30" goes on to seconds: they have a unit, are fused ("1min30") or end the phrase."""
    if re.fullmatch(r"\d\d", rest[0]):
        return True
    return bool(re.search(r"[a-z\"]", rest[0].split(rest["s"])[-1])) or bool(
        re.match(r"\s?[.,;)¶]|\s?$", text[rest.end() :])
    )


def _decade(text: str, number: Number, unit: re.Match[str]) -> bool:
    """Whether "80s" or "60er" are years: "in the 80s", "90s style", "60er Jahre"."""
    if unit[0] not in {"s", "er"} or number.value % 10 or number.value < 20:
        return False
    return bool(
        _DECADE_AFTER.match(text, unit.end()) or _DECADE_BEFORE.search(text[max(0, number.start - 10) : number.start])
    )


def _starts_word(text: str, number: Number) -> bool:
    """Whether the number is not fused with a word before it; the x of "2x30s" is a times sign."""
    before = text[max(0, number.start - 2) : number.start]
    return not before[-1:].isalnum() or bool(re.fullmatch(r"[\d\s]?x", before))


def _unit(text: str, number: Number) -> tuple[int, int] | None:
    """Return (seconds per unit, end of the unit) when the number counts running time."""
    match = _UNIT.match(text, number.end)
    if match is None or not _starts_word(text, number):
        return None
    if _decade(text, number, match):
        return None
    if match["german"]:
        return (1, match.end()) if number.value in words.GERMAN_LENGTHS and number.style == "digits" else None
    written = match[0].strip(" -\n\t")
    if number.style == "article" and written not in {"minute", "minuto", "minuut", "minut", "minutt"}:
        return None
    if written in {"m", "s"} and (
        number.style != "digits" or match[0][0] == "\n" or (written == "m" and " " in match[0])
    ):
        return None
    if written == "m" and not 1 <= number.value <= 15:
        return None
    if written == "'" and (number.value > 30 or number.style != "digits"):
        return None
    if re.search(r"[€$£¥₹]\s?$", text[max(0, number.start - 2) : number.start]):
        return None
    if _NOT_RUNNING.match(text, match.end()) or _AGO_BEFORE.search(text, max(0, number.start - 14), number.start):
        return None
    return (60 if match["minutes"] else 1), match.end()

"""How many days, and of what: "2 shoot days", "1,5 Drehtage", "deux jours de tournage", "half-day shoot", "tweedaagse".

The kind is what the words beside the count say; a day nobody names is `unknown`, for the reader's context to settle.
Deadlines ("within 10 days"), dates and working days are not counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from copilot.briefs.grammar.date_words import date_words
from copilot.briefs.grammar.fold import Folded, fold
from copilot.briefs.grammar.lexicon import lexicon_for
from copilot.briefs.grammar.lexicon.model import Lexicon
from copilot.briefs.grammar.lexicon.phrases import NEVER, alternation
from copilot.briefs.grammar.mentions import DayCount, DayKind
from copilot.briefs.grammar.number_words import Number, speller
from copilot.briefs.grammar.numbers import scan
from copilot.briefs.grammar.span import Found

# "production" is in "post-production": the other kinds are tried before the shoot.
_KINDS: tuple[DayKind, ...] = ("edit", "prep", "travel", "shoot")
_FUSED_DAY = re.compile(r"-?(?:tagig|taegig|daags|dages|dagars|dagers|tages)\w*")
_MOST = Decimal(250)
_WHOLE = "full|whole|ganze[rn]?|volle[rn]?|hele|hela|heel|intera|completa|inteiro"
_JOINED = r"\b(?:then|and|plus|dann|und|puis|et|luego|y|daarna|en|sedan|och|poi|e|depois|og|sa|derefter)\b|\+"
_TERMS = (
    "ago|later|notice|a week|per week|per month|old|prior|net|payment|terms|licence|license|usage|buyout|trial|invoice"
    "|rule"
)
_RATE_BEFORE = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|several|a few|many|how many)\s(?:[\w-]+\s)?(?!and\b|or\b|for\b|over\b|"
    r"in\b)[\w-]+s?\s$"
)
"""What makes "a day" a rate: "two episodes a day"."""
_AFTER_IT = re.compile(
    r"\s(?:after|before|later|following|danach|darauf|davor|suivant|d'apres|siguiente|erna|efter|dopo)\b"
)
_LABEL_ENDS = re.compile(r"\s*(?:[¶\n(,;]|\.(?!\d)|$)")
_SHOOTING_BEFORE = re.compile(
    r"(?<!\w)(?:shoot\w*|film\w*|record\w*|capture\w*|dreh\w*|tourn\w+|rod\w+|grab\w+|draai\w*|opnemen|spela\w*|spille"
    r"|optag\w*|ta opp|gir[aio]\w*|ripre\w*|grav[ae]\w*)\s+[^.;:!?¶\d]{0,30}$"
)
_DAY_AND_HALF = Decimal("1.5")
# English and Romance briefs say "shoot for two days", "the shoot is 2 days", "tournage : 2 jours", "Dreh: 2 Tage".
_LEAD_BRIDGE = (
    r"[\s:=(-]*(?:(?:of|for|over|is|in|lasts|takes|will be|approx\.?|about|ca\.?|circa|est|sont|ist|dauert|an"
    r"|uber|sur|en|durante|de|pendant|gedurende|op|er|ar|i|under|over|pa|dura|su|por|would be|total|max\.?"
    r"|likely|around|across|up to|another|the|needs|need|requires|expected|planned|estimated|schedule|duration"
    r"|length|we|have|on location|in studio|\w+)[\s:=(-]*){0,3}$"
)


@dataclass(frozen=True, slots=True)
class _Words:
    day: re.Pattern[str]
    working_day: re.Pattern[str]
    half_day: re.Pattern[str]
    day_part: re.Pattern[str]
    whole_day: re.Pattern[str]
    day_and_half: re.Pattern[str]
    fused: tuple[tuple[DayKind, re.Pattern[str]], ...]
    between: tuple[tuple[DayKind, re.Pattern[str]], ...]
    following: tuple[tuple[DayKind, re.Pattern[str]], ...]
    leading: tuple[tuple[DayKind, re.Pattern[str]], ...]
    label: tuple[tuple[DayKind, re.Pattern[str]], ...]
    not_count: re.Pattern[str]
    deadline: re.Pattern[str]
    through: re.Pattern[str]
    dated: re.Pattern[str]
    another: re.Pattern[str]


@lru_cache(maxsize=32)
def _words(language: str) -> _Words:
    lex = lexicon_for(language)
    plain = {"shoot": lex.shoot, "edit": lex.edit, "prep": lex.prep, "travel": lex.travel}
    fused = {"shoot": lex.shoot_day, "edit": lex.edit_day, "prep": lex.prep_day, "travel": lex.travel_day}
    purpose = rf"(?:\s+{alternation(lex.purpose)}){{0,2}}"
    day = alternation(lex.day)
    return _Words(
        day=re.compile(rf"[\s-]+(?:full\s|full-|whole\s|ganze\s|volle\s|hele\s|hela\s)?{day}"),
        working_day=re.compile(rf"[\s-]+{alternation(lex.working_day)}"),
        half_day=re.compile(alternation(lex.half_day)),
        day_part=re.compile(rf"{alternation(lex.day_part)}(?!\s+(?:tea|call|meeting|show|news|edition|paper))"),
        whole_day=re.compile(alternation(lex.whole_day)),
        day_and_half=re.compile(rf"{day}\s+{alternation(lex.and_half)}"),
        fused=tuple(
            (k, re.compile(rf"[\s-]+(?:[^\W\d]+\s)?{alternation(fused[k])}" if fused[k] else NEVER)) for k in _KINDS
        ),
        between=tuple((k, re.compile(rf"[\s-]+(?:[^\W\d]+[\s-])?{alternation(plain[k])}[\s-]+{day}")) for k in _KINDS),
        following=tuple(
            (k, re.compile(rf"{purpose}[\s-]+{alternation(plain[k])}|[\s-]*{alternation(plain[k])}")) for k in _KINDS
        ),
        leading=tuple((k, re.compile(rf"(?P<word>{alternation(plain[k])}){_LEAD_BRIDGE}")) for k in _KINDS),
        label=tuple((k, re.compile(rf"{_label(lex, k)}\s*[:=¶]\s*")) for k in _KINDS),
        not_count=re.compile(
            rf"\s+(?!(?:from|ab|fran|fra|vanaf|desde|dal|da|de|von)\s(?:the\s)?(?:\d|{date_words(language).full_month}))(?:{alternation(lex.after)}|"
            rf"{alternation(lex.before)}|{alternation(lex.from_now)}"
            rf"|{alternation(_TERMS)})"
        ),
        deadline=re.compile(rf"(?:{alternation(lex.within)}|{alternation('net|every|last|past|jeden|these')})\s*$"),
        dated=re.compile(rf"\.?\s+{date_words(language).month}(?!\w)"),
        another=re.compile(rf"(?:{_JOINED})\s+(?P<day>(?:{_WHOLE})[\s-]{day})"),
        through=re.compile(rf"\s?[-/]\s?|\s*(?:{alternation(lex.to)}|{alternation('or|oder|ou|o|of|eller|tai')})\s*"),
    )


def _label(lex: Lexicon, kind: DayKind) -> str:
    """Return what a count of this kind is labelled with: "Drehtage", "Shoot days", "Jours de tournage"."""
    plain = {"shoot": lex.shoot, "edit": lex.edit, "prep": lex.prep, "travel": lex.travel}[kind]
    fused = {"shoot": lex.shoot_day, "edit": lex.edit_day, "prep": lex.prep_day, "travel": lex.travel_day}[kind]
    day, word = alternation(lex.day), alternation(plain)
    return (
        rf"(?:{alternation(fused) if fused else NEVER}|{word}[\s-]+{day}|{day}\s+{alternation(lex.purpose)}\s+{word})"
    )


@lru_cache(maxsize=512)
def find_day_counts(text: str, language: str) -> tuple[Found[DayCount], ...]:
    """Return the day counts of a text in order, half days as 0.5."""
    folded = fold(text)
    w = _words(language)
    numbers = list(scan(folded.text, language))
    taken = [(n.start, n.end) for n in numbers if n.style in {"digits", "words"}]
    halves = [m for m in w.half_day.finditer(folded.text) if not any(s < m.end() and m.start() < e for s, e in taken)]
    halves += [m for m in w.day_part.finditer(folded.text) if _counts_before(numbers, _first(folded.text, m.start()))]
    found = [_half_day(folded, match, numbers, w) for match in halves]
    for match in w.day_and_half.finditer(folded.text):
        if not any(n.end <= match.start() <= n.end + 1 for n in numbers):
            kind, end = _kind_beside(folded.text, w, "unknown", *match.span())
            found.append(folded.found(DayCount(_DAY_AND_HALF, _DAY_AND_HALF, kind), match.start(), end))
    for i, number in enumerate(numbers):
        counted = _count(folded.text, number, w)
        if counted is None or any(
            n.start < counted[1] and n.style in {"digits", "words"} for n in numbers[i + 1 :][:1]
        ):
            continue  # "3.2 Eight filming days": the later number counts
        kind, end, extra = counted[0], counted[1], Decimal(0)
        half = speller(language).and_half.match(folded.text, end)
        if half:
            extra, end = Decimal("0.5"), half.end()
        low = numbers[i - 1] if i and w.through.fullmatch(folded.text[numbers[i - 1].end : number.start]) else number
        if low.style == "half" or low.value >= number.value:
            low = number
        if not 0 < number.value + extra <= _MOST or w.deadline.search(folded.text[max(0, low.start - 24) : low.start]):
            continue
        kind, end = _kind_beside(folded.text, w, kind, low.start, end)
        candidate = folded.found(
            DayCount(low.value + (extra if low is number else 0), number.value + extra, kind), low.start, end
        )
        if not any(candidate.overlaps(f.start, f.end) for f in found):
            found.append(candidate)
    if found:  # "half a day on 12 January, then full day on the 14th"
        found += [
            folded.found(DayCount(Decimal(1), Decimal(1), "unknown"), *m.span("day"))
            for m in w.another.finditer(folded.text)
            if not any(f.start < folded.starts[m.end() - 1] and folded.starts[m.start("day")] < f.end for f in found)
        ]
    found += [f for f in _labelled(folded, numbers, w) if not any(f.overlaps(k.start, k.end) for k in found)]
    found = found or list(_whole_days(folded, w))
    return tuple(sorted(found, key=lambda f: f.start))


def _labelled(folded: Folded, numbers: list[Number], w: _Words) -> list[Found[DayCount]]:
    """Read "Shoot days: 2", and the same in a table row."""
    found = []
    starts = {n.start: n for n in numbers if n.style in {"digits", "words"} and n.value <= _MOST}
    for kind, pattern in w.label:
        for match in pattern.finditer(folded.text):
            number = starts.get(match.end())
            if number is not None and _LABEL_ENDS.match(folded.text, number.end):
                found.append(folded.found(DayCount(number.value, number.value, kind), match.start(), number.end))
    return found


def _count(text: str, number: Number, w: _Words) -> tuple[DayKind, int] | None:
    """Return what the number counts days of and where the words end; None when it counts no days."""
    if text[max(0, number.start - 1) : number.start].isalnum() or re.search(r"\d[:x]$", text[: number.start][-2:]):
        return None
    if number.style == "article" and _RATE_BEFORE.search(text[max(0, number.start - 40) : number.start]):
        return None
    if w.dated.match(text, number.end):
        return None
    for kind, pattern in (*w.fused, *w.between):
        match = pattern.match(text, number.end)
        if match:
            return kind, match.end()
    if w.working_day.match(text, number.end):
        return None
    match = w.day.match(text, number.end) or _FUSED_DAY.match(text, number.end)
    if match is None or w.not_count.match(text, match.end()):
        return None
    return "unknown", match.end()


def _kind_beside(text: str, w: _Words, kind: DayKind, start: int, end: int) -> tuple[DayKind, int]:
    """Return the kind that the words after, else before, the days give, and the end of the words used."""
    if kind != "unknown":
        return kind, end
    for candidate, pattern in w.following:
        match = pattern.match(text, end)
        if match:
            return candidate, match.end()
    lead = re.split(r"[.;!?¶]\s?|,\s", text[max(0, start - 48) : start])[-1]
    hits = [
        (match.end("word"), -match.start(), candidate)
        for candidate, pattern in w.leading
        if (match := pattern.search(lead))
    ]
    return (max(hits)[2], end) if hits else (kind, end)


def _counts_before(numbers: list[Number], start: int) -> list[Number]:
    return [n for n in numbers if n.style in {"digits", "words", "article"} and n.end <= start <= n.end + 1]


_SINGLE = re.compile(
    r"\s(?:single|unic[ao]|einzige[rns]?|einzelne[rns]?|seule?|sol[ao]|enda|eneste|enkele?|quick|long)\s"
)


def _first(text: str, start: int) -> int:
    """Where a part of the day begins with a word that only says that it is one: "uma única manhã"."""
    lead = next((m for m in _SINGLE.finditer(text, max(0, start - 12), start) if m.end() == start), None)
    return lead.start() + 1 if lead else start


def _whole_days(folded: Folded, w: _Words) -> Iterator[Found[DayCount]]:
    """Read "I skal filme hele dagen": one day, where a verb of shooting stands close before it or right after."""
    for match in w.whole_day.finditer(folded.text):
        start, end = match.span()
        if _AFTER_IT.match(folded.text, end):
            continue  # "Tuesday and the day after" is a date
        kind, end = _kind_beside(folded.text, w, "unknown", start, end)
        if kind == "shoot" or (kind == "unknown" and _SHOOTING_BEFORE.search(folded.text[max(0, start - 40) : start])):
            yield folded.found(DayCount(Decimal(1), Decimal(1), "shoot"), start, end)


def _half_day(folded: Folded, match: re.Match[str], numbers: list[Number], w: _Words) -> Found[DayCount]:
    """Read "half-day shoot" and "one morning" as 0.5, "two half days" as 1."""
    start, value = match.start(), Decimal("0.5")
    counts = _counts_before(numbers, _first(folded.text, start))
    if counts:
        start, value = counts[-1].start, counts[-1].value / 2
    kind, end = _kind_beside(folded.text, w, "unknown", start, match.end())
    return folded.found(DayCount(value, value, kind), start, end)

"""Lengths said by their limit or by the hour: "eight minutes, nine tops", "2:00-2:30", "a quarter of an hour".

A limit is the length a piece may have, so the upper one counts. Hours are a running time only right beside the noun
of a piece; everywhere else they are a journey, a shift or a rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from copilot.briefs.facts.pieces.measures import Mark, overlap
from copilot.briefs.grammar.numbers import find_numbers

_MOST = (
    r"tops|max(?:imum|imal\w*|imo|imaal)?\b\.?|at (?:the )?(?:very |absolute )?(?:most|outside|longest)|"
    r"absolute max\w*|hochstens|allerhochstens|langstens|hooguit|hoogstens|ten hoogste|"
    r"au (?:grand )?maximum|au plus|tout au plus|grand max|como mucho|"
    r"como maximo|a lo sumo|hogst|som mest|hojst|hojest|hoyst|al massimo|massimo|no maximo|quando muito|"
    r"(?:not|no) more(?: than)?|nicht (?:mehr|langer)(?: als)?|pas plus(?: de)?|no mas(?: de)?|niet meer(?: dan)?|"
    r"inte mer(?: an)?|ikke mer\w*(?: enn| end)?|non (?:di )?piu(?: di)?|nao mais(?: de)?"
)
_PERHAPS = (
    r"maybe|perhaps|possibly|vielleicht|eventuell|allenfalls|notfalls|zur not|peut-etre|a la rigueur|quizas?|tal vez|"
    r"misschien|desnoods|kanske|maske|kanskje|forse|magari|talvez|up to|bis zu|bis|jusqu'a|hasta|tot|upp till|op til|"
    r"opp til|fino a|ate"
)
_BEFORE = re.compile(rf"\s?[,(;–-]?\s?(?:or |oder |ou |o |of |eller |and |und )?(?P<lead>(?:{_PERHAPS}|{_MOST})\s)?$")
_AFTER = re.compile(rf",?\s(?:{_MOST})(?!\w)")


def stretched(low: str, text: str, language: str, durations: list[Mark]) -> list[Mark]:
    """The lengths, each with the limit said behind it without a unit: "two minutes, three at the most"."""
    out: list[Mark] = []
    for n, d in enumerate(durations):
        until = min([d.end + 40, len(low), *(o.start for o in durations[n + 1 :])])
        number = next(iter(find_numbers(text[d.end : until], language)), None)
        if number is None or number.value <= 0:
            out.append(d)
            continue
        start, end = d.end + number.start, d.end + number.end
        lead = _BEFORE.fullmatch(low[d.end : start])
        after = _AFTER.match(low, end)
        closed = re.match(r"\s*(?:[,.;:)]|$)", low[end:]) is not None
        per = 60 if "min" in d.text.casefold() and int(d.value) % 30 == 0 else 1
        longer = int(d.value) < number.value * per <= 3 * int(d.value)
        if lead and longer and (after or (lead["lead"] and closed)):
            out.append(replace(d, value=int(number.value * per), end=after.end() if after else end))
        else:
            out.append(d)
    return out


_CLOCKS = re.compile(r"(?<![\d:.])(\d):([0-5]\d)\s?(?:-|–|to|bis|a|till?|tot)\s?(\d):([0-5]\d)(?![\d:])")
_CLOCK_LEAD = re.compile(r"\b(?:from|um|ab|at|von|de|between|zwischen|call|kl|uhr)\.?\s$")


def clock_ranges(low: str, nouns: list[Mark], *, of_pieces: bool) -> list[Mark]:
    """ "Campaign film 2:00-2:30": of two times of the player right behind a piece, the longer."""
    out: list[Mark] = []
    for m in _CLOCKS.finditer(low):
        shorter, longer = int(m[1]) * 60 + int(m[2]), int(m[3]) * 60 + int(m[4])
        beside = any(
            n.kind == "noun"
            and (0 <= m.start() - n.end <= 4 or 0 < n.start - m.end() <= 12)
            and not _CLOCK_LEAD.search(low[max(0, m.start() - 10) : m.start()])
            for n in nouns
        )
        if shorter < longer <= 4 * shorter and (beside or of_pieces):
            out.append(Mark("duration", longer, m.start(), m.end(), m[0]))
    return out


_EXCEEDS = re.compile(
    r"\b(?:exced\w*|excee\w*|depass\w*|ubersteig\w*|uberschreit\w*|super[aei]\w*|sobrepas\w*|ultrapass\w*|overstig\w*|"
    r"overstijg\w*|overskri\w*|overschrijd\w*|excess\w*|pass[ea]m?\b|gar over|komm\w* over|going)\s"
    r"(?:pas|nicht|niet|inte|ikke|over|beyond)\s(?:les |the |die |de |los |las |i )?$"
)
_NOT_OVER = re.compile(
    r"\b(?:not|no|nicht|pas|niet|inte|ikke|non|nao)\s(?:over|above|beyond|exceeding|past|uber|oltre|boven|au-dela|"
    r"more|mer|mere|mehr|plus|mas|piu|mais|depasser|exceder|superare|superar|ultrapassar|fler|langre|lengre|laengere)\s$"
)


def is_limit(before: str) -> bool:
    """Whether the negation right before a length only sets its limit: "n'excédera pas", "not over", "ikke over"."""
    return _EXCEEDS.search(before) is not None or _NOT_OVER.search(before) is not None


_HALF = r"half an?|half|eine[rn]?\shalbe[nrs]?|halbe[nrs]?|une demi|demi|media|mezz[a']|meia|een half|en halv|halv"
_QUARTER = (
    r"(?:a |three )?quarters? of an hour|quarter[ -]hour|(?:drei)?viertelstunde\w*|(?:trois )?quarts? d'heure|"
    r"(?:tres )?cuartos? de hora|(?:drie)?kwartier|(?:tre)?kvart(?:er|s)?(?:\s?timm?e)?|(?:tre )?quart[oi] d'ora|"
    r"(?:tres )?quartos? de hora"
)
_HOUR = r"hours?|stunden?|stundige\w*|heures?|horas?|uur|urige?|uren|timm?ar?|timme[ns]?|times?|timers?|ora|ore"
_COUNT = {
    "an": 1, "a": 1, "one": 1, "eine": 1, "einer": 1, "ein": 1, "une": 1, "una": 1, "un": 1, "een": 1, "en": 1,
    "uma": 1, "two": 2, "zwei": 2, "deux": 2, "dos": 2, "twee": 2, "tva": 2, "to": 2, "due": 2, "duas": 2,
    "three": 3, "drei": 3, "trois": 3, "tres": 3, "drie": 3, "tre": 3,
}  # fmt: skip
_HOURS = re.compile(
    rf"\b(?:(?P<quarter>{_QUARTER})|(?P<half>{_HALF})[\s-]?(?:{_HOUR})|"
    rf"(?P<count>\d(?:[.,]5)?|{'|'.join(sorted(_COUNT, key=len, reverse=True))})[\s-]?(?:{_HOUR}))(?!\w)"
    r"(?!\s(?:from|away|ago|drive|per|before|after|of footage|entfernt|von hier|de route|a pie|van|fra|long wait))"
)
_OF = re.compile(
    r"\s?(?:\(|,|:)?\s?(?:(?:of|about|around|lasting|von|mit|zu|uber|d'|de|d'environ|dura\w*|de unos|van|over|ongeveer|"
    r"om|pa|af|av|di|da|circa|ca\.?|etwa|rund|environ|unos?|uns?|no more than|max\w*\.?)\s?){0,3}"
    r"(?:an? |une? |einer? |een |ett? |en |un'|uma? |half )?"
)


def hour_lengths(low: str, nouns: list[Mark], known: list[Mark]) -> list[Mark]:
    """Running times by the hour beside a piece: "a film of a quarter of an hour", "a half-hour documentary"."""
    pieces = [n for n in nouns if n.kind == "noun" and n.value != "stills"]
    if not pieces:
        return []
    spans = [(k.start, k.end) for k in known]
    out: list[Mark] = []
    for m in _HOURS.finditer(low):
        behind = any(n.end <= m.start() <= n.end + 30 and _OF.fullmatch(low, n.end, m.start()) for n in pieces)
        before = any(re.fullmatch(r"[\s-](?:[\w-]+\s)?", low[m.end() : n.start]) for n in pieces if n.start > m.end())
        if (behind or before) and not overlap(spans, m.start(), m.end()):
            out.append(Mark("duration", _seconds(m), m.start(), m.end(), m[0]))
    return out


_HOUR_MINUTES = re.compile(
    r"(?<![\w.:,])(\d)\s?(?:h|hrs?|std|stunden?|hours?|heures?|horas?|uur|timm?[ea]r?|or[ae])\.?\s?"
    r"(?:and |und |et |y |en |och |og |e )?"
    r"([0-5]\d)(?!\d|[.:,]\d)(?:\s?min\w*)?"
)


def hours_told(low: str) -> Iterator[tuple[int, int, int]]:
    """Every time told by the hour with its span, whatever it is of: seconds, start, end."""
    for m in _HOUR_MINUTES.finditer(low):
        yield int(m[1]) * 3600 + int(m[2]) * 60, m.start(), m.end()
    for m in _HOURS.finditer(low):
        yield _seconds(m), m.start(), m.end()


def _seconds(m: re.Match[str]) -> int:
    if m["quarter"]:
        return 2700 if re.match(r"three|drei|trois|tres?|drie", m["quarter"]) else 900
    if m["half"]:
        return 1800
    said = m["count"].replace(",", ".")
    return int(3600 * (float(said) if said[0].isdigit() else _COUNT[said]))

"""The numbers of a line that count pieces, and those that only look so."""

from __future__ import annotations

import re
from itertools import pairwise

from copilot.briefs.facts.letter.corrections import takes_back
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.measures import Mark, dozens, overlap
from copilot.briefs.facts.pieces.per_each import EACH_OF, multiplier, so_many
from copilot.briefs.facts.words import kind_patterns
from copilot.briefs.grammar.numbers import find_numbers

Counted = tuple[int, int, int]
"""A whole number with its start and end."""

_COUNT_OF_LENGTH = re.compile(
    r"\s+(?:nos\.?\s|pcs\.?\s|stk\.?\s|st\.?\s)?(?:[\"„“”«]?\s?[\w'-]+(?:\s?[\"“”»])?\s+){0,3}(?:of|at|a|de|d'|von|"
    r"van|om|pa|af|da|zu|with|mit|"
    r"av|@)\s+"
    r"(?:about |rund |etwa |ca\.? |je |each |jeweils )?$"
)
_COUNT_GAP = re.compile(
    r"\s*\)?\s*(?:\(\s?\d{1,3}\s?\)\s*)?(?:[x*]\s*|pcs\.? |pieces? (?:of )?|stuck |stk\.? |st\.? |stuks |unidades? "
    r"(?:de )?|pezzi |off\s+|nos\.? )?(?:of (?:the|our) )?(?:(?!(?:and|und|et|y|en|och|og|e|or|oder|in|for|fur|"
    r"pour|para|voor|of|de|at|on|with|mit|to|days?|weeks?|rounds?|minutes?|seconds?|is|are|"
    r"was)\b)(?:(?<=\s)[\"„“”«»]\s?)?[\w&'][\w&'-]*\"?(?:\s?[\"“”«»])?\s+){0,4}(?:\w+-)?$"
)
_COUNT_OF_SHAPE = re.compile(
    r"\s*(?:of (?:them|these|those) |davon |d'entre eux |de ellos |daarvan |av dem |af dem |av dei |di questi |"
    r"deles )?"
    r"(?:are |should be |sind |sollen |seront |zijn |ska vara |skal vare )?(?:im |in het |in |en |i |als |as |"
    r"a |au format |de )?$"
)
_X_AFTER = re.compile(
    r"\b[x*]\s?(\d{1,3})\b|\((\d{1,3})(?:\s?(?:x|stk\.?|stuck|pcs|pieces|off|st\.?))?\)|:\s*(\d{1,3})(?=\s*(?:$|"
    r"[,;(]|x\b|stk|stuck|pcs|st\b|a\b|af\b|of\b))|[-]\s*(\d{1,3})\s*$|"
    r"[,:-]?\s(\d{1,3})\s?(?:stuck|stk|pcs|pieces|stuks|units|uds|unidades|pezzi|pz)\b"
)
_X_AFTER_IN_CELL = re.compile(_X_AFTER.pattern + r"|\s(\d{1,3})\s*$")
NOT_SO_MANY = re.compile(
    r"\b(?:not|no|no longer|nicht|kein\w*|pas|niet|geen|inte|ikke|non|nao|statt|anstatt|anstelle von|instead of|"
    r"rather than|"
    r"au lieu de|en vez de|en lugar de|in plaats van|i stallet for|i stedet for|invece di|em vez de|"
    r"plutot que|plutot qu'|mas que)\s*(?:the |"
    r"die |der |de |en |a |auf |just |only |nur )?$"
)
_SMALL = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "huit": 8, "neuf": 9, "dix": 10,
    "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "dos": 2,
    "twee": 2, "drie": 3, "vijf": 5, "zes": 6, "zeven": 7, "negen": 9, "tien": 10,
    "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sju": 7, "atta": 8, "nio": 9, "tio": 10,
    "fire": 4, "seks": 6, "syv": 7, "otte": 8, "atte": 8, "ni": 9, "ti": 10,
    "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "dieci": 10, "dois": 2, "duas": 2, "quatro": 4,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "two": 2,
    "pair of": 2, "couple of": 2, "trio of": 3, "paar": 2, "handful of": 5, "paire de": 2, "par de": 2, "duo": 2,
}  # fmt: skip
_SMALL_WORDS = re.compile(
    r"(?<![\w-])(?:a |an |ein |une |un )?(" + "|".join(sorted(_SMALL, key=len, reverse=True)) + r")(?=\s)"
)


def numbers_of(low: str, text: str, language: str, busy: list[tuple[int, int]]) -> list[Counted]:
    """The whole numbers up to 500 that belong to no length, date or sum; small words of any language beside them."""
    numbers = [
        (int(f.value), f.start, f.end)
        for f in find_numbers(text, language)
        if f.value == int(f.value)
        and 0 < f.value <= 500
        and not overlap(busy, f.start, f.end)
        and not re.match(r"[a-wyz]", low[f.end : f.end + 1])
        and not AGE.match(low, f.end)
        and not re.match(r"-(?:minut|sec|sek|seg|min\b|hour|stund)", low[f.end :])
        and not re.search(r"\d[:.]$", low[max(0, f.start - 2) : f.start])
    ]
    round_numbers = dozens(low)
    numbers = [n for n in numbers if not any(d[1] < n[2] and n[1] < d[2] for d in round_numbers)] + round_numbers
    for m in _SMALL_WORDS.finditer(low):
        start, end = m.start(1), m.end(1)
        vague = m[1] == "paar" and "ein paar" in low[max(0, start - 4) : end]
        if not vague and not overlap([(a, b) for _, a, b in numbers] + busy, start, end):
            numbers.append((_SMALL[m[1]], start, end))
    kept = [n for n in numbers if not NOT_SO_MANY.search(low[max(0, n[1] - 30) : n[1]])]
    return _said_exactly(low, sorted(kept, key=lambda n: n[1]))


AGE = re.compile(r"[\s-]{0,2}(?:ans|years?|jahre?n?|jahrig\w*|anos|anni|jaar|jarig\w*|ars?|arig\w*|aring\w*)\b")
"""What counts a house's age and no pieces."""
_COUPLE = re.compile(r"(?:a )?(?:couple|pair|handful)|(?:un )?par\b|ein paar|een paar|ett par|et par|un paio")
_SAY = re.compile(
    r"[^.;:!?\d]{0,50}[,(–-] ?(?:let's )?(?:say|perhaps|maybe|sagen wir|vielleicht|disons|digamos|laten we zeggen|zeg|"
    r"sag|lat oss saga|lad os sige|la oss si|diciamo) $"
)


def _said_exactly(low: str, numbers: list[Counted]) -> list[Counted]:
    """ "A couple of stills for the website, say 10" are ten: the number said after a vague one takes its place."""
    for vague, exact in pairwise(numbers):
        if _COUPLE.match(low, vague[1]) and _SAY.fullmatch(low[vague[2] : exact[1]]):
            rest = [n for n in numbers if n not in (vague, exact)]
            return sorted([(exact[0], vague[1], vague[2]), *rest], key=lambda n: n[1])
    return numbers


def counts_of(
    low: str,
    numbers: list[Counted],
    durations: list[Mark],
    nouns: list[Mark],
    ratios: list[Mark],
    unit: Unit,
) -> list[Mark]:
    """Numbers that count pieces: before a noun or a length with at most adjectives between, or "x5" after one."""
    marks: list[Mark] = []
    targets = sorted([*durations, *(n for n in nouns if n.kind == "noun"), *ratios], key=lambda m: m.start)
    multiplied = [m.start() for m in EACH_OF.finditer(low)]
    for i, (value, start, end) in enumerate(numbers):
        if (
            _BOTH.match(low[start:end])
            or _OF_ALL.search(low[:start])
            or (so_many(low, start) and any(at < start for at in multiplied))
        ):
            continue
        after = next((m for m in targets if m.start >= end), None)
        before_next = numbers[i + 1][1] if i + 1 < len(numbers) else len(low)
        blocked = after is not None and before_next < after.start
        gap = low[end : after.start] if after else ""
        corrects = takes_back(low, start)
        if (after is not None and _joined(after, gap, blocked=blocked)) or (
            corrects and (unit.subject in (None, "deliverables")) and re.match(r"\s*(?:[,.;!?]|$)", low[end:])
        ):
            marks.append(Mark("count", value, start, end, low[start:end]))
        elif unit.topic == "quantity" or (unit.kind == "cell" and low.strip() == low[start:end]):
            marks.append(Mark("number", value, start, end, low[start:end]))
        else:
            continue
        if corrects:
            marks.append(Mark("correction", "", start - 1, start, ""))
    marks += halves(low, ratios)
    known = [(m.start, m.end) for m in marks]
    marks += [m for m in _one_of_them(low, [*durations, *ratios]) if not overlap(known, m.start, m.end)]
    marks += _leading(low, numbers, [*durations, *nouns], marks)
    marks += _reduced_to(low, numbers, [n for n in nouns if n.kind == "noun"])
    return marks + _trailing(low, targets, [*marks, *durations, *ratios], in_cell=unit.kind == "cell")


def _reduced_to(low: str, numbers: list[Counted], nouns: list[Mark]) -> list[Mark]:
    """ "cut the reels to five", "photographs: twenty-five": the number behind the pieces."""
    return [
        Mark("after_count", value, start, end, low[start:end])
        for value, start, end in numbers
        if re.match(
            r"\s?(?:[.,;:)]|$|(?:instead of|rather than|statt|anstatt|au lieu de|en vez de|en lugar de|in plaats van|"
            r"istallet for|i stedet for|i stallet for|invece di|anziche|em vez de|"
            r"(?:(?:and|und|et|y|e|en|och|og) )?(?:not|nicht|non|pas|no|niet|inte|ikke|nao)(?= \w+))\b)",
            low[end:],
        )
        and any(_BEHIND.fullmatch(low[n.end : start]) for n in nouns)
    ]


_BEHIND = re.compile(
    r"\s?(?:\w+\s?)?:\s|,\s(?:around|about|some|roughly|circa|ca\.?|etwa|rund|environ|une?|unos|unas|alrededor de|"
    r"ongeveer|zo'n|omkring|runt|cirka|cerca|circa di|aprox\.?|say)\s|\s(?:a|auf|to|till|til|naar|op|down to|sur|"
    r"para)\s|\s(?:becomes?|are now|will be|"
    r"go(?:es)? (?:up|down) to|"
    r"diventano|scendono a|salgono a|werden(?: zu)?|sind jetzt|deviennent|passent a|pasan a(?: ser)?|seran|worden|"
    r"blir|bliver|passam a(?: ser)?)\s"
)


def _leading(low: str, numbers: list[Counted], beside: list[Mark], marks: list[Mark]) -> list[Mark]:
    """The number a line opens with counts what the line then measures: "4 live-action room tours, 50 sec each"."""
    first = min(beside, key=lambda m: m.start, default=None)
    opens = [n for n in numbers if n[1] == 0 and re.match(r"\s?x?\s[^\W\d]", low[n[2] :])]
    if not opens or first is None or first.kind != "duration" or any(m.start < first.start for m in marks):
        return []
    value, start, end = opens[0]
    named = re.fullmatch(
        r"\s?x?\s(?:[^\W\d][\w&'-]*[\s]?){1,5},?\s?(?:of |a |je |de |zu |van |da |pa )?", low[end : first.start]
    )
    return (
        [Mark("count", value, start, end, low[start:end])]
        if named and not _ROUNDS.search(low[end : first.start])
        else []
    )


_ROUNDS = re.compile(r"\b(?:rounds?|days?|weeks?|people|hours?|runden?|tage?|jours?|dias?|dag\w*|giorn\w*)\b")


def _joined(after: Mark, gap: str, *, blocked: bool) -> bool:
    if blocked and "(" not in gap:
        return False
    if _COUNT_GAP.match(gap):
        return True
    if after.kind == "ratio" and _COUNT_OF_SHAPE.match(gap):
        return True
    return after.kind == "duration" and not blocked and _COUNT_OF_LENGTH.match(gap) is not None


def _trailing(low: str, targets: list[Mark], taken: list[Mark], *, in_cell: bool) -> list[Mark]:
    marks: list[Mark] = []
    for m in (_X_AFTER_IN_CELL if in_cell else _X_AFTER).finditer(low):
        digits = next(g for g in m.groups() if g)
        near = any(0 <= m.start() - t.end <= 14 for t in targets)
        free = not any(c.start < m.end() and m.start() < c.end for c in (*taken, *marks))
        # "Rough cut video 1": a cell's number one behind a noun only tells it from a second.
        if near and free and 0 < int(digits) <= 500 and not (in_cell and digits == "1" and m[0].strip() == digits):
            marks.append(Mark("after_count", int(digits), m.start(), m.end(), m[0]))
    return marks


def each_marks(
    low: str, numbers: list[Counted], shapes: list[tuple[int, int]], whole: str, language: str
) -> list[Mark]:
    """ "in each of ten episodes", "per hotel": a multiplier; 0 when the number must be looked up among the pieces."""
    marks: list[Mark] = []
    for m in EACH_OF.finditer(low):
        if (marks and m.start() < marks[-1].end) or _explains(low, m.start(), numbers):
            continue
        number = next(((v, a, b) for v, a, b in numbers if 0 <= a - m.end() <= 1), None)
        if number and number[0] == 1 and _EACH_ONE.match(low, m.start()):
            number = None
        at = number[2] if number else m.end()
        noun = _piece_noun(low, at, shapes)
        if number is None:
            several = multiplier(low, m.end(), numbers, whole, language)
            value, end = several if several else (0, noun or 0)
            if noun and noun > end:
                end = noun
        else:
            value, end = number[0], noun or _other_noun(low, at, m[0])
        if number is None and not end and (alone := _EACH_ONE.match(low, m.start())):
            value, end = 0, alone.end()
        if end and (value != 1 or noun):
            marks.append(Mark("each_of", value, m.start(), end, low[m.start() : end]))
    return marks


_ONE_BEFORE = re.compile(r"(?:\b(?:one|an?|1|ein\w*|une?|un[oa]|een|ett?|eit|um|uma)|\(en)\s(?:x\s)?$")


def _explains(low: str, start: int, numbers: list[Counted]) -> bool:
    """Whether "one per trade" only says what the pieces counted right before it are for."""
    one = _ONE_BEFORE.search(low[max(0, start - 10) : start])
    before = [n for n in numbers if n[2] <= start - len(one[0])] if one else []
    return bool(before) and before[-1][0] > 1 and re.search(r"[.;:]\s", low[before[-1][2] : start]) is None


_EACH_ONE = re.compile(
    r"(?:in|for|from|out of|of|zu|aus|fur|von|pour|dans|de|por|voor|uit|van|ur|av|til|fra|af|di|da)\s+"
    r"(?:each|every|jede[mnrs]|chacun\w*|cada un[oa]|cada uma?|elk|ieder|varje|hver|ognun[oa]|ciascun[oa])"
    r"(?:\s+(?:one|of (?:them|these|those)|davon|d'eux|d'elles|daarvan|av dem|av dessa))?"
    r"(?=\s*,|\s+(?:(?:we|wir|nous|we'd|we'll|i|i'd|would|need|want|like|also|too|auch|brauchen|wollen|mochten|"
    r"hatten|gern|"
    r"voudrions|willen|ook|vill|vi|vil|ha|ocksa|ogsa|gerne?|aussi|un?e?) ){0,6}(?:an?|one|"
    r"ein|une?|een|en|ett?|two|zwei)\s)"
)


def _other_noun(low: str, at: int, lead: str) -> int:
    """Where a noun that is no piece ends right after "each of twelve", or 0."""
    if not re.search(r"each|every|jede|chaq|chac|cada|elk|ieder|varje|hver|kvar|ogni|ciasc|per|pro|je", lead):
        return 0
    word = re.match(r"\s+(?!sec|min|s\b|sek|seg)[^\W\d]{3,}", low[at:])
    return at + word.end() if word else 0


def _piece_noun(low: str, at: int, shapes: list[tuple[int, int]]) -> int | None:
    """Where the first noun of a piece ends that begins within 14 characters, at most one word between."""
    window = low[at : at + 40]
    found = [(m.start(), -m.end()) for _, p in kind_patterns() if (m := p.search(window)) and m.start() <= 14]
    if not found:
        return None
    start, end = min(found)
    between = window[:start]
    clear = len(between.split()) <= 1 and not re.search(
        r"[\d,;(:]|\b(?:for|fur|pour|para|voor|on|auf|in|sur|til|till|per|"
        r"and|und|et|y|en|och|og|e|an?|ein\w*|une?|een|one)\b",
        between,
    )
    return at - end if clear and not overlap(shapes, at + start, at - end) else None


_OF_ALL = re.compile(
    r"\b(?:all|alle|each|every|chacun\w*|tous les|toutes les|tod[oa]s l[oa]s|tutt[ie] [ie]|alla|jede[rs]?|cada|varje|"
    r"hver)\s$"
)
"""Before a number it speaks of what is counted already: "all four in 16:9", "three films, each one a minute"."""
_BOTH = re.compile(r"both|beide\w*|les deux|amb[oa]s|bada|begge|entramb[ie]")
_ONE_OF_LENGTH = re.compile(
    r"\b(one|ein(?:e[nrs]?|s)?|une?|un[oa]|een|ett?|en|um|uma)\s+(?:a|of|zu|mit|de|van|pa|da|di|om|with|at|von|"
    r"in|im|i)\s+(?:etwa |about |ca\.? )?$"
)
_ORDINAL = re.compile(
    r"\b((?:the|der|die|das|den|de|het|le|la|el|il|o|a)\s+(?:first|second|third|other|erste|zweite|dritte|"
    r"andere|eerste|tweede|derde|"
    r"forsta|andra|tredje|forste|anden|andre|premiere?|deuxieme|second|seconde|primer[oa]?|segund[oa]|primo|"
    r"secondo|otr[oa]|outr[oa]|"
    r"primeir[oa])|l'une?|l'autre|l'altr[oa]|een andere|ein weiterer|another|another one)\b(?!\s+(?:day|week|"
    r"tag|half|shoot|round|cut|draft))"
    r"(?:[^.;:\d]{0,28})$"
)


def _one_of_them(low: str, measures: list[Mark]) -> list[Mark]:
    """ "… and one of 60 seconds", "the first two minutes, the second …": one piece without its noun."""
    out: list[Mark] = []
    for measure in measures:
        at = max(0, measure.start - 60)
        before = low[at : measure.start]
        m = (_ONE_OF_LENGTH.search(before) if measure.kind == "duration" else None) or _ORDINAL.search(before)
        if (
            m
            and not any(o.start == at + m.start(1) for o in out)
            and not (out and measure.kind == "ratio" and "," not in m[0] and out[-1].end > at + m.start(1))
        ):
            out.append(Mark("count", 1, at + m.start(1), at + m.end(1), m[1]))
    return out


_HALF = re.compile(
    r"\b(half|die halfte|halfte|la moitie|moitie|la mitad|mitad|de helft|helft|halften|halvdelen|la meta|meta|"
    r"metade)\s+"
    r"(?:of (?:them|these|the \w+)\s+|davon\s+|d'entre eux\s+|de ellos\s+|daarvan\s+|av dem\s+|af dem\s+)?"
    r"(?:are\s+|sind\s+)?(?:in\s+|im\s+|en\s+|i\s+|as\s+|als\s+)?$"
)


def halves(low: str, ratios: list[Mark]) -> list[Mark]:
    """ "half of them in 16:9, half in 9:16": a count of -1, which the lot that is split gives its number."""
    out: list[Mark] = []
    for r in ratios:
        m = _HALF.search(low[max(0, r.start - 50) : r.start])
        if m:
            start = max(0, r.start - 50) + m.start(1)
            out.append(Mark("count", -1, start, start + len(m[1]), m[1]))
    return out

"""The measures of a piece: lengths put together from their parts, shapes by name, and counts like "a dozen"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from copilot.briefs.facts.letter.corrections import corrects
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import folded


@dataclass(frozen=True)
class Mark:
    """`tight`: at most adjectives stand between it and the mark before. `fresh`: a separator stands before it."""

    kind: str  # count, after_count, number, duration, ratio, noun, article, all, each_of
    value: int | str
    start: int
    end: int
    text: str
    tight: bool = False
    fresh: bool = False
    definite: bool = False


_UNIT_SHARED = re.compile(
    r"\s*(?:/|,|(?:und|and|et|y|en|och|og|\+|&)\s+(?:two|three|four|zwei|drei|vier|deux|trois|dos|tres|twee|"
    r"drie|tva|tre|to|\d)(?=\s|x)\s*x?|und|and|et|y|en|och|og|e|\+|&|or|oder|ou|bzw\.?|resp\.?)\s*(?:zu|a|of|de|"
    r"von|van|pa|om|da|in)?\s*"
)


_TENS = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "decena": 10,
    "docena": 12,
    "veintena": 20,
    "quincena": 15,
    "decina": 10,
    "dozzina": 12,
    "duzia": 12,
    "tiotal": 10,
    "femtontal": 15,
    "tjugotal": 20,
    "trettiotal": 30,
    "ventina": 20,
    "trentina": 30,
    "treintena": 30,
    "dezena": 10,
    "dussin": 12,
    "dusin": 12,
    "dozijn": 12,
    "tiental": 10,
}


_UPRIGHT = (
    r"\b(?:upright|(?:shaped )?like (?:a|the) phone|phone[- ]shaped|(?:for|on) (?:a )?phones?(?=\s*(?:$|[,.;)]))|"
    r"furs handy|hochkant|"
    r"en hauteur|debout|de pie|op zijn kant|rechtop|pa hojkant|pa hoykant|hojkant|in piedi|de pe|a la verticale)\b"
)
_WIDE = (
    r"\b(?:wide-?screen|wide(?: (?:format|screen|shape))|(?:shaped )?like (?:a|the) (?:normal |ordinary )?(?:tv|telly|"
    r"television|cinema|laptop|"
    r"computer|screen)(?: screen)?|a l'horizontale|im breitformat|formato largo|in larghezza|pa tvaers|pa tvers|"
    r"pa tvaren|liggande|apaisado|"
    r"allonge|deitad[oa]s?|acostad[oa]s?|tumbad[oa]s?|echad[oa]s?|sdraiat[oaie]|on (?:its|their) side|a l'italienne|"
    r"liggende)\b|(?<=, )wide(?=\s*(?:$|[,.;)]))"
)
_SHAPE_WORDS = (
    ("9:16", re.compile(_UPRIGHT)),
    ("16:9", re.compile(_WIDE)),
    ("9:16", re.compile(r"\b(?:lodret\w*|verticais|staand\w*|staende|stehend\w*)\b")),
    ("16:9", re.compile(r"\b(?:quer|bredformat|horizontais|breitbild|vandret\w*|liggand\w*|liggend\w*)\b")),
    ("1:1", re.compile(r"\b(?:quadrad[oa]s?|kvadratisk\w*|quadratisch\w*|cuadrad[oa]s?|carrees?|quadrat[oiae])\b")),
)


def more_shapes(low: str, unit: Unit) -> list[Mark]:
    """Names of shapes in the languages' plain words; "hoch" alone is one only on a line about formats."""
    found = [Mark("ratio", r, m.start(), m.end(), m[0]) for r, p in _SHAPE_WORDS for m in p.finditer(low)]
    # "Format 16/9": a slash after the word "format" is no date.
    found += [
        Mark("ratio", f"{m[1]}:{m[2]}", m.start(1), m.end(2), m[0])
        for m in re.finditer(
            r"(?:format\w*|formaat|verhaltnis|verhouding|ratio|aspect|relacion|proporzioni)\s?:?\s+(?:in |de |en )?"
            r"(16|9|4)/(9|16|5)(?!\d)",
            low,
        )
    ]
    found += [Mark("ratio", "9:16", m.start(1), m.end(1), m[1]) for m in re.finditer(r"\((hoch|tall|staand)\)", low)]
    if unit.subject == "ratios":
        found += [Mark("ratio", "9:16", m.start(), m.end(), m[0]) for m in re.finditer(r"\b(?:hoch|tall|haut)\b", low)]
    return found


_SOME_DOZENS = re.compile(
    r"\b(half a|ein halbes|einem? halben|une demi-?|media|mezza|meia|een half|et halvt?|ett halvt?|"
    r"\d{1,2}|two|three|four|five|six|zwei|drei|vier|funf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|twee|drie|"
    r"vijf|tva|tre|fyra|fem|to|fire|due|quattro|cinque|duas|quatro)\s?"
    r"(?:dozen|dutzend|douzaines?|docenas?|dozijn|dussin|dusin|dozzin[ae]|duzias?|dizaines?|decenas?|tiental(?:len)?|"
    r"tiotal|decine|dezenas?)\s*(?:of |de |d'|di |av |af )?"
)


def dozens(low: str) -> list[tuple[int, int, int]]:
    """ "une dizaine de photos", "two dozen": the round numbers that people count with."""
    found = []
    for m in _SOME_DOZENS.finditer(low):
        each = 10 if re.search(r"diz|dec|tien|tiot|dez", m[0]) else 12
        times = int(m[1]) if m[1].isdigit() else _TIMES.get(m[1].strip(), 0)
        found.append((each * times if times else each // 2, m.start(), m.end()))
    return found + [
        (_TENS[m[1]], m.start(1), m.end())
        for m in re.finditer(rf"\b({'|'.join(_TENS)})(?:er|en)?\s+(?:de |d'|di |af |av )?", low)
        if not overlap([(a, b) for _, a, b in found], m.start(), m.end())
    ]


_TIMES = {
    "two": 2, "zwei": 2, "deux": 2, "dos": 2, "twee": 2, "tva": 2, "to": 2, "due": 2, "duas": 2,
    "three": 3, "drei": 3, "trois": 3, "tres": 3, "drie": 3, "tre": 3,
    "four": 4, "vier": 4, "quatre": 4, "cuatro": 4, "fyra": 4, "fire": 4, "quattro": 4, "quatro": 4,
    "five": 5, "funf": 5, "cinq": 5, "cinco": 5, "vijf": 5, "fem": 5, "cinque": 5,
    "six": 6, "sechs": 6,
}  # fmt: skip


_QUARTERS = re.compile(
    r"\b(?:trekvart|dreiviertel|three[ -]quarters of a|trois quarts de|tre kvart|tres cuartos de|"
    r"driekwart)[\s-]*min\w*"
)


_AND_A_HALF = re.compile(
    r"\b(?:minuto y medio|minuto e mezzo|minuto e meio|minute et demie|minute and a half|minuut en een half|"
    r"minutt og en halv|minut og en halv|minut och en halv)\b"
)


def corrected_lengths(low: str, durations: list[Mark]) -> list[Mark]:
    """The lengths without those taken back: "a minute and a half, no, sorry, make that two minutes"."""
    return [
        d
        for d, after in zip(durations, [*durations[1:], None], strict=False)
        if after is None or after.start - d.end > 60 or not corrects(low[d.end : after.start])
    ]


_BETWEEN = re.compile(
    r"\b(?:between|zwischen|entre|tussen|mellan|mellem|mellom|tra|fra)\s+"
    r"(?:the |den |les |los |las |de |i |os |as )?$"
)
"""Before two lengths joined by "and"; "cuts of 30s and 15s" in any language are two."""
_FROM = re.compile(rf"{_BETWEEN.pattern}|\b(?:from|von|de|van|fra|fran|da)\s+$")


_APIECE = (
    r"(?:long|each|apiece|in\b|chacune?s?|de long|cada|por|elk|per|lang|je\b|jeweils|varje|vardera|hver|ciascun[oa]|"
    r"l'un[oa])"
)


_GOES_ON = (
    r"(?:qui|que|pour|sur|en|dans|au|which|that|for|on|as|at|with|fur|auf|im|mit|als|para|con|voor|op|met|som|pa|til|"
    r"till|per|che|da|na|no)\b"
)
"""What may follow the seconds of "1 min 40" that have no unit: the sentence, and nothing that they would count."""


def joined_lengths(low: str, durations: list[Mark]) -> list[Mark]:
    """One length from its parts ("one minute and ten seconds", "1 min 30"); of "between 2 and 3 minutes" the longer."""
    out: list[Mark] = []
    for d in sorted(durations, key=lambda d: d.start):
        tail = re.match(rf"\s(\d{{2}})(?=\s*(?:[(,;).]|$|s\b|sec|et\b|format|{_APIECE}|{_GOES_ON}))", low[d.end :])
        if tail and "min" in folded(d.text) and int(d.value) % 60 == 0 and int(tail[1]) < 60:
            d = replace(d, value=int(d.value) + int(tail[1]), end=d.end + tail.end())
        last = out[-1] if out else None
        gap = low[last.end : d.start] if last else ""
        if (
            last
            and int(last.value) % 60 == 0
            and int(d.value) < 60
            and "min" in folded(last.text)
            and re.fullmatch(r"\s*(?:(?:and|und|et|y|en|och|og|e)\s+)?", gap)
        ):
            out[-1] = replace(last, value=int(last.value) + int(d.value), end=d.end, text=low[last.start : d.end])
        elif (
            last
            and (through := re.fullmatch(r"\s+(?:(and|und|et|y|en|och|og|e)|to|bis)\s+", gap))
            and (_BETWEEN if through[1] else _FROM).search(low[: last.start])
        ):
            out[-1] = replace(d, start=last.start, text=low[last.start : d.end])
        else:
            out.append(d)
    out += [
        Mark("duration", 90, m.start(), m.end(), m[0])
        for m in _AND_A_HALF.finditer(low)
        if not overlap([(d.start, d.end) for d in out], m.start(), m.end())
    ]
    out += [Mark("duration", 45, m.start(), m.end(), m[0]) for m in _QUARTERS.finditer(low)]
    out += [
        Mark("duration", _TENS[m[1]], m.start(), m.end(), m[0])
        for m in re.finditer(rf"\b({'|'.join(_TENS)})\s+(?:de |d'|di )?(?:secondes|segundos|secondi|sekunder)\b", low)
    ]
    return out


OF_EACH = re.compile(r"\d\s?(?:st|stk|stuck|pcs|x)?\.?\s(?:a|of|pa|van|von|zu|de|di)\s$")
"""A count and "of" before a length: "4 st à 2:00"."""


def clock_lengths(low: str, nouns: list[Mark], known: list[Mark]) -> list[Mark]:
    """ "a 0:45 version": minutes and seconds right before a noun of a piece."""
    out = []
    for m in re.finditer(r"(?<![\d:.])(\d{1,2}):([0-5]\d)(?![\d:])", low):
        leads = m[1] == "0" or any(n.kind == "noun" and 0 < n.start - m.end() <= 16 for n in nouns)
        leads = leads or (
            int(m[1]) <= 9
            and any(n.kind == "noun" and re.fullmatch(r"\s?[(,:;-]?\s?", low[n.end : m.start()]) for n in nouns)
        )
        leads = leads or OF_EACH.search(low[: m.start()][-14:]) is not None
        if leads and not any(k.start < m.end() and m.start() < k.end for k in known):
            out.append(Mark("duration", int(m[1]) * 60 + int(m[2]), m.start(), m.end(), m[0]))
    return out


_LISTED = re.compile(r"(?<![\w:]):\d\d(?:(?:\s?[/,&+]\s?|\s(?:and|und|et|y|en)\s):\d\d(?!\d))+")


def listed_lengths(low: str, known: list[Mark]) -> list[Mark]:
    """ ":60/:30/:15": seconds in the way of American spots, each a length of its own."""
    spans = [(k.start, k.end) for k in known]
    return [
        Mark("duration", int(m[0][1:]), start, start + 3, m[0])
        for run in _LISTED.finditer(low)
        for m in re.finditer(r":\d\d", run[0])
        if not overlap(spans, start := run.start() + m.start(), start + 3)
    ]


_PLURALS = {"sixes": 6, "tens": 10, "fifteens": 15, "twenties": 20, "thirties": 30, "sixties": 60, "nineties": 90}
_LENGTH_NAMES = re.compile(rf"\b(?:the|these|those|our)\s+(?:\w+\s+)?({'|'.join(_PLURALS)})\b")
_SECONDS_AGAIN = re.compile(
    r"\b(?:the|die|les|los|las|de|dei|os|as)\s+(\d{1,3})\s?(?:\"|''|-?ers?\b|sek\b|sec\b|s\b)s?"
    r"(?=\s+(?:also|too|in|as|are|need|get|both|auch|aussi|tambien|ook|ocksa|ogsa|anche|tambem|again|nochmals?|"
    r"noch einmal|encore|otra vez|nog eens|opnieuw|igen|en gang til|ancora|de novo|once more)\b)"
    r"|\b(?:the|die|den|der|das|les?|los|las|el|il|de|dei|os?|as)\s+(\d{1,3})(?:er|s)?"
    r"(?=\s+(?:also|again|too|auch|nochmals?|noch einmal|aussi|encore|tambien|otra vez|ook|nog eens|opnieuw|ocksa|igen|"
    r"ogsa|en gang til|anche|ancora|tambem|de novo|once more)\b)"
)
"""The seconds that name pieces: "The 10's also 4:5": pieces called by their seconds."""
_FORMER = re.compile(
    r"\b(?:the former|erstere[rsn]?|ersteres|la premiere|le premier|el primero|la primera|il primo|de eerste)\b"
)
_LATTER = re.compile(
    r"\b(?:the latter|letztere[rsn]?|ces dernier\w*|ce dernier|cette derniere|les dernier\w*|este ultimo|"
    r"estos ultimos|estas ultimas|"
    r"quest'ultim\w|questi ultimi|de laatste|die laatste|sistnamnda|sistnaevnte|sistnevnte|estes ultimos|"
    r"estas ultimas)\b"
)


_LONG_ONE = re.compile(
    r"\bthe (?:long|longer|big|main|bigger) (?:one|version|film|video)\b(?! of)|\b(?:der|die|das) (?:lange|"
    r"grosse|langere)\b(?! \w+ (?:soll|ist) \d)|"
    r"\b(?:le|la) (?:long|longue|grand|grande)\b|\b(?:el|la) larg[oa]\b|\bde lange\b|\bden langa?\b|\bden lange\b"
)
_SHORT_ONES = re.compile(
    r"\bthe (?:short|shorter|small|smaller|little) ones?\b|\bdie (?:kurzen|kleinen|kurzeren)(?! \w*(?:film|clip|"
    r"video|version|spot|reel|teaser|fass|schnitt|cut))|"
    r"\bles (?:courts|courtes|petits|petites)\b(?! \w+s\b)|"
    r"\b(?:los|las) cort[oa]s\b|\bde korte\b(?! \w+s\b)|\bde (?:korta|korte)\b(?! \w)"
)


_THE_ONES = re.compile(
    r"\b(?:die|los|las|les|ceux|celles|i|quelli|quelle|os|as|de|den|the ones|those)\s"
    r"(?:de|d'|of|von|mit|da|di|van|pa|med)\s(?:je )?$"
    r"|\b(?:all|alle|alla|tous les|tutti i|todos los)\s(?:\d+|\w+)\s$"
)
_ALSO_AFTER = re.compile(
    r"\s(?:also|auch|aussi|tambien|ook|ocksa|ogsa|anche|tambem|again|nochmals?|noch einmal|encore|otra vez|nog eens|"
    r"opnieuw|igen|en gang til|ancora|de novo|once more)\b"
)


_BY_LENGTH = re.compile(r"\b(?:the|die|den|der|das|les?|los|las|el|de|dei|i|os)\s$")
_MORE_SHAPES = re.compile(
    r"[^.;!?\d]{0,50}\b(?:also|too|auch|zusatzlich|aussi|egalement|tambien|ook|ocksa|ogsa|anche|tambem|as well)\b"
    r"[^.;!?\d]{0,20}(?:\d{1,2}:\d|square|quadrat|carre|cuadrad|vierkant|kvadrat|vertical|hochkant|hochformat|upright)"
)


def _said_again(low: str, length: Mark) -> bool:
    """ "Bei den 6-Sekündern brauchen wir auch 1:1": pieces called by their length get a further shape."""
    called = _BY_LENGTH.search(low[max(0, length.start - 5) : length.start])
    return called is not None and _MORE_SHAPES.match(low, length.end) is not None


def named_again(low: str, durations: list[Mark]) -> list[Mark]:
    """ "the sixes", "the 30s", "the latter": pieces named before, of which something more is said."""
    out = [Mark("again", _PLURALS[m[1]], m.start(), m.end(), m[0]) for m in _LENGTH_NAMES.finditer(low)]
    out += [
        Mark("again", int(m[1] or m[2]), m.start(), m.end(), m[0])
        for m in _SECONDS_AGAIN.finditer(low)
        if (m[2] and int(m[2]) in USUAL_SECONDS)
        or (m[1] and not overlap([(d.start, d.end) for d in durations], *m.span()))
    ]
    for d in durations:
        lead = re.search(r"\bthe\s+$", low[max(0, d.start - 5) : d.start])
        if lead and re.match(
            r"(?:'?s)?(?:\s?(?:ones|spots?|versions?|cuts?|edits?|films?))?\s+(?:also|too|in|as|are|need|get|both)\b",
            low[d.end :],
        ):
            out.append(replace(d, kind="again"))
        ones = _THE_ONES.search(low[max(0, d.start - 24) : d.start])
        also = _ALSO_AFTER.match(low, d.end) and not re.search(r"\w\s?x?\s$", low[max(0, d.start - 3) : d.start])
        if ((ones or also) and not lead) or (_said_again(low, d) and not any(o.start == d.start for o in out)):
            out.append(replace(d, kind="again"))
    out += [Mark("again", "long", m.start(), m.end(), m[0]) for m in _LONG_ONE.finditer(low)]
    out += [Mark("again", "short", m.start(), m.end(), m[0]) for m in _SHORT_ONES.finditer(low)]
    out += [Mark("again", "former", m.start(), m.end(), m[0]) for m in _FORMER.finditer(low)]
    out += [Mark("again", "latter", m.start(), m.end(), m[0]) for m in _LATTER.finditer(low)]
    return sorted(out, key=lambda m: m.start)


def unit_shared(low: str, numbers: list[tuple[int, int, int]], durations: list[Mark]) -> list[Mark]:
    """Lengths whose unit stands once: "15/30/60s", "30 und 15 Sekunden"."""
    out: list[Mark] = []
    heads = [d for d in durations if int(d.value) <= 180 and "min" not in d.text]
    for value, start, end in reversed(numbers):
        after = next((d for d in (*out, *heads) if 0 < d.start - end <= 14), None)
        if after and value >= 5 and low[start] != "0" and _UNIT_SHARED.fullmatch(low[end : after.start]):
            out.append(Mark("duration", value, start, end, low[start:end]))
    short = [d for d in heads if d.start < (numbers[-1][1] if numbers else 0)]
    for value, start, end in numbers:
        before = [d for d in short if d.end < start]
        of = re.search(r"(?:\d|\w{3,}) (?:of|a|zu|de|von|van|pa|om|da|di|med|mit)(?: je)? $", low[:start])
        if (
            before
            and of
            and not overlap([(o.start, o.end) for o in out], start, end)
            and value in USUAL_SECONDS
            and re.match(r"\s*(?:[,.;)]|$|(?:and|und|et|y|en|och|og|e)\b)", low[end:])
        ):
            out.append(Mark("duration", value, start, end, low[start:end]))
    return out


USUAL_SECONDS = frozenset((5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 45, 60, 90))
"""Lengths in seconds that clips have; their unit may have been said with another length before."""


def overlap(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)

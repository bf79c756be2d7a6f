"""Seconds said without their unit: "two spots, a 30 and a 60", "cuts of 30, 15 and 6", "a cutdown of 15".

Only a number that pieces usually last is one, only beside a noun of a piece, and only where it counts nothing itself:
a separator, a shape or the sentence's end follows it.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.pieces.measures import USUAL_SECONDS, Mark, overlap

_OF = r"(?:of|at|a|à|zu|von|mit|de|d'|van|om|pa|af|av|da|di|i|in|en|auf)"
_ARTICLE = re.compile(
    r"\b(?:an?|one|ein(?:e[nrms]?|s)?|une?|una|uno|un|een|en|ett?|um|uma|one more|another)\s+$",
)
_EN = re.compile(r"\ben \d")
_AFTER_NOUN = re.compile(rf"\s*(?:\(\s*|:\s*|,?\s+(?:each\s+|je\s+|jeweils\s+)?{_OF}\s+(?:je\s+|each\s+)?)")
_CUT_TO = re.compile(
    r"\b(?:cut(?: back| down)?|trimmed(?: down)?|shortened|boiled down|edited down|gekurzt|eingekurzt|reduit\w*|"
    r"raccourci\w*|recortad\w|reducid\w|ingekort|teruggebracht|kortet ned|nedkort\w*|nedklipp\w*|klippt\w* ner|"
    r"ridott\w|tagliat\w|reduzid\w|cortad\w)\s(?:to|auf|a|tot|til|till|para)\s(?:about |ca\.? |etwa )?$"
)
_LISTED = re.compile(
    r"\s*(?:,|/|\+|&|(?:,\s*)?(?:and|und|et|y|e|en|och|og)\b)\s*(?:(?:an?|one|ein\w*|une?|un[oa]?|een|en|ett?|um|"
    r"uma)\s+)?"
    rf"(?:{_OF}\s+)?"
)
_CLOSED = re.compile(
    r"\s*(?:[,.;:)(+/&!?]|$|-\s|(?:and|und|et|y|e|en|och|og|in|im|i|as|als|som|plus|für|fur|for|pour|para|voor|per|"
    r"till?|"
    r"each|all|both|version|cut|again|wide\w*|square|vertical\w*|landscape|portrait|hochkant|quer|horizontal\w*|"
    r"staand\w*|liggand\w*|liggend\w*|staende|carre\w*|cuadrad\w*|quadrat\w*|kvadrat\w*)\b)"
)


_TIMED = re.compile(r"(?<![\w:.,])(\d{1,2})\s?[x×*]\s?(\d{1,3})(?![\w:×*]|[.,]\d)")


def timed_counts(low: str, nouns: list[Mark], known: list[Mark]) -> list[Mark]:
    """ "1x30, 2x15": how many of how many seconds, where a piece is named or several are listed so."""
    spans = [(k.start, k.end) for k in known]
    found = [m for m in _TIMED.finditer(low) if int(m[2]) in USUAL_SECONDS and not overlap(spans, *m.span())]
    if len(found) < 2 and not any(n.kind == "noun" and n.value != "stills" for n in nouns):
        return []
    return [
        Mark("duration", int(m[2]), m.start(2), m.end(2), m[2])
        for m in found
        if not any(n.kind == "noun" and n.value == "stills" and 0 < n.start - m.end() <= 12 for n in nouns)
    ]


def bare_lengths(low: str, numbers: list[tuple[int, int, int]], durations: list[Mark], nouns: list[Mark]) -> list[Mark]:
    """The numbers that are lengths in seconds by where they stand, in order."""
    pieces = [n for n in nouns if n.kind == "noun"]
    if not pieces:
        return []
    out: list[Mark] = []
    for value, start, end in numbers:
        if value not in USUAL_SECONDS or not low[start:end].isdigit() or not _CLOSED.match(low, end):
            continue
        known = [*durations, *out]
        before = [m for m in known if m.end <= start]
        listed = any(_LISTED.fullmatch(low[m.end : start]) for m in before[-2:] if "min" not in m.text)
        noun = next((n for n in reversed(pieces) if n.end <= start), None)
        of_noun = noun is not None and _AFTER_NOUN.fullmatch(low[noun.end : start]) is not None
        article = noun is not None and _has_article(low, start)
        counted = any(
            n.start >= end and not re.search(r"[,.;:()]|\b(?:and|und|et|y|e|en|och|og|in|as)\b", low[end : n.start])
            for n in pieces
        )  # "3 films and a 20 second": what follows is counted
        in_list = of_noun and not (noun is not None and ":" in low[noun.end : start])
        cut = _CUT_TO.search(low[max(0, start - 40) : start]) is not None
        if (
            (listed or in_list or article or cut)
            and not counted
            and not overlap([(k.start, k.end) for k in known], start, end)
        ):
            out.append(Mark("duration", value, start, end, low[start:end]))
    return out


def _has_article(low: str, start: int) -> bool:
    """Whether an article stands before; "en" is one only where two lengths have it ("en 60 och en 30")."""
    article = _ARTICLE.search(low[max(0, start - 14) : start])
    return article is not None and (not article[0].startswith("en") or len(_EN.findall(low)) > 1)

"""The town of a transcript without capitals: "three days of filming at the yard in barrow"."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.places.fit import may_be_place
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import folded


def place_in_lower_case(unit: Unit) -> list[tuple[str, int, int]]:
    """The town of a transcript without capitals: "three days of filming at the yard in barrow"."""
    if sum(c.isupper() for c in unit.text) > 1 or unit.text[:1].isupper():
        return []
    found: list[tuple[str, int, int]] = []
    for m in _SPOKEN_PLACE.finditer(unit.low):
        word = unit.text[m.start(1) : m.end(1)]
        fits = may_be_place(word) and folded(word) not in _NO_TOWN and not _starts_with_number(word)
        if fits and (not found or is_known(word) or unit.low[: m.start()].endswith(("over ", "up ", "down ", "day "))):
            found.append((word[:1].upper() + word[1:], unit.start + m.start(1), unit.start + m.end(1)))
    return found


def _starts_with_number(word: str) -> bool:
    return any(
        word.startswith(stem) for stem in ("ein", "zwei", "drei", "deux", "trois", "tres", "cinco", "twee", "drie")
    )


_SPOKEN_PLACE = re.compile(
    r"\b(?:in|en|a|i|te|em|near|at|bei)\s([a-z][\w'-]{3,})(?=\s*$|\s(?:for|and|on|over|with|fur|und|am|an|mit|y|"
    r"el|los|con|et|le|"
    r"pour|avec|per|con|il|och|og|med|den|en|op|voor|the|that|because|wir|we|fertig)\b|[,.])"
)
_NO_TOWN = frozenset(
    "total time autumn spring summer winter studio house hochformat querformat house town landscape vertical "
    "horizontal "
    "office person advance touch case february may addition general media vertikal september horizontale verticale "
    "formato redes casa campo exterior interior orizzontale verticale sede ufficio orden lodret tempo place "
    "mind fact".split()
)

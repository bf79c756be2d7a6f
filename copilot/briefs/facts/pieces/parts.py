"""Pieces that come in parts: "a documentary in three parts, each part 8 minutes" are three pieces of 8 minutes.

Only where the parts have a length each; a film in three chapters is one film.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.pieces.measures import Mark

_PART = (
    r"parts?|instalments?|chapters?|teil\w*|folgen?|kapiteln?|parties?|volets?|chapitres?|partes?|capitulos?|entregas?|"
    r"delen|deel|afleveringen|aflevering|hoofdstuk\w*|delar|deler|dele|del|avsnitt|afsnit|kapitel|kapitler|parti|"
    r"puntate|puntata|capitoli|capitolo|episod\w*"
)
_EACH_PART = re.compile(
    rf"\b(?:each|every|per|je|jede[rsn]?|pro|chaque|cada|elke?|ieder|varje|var|hver|hvert|ogni|por|par|pr\.?)\s(?:{_PART})\b"
    r"|\b(?:each|apiece|jeweils|je|chacun\w*|cada un[oa]|elk|"
    r"vardera|hver|ciascun\w*)\b|,?\s(?:of|a|de|von|van|pa|om|da)\s"
)


def parts_counted(low: str, numbers: list[tuple[int, int, int]], durations: list[Mark]) -> list[Mark]:
    """The numbers of parts that pieces come in, where a length is said of each part."""
    out: list[Mark] = []
    for value, start, end in numbers:
        part = re.match(rf"\s?-?(?:{_PART})\b", low[end:])
        within = re.search(r"\b(?:in|i|en|em|a|auf|over)\s$", low[max(0, start - 6) : start])
        if not 1 < value <= 60 or part is None or within is None:
            continue
        at = end + part.end()
        length = next((d for d in durations if 0 <= d.start - at <= 40), None)
        if length is None:
            continue
        if _EACH_PART.search(low[at : length.start] + " ") or _EACH_PART.match(low, length.end + 1):
            out.append(Mark("after_count", value, start, at, low[start:at]))
    return out

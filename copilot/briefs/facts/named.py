"""Names of a word list in a unit: media, languages, territories, without those that the unit rules out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import names

_NEGATION = re.compile(
    r"\b(?:(?P<no>no)|not|without|excluding|except|kein\w*|ohne|nicht|pas de|sans|hors|sin|geen|zonder|niet|inte|"
    r"ingen|ikke|uden|uten|ej|non|senza|nao|sem)\s+(?:\w+\s+)?$|\bpas d'$"
)
_KEPT_OFF = re.compile(
    r"\b(?:not|won't|don't|isn't|never|nicht|kein\w*|pas|jamais|no|nunca|niet|geen|inte|ej|ikke|ingen|non|mai|nao)"
    r"(?!\s(?:only|just|nur|bloss|seulement|uniquement|solo|solamente|alleen|enkel|bara|endast|kun|bare|soltanto|so|"
    r"apenas)\b)"
    r"(?:\s(?:be|being|go|goes|going|run|shown|used|put|needed|for|on|in|at|to|via|the|our|auf|im|in|ins|fur|den|die|das|"
    r"der|dem|sur|dans|en|a|au|les?|la|los?|las|el|para|por|se|va|ira|op|de|het|voor|pa|i|til|till|vises|visas|ut|su|"
    r"sui|sulle|per|nos|nas|no|na|os?|as|any|bound)){1,4}\s$"
)
"""A verb or a preposition may stand between: "won't be going on the socials", "niet voor op tv"."""
_NOTHING = re.compile(
    r"\b(?:nothing|nowhere|nichts|nirgends|rien|nada|niente|niets|nergens|inget|ingenting|intet|keinen fall|"
    r"keinesfalls|aucun cas|nulle part|ningun caso|ningun sitio|nessun caso|nessuna parte|nenhum caso|lado nenhum|"
    r"geen geval|inga omstandigheter|ingen omstaendigheder|ingen omstendigheter|no account|no circumstances)"
    r"(?!\s(?:but|except|als|mehr als|que|d'autre|mas que|altro che|anders dan|annat an|andet end|annet enn)\b)"
    r"(?:\s[\w'’-]+){0,7}\s$"
)
"""What rules out all that follows in its clause: "nothing goes on the internet", "auf keinen Fall im Internet"."""
NO = re.compile(
    r"\b(?:no|not|n't|don't|won't|never|nothing|none|without|kein\w*|nicht|nichts|nie|ohne|pas|rien|jamais|aucun\w*|sans|"
    r"ni|nada|nunca|ningun\w*|sin|non|niente|mai|nessun\w*|senza|nao|nenhum\w*|sem|niet|niets|geen|nooit|zonder|inte|"
    r"ej|ingen|inga|inget|utan|ikke|intet|ingenting|uten|uden|aldri\w*)\b"
)
"""Any word of negation, wherever it stands."""
_AGREED = re.compile(r"\s*(?::\s*)?(?:yes|ja|oui|si|sim)(?=\s*(?:[.,;)*]|$))")
_REFUSED = re.compile(r"\s*(?::\s*)?(?:no|nein|non|nee|nej|nei|nao)(?=\s*(?:[.,;)*]|$))")


def named_in(unit: Unit, kind: str, after: int = 0) -> Iterator[tuple[str, int, int]]:
    """Names of a kind in a unit, the longest reading of each place, in order of place."""
    at = -1
    for start, end, name in _all_named(unit.low, kind, after):
        if start >= at and not is_negated(unit.low, start, is_place=kind == "territories"):
            yield name, unit.start + start, unit.start + end
            at = end


@lru_cache(maxsize=512)
def _all_named(low: str, kind: str, after: int) -> tuple[tuple[int, int, str], ...]:
    hits = [(m.start(), m.end(), name) for name, pattern in names(kind) for m in pattern.finditer(low, after)]
    return tuple(sorted(hits, key=lambda hit: (hit[0], -hit[1])))


def is_negated(low: str, start: int, *, is_place: bool = False) -> bool:
    """Whether a word of negation stands before a name; "no Brasil" is where, in Portuguese."""
    said = _NEGATION.search(low[:start][-24:])
    if said is None and not is_place:
        before = low[:start][-60:]
        return _KEPT_OFF.search(before[-48:]) is not None or _NOTHING.search(before) is not None
    return said is not None and not (is_place and said["no"] is not None)


def is_refused(low: str, end: int) -> bool:
    """Whether "no" stands right behind a name: "Punjabi yes, Ukrainian no"."""
    return _REFUSED.match(low, end) is not None


def is_agreed(low: str, end: int) -> bool:
    """Whether "yes" stands right behind a name."""
    return _AGREED.match(low, end) is not None

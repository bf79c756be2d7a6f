"""What a brief would like on top if the money allows, or has put aside: no pieces of this job."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.measures import Mark

_OPTIONAL = re.compile(
    r"\b(?:optional(?:ly)?|optionale[rsn]?|nice[ -]to[ -]haves?|if (?:the )?budget (?:allows|permits)|"
    r"if there is (?:any )?budget left|as an option|"
    r"wenn (?:es )?das budget (?:es )?(?:zulasst|hergibt|erlaubt)|gegebenenfalls|en option|optionnel\w*|"
    r"eventuellement|si le budget le permet|"
    r"opcional(?:mente|es)?|si el presupuesto lo permite|optioneel|eventueel|als het budget het toelaat|"
    r"valfritt|tillval|som option|"
    r"tilvalg|valgfritt?|opzional[ei]|facoltativ[oaie]|se o orcamento permitir|som mulig tillegg|som et tillegg|"
    r"hvis budsjettet tillater(?: det)?|hvis budgettet tillader(?: det)?|om budgeten tillater(?: det)?|"
    r"se il budget lo (?:consente|permette)|se sobrar (?:verba|orcamento)|si sobra presupuesto|falls (?:noch )?budget "
    r"(?:ubrig|da)(?: ist)?|"
    r"parked|ruled out|off the table|not (?:this time|for now|yet needed)|maybe later|another time|for another day|"
    r"vom tisch|verworfen|gestrichen|spater vielleicht|vielleicht spater|zuruckgestellt|"
    r"laisse de cote|abandonnee?s?|ecarte\w*|plus tard peut-etre|peut-etre plus tard|descartad[oa]s?|"
    r"mas adelante quiza|"
    r"van de baan|geschrapt|misschien later|struket|strukna|kanske senare|droppet|maske senere|kanskje senere|"
    r"scartat[oaie]|forse (?:piu avanti|dopo)|talvez mais tarde)\b"
)
"""Words that make a piece an extra, or put it aside."""


def without_optional(unit: Unit, marks: list[Mark]) -> list[Mark]:
    """The marks without those of optional pieces: from the word on, or the phrase before a bracketed "(optional)"."""
    low = unit.low
    word = _OPTIONAL.search(low)
    if word is None:
        return marks
    after = re.match(r"[\s:,-]*(?:extra|add-on)?\s*[).;]?\s*$|\s*\)", low[word.end() :])
    begin, end = word.start(), len(low)
    if after and word.start() > 3:
        begin = max((m.end() for m in re.finditer(r"[;:,]|\s[-–+]\s", low[: word.start()])), default=0)
        begin, end = (begin, word.end()) if "(" in low[begin : word.start()] else (0, word.end())
    else:
        begin, end = _clause_around(low, word.start(), word.end())
    return [m for m in marks if not unit.start + begin <= m.start < unit.start + end]


def _clause_around(low: str, start: int, end: int) -> tuple[int, int]:
    """From the separator before the word to the end of its clause; a leading word takes all that follows."""
    before = max((m.end() for m in re.finditer(r"[;,.(]|\s(?:and|und|et|y|en|och|og|plus)\s", low[:start])), default=0)
    closing = re.search(r"[;.)]", low[end:])
    return before, end + closing.start() if closing else len(low)

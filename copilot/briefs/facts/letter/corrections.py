"""Words with which a speaker takes a figure back: "no, sorry, make that two", "Moment, doch lieber vier"."""

from __future__ import annotations

import re

_CORRECTS = re.compile(
    r"\b(?:sorry|scratch that|no wait|wait|make (?:that|it)|let's (?:say|make it)|correction|i mean|i meant|"
    r"actually|rather|"
    r"korrektur|moment|nein|doch lieber|ach nein|besser|lieber|sondern|sagen wir|pardon|rectification|plutot|"
    r"finalement|disons|mais|"
    r"perdon|mejor|mejor dicho|perdona|sino|digamos|nee wacht|nee|wacht|toch|maar|liever|doe maar|nej vanta|"
    r"vanta|forlat|nej|utan|snarare|"
    r"nej vent|nei vent|vent|nei|beklager|undskyld|heller|men|scusa|anzi|meglio|bensi|desculpa|ou melhor|melhor|"
    r"but|no no)\b"
    r"[\s,.:;!–-]*(?:(?:make it|make that|let's say|make|take|say|doch|eher|lieber|besser|dann|wir nehmen|"
    r"on dit|it's|it is|"
    r"they want|we want|we need|das sind|es sind|ce sera|son|det blir|det er|det ar|blir|sind|are)\s+)?$"
)
_STRONG = re.compile(
    r"(?:sorry|scratch|wait|make (?:that|it)|let's|correction|mean|korrektur|moment|nein|lieber|sondern|pardon|"
    r"plutot|"
    r"perdon|mejor|sino|nee|wacht|vanta|forlat|nej|utan|vent|nei|anzi|bensi|melhor|actually|disons|scusa|desculpa)"
)


def takes_back(low: str, start: int) -> bool:
    """Whether the number takes back one that was said before: "sorry, 6", "not 4 but 6", "make that three"."""
    lead = low[max(0, start - 45) : start]
    cue_before = _CORRECTS.search(lead)
    if cue_before is None:
        return False
    return bool(_STRONG.match(cue_before[0])) or bool(
        re.search(r"\b(?:not|nicht|pas|no|niet|inte|ikke|non|nao)\s+\w+\s*,?\s*$", lead[: cue_before.start()])
    )


def corrects(between: str) -> bool:
    """Whether the words between two figures take the first one back."""
    said = _CORRECTS.search(between[-45:])
    return said is not None and _STRONG.match(said[0]) is not None

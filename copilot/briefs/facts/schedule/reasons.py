"""Why a day is the last: a date in the reason given behind another is not itself the deadline."""

from __future__ import annotations

import re

from copilot.briefs.facts.schedule.dated import Dated

_WHY = re.compile(
    r"\b(?:because|since|as the|as our|so that|weil|denn|da (?:wir|die|der|das|am)|damit|parce que|car|puisque|"
    r"pour que|"
    r"porque|ya que|para que|want|omdat|zodat|aangezien|fordi|for at|eftersom|da vi|sa att|slik at|sa (?:vi|at)|"
    r"perche|"
    r"dato che|poiche|pois|ja que)\b|[(]"
)


def is_why(dated: Dated) -> bool:
    """Whether a date stands in the reason or the bracket behind another: "11 September (the gala is 19 September)"."""
    return _WHY.search(dated.unit.low[: dated.found.start - dated.unit.start]) is not None


def up_to_reason(said: str) -> str:
    """What is said around a date without the reason given behind it: "… so that the preview can use it"."""
    behind = _WHY.search(said, 1)
    return said[: behind.start()] if behind and behind[0] != "(" else said

"""The stages of a project, as people name them."""

from __future__ import annotations

import re

STAGES = ("development", "pre-production", "production", "post-production", "delivery", "closeout", "closed")
_NAMED = (
    ("pre-production", r"pre[\s-]?prod(?:uction)?|pre[\s-]?pro|prep|preparation"),
    ("post-production", r"post[\s-]?prod(?:uction)?|post|the edit|editing"),
    ("development", r"development|dev|pitching"),
    ("production", r"production|shooting|filming|being shot|on set"),
    ("closeout", r"close[\s-]?out|wrap(?:ped)?[\s-]?up|wrapping up|wrap"),
    ("closed", r"closed|archived?|done and dusted|finished"),
    ("delivery", r"delivery|delivering|delivered"),
)
_STAGES = tuple((stage, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for stage, words in _NAMED)


def stage_in(text: str) -> str | None:
    """Return the stage that is named in `text`, the last one where several are ("from post to delivery"), or None."""
    found = [(match.end(), stage) for stage, words in _STAGES for match in words.finditer(text)]
    # "pre-production" holds "production": the longer name ends where the shorter does, and stands first in the list.
    return max(found, key=lambda one: one[0])[1] if found else None

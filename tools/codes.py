"""A code that is typed is that row or none: one that differs in a figure is another project, and no slip of the pen."""

from __future__ import annotations

import re

_WRITTEN = re.compile(r"\b(?!CS-)[A-Z]{2,6}-\d{1,4}(?:-\d{1,4})?\b", re.IGNORECASE)
_SPELLED = re.compile(r"[A-Z]{2,6}[\s-]*\d\d[\s-]*\d{2,3}", re.IGNORECASE)  # "lum 26 02"
_CHANGE_SET = re.compile(r"\bCS-[A-Z0-9]+(?:-\d+)?\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s-]+")


def code_in(words: str) -> str | None:
    """Return the project's code that `words` are or hold ("Winter Evenings LUM-26-02"), as it is written; or None."""
    said = words.strip()
    found = _SPELLED.fullmatch(said) or _WRITTEN.search(said)
    return found[0] if found else None


def is_same_code(said: str, code: str) -> bool:
    """Whether two codes differ in nothing but their case and what stands between letters and figures."""
    return _BETWEEN.sub("", said).upper() == _BETWEEN.sub("", code).upper()


def change_set_code_in(words: str) -> str | None:
    """Return the first change set's code that `words` hold, in capitals; or None."""
    found = _CHANGE_SET.search(words)
    return found[0].upper() if found else None

"""Days that nothing is said of, in a place where a brief tells when to film.

Only where no day is named for the shoot: a line labelled "Dates" or "When", or several days in one breath, which no
delivery and no launch has.
"""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.dated import Dated
from copilot.briefs.facts.roles import is_by

_WINDOW = re.compile(
    r"\b(?:between|any ?time|window|zwischen|irgendwann|entre|n'importe quand|tussen|mellan|mellem|mellom|"
    r"nar som helst|tra|fra)\b[^.;]{0,20}$"
)
"""Bounds of when one may film are no days of filming."""


def with_likely_shoots(dated: list[Dated]) -> list[Dated]:
    """The same dates, those that can only be the shoot's in its role."""
    if any(d.role == "shoot" and d.found.value.days for d in dated):
        return dated
    return [replace(d, role="shoot") if _is_likely(d) else d for d in dated]


def _is_likely(dated: Dated) -> bool:
    value, unit = dated.found.value, dated.unit
    if value.precision != "day" or not value.days or value.relative or is_by(unit, dated.found):
        return False
    if _WINDOW.search(unit.low[: dated.found.start - unit.start]):
        return False
    if unit.text[: dated.found.start - unit.start].count("(") > unit.text[: dated.found.start - unit.start].count(")"):
        return False  # said in passing: "(The forum itself is 9-11 June.)"
    if unit.topic == "timing":
        opens = not unit.low[: dated.found.start - unit.start].strip(" (,")
        return dated.role == "?" or (dated.role == "other" and opens and len(value.days) > 1)
    return dated.role == "?" and len(value.days) > 1

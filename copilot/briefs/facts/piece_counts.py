"""The numbers of a line that count pieces, and those that only look so."""

from __future__ import annotations

import re

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.measures import Mark

_COUNT_OF_LENGTH = re.compile(
    r"\s+(?:[\w'-]+\s+){1,3}(?:of|a|de|d'|von|van|om|pa|af|da|zu|with|mit|av)\s+(?:about |rund |etwa |ca\.? )?$"
)

_COUNT_GAP = re.compile(
    r"\s*(?:\(\s?\d{1,3}\s?\)\s*)?(?:[x*]\s*|pcs\.? |pieces? (?:of )?|stuck |stk\.? |st\.? |stuks |unidades? "
    r"(?:de )?|pezzi |off\s+|nos\.? )?(?:of (?:the|our) )?(?:(?!(?:and|und|et|y|en|och|og|e|or|oder|in|for|fur|"
    r"pour|para|voor|of|de|at|on|with|mit|to|days?|weeks?|rounds?|minutes?|seconds?|is|are|"
    r"was)\b)[\w&'\"-]+\s+){0,4}$"
)

_X_AFTER = re.compile(
    r"\b[x*]\s?(\d{1,3})\b|\((\d{1,3})(?:\s?(?:x|stk\.?|stuck|pcs|pieces|off|st\.?))?\)|:\s*(\d{1,3})(?=\s*(?:$|"
    r"[,;(]|x\b|stk|stuck|pcs|st\b|a\b|af\b|of\b))|[-]\s*(\d{1,3})\s*$"
)


def _counts(
    low: str,
    numbers: list[tuple[int, int, int]],
    durations: list[Mark],
    nouns: list[Mark],
    ratios: list[Mark],
    unit: Unit,
) -> list[Mark]:
    """Numbers that count pieces: before a noun or a length with at most adjectives between, or "x5" after one."""
    marks: list[Mark] = []
    targets = sorted([*durations, *(n for n in nouns if n.kind == "noun"), *ratios], key=lambda m: m.start)
    stops = [(a, b) for _, a, b in numbers]
    for value, start, end in numbers:
        after = next((m for m in targets if m.start >= end), None)
        blocked = after is not None and any(end <= a < after.start for a, _ in stops)
        joined = after is not None and _COUNT_GAP.match(low[end : after.start] if after else "")
        if after is not None and not joined and after.kind == "duration" and not blocked:
            joined = _COUNT_OF_LENGTH.match(low[end : after.start])
        if after is not None and joined and (not blocked or "(" in low[end : after.start]):
            marks.append(Mark("count", value, start, end, low[start:end]))
        elif unit.topic == "quantity" or (unit.kind == "cell" and low.strip() == low[start:end]):
            marks.append(Mark("number", value, start, end, low[start:end]))
    trailing = re.compile(_X_AFTER.pattern + (r"|\s(\d{1,3})\s*$" if unit.kind == "cell" else r"|(?!)()"))
    for m in trailing.finditer(low):
        digits = next(g for g in m.groups() if g)
        near = any(0 <= m.start() - t.end <= 14 for t in targets)
        if (
            near
            and 0 < int(digits) <= 500
            and not any(c.start < m.end() and m.start() < c.end for c in (*marks, *durations, *ratios))
        ):
            marks.append(Mark("after_count", int(digits), m.start(), m.end(), m[0]))
    return marks



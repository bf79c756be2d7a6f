"""What the words around a date say it may be of, the same in every language: a meeting, a fair, a day to come and film.

Letters to learn from are few for ten languages, and a word learnt in one of them helps in that one only. The
lexicon tells which words mean the same sort of thing (`lexicon/words/days_of.toml` and its neighbours); weights are
learnt for the sorts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, folded, kind_patterns, names

_CUES = ("shoot", "shoot_days", "delivery", "not_date", "correction", "all")
_HALVES_AT = 25
"""Characters from the date at which a word weighs half."""
_BESIDE = 0.5
"""What a word of the sentence before or after weighs."""
_BEHIND = 6
"""Characters by which a word behind the date counts as further away than one ahead of it."""
_NEAREST = 2


@cache
def _sorts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = [(name, said) for kind in ("days_of", "schedule", "handover") for name, said in names(kind)]
    return (
        *listed,
        *((f"cue_{key}", cue(key)) for key in _CUES),
        *((f"kind_{k}", said) for k, said in kind_patterns()),
    )


@lru_cache(maxsize=512)
def _said_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The sorts of words in a folded text, each with where it stands; a letter's dates share their sentences."""
    return tuple((name, m.start(), m.end()) for name, said in _sorts() for m in said.finditer(text))


def day_words(zones: Zones, unit: Unit, start: int, end: int) -> dict[str, float]:
    """The sorts of words around a date at `[start, end)` of the view.

    `B:sort` before it and `A:sort` after it by nearness, `C:sort` in its clause, `N:sort` the nearest ones, `P:sort`
    and `X:sort` in the sentences before and after, `L:sort` in its label or the head of its column.
    """
    found: dict[str, float] = {}
    ahead, behind = start - unit.start, end - unit.start
    clause, clause_at = clause_of(unit, start, end)
    first, last = clause_at - unit.start, clause_at - unit.start + len(clause)
    nearest: list[tuple[int, str]] = []
    for sort, begins, stops in _said_in(unit.low):
        if stops <= ahead:
            key, far = f"B:{sort}", ahead - stops
            nearest.append((far, sort))
        elif begins >= behind:
            key, far = f"A:{sort}", begins - behind
            nearest.append((far + _BEHIND, sort))
        else:
            continue
        found[key] = max(found.get(key, 0.0), 1 / (1 + far / _HALVES_AT))
        if first <= begins and stops <= last:
            found[f"C:{sort}"] = 1.0
    for _, sort in sorted(nearest)[:_NEAREST]:
        found[f"N:{sort}"] = 1.0
    return found | _around(zones, unit)


def _around(zones: Zones, unit: Unit) -> dict[str, float]:
    found = {
        f"{side}:{sort}": _BESIDE for side, text in _sentences_beside(zones, unit) for sort, _, _ in _said_in(text)
    }
    label = folded(zones.wanted.text[slice(*unit.label)]) if unit.label else ""
    for text in (label, folded(unit.column or "")):
        found |= {f"L:{sort}": 1.0 for sort, _, _ in _said_in(text)}
    return found


def _sentences_beside(zones: Zones, unit: Unit) -> Iterator[tuple[str, str]]:
    at = zones.position_at(unit.start)
    before = zones.units[at - 1] if at > 0 else None
    after = zones.units[at + 1] if at + 1 < len(zones.units) else None
    if before is not None and unit.paragraph - before.paragraph <= 1:
        yield "P", before.low
    if after is not None and after.paragraph - unit.paragraph <= 1:
        yield "X", after.low

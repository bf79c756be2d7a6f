"""Usage and buy-outs: how many buy-out units one featured talent earns for what the client may do with the work.

Units = term × territory × sum of media, each factor from the rule book's `[usage]`. What the brief does not state is
assumed by rule and listed, never silently filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from store.proposals.facts import Usage
from store.proposals.rules import Factor, UsageRules

_SEVERAL = re.compile(r"[,;/&+]|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class UsageUnits:
    """The buy-out units of one talent, how they came about, and what had to be assumed; `months` is None for ever."""

    units: Decimal
    explanation: str
    assumed: tuple[str, ...]
    months: int | None
    territory: str


def names_word(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether one of `words` stands in the text as a whole word, in any case."""
    lowered = text.casefold()
    return any(
        word.casefold() in lowered and re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", lowered)
        for word in words
    )


def usage_units(usage: Usage | None, rules: UsageRules) -> UsageUnits:
    """Return the units of one talent for a stated usage, or for the assumed one when the brief states none."""
    stated = usage or Usage()
    assumed: list[str] = []
    if stated.term is None:
        stated = stated.model_copy(update={"months": rules.assumed_months})
        assumed.append(f"a term of {stated.term}")
    longest = rules.terms[-1][1]
    term = next((factor for up_to, factor in rules.terms if stated.months and stated.months <= up_to), longest)
    territory = _territory(stated.territory, rules)
    if stated.territory is None:
        assumed.append(f"use in {territory.name}")
    media = _media(stated.media, rules)
    if not stated.media:
        assumed.append(f"use in {media[0].name}")
    media_factor = sum((row.factor for row in media), Decimal(0))
    explanation = (
        f"{stated.term} ({_plain(term)}) × {territory.name} ({_plain(territory.factor)}) × "
        f"{', '.join(row.name for row in media)} ({_plain(media_factor)})"
    )
    return UsageUnits(
        term * territory.factor * media_factor, explanation, tuple(assumed), stated.months, territory.name
    )


def _territory(stated: str | None, rules: UsageRules) -> Factor:
    if stated is None:
        return rules.territories[-1]
    for row in rules.territories:
        if names_word(stated, row.words):
            return row
    if len([part for part in _SEVERAL.split(stated) if part.strip()]) > 1:
        return next(row for row in rules.territories if row.name == rules.several_countries)
    return rules.territories[-1]


def _media(stated: tuple[str, ...], rules: UsageRules) -> tuple[Factor, ...]:
    """Every row a stated medium names, each once; a medium that no row names counts as the last row."""
    found: set[str] = set()
    for medium in stated:
        named = {row.name for row in rules.media if names_word(medium, row.words)}
        found |= named or {rules.media[-1].name}
    return tuple(row for row in rules.media if row.name in found) or (rules.media[-1],)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"

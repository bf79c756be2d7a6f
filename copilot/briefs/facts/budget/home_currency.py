"""The money of the writer's own country, by dialling codes, tax words, places and ways of writing figures."""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.currency import named_currencies, own_dollar
from copilot.briefs.grammar.lexicon.currencies import DOLLAR_FAMILY, ISO_CODES, PESO_FAMILY
from copilot.briefs.grammar.lexicon.home_signs import BRITISH_NUMBERS, HOME_SIGNS

_BRITISH = re.compile(BRITISH_NUMBERS)
_NAMED_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_NO_MONEY = frozenset(("ALL", "TOP", "PEN", "CUP", "SOS", "MAD", "GEL", "BAM", "LAK", "TRY", "ANG", "COP", "RON"))


def home_currency(zones: Zones, language: str) -> str | None:
    """The currency of sums that name none, or None: one named apart from any sum, else the writer's country's."""
    text = zones.wanted.text
    low = folded(text)
    codes = {m[0] for m in _NAMED_CODE.finditer(text)} & ISO_CODES - _NO_MONEY
    if len(codes) == 1:
        return codes.pop()
    named = named_currencies(low)
    if len(named) == 1:
        return named[0]
    if re.search(r"\bmoms\b", low) and not re.search(r"\bmva\b", low):
        return {"sv": "SEK", "da": "DKK", "no": "DKK"}.get(language)
    whole = folded(zones.shown.text)
    taxed = re.search(r"\b(?:gst|hst)\b", low) is not None
    dialled = {"GBP": 2} if language == "en" and _BRITISH.search(whole) else {}
    return _of_country(whole, 2, dialled) or (own_dollar(whole, language) if taxed else None)


def shared_currency(zones: Zones, language: str) -> str | None:
    """Whose dollars, pesos or francs: a sum whose money several countries share needs less to be settled."""
    whole = folded(zones.shown.text)
    if language == "es":
        found = _of_country(whole, 1, {}, frozenset(PESO_FAMILY))
        return None if re.search(r"\busd\b|\bus\$|dolares|u\$s", whole) else found
    dollar = own_dollar(whole, language)
    return dollar if dollar in DOLLAR_FAMILY else None


def _of_country(low: str, least: int, known: dict[str, int], among: frozenset[str] | None = None) -> str | None:
    scores = dict(known)
    for code, weight, pattern in _signs():
        if (among is None or code in among) and pattern.search(low):
            scores[code] = scores.get(code, 0) + weight
    best = max(scores.values(), default=0)
    leading = [code for code, score in scores.items() if score == best]
    return leading[0] if best >= least and len(leading) == 1 else None


@cache
def _signs() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple((code, weight, re.compile(pattern)) for code, weight, pattern in HOME_SIGNS)

"""Reads a currency's sign, word or code beside an amount, and settles the ambiguous ones ("$", "kr", "pesos")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from copilot.briefs.grammar.fold import Folded
from copilot.briefs.grammar.lexicon.currencies import (
    CAPITALS_ONLY,
    DOLLAR_FAMILY,
    FROM_A_THOUSAND,
    ISO_CODES,
    KRONE_BY_LANGUAGE,
    KRONE_FAMILY,
    PESO_FAMILY,
    PLACES,
    SCALED_PREFIXES,
    SIGNS,
    SLANG,
    WORDS,
)
from copilot.briefs.grammar.lexicon.home_signs import CANADIAN_AREAS, HOME_SIGNS
from copilot.briefs.grammar.lexicon.phrases import alternation, spellings

_WORD_VALUES = {s: code for words, code in WORDS.items() for w in words.split("|") for s in spellings(w)}
_SIGN = alternation("|".join(SIGNS), bounded=False)
_WORD = alternation("|".join(WORDS), bounded=False)
_SCALED = alternation("|".join(SCALED_PREFIXES), bounded=False)
_NAME = rf"(?:{_SIGN}|{_WORD}|[a-z]{{3}})"
_BEFORE = re.compile(
    rf"(?<![^\W_])(?<![\\$])(?:(?P<scale>{_SCALED})\s?(?={_NAME}))?(?P<name>{_SIGN}|{_WORD}|[a-z]{{3}})"
    r"[ \t\n]?[:=]?[ \t\n]?"
)
_AFTER = re.compile(
    rf"[\s-]?(?:(?P<scale>{_SCALED})\s?(?=(?:{_SIGN}|(?:{_WORD}|[a-z]{{3}})(?!\w))))?"
    rf"(?:(?P<sign>{_SIGN})(?!\d)|(?P<name>{_WORD}|[a-z]{{3}})(?![^\W_]))"
)
_SLANG_VALUES = {s: value for words, value in SLANG.items() for w in words.split("|") for s in spellings(w)}
_SLANG = re.compile(rf"\s(?P<word>{alternation('|'.join(SLANG), bounded=False)})(?![\w-])")
_SLANG_BELOW = 10_000
_RAND = re.compile(r"(?<![^\W_])r[ \t]?$")  # a capital R alone, before a thousand and more
_PLACE_PATTERNS = [(re.compile(alternation(words)), code) for words, code in PLACES.items()]


@dataclass(frozen=True, slots=True)
class Beside:
    """A currency next to an amount: an ISO code or `$`, `kr`, `pesos`; the scale fused with it ("TEUR"); its span."""

    currency: str
    scale: int
    start: int
    end: int


def before(folded: Folded, position: int, value: Decimal) -> Beside | None:
    """Return the currency that ends right before `position` ("US$ 45", "EUR45", "TEUR 60")."""
    window = max(0, position - 22)
    for start in range(window, position):
        match = _BEFORE.match(folded.text, start, position)
        if match and match.end() == position:
            found = _beside(folded, match, "name", value, before=True)
            if found is not None:
                return found
    rand = _RAND.search(folded.text, window, position) if value >= 1000 else None
    if rand and folded.source[folded.starts[rand.start()]] == "R":
        return Beside("ZAR", 1, rand.start(), position)
    return None


def after(folded: Folded, position: int, value: Decimal) -> Beside | None:
    """Return the currency that starts at `position`, one blank or hyphen allowed ("45 €", "45k SEK", "60 T€")."""
    spoken = _SLANG.match(folded.text, position)
    if spoken and 0 < value < _SLANG_BELOW:
        code, scale = _SLANG_VALUES[spoken["word"]]
        return Beside(code, scale, *spoken.span("word"))
    match = _AFTER.match(folded.text, position)
    if match is None:
        return None
    return _beside(folded, match, "sign" if match["sign"] else "name", value)


def _beside(folded: Folded, match: re.Match[str], group: str, value: Decimal, *, before: bool = False) -> Beside | None:
    name = re.sub(r"\s+", " ", match[group])
    start, end = match.span(group)
    written = folded.source[folded.starts[start] : folded.ends[end - 1]]
    scale = SCALED_PREFIXES[match["scale"]] if match["scale"] else 1
    if (name in FROM_A_THOUSAND or (name == "sek" and group == "name" and not before)) and value * scale < 1000:
        return None
    if (name in CAPITALS_ONLY or (name == "sek" and before)) and not written.isupper():
        return None
    code = SIGNS.get(name) or _WORD_VALUES.get(name) or _WORD_VALUES.get(name.replace("-", " "))
    if code is None and written.isupper() and written in ISO_CODES:
        code = written
    if code is None:
        return None
    return Beside(code, scale, match.start("scale") if match["scale"] else start, end)


def named_currencies(text: str) -> tuple[str, ...]:
    """The currencies that folded text calls by a whole word ("pounds", "euros", "zloty"), in the order of the table."""
    return tuple(code for pattern, code in _NAMED if pattern.search(text))


_NAMED = [
    (re.compile(alternation("|".join(w for w in words.split("|") if len(w) > 4))), code)
    for words, code in WORDS.items()
    if len(code) == 3 and any(len(w) > 4 for w in words.split("|"))
]


def settle(currency: str, folded: Folded, language: str, default: str | None) -> str | None:
    """Return the ISO code a written currency stands for; None for "kr" or "pesos" that nothing settles.

    Evidence in order: a place or code in the text, the language, the caller's default. A bare "$" is USD otherwise.
    """
    families = {"$": DOLLAR_FAMILY, "kr": KRONE_FAMILY, "pesos": PESO_FAMILY}
    family = families.get(currency)
    if family is None:
        return currency
    if currency == "kr" and _taxed_in_norway(folded.text):
        return "NOK"  # short Norwegian reads like Danish, but only Norway has "mva"
    if currency == "kr" and language in KRONE_BY_LANGUAGE and language != "fi":
        return KRONE_BY_LANGUAGE[language]
    places = _places(folded.text)
    hints = places.intersection(family)
    if currency == "$":
        hints = (hints & _dollars_named(folded.text)) or _dollars_at_home(folded.text, language)
        if language == "es" and not hints and not re.search(r"\busd\b|\bus\$|dolares", folded.text):
            hints = places.intersection(PESO_FAMILY)
    if len(hints) == 1:
        return next(iter(hints))
    if default in family or (currency == "$" and default in PESO_FAMILY):
        return default
    return {"$": "USD", "kr": KRONE_BY_LANGUAGE.get(language)}.get(currency)


@lru_cache(maxsize=64)
def _taxed_in_norway(text: str) -> bool:
    return re.search(r"\bmva\b", text) is not None


@lru_cache(maxsize=64)
def _places(text: str) -> frozenset[str]:
    """Return the currencies of the countries, cities and codes a text names."""
    return frozenset(code for pattern, code in _PLACE_PATTERNS if pattern.search(text))


@lru_cache(maxsize=64)
def _dollars_named(text: str) -> frozenset[str]:
    """Return the dollars the text names outright; a shoot in Toronto alone does not make a budget Canadian."""
    named = {
        "CAD": r"\bcad\b|canadian dollar|\bc\$|\bca\$",
        "AUD": r"\baud\b|australian dollar|\ba\$|\bau\$|aussie dollar",
    }
    named |= {code: rf"\b{code.lower()}\b|{code.lower()[:2]}\$" for code in ("NZD", "SGD", "HKD")}
    if re.search(r"\busd\b|\bus\$|us dollar", text):
        return frozenset()
    return frozenset(code for code, pattern in named.items() if re.search(pattern, text))


def own_dollar(text: str, language: str) -> str | None:
    """The dollar of the writer's country, for sums in folded text that name no currency; None where nothing tells."""
    return next(iter(_dollars_at_home(text, language)), None)


@lru_cache(maxsize=64)
def _dollars_at_home(text: str, language: str) -> frozenset[str]:
    """The country whose dollar is the writer's own: what taxes, phone numbers and places of the text say together.

    A place alone does not tell; a phone number or a tax that only one country has does.
    """
    if re.search(r"\busd\b|\bus\$|us dollar", text):
        return frozenset()
    scores = dict.fromkeys(("USD", *DOLLAR_FAMILY), 0)
    for code, weight, pattern in _DOLLAR_SIGNS:
        if pattern.search(text):
            scores[code] += weight
    for phone in _NORTH_AMERICAN.finditer(text):
        scores["CAD" if phone["area"] in CANADIAN_AREAS else "USD"] += 2
        break
    if language == "fr":
        scores["CAD"] += 2
    best = max(scores.values())
    leading = [code for code, score in scores.items() if score == best]
    return frozenset(leading) if best >= 2 and len(leading) == 1 and leading != ["USD"] else frozenset()


_NORTH_AMERICAN = re.compile(r"(?<![\d+])(?:\+?1[-. ])?\(?(?P<area>[2-9]\d\d)\)?[-. ]\s?\d{3}[-. ]\d{4}(?!\d)")
_DOLLAR_SIGNS = [
    (code, weight, re.compile(pattern)) for code, weight, pattern in HOME_SIGNS if code in ("USD", *DOLLAR_FAMILY)
]

"""Every number a text states, in digits and in words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from copilot.briefs.grammar.decimals import NUMERAL, numeral_value, plain_decimal
from copilot.briefs.grammar.fold import fold, fold_word
from copilot.briefs.grammar.number_words import LARGEST, Number, Speller, scale_value, speller, spoken
from copilot.briefs.grammar.span import Found


def parse_decimal(token: str, language: str) -> Decimal | None:
    """Return the value of one number in digits or words ("1.234,56", "12,34,567", "zweieinhalb"), else None."""
    text = fold_word(token.strip())
    plain = plain_decimal(text)
    if plain is not None:
        return plain
    numbers = [n for n in scan(text, language) if n.style in {"digits", "words"}]
    if len(numbers) == 1 and (numbers[0].start, numbers[0].end) == (0, len(text)):
        return numbers[0].value
    return None


def find_numbers(text: str, language: str) -> list[Found[Decimal]]:
    """Return the numbers of a text in digits and words, scale words included ("1.2 million", "half a million").

    Articles, and digits fused with letters before them ("Q2"), are not numbers.
    """
    folded = fold(text)
    return [
        folded.found(n.value, n.start, n.end)
        for n in scan(folded.text, language)
        if n.style in {"digits", "words"} and not re.match(r"[^\W\d_]", folded.text[max(0, n.start - 1) : n.start])
    ]


@lru_cache(maxsize=64)
def scan(text: str, language: str) -> tuple[Number, ...]:
    """Return every number of a folded text in order, with articles and halves, which count only before a unit."""
    words = speller(language)
    found = _numerals(text, words)
    taken = [False] * (len(text) + 1)
    for n in found:
        taken[n.start : n.end] = [True] * (n.end - n.start)
    for n in spoken(text, language):
        if not any(taken[n.start : n.end]):
            found.append(n)
            taken[n.start : n.end] = [True] * (n.end - n.start)
    found = _said_twice(text, found)
    for pattern, value in ((words.half, Decimal("0.5")), (words.article, Decimal(1))):
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                found.append(Number(value, match.start(), match.end(), "half" if value < 1 else "article"))
                taken[match.start() : match.end()] = [True] * len(match[0])
    return tuple(sorted(found, key=lambda n: n.start))


def _said_twice(text: str, found: list[Number]) -> list[Number]:
    """Make "eight (8)" one number that ends behind the bracket."""
    kept: list[Number] = []
    for n in sorted(found, key=lambda n: n.start):
        last = kept[-1] if kept else None
        if last and last.style == "words" and n.value == last.value:
            closing = re.compile(r"\s?\)").match(text, n.end)
            if closing and re.fullmatch(r"\s?\(\s?", text[last.end : n.start]):
                kept[-1] = replace(last, end=closing.end())
                continue
        kept.append(n)
    return kept


def _numerals(text: str, words: Speller) -> list[Number]:
    found = []
    for match in NUMERAL.finditer(text):
        scaled = words.scale.match(text, match.end())
        scale = scale_value(scaled) if scaled else 1
        value = numeral_value(match, scaled=scale >= 10**6)
        if value is None or value * scale > LARGEST:
            continue
        end = scaled.end() if scaled else match.end()
        half = None if scaled else words.and_half.match(text, end)
        if half:
            value, end = value + Decimal("0.5"), half.end()
        found.append(Number(value * scale, match.start(), end, "digits", scale))
    return found

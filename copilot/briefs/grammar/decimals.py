"""Digits as people group and point them: 1,234.56 · 1.234,56 · 1 234,56 · 1'234.56 · 12,34,567 · 2½.

A single separator before exactly three digits groups thousands, whatever the language (a brief in English by a German
writes 45.000 EUR), unless the number starts with 0 or a scale of a million follows (1.125 million).
"""

from __future__ import annotations

import re
from decimal import Decimal

VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.33", "⅔": "0.67", "⅛": "0.125"}
_VULGAR_CLASS = "[" + "".join(VULGAR) + "]"
_SLASHED = {"1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}

DIGITS = (
    r"(?:\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?"
    r"|\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:'\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?!\d|\.\d)"
)
NUMERAL = re.compile(
    rf"(?<!\d)(?<!\d[.,'])(?:(?<![/:])(?P<fraction>1/2|1/4|3/4)(?=\s[a-z])|"
    rf"(?P<digits>{DIGITS})(?:\s?(?P<vulgar>{_VULGAR_CLASS})|\s(?P<slashed>1/2|1/4|3/4)(?![\d/]))?"
    rf"|(?P<bare>{_VULGAR_CLASS}))"
)


def plain_decimal(token: str, *, scaled: bool = False) -> Decimal | None:
    """Return the value of folded digits with separators, or None when they are not a number.

    `scaled` tells that a million or more follows: then a single separator is a decimal point ("1.125m").
    """
    digits = token.replace(" ", "").replace("'", "")
    if not re.fullmatch(r"\d[\d.,]*", digits):
        return None
    digits = digits.rstrip(".,")
    seps = re.findall(r"[.,]", digits)
    if not seps:
        return Decimal(digits)
    last = seps[-1]
    head, tail = digits.rsplit(last, 1)
    if len(set(seps)) == 2:
        return Decimal(f"{re.sub(r'[.,]', '', head)}.{tail}") if seps.count(last) == 1 else None
    if len(seps) > 1:
        return Decimal(digits.replace(last, ""))
    groups = len(tail) == 3 and 1 <= len(head) <= 3 and not head.startswith("0") and not scaled
    return Decimal(head + tail) if groups else Decimal(f"{head}.{tail}")


def numeral_value(match: re.Match[str], *, scaled: bool = False) -> Decimal | None:
    """Return the value of a `NUMERAL` match, its fraction included."""
    if match["bare"]:
        return Decimal(VULGAR[match["bare"]])
    if match["fraction"]:
        return Decimal(_SLASHED[match["fraction"]])
    value = plain_decimal(match["digits"], scaled=scaled)
    if value is None:
        return None
    if match["vulgar"]:
        return value + Decimal(VULGAR[match["vulgar"]])
    return value + Decimal(_SLASHED[match["slashed"]]) if match["slashed"] else value

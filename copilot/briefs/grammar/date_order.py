"""Whether 03/04/2027 is 3 April or March 4th: the text's other dates decide, then its country, then its language."""

from __future__ import annotations

import re

from copilot.briefs.grammar.fold import fold

_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/])")
_AMERICAN = re.compile(
    r"\$\s?\d|\busd\b|\bus\$|\bu\.?s\.?a?\.?\b(?=\W)|\bunited states\b|\bnew york\b|\blos angeles\b|\bchicago\b"
    r"|\bcalifornia\b"
    r"|\bsan francisco\b|\bnyc\b|\btexas\b|\batlanta\b|\bseattle\b|\b(?:am|pm) (?:est|edt|pst|pdt|cst|et|pt)\b"
)
_NOT_AMERICAN = re.compile(
    r"[€£₹]|\b(?:eur|gbp|inr|aud|nzd|sek|nok|dkk|chf|aed|euros?|vat|gst)\b|\ba\$|\bau\$|\bnz\$|\blondon\b|\buk\b|"
    r"\bsydney\b"
    r"|\baustralian?\b|\bireland\b|\bdublin\b|\bberlin\b|\bparis\b"
)


def infer_day_first(text: str, language: str) -> bool:
    """Return whether slashed dates put the day first.

    A number over 12 in any date of the text is proof. Otherwise only English with American signs ($, US places) and no
    European, British or Australian ones puts the month first.
    """
    folded = fold(text).text
    votes = 0
    for first, _, second in _SLASHED.findall(folded):
        if int(first) > 12 >= int(second) > 0:
            votes += 1
        elif int(second) > 12 >= int(first) > 0:
            votes -= 1
    if votes:
        return votes > 0
    if language != "en":
        return True
    return not _AMERICAN.search(folded) or bool(_NOT_AMERICAN.search(folded))

from __future__ import annotations
import re
from decimal import Decimal
from copilot.briefs.grammar.fold import fold
from copilot.briefs.grammar.mentions import MoneyMention
from copilot.briefs.grammar.span import Found
from store.proposals.facts import Amount

_CUR = {"$": "USD", "€": "EUR", "£": "GBP", "usd": "USD", "eur": "EUR", "gbp": "GBP"}
_A = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_P = re.compile(
    rf"(?:(?P<c>[$€£]|\b(?:usd|eur|gbp)\b)\s?(?P<a>{_A})(?P<k>[km]\b)?|(?P<a2>{_A})(?P<k2>[km])?\s?(?P<c2>[€£]|(?:usd|eur|gbp)\b))"
)


def find_money(text: str, language: str, default_currency: str | None = None) -> list[Found[MoneyMention]]:
    f = fold(text)
    out = []
    for m in _P.finditer(f.text):
        c = _CUR[m["c"] or m["c2"]]
        v = Decimal((m["a"] or m["a2"]).replace(",", "")) * {"k": 1000, "m": 10**6, None: 1}[m["k"] or m["k2"]]
        a = Amount(minor=int(v * 100), currency=c)
        out.append(f.found(MoneyMention(a, a, c, None, "exact", v, v), m.start(), m.end()))
    return out

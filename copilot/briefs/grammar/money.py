"""Amounts of money: signs and codes on either side, scales, words, ranges, bounds and tax.

An amount needs a currency beside it, or a budget word before it ("Budget: 45k"); then the caller's default currency is
used and `currency_stated` is False. Spans cover the amount or the range with its currency, not the words around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from copilot.briefs.grammar import currency as currencies
from copilot.briefs.grammar.fold import Folded, fold
from copilot.briefs.grammar.lexicon import money_words as words
from copilot.briefs.grammar.lexicon.phrases import alternation, spellings
from copilot.briefs.grammar.lexicon.scales import SCALE_LETTERS
from copilot.briefs.grammar.mentions import MoneyMention, Qualifier, Tax
from copilot.briefs.grammar.number_words import Number
from copilot.briefs.grammar.numbers import scan
from copilot.briefs.grammar.span import Found
from copilot.briefs.grammar.tax import find_tax, tax_beside
from store.kernel.money import exponent
from store.proposals.facts import Amount

_LETTER_VALUES = {s: value for value, entry in SCALE_LETTERS.items() for w in entry.split("|") for s in spellings(w)}
_LETTER = re.compile(
    rf"[ -]?(?!grand max)(?P<letter>{alternation('|'.join(SCALE_LETTERS.values()), bounded=False)})(?![a-z0-9])"
)
_DECORATION = re.compile(r"(?:[.,]-{1,2}|:-)(?![\w])")
_BETWEEN = re.compile(rf"{alternation(words.BETWEEN)}(?:\s+{alternation(words.ABOUT)})?\s*$")
_BOUND = rf"(?:(?:{alternation(words.ABOUT)}|{alternation('max|max.|maximal|maximum|höchstens|at most|absolut')})\s*)?"
_TAXED = (
    r"(?:\s?(?:ht|ttc|netto|net|brutto|ex vat|excl\.? vat|excl\.? btw|\+ iva|"
    r"eks\.? mva|exkl\.? moms|ekskl\.? moms)(?!\w))?"
)
_TO = re.compile(rf"{_TAXED}\s?-\s?|{_TAXED}\s*{alternation(words.RANGE_TO)}\s*{_BOUND}")
_DASH_OR_TO = re.compile(
    rf"{_TAXED}\s?-\s?|{_TAXED}\s*(?!{alternation(words.AND)}){alternation(words.RANGE_TO)}\s*{_BOUND}"
)
_LEAD = (
    r"(?:\s*(?:of|the|a|an|is|at|de|von|los|un|una|einem|ett|et|en|il|le|les|die|den|das|budget|total|:)(?!\w))*[\s:]*$"
)
_AT_MOST = re.compile(
    rf"(?:{alternation(words.AT_MOST)}|{alternation(words.CEILING)}(?:\s[^\s\d;¶,]+){{0,3}}|(?:not|n't|never|cannot|"
    rf"nicht|pas|no|niet|inte|ikke)\s[^.;¶]{{0,25}}"
    rf"(?:exceed|dépasser|depasser|superar|exceder|uberschreiten|overskride|overskrida|overschrijden|"
    rf"overstige))\s*{_LEAD}"
)
_AT_MOST_AFTER = re.compile(rf"[\s,():-]*{alternation(words.AT_MOST_AFTER)}(?!(?:[^.;¶\d]|\w\.){{0,30}}\d)")
_AT_LEAST = re.compile(r"(?<!\d)(?<!\d\s)" + alternation(words.AT_LEAST) + _LEAD)
_NOT_MORE = re.compile(
    rf"(?:(?:not|never|nicht|kein\w*|pas|no|niet|geen|inte|ikke|non|nao)(?!\w)|n't|\bn')[^.;,¶\d]{{0,25}}\s"
    rf"{alternation(words.MORE_THAN)}{_LEAD}"
)
"""A bound from below that is denied: "we don't have more than", "não temos mais de"."""
_ABOUT = re.compile(alternation(words.ABOUT) + _LEAD)
_ABOUT_AFTER = re.compile(rf"[\s,(-]*{alternation(words.ABOUT_AFTER)}")
_PER = re.compile(rf"\s?(?:{alternation(words.PER_UNIT)})\s?(?:{alternation(words.PER_WHAT)})")
_CUE = re.compile(
    rf"{alternation(words.BUDGET)}[\s:=(*_-]*(?:(?:{alternation(words.BUDGET_BRIDGE)}|{alternation(words.AT_MOST)}"
    rf"|{alternation(words.ABOUT)})[\s:,(*~-]*){{0,8}}$"
)
_SUM_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?()¶+/-]|max|only|plus|incl|excl|inclusive|exclusive|gst|tax|total|all|budget|per|ex|is|tops|and|"
    r"for (?:the|this|everything|all))"
)
_NATIONAL = re.compile(r"\s?m\.\s?n\.")  # "M.N.": moneda nacional, no million
_NOT_MONEY = re.compile(rf"[\s-]?(?:{alternation(words.NOT_MONEY)}|[\"':/]|[.,]?\d)|\.\d")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with what stands fused around it: `base` before scaling, `currency` as written (None without)."""

    base: Decimal
    scale: int
    currency: str | None
    start: int
    end: int

    @property
    def value(self) -> Decimal:
        return self.base * self.scale


def find_money(text: str, language: str, default_currency: str | None = None) -> list[Found[MoneyMention]]:
    """Return the amounts and ranges of a text; `default_currency` (ISO 4217) is for amounts that name none."""
    folded = fold(text)
    taxes: list[Found[Tax]] | None = None  # looked for once, and only where there is an amount
    figures: list[_Figure] = []
    for n in scan(folded.text, language):
        if n.style in {"digits", "words"}:
            figures.append(_figure(folded, n, figures[-1].end if figures else 0))
    found: list[Found[MoneyMention]] = []
    i = 0
    while i < len(figures):
        pair = _pair(folded.text, figures[i], figures[i + 1]) if i + 1 < len(figures) else None
        low, high = pair or (figures[i], figures[i])
        whole = not re.match(r"[^\W\d_]", folded.text[high.end : high.end + 1])
        if whole and (low.currency or high.currency or _is_budget(folded, low, high)):
            spot = folded.found(None, low.start, high.end)
            taxes = find_tax(text) if taxes is None else taxes
            tax = tax_beside(taxes, text, spot.start, spot.end)
            mention = _mention(folded, low, high, language, default_currency)
            if mention.qualifier in {"exact", "about"} and _capped_after(taxes, text, spot.end):
                mention = replace(mention, low=None, low_value=None, qualifier="max")
            found.append(Found.at(text, replace(mention, tax=tax), spot.start, spot.end))
        i += 2 if pair else 1
    return found


def _capped_after(taxes: list[Found[Tax]], text: str, end: int) -> bool:
    """Whether "max" follows the tax phrase that follows the amount: "35 k€ HT maximum"."""
    beside = next((t for t in taxes if t.start >= end and not text[end : t.start].strip(" ,(")), None)
    return beside is not None and bool(_AT_MOST_AFTER.match(fold(text[beside.end : beside.end + 40]).text))


def _figure(folded: Folded, n: Number, floor: int) -> _Figure:
    """Return the number with its scale and currency; what stands before `floor` belongs to the figure before it."""
    text, end, letter_scale = folded.text, n.end, 1
    decoration = _DECORATION.match(text, end)
    end = decoration.end() if decoration else end
    letter = None if _NATIONAL.match(text, end) else _LETTER.match(text, end)
    next_to = currencies.after(folded, end, n.value)
    if letter and n.scale == 1 and not (next_to and next_to.scale > 1):
        letter_scale, end = _LETTER_VALUES[letter["letter"]], letter.end()
        next_to = currencies.after(folded, end, n.value * letter_scale)
    prior = currencies.before(folded, n.start, n.value * letter_scale)
    prior = prior if prior and prior.start >= floor else None
    if letter_scale > 1 and not (next_to or prior) and letter and " " in letter[0] and len(letter["letter"]) < 4:
        letter_scale, end = 1, decoration.end() if decoration else n.end
    if (
        prior is not None
        and prior.currency == "$"
        and next_to
        and next_to.scale == 1
        and not _starts_next(text, next_to.end)
    ):
        return _Figure(n.value / n.scale, n.scale * letter_scale, next_to.currency, prior.start, next_to.end)
    if prior is not None:
        scale = n.scale * letter_scale * prior.scale
        return _Figure(n.value / n.scale, scale, prior.currency, prior.start, end)
    scale = n.scale * letter_scale * (next_to.scale if next_to else 1)
    if next_to is None and n.scale in (10**5, 10**7) and _SUM_ENDS.match(text, end):
        return _Figure(n.value / n.scale, scale, "INR", n.start, end)  # only India counts in lakhs and crores
    written = next_to.currency if next_to else ("kr" if decoration and decoration[0] == ":-" else None)
    return _Figure(n.value / n.scale, scale, written, n.start, next_to.end if next_to else end)


def _starts_next(text: str, position: int) -> bool:
    """Whether a currency ending here belongs to the next amount ("$40k, EUR 30k")."""
    return bool(re.match(r"\s?\d", text[position : position + 2]))


def _pair(text: str, a: _Figure, b: _Figure) -> tuple[_Figure, _Figure] | None:
    """Return both ends of a range, with the scale and the currency they share, or None."""
    if b.start < a.end or (a.currency and b.currency and a.currency != b.currency):
        return None
    gap = text[a.end : b.start]
    between = _BETWEEN.search(text[max(0, a.start - 30) : a.start])
    if not (_TO if between else _DASH_OR_TO).fullmatch(gap):
        return None
    if b.scale > 1 and a.scale == 1:
        if a.base < b.base:
            a = replace(a, scale=b.scale)
        elif b.scale >= 10**6 and a.base < 1000:
            a = replace(a, scale=1000)
    elif a.scale > 1 and b.scale == 1 and b.base < a.value:
        b = replace(b, scale=a.scale)
    elif a.scale == b.scale == 1 and a.base < 1000 <= b.base and b.base % 1000 == 0 and a.base < b.base / 1000:
        a = replace(a, scale=1000)
    return (a, b) if a.value < b.value else None


def _is_budget(folded: Folded, low: _Figure, high: _Figure) -> bool:
    """Whether a figure without a currency is money: a budget word leads to it and nothing after it says otherwise."""
    text, value = folded.text, high.value
    if value < 500 or (high.scale == 1 and low is high and value == int(value) and 1990 <= value <= 2100):
        return False
    if _NOT_MONEY.match(text, high.end):
        return False
    return bool(_CUE.search(text[max(0, low.start - 80) : low.start]))


def _mention(folded: Folded, low: _Figure, high: _Figure, language: str, default: str | None) -> MoneyMention:
    written = low.currency or high.currency
    code = currencies.settle(written, folded, language, default) if written else default
    kind = _qualifier(folded.text, low, high)
    low_value = None if kind == "max" and low is high else low.value
    high_value = None if kind == "min" and low is high else high.value
    return MoneyMention(
        low=_amount(low_value, code),
        high=_amount(high_value, code),
        currency=code,
        tax=None,
        qualifier=kind,
        low_value=low_value,
        high_value=high_value,
        currency_stated=written is not None,
        per_unit=bool(_PER.match(folded.text, high.end)),
    )


def _qualifier(text: str, low: _Figure, high: _Figure) -> Qualifier:
    if low is not high:
        return "range"
    lead = text[max(0, low.start - 60) : low.start].rsplit("¶", 1)[-1]
    if _AT_MOST.search(lead) or _NOT_MORE.search(lead) or _AT_MOST_AFTER.match(text, high.end):
        return "max"
    if _ABOUT.search(lead) or _ABOUT_AFTER.match(text, high.end):
        return "about"
    return "min" if _AT_LEAST.search(lead) else "exact"


def _amount(value: Decimal | None, currency: str | None) -> Amount | None:
    if value is None or currency is None:
        return None
    minor = value.scaleb(exponent(currency)).quantize(Decimal(1), ROUND_HALF_UP)
    return Amount(minor=int(minor), currency=currency)

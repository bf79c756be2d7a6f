"""Whether amounts are stated without or with tax: "ex VAT", "zzgl. 19 % MwSt.", "HT", "inkl. moms", "gross"."""

from __future__ import annotations

import re

from copilot.briefs.grammar.fold import fold
from copilot.briefs.grammar.lexicon import money_words as words
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import Tax
from copilot.briefs.grammar.span import Found

_TAX = alternation(words.TAX_WORD)
_RATE = r"(?:\(?\d{1,2}(?:[.,]\d)?\s?%\)?\s*)?"
_FILLER = r"(?:(?:of|the|la|l'|le|el|de|del|der|die|gesetzl\.|gesetzliche\w*|any|applicable|all|local|geltend\w*)\s*)*"
_COPULA = (
    r"(?:would|goes|comes|kommt|komt|kommer|viene|vient|va|is|are|ist|sind|est|sont|es|está|är|er|è|será|wird|to be|"
    r"will be|isn't|\(|,|:)?"
)


_REACH = 60  # characters between an amount and its tax phrase


def _before(entry: str) -> str:
    return rf"{alternation(entry)}\s*{_FILLER}{_RATE}{_FILLER}{_TAX}"


def _after(entry: str) -> str:
    return rf"{_TAX}\s*{_RATE}{_COPULA}\s*{alternation(entry)}"


_EXCLUDED = re.compile(f"{_before(words.EXCLUDED_BEFORE_TAX)}|{_after(words.EXCLUDED_AFTER_TAX)}")
_INCLUDED = re.compile(f"{_before(words.INCLUDED_BEFORE_TAX)}|{_after(words.INCLUDED_AFTER_TAX)}")
# "No VAT on top" says that the figure is all there is.
_NONE = alternation("no|not|kein|keine|keinerlei|pas de|sans|sin|geen|ingen|nessuna|sem|nothing")
_NOTHING_ADDED = re.compile(rf"{_NONE}\s+(?:more\s+)?{_after(words.EXCLUDED_AFTER_TAX)}")
_INCLUDED_AS_SAID = re.compile(
    rf"{_TAX}[^.;:!?¶\d]{{3,40}}?(?<!not )(?<!nicht )(?<!non )(?<!inte )(?<!ikke )(?<!niet )(?<!pas )(?<!no )"
    r"\b(?:including|includes|inclusive of|inklusive|inklusiv|inkludert|inkluderat|inbegriffen|inclus|comprise?|"
    r"incluid[oa]|inclusief|inbegrepen|compres[oa]|incluse?|inclusa|included)"
    r"(?: (?:it|that|this|them|everything|all))?(?=\s*(?:[.,;)!¶]|$))"
)
"""Tax first, and then that the sum includes it: "I can't reclaim VAT, so that is the figure including it"."""
_EITHER_WAY = re.compile(
    r"\s*(?:or (?:without|not|ex\w*|on top|plus)|oder (?:ohne|nicht|exkl\w*|zzgl)|ou (?:sans|pas|hors|non)|"
    r"o (?:sin|no)\b|of (?:zonder|niet|excl\w*)|eller (?:utan|inte|ej|ex\w*|uden|ikke|uten|eks\w*)|"
    r"o (?:senza|meno)|ou (?:sem|nao))"
)
"""Tax that is left open: "tell me whether that is with tax or without"."""
_EITHER_BEFORE = re.compile(
    r"\b(?:with|including|inc|mit|inkl|avec|con|met|inclusief|med|com)\.? (?:or|oder|ou|o|of|eller)"
    r"(?: (?:without|ohne|sans|sin|zonder|utan|uden|uten|senza|sem))? $"
)
# "net 30" is a payment term, "net" and "gross" must stand beside an amount.
_ALONE_EXCLUDED = re.compile(rf"{alternation(words.EXCLUDED_ALONE)}(?!\s*\d)")
_ALONE_INCLUDED = re.compile(alternation(words.INCLUDED_ALONE))
_JOINT = re.compile(
    r"[\s,(/:*_=-]*(?:(?:all|prices?|figures?|amounts?|is|are|ist|budget|of|de|von|total|means|our|the)[\s,(/:*_=-]+)*"
)


def is_left_open(low: str, start: int, end: int) -> bool:
    """Whether a word for tax in folded text is one side of a choice: "with or without VAT"."""
    return _EITHER_WAY.match(low, end) is not None or _EITHER_BEFORE.search(low[:start][-30:]) is not None


def find_tax(text: str) -> list[Found[Tax]]:
    """Return every phrase that says whether tax is in the amounts, in any language."""
    folded = fold(text)
    found: list[Found[Tax]] = []
    taken: list[tuple[int, int]] = []
    for pattern, tax in (
        (_NOTHING_ADDED, "included"),
        (_EXCLUDED, "excluded"),
        (_INCLUDED, "included"),
        (_INCLUDED_AS_SAID, "included"),
        (_ALONE_EXCLUDED, "excluded"),
        (_ALONE_INCLUDED, "included"),
    ):
        for match in pattern.finditer(folded.text):
            if is_left_open(folded.text, *match.span()):
                taken.append(match.span())
            elif not any(s < match.end() and match.start() < e for s, e in taken):
                taken.append(match.span())
                value: Tax = "excluded" if tax == "excluded" else "included"
                found.append(folded.found(value, *match.span()))
    return sorted(found, key=lambda f: f.start)


def tax_beside(taxes: list[Found[Tax]], text: str, start: int, end: int) -> Tax | None:
    """Return what the tax phrase next to `text[start:end]` says: right after it, else right before, else nothing.

    A whole phrase ("excluding VAT") may stand a few words away in the same sentence; a lone "net" must touch.
    """
    for tax in taxes:
        gap = text[end : tax.start] if 0 <= tax.start - end <= _REACH else None
        if gap is not None and _close(gap, tax):
            return tax.value
    for tax in reversed(taxes):
        gap = text[tax.end : start] if 0 <= start - tax.end <= _REACH else None
        if gap is not None and _close(gap, tax):
            return tax.value
    return None


def _close(gap: str, tax: Found[Tax]) -> bool:
    if _JOINT.fullmatch(fold(gap).text):
        return True
    whole = len(tax.text.split()) > 1 or len(tax.text) > 6
    return whole and len(gap) <= 40 and not re.search(r"[.;!?]\s|\d|\n\s*\n", gap)

"""Whether tax is in the budget: said beside the amount, in its line or the next ones, or once for the whole brief."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.lexicon.money_words import TAX_WORD
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import MoneyMention
from copilot.briefs.grammar.span import Found
from copilot.briefs.grammar.tax import find_tax, is_left_open

_BARE = re.compile(r"^(?:net|netto|gross|brutto|ht|neto|bruto|netos|netti|brut|lordo)$")


def read_tax(zones: Zones, amounts: Sequence[tuple[Unit, Found[MoneyMention]]]) -> Read[bool | None]:
    """What is said of tax for the chosen amounts, nearest words first; the quote covers those words."""
    answered = next(filter(None, (_answered(zones, unit) for unit in zones.units)), None)
    if answered:
        return Read(answered[0], (zones.shown.quote(*answered[1]),))
    for unit, found in amounts:
        if found.value.tax is not None:
            included = found.value.tax == "included"
            span = _beside(zones, found, included=included) or _in_words(unit.low, unit.start, wanted=included)
            start, end = span or (found.start, found.end)
            return Read(included, (zones.shown.quote(min(start, found.start), max(end, found.end)),))
    for unit, found in amounts:
        if bare := _INCLUSIVE.match(unit.low, found.end - unit.start):
            return Read(True, (zones.shown.quote(found.start, unit.start + bare.end(1)),))
    for unit, _ in amounts:
        for low, start in _around(zones, unit):
            said = _said(low, start)
            if said is not None:
                return Read(said[0], (zones.shown.quote(*said[1]),))
    others = [said for u in zones.units if (said := _said(u.low, u.start, strict=True)) is not None]
    if others and len({included for included, _ in others}) == 1:
        return Read(others[0][0], (zones.shown.quote(*others[0][1]),))
    return Read(None)


_INCLUSIVE = re.compile(
    r"\s*(inklusive|inclusive|inclusief|inklusiv|inkl\.?|incl\.?|inclus|incluidos?|inkluderat|compreso|tout compris)"
    r"\s*(?=$|[.,;!)]|(?:geht|max|total|all|alles)\b)"
)
"""After a sum, "inclusive" with nothing behind it is of tax: "3500 inklusive"."""
_TAX = re.compile(alternation(TAX_WORD))
_YES_NO = re.compile(
    r"\W*(?:(?P<yes>yes|ja|oui|si|sim|y)|(?P<no>no|nein|non|nee|nej|nei|nao|n|not included|nicht enthalten|"
    r"non comprise))\W*"
)
_WITHOUT = re.compile(r"\b(?:ex\w*|plus|without|ohne|zzgl|hors|sin|utan|uden|uten|zonder|esclusa|sem|on top)\b")


def _answered(zones: Zones, unit: Unit) -> tuple[bool, Span] | None:
    """A form's question with yes or no behind it: "Does your budget include VAT? No"."""
    said = _YES_NO.fullmatch(unit.low) if unit.label else None
    question = folded(zones.shown.text[slice(*unit.label)]) if unit.label and said else ""
    if said is None or not _TAX.search(question):
        return None
    return (said["yes"] is not None) != bool(_WITHOUT.search(question)), (unit.start, unit.end)


def _around(zones: Zones, unit: Unit) -> list[tuple[str, int]]:
    """The amount's own words, its label, and the next two units of its paragraph."""
    near = [(unit.low, unit.start)]
    if unit.label:
        near.append((folded(zones.shown.text[slice(*unit.label)]), unit.label[0]))
    standing = zones.unit_at(unit.start) is unit
    position = zones.position_at(unit.start) if standing else 0
    following = zones.units[position + 1 : position + 3] if standing else ()
    near.extend((u.low, u.start) for u in following if u.paragraph == unit.paragraph or u.topic == "vat")
    return near


def _beside(zones: Zones, found: Found[MoneyMention], *, included: bool) -> Span | None:
    """The tax phrase that the money grammar tied to the amount: right after it, else right before."""
    text = zones.shown.text
    left, right = max(0, found.start - 60), min(len(text), found.end + 75)
    phrases = [t for t in find_tax(text[left:right]) if (t.value == "included") == included]
    if not phrases:
        return None
    nearest = min(
        phrases, key=lambda t: abs(left + t.start - found.end) if left + t.start >= found.end else 80 + found.start
    )
    return left + nearest.start, left + nearest.end


def _said(low: str, start: int, *, strict: bool = False) -> tuple[bool, Span] | None:
    """Tax by the words of a unit that starts at `start`; `strict` leaves out bare words such as "net"."""
    phrases = [t for t in find_tax(low) if not (strict and len(t.text.split()) == 1)]
    if len({t.value for t in phrases}) == 1:
        return phrases[0].value == "included", (start + phrases[0].start, start + phrases[0].end)
    if phrases:
        return None
    spans = {wanted: _in_words(low, start, wanted=wanted, strict=strict) for wanted in (True, False)}
    stated = [(wanted, span) for wanted, span in spans.items() if span is not None]
    return stated[0] if len(stated) == 1 else None


def _in_words(low: str, start: int, *, wanted: bool, strict: bool = False) -> Span | None:
    for m in cue("vat_in" if wanted else "vat_out").finditer(low):
        if not (strict and _BARE.match(m[0])) and not is_left_open(low, m.start(), m.end()):
            return start + m.start(), start + m.end()
    return None

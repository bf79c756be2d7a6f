"""Sentences about usage that no word for usage announces: "TV and social in Ireland for 12 months".

A sentence is weighed by what it holds: media, a term that says how long something runs, a market, a verb of showing or
promoting. Two of them make it one about usage; a sum, a day or the work on the set speak against it.
"""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.usage.lines import is_bare
from copilot.briefs.facts.usage.shown_for import is_shown_on, showings_in
from copilot.briefs.facts.usage.territory import territory_of
from copilot.briefs.facts.words import cue, names

_DURING = (
    r"(?:for|over|during|pendant|durant|pour|durante|por|para|gedurende|voor|wahrend|fur|uber|per|i|under|om)\s"
    r"(?:(?:a|the|un|une|una|de|la|el|los|las|ein\w*|het|een|en|ett|et|den|die|max\w*|up to|bis zu|ca\.?)\s)?"
)
_AMOUNT = (
    r"(?:\d{1,2}|a|an|one|two|three|four|five|six|nine|twelve|eighteen|ein\w*|zwei|drei|vier|funf|sechs|neun|zwolf|une?|"
    r"deux|trois|quatre|cinq|six|neuf|douze|una?|dos|tres|cuatro|cinco|seis|nueve|doce|een|twee|drie|vier|vijf|zes|negen|"
    r"twaalf|ett?|tva|tre|fyra|fem|sex|nio|tolv|to|fire|seks|ni|uno|due|quattro|cinque|sei|nove|dodici|um|uma|dois|duas|"
    r"quatro|doze)"
)
_UNIT = (
    r"(?:months?|mths?|monate?n?|mois|mes(?:es)?|maand\w*|manad\w*|maned\w*|mesi|years?|yrs?|jahre?n?|ans?|annees?|anos?|"
    r"jaar|jaren|ar|aar|anni|anno|quarters?|quartale?|trimestres?|trimestri|kwartal\w*|kvartal\w*|weeks?|wochen|"
    r"semaines|semanas|weken|veckor|uger|uker|settimane)\b"
)
_RUNS = re.compile(rf"\b{_DURING}{_AMOUNT}[\s-]+{_UNIT}")
_AGAINST = re.compile(
    r"[€$£]|\b(?:eur|usd|gbp|chf|sek|nok|dkk|euros?|kr|vat|mwst|tva|iva|btw|moms|mva)\b|"
    r"\b(?:since|seit|depuis|desde|sedan|siden|sinds|dal)\s\d|\b(?:ago|experience|erfahrung|experiencia|ervaring)\b"
)


def goes_on(unit: Unit, before: Unit | None) -> bool:
    """Whether a bare market or term stands behind a unit about usage: "Website and socials. UK. Twelve months."."""
    return before is not None and before.paragraph == unit.paragraph and unit.topic is None and is_bare(unit)


def tells_usage(unit: Unit) -> bool:
    """Whether a sentence without a word for usage says where and how long the work is used."""
    if unit.kind in ("heading", "cell") or unit.topic not in (None, "usage") or _AGAINST.search(unit.low):
        return False
    shown = [(a, b, name) for a, b, name in showings_in(unit.low) if name != "events"]
    if not shown or cue("shoot").search(unit.low):
        return False
    runs = _RUNS.search(unit.low) is not None
    placed = any(is_shown_on(unit.low, a) for a, _, _ in shown)
    opens = not re.search(r"\w{3}", _OPENING.sub(" ", unit.low[: shown[0][0]]))
    return (runs + placed + opens >= 2) or (runs and _has_market(unit)) or (opens and _has_market(unit))


_OPENING = re.compile(
    r"\b(?:for|fur|pour|para|voor|till|til|per|por|on|auf|im|sur|su|pa|op|en|the|die|das|den|der|les?|la|el|los|las|het|"
    r"de|it's|its|only|nur|paid|organic|bezahlt\w*|betald\w*|betalt|local|regional\w*|national\w*)\b"
)


def _has_market(unit: Unit) -> bool:
    return any(p.search(unit.low) for p in _markets()) and territory_of(unit) is not None


@cache
def _markets() -> tuple[re.Pattern[str], ...]:
    return tuple(pattern for _, pattern in names("territories"))

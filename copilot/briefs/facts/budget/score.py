"""How strongly the words around an amount say that it is the budget."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.clauses import clause_of, distance
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import cue
from copilot.briefs.grammar.mentions import MoneyMention
from copilot.briefs.grammar.span import Found

_PRODUCTION = re.compile(
    r"^(?:\w+ )?(?:production|produktion|produccion|produzione|producao|productie|produksjon)(?: (?:fee|cost|price))?\b"
)
_FOR_ALL = re.compile(
    r"\b(?:for (?:the|this) (?:film|video|lot|whole|job|project)|for everything|all told|"
    r"fur (?:den|diesen) (?:film|spot)|"
    r"fur das (?:video|ganze|projekt)|fur alles|pour (?:l'ensemble|le tout|le film|les films|la video)|para (?:todo|el "
    r"video|la pelicula|el proyecto)|per (?:tutto|il video|il film|il progetto)|para (?:o video|o filme|tudo)|voor "
    r"(?:alles|de film|het geheel|de video)|for (?:hele|filmen|det hele|alt|alle)|"
    r"for (?:the )?total|till (?:filmen|allt))\b"
)
"""What an amount with tax or a limit pays for when it is the budget, whoever says so."""
_FOREIGN = frozenset(
    (
        "usage",
        "contact",
        "pitch",
        "aside",
        "shoot",
        "locations",
        "delivery",
        "languages",
        "revisions",
        "title",
        "ratios",
        "length",
    )
)


def score_of(unit: Unit, mention: Found[MoneyMention], head: str = "") -> int:
    """0: not the budget; 1: an amount without a cue; 2: a limit or tax stands with it; 3 and more: called a budget."""
    clause, offset = clause_of(unit, mention.start, mention.end)
    label = unit.topic == "budget"
    if not label and cue("not_budget").search(head):
        return 0
    if unit.topic in ("shoot", None) and _PRODUCTION.search(head) and mention.start - unit.start <= 12:
        return 5  # "Production: $240K": what a production's line opens with is its price
    if label and re.search(r"\b(?:media|schalt\w*|day rate|per day|pro tag)\b", clause[: mention.start - offset][-40:]):
        return 0
    if unit.topic in _FOREIGN and not re.search(r"budget|presupuesto|budsjett|etat", clause):
        return 0
    if not mention.value.currency_stated and re.search(
        r"\s?(?:resolution|uhd|video|footage|camera|master|format)", unit.low[mention.end - unit.start :][:14]
    ):
        return 0
    if label:
        return 6
    if unit.section == "budget" or unit.asked == "budget":
        return 5
    near = distance(unit, cue("budget"), mention.start, mention.end)
    if near is not None and near <= 60:
        return 4 if re.search(r"budget|presupuesto|orcamento|budsjett|etat\b|enveloppe|kostenrahmen", unit.low) else 3
    limited = mention.value.qualifier in ("max", "min", "range") or mention.value.tax is not None
    if limited and _FOR_ALL.search(unit.low):
        return 3
    return 2 if limited else 1

"""How strongly the words around an amount say that it is the budget, and what shows that it is other money."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.clauses import clause_of, distance
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import cue
from copilot.briefs.grammar.lexicon.money_words import TAX_WORD
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import MoneyMention
from copilot.briefs.grammar.span import Found

_EXCLUDED = re.compile(
    r"\b(?:excl\w*|exkl\w*|eks\w*|excluding|without|not including|not incl\w*|plus|ohne|zzgl|hors|sans|sin|zonder|"
    r"utan|uden|uten|esclus\w*|aside from|apart from|on top of|does not cover|separate from)\.?\s+(?:the |any |"
    r"der |die |den |le |la |el |de |den )?$"
)
_PART = re.compile(
    r"\b(?:of which|thereof|davon|dont|de los cuales|waarvan|varav|heraf|hvorav|di cui|dos quais)\b[^.]*$"
)
_NOT_OURS = re.compile(
    r"\b(?:not part of|no forma parte|nicht teil|ne fait pas partie|geen deel|ingar inte|ikke en del|ikke del|"
    r"separate pot|separately|managed in-house|annual|yearly|jahresbudget|marketing budget|marketingbudget|budget "
    r"annuel|presupuesto anual|arsbudget\w*|foreningens|jaarbudget|somebody else|another agency|difusion|spend of|"
    r"is separate|par ailleurs|achat d'espace|mediaschaltung|schaltkosten|compra de medios|media-?inkoop|"
    r"mediakop|medieindkob|mediekjop|acquisto (?:di )?spazi|compra de (?:espaco|midia|meios)|airtime|media buying)\b"
)
_PRODUCTION = re.compile(
    r"^(?:\w+ )?(?:production|produktion|produccion|produzione|producao|productie|produksjon)(?: (?:fee|cost|price))?\b"
)
_OUR_FUNDS = re.compile(
    r"\b(?:our|the|this|unsere?|die|notre|la|nuestra|onze|de|vart|vores|vart|nostro|nossa) (?:\w+ )?(?:grant|funding|"
    r"forderung|subvention|"
    r"subvencion|subsidie|bidrag\w*|tilskud\w*|tilskudd\w*|stotte\w*|finanziamento|contributo|verba|"
    r"apoio) (?:\w+ )?(?:allows|covers|gives|comes to|is for "
    r"(?:the|this) (?:film|video)|reicht|betragt|deckt|permet|couvre|cubre|permite|dekt|tacker|daekker|dekker|copre|"
    r"cobre)"
)
"""A grant that pays for the work is its budget."""
_ROOF = re.compile(
    r"^[^.;]{0,12}\b(?:is|are|was|ist|sind|est|es|e|ar|er) (?:for|fur|pour|para|per|voor) (?:the|das|den|die|le|la|el|"
    r"il|het|de|a|our) (?!film|video|lot|whole|project|production|job|work|all|spot|campaign)"
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
_TAX_NAMED = re.compile(alternation(TAX_WORD))
_LEFT_OUT = re.compile(
    r"\b(?:not (?:included|covered)|isn't included|(?:pas|non) (?:\w+ )?compris\w*|nicht (?:enthalten|inbegriffen|"
    r"inkludiert)|no (?:esta )?inclui\w+|niet (?:inbegrepen|meegerekend)|ingar (?:ej|inte)|ikke (?:inkludert|"
    r"inkluderet|med)|non (?:inclus|compres)\w+|nao (?:inclui|esta inclui)\w*|(?:works?|jobs|contracts) of value)\b"
)
_CONVERTED = re.compile(
    r"\d.{0,30}?(?:which is|that's|that is|roughly|i\.e\.|das sind|soit|unos|ungefahr|circa|ca\.|omgerekend|=|≈|"
    r"\(about)[^.]{0,16}$"
)
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
    if not label and _is_other_money(clause, offset, unit, mention):
        return 0
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


def _is_other_money(clause: str, offset: int, unit: Unit, mention: Found[MoneyMention]) -> bool:
    opened = unit.low.rfind("(", 0, mention.start - unit.start)
    if opened >= 0 and ")" not in unit.low[opened : mention.start - unit.start]:
        clause, offset = unit.low, unit.start
    for m in cue("not_budget").finditer(clause):
        if _OUR_FUNDS.search(clause):
            break
        inside = offset + m.start() >= mention.start and offset + m.end() <= mention.end
        if not inside and not _EXCLUDED.search(clause[: m.start()]):
            return True
    before = unit.low[: mention.start - unit.start]
    if mention.value.per_unit and unit.topic != "budget":
        return True
    if _LEFT_OUT.search(clause) and not _TAX_NAMED.search(clause):
        return True
    if _PART.search(before[-40:]) or _NOT_OURS.search(clause) or _CONVERTED.search(before):
        return True
    if _ROOF.match(unit.low[mention.end - unit.start :]):
        return True  # "the £1.3m is for the roof"
    after = unit.low[mention.end - unit.start :][:14]
    return bool(
        re.match(
            r"\s?(?:/|per |pro |par |por |je |a )\s?(?:day|tag|jour|dia|dag|piece|stuck|video|film|clip|unit|hour|"
            r"h\b|stunde|heure|person|head|month|year|monat)",
            after,
        )
    )

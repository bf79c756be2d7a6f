"""The client's own budget for this job, and whether tax is in it.

Media money, day rates, prices per piece, competitors' quotes, prizes and revenue are not budgets. One figure is the
ceiling (`budget_max`); "at least" gives `budget_min`; a range gives both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from copilot.briefs.facts.amounts import find_amounts, stretched
from copilot.briefs.facts.asides import aside_spans
from copilot.briefs.facts.clauses import clause_of, distance
from copilot.briefs.facts.lines import Unit, units_of
from copilot.briefs.facts.phone_spans import phone_spans
from copilot.briefs.facts.reading import Findings, Read
from copilot.briefs.facts.tax_stated import read_tax
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.currency import named_currencies, own_dollar
from copilot.briefs.grammar.lexicon.money_words import TAX_WORD
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.mentions import MoneyMention
from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.span import Found
from store.proposals.facts import Amount, Quote

_EXCLUDED = re.compile(
    r"\b(?:excl\w*|exkl\w*|eks\w*|excluding|without|not including|not incl\w*|plus|ohne|zzgl|hors|sans|sin|zonder|"
    r"utan|uden|uten|esclus\w*|aside from|apart from|on top of|does not cover|separate from)\.?\s+(?:the |any |"
    r"der |die |den |le |la |el |de |den )?$"
)
_TOTAL = re.compile(
    r"\b(?:total|overall|all[- ]in|in all|insgesamt|gesamt\w*|au total|global|en total|totaal|totalt|i alt|samlet|"
    r"sammanlagt|in totale|everything|alles)\b"
)
_IDEAL = re.compile(
    r"\b(?:ideally|preferably|target|aim\w*|around|roughly|idealerweise|wunsch|am liebsten|idealement|de "
    r"preference|idealmente|liefst|helst|rather)\b"
)
_PART = re.compile(
    r"\b(?:of which|thereof|davon|dont|de los cuales|waarvan|varav|heraf|hvorav|di cui|dos quais)\b[^.]*$"
)
_NOT_OURS = re.compile(
    r"\b(?:not part of|no forma parte|nicht teil|ne fait pas partie|geen deel|ingar inte|ikke en del|ikke del|"
    r"separate pot|separately|managed in-house|annual|yearly|jahresbudget|marketing budget|marketingbudget|budget "
    r"annuel|presupuesto anual|arsbudget\w*|foreningens|jaarbudget|somebody else|another agency|difusion|spend of|"
    r"is separate)\b"
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
_MOST_AMOUNTS = 300
"""How many amounts of a text are weighed; a text with more is a price list, and its first ones say what it is for."""


@dataclass(frozen=True)
class Candidate:
    """An amount that may be the budget, and how strongly its words say so."""

    found: Found[MoneyMention]
    unit: Unit
    score: int
    order: int
    corrects: bool

    @property
    def high(self) -> Amount:
        amount = self.found.value.high or self.found.value.low
        if amount is None:
            raise ValueError("a candidate states an amount")
        return amount


@dataclass(frozen=True)
class Budget:
    low: Amount | None
    high: Amount | None
    tax_included: bool | None
    tax_quotes: tuple[Quote, ...] = ()


def read_budget(zones: Zones, language: str, home_currency: str | None, findings: Findings) -> Read[Budget | None]:
    """The budget with its quotes, or a None when the brief names none."""
    if noted := _covering_note(zones):
        read = read_budget(noted, language, home_currency, Findings())
        if read.value and _most(_candidates(noted, language, home_currency)) >= 2:
            return read
    candidates = _candidates(zones, language, home_currency)
    best = max((c.score for c in candidates), default=0)
    strong = [c for c in candidates if c.score >= min(best, 3) or (c.corrects and c.order > 0)]
    if not strong or best <= 0:
        return Read(None)
    chosen = _settled(strong, zones, findings)
    low, high = _bounds(chosen)
    quotes = tuple(zones.wanted.quote(c.found.start, c.found.end) for c in chosen)
    tax = read_tax(zones, [(c.unit, c.found) for c in chosen])
    return Read(Budget(low, high, tax.value, tax.quotes or quotes), quotes)


def _covering_note(zones: Zones) -> Zones | None:
    """The words over a forwarded brief as zones of their own: a sum in them is newer than the one below."""
    if not zones.is_forward or not zones.outer.text.strip():
        return None
    wanted = zones.outer.without(aside_spans(units_of(zones.outer), zones.reference))
    return replace(zones, wanted=wanted, units=units_of(wanted), is_forward=False)


def _most(candidates: list[Candidate]) -> int:
    return max((c.score for c in candidates), default=0)


def _candidates(zones: Zones, language: str, home_currency: str | None) -> list[Candidate]:
    found = find_money(zones.wanted.text, language)
    stated = [f.value.currency for f in found if f.value.currency and f.value.currency_stated]
    default = max(set(stated), key=stated.count) if stated else _local_currency(zones, language) or home_currency
    if default:
        found = find_amounts(zones, language, default)
    phones = tuple(phone_spans(zones.wanted.text)) if found else ()
    found = [f for f in found if f.value.currency_stated or not any(f.overlaps(a, b) for a, b in phones)]
    is_exact = not any(f.value.qualifier == "min" for f in found)
    out: list[Candidate] = []
    for order, mention in enumerate(found[:_MOST_AMOUNTS]):
        unit = zones.unit_at(mention.start)
        if unit is None or (mention.value.high is None and mention.value.low is None):
            continue
        score = _score(unit, mention, _label_of(zones, unit))
        if score > 0:
            previous = zones.unit_before(unit)
            corrects = (
                _corrects(unit, mention.start)
                or (is_exact and stretched(unit.low))
                or (previous is not None and len(previous.text) < 45 and is_correction(previous))
            )
            out.append(Candidate(mention, unit, score, order, corrects))
    return _lone(out)


def _local_currency(zones: Zones, language: str) -> str | None:
    """The currency named in words apart from any amount ("84k. That's pounds"), or the one of a Nordic tax word."""
    low = folded(zones.wanted.text)
    named = named_currencies(low)
    if len(named) == 1:
        return named[0]
    if re.search(r"\bmva\b", low):
        return "NOK"
    if re.search(r"\bmoms\b", low):
        return {"sv": "SEK", "da": "DKK", "no": "DKK"}.get(language)
    return own_dollar(low, language) if re.search(r"\b(?:gst|hst)\b", low) else None


def _lone(candidates: list[Candidate]) -> list[Candidate]:
    """Amounts without any cue count only when there is a single one."""
    weak = [c for c in candidates if c.score == 1]
    if len(weak) <= 1 or len(weak) < len(candidates) or any(c.corrects for c in weak[1:]):
        return candidates
    return [c for c in weak if c.high == weak[0].high]


def _corrects(unit: Unit, start: int) -> bool:
    return any(m.start() <= start - unit.start for m in cue("correction").finditer(unit.low))


def is_correction(unit: Unit) -> bool:
    return cue("correction").search(unit.low) is not None


def _label_of(zones: Zones, unit: Unit) -> str:
    """The folded words that head the unit: its label, or the cell before it in its row."""
    if unit.label:
        return folded(zones.wanted.text[slice(*unit.label)])
    before = zones.unit_before(unit)
    return before.low if unit.row and before and before.row == unit.row and len(before.text) < 40 else ""


def _score(unit: Unit, mention: Found[MoneyMention], head: str = "") -> int:
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


def _settled(strong: list[Candidate], zones: Zones, findings: Findings) -> list[Candidate]:
    """Corrections win, totals win over their parts; what still disagrees is a contradiction, and the lower holds."""
    corrected = [c for c in strong if c.corrects and c.order > 0]
    if corrected and len(strong) > 1:
        last = corrected[-1]
        strong = [c for c in strong if c.order >= last.order]
    values = {c.high.minor for c in strong}
    if len(values) <= 1:
        return _with_floor(strong)
    floors = [c for c in strong if c.found.value.qualifier == "min"]
    ceilings = [c for c in strong if c not in floors]
    if floors and len({c.high.minor for c in ceilings}) == 1:
        return [*floors[:1], *ceilings[:1]]
    totals = [c for c in strong if _TOTAL.search(clause_of(c.unit, c.found.start, c.found.end)[0])]
    parts = [c for c in strong if c not in totals]
    if len(totals) == 1 and sum(c.high.minor for c in parts) <= totals[0].high.minor and len(parts) >= 2:
        return totals
    best = max(c.score for c in strong)
    same_unit = len({c.unit.start for c in strong}) == 1
    if same_unit:
        limits = [
            c
            for c in strong
            if c.found.value.qualifier == "max"
            or cue("at_most").search(clause_of(c.unit, c.found.start, c.found.end)[0])
        ]
        return limits[-1:] if limits else strong[:1]
    labelled = [c for c in strong if c.score >= 3] if best >= 3 else strong
    if len({c.high.minor for c in labelled}) == 1:
        return labelled[:1]
    if any(_IDEAL.search(c.unit.low) for c in labelled):
        limits = [c for c in labelled if not _IDEAL.search(c.unit.low)]
        if len({c.high.minor for c in limits}) == 1:
            return limits[:1]
    lowest = min(labelled, key=lambda c: c.high.minor)
    other = next(c for c in labelled if c.high.minor != lowest.high.minor)
    if other.high.minor > 5 * lowest.high.minor and other.score <= lowest.score:
        return [lowest]
    quotes = tuple(
        zones.wanted.quote(c.found.start, c.found.end) for c in sorted((lowest, other), key=lambda c: c.order)
    )
    findings.contradiction(
        "the budget",
        f"Your brief names two budgets: {quotes[0].quote} and {quotes[1].quote}. Which one holds?",
        "budget_max",
        quotes,
    )
    return [lowest]


def _with_floor(strong: list[Candidate]) -> list[Candidate]:
    best = max(strong, key=lambda c: (c.found.value.qualifier in ("range", "min", "max"), c.score))
    return [best]


def _bounds(chosen: list[Candidate]) -> tuple[Amount | None, Amount | None]:
    low = high = None
    for candidate in chosen:
        value = candidate.found.value
        clause, offset = clause_of(candidate.unit, candidate.found.start, candidate.found.end)
        before = clause[: candidate.found.start - offset]
        refused = re.search(
            r"\b(?:nicht|not|can't|cannot|pas|niet|inte|ikke|no podemos|non)\b",
            candidate.unit.low[candidate.found.end - candidate.unit.start :][:60],
        )
        if value.qualifier == "min" and refused:
            high = value.low or value.high
        elif value.qualifier == "range":
            low, high = value.low, value.high
        elif value.qualifier == "min" or (
            value.qualifier != "max"
            and re.search(
                r"\b(?:at least|minimum|mindestens|au moins|al menos|minstens|minst|mindst|almeno)\s*$", before
            )
        ):
            low = value.low or value.high
        else:
            high = value.high or value.low
    return low, high

"""The client's own budget for this job, and whether tax is in it.

Media money, day rates, prices per piece, competitors' quotes, prizes and revenue are not budgets. One figure is the
ceiling (`budget_max`); "at least" gives `budget_min`; a range gives both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from copilot.briefs.facts.budget.amounts import find_amounts, stretched
from copilot.briefs.facts.budget.home_currency import home_currency as writers_currency
from copilot.briefs.facts.budget.home_currency import shared_currency
from copilot.briefs.facts.budget.score import score_of
from copilot.briefs.facts.budget.weighed import Sum, likeliest_sum, sums_named
from copilot.briefs.facts.budget.weighed_tax import TaxAnswer, likeliest_answer, tax_answers
from copilot.briefs.facts.contact.phone_spans import phone_spans
from copilot.briefs.facts.letter.asides import aside_spans
from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.letter.lines import Unit, units_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.mentions import MoneyMention
from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.span import Found
from store.proposals.facts import Amount, Quote

_TOTAL = re.compile(
    r"\b(?:total|overall|all[- ]in|in all|insgesamt|gesamt\w*|au total|global|en total|totaal|totalt|i alt|samlet|"
    r"sammanlagt|in totale|everything|alles)\b"
)
_IDEAL = re.compile(
    r"\b(?:ideally|preferably|target|aim\w*|around|roughly|idealerweise|wunsch|am liebsten|idealement|de "
    r"preference|idealmente|liefst|helst|rather)\b"
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


@dataclass(frozen=True)
class MoneyTold:
    """Every sum that may be the budget and every answer about tax, in the words where money is told."""

    zones: Zones
    sums: list[Sum]
    answers: list[TaxAnswer]


def money_told(zones: Zones, language: str, home_currency: str | None) -> MoneyTold:
    newest = where_money_is(zones, language, home_currency)
    sums = budget_sums(newest, language, home_currency)
    return MoneyTold(newest, sums, tax_answers(newest, language, sums) if sums else [])


def read_budget(told: MoneyTold, language: str, home_currency: str | None) -> Read[Budget | None]:
    """The budget with its quotes, or a None when the brief names none."""
    ruled = rules_budget(told.zones, language, home_currency)
    likeliest = likeliest_sum(told.zones, told.sums, bounds_of(ruled.value))
    if likeliest is not None and likeliest.amount not in bounds_of(ruled.value):
        chosen = Candidate(likeliest.found, likeliest.unit, _BUDGET_SAID, 0, corrects=False)
        ruled = _stated(told.zones, [chosen])
    return _with_tax(told.zones, told.answers, ruled)


def _with_tax(zones: Zones, answers: list[TaxAnswer], read: Read[Budget | None]) -> Read[Budget | None]:
    """The budget with what rules and learnt weights together say of tax."""
    if read.value is None or not answers:
        return read
    answer = likeliest_answer(answers, read.value.tax_included)
    said = answer.included if answer else None
    if said is read.value.tax_included:
        return read
    quotes = (zones.shown.quote(answer.word.unit.start, answer.word.unit.end),) if answer else read.quotes
    return Read(replace(read.value, tax_included=said, tax_quotes=quotes), read.quotes)


def where_money_is(zones: Zones, language: str, home_currency: str | None) -> Zones:
    """The note over a forwarded brief when it speaks of money itself, else the brief."""
    noted = _covering_note(zones)
    return noted if noted and _most(_candidates(noted, language, home_currency)) >= 2 else zones


def bounds_of(budget: Budget | None) -> list[Amount]:
    return [amount for amount in (budget.low, budget.high) if amount] if budget else []


def budget_sums(zones: Zones, language: str, home_currency: str | None) -> list[Sum]:
    """Every sum that may be the budget."""
    shared = shared_currency(zones, language)
    return sums_named(zones, language, shared, _default_currency(zones, language, home_currency, shared))


def rules_budget(zones: Zones, language: str, home_currency: str | None) -> Read[Budget | None]:
    """What the rules alone take for the budget."""
    candidates = _candidates(zones, language, home_currency)
    best = max((c.score for c in candidates), default=0)
    strong = [c for c in candidates if c.score >= min(best, 3) or (c.corrects and c.order > 0)]
    if not strong or best <= 0:
        return Read(None)
    return _stated(zones, _settled(strong))


def _stated(zones: Zones, chosen: list[Candidate]) -> Read[Budget | None]:
    low, high = _bounds(chosen)
    quotes = tuple(zones.shown.quote(c.found.start, c.found.end) for c in chosen)
    return Read(Budget(low, high, None, quotes), quotes)


def _covering_note(zones: Zones) -> Zones | None:
    """The words over a forwarded brief as zones of their own: a sum in them is newer than the one below."""
    if not zones.is_forward or not zones.outer.text.strip():
        return None
    wanted = zones.outer.without(aside_spans(units_of(zones.outer), zones.reference))
    return replace(zones, wanted=wanted, units=units_of(wanted), is_forward=False)


def _most(candidates: list[Candidate]) -> int:
    return max((c.score for c in candidates), default=0)


def _candidates(zones: Zones, language: str, home_currency: str | None) -> list[Candidate]:
    shared = shared_currency(zones, language)
    found = find_money(zones.wanted.text, language, shared)
    default = _default_currency(zones, language, home_currency, shared)
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
        score = score_of(unit, mention, head_of(zones, unit))
        if score > 0:
            previous = zones.unit_before(unit)
            score = max(score, _BUDGET_SAID) if score < _BUDGET_SAID and _goes_on(unit, mention, previous) else score
            corrects = (
                _corrects(unit, mention.start)
                or (is_exact and stretched(unit.low))
                or (previous is not None and len(previous.text) < 45 and is_correction(previous))
            )
            out.append(Candidate(mention, unit, score, order, corrects))
    return _lone(out)


def _default_currency(zones: Zones, language: str, home_currency: str | None, shared: str | None) -> str | None:
    """The currency of sums that name none: the one most named beside others, else the writer's own, else ours."""
    found = find_money(zones.wanted.text, language, shared)
    stated = [f.value.currency for f in found if f.value.currency and f.value.currency_stated]
    return max(set(stated), key=stated.count) if stated else writers_currency(zones, language) or home_currency


_BUDGET_SAID = 3
_IT_IS = re.compile(
    r"(?:(?:and|und|et|y|en|och|og|e) )?(?:it(?:'s| is| comes to| stands at)|that(?:'s| is)|this is|"
    r"das (?:sind|ist|waren)|es (?:sind|ist|waren)|dies sind|c'est|ce sont|cela fait|ca fait|son|es de|serian|"
    r"dat (?:is|zijn)|het (?:is|zijn|gaat)|"
    r"det (?:ar|er|blir|bliver|handlar|drejer)|sono|si tratta|sao|e de)\b[^.;:?!\d]{0,24}$"
)


def _goes_on(unit: Unit, mention: Found[MoneyMention], previous: Unit | None) -> bool:
    """Whether a sentence goes on about the budget named in the one before: "I hold the budget. It is USD 16,000"."""
    if previous is None or previous.paragraph != unit.paragraph or not _NAMES_BUDGET.search(previous.low):
        return False
    return _IT_IS.match(unit.low[: mention.start - unit.start]) is not None


_NAMES_BUDGET = re.compile(
    r"\b(?:\w*budget\w*|presupuesto|orcamento|budsjett\w*|begroting|etat|kostenrahmen|enveloppe)\b"
)


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


def head_of(zones: Zones, unit: Unit) -> str:
    """The folded words that head the unit: its label, or the cell before it in its row."""
    if unit.label:
        return folded(zones.wanted.text[slice(*unit.label)])
    before = zones.unit_before(unit)
    return before.low if unit.row and before and before.row == unit.row and len(before.text) < 40 else ""


def _settled(strong: list[Candidate]) -> list[Candidate]:
    """Corrections win, totals win over their parts; of what still disagrees the lower holds."""
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
    return [min(labelled, key=lambda c: c.high.minor)]


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

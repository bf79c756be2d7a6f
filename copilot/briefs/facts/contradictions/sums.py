"""Two budgets in one letter, and one budget said to be both with and without tax."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from copilot.briefs.facts.budget.score import score_of
from copilot.briefs.facts.budget.weighed import Sum, sum_features
from copilot.briefs.facts.budget.weighed_tax import TaxAnswer
from copilot.briefs.facts.contradictions.statements import Dispute, Statement, side_by_side, stricter
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue
from copilot.briefs.learned.judge import judge_of
from store.proposals.facts import Amount

_LIKELY = 3.5
"""Log odds by the words alone of a sum that is the budget if no other is."""
_SAID = 2
"""How strongly the rules must see a budget: a limit or tax stands with it, or more."""
_CALLED = 0.5
"""What a sum's log odds gain where a word for the budget stands with it."""
_FAR = 1.6
"""A sum that is so many times another is another kind of money."""
_TAX_RATES = (0.04, 0.28)
"""What the tax on a sum is of it, from the lowest to the highest rate."""
_TAX_SAID = 4.0
"""Log odds by the words alone of an answer about tax that no other is needed for."""


def disputed_budget(zones: Zones, sums: Sequence[Sum], held: Amount | None) -> Dispute | None:
    """Two ceilings of which one is the budget that was read."""
    if held is None or len({this.amount for this in sums}) < 2:
        return None
    judge = judge_of("budget")
    stated = [
        Statement(this.amount.minor, this.unit, (this.found.start, this.found.end), odds)
        for at, this in enumerate(sums)
        if this.amount and this.amount.currency == held.currency and _is_ceiling(this, zones.reference)
        for odds in [judge.evidence(sum_features(zones, sums, at)) + _CALLED * (_score(this) > _SAID)]
    ]
    pair = side_by_side(zones, stated, least=_LIKELY)
    if pair is None or held.minor not in {said.value for said in pair} or _adds_up(sums, pair):
        return None
    strict, other = stricter(pair)
    if other.value > _FAR * strict.value or _taxed(pair):
        return None
    return Dispute("budget_max", "the budget", strict, other)


def _score(this: Sum) -> int:
    return score_of(this.unit, this.found)


_YEAR = re.compile(r"(?<![\d.,])20[0-4]\d(?![\d.,]*\d)")


def _is_ceiling(this: Sum, reference: date) -> bool:
    value = this.found.value
    ours = not this.is_aside and not value.per_unit and value.qualifier not in ("range", "min")
    if any(int(year[0]) < reference.year for year in _YEAR.finditer(this.unit.low)):
        return False  # "the film from 2022 came to 180,000"
    return ours and _score(this) >= _SAID and not cue("not_budget").search(this.unit.low)


def _adds_up(sums: Sequence[Sum], pair: Sequence[Statement[int]]) -> bool:
    """Whether one of the two is the other and further sums together."""
    apart = abs(pair[0].value - pair[1].value)
    return any(this.amount and this.amount.minor == apart for this in sums)


def _taxed(pair: Sequence[Statement[int]]) -> bool:
    """Whether one is the other with tax: "Net 15,000", "Gross 18,000"; a smaller sum with tax is not."""
    strict, other = stricter(pair)
    said = f"{strict.unit.low} {other.unit.low}"
    rate = other.value / strict.value - 1
    if with_tax(strict) and with_tax(other) is False:
        return False
    return (
        _TAX_RATES[0] < rate < _TAX_RATES[1] and bool(cue("vat_in").search(said)) and bool(cue("vat_out").search(said))
    )


def with_tax(said: Statement[int]) -> bool | None:
    """Whether the words around a sum say that tax is in it; None where they say nothing, or both."""
    within, without = bool(cue("vat_in").search(said.unit.low)), bool(cue("vat_out").search(said.unit.low))
    return within if within != without else None


def disputed_tax(
    zones: Zones, answers: Sequence[TaxAnswer], sums: Sequence[Sum], held: Amount | None
) -> Dispute | None:
    """The same sum with tax in one place and without it in another."""
    judge = judge_of("tax")
    of_budget = {this.unit.start for this in sums if held and this.amount and this.amount.minor == held.minor}
    stated = [
        Statement(answer.included, answer.word.unit, answer.word.span, judge.evidence(answer.features))
        for answer in answers
        if answer.word.unit.start in of_budget
    ]
    pair = side_by_side(zones, [said for said in stated if said.odds >= _TAX_SAID])
    if pair is None:
        return None
    strict, other = sorted(pair, key=lambda said: not said.value)
    return Dispute("tax_included", "tax", strict, other)

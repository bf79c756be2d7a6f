"""Whether tax is in the budget, weighed a second time: every word for tax is asked both ways, and one answer is chosen.

A word for tax beside no sum, or one that leaves it open ("with or without"), chooses neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from copilot.briefs.facts.budget.weighed import Sum
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.named import NO
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.lexicon import money_words
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.grammar.tax import find_tax, is_left_open
from copilot.briefs.learned.judge import judge_of
from copilot.briefs.learned.surroundings import surroundings

_MOST = 12
"""How many words for tax are weighed in a letter."""
_CLAUSE = re.compile(r"[.;:!?(),]|\b(?:and|und|et|y|och|og|en|e)\b")
_NEAR = 40
"""Characters between a sum and a word for tax that stands by it."""


@dataclass(frozen=True)
class TaxWord:
    """A word for tax, or one that says a sum is with or without it ("netto"), at a span of the view."""

    unit: Unit
    span: Span

    @property
    def said(self) -> str:
        return self.unit.low[self.span[0] - self.unit.start : self.span[1] - self.unit.start]


@dataclass(frozen=True)
class TaxAnswer:
    """One answer that a word for tax may give, with what is seen around it."""

    word: TaxWord
    included: bool
    features: Mapping[str, float]


def tax_answers(zones: Zones, language: str, sums: Sequence[Sum]) -> list[TaxAnswer]:
    """Both answers of every word for tax, in order."""
    words = list(_tax_words(zones, sums))[:_MOST]
    answers = []
    for word in words:
        signs = {*_signs(zones, sums, words, word), f"lang={language}", f"said:{word.said[:40]}&{language}"}
        found = surroundings(zones, word.unit, *word.span) | dict.fromkeys(signs, 1.0)
        for included in (True, False):
            side = "in" if included else "out"
            answers.append(TaxAnswer(word, included, {f"{side}|{name}": value for name, value in found.items()}))
    return answers


def likeliest_answer(answers: Sequence[TaxAnswer], ruled: bool | None) -> TaxAnswer | None:
    """The answer that rules and learnt weights together choose, or None."""
    judge = judge_of("tax")
    odds = [judge.log_odds(answer.features, answer.included is ruled) for answer in answers]
    best = max(range(len(answers)), key=odds.__getitem__, default=None)
    return None if best is None or odds[best] <= 0 else answers[best]


def _tax_words(zones: Zones, sums: Sequence[Sum]) -> Iterator[TaxWord]:
    aside = {this.unit.start: this.unit for this in sums if this.is_aside}
    for unit in sorted((*zones.units, *aside.values()), key=lambda unit: unit.start):
        taken = 0
        label = folded(zones.shown.text[slice(*unit.label)]) if unit.label else ""
        if unit.topic == "vat" or (label and len(unit.low) < _NEAR and _words().search(label)):
            # "VAT: exclusive", "Prijs incl. btw? Ja"
            yield TaxWord(unit, (unit.start, unit.end))
            continue
        for m in _words().finditer(unit.low):
            if m.start() >= taken and not is_left_open(unit.low, *m.span()):
                yield TaxWord(unit, (unit.start + m.start(), unit.start + m.end()))
                taken = m.end()


@cache
def _words() -> re.Pattern[str]:
    said = "|".join((money_words.TAX_WORD, money_words.EXCLUDED_ALONE, money_words.INCLUDED_ALONE))
    named = alternation(said)
    return re.compile(rf"{named}|{cue('vat_in').pattern}|{cue('vat_out').pattern}")


def _signs(zones: Zones, sums: Sequence[Sum], words: Sequence[TaxWord], this: TaxWord) -> Iterator[str]:
    unit = this.unit
    here = [s for s in sums if s.unit is unit and not s.is_bare]
    before = zones.unit_before(unit)
    yield f"said:{this.said[:40]}"
    yield f"words={min(3, len(words))}"
    read = {t.value for t in find_tax(unit.text)}
    yield f"grammar={'-'.join(sorted(read))}"
    for key in ("vat_in", "vat_out"):
        if any(m.end() > this.span[0] - unit.start - 1 for m in cue(key).finditer(unit.low)):
            yield f"cue={key}"
    label = folded(zones.shown.text[slice(*unit.label)]) if unit.label else ""
    gaps = [max(this.span[0] - s.found.end, s.found.start - this.span[1]) for s in here]
    before_it = _CLAUSE.split(unit.low[: this.span[0] - unit.start])[-1]
    behind_it = _CLAUSE.split(unit.low[this.span[1] - unit.start :])[0]
    for name, holds in (
        ("no_before", NO.search(before_it) is not None),
        ("no_behind", NO.search(behind_it) is not None),
        ("whole_clause", not behind_it.strip() and not before_it.strip()),
        ("open", "?" in unit.low or cue("open").search(unit.low) is not None),
        ("term", re.match(r"\s?\d", unit.low[this.span[1] - unit.start :]) is not None),
        ("sum_here", bool(here)),
        ("bare_sum_here", any(s.unit is unit and s.is_bare for s in sums)),
        ("sum_beside", bool(gaps) and min(gaps) <= _NEAR),
        ("sum_next", bool(gaps) and min(gaps) <= 2),
        ("sum_before", any(s.unit is before for s in sums)),
        ("about_money", cue("budget").search(unit.low) is not None),
        ("in_label", bool(label) and _words().search(label) is not None),
        ("first", words[0] is this),
    ):
        if holds:
            yield name

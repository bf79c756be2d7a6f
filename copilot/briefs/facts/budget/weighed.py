"""Which sum of a letter is the budget of the job, weighed a second time: the likeliest one, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copilot.briefs.facts.budget.amounts import MONEY_AFTER, bare_figures, find_amounts, stretched
from copilot.briefs.facts.contact.phone_spans import phone_spans
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.mentions import MoneyMention
from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.span import Found
from copilot.briefs.learned.judge import judge_of
from copilot.briefs.learned.surroundings import surroundings
from store.proposals.facts import Amount

_MOST = 60
"""How many sums of a letter are weighed; a text with more is a price list, and its first ones say what it is for."""
_MOST_ASIDE = 120
"""How many units of what is set aside are looked at."""
_COUNTS = re.compile(r" [^\W\d_]{4,}")
_DOUBT = 2.0
"""Log odds that a figure needs which nothing but its place shows to be money: most count something else."""
_SIZES = (100, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 500_000, 2_000_000)
"""Sums in major units, in steps."""
_MINOR = 100


@dataclass(frozen=True)
class Sum:
    """A sum that a unit names; `is_bare` where neither a currency nor a word for money stands by it.

    `is_aside` where it stands in an older message or in what the brief sets aside.
    """

    unit: Unit
    found: Found[MoneyMention]
    is_bare: bool
    is_aside: bool = False

    @property
    def amount(self) -> Amount | None:
        return self.found.value.high or self.found.value.low


def sums_named(zones: Zones, language: str, shared: str | None, default: str | None) -> list[Sum]:
    """Every sum of the brief's own words, in order; `default` is the currency of those that name none."""
    if default is None:
        stated, bare = find_money(zones.wanted.text, language, shared), []
    else:
        stated = find_amounts(zones, language, default)
        bare = bare_figures(zones, language, default, 2 * _MOST)
    stated, bare = stated[:_MOST], bare[:_MOST]
    phones = tuple(phone_spans(zones.wanted.text)) if stated or bare else ()
    bare = [b for b in bare if not any(f.overlaps(b.start, b.end) for f in stated)]
    if zones.is_note:  # too little is said to tell "1,200 members" from money
        bare = [b for b in bare if not _counts(zones.wanted.text[b.end : b.end + 40])]
    sums = [
        Sum(unit, found, found in bare)
        for found in sorted((*stated, *bare), key=lambda found: found.start)
        if (unit := zones.unit_at(found.start)) is not None
        and (found.value.currency_stated or not any(found.overlaps(a, b) for a, b in phones))
    ]
    sums = [this for this in sums if this.amount is not None][:_MOST]
    return sorted([*sums, *_aside(zones, language, shared)[: _MOST - len(sums)]], key=lambda this: this.found.start)


def _counts(after: str) -> bool:
    return _COUNTS.match(after) is not None and MONEY_AFTER.match(folded(after)) is None


def _aside(zones: Zones, language: str, shared: str | None) -> list[Sum]:
    """The sums of older messages and of what is set aside, where their currency stands by them."""
    return [
        Sum(unit, found, is_bare=False, is_aside=True)
        for unit in zones.units_aside[:_MOST_ASIDE]
        if any(char.isdigit() for char in unit.text)
        for read in find_money(unit.text, language, shared)
        if read.value.currency_stated
        and (found := Found.at(zones.shown.text, read.value, unit.start + read.start, unit.start + read.end))
        and (read.value.high or read.value.low)
    ]


def sum_features(zones: Zones, sums: Sequence[Sum], at: int) -> dict[str, float]:
    """What is seen around the sum, what kind it is, and how it stands to the letter's other sums."""
    this = sums[at]
    found = surroundings(zones, this.unit, this.found.start, this.found.end)
    signs = list(_signs(zones, this))
    found |= dict.fromkeys(signs, 1.0)
    if this.is_aside:
        found |= dict.fromkeys((f"{sign}&aside" for sign in (*signs, "sum")), 1.0)
    found |= dict.fromkeys(_rank(sums, at), 1.0)
    return found


def _signs(zones: Zones, this: Sum) -> Iterator[str]:
    value, low = this.found.value, this.unit.low
    yield f"qualifier={value.qualifier}"
    yield f"tax={value.tax}"
    minor = this.amount.minor if this.amount else 0
    yield f"size={sum(minor >= step * _MINOR for step in _SIZES)}"
    before = zones.unit_before(this.unit)
    start, end = this.found.start - this.unit.start, this.found.end - this.unit.start
    for name, holds in (
        ("bare", this.is_bare),
        ("counts", not value.currency_stated and _COUNTS.match(low, end) is not None),
        ("stated", value.currency_stated),
        ("rate", value.per_unit),
        ("round", minor % (100 * _MINOR) == 0),
        ("stretched", stretched(low)),
        ("corrects", any(m.start() <= start for m in cue("correction").finditer(low))),
        ("corrected", cue("correction").search(low, max(0, start)) is not None),
        ("about_money", cue("budget").search(low) is not None),
        ("other_money", cue("not_budget").search(low) is not None),
        ("money_before", before is not None and cue("budget").search(before.low) is not None),
        ("correction_before", before is not None and cue("correction").search(before.low) is not None),
        ("in_brackets", low.rfind("(", 0, max(0, start)) > low.rfind(")", 0, max(0, start))),
        ("only_sum_of_line", len(re.sub(r"\W", "", low)) - len(re.sub(r"\W", "", this.found.text)) < 8),
    ):
        if holds:
            yield name


def _rank(sums: Sequence[Sum], at: int) -> Iterator[str]:
    """A budget tends to be the largest sum of its letter, and the last one said of several in a sentence."""
    this = sums[at]
    minors = [s.amount.minor for s in sums if s.amount]
    mine = minors[at]
    rest = [m for i, m in enumerate(minors) if i != at]
    yield f"sums={min(4, len(sums))}"
    yield f"greater={min(3, sum(m > mine for m in set(rest)))}"
    yield f"before={min(3, at)}"
    yield f"after={min(3, len(sums) - 1 - at)}"
    if mine in rest:
        yield "again"
    if len(rest) > 1 and sum(rest) == mine:
        yield "total"
    here = [i for i, s in enumerate(sums) if s.unit is this.unit]
    if len(here) > 1:
        yield "first_of_line" if here[0] == at else "last_of_line" if here[-1] == at else "amid_line"


def likeliest_sum(zones: Zones, sums: Sequence[Sum], ruled: Sequence[Amount]) -> Sum | None:
    """The sum that rules and learnt weights together call the budget; `ruled` are the bounds that the rules give."""
    judge = judge_of("budget")
    odds = [judge.log_odds(sum_features(zones, sums, at), this.amount in ruled) for at, this in enumerate(sums)]
    best = max(range(len(sums)), key=odds.__getitem__, default=None)
    if best is None or odds[best] <= (_DOUBT if sums[best].is_bare else 0):
        return None
    return sums[best]

"""Which dates are days of the shoot, weighed a second time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.dates_together import seen_together
from copilot.briefs.facts.schedule.seen import Seen
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.learned.judge import judge_of

_SAID_OF_IT = {
    "bounds": re.compile(
        r"\b(?:between|from|zwischen|vom?|entre|du|del|tussen|van|mellan|fran|mellem|fra|mellom|tra|dal|da|week of|"
        r"w/c|window|period\w*|any ?time|zeitraum\w*|fenetre)\b"
    ),
    "denies": re.compile(r"\b(?:not|n't|nicht|nimmer|kein\w*|pas|no|niet|geen|inte|ikke|non|nao)\b"),
    "either": re.compile(r"\b(?:or|either|oder|ou|o|of|eller|oppure)\b"),
}
"""Words that may make a day of the shoot one that only bounds it, one it is not, or one of several to choose from."""

_SURE = 2.0
"""Log odds; above them a day is one of the shoot's, whatever single words speak against it."""


def shoot_features(this: Dated, seen: Mapping[str, float]) -> dict[str, float]:
    """What is seen around a date, with the words that may keep it from being a day of the shoot."""
    clause = clause_of(this.unit, this.found.start, this.found.end)[0]
    said = {name: 1.0 for name, words in _SAID_OF_IT.items() if words.search(clause)}
    return {**seen, **said}


_LEADS = {"shoot": 1.5, "?": -1.5}
_DENIED = -2.5
"""Log odds by which the rules lead where so little is said that most of what is weighed is missing."""
_LEAST = -0.5
"""Log odds that a day must have beside the others."""


@dataclass(frozen=True)
class Weighing:
    """The letter's dates that name days, with what is seen around each, and the days of shooting that are counted."""

    dated: list[Dated]
    features: list[dict[str, float]]
    counts: list[Decimal]


def weighing_of(zones: Zones, language: str, dated: list[Dated], seen: Seen) -> Weighing:
    """What there is to weigh; offsets from an event are left alone."""
    named = [(this, around) for this, around in zip(dated, seen, strict=False) if this.found.value.days]
    counts = find_day_counts(zones.wanted.text, language)
    shooting = [c.value.days for c in counts if c.value.kind == "shoot"]
    return Weighing(
        [this for this, _ in named],
        [shoot_features(this, around) for this, around in named],
        shooting or [c.value.days for c in counts if c.value.kind == "unknown"],
    )


def with_second_look(zones: Zones, language: str, dated: list[Dated], seen: Seen) -> list[Dated]:
    """The dates with the roles that rules and learnt weights give together, each for itself and beside the others."""
    weighing = weighing_of(zones, language, dated, seen)
    first, second = judge_of("shoot_date"), judge_of("shoot_date_among_others")
    alone = [
        first.log_odds(around, this.role == "shoot")
        for this, around in zip(weighing.dated, weighing.features, strict=True)
    ]
    beside = seen_together(weighing.dated, weighing.features, alone, weighing.counts)
    odds = {
        this.order: second.log_odds(around, this.role == "shoot") + zones.is_note * _LEADS.get(this.role, _DENIED)
        for this, around in zip(weighing.dated, beside, strict=True)
    }
    return [_with_role(this, odds[this.order]) if this.order in odds else this for this in dated]


def _with_role(this: Dated, odds: float) -> Dated:
    if odds > _LEAST:
        return replace(this, role="shoot", sure=odds > _SURE)
    return replace(this, role="other") if this.role == "shoot" else this

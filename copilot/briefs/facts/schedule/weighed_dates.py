"""Which dates are days of the shoot, weighed a second time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.seen import Seen
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
_BESIDE_SURE = 0.6
"""Log odds that a day must have where another is sure: a letter that names its day plainly seldom hides a second."""


def shoot_features(this: Dated, seen: Mapping[str, float]) -> dict[str, float]:
    """What is seen around a date, with the words that may keep it from being a day of the shoot."""
    clause = clause_of(this.unit, this.found.start, this.found.end)[0]
    said = {name: 1.0 for name, words in _SAID_OF_IT.items() if words.search(clause)}
    return {**seen, **said}


def with_second_look(dated: list[Dated], seen: Seen) -> list[Dated]:
    """The dates with the roles that rules and learnt weights give together; offsets from an event are left alone.

    No day behind the delivery becomes one of the shoot.
    """
    shoot = judge_of("shoot_date")
    due = max((d.found.value.end for d in dated if d.role == "delivery" and d.found.value.end), default=None)
    odds = {
        at: shoot.log_odds(shoot_features(this, around), this.role == "shoot")
        for at, (this, around) in enumerate(zip(dated, seen, strict=False))
        if this.found.value.days
    }
    least = _BESIDE_SURE if any(told > _SURE for told in odds.values()) else 0.0
    out = list(dated)
    for at, told in odds.items():
        this = dated[at]
        was = this.role == "shoot"
        if not was and due is not None and this.found.value.days[0] > due:
            continue
        if told > least:
            out[at] = replace(this, role="shoot", sure=told > _SURE)
        elif was:
            out[at] = replace(this, role="other")
    return out

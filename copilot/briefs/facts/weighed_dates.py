"""Which dates are days of the shoot and which is the delivery, weighed a second time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from copilot.briefs.facts.dated import Dated
from copilot.briefs.facts.zones import Zones
from copilot.briefs.learned.judge import judge_of
from copilot.briefs.learned.surroundings import surroundings

_FAR = (0, 7, 21, 60, 120, 300)
"""Days from the letter's own date, in steps."""


def date_features(zones: Zones, dated: Sequence[Dated], at: int) -> dict[str, float]:
    """What is seen around the date `dated[at]`, and where it stands among the letter's other dates."""
    this = dated[at]
    mention = this.found.value
    found = surroundings(zones, this.unit, this.found.start, this.found.end)
    found[f"precision={mention.precision}"] = 1.0
    found[f"days={min(4, len(mention.days))}"] = 1.0
    for name, holds in (
        ("relative", mention.relative),
        ("offset", mention.offset is not None),
        ("working_days", mention.working_days),
        ("corrects", this.corrects),
        ("first", at == 0),
        ("last", at == len(dated) - 1),
    ):
        found[name] = float(holds)
    found["where"] = at / max(1, len(dated) - 1)
    if mention.start is not None:
        found[f"far={sum((mention.start - zones.reference).days >= step for step in _FAR)}"] = 1.0
        found |= _rank(zones.reference, dated, mention.start)
    return found


def _rank(today: date, dated: Sequence[Dated], start: date) -> dict[str, float]:
    """A shoot tends to come first and the delivery last."""
    coming = sorted({d.found.value.start for d in dated if d.found.value.start and d.found.value.start >= today})
    if start not in coming:
        return {}
    place = coming.index(start)
    return {f"rank={min(place, 3)}": 1.0, f"rank_last={min(len(coming) - 1 - place, 3)}": 1.0}


def with_second_look(zones: Zones, dated: list[Dated]) -> list[Dated]:
    """The dates with the roles that rules and learnt weights give together; offsets from an event are left alone."""
    shoot = judge_of("shoot_date")
    out = list(dated)
    for at, this in enumerate(dated):
        if not this.found.value.days:
            continue
        seen = date_features(zones, dated, at)
        was = this.role == "shoot"
        now = shoot.says(seen, was)
        if now != was:
            out[at] = replace(this, role="shoot" if now else "other")
    return out

"""Which dates are days of the shoot?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.schedule.schedule import rules_dates
from copilot.briefs.facts.schedule.seen import dates_seen
from copilot.briefs.facts.schedule.weighed_dates import shoot_features
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter


def _shoot_dates(letter: Letter) -> Iterator[Example]:
    right = {day for reading in letter.case.readings_of("shoot_dates") for day in reading.shoot_dates}
    dated = rules_dates(letter.zones, letter.language)
    for this, seen in zip(dated, dates_seen(letter.zones, dated), strict=False):
        if days := set(this.found.value.days):
            yield Example(shoot_features(this, seen), this.role == "shoot", days <= right)


QUESTIONS: dict[str, Asked] = {"shoot_date": _shoot_dates}

"""Which number of days does the shoot take?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.schedule.schedule import told_of
from copilot.briefs.facts.schedule.weighed_days import candidates_for
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter


def _shoot_days(letter: Letter) -> Iterator[Example]:
    right = {reading.shoot_days for reading in letter.case.readings_of("shoot_days")}
    told = told_of(letter.zones, letter.language).days
    for candidate in candidates_for(letter.zones, letter.language, told):
        yield Example(candidate.features, candidate.days == told.rules[0], candidate.days in right)


QUESTIONS: dict[str, Asked] = {"shoot_days": _shoot_days}

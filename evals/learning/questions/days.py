"""Which number of days does the shoot take?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.schedule.schedule import told_of
from copilot.briefs.facts.schedule.weighed_days import candidates_for
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Example
from evals.learning.letters import Letter


def _shoot_days(letter: Letter) -> Iterator[Choice]:
    right = {reading.shoot_days for reading in letter.case.readings_of("shoot_days")}
    told = told_of(letter.zones, letter.language).days
    candidates = candidates_for(letter.zones, letter.language, told)
    examples = (Example(c.features, c.days == told.rules[0], c.days in right) for c in candidates)
    yield Choice(tuple(examples), none_is_right=None in right)


CHOICES: dict[str, Choosing] = {"shoot_days": _shoot_days}

"""Which day is the last finished piece due?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.contradictions.days import disputed_delivery
from copilot.briefs.facts.schedule.deliveries import read_delivery
from copilot.briefs.facts.schedule.schedule import told_of
from copilot.briefs.facts.schedule.weighed_delivery import candidates_for
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Example
from evals.learning.letters import Letter


def _delivery(letter: Letter) -> Iterator[Choice]:
    right = {reading.delivery_on for reading in letter.case.readings_of("delivery_on")}
    told = told_of(letter.zones, letter.language)
    rules = read_delivery(letter.zones, told.by_rules, told.days.dates).value
    candidates = candidates_for(told.by_rules, told.seen, told.days.dates, letter.zones.reference)
    if disputed_delivery(letter.zones, told.by_rules, candidates, rules):
        return  # the later of two days that contradict each other is the delivery's too
    examples = (Example(due.features, due.day == rules, due.day in right) for due in candidates)
    yield Choice(tuple(examples), none_is_right=None in right)


CHOICES: dict[str, Choosing] = {"delivery_on": _delivery}

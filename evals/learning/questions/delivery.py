"""Which day is the last finished piece due?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.reading import Findings
from copilot.briefs.facts.schedule.deliveries import read_delivery
from copilot.briefs.facts.schedule.schedule import told_of
from copilot.briefs.facts.schedule.weighed_delivery import candidates_for
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter


def _delivery(letter: Letter) -> Iterator[Example]:
    right = {reading.delivery_on for reading in letter.case.readings_of("delivery_on")}
    findings = Findings()
    told = told_of(letter.zones, letter.language, findings)
    noted = len(findings.warnings)
    rules = read_delivery(letter.zones, told.by_rules, told.days.dates, findings).value
    if len(findings.warnings) > noted:
        return  # two days that contradict each other: the rules take the earlier
    for due in candidates_for(told.by_rules, told.seen, told.days.dates, letter.zones.reference):
        yield Example(due.features, due.day == rules, due.day in right)


QUESTIONS: dict[str, Asked] = {"delivery_on": _delivery}

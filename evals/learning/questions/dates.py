"""Which dates are days of the shoot, each for itself and then beside the letter's others?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copilot.briefs.facts.schedule.dates_together import seen_together
from copilot.briefs.facts.schedule.schedule import rules_dates
from copilot.briefs.facts.schedule.seen import dates_seen
from copilot.briefs.facts.schedule.weighed_dates import Weighing, weighing_of
from copilot.briefs.learned.judge import Judge
from evals.learning.example import Asked, Example, Second
from evals.learning.letters import Letter
from evals.learning.twice import weighed_twice


def _weighed(letter: Letter) -> Weighing:
    dated = rules_dates(letter.zones, letter.language)
    return weighing_of(letter.zones, letter.language, dated, dates_seen(letter.zones, dated))


def _examples(letter: Letter, weighing: Weighing) -> list[Example]:
    right = {day for reading in letter.case.readings_of("shoot_dates") for day in reading.shoot_dates}
    return [
        Example(features, this.role == "shoot", set(this.found.value.days) <= right)
        for this, features in zip(weighing.dated, weighing.features, strict=True)
    ]


def _shoot_dates(letter: Letter) -> Iterator[Example]:
    yield from _examples(letter, _weighed(letter))


def _beside(weighing: Weighing, judge: Judge) -> list[dict[str, float]]:
    odds = [
        judge.log_odds(features, this.role == "shoot")
        for this, features in zip(weighing.dated, weighing.features, strict=True)
    ]
    return seen_together(weighing.dated, weighing.features, odds, weighing.counts)


def _among_others(made: Sequence[Letter], untouched: Sequence[Letter]) -> tuple[list[Example], list[Example]]:
    return weighed_twice("shoot_date", made, untouched, weigh=_weighed, alone=_examples, beside=_beside)


QUESTIONS: dict[str, Asked] = {"shoot_date": _shoot_dates}
SECONDS: dict[str, Second] = {"shoot_date_among_others": _among_others}

"""Which names are places of the shoot, each for itself and then beside the letter's others?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copilot.briefs.facts.places.together import Weighing, seen_together
from copilot.briefs.facts.places.weighed import weighings
from copilot.briefs.facts.schedule.schedule import rules_dates
from copilot.briefs.facts.schedule.seen import dates_seen
from copilot.briefs.facts.schedule.weighed_dates import with_second_look
from copilot.briefs.learned.judge import Judge
from evals.learning.example import Asked, Example, Second
from evals.learning.letters import Letter
from evals.learning.twice import weighed_twice
from evals.words import same_place


def _weighed(letter: Letter) -> list[Weighing]:
    by_rules = rules_dates(letter.zones, letter.language)
    dated = with_second_look(letter.zones, letter.language, by_rules, dates_seen(letter.zones, by_rules))
    return weighings(letter.zones, letter.language, dated)


def _answers(letter: Letter, weighed: Sequence[Weighing]) -> list[bool]:
    """Which candidates are places in the reading that the candidates cover best, the expected one before others."""
    readings = [reading.locations for reading in letter.case.readings_of("locations")]
    names = [weighing.candidate.name for weighing in weighed]

    def covered(places: tuple[str, ...]) -> float:
        return sum(any(same_place(name, place) for name in names) for place in places) / max(1, len(places))

    best = max(readings, key=covered)
    return [any(same_place(name, place) for place in best) for name in names]


def _examples(letter: Letter, weighed: Sequence[Weighing]) -> list[Example]:
    return [
        Example(weighing.features, rule=False, answer=answer)
        for weighing, answer in zip(weighed, _answers(letter, weighed), strict=True)
    ]


def _places(letter: Letter) -> Iterator[Example]:
    yield from _examples(letter, _weighed(letter))


def _beside(weighed: list[Weighing], judge: Judge) -> list[dict[str, float]]:
    return seen_together(weighed, [judge.log_odds(weighing.features, rule=False) for weighing in weighed])


def _among_others(made: Sequence[Letter], untouched: Sequence[Letter]) -> tuple[list[Example], list[Example]]:
    return weighed_twice("place", made, untouched, weigh=_weighed, alone=_examples, beside=_beside)


QUESTIONS: dict[str, Asked] = {"place": _places}
SECONDS: dict[str, Second] = {"place_among_others": _among_others}

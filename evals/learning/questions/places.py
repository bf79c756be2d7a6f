"""Which names are places of the shoot?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.places.weighed import weighings
from copilot.briefs.facts.schedule.schedule import rules_dates
from copilot.briefs.facts.schedule.seen import dates_seen
from copilot.briefs.facts.schedule.weighed_dates import with_second_look
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter
from evals.words import same_place


def _places(letter: Letter) -> Iterator[Example]:
    right = letter.case.expect.locations
    by_rules = rules_dates(letter.zones, letter.language)
    dated = with_second_look(by_rules, dates_seen(letter.zones, by_rules))
    for weighed in weighings(letter.zones, letter.language, dated):
        answer = any(same_place(weighed.candidate.name, place) for place in right)
        yield Example(weighed.features, weighed.rule, answer)


QUESTIONS: dict[str, Asked] = {"place": _places}

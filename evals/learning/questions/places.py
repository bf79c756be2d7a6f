"""Which names are places of the shoot?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.schedule import rules_dates
from copilot.briefs.facts.weighed_dates import with_second_look
from copilot.briefs.facts.weighed_places import weighings
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter
from evals.words import same_place


def _places(letter: Letter) -> Iterator[Example]:
    right = letter.case.expect.locations
    dated = with_second_look(letter.zones, rules_dates(letter.zones, letter.language))
    for weighed in weighings(letter.zones, letter.language, dated):
        answer = any(same_place(weighed.candidate.name, place) for place in right)
        yield Example(weighed.features, weighed.rule, answer)


QUESTIONS: dict[str, Asked] = {"place": _places}

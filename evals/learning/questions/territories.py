"""Which names of a usage line are its market?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.usage.usage import rules_territory
from copilot.briefs.facts.usage.weighed_territory import markets
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter
from evals.words import same_territory


def _territories(letter: Letter) -> Iterator[Example]:
    usages = [reading.usage for reading in letter.case.readings_of("usage.territory")]
    right = [usage.territory for usage in usages if usage and usage.territory]
    for market in markets(letter.zones, rules_territory(letter.zones, letter.language)):
        answer = any(same_territory(market.stated[0], territory) for territory in right)
        yield Example(market.features, market.rule, answer)


QUESTIONS: dict[str, Asked] = {"territory": _territories}

"""Which named languages is the work made in?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.languages.spoken import rules_languages
from copilot.briefs.facts.languages.weighed import tongue_features, tongues_named
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter
from evals.words import language


def _languages(letter: Letter) -> Iterator[Example]:
    readings = [{language(x) for x in reading.languages} for reading in letter.case.readings_of("languages")]
    ruled, tongues = rules_languages(letter.zones), tongues_named(letter.zones)
    for at, this in enumerate(tongues):
        right = [language(this.name) in reading for reading in readings]
        if all(right) == any(right):  # right with it and without it teaches nothing
            yield Example(tongue_features(letter.zones, tongues, at), this.name in ruled, all(right))


QUESTIONS: dict[str, Asked] = {"language": _languages}

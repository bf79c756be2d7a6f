"""Which named media is the work made for?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.usage.usage import rules_media
from copilot.briefs.facts.usage.weighed_media import weighed_media
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter
from evals.words import medium


def _media(letter: Letter) -> Iterator[Example]:
    readings = [
        {medium(word) for word in (reading.usage.media if reading.usage else ())}
        for reading in letter.case.readings_of("usage.media")
    ]
    ruled = rules_media(letter.zones, letter.language)
    for this, features in weighed_media(letter.zones, letter.language):
        right = [medium(this.name) in reading for reading in readings]
        if all(right) == any(right):  # right with it and without it teaches nothing
            yield Example(features, this.name in ruled, all(right))


QUESTIONS: dict[str, Asked] = {"medium": _media}

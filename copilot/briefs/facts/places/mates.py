"""Names told in one breath, "Sevilla, Cádiz y Málaga": where one of them is filmed, so are the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from copilot.briefs.facts.places.candidates import Candidate, Mention

_COMMA = re.compile(r",\s")
_AND = re.compile(r",?\s(?:and|und|et|y|e|en|og|och|i|as well as|sowie|ainsi que|plus|&|\+)\s")
_UNLIKELY = -1.2
"""Log odds below which a name is no place, whatever it stands beside."""


def with_mates(text: str, chosen: Sequence[Candidate], odds: Mapping[Candidate, float]) -> list[Candidate]:
    """The chosen places and those told in one breath with any of them; `odds` holds every candidate of the text."""
    found = list(chosen)
    for told in _in_one_breath(text, list(odds)):
        if any(candidate in found for candidate in told):
            found += [c for c in told if c not in found and odds[c] > _UNLIKELY]
    return found


def _in_one_breath(text: str, candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Three names or more with nothing but commas between them and an "and" before the last."""
    mentions = sorted(((m, c) for c in candidates for m in c.mentions), key=lambda told: (told[0].start, -told[0].end))
    run: list[tuple[Mention, Candidate]] = []
    for mention, candidate in mentions:
        if run and mention.start < run[-1][0].end:
            continue  # a part of the name before
        gap = text[run[-1][0].end : mention.start] if run else ""
        if len(run) > 1 and _AND.fullmatch(gap):
            yield [*(told for _, told in run), candidate]
            run = []
        elif run and _COMMA.fullmatch(gap):
            run.append((mention, candidate))
        else:
            run = [(mention, candidate)]

"""The job's title: whichever of a letter's wordings is the likeliest by learnt weights, or none.

No rule names a title: weights alone were right as often as rules and weights together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.briefs.facts.letter.candidates import Candidate, bare_words
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.title.candidates import title_candidates
from copilot.briefs.facts.title.features import TitledLetter, title_features
from copilot.briefs.learned.judge import judge_of

_NAMED = re.compile(r"\w+ \"\s?([^\"]{3,60}?)\s?\"")
"""A name in quotation marks behind what it names: 'Campagne "Plein air"'."""


def titled_letter(source: BriefSource, zones: Zones, client: str | None) -> TitledLetter:
    """The letter with its wordings; `client` is whose film it is, which seldom is its title."""
    return TitledLetter(source, zones, client, title_candidates(source, zones))


def read_title(source: BriefSource, zones: Zones, client: str | None) -> Read[str | None]:
    """The title with its quote, or None."""
    letter = titled_letter(source, zones, client)
    judge = judge_of("title")
    odds = [judge.evidence(title_features(letter, c)) for c in letter.candidates]
    if not odds or max(odds) <= 0:
        return Read(None)
    return _name_in(letter.candidates[odds.index(max(odds))], letter.candidates).read(zones.shown)


def _name_in(chosen: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """The name that a wording puts in quotation marks, else the wording."""
    named = _NAMED.fullmatch(chosen.name)
    return next((c for c in candidates if named and c.core == bare_words(named[1])), chosen)

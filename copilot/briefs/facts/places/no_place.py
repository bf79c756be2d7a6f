"""Names that are no places although the judge may take them for one: whose the job is, and what it is about.

Nearly every marked letter names a place, so a letter's only name looks likely to be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.briefs.facts.client.vocabulary import core_of, institution, trade
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.candidates import Candidate
from copilot.briefs.facts.places.sites import names_venue
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import folded

_BEFORE = re.compile(
    r"(?:(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bto )(?<!\bnear )\b(?:the|our|this|a|la|le|el|il|de|het|den|det)|[.:!?])"
    r"\s$|^$"
)
_BEHIND = re.compile(
    r" (?!(?:in|on|at|and|or|with|for|is|are|was|will|from|to|near|by|und|mit|bei|ist|et|avec|est|con|met|och|og|"
    r"med)\b)[a-zà-ÿ]{3,}"
)


def is_only_whose(candidate: Candidate, whose: Sequence[str]) -> bool:
    """Whether a name is a company's or a person's and no house's: "Halo Foods needs a spot, one shoot day"."""
    core = core_of(candidate.name)
    given = any(mention.sources and mention.unit.topic != "client" for mention in candidate.mentions)
    spot = is_known(candidate.name) or names_venue(candidate.name) or institution().search(core) or trade().search(core)
    return any(core == core_of(name) for name in whose) and not given and not spot


def says_which(zones: Zones, candidate: Candidate) -> bool:
    """Whether a name only says which thing is meant, wherever it stands: "the Vega lamp", "Product film, …"."""
    return all(_tells_which(zones.wanted.text, m.start, m.end) and not m.sources for m in candidate.mentions)


def _tells_which(text: str, start: int, end: int) -> bool:
    led = _BEFORE.search(folded(text[max(0, start - 12) : start]))
    return led is not None and _BEHIND.match(text, end) is not None and not is_known(text[start:end])

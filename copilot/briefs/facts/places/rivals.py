"""How a candidate for a place of the shoot stands beside the letter's others: what each says for itself, before any
weight is learnt, and which of them stand in one list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.candidates import Candidate
from copilot.briefs.facts.places.sites import names_venue
from copilot.briefs.facts.words import folded

_CLASSES = {
    "in": "in en dans im i te nel nella nello no na em a au aux à an am at på ved vid bei near nahe nära outside op "
    "auf hos chez um rund inside within to nach",
    "from": "from aus uit från fra da dal dalla desde von vom depuis du",
    "of": "of de di do d des van av af del della der della dos das",
    "for": "for für pour para voor för til till per zur zum with mit avec con med com met and und et y e en och og",
}
_CLASS = {folded(word): name for name, words in _CLASSES.items() for word in words.split()}
_LEAD = re.compile(
    r"(?:(?P<noun>[^\W\d_][\w'’-]*)\s)?(?P<word>[^\W\d_]{1,8})[\s']"
    r"(?:(?:the|our|der|die|das|dem|den|la|le|les|el|los|las|il|lo|het|de|o|l|d)[\s'])?$"
)
_SIGNS = re.compile(r"(?P<sign>[,;:(/|&+–-]|\.)\s?$")


@dataclass(frozen=True)
class Rivals:
    """The strength of each name, and the names that stand in one list with it."""

    strengths: dict[str, int]
    beside: dict[str, frozenset[str]]
    films: bool


def rivals_of(zones: Zones, candidates: Sequence[Candidate], filmed: frozenset[int]) -> Rivals:
    """The candidates beside each other; `filmed` are where the units begin that tell of the shoot."""
    strengths = {c.name: _strength(c, filmed) for c in candidates}
    return Rivals(strengths, _lists(zones, candidates), bool(filmed))


_STRENGTHS = {
    "LABEL": 5,
    "SENTENCE": 4,
    "BEHIND_DAY": 4,
    "COUNTED": 4,
    "BESIDE_SHOOT": 3,
    "UNANNOUNCED": 3,
    "HOME5": 2,
    "HOME4": 2,
    "HOME3": 2,
}
"""How much a rule's source says, beside those of the letter's other names."""


def _strength(candidate: Candidate, filmed: frozenset[int]) -> int:
    """What the surest of a name's mentions says for it, from 0 to 5; a doubted mention says nothing."""
    strength = 0
    for mention in candidate.mentions:
        unit, before = mention.unit, mention.unit.low[: mention.start - mention.unit.start]
        if mention.doubt:
            continue
        strength = max([strength, *(_STRENGTHS.get(source, 0) for source in mention.sources)])
        lead = lead_of(before)
        if lead in ("in", "venue_in"):
            strength = max(strength, 3 if unit.start in filmed else 1)
        elif follows_name(unit, mention.start):
            strength = max(strength, 1)
    return strength


_JOINT = re.compile(
    r"\s?(?:[,/+&;]|\b(?:and|und|et|y|e|en|och|og|sowie|plus|samt)\b)\s?(?:(?:in|at|a|à|en|i|på|te|the) )*"
)
_AFTER_NAME = re.compile(
    r"[A-ZÀ-Þ][\w'’.&-]+(?:,| \(|,? (?:in|aus|from|i|à|a|te|en|de|di|em|bei|near|uit|i))\s?$|[A-ZÀ-Þ]\w+ \($"
)
"""A house before its town: "Malt Barn, Hereford"."""


def follows_name(unit: Unit, start: int) -> bool:
    """Whether a name stands right before the mention that a comma, a bracket or "in" joins to it."""
    at = start - unit.start
    return _AFTER_NAME.search(unit.text[max(0, at - 60) : at]) is not None


def _lists(zones: Zones, candidates: Sequence[Candidate]) -> dict[str, frozenset[str]]:
    """For each name those that stand in one list with it."""
    spans = sorted((m.start, m.end, c.name) for c in candidates for m in c.mentions)
    groups: list[list[tuple[int, str]]] = []
    for start, end, name in spans:
        joined = groups and _JOINT.fullmatch(zones.wanted.text[groups[-1][-1][0] : start])
        if joined:
            groups[-1].append((end, name))
        else:
            groups.append([(end, name)])
    beside: dict[str, frozenset[str]] = {}
    for group in groups:
        together = frozenset(name for _, name in group)
        for name in together:
            beside[name] = beside.get(name, frozenset()) | (together - {name})
    return beside


def beside_rivals(rivals: Rivals, name: str) -> dict[str, float]:
    """The features of how the name stands beside the letter's others."""
    strengths = rivals.strengths
    own = strengths[name]
    beside = rivals.beside.get(name, frozenset())
    rival = max((s for other, s in strengths.items() if other != name and other not in beside), default=0)
    listed = max((strengths[other] for other in beside), default=0)
    first = next((other for other, s in strengths.items() if s == own), name) == name
    said = {
        f"own={own}",
        f"rival={rival}",
        f"own={own}&rival={rival}",
        f"listed={listed}",
        f"list={min(4, len(beside))}",
        f"own={own}&listed={listed}",
        f"first={first}&own={own}",
        f"best={own >= rival}",
        f"films={rivals.films}&own={own}",
    }
    return {f"r:{feature}": 1.0 for feature in said}


def lead_of(before: str) -> str:
    """The kind of word or sign right before the name, and whether a house stands before that."""
    if not before.strip():
        return "opens"
    if sign := _SIGNS.search(before):
        return sign["sign"]
    lead = _LEAD.search(before[-60:])
    if lead is None:
        return "else"
    kind = _CLASS.get(lead["word"], "word")
    return f"venue_{kind}" if lead["noun"] and names_venue(lead["noun"]) else kind

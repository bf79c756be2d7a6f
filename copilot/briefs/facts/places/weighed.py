"""Where it is shot, weighed a second time: every name that may be a place, the rules' reading and learnt weights.

A house and its town are one place ("Malt Barn, Hereford"), and a name is told once, in its fullest form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.briefs.facts.client.vocabulary import core_of, institution, trade
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.candidates import Candidate, candidates_in
from copilot.briefs.facts.places.features import letter_of, place_features
from copilot.briefs.facts.places.places import is_filmed_somewhere, rules_locations
from copilot.briefs.facts.places.sites import names_venue
from copilot.briefs.facts.places.together import Weighing, is_same, seen_together, words_of_name
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.words import folded, names
from copilot.briefs.learned.judge import judge_of

_LIKELIEST = -0.5
"""The log odds from which the likeliest place is taken when none is likelier than not: who films, films somewhere."""
_JOINT = re.compile(
    r",\s*|\s?\(|"
    r"(?:\s(?!and |und |och |then |dann |puis |sowie |samt |plus )[a-zà-ÿ-]{3,}){0,2},?\s"
    r"(?:in|at|à|a|en|i|te|em|bei|im|am|an|auf|på|near|on|off|by|of|behind|below|above|outside|hinter|unter|derrière|"
    r"sous|sur|près de|detrás de|junto a|dietro|sul|sulla|su|achter|bij|aan|op|bakom|bag|bak|ved|vid|na|no|de|di|del|"
    r"du|von|van)\s(?:the |der |dem |den |la |le |el |il |lo |de |het |l')?"
)
"""Between a spot and where it lies: "Malt Barn, Hereford", "the rec behind the school", "Nant barn near Usk"."""
_DOUBTFUL = (",", "en")
"""What stands in a list as well; "en" is Dutch for "and"."""
_TOLD = -0.3
"""Log odds that a place must have where the rules take it: "Day 2: Copenhagen" says little more than where."""
_STATE = re.compile(r"[A-Z]{2,3}")


@dataclass(frozen=True)
class _Place:
    name: str
    start: int
    end: int

    @property
    def words(self) -> frozenset[str]:
        return words_of_name(self.name)


def read_locations(
    zones: Zones, language: str, dated: Sequence[Dated], whose: Sequence[str] = ()
) -> Read[tuple[str, ...]]:
    """Shoot locations with their quotes, in the order named; `dated` are the brief's dates with their roles.

    `whose` are the names of the client and of their contact: none of them is a place unless words for one stand there.
    """
    films = is_filmed_somewhere(zones, dated)
    weighed = [
        w
        for w in weighings(zones, language, dated)
        if not _is_only_whose(w.candidate, whose) and not _says_which(zones, w.candidate)
    ]
    places = _told_once(_joined(zones, _chosen(weighed, films=films)))
    return Read(tuple(p.name for p in places), tuple(zones.wanted.quote(p.start, p.end) for p in places))


def _is_only_whose(candidate: Candidate, whose: Sequence[str]) -> bool:
    """Whether a name is a company's or a person's and no house's: "Halo Foods needs a spot, one shoot day"."""
    core = core_of(candidate.name)
    given = any(mention.sources and mention.unit.topic != "client" for mention in candidate.mentions)
    spot = is_known(candidate.name) or names_venue(candidate.name) or institution().search(core) or trade().search(core)
    return any(core == core_of(name) for name in whose) and not given and not spot


_BEFORE = re.compile(
    r"(?:(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bto )(?<!\bnear )\b(?:the|our|this|a|la|le|el|il|de|het|den|det)|[.:!?])"
    r"\s$|^$"
)
_BEHIND = re.compile(
    r" (?!(?:in|on|at|and|or|with|for|is|are|was|will|from|to|near|by|und|mit|bei|ist|et|avec|est|con|met|och|og|"
    r"med)\b)[a-zà-ÿ]{3,}"
)


def _says_which(zones: Zones, candidate: Candidate) -> bool:
    """Whether a name only says which thing is meant, wherever it stands: "the Vega lamp", "Product film, …"."""
    return all(_tells_which(zones.wanted.text, m.start, m.end) and not m.sources for m in candidate.mentions)


def _tells_which(text: str, start: int, end: int) -> bool:
    led = _BEFORE.search(folded(text[max(0, start - 12) : start]))
    return led is not None and _BEHIND.match(text, end) is not None and not is_known(text[start:end])


def weighings(zones: Zones, language: str, dated: Sequence[Dated]) -> list[Weighing]:
    """Every candidate of the letter, ready for the judge."""
    candidates = candidates_in(zones, language, dated)
    letter = letter_of(zones, language, dated, candidates)
    told = [words_of_name(name) for name in rules_locations(zones, language, dated).value]
    return [
        Weighing(c, place_features(letter, c), any(is_same(words_of_name(c.name), words) for words in told))
        for c in candidates
    ]


def _chosen(weighed: Sequence[Weighing], *, films: bool) -> list[Candidate]:
    """The candidates likelier than not, else the likeliest where one films; of wordings of one place the likeliest.

    What is doubted wherever it stands is none, unless the rules take it.
    """
    first, second = judge_of("place"), judge_of("place_among_others")
    alone = [first.log_odds(w.features, w.rule) for w in weighed]
    beside = [second.log_odds(seen, w.rule) for w, seen in zip(weighed, seen_together(weighed, alone), strict=True)]
    if not films:  # the likeliest of names is none: each has to stand for itself as well
        beside = [min(both) for both in zip(alone, beside, strict=True)]
    odds = {w.candidate: said for w, said in zip(weighed, beside, strict=True)}
    ruled = {w.candidate for w in weighed if w.rule}
    stands = [c for c in odds if c in ruled or not all(m.doubt for m in c.mentions)]
    ranked = sorted(stands, key=lambda c: (-odds[c], c.mentions[0].start))
    likely = [c for c in ranked if odds[c] > (_TOLD if c in ruled else 0)] or [
        c for c in ranked[:1] if films and odds[c] > _LIKELIEST
    ]
    chosen: list[Candidate] = []
    for candidate in likely:
        if not any(is_same(words_of_name(candidate.name), words_of_name(other.name)) for other in chosen):
            chosen.append(candidate)
    return chosen


def _joined(zones: Zones, chosen: Sequence[Candidate]) -> list[_Place]:
    """Every mention of the chosen names, a house and the town behind it in one."""
    places: list[_Place] = []
    heads = 0  # how many names the last place is made of
    for place in sorted((_Place(c.name, m.start, m.end) for c in chosen for m in c.mentions), key=lambda p: p.start):
        last = places[-1] if places else None
        if last and place.start < last.end:
            continue
        gap = zones.wanted.text[last.end : place.start] if last else ""
        if (
            last
            and _JOINT.fullmatch(gap)
            and (gap.strip() not in _DOUBTFUL or _lies_in(last, place, is_one=heads == 1))
        ):
            places[-1] = _Place(f"{last.name}, {place.name}", last.start, place.end)
            heads += 1
        else:
            places.append(place)
            heads = 1
    return places


def _lies_in(place: _Place, town: _Place, *, is_one: bool) -> bool:
    """Whether a comma stands between a place and the town or state it lies in, and not between two of a list."""
    if _STATE.fullmatch(town.name):
        return True
    is_house = (
        names_venue(place.name)
        or _is_street(place.name)
        or (" " in place.name and is_known(town.name) and not is_known(place.name))
    )
    return is_one and is_house and not names_venue(town.name)


def _is_street(name: str) -> bool:
    return dict(names("venues"))["street"].search(folded(name)) is not None


def _told_once(places: Sequence[_Place]) -> list[_Place]:
    """Without the places that another names more fully, or earlier."""
    return [
        place
        for n, place in enumerate(places)
        if not any(
            place.words < other.words or (place.words == other.words and m < n) for m, other in enumerate(places)
        )
    ]

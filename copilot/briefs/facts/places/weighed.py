"""Where it is shot: every name that may be a place, weighed by what is seen around it and beside the others.

Rules propose names and say what names them; which of them is meant is left to the weights alone: with rules that
chose as well, more letters that neither had seen were read wrongly.

A house and its town are one place ("Malt Barn, Hereford"), and a name is told once, in its fullest form.
"""

from __future__ import annotations

from collections.abc import Sequence

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.candidates import Candidate, candidates_in
from copilot.briefs.facts.places.features import letter_of, place_features
from copilot.briefs.facts.places.joined import Named, joined
from copilot.briefs.facts.places.mates import with_mates
from copilot.briefs.facts.places.no_place import is_only_whose, says_which
from copilot.briefs.facts.places.places import is_filmed_somewhere
from copilot.briefs.facts.places.together import Weighing, is_same, seen_together, words_of_name
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.learned.judge import judge_of

_LIKELIEST = -0.5
"""The log odds from which the likeliest place is taken when none is likelier than not: who films, films somewhere."""


_TELLING = ("LABEL", "SENTENCE")
_OUTRIGHT = -0.3
"""The log odds that do for a name told outright: "Day 2: Copenhagen" says little more than where."""


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
        if not is_only_whose(w.candidate, whose) and not says_which(zones, w.candidate)
    ]
    chosen = _chosen(zones.wanted.text, weighed, films=films)
    places = joined(zones, [Named(c.name, m.start, m.end) for c in chosen for m in c.mentions])
    return Read(tuple(p.name for p in places), tuple(zones.wanted.quote(p.start, p.end) for p in places))


def weighings(zones: Zones, language: str, dated: Sequence[Dated]) -> list[Weighing]:
    """Every candidate of the letter, ready for the judge."""
    candidates = candidates_in(zones, language, dated)
    letter = letter_of(zones, language, dated, candidates)
    return [Weighing(candidate, place_features(letter, candidate)) for candidate in candidates]


def _chosen(text: str, weighed: Sequence[Weighing], *, films: bool) -> list[Candidate]:
    """The candidates likelier than not, else the likeliest where one films; of wordings of one place the likeliest.

    What is doubted wherever it stands is none, unless it is told outright, by a label or a sentence about the shoot.
    """
    first, second = judge_of("place"), judge_of("place_among_others")
    alone = [first.log_odds(w.features, rule=False) for w in weighed]
    beside = [second.log_odds(seen, rule=False) for seen in seen_together(weighed, alone)]
    if not films:  # the likeliest of names is none: each has to stand for itself as well
        beside = [min(both) for both in zip(alone, beside, strict=True)]
    odds = {w.candidate: said for w, said in zip(weighed, beside, strict=True)}
    outright = {c for c in odds if any(source in _TELLING for m in c.mentions for source in m.sources)}
    stands = [c for c in odds if c in outright or not all(m.doubt for m in c.mentions)]
    ranked = sorted(stands, key=lambda c: (-odds[c], c.mentions[0].start))
    likely = [c for c in ranked if odds[c] > (_OUTRIGHT if c in outright else 0)] or [
        c for c in ranked[:1] if films and odds[c] > _LIKELIEST
    ]
    chosen: list[Candidate] = []
    for candidate in with_mates(text, likely, {c: odds[c] for c in stands}):
        if not any(is_same(words_of_name(candidate.name), words_of_name(other.name)) for other in chosen):
            chosen.append(candidate)
    return chosen

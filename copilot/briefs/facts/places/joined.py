"""What names of a letter are one place: a site with the town it lies in, and a name told twice.

A town that only says where named sites lie is no place of its own; told once for several sites, it goes to each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.shared import Shared, shared_towns
from copilot.briefs.facts.places.sites import names_venue
from copilot.briefs.facts.places.together import words_of_name
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.words import folded, names

_LIES = re.compile(
    r"\s?\(|"
    r"(?:,\s(?:also|auch|ebenfalls|également|aussi|también|sempre|anche|ook|også|också|também)|"
    r"(?:\s(?!and |und |och |then |dann |puis |sowie |samt |plus )[a-zà-ÿ-]{3,}){0,2},?)\s"
    r"(?:in|at|à|a|en|i|te|em|bei|im|am|an|auf|på|near|on|off|by|of|behind|below|above|outside|hinter|unter|derrière|"
    r"sous|sur|près de|detrás de|junto a|dietro|sul|sulla|su|achter|bij|aan|op|bakom|bag|bak|ved|vid|na|no|de|di|del|"
    r"du|von|van)\s(?:the |der |dem |den |la |le |el |il |lo |de |het |l')?"
)
"""Between a spot and where it lies: "Malt Barn (Hereford)", "the rec behind the school", "Nant barn near Usk"."""
_DUTCH_AND = "en"
_COMMA = re.compile(r",\s*")
_CELLS = re.compile(r"\s*\|\s*")
_AND = r"(?:and|und|et|y|e|en|og|och|sowie|plus)"
_LISTED = re.compile(rf"\s?(?:,|&|\+|{_AND}\b)\s(?:[a-zà-ÿ']{{1,5}}\s){{0,2}}")
"""Between two names of a list."""
_GOES_ON = re.compile(rf",?\s{_AND}\s|,\s(?:[a-zà-ÿ']{{1,4}}\s){{0,2}}(?=[A-ZÀ-Þ])|\s?[&+]")
"""What follows a name of a list that is not its last."""
_STATE = re.compile(r"[A-Z]{2,3}")


@dataclass(frozen=True)
class Named:
    """A name that is taken for a place, with its span of the view; `parts` is of how many names it is made."""

    name: str
    start: int
    end: int
    parts: int = 1

    @property
    def words(self) -> frozenset[str]:
        return words_of_name(self.name)


def joined(zones: Zones, mentions: Sequence[Named]) -> list[Named]:
    """The places that the mentions tell, each once and in its fullest form, in the order told."""
    shared = [told for unit in zones.units for told in shared_towns(unit)]
    listed = [site for told in shared for site in told.sites]
    towns = {told.town[1] for told in shared if told.sites}
    places: list[Named] = []
    for mention in _apart(mentions):
        if mention.start in towns:
            continue
        site = next((site for site in listed if site[1] <= mention.start < site[2]), None)
        if site:
            mention = Named(*site)
        elif places and _lies_in(zones, places, mention):
            last = places.pop()
            mention = Named(f"{last.name}, {mention.name}", last.start, mention.end, last.parts + 1)
        places.append(mention)
    return _told_once([_with_shared(place, shared) for place in places])


def _apart(mentions: Sequence[Named]) -> list[Named]:
    """The mentions in reading order; of those that overlap the first."""
    kept: list[Named] = []
    for mention in sorted(mentions, key=lambda m: m.start):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _lies_in(zones: Zones, places: Sequence[Named], town: Named) -> bool:
    """Whether what stands between the last of the places and a further name makes that the town of the place."""
    place, text = places[-1], zones.wanted.text
    gap = text[place.end : town.start]
    if _CELLS.fullmatch(gap):
        return _in_one_row(zones, place, town)
    if not _COMMA.fullmatch(gap) and gap.strip() != _DUTCH_AND:
        return _LIES.fullmatch(gap) is not None
    if _STATE.fullmatch(town.name):
        return True
    if place.parts > 1 or names_venue(town.name):
        return False
    is_listed = len(places) > 1 and _LISTED.fullmatch(text[places[-2].end : place.start]) is not None
    return _is_house(place, town) or (
        _COMMA.fullmatch(gap) is not None and not is_listed and _is_pair(zones, place, town)
    )


def _in_one_row(zones: Zones, site: Named, town: Named) -> bool:
    """Whether two cells of a row both say where one films, as those under "Site" and "Town" do."""
    one, other = zones.unit_at(site.start), zones.unit_at(town.start)
    return one is not None and other is not None and (one.row, one.topic) == (other.row, other.topic)


def _is_house(place: Named, town: Named) -> bool:
    """Whether a name is that of a house, a ground or a street, or one of several words before a known town."""
    is_street = dict(names("venues"))["street"].search(folded(place.name)) is not None
    is_long = " " in place.name and is_known(town.name) and not is_known(place.name)
    return names_venue(place.name) or is_street or is_long


def _is_pair(zones: Zones, place: Named, town: Named) -> bool:
    """Whether two names with a comma between, and no third, are a site and its town.

    In a sentence the last of a list follows "and"; behind a label a comma may stand between two towns as well.
    """
    unit = zones.unit_at(place.start)
    if unit is None or (is_known(place.name) and is_known(town.name)):
        return False
    before, after = unit.text[: place.start - unit.start], unit.text[town.end - unit.start :]
    if _GOES_ON.match(after):
        return False
    if unit.label is None:
        return True
    is_site = " " in place.name or is_known(town.name) or _is_told_more(zones, town, place)
    return not is_known(place.name) and (is_site or ";" in (before.strip()[-1:], after[:1]))


def _is_told_more(zones: Zones, one: Named, other: Named) -> bool:
    """Whether the letter names the one again, and the other only here."""
    low = folded(zones.plain.text)
    return low.count(folded(one.name)) > 1 and low.count(folded(other.name)) == 1


def _with_shared(place: Named, shared: Sequence[Shared]) -> Named:
    """The place, with the town that is told for it and others; a known town lies in no other."""
    town = next((told.town for told in shared if told.start <= place.start < told.end), None)
    if town is None or place.parts > 1 or is_known(place.name):
        return place
    return Named(f"{place.name}, {town[0]}", min(place.start, town[1]), max(place.end, town[2]), 2)


def _told_once(places: Sequence[Named]) -> list[Named]:
    """Without the places that another names more fully, or earlier."""
    return [
        place
        for n, place in enumerate(places)
        if not any(
            place.words < other.words or (place.words == other.words and m < n) for m, other in enumerate(places)
        )
    ]

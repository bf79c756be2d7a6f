"""Which languages the work is made in, weighed a second time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.named import is_agreed, is_negated, is_refused, named_in
from copilot.briefs.facts.usage.shown_for import names_piece
from copilot.briefs.facts.words import cue
from copilot.briefs.learned.judge import judge_of
from copilot.briefs.learned.surroundings import surroundings

_MOST = 100
"""How many mentions of a letter are weighed."""
_NEEDS = re.compile(
    r"subtit|subs\b|untertit|sous-tit|ondertit|undertext|undertekst|sottotit|legend|tekst|text|caption|voice|vo\b|"
    r"spoken|sprecher|speak|narrat|dub|synchron|langu|sprach|idioma|taal|talen|sprog|sprak|lingu|version|fassung|versie"
)


@dataclass(frozen=True)
class Tongue:
    """A language that a unit names at a span of the view."""

    unit: Unit
    name: str
    span: Span


def tongues_named(zones: Zones) -> list[Tongue]:
    """Every language that their side names, in order; older messages and what is set aside come too."""
    units = sorted((*zones.units, *zones.units_aside), key=lambda unit: unit.start)
    return [Tongue(u, name, (start, end)) for u in units for name, start, end in named_in(u, "languages")][:_MOST]


def tongue_features(zones: Zones, tongues: Sequence[Tongue], at: int) -> dict[str, float]:
    """What is seen around a language's name and in its unit."""
    this = tongues[at]
    found = surroundings(zones, this.unit, *this.span)
    beside = [t for t in tongues if t.unit is this.unit and t is not this]
    signs = set(_signs(this))
    if not beside:
        signs.add("alone")
    if zones.unit_at(this.span[0]) is None:
        signs |= {f"{sign}&older" for sign in signs} | {"older"}
    if any(t.name == this.name and t is not this for t in tongues):
        signs.add("again")
    return found | dict.fromkeys([*signs, f"beside={min(3, len(beside))}"], 1.0)


def _signs(this: Tongue) -> Iterator[str]:
    unit, start, end = this.unit, this.span[0] - this.unit.start, this.span[1] - this.unit.start
    for name, holds in (
        ("piece", names_piece(unit)),
        ("needed", _NEEDS.search(unit.low) is not None),
        ("needed_near", _NEEDS.search(unit.low[max(0, start - 30) : end + 30]) is not None),
        ("agreed", is_agreed(unit.low, end)),
        ("refused", is_refused(unit.low, end)),
        ("shows", cue("shows").search(unit.low) is not None),
        ("short_form", end - start <= 2),
        ("part_of_word", re.match(r"[\w@]|-\w", unit.low[end:]) is not None),
    ):
        if holds:
            yield name


def with_second_look(zones: Zones, languages: Mapping[str, Span], refused: Collection[str] = ()) -> dict[str, Span]:
    """The languages that rules and learnt weights together take, in order; `languages` are those of the rules alone.

    What is said not to be wanted (`refused`) is not weighed.
    """
    judge = judge_of("language")
    tongues = tongues_named(zones)
    weighed = {t.name for t in tongues}
    taken = {name: span for name, span in languages.items() if name not in weighed}
    for at, this in enumerate(tongues):
        ruled = this.name in languages
        if (
            this.name in taken
            or this.name in refused
            or (not ruled and is_negated(this.unit.low, this.span[0] - this.unit.start))
        ):
            continue
        if judge.says(tongue_features(zones, tongues, at), ruled):
            taken[this.name] = languages.get(this.name, this.span)
    return dict(sorted(taken.items(), key=lambda name_and_span: name_and_span[1]))

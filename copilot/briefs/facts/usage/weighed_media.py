"""Which media the work is made for, weighed a second time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.named import NO, is_negated
from copilot.briefs.facts.usage.lines import is_usage_line
from copilot.briefs.facts.usage.shown_for import is_shown_on, names_piece, pieces_named_by, showings_in
from copilot.briefs.facts.usage.told import tells_usage
from copilot.briefs.facts.words import cue, folded, forms
from copilot.briefs.learned.judge import judge_of
from copilot.briefs.learned.surroundings import surroundings

_MOST = 200
"""How many mentions of a letter are weighed; a text with more is a media plan, and its first ones say what it is."""
_ALL = "all media"
_STEM = 5
_CLAUSE = re.compile(r"[.;:!?(),]|\b(?:but|aber|mais|pero|maar|men|ma|mas|sondern|sino)\b")
_ADDRESS = re.compile(r"@|www\.|https?:")


@dataclass(frozen=True)
class Named:
    """A medium that a unit names, or a place where films are shown, at a span of the view."""

    unit: Unit
    name: str
    span: Span
    in_compound: bool

    @property
    def said(self) -> str:
        return self.unit.low[self.span[0] - self.unit.start : self.span[1] - self.unit.start]


def media_named(zones: Zones) -> list[Named]:
    """Every medium that their side names, in order; older messages and what is set aside come too."""
    named: list[Named] = []
    for unit in sorted((*zones.units, *zones.units_aside), key=lambda unit: unit.start):
        for start, end, name, in_compound in _names_in(unit.low):
            if unit.text[start:end] == "Pos":
                continue  # the position of a list, not the point of sale
            named.append(Named(unit, name, (unit.start + start, unit.start + end), in_compound))
        if len(named) >= _MOST:
            break
    return named[:_MOST]


def _names_in(low: str) -> list[tuple[int, int, str, bool]]:
    known = showings_in(low)
    ends = [
        (m.start(), m.end(), name, True)
        for m in _ending().finditer(low)
        if not any(a < m.end() and m.start() < b for a, b, _ in known)
        for name, pattern in _endings()
        if pattern.fullmatch(m[0])
    ]
    return sorted([*((a, b, name, False) for a, b, name in known), *ends])


def weighed_media(zones: Zones, language: str) -> Iterator[tuple[Named, dict[str, float]]]:
    """Every medium named, with what is seen around its name, in its own words, and in the letter's other lines."""
    named = media_named(zones)
    lines = _lines_of(named)
    for this in named:
        yield this, _features(zones, language, named, lines, this)


def _features(
    zones: Zones, language: str, named: Sequence[Named], lines: Mapping[int, _Line], this: Named
) -> dict[str, float]:
    found = surroundings(zones, this.unit, *this.span)
    line = lines[this.unit.start]
    beside = {n.name for n in line.named if n is not this}
    signs = set(_signs(this, line))
    older = zones.unit_at(this.span[0]) is None
    if not beside:
        signs.add("alone")
    signs |= set(_elsewhere(lines.values(), this))
    if older:
        signs |= {f"{sign}&older" for sign in signs} | {"older"}
    if next(n for n in named if n.name == this.name) is this:
        signs.add("first")
    said = this.unit.text[this.span[0] - this.unit.start : this.span[1] - this.unit.start]
    written = "upper" if said.isupper() else "capital" if said[:1].isupper() else "lower"
    signs |= {f"name={this.name}", f"said:{this.said}", f"said:{this.said[:_STEM]}*", f"beside={min(3, len(beside))}"}
    signs |= {f"lang={language}", f"said:{this.said}&{language}", f"said:{this.said}&{written}", f"written={written}"}
    return found | dict.fromkeys(signs, 1.0) | {f"with:{name}": 0.5 for name in beside}


@dataclass(frozen=True)
class _Line:
    """A unit with the media in it, and what its own words tell of usage."""

    named: tuple[Named, ...]
    signs: frozenset[str]

    @property
    def lists(self) -> bool:
        """Whether it speaks of usage by itself."""
        return not self.signs.isdisjoint(("usage_line", "tells_usage", "usage", "of_usage"))


def _lines_of(named: Sequence[Named]) -> dict[int, _Line]:
    units: dict[int, list[Named]] = {}
    for this in named:
        units.setdefault(this.unit.start, []).append(this)
    return {start: _Line(tuple(those), frozenset(_line_signs(those[0].unit))) for start, those in units.items()}


def _line_signs(unit: Unit) -> Iterator[str]:
    for name, holds in (
        ("piece", names_piece(unit)),
        ("usage_line", is_usage_line(unit)),
        ("tells_usage", tells_usage(unit)),
        ("usage", cue("usage").search(unit.low) is not None),
        ("of_usage", unit.subject == "usage"),
        ("shows", cue("shows").search(unit.low) is not None),
        ("address", _ADDRESS.search(unit.low) is not None),
    ):
        if holds:
            yield name


def _elsewhere(lines: Iterable[_Line], this: Named) -> Iterator[str]:
    """What the letter's other lines about usage say: a list that leaves this medium out speaks against it."""
    others = [line for line in lines if line.lists and line.named[0].unit is not this.unit]
    most = max((len({n.name for n in line.named}) for line in others), default=0)
    own = "own" if any(n is this for line in lines if line.lists for n in line.named) else "no"
    yield f"lists={min(3, most)}"
    yield f"lists={min(3, most)}&{own}"
    if most:
        told = any(n.name == this.name for line in others for n in line.named)
        yield f"lists={min(3, most)}&{own}&{'with' if told else 'without'}"


def _signs(this: Named, line: _Line) -> Iterator[str]:
    unit, start = this.unit, this.span[0] - this.unit.start
    yield from line.signs
    before = _CLAUSE.split(unit.low[:start])[-1]
    behind = _CLAUSE.split(unit.low[start + len(this.said) :])[0]
    for name, holds in (
        ("in_compound", this.in_compound),
        ("negated", is_negated(unit.low, start)),
        ("shown_on", is_shown_on(unit.low, start)),
        ("no_before", NO.search(before) is not None),
        ("no_behind", NO.search(behind) is not None),
        ("kind_of_piece", any(span == this.span for _, span in pieces_named_by(unit))),
        ("capital", start > 0 and unit.text[start].isupper()),
        ("part_of_word", re.match(r"[\w@]|-\w", unit.low[start + len(this.said) :]) is not None),
    ):
        if holds:
            yield name


def with_second_look(zones: Zones, language: str, media: Mapping[str, Span]) -> dict[str, Span]:
    """The media that rules and learnt weights together take, in order; `media` are those of the rules alone."""
    judge = judge_of("medium")
    weighed = list(weighed_media(zones, language))
    known = {this.name for this, _ in weighed}
    taken = {name: span for name, span in media.items() if name not in known}
    for this, features in weighed:
        ruled = this.name in media
        if this.name in taken or (not ruled and is_negated(this.unit.low, this.span[0] - this.unit.start)):
            continue
        if judge.says(features, ruled):
            taken[this.name] = media.get(this.name, this.span)
    if _ALL in taken:
        return {_ALL: taken[_ALL]}
    return dict(sorted(taken.items(), key=lambda name_and_span: name_and_span[1]))


@cache
def _endings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Media at the end of a longer word: "Verlagswebseite", "utdanningsmesser"; of two that fit, the first counts."""
    said = {name: [*forms("media").get(name, ()), *forms("showings").get(name, ())] for name in _media_names()}
    ends = {name: {folded(word).rstrip("*") for word in words} for name, words in said.items()}
    return tuple(
        (
            name,
            re.compile(
                rf"[^\W\d_]{{3,}}(?:{'|'.join(sorted(w for w in words if len(w) > 4 and w.isalpha()))})\w{{,2}}"
            ),
        )
        for name, words in ends.items()
        if any(len(w) > 4 and w.isalpha() for w in words)
    )


def _media_names() -> list[str]:
    return list(dict.fromkeys((*forms("media"), *forms("showings"))))


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(pattern.pattern for _, pattern in _endings()) + r")(?!\w)")

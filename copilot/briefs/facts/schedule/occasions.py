"""The day of an occasion is the day to film it: "We hold a run on 30 May … film the whole day".

Only where no shoot date is named, and the brief says that the occasion is filmed: by a verb, or because what it orders
is an aftermovie, a recap or highlights. A date with a limit ("before the gala on 12 June") is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.roles import is_by, words_of
from copilot.briefs.facts.words import kind_patterns

_SHOWN_AT = re.compile(
    r"\b(?:for|before|by|until|shown at|show it at|screened at|play at|in time for|ahead of|after|fur|vor|bis|zur|zum|"
    r"pour|avant|apres|para|antes|despues|voor|na|for|innan|efter|inden|til|till|etter|per|prima|dopo|antes)\s+"
    r"(?:\w+\s+){0,3}$"
)
_REACH = 4  # units between the occasion and the words that it is filmed; chats break one thought into several


def with_occasions(zones: Zones, dated: list[Dated]) -> list[Dated]:
    """The same dates, those of a filmed occasion in the role of shoot dates."""
    if any(d.role == "shoot" and d.found.value.days for d in dated):
        return dated
    recap = any(_recap().search(unit.low) for unit in zones.units)
    filmed = [at for at, unit in enumerate(zones.units) if _is_filmed(unit)]
    if not (recap or filmed):
        return dated
    chosen = [d for d in dated if _is_occasion(zones, d, filmed, recap=recap)]
    if not chosen or len({d.unit.start for d in chosen}) > 1:
        return dated
    return [replace(d, role="shoot") if d in chosen else d for d in dated]


def _is_occasion(zones: Zones, dated: Dated, filmed: list[int], *, recap: bool) -> bool:
    value, unit = dated.found.value, dated.unit
    loose = dated.role == "?" or (dated.role == "delivery?" and value.relative and not is_by(unit, dated.found))
    if not value.days or value.precision != "day" or value.offset or dated.role in ("delivery", "shoot"):
        return False
    before = unit.low[: dated.found.start - unit.start]
    told = words_of("held").search(unit.low) is not None
    named = words_of("occasion").search(unit.low)
    if named and _SHOWN_AT.search(unit.low[: named.start()]) and not told:
        return False
    if is_by(unit, dated.found) or words_of("released").search(before):
        return False
    near = any(abs(at - zones.position_at(unit.start)) <= _REACH for at in filmed)
    if loose:
        return recap or (near and (told or named is not None))
    return told and named is not None and near


def _is_filmed(unit: Unit) -> bool:
    """Whether the unit says that something is filmed; in German "Filme" with a capital are films."""
    return any(
        not m[0].startswith("filme") or unit.text[m.start()].islower() for m in words_of("filmed").finditer(unit.low)
    )


def _recap() -> re.Pattern[str]:
    return dict(kind_patterns())["recap"]

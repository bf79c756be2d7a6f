"""Every date of a brief with its role (delivery, shoot, other), and what follows from the dates around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from copilot.briefs.facts.budget.budget import is_correction
from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.roles import role_of, words_of
from copilot.briefs.facts.words import cue
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.mentions import DateMention, DayCount
from copilot.briefs.grammar.span import Found

_MOST_DATES = 300
"""How many dates of a text are weighed; a text with more is a calendar."""


@dataclass(frozen=True)
class Dated:
    found: Found[DateMention]
    unit: Unit
    role: str  # delivery, shoot, other
    order: int
    corrects: bool
    sure: bool = False  # the second look leaves no doubt of the role


def dated_in(zones: Zones, language: str) -> list[Dated]:
    """Every date in reading order with its role; the grammars read the whole text once."""
    counts: dict[int, list[Found[DayCount]]] = {}
    for count in find_day_counts(zones.wanted.text, language):
        counts.setdefault(zones.position_at(count.start), []).append(count)
    out: list[Dated] = []
    for order, found in enumerate(find_dates(zones.wanted.text, language, zones.reference)[:_MOST_DATES]):
        unit = zones.unit_at(found.start)
        if unit is None:
            continue
        before = zones.unit_before(unit)
        corrects = any(m.start() <= found.start - unit.start for m in cue("correction").finditer(unit.low)) or (
            before is not None
            and before.paragraph == unit.paragraph
            and len(before.text) < 45
            and is_correction(before)
        )
        corrects = corrects or words_of("let_us_say").search(unit.low[: found.start - unit.start][-24:]) is not None
        told = _with_row(zones, unit) if unit.kind == "cell" and unit.topic is None else unit
        role = role_of(told, found, counts.get(zones.position_at(found.start), []))
        out.append(Dated(found, unit, role, order, corrects))
    return _inherited(out)


def _with_row(zones: Zones, cell: Unit) -> Unit:
    """The cell with the row's first cell before it, which says what the row's date is for."""
    at = zones.position_at(cell.start)
    first = next((u for u in zones.units[max(0, at - 4) : at] if u.kind == "cell" and u.row == cell.row), None)
    if first is None or first.start >= cell.start:
        return cell
    text = zones.wanted.text[first.start : cell.end].replace("\n", " ").replace("|", " ")
    return replace(cell, start=first.start, text=text)


def _inherited(dated: list[Dated]) -> list[Dated]:
    """A date right after another in one unit shares its role ("7, 8 and 9 July"; "sorry, I mean 16 and 17")."""
    out: list[Dated] = []
    for item in dated:
        last = out[-1] if out else None
        if last and item.role in ("?", "delivery?") and _restates(item, last):
            item = replace(item, role="delivery", corrects=True)
        if last and last.unit == item.unit and last.found.value.offset and item.role != "other":
            role = "delivery" if last.role == "?" else last.role
            item = replace(item, role=role)
        if (
            item.role in ("?", "delivery?")
            and last
            and last.role in ("shoot", "delivery")
            and not _AHEAD_OF.search(item.unit.low[: item.found.start - item.unit.start])
            and (last.unit == item.unit or (item.corrects and item.role == "?"))
        ):
            item = replace(item, role=last.role)
        if last and item.role == "shoot" and last.role == "?" and last.unit == item.unit and _as_well(item, last):
            out[-1] = replace(last, role="shoot")
        out.append(item)
    return out


def _as_well(item: Dated, last: Dated) -> bool:
    """Whether the later of two days is filmed as well: "the concert is on Saturday, and film the rehearsal too"."""
    return cue("also").search(item.unit.low, last.found.end - item.unit.start) is not None


_AHEAD_OF = re.compile(
    r"\b(?:before|ahead of|in time for|bevor|vor|avant(?: que)?|antes (?:de )?que|antes del?|voordat|voor|innan|inden|"
    r"for|prima che|"
    r"prima del\w*) (?:the |der |dem |die |la |le |el |de |het |den |il |our |unser\w* )?[^.;:!?\d]{4,50}$"
)
"""What a limit is for: "by 11 September, before the committee meets on 24 September"."""


def _restates(item: Dated, last: Dated) -> bool:
    """Whether a date only says again the day that the date before it left to be counted: "That's 10 October"."""
    before = item.unit.low[: item.found.start - item.unit.start]
    said = [m.end() for m in words_of("restated").finditer(before) if len(before[m.end() :].split()) <= 2]
    told = last.role in ("delivery", "delivery?") and (last.found.value.offset is not None or last.found.value.relative)
    return bool(said) and told and last.unit.paragraph == item.unit.paragraph


def around(dated: Dated) -> str:
    return clause_of(dated.unit, dated.found.start, dated.found.end)[0]

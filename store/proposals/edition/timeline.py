"""The schedule outline as bars: where each step stands between the first day and the last, in thousandths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.proposals.edition.data import Step

_FEW_TICKS = 6
_ROOM = 160  # thousandths that a tick's label takes


@dataclass(frozen=True, slots=True)
class Bar:
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """One bar for each step, and the first days of months (of each second, third, … where there are many)."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, date], ...]


def timeline(steps: Sequence[Step]) -> Timeline:
    """Return the outline's bars and month ticks; empty for no steps."""
    if not steps:
        return Timeline((), ())
    first, last = min(step.starts_on for step in steps), max(step.ends_on for step in steps)
    days = (last - first).days + 1

    def place(on: date) -> int:
        return (on - first).days * 1000 // days

    bars = tuple(
        Bar(place(step.starts_on), max(1, ((step.ends_on - step.starts_on).days + 1) * 1000 // days)) for step in steps
    )
    months = _months(first, last)
    ticks = [(place(month), month) for month in months[:: -(-len(months) // _FEW_TICKS)]]
    if ticks[0][0] > _ROOM:
        ticks.insert(0, (0, first))
    return Timeline(bars, tuple(ticks))


def _months(first: date, last: date) -> list[date]:
    """Return the first days of the months in between; at least the first day itself."""
    found, year, month = [], first.year, first.month
    while (begins := date(year, month, 1)) <= last:
        if begins >= first:
            found.append(begins)
        year, month = (year + month // 12, month % 12 + 1)
        if year > date.max.year:
            break
    return found or [first]

"""Journeys between the parts of a shoot away from home: as many days to travel as are priced, wherever one is free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from store.proposals.working_days import WorkingDays

_DAY = timedelta(days=1)


def without_journeys(run: Sequence[date], journeys: int) -> tuple[date, ...]:
    """Return the shoot days in a run of working days that also holds this many days to travel.

    The shoot days are shared evenly among the parts, the first ones larger, and a day to travel lies between two.
    """
    parts = journeys + 1
    days = len(run) - journeys
    ends = [-(-days * part // parts) for part in range(1, parts)]
    travelled = {end + number for number, end in enumerate(ends)}
    return tuple(on for at, on in enumerate(run) if at not in travelled)


def journeys_between(
    runs: Sequence[Sequence[date]], journeys: int, calendar: WorkingDays, *, working: bool
) -> dict[int, date]:
    """Return the day to travel before each run that is travelled to, by the run's number from 0.

    Of the gaps between unbroken runs the longest are travelled in, no more than there are `journeys`, on the last day
    in it that is not closed. `working`: only gaps with a working day in them, since days were kept free for it.
    """
    found: list[tuple[int, int, date]] = []
    for number in range(1, len(runs)):
        last, first = runs[number - 1][-1], runs[number][0]
        eve = first - _DAY
        while eve in calendar.holidays:
            eve -= _DAY
        if eve > last and (not working or calendar.between(last + _DAY, eve)):
            found.append((-(first - last).days, number, eve))
    return {number: eve for _, number, eve in sorted(found)[:journeys]}

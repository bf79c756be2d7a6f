"""Counting in working days: weekends and the public holidays passed in do not count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A studio's working week: `weekend` as weekday numbers (Monday is 0), `holidays` as dates that are free too.

    At least two weekdays are working days (the rule book sees to it), so every search for one ends.
    """

    weekend: tuple[int, ...]
    holidays: frozenset[date] = frozenset()

    def works(self, day: date) -> bool:
        return day.weekday() not in self.weekend and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        while not self.works(day):
            day += _DAY
        return day

    def on_or_before(self, day: date) -> date:
        while not self.works(day):
            day -= _DAY
        return day

    def after(self, day: date) -> date:
        return self.on_or_after(day + _DAY)

    def before(self, day: date) -> date:
        return self.on_or_before(day - _DAY)

    def shift(self, day: date, days: int) -> date:
        """Return the working day `days` working days after (negative: before) the given working day."""
        for _ in range(abs(days)):
            day = self.after(day) if days > 0 else self.before(day)
        return day

    def between(self, first: date, last: date) -> list[date]:
        """Return the working days from `first` to `last`, both included; none when they are the wrong way round."""
        days: list[date] = []
        while first <= last:
            if self.works(first):
                days.append(first)
            first += _DAY
        return days

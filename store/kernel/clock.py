"""Time comes from an injected clock, so that a test, an eval or a replay decides what now is."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is moved; ships for tests, evals and the demo studio."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def advance(self, by: timedelta) -> None:
        self.at += by


def today(clock: Clock, time_zone: str) -> date:
    """Return the calendar date that it is now in an IANA time zone."""
    return clock.now().astimezone(ZoneInfo(time_zone)).date()

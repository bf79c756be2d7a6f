"""Slows down guessing of passwords: failures are counted for each e-mail from each address, and for each address.

Kept in memory: each server process counts for itself, and a restart forgets. Argon2 is the other half of the defence.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from api.errors import Refusal

WINDOW = timedelta(minutes=15)
MOST_FOR_A_PERSON = 8
MOST_FROM_AN_ADDRESS = 60
_MOST_KEYS = 10_000


@dataclass
class SignInLimit:
    """Remembers failed sign-ins of the last `WINDOW`, for at most `_MOST_KEYS` keys, the oldest forgotten first."""

    _failures: OrderedDict[tuple[str, str], list[datetime]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def attempt(self, email: str, address: str, now: datetime) -> None:
        """Count an attempt, as a failure until it succeeds: guesses made at once cannot slip past the count.

        Raises `Refusal` (`rate_limited`, with Retry-After in seconds) when there were too many failures.
        """
        with self._lock:
            for key, most in self._keys(email, address):
                recent = self._recent(key, now)
                if len(recent) >= most:
                    wait = int((recent[-most] + WINDOW - now).total_seconds()) + 1
                    raise Refusal(
                        "rate_limited",
                        f"Too many failed sign-ins. Wait {-(-wait // 60)} min, then try again.",
                        {"Retry-After": str(wait)},
                    )
            for key, _ in self._keys(email, address):
                recent = self._recent(key, now)
                self._failures.pop(key, None)
                self._failures[key] = [*recent, now]
            while len(self._failures) > _MOST_KEYS:
                self._failures.popitem(last=False)

    def succeeded(self, email: str, address: str, now: datetime) -> None:
        """The attempt made at `now` was none of a guesser's; this person's failures from there are forgotten."""
        with self._lock:
            (person, _), (whole, _) = self._keys(email, address)
            self._failures.pop(person, None)
            if now in self._failures.get(whole, []):
                self._failures[whole].remove(now)

    def _recent(self, key: tuple[str, str], now: datetime) -> list[datetime]:
        return [at for at in self._failures.get(key, []) if at > now - WINDOW]

    @staticmethod
    def _keys(email: str, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
        return (((email.strip().lower(), address), MOST_FOR_A_PERSON), (("", address), MOST_FROM_AN_ADDRESS))

"""A reading and where it stands: `source[found.start:found.end] == found.text`, always."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from a text, with its half-open character span and the exact words over that span."""

    value: T
    start: int
    end: int
    text: str

    @classmethod
    def at(cls, source: str, value: T, start: int, end: int) -> Found[T]:
        """Return the value found at `source[start:end]`."""
        return cls(value, start, end, source[start:end])

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the span shares a character with `[start, end)`."""
        return self.start < end and start < self.end

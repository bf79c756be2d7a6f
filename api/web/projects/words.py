"""Stages, deadlines and sizes in words, the same on every page of a project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from store.projects.tables import STAGES

SOON_DAYS = 14
_HANDED_OVER = ("delivery", "closeout")
UNITS = {"Hour": "hours", "Day": "days", "Week": "weeks", "Month": "months", "Flat": "flat", "Allow": "allowance"}


@dataclass(frozen=True, slots=True)
class Due:
    """How near a delivery is: its words, and the tone they are said in."""

    words: str
    tone: str


def stage_words(stage: str) -> str:
    return stage.replace("_", "-").capitalize()


def next_stage(stage: str) -> str | None:
    """Return the stage after this one; None after the last."""
    at = STAGES.index(stage)
    return STAGES[at + 1] if at + 1 < len(STAGES) else None


def due(delivery_on: date | None, today: date, *, stage: str, status: str) -> Due | None:
    """Say that a delivery is late or soon; None where there is nothing to hurry for."""
    if delivery_on is None or status != "active" or stage in _HANDED_OVER:
        return None
    days = (delivery_on - today).days
    if days < 0:
        return Due(f"{_days(-days)} late", "bad")
    if days > SOON_DAYS:
        return None
    return Due("due today" if days == 0 else "due tomorrow" if days == 1 else f"in {_days(days)}", "warn")


def size_words(size_bytes: int) -> str:
    """Return a file's size: `840 B`, `12 KB`, `3.4 MB`."""
    if size_bytes < 1000:
        return f"{size_bytes} B"
    if size_bytes < 1_000_000:
        return f"{round(size_bytes / 1000)} KB"
    return f"{size_bytes / 1_000_000:.1f} MB"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return `1 line`, `3 lines`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _days(number: int) -> str:
    return counted(number, "day")

"""A brief to try the studio with: invented like the rest of the demo, its delivery three months from today."""

from __future__ import annotations

from datetime import date, timedelta
from importlib.resources import files

_DELIVERED_AFTER = timedelta(days=91)


def sample_brief(today: date) -> str:
    """Return the brief's text as of `today`."""
    due = today + _DELIVERED_AFTER
    text = (files("store.demo") / "data" / "sample_brief.txt").read_text(encoding="utf-8")
    return text.format(delivery=f"{due.day} {due:%B %Y}")

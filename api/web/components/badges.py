"""Where something stands, in a word and a colour; the word alone says it all."""

from __future__ import annotations

from htpy import Element, span

_TONES = {
    "pending": "wait",
    "applied": "good",
    "accepted": "good",
    "signed": "good",
    "active": "good",
    "locked": "good",
    "sent": "wait",
    "rejected": "bad",
    "declined": "bad",
    "lost": "bad",
    "stale": "warn",
    "expired": "quiet",
    "superseded": "quiet",
    "reverted": "quiet",
    "closed": "quiet",
    "draft": "quiet",
}


def badge(word: str, *, tone: str | None = None) -> Element:
    """Return a status badge. `tone`: good, wait, warn, bad, quiet; by the word where it is not given."""
    return span(class_=f"badge tone-{tone or _TONES.get(word, 'quiet')}")[word.replace("_", " ")]


def stage_badge(stage: str) -> Element:
    """Return a badge of one of the six stages, each with its own hue."""
    return span(class_=f"badge stage stage-{stage}")[stage.replace("_", "-").capitalize()]

"""Where something stands, in a word and a colour; the word alone says it all."""

from __future__ import annotations

import htpy as h

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


_ROLES = {"first_ad": "1st AD", "admin": "administrator"}


def role_words(role: str) -> str:
    """Return a role as the field says it."""
    return _ROLES.get(role, role.replace("_", " "))


def badge(word: str, *, tone: str | None = None) -> h.Element:
    """Return a status badge. `tone`: good, wait, warn, bad, quiet; by the word where it is not given."""
    return h.span(class_=f"badge tone-{tone or _TONES.get(word, 'quiet')}")[word.replace("_", " ")]


def stage_badge(stage: str) -> h.Element:
    """Return a badge of one of the six stages, each with its own hue."""
    return h.span(class_=f"badge stage stage-{stage}")[stage.replace("_", "-").capitalize()]

"""Passwords to be told once: long enough to keep, and of signs that are not mistaken for each other."""

from __future__ import annotations

import secrets

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _LENGTH = 4, 5


def one_time_password() -> str:
    """Return a password of 99 random bits, as `k7mfq-…`, for an administrator to hand on."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(_LENGTH)) for _ in range(_GROUPS))

"""Cursor pages. A cursor is opaque to clients; inside it is the id of the last row they were given."""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

from fastapi import Query

from store.kernel.errors import Invalid

R = TypeVar("R")

Limit = Annotated[int, Query(ge=1, le=200, description="At most this many.")]
Cursor = Annotated[str | None, Query(max_length=200, description="`next_cursor` of the page before.")]


def encode(last: str | None) -> str | None:
    """Return the cursor that goes on after `last`."""
    return None if last is None else urlsafe_b64encode(last.encode()).decode().rstrip("=")


def decode(cursor: str | None) -> str | None:
    """Return what a cursor goes on after. Raises `Invalid` (`invalid_cursor`)."""
    if cursor is None:
        return None
    try:
        return b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (Base64Error, ValueError):  # a UnicodeError is a ValueError
        raise bad_cursor() from None


def bad_cursor() -> Invalid:
    return Invalid("That cursor is not one of ours. Start again without one.", "invalid_cursor")


def page_of(
    rows: Sequence[R], *, cursor: str | None, limit: int, key: Callable[[R], str]
) -> tuple[Sequence[R], str | None]:
    """Cut a page out of a short, ordered list. Raises `Invalid` when the row the cursor stands on is gone."""
    start, after = 0, decode(cursor)
    if after is not None:
        keys = [key(row) for row in rows]
        if after not in keys:
            raise bad_cursor()
        start = keys.index(after) + 1
    page = rows[start : start + limit]
    more = start + limit < len(rows)
    return page, encode(key(page[-1])) if more and page else None

"""Codes of projects: the next one that is free, and who waits for one.

A typed code is the typist's from the moment it is filed, so that two who wait for one code learn of it at once and not
when the second is greenlit. A number in a series is nobody's before the greenlight: it gives way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from sqlalchemy import Text, cast
from sqlmodel import col, select

from store.changes.draft import Draft
from store.changes.queries import may_see
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import Invalid
from store.projects.tables import Project

_NUMBERED = re.compile(r"(.+?)-(\d{1,4})")
_LONGEST_SERIES = 19


def codes_of(series: str, *, first: int = 1) -> Iterator[str]:
    """Return the codes of a series from a number on: `LUM-27-01`, `LUM-27-02`, …"""
    return (f"{series}-{number:02}" for number in count(first))


def require_free(draft: Draft, code: str) -> None:
    """Raise `Invalid` (`code_taken`) where a project has a typed code, also one of the same set."""
    if draft.find(Project, code=code):
        raise _taken(draft, code, "There is a project with the code")


def require_nobody_waits(draft: Draft, actor: Actor, code: str, own: str | None) -> None:
    """Raise `Invalid` (`code_taken`) where another change set than `own` waits to open a project with a typed code."""
    for waiting in _waiting(draft, code):
        if waiting.code != own:
            which = waiting.code if may_see(actor, waiting) else "Another change set"
            raise _taken(draft, code, f"{which} waits to open a project with the code")


def _taken(draft: Draft, code: str, said: str) -> Invalid:
    numbered = _NUMBERED.fullmatch(code)
    series, number = (numbered[1], int(numbered[2])) if numbered else (code, 1)
    others = codes_of(series[:_LONGEST_SERIES], first=number + 1)
    free = next(other for other in others if not draft.find(Project, code=other) and not _waiting(draft, other))
    return Invalid(f"{said} {code} already. Choose another: {free} is free.", "code_taken")


def _waiting(draft: Draft, code: str) -> list[ChangeSet]:
    query = select(ChangeSet).where(col(ChangeSet.status) == "pending")
    named = draft.session.exec(query.where(cast(col(ChangeSet.operations), Text).contains(f'"{code}"')))
    return [found for found in named if any(_opens(one, code) for one in found.operations)]


def _opens(operation: object, code: str) -> bool:
    return isinstance(operation, dict) and (operation.get("kind"), operation.get("code")) == ("create_project", code)

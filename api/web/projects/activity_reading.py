"""What a project's activity reads: a page of its trail at a time, for those who read the audit log; nobody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.changes.trail import Asked, TrailEntry, people_of_trail, project_trail
from store.kernel.actor import Actor
from store.projects.queries import get_project

if TYPE_CHECKING:
    from sqlmodel import Session

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Trail:
    """A page of a project's trail; `older` is where the next page begins."""

    code: str
    entries: tuple[TrailEntry, ...]
    people: tuple[tuple[str, str], ...]
    older: int | None


def read_trail(session: Session, actor: Actor, code: str, asked: Asked, *, before: int | None = None) -> Trail:
    """Return a page of a project's trail. Raises `Forbidden` without `audit.read`, `NotFound`."""
    project = get_project(session, actor, code).project
    found = project_trail(session, actor, project.id, asked, limit=A_PAGE + 1, before_seq=before)
    shown = found[:A_PAGE]
    people = people_of_trail(session, actor, project.id)
    return Trail(project.code, tuple(shown), tuple(people), shown[-1].seq if len(found) > A_PAGE else None)

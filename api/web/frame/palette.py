"""The palette: type a few letters to go to a project, a person or a change, or ask the copilot in your own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import htpy as h
from nicegui import events, ui

from api.web.components.icons import icon
from api.web.frame.navigation import places_for
from api.web.frame.visit import Visit
from store.changes.queries import get_change_set
from store.crew.queries import list_people
from store.kernel.actor import Actor
from store.kernel.errors import DomainError
from store.projects.queries import list_projects

if TYPE_CHECKING:
    from sqlmodel import Session

_MOST = 9
_MOST_OF_A_KIND = 5


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to."""

    label: str
    detail: str
    address: str
    icon: str


def palette(visit: Visit) -> None:
    """Put the palette on a page; `Ctrl K` and `/` open it (see `static/greenlight.js`)."""
    with ui.element("dialog").classes("palette").props('id=palette aria-label="Search or ask"'):
        words = ui.element("input").props(
            'type=search id=palette-words placeholder="Go to, or ask…" autocomplete=off aria-label="Search or ask" '
            "aria-controls=palette-found"
        )
        found = ui.html(str(_shown(_places(visit, ""), ""))).props("id=palette-found")

    async def look(event: events.GenericEventArguments) -> None:
        typed = str(event.args or "")[:200]
        rows = _places(visit, typed)
        if len(typed.strip()) > 1:
            rows = [*rows, *await visit.read(lambda session, actor: find(session, actor, typed))]
        found.set_content(str(_shown(rows[:_MOST], typed)))

    words.on("input", look, js_handler="(event) => emit(event.target.value)", throttle=0.15)


def find(session: Session, actor: Actor, typed: str) -> list[Found]:
    """Return the change, projects and people that `typed` may mean, only those the actor sees."""
    wanted = typed.strip().lower()
    return [*_change(session, actor, wanted), *_projects(session, actor, wanted), *_people(session, actor, wanted)]


def _change(session: Session, actor: Actor, wanted: str) -> list[Found]:
    if not wanted.startswith("cs-") or not actor.may("changes.read"):
        return []
    try:
        change = get_change_set(session, actor, wanted)
    except DomainError:
        return []
    return [Found(change.title, f"{change.code}, {change.status}", f"/approvals/{change.id}", "check")]


def _projects(session: Session, actor: Actor, wanted: str) -> list[Found]:
    if not actor.may("projects.read"):
        return []
    return [
        Found(
            summary.project.name,
            f"{summary.project.code} · {summary.client}",
            f"/projects/{summary.project.code}",
            "board",
        )
        for summary in list_projects(session, actor)
        if wanted in f"{summary.project.code} {summary.project.name} {summary.client}".lower()
    ][:_MOST_OF_A_KIND]


def _people(session: Session, actor: Actor, wanted: str) -> list[Found]:
    if not actor.may("crew.read"):
        return []
    return [
        Found(person.name, person.job_title, f"/people?find={quote(person.name)}", "people")
        for person in list_people(session, actor)
        if wanted in f"{person.name} {person.job_title} {person.department}".lower()
    ][:_MOST_OF_A_KIND]


def _places(visit: Visit, typed: str) -> list[Found]:
    wanted = typed.strip().lower()
    return [
        Found(place.label, f"g {place.key}", place.address, place.icon)
        for place in places_for(visit.person)
        if wanted in place.label.lower()
    ]


def _shown(rows: list[Found], typed: str) -> h.Element:
    ask = typed.strip()
    return h.div(".palette-rows", role="listbox", aria_label="Found")[
        (
            h.a(".palette-row", href=row.address, role="option")[
                icon(row.icon), h.span(".palette-label")[row.label], h.span(".palette-detail")[row.detail]
            ]
            for row in rows
        ),
        h.a(".palette-row", href=f"/copilot?ask={quote(ask)}", role="option")[
            icon("chat"), h.span(".palette-label")["Ask the copilot: ", h.span(".quoted")[ask]]
        ]
        if ask
        else None,
    ]

"""The head of every page of a project: what it is, for whom, where it stands, and the tabs that its reader has."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.badges import badge, stage_badge
from api.web.components.figures import day
from api.web.components.icons import icon
from api.web.frame.live import Region
from api.web.frame.visit import Visit
from api.web.projects.words import Due, due
from store.kernel.actor import Actor
from store.kernel.clock import today
from store.projects.queries import get_project, list_contacts
from store.projects.sight import is_outside

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of a project; `takes` are the permissions of which its reader has one."""

    name: str
    label: str
    takes: frozenset[str]


TABS = (
    Tab("", "Overview", frozenset({"projects.read"})),
    Tab("brief", "Brief & proposal", frozenset({"briefs.read", "proposals.read", "offers.read"})),
    Tab("budget", "Budget", frozenset({"budget.read"})),
    Tab("documents", "Documents", frozenset({"documents.read", "money_documents.read", "offers.read"})),
    Tab("activity", "Activity", frozenset({"audit.read"})),
)


@dataclass(frozen=True, slots=True)
class Head:
    """A project's head. `contact` is None where there is none, or where its reader reads no contacts."""

    id: str
    code: str
    name: str
    client: str
    client_id: str
    stage: str
    status: str
    currency: str
    starts_on: date | None
    delivery_on: date | None
    contact: str | None
    outside: bool
    tabs: tuple[tuple[str, str], ...]


def read_head(session: Session, actor: Actor, code: str) -> Head:
    """Return a project's head. Raises `NotFound`, also for one that the actor may not know of."""
    summary = get_project(session, actor, code)
    project, contact = summary.project, None
    outside = is_outside(actor)
    if project.contact_id is not None and actor.may("contacts.read"):
        found = list_contacts(session, actor, client_id=project.client_id)
        contact = next((one.name for one in found if one.id == project.contact_id), None)
    tabs = tuple(
        (tab.name, "Offer" if outside and tab.name == "brief" else tab.label)
        for tab in TABS
        if tab.takes & actor.permissions
    )
    return Head(
        id=project.id,
        code=project.code,
        name=project.name,
        client=summary.client,
        client_id=project.client_id,
        stage=project.stage,
        status=project.status,
        currency=project.currency,
        starts_on=project.starts_on,
        delivery_on=project.delivery_on,
        contact=contact,
        outside=outside,
        tabs=tabs,
    )


@asynccontextmanager
async def project_page(visit: Visit, code: str, tab: str) -> AsyncIterator[Head]:
    """Draw a project's head, kept live, and yield it with the place for the tab's own part open."""
    first = await visit.read(lambda session, actor: read_head(session, actor, code))
    ui.page_title(f"{first.name} · Greenlight")
    on = today(visit.studio.clock, visit.person.time_zone)

    def draw(head: Head) -> None:
        near = due(head.delivery_on, on, stage=head.stage, status=head.status)
        ui.html(str(_drawn(head, tab, near)))

    with ui.element("div").classes("page project-page"):
        await Region(visit, lambda session, actor: read_head(session, actor, first.id), draw).show()
        yield first


def address(code: str, tab: str = "") -> str:
    return f"/projects/{code}/{tab}".rstrip("/")


def _drawn(head: Head, here: str, near: Due | None) -> h.Node:
    return h.div(".project-head")[
        h.div(".spread")[
            h.div(".project-title")[
                h.a(".small.muted", href="/projects")["Your projects" if head.outside else "Projects"],
                h.h1[head.name],
                h.div(".row-of.muted")[
                    h.span(".code")[head.code],
                    stage_badge(head.stage),
                    badge(head.status) if head.status != "active" else None,
                    badge(near.words, tone=near.tone) if near else None,
                ],
            ],
            h.a(".btn", href=f"/copilot?project={head.code}")[icon("chat", size=16), "Ask about this project"],
        ],
        h.dl(".project-facts")[
            _fact("Client", head.client),
            _fact("Contact", head.contact) if head.contact else None,
            _fact("Begins", day(head.starts_on)) if head.starts_on else None,
            _fact("Delivery", day(head.delivery_on)),
        ],
        h.nav(".tabs", aria_label=f"{head.code}")[
            (
                h.a(
                    class_={"here": name == here},
                    href=address(head.code, name),
                    aria_current="page" if name == here else None,
                )[label]
                for name, label in head.tabs
            )
        ],
    ]


def _fact(name: str, value: h.Node) -> h.Element:
    return h.div[h.dt[name], h.dd[value]]

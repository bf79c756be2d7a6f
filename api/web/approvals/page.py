"""Approvals: everything that waits for a person, everything that was decided, and each change set in full."""

from __future__ import annotations

import htpy as h
from nicegui import ui

from api.web.approvals.asked import Asked
from api.web.approvals.listing import filters_view, queue_view
from api.web.approvals.queue import Queue, read_queue
from api.web.approvals.review import Review
from api.web.approvals.together import Together
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit


@page("/approvals", title="Approvals", place="approvals")
async def approvals(visit: Visit) -> None:
    """The list. What it shows is in its address: `?show=history&by=agent&project=LUM-26-01&find=camera`."""
    asked, clock = Asked.of(visit.request.query_params), visit.studio.clock

    def draw(queue: Queue) -> None:
        ui.html(str(h.div(".stack")[filters_view(asked, queue), queue_view(asked, queue, clock.now())]))

    with ui.element("div").classes("page approvals"):
        ui.html(str(_head()))
        await Region(visit, lambda session, actor: read_queue(session, actor, asked, clock.now()), draw).show()
        Together(visit)


@page("/approvals/{change_id}", title="Approval", place="approvals")
async def approval(visit: Visit, change_id: str) -> None:
    """One change set; `?revision=2`, one revision; `?view=brief`, what was read; `?view=everything`, every column."""
    query = visit.request.query_params
    revision = query.get("revision", "")
    with ui.element("div").classes("page approval"):
        number = int(revision) if revision.isdecimal() and len(revision) < 6 else None
        await Review(visit, change_id[:40], number, query.get("view", "")).draw()


def _head() -> h.Element:
    return h.header(".page-head")[
        h.div[h.h1["Approvals"], h.p(".lead")["Nothing changes until a person greenlights it."]],
        h.p(".small.muted.keys-hint")[h.kbd["j"], " ", h.kbd["k"], " to walk the rows, ", h.kbd["Enter"], " to open"],
    ]

"""A brief on record beside what was read in it: every fact with the words it rests on, marked where they stand."""

from __future__ import annotations

import htpy as h
from nicegui import ui

from api.web.components.brief_view import brief_view
from api.web.components.figures import day
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects.brief_reading import read_brief
from api.web.projects.head import address, project_page
from store.proposals.queries import get_brief


@page("/projects/{code}/brief/{brief_id}", title="The brief", place="projects")
async def brief(visit: Visit, code: str, brief_id: str) -> None:
    """One brief's text and its reading side by side."""
    async with project_page(visit, code, "brief") as head:
        shown = await visit.read(lambda session, actor: read_brief(session, actor, head.id, brief_id))
        row = await visit.read(lambda session, actor: get_brief(session, actor, brief_id))
        back = h.a(href=f"{address(head.code, 'brief')}#{brief_id}")["Back to the offer"]
        ui.html(str(h.div(".row-of.muted.small")[back, "Received ", day(row.received_on)]))
        ui.html(str(brief_view(shown)))

"""A project's brief and its offer: what was read, what is offered on it, and how it goes on from there."""

from __future__ import annotations

import htpy as h
from nicegui import ui

from api.web.components.figures import day
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects import brief_facts, proposal_view
from api.web.projects.head import Head, address, project_page
from api.web.projects.proposal_acts import OfferActs
from api.web.projects.proposal_reading import BriefAndProposal, BriefShown, read_brief_and_proposal


@page("/projects/{code}/brief", title="Brief & proposal", place="projects")
async def brief_and_proposal(visit: Visit, code: str) -> None:
    """The brief as it was read, and the versions of the offer; `?version=` is the one to show."""
    version = visit.request.query_params.get("version")
    async with project_page(visit, code, "brief") as head:
        await Region(
            visit,
            lambda session, actor: read_brief_and_proposal(session, actor, head.id, version[:60] if version else None),
            lambda found: _draw(visit, head, found),
        ).show()


def _draw(visit: Visit, head: Head, found: BriefAndProposal) -> None:
    with ui.element("div").classes("overview" if found.briefs else "overview is-single"):
        with ui.element("div").classes("stack"):
            if len(found.versions) > 1:
                ui.html(str(proposal_view.versions(found)))
            _draw_offer(visit, head, found)
        with ui.element("div").classes("stack"):
            for brief in found.briefs:
                ui.html(str(_brief(head, brief)))


def _draw_offer(visit: Visit, head: Head, found: BriefAndProposal) -> None:
    offer = found.shown
    if offer is None:
        ui.html(str(_no_offer(head)))
        return
    brief = found.briefs[0] if found.briefs else None
    with ui.element("section").classes("sheet sheet-body stack").props('aria-label="The offer"'):
        ui.html(str(proposal_view.offer_head(offer)))
        if visit.person.may("proposals.write"):
            OfferActs(visit, head, found, offer).draw()
        ui.html(str(proposal_view.documents_of(found, offer)))
        ui.html(str(proposal_view.offer_body(offer, brief)))


def _brief(head: Head, brief: BriefShown) -> h.Element:
    return h.section(".sheet.sheet-body.stack", aria_label="The brief", id=brief.id)[
        h.div(".spread")[
            h.div[h.h2["The brief"], h.div(".small.muted")["Received ", day(brief.received_on)]],
            h.a(href=f"{address(head.code, 'brief')}/{brief.id}")["Beside its text"],
        ],
        brief_facts.draw(brief.reading, brief.document_id),
    ]


def _no_offer(head: Head) -> h.Element:
    if head.outside:
        return h.div(".sheet.empty")[h.h2["No offer yet"], h.p["As soon as the studio sends one, it is here."]]
    return h.div(".sheet.empty")[
        h.h2["No proposal to show"],
        h.p["Drop the brief into the copilot: it becomes a priced proposal for you to check."],
        h.p[h.a(".btn", href=f"/copilot?project={head.code}")["Copilot"]],
    ]

"""A project's brief and its offer: what was read, what is offered on it, and how it goes on from there."""

from __future__ import annotations

from decimal import Decimal

import htpy as h
from nicegui import ui

from api.web.components.buttons import Act, Kind, act_button
from api.web.components.dialog import Dialog
from api.web.components.fields import Choice, Day, Given, Number
from api.web.components.figures import day
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects import brief_facts, proposal_view
from api.web.projects.head import Head, project_page
from api.web.projects.proposal_reading import AgreementShown, BriefAndProposal, Offer, read_brief_and_proposal
from store.kernel.ids import new_id
from store.proposals.operations import RecordAgreement, SetProposalStatus

_STEPS: dict[str, tuple[tuple[str, str, Kind], ...]] = {
    "draft": (("sent", "Mark as sent", "primary"), ("declined", "Mark as declined", "ghost")),
    "sent": (("accepted", "Mark as accepted", "primary"), ("declined", "Mark as declined", "ghost")),
    "declined": (("draft", "Take it up again", "plain"),),
}


@page("/projects/{code}/brief", title="Brief & proposal", place="projects")
async def brief_and_proposal(visit: Visit, code: str) -> None:
    """The brief as it was read, and the versions of the offer; `?version=` is the one to show."""
    version = visit.request.query_params.get("version")
    async with project_page(visit, code, "brief") as head:
        shown = ProposalPage(visit, head)
        await Region(
            visit,
            lambda session, actor: read_brief_and_proposal(session, actor, head.id, version[:60] if version else None),
            shown.draw,
        ).show()


class ProposalPage:
    """What can be done with an offer; each act is filed and shown for a decision."""

    def __init__(self, visit: Visit, head: Head) -> None:
        self.visit, self.head = visit, head
        self.may_write = visit.person.may("proposals.write")

    def draw(self, found: BriefAndProposal) -> None:
        with ui.element("div").classes("overview" if found.briefs else "overview is-single"):
            with ui.element("div").classes("stack"):
                if len(found.versions) > 1:
                    ui.html(str(proposal_view.versions(found)))
                self._draw_offer(found)
            with ui.element("div").classes("stack"):
                self._draw_briefs(found)

    def _draw_offer(self, found: BriefAndProposal) -> None:
        offer = found.shown
        if offer is None:
            ui.html(str(_no_offer(self.head)))
            return
        brief = found.briefs[0] if found.briefs else None
        with ui.element("section").classes("sheet sheet-body stack").props('aria-label="The offer"'):
            ui.html(str(proposal_view.offer_head(offer)))
            if self.may_write:
                self._draw_acts(found, offer)
            ui.html(str(proposal_view.documents_of(offer)))
            ui.html(str(proposal_view.offer_body(offer, brief)))

    def _draw_acts(self, found: BriefAndProposal, offer: Offer) -> None:
        with ui.element("div").classes("row-of"):
            for status, label, kind in _STEPS.get(offer.status, ()):
                act_button(label, self._set_status(offer, status), kind=kind, working="Filing…")
            if offer.status == "accepted":
                self._draw_agreement(found.agreement, offer)

    def _draw_agreement(self, agreement: AgreementShown | None, offer: Offer) -> None:
        if agreement is not None:
            signed = [" on ", day(agreement.signed_on)] if agreement.signed_on else None
            ui.html(str(h.span(".muted")[f"Agreement {agreement.status}", signed]))
        if agreement is not None and agreement.status == "signed":
            return
        dialog = Dialog("The agreement")
        with dialog.filled():
            self._agreement_form(agreement, offer).draw(dialog.close)

        async def ask() -> None:
            dialog.open()

        act_button("Record the agreement", ask, kind="primary" if agreement is None else "plain")

    def _agreement_form(self, agreement: AgreementShown | None, offer: Offer) -> Form:
        stages = [("draft", "drafted"), ("sent", "sent"), ("signed", "signed")]
        fields = [
            Choice("status", "It is", options=stages, value=agreement.status if agreement else "signed", required=True),
            Day("signed_on", "Signed on", value=agreement.signed_on if agreement else None),
            Number("revision_rounds", "Revision rounds", places=0, value=_rounds(agreement), most=Decimal(100)),
            Number("deposit_percent", "Deposit, per cent", value=_deposit(agreement), most=Decimal(100)),
        ]

        async def act(given: Given) -> None:
            values = {
                name: given.values[name] for name in ("status", "signed_on", "revision_rounds", "deposit_percent")
            }
            operation = RecordAgreement.model_validate(
                {"id": agreement.id if agreement else new_id("agr"), "proposal_id": offer.id, **values}
            )
            await file_and_review(self.visit, f"{self.head.code}: record the agreement", [operation])

        return Form(self.visit, fields, act, submit="Propose it", name="The agreement")

    def _draw_briefs(self, found: BriefAndProposal) -> None:
        for brief in found.briefs:
            with ui.element("section").classes("sheet sheet-body stack").props('aria-label="The brief"'):
                original = (
                    h.a(href=f"/documents/{brief.document_id}")["Open the original"] if brief.document_id else None
                )
                ui.html(
                    str(
                        h.div(".spread", id=brief.id)[
                            h.div[h.h2["The brief"], h.div(".small.muted")["Received ", day(brief.received_on)]],
                            original,
                        ]
                    )
                )
                ui.html(str(brief_facts.draw(brief.reading, brief.document_id)))

    def _set_status(self, offer: Offer, status: str) -> Act:
        async def act() -> None:
            operation = SetProposalStatus.model_validate({"id": offer.id, "status": status})
            await file_and_review(self.visit, f"{self.head.code}: the proposal is {status}", [operation])

        return act


def _rounds(agreement: AgreementShown | None) -> Decimal | None:
    return Decimal(agreement.revision_rounds) if agreement and agreement.revision_rounds is not None else None


def _deposit(agreement: AgreementShown | None) -> Decimal | None:
    return agreement.deposit_percent if agreement else None


def _no_offer(head: Head) -> h.Element:
    if head.outside:
        return h.div(".sheet.empty")[h.h2["No offer yet"], h.p["As soon as the studio sends one, it is here."]]
    return h.div(".sheet.empty")[
        h.h2["No proposal to show"],
        h.p["Drop the brief into the copilot: it becomes a priced proposal for you to check."],
        h.p[h.a(".btn", href=f"/copilot?project={head.code}")["Copilot"]],
    ]

"""What is done with an offer: sent, answered, made anew, agreed on. Each is filed as a change set and then decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import htpy as h
from nicegui import ui

from api.web.components.buttons import Kind, act_button
from api.web.components.dialog import Dialog
from api.web.components.fields import Choice, Day, Field, Given, Number
from api.web.components.figures import day
from api.web.components.filing import file_and_review
from api.web.components.forms import Act, Form
from api.web.frame.visit import Visit
from api.web.projects.head import Head
from api.web.projects.proposal_reading import AgreementShown, BriefAndProposal, Offer
from store.changes.operation import Operation
from store.kernel.clock import today
from store.kernel.ids import new_id
from store.proposals.agreements import RecordAgreement
from store.proposals.operations import SetProposalStatus
from store.proposals.versions import revise

_STEPS: dict[str, tuple[tuple[str, str, Kind], ...]] = {
    "draft": (("sent", "Mark as sent", "primary"), ("declined", "Mark as declined", "ghost")),
    "sent": (("accepted", "Mark as accepted", "primary"), ("declined", "Mark as declined", "ghost")),
    "accepted": (("declined", "Mark as declined", "ghost"),),
    "declined": (("draft", "Take it up again", "plain"),),
}


@dataclass
class OfferActs:
    """The acts on the version that is shown."""

    visit: Visit
    head: Head
    found: BriefAndProposal
    offer: Offer

    def draw(self) -> None:
        agreement = self.found.agreement
        signed = agreement is not None and agreement.status == "signed"
        with ui.element("div").classes("row-of"):
            for status, label, kind in _STEPS[self.offer.status]:
                if self.offer.status == "accepted" and signed:
                    continue  # an offer stands while a signed agreement rests on it
                if status == "draft":
                    self._draw_again(label)
                else:
                    self._draw_step(status, label, kind)
            if self.visit.person.may("budget.read"):
                self._draw_new_version()
            if self.offer.status == "accepted":
                self._draw_agreement(agreement)

    def _draw_step(self, status: str, label: str, kind: Kind) -> None:
        on = today(self.visit.studio.clock, self.visit.person.time_zone)
        fields = [Day("on", "Sent on" if status == "sent" else "Decided on", value=on, required=True)]

        async def act(given: Given) -> None:
            title = f"{self.head.code}: version {self.offer.revision} of the offer is {status}"
            await file_and_review(self.visit, title, self._answer(status, given))

        _draw_asking(self.visit, label, kind, fields, act)

    def _answer(self, status: str, given: Given) -> list[Operation]:
        """Return the operations; another version that is accepted is declined along, so that one is agreed on."""
        on = given.day("on")
        operations: list[Operation] = [
            SetProposalStatus.model_validate({"id": version.id, "status": "declined", "on": on})
            for version in self.found.versions
            if status == "accepted" and version.status == "accepted"
        ]
        return [*operations, SetProposalStatus.model_validate({"id": self.offer.id, "status": status, "on": on})]

    def _draw_again(self, label: str) -> None:
        async def act() -> None:
            title = f"{self.head.code}: take up version {self.offer.revision} of the offer again"
            await file_and_review(self.visit, title, [SetProposalStatus(id=self.offer.id, status="draft")])

        act_button(label, act, working="Filing…")

    def _draw_new_version(self) -> None:
        async def act() -> None:
            on = today(self.visit.studio.clock, self.visit.person.time_zone)
            made = await self.visit.read(lambda session, actor: revise(session, actor, self.offer.id, today=on))
            await file_and_review(self.visit, made.title, made.operations)

        act_button("New version", act, working="Copying…")

    def _draw_agreement(self, agreement: AgreementShown | None) -> None:
        if agreement is not None:
            signed_on = [" on ", day(agreement.signed_on)] if agreement.signed_on else None
            ui.html(str(h.span(".muted")[f"Agreement {agreement.status}", signed_on]))
        if agreement is not None and agreement.status == "signed":
            return
        on = today(self.visit.studio.clock, self.visit.person.time_zone)
        names = ("status", "signed_on", "revision_rounds", "deposit_percent")

        async def act(given: Given) -> None:
            row_id = agreement.id if agreement else new_id("agr")
            values = {name: given.values[name] for name in names}
            if values["status"] != "signed":
                values["signed_on"] = None  # the day that the form offers is said of a signature alone
            operation = RecordAgreement.model_validate({"id": row_id, "proposal_id": self.offer.id, **values})
            await file_and_review(self.visit, f"{self.head.code}: record the agreement", [operation])

        _draw_asking(self.visit, "Record the agreement", "primary", _agreement_fields(agreement, on), act)


def _draw_asking(visit: Visit, label: str, kind: Kind, fields: Sequence[Field], act: Act) -> None:
    """Draw a button that asks for what it takes before it files anything."""
    dialog = Dialog(label)
    with dialog.filled():
        Form(visit, fields, act, submit="Propose it", name=label).draw(dialog.close)

    async def ask() -> None:
        dialog.open()

    act_button(label, ask, kind=kind)


def _agreement_fields(agreement: AgreementShown | None, today_is: date) -> list[Field]:
    stages = [("draft", "drafted"), ("sent", "sent"), ("signed", "signed")]
    rounds = agreement.revision_rounds if agreement else None
    return [
        Choice("status", "It is", options=stages, value=agreement.status if agreement else "signed", required=True),
        Day("signed_on", "Signed on", value=(agreement.signed_on if agreement else None) or today_is),
        Number(
            "revision_rounds",
            "Revision rounds",
            places=0,
            value=None if rounds is None else Decimal(rounds),
            most=Decimal(100),
        ),
        Number(
            "deposit_percent",
            "Deposit, per cent",
            value=agreement.deposit_percent if agreement else None,
            most=Decimal(100),
        ),
    ]

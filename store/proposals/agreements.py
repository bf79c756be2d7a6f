"""The agreement on an offer, as an operation. An agreement rests on one offer for good; a newer offer has its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from store.changes.draft import Draft
from store.changes.operation import Operation
from store.documents.tables import Document
from store.kernel.errors import Invalid
from store.proposals.tables import Agreement, Proposal


class RecordAgreement(Operation):
    """Put the agreement on an accepted proposal on record, or change where it stands."""

    kind: Literal["record_agreement"] = "record_agreement"
    permission: ClassVar[str] = "proposals.write"
    reveals: ClassVar[frozenset[str]] = frozenset({"proposals.read"})
    id: str = Field(max_length=40)
    proposal_id: str
    status: Literal["draft", "sent", "signed"]
    signed_on: date | None = None
    document_id: str | None = None
    revision_rounds: int | None = Field(default=None, ge=0, le=100)
    deposit_percent: Decimal | None = Field(default=None, ge=0, le=100, max_digits=7, decimal_places=4)

    def plan(self, draft: Draft) -> None:
        proposal = draft.get(Proposal, self.proposal_id)
        draft.touches_project(proposal.project_id)
        if proposal.status != "accepted":
            raise Invalid(f"The proposal is {proposal.status}; an agreement rests on an accepted one.")
        if self.status == "signed" and self.signed_on is None:
            raise Invalid("Say on which day the agreement was signed.")
        if self.document_id is not None:
            draft.get(Document, self.document_id)
        existing = draft.look(Agreement, self.id)
        if existing is not None:
            if existing.proposal_id != proposal.id:
                raise Invalid("That agreement rests on another offer. Record a new one for this offer.", "id_taken")
            draft.update(
                existing,
                status=self.status,
                signed_on=self.signed_on,
                document_id=self.document_id,
                revision_rounds=self.revision_rounds,
                deposit_percent=self.deposit_percent,
            )
            return
        draft.insert(
            Agreement(
                id=self.id,
                project_id=proposal.project_id,
                proposal_id=proposal.id,
                document_id=self.document_id,
                status=self.status,
                signed_on=self.signed_on,
                revision_rounds=self.revision_rounds,
                deposit_percent=self.deposit_percent,
            )
        )

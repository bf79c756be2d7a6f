"""Only an open budget changes, whichever way, and a draft proposal's totals follow its lines."""

from __future__ import annotations

from decimal import Decimal

import pytest

from store.budget.operations import (
    AddBudgetAccount,
    AddBudgetLine,
    CreateBudget,
    RemoveBudgetLine,
    SetBudgetStatus,
)
from store.changes.operations import RevertChangeSet
from store.kernel.errors import Invalid
from store.proposals.operations import CreateProposal, SetProposalStatus
from store.proposals.tables import Proposal
from tests.studio import StudioForTests


def quoted(studio: StudioForTests) -> None:
    """A draft proposal with one line of 2 × EUR 100 and 10 % contingency."""
    _, project_id = studio.client_and_project()
    studio.apply(
        CreateProposal(
            id="pro_1",
            project_id=project_id,
            title="Offer",
            currency="EUR",
            subtotal_minor=0,
            contingency_minor=0,
            fee_minor=0,
            tax_minor=0,
            total_minor=0,
        ),
        CreateBudget(
            id="bud_1",
            project_id=project_id,
            proposal_id="pro_1",
            name="Offer",
            currency="EUR",
            contingency_percent=Decimal(10),
            fee_percent=Decimal(0),
            tax_percent=Decimal(0),
        ),
        AddBudgetAccount(id="acc_1", budget_id="bud_1", code="193", name="Camera", position=1),
        line("lin_1"),
    )


def line(line_id: str) -> AddBudgetLine:
    return AddBudgetLine(
        id=line_id,
        budget_id="bud_1",
        account_id="acc_1",
        position=1,
        description="Camera",
        quantity=Decimal(2),
        unit="Day",
        rate_minor=10_000,
        currency="EUR",
        source="rate card CAM-10",
    )


def total(studio: StudioForTests) -> int:
    with studio.database.read() as session:
        return session.get_one(Proposal, "pro_1").total_minor


def test_a_draft_proposals_total_follows_lines_that_come_and_go(studio: StudioForTests) -> None:
    quoted(studio)
    assert total(studio) == 22_000
    added = studio.apply(line("lin_2"))
    assert total(studio) == 44_000
    studio.apply(RevertChangeSet(change_set_id=added.id))
    assert total(studio) == 22_000
    studio.apply(RemoveBudgetLine(id="lin_1"))
    assert total(studio) == 0


def test_neither_a_new_line_nor_an_undo_changes_a_locked_budget(studio: StudioForTests) -> None:
    quoted(studio)
    added = studio.apply(line("lin_2"))
    studio.apply(SetBudgetStatus(id="bud_1", status="locked"))
    for operation in (line("lin_3"), RevertChangeSet(change_set_id=added.id), RemoveBudgetLine(id="lin_1")):
        with pytest.raises(Invalid) as refusal:
            studio.file(studio.admin, operation)
        assert refusal.value.code == "budget_locked"
    assert total(studio) == 44_000


def test_an_offer_that_was_sent_stands_also_against_an_undo(studio: StudioForTests) -> None:
    quoted(studio)
    added = studio.apply(line("lin_2"))
    studio.apply(SetProposalStatus(id="pro_1", status="sent"))
    with pytest.raises(Invalid) as refusal:
        studio.file(studio.admin, RevertChangeSet(change_set_id=added.id))
    assert refusal.value.code == "proposal_not_draft"
    assert total(studio) == 44_000


def test_a_budget_cannot_name_another_projects_proposal(studio: StudioForTests) -> None:
    quoted(studio)
    _, other = studio.client_and_project(code="OTH-1", client="Other")
    budget = CreateBudget(
        id="bud_2",
        project_id=other,
        proposal_id="pro_1",
        name="Wrong",
        currency="EUR",
        contingency_percent=Decimal(0),
        fee_percent=Decimal(0),
        tax_percent=Decimal(0),
    )
    with pytest.raises(Invalid, match="another project"):
        studio.file(studio.admin, budget)

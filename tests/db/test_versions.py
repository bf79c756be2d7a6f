"""An offer through its versions: sent it stands, revised it is a draft again, one version is agreed on at a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from api.web.projects.proposal_reading import read_brief_and_proposal
from store.budget.operations import AddFringe, ChangeBudgetLine, CreateBudget, SetBudgetStatus
from store.changes.operations import RevertChangeSet
from store.kernel.errors import Forbidden, Invalid, NotFound
from store.proposals.agreements import RecordAgreement
from store.proposals.operations import (
    ChangeProposal,
    PlannedMilestone,
    SetProposalStatus,
    Term,
)
from store.proposals.queries import milestones_of
from store.proposals.tables import Proposal
from store.proposals.versions import Revision, compare_versions, revise
from tests.db.test_budget_guards import line, quoted, total
from tests.studio import StudioForTests

TODAY = date(2027, 3, 1)
SHOOT = PlannedMilestone(name="Shoot", starts_on=date(2027, 4, 1), ends_on=date(2027, 4, 2), rule="by hand")


def status(studio: StudioForTests, proposal_id: str, word: str, on: date | None = None) -> None:
    studio.apply(SetProposalStatus.model_validate({"id": proposal_id, "status": word, "on": on}))


def refused(studio: StudioForTests, *operations: object) -> str:
    with pytest.raises(Invalid) as refusal:
        studio.file(studio.admin, *operations)  # type: ignore[arg-type]
    return refusal.value.code


def next_version(studio: StudioForTests, proposal_id: str = "pro_1") -> Revision:
    with studio.database.agent() as session:
        revision = revise(session, studio.admin, proposal_id, today=TODAY)
    studio.apply(*revision.operations)
    return revision


def offer(studio: StudioForTests, proposal_id: str) -> Proposal:
    with studio.database.read() as session:
        return session.get_one(Proposal, proposal_id)


def change_line(line_id: str, quantity: int) -> ChangeBudgetLine:
    return ChangeBudgetLine(
        id=line_id, description="Camera", quantity=Decimal(quantity), unit="Day", rate_minor=10_000, currency="EUR"
    )


def test_a_revision_copies_the_offer_and_its_lines_into_a_draft(studio: StudioForTests) -> None:
    quoted(studio)
    terms = (Term(title="Validity", text="This holds until 31 Mar 2027."), Term(title="Tax", text="None."))
    fringe = AddFringe(id="fri_1", budget_id="bud_1", account_id="acc_1", name="Social", percent=Decimal(20))
    studio.apply(ChangeProposal(id="pro_1", terms=terms, milestones=(SHOOT,), assumptions=("One crew.",)), fringe)
    status(studio, "pro_1", "sent", TODAY)
    studio.apply(SetBudgetStatus(id="bud_1", status="locked"))

    revision = next_version(studio)

    first, second = offer(studio, "pro_1"), offer(studio, revision.proposal_id)
    assert (second.revision, second.status, second.sent_on) == (2, "draft", None)
    assert second.total_minor == first.total_minor == 26_400
    with studio.database.read() as session:
        found = compare_versions(session, studio.admin, "pro_1", revision.proposal_id)
        steps = milestones_of(session, studio.admin, revision.proposal_id)
    assert found.lines.is_empty
    assert found.lines.kept == 1
    assert found.steps.is_empty
    assert found.assumptions.is_empty
    # Sent on 1 March until the 31st: the new version, made on the same day, holds as long.
    assert found.terms.is_empty
    assert [step.rule for step in steps] == ["by hand"]


def test_the_lines_of_a_revision_are_its_own(studio: StudioForTests) -> None:
    quoted(studio)
    status(studio, "pro_1", "sent")
    revision = next_version(studio)
    assert refused(studio, change_line("lin_1", 3)) == "proposal_not_draft"
    with studio.database.read() as session:
        [copied] = [op.id for op in revision.operations if op.kind == "add_budget_line"]  # type: ignore[attr-defined]
    studio.apply(change_line(copied, 3))
    assert (total(studio), offer(studio, revision.proposal_id).total_minor) == (22_000, 33_000)
    with studio.database.read() as session:
        found = compare_versions(session, studio.admin, "pro_1", revision.proposal_id)
    [(before, after)] = found.lines.changed
    assert (before.quantity, after.quantity) == (Decimal(2), Decimal(3))
    assert [name for name, _, _ in found.totals] == ["subtotal", "contingency", "total"]


def test_a_draft_is_changed_and_an_offer_that_was_sent_stands(studio: StudioForTests) -> None:
    quoted(studio)
    moved = SHOOT.model_copy(update={"ends_on": date(2027, 4, 5)})
    edit = PlannedMilestone(name="Edit", starts_on=date(2027, 4, 6), ends_on=date(2027, 4, 9), rule="by hand")
    changed = studio.apply(ChangeProposal(id="pro_1", title="Another", milestones=(SHOOT, edit)))
    studio.apply(ChangeProposal(id="pro_1", milestones=(moved,)))
    studio.apply(ChangeProposal(id="pro_1", milestones=(moved, edit)))
    with studio.database.read() as session:
        assert [(s.name, s.ends_on.day) for s in milestones_of(session, studio.admin, "pro_1")] == [
            ("Shoot", 5),
            ("Edit", 9),
        ]
    assert offer(studio, "pro_1").title == "Another"
    status(studio, "pro_1", "sent")
    for operation in (
        ChangeProposal(id="pro_1", title="Once more"),
        ChangeProposal(id="pro_1", milestones=()),
        RevertChangeSet(change_set_id=changed.id),
        line("lin_2"),
    ):
        assert refused(studio, operation) in ("proposal_not_draft", "changed_since")


def test_an_undo_does_not_reword_an_offer_that_was_sent(studio: StudioForTests) -> None:
    quoted(studio)
    changed = studio.apply(ChangeProposal(id="pro_1", title="Another"))
    status(studio, "pro_1", "sent")
    assert refused(studio, RevertChangeSet(change_set_id=changed.id)) == "proposal_not_draft"


def test_the_days_of_sending_and_answer_are_kept_in_order(studio: StudioForTests) -> None:
    quoted(studio)
    status(studio, "pro_1", "sent", date(2027, 2, 10))
    too_early = SetProposalStatus(id="pro_1", status="accepted", on=date(2027, 2, 9))
    assert refused(studio, too_early) == "invalid"
    status(studio, "pro_1", "declined", date(2027, 2, 20))
    assert (offer(studio, "pro_1").sent_on, offer(studio, "pro_1").decided_on) == (
        date(2027, 2, 10),
        date(2027, 2, 20),
    )
    status(studio, "pro_1", "draft")
    assert (offer(studio, "pro_1").sent_on, offer(studio, "pro_1").decided_on) == (None, None)


def test_one_version_is_accepted_at_a_time(studio: StudioForTests) -> None:
    quoted(studio)
    status(studio, "pro_1", "sent")
    status(studio, "pro_1", "accepted")
    second = next_version(studio).proposal_id
    status(studio, second, "sent")  # the client may be asked about a change of what it accepted
    accept = SetProposalStatus(id=second, status="accepted")
    assert refused(studio, accept) == "other_version_accepted"
    studio.apply(accept, SetProposalStatus(id="pro_1", status="declined"))
    assert (offer(studio, "pro_1").status, offer(studio, second).status) == ("declined", "accepted")


def test_an_undo_does_not_make_two_versions_accepted(studio: StudioForTests) -> None:
    quoted(studio)
    status(studio, "pro_1", "sent")
    status(studio, "pro_1", "accepted")
    second = next_version(studio).proposal_id
    status(studio, second, "sent")
    withdrawn = studio.apply(SetProposalStatus(id="pro_1", status="declined"))
    status(studio, second, "accepted")
    assert refused(studio, RevertChangeSet(change_set_id=withdrawn.id)) == "other_version_accepted"


def test_an_older_version_is_not_sent_after_a_newer_one(studio: StudioForTests) -> None:
    quoted(studio)
    second = next_version(studio).proposal_id
    status(studio, second, "sent")
    assert refused(studio, SetProposalStatus(id="pro_1", status="sent")) == "newer_version_sent"


def test_an_offer_stands_while_a_signed_agreement_rests_on_it(studio: StudioForTests) -> None:
    quoted(studio)
    status(studio, "pro_1", "sent")
    status(studio, "pro_1", "accepted")
    studio.apply(RecordAgreement(id="agr_1", proposal_id="pro_1", status="signed", signed_on=TODAY))
    decline = SetProposalStatus(id="pro_1", status="declined")
    assert refused(studio, decline) == "agreement_signed"
    studio.apply(RecordAgreement(id="agr_1", proposal_id="pro_1", status="draft"), decline)
    assert offer(studio, "pro_1").status == "declined"


def test_an_agreement_stays_with_its_own_version_and_a_newer_one_has_another(studio: StudioForTests) -> None:
    quoted(studio)
    status(studio, "pro_1", "sent")
    status(studio, "pro_1", "accepted")
    studio.apply(RecordAgreement(id="agr_1", proposal_id="pro_1", status="draft"))
    second = next_version(studio).proposal_id
    status(studio, second, "sent")
    studio.apply(SetProposalStatus(id=second, status="accepted"), SetProposalStatus(id="pro_1", status="declined"))
    assert refused(studio, RecordAgreement(id="agr_1", proposal_id=second, status="sent")) == "id_taken"
    studio.apply(RecordAgreement(id="agr_2", proposal_id=second, status="sent"))
    with studio.database.read() as session:
        shown = {
            version: read_brief_and_proposal(
                session, studio.admin, offer(studio, version).project_id, version
            ).agreement
            for version in ("pro_1", second)
        }
    assert {version: one.id if one else None for version, one in shown.items()} == {"pro_1": "agr_1", second: "agr_2"}


def test_an_offer_has_one_budget_in_its_own_currency(studio: StudioForTests) -> None:
    quoted(studio)
    budget = {"id": "bud_2", "project_id": offer(studio, "pro_1").project_id, "name": "Again", "proposal_id": "pro_1"}
    percents = {"contingency_percent": 0, "fee_percent": 0, "tax_percent": 0}
    for currency, words in (("EUR", "has its lines already"), ("USD", "cannot be in USD")):
        again = CreateBudget.model_validate({**budget, **percents, "currency": currency})
        with pytest.raises(Invalid, match=words):
            studio.file(studio.admin, again)


def test_versions_are_for_those_who_see_their_lines(studio: StudioForTests) -> None:
    quoted(studio)
    status(studio, "pro_1", "sent")
    project_id = offer(studio, "pro_1").project_id
    _, other = studio.client_and_project(code="OTH-1", client="Other")
    with studio.database.read() as session:
        for role in ("client", "editor", "coordinator"):
            with pytest.raises(Forbidden):
                revise(session, studio.person(role, project_id), "pro_1", today=TODAY)
            with pytest.raises(Forbidden):
                compare_versions(session, studio.person(role, project_id), "pro_1", "pro_1")
        with pytest.raises(NotFound):
            revise(session, studio.person("line_producer", other), "pro_1", today=TODAY)
        with pytest.raises(NotFound):
            compare_versions(session, studio.person("line_producer", other), "pro_1", "pro_1")

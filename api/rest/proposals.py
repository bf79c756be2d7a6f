"""Proposals, their lines and milestones, and agreements."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.deps import CurrentActor, Reading
from api.rest.of_project import OfProject
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.budget import LineOut
from api.rest.schemas.common import Page, RowId
from api.rest.schemas.proposals import AgreementOut, MilestoneOut, ProposalOut, ProposalRow
from store.access.policy import require
from store.budget.queries import get_budget, list_budgets
from store.proposals.queries import get_proposal as read_proposal
from store.proposals.queries import list_agreements, list_proposals, milestones_of

router = APIRouter(tags=["proposals"], responses=SIGNED_IN)


@router.get("/proposals", responses=problems(404))
def get_proposals(
    actor: CurrentActor,
    session: Reading,
    project: OfProject,
    status: Annotated[Literal["draft", "sent", "accepted", "declined"] | None, Query()] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ProposalRow]:
    """Proposals by project, newest first."""
    found = list_proposals(session, actor, project_id=project, status=status)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda summary: summary.proposal.id)
    inside = actor.may("proposals.read")
    items = [ProposalRow.model_validate(ProposalRow.fields_of(row, inside=inside)) for row in rows]
    return Page(items=items, next_cursor=after)


@router.get("/proposals/{proposal_id}", responses=problems(404))
def get_proposal(proposal_id: RowId, actor: CurrentActor, session: Reading) -> ProposalOut:
    """One proposal with its terms."""
    inside = actor.may("proposals.read")
    fields = ProposalRow.fields_of(read_proposal(session, actor, proposal_id), inside=inside)
    return ProposalOut.model_validate(fields if inside else {**fields, "open_questions": None})


@router.get("/proposals/{proposal_id}/lines", responses=problems(404))
def get_proposal_lines(
    proposal_id: RowId, actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[LineOut]:
    """The proposal's lines: those of the budget that names it, in order."""
    require(actor, "budget.read")
    proposal = read_proposal(session, actor, proposal_id).proposal
    budgets = list_budgets(session, actor, project_id=proposal.project_id)
    lines = [
        line
        for budget in budgets
        if budget.proposal_id == proposal.id
        for line in get_budget(session, actor, budget.id).lines
    ]
    rows, after = page_of(lines, cursor=cursor, limit=limit, key=lambda line: line.id)
    return Page(items=[LineOut.of(line) for line in rows], next_cursor=after)


@router.get("/proposals/{proposal_id}/milestones", responses=problems(404))
def get_proposal_milestones(
    proposal_id: RowId, actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[MilestoneOut]:
    """The proposal's schedule outline, in order."""
    found = milestones_of(session, actor, proposal_id)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda milestone: milestone.id)
    return Page(items=[MilestoneOut.model_validate(milestone) for milestone in rows], next_cursor=after)


@router.get("/agreements", responses=problems(404))
def get_agreements(
    actor: CurrentActor, session: Reading, project: OfProject, limit: Limit = 50, cursor: Cursor = None
) -> Page[AgreementOut]:
    """Agreements on accepted proposals."""
    found = list_agreements(session, actor, project_id=project)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda agreement: agreement.id)
    return Page(items=[AgreementOut.model_validate(agreement) for agreement in rows], next_cursor=after)

"""Where a cited row is shown: `/rows/{table}/{id}` leads to the page and the place on it, for whoever may see it there.

What is not there, what is another's and what a role does not include are told apart nowhere: all are not found.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse
from sqlmodel import SQLModel

from api.deps import SESSION_COOKIE, Studio
from store.access.policy import require, require_project
from store.access.queries import actor_of_session
from store.budget.tables import BudgetLineRow, BudgetRow, RateItemRow
from store.changes.queries import get_change_set
from store.crew.queries import get_person
from store.documents.queries import get_document
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, NotFound
from store.projects.queries import get_client, get_project, list_contacts
from store.projects.tables import Contact
from store.proposals.queries import get_brief, get_proposal, list_agreements
from store.proposals.tables import Agreement, ProposalMilestone

if TYPE_CHECKING:
    from sqlmodel import Session

router = APIRouter(include_in_schema=False)

R = TypeVar("R", bound=SQLModel)
Way = Callable[["Session", Actor, str], str]

NOWHERE = "/not-found"


@router.get("/rows/{table}/{row_id}")
def get_row(table: str, row_id: str, studio: Studio, request: Request) -> RedirectResponse:
    """Lead the person whose session this is to a row."""
    with studio.database.read() as session:
        try:
            actor = actor_of_session(session, request.cookies.get(SESSION_COOKIE, ""), studio.clock.now())
        except DomainError:
            return RedirectResponse(f"/sign-in?next={quote(request.url.path)}", 303)
        try:
            where = place_of(session, actor, table, row_id)
        except DomainError:
            where = NOWHERE
    return RedirectResponse(where, 303)


def place_of(session: Session, actor: Actor, table: str, row_id: str) -> str:
    """Return the address at which a row is shown. Raises `NotFound` or `Forbidden` for what the actor may not see."""
    way = _WAYS.get(table)
    if way is None or len(row_id) > 60:
        raise NotFound(f"{table} {row_id}")
    return way(session, actor, row_id)


def _project(session: Session, actor: Actor, row_id: str) -> str:
    return f"/projects/{get_project(session, actor, row_id).project.code}"


def _client(session: Session, actor: Actor, row_id: str) -> str:
    return f"/projects?client={get_client(session, actor, row_id).id}"


def _contact(session: Session, actor: Actor, row_id: str) -> str:
    contact = _row(session, Contact, row_id)
    if contact.id not in {one.id for one in list_contacts(session, actor, client_id=contact.client_id)}:
        raise NotFound(f"Contact {row_id}")
    return f"/projects?client={contact.client_id}"


def _brief(session: Session, actor: Actor, row_id: str) -> str:
    brief = get_brief(session, actor, row_id)
    return f"{_project(session, actor, brief.project_id)}/brief#{brief.id}"


def _proposal(session: Session, actor: Actor, row_id: str) -> str:
    found = get_proposal(session, actor, row_id)
    return f"/projects/{found.project_code}/brief?version={found.proposal.id}#{found.proposal.id}"


def _milestone(session: Session, actor: Actor, row_id: str) -> str:
    step = _row(session, ProposalMilestone, row_id)
    return f"{_proposal(session, actor, step.proposal_id).partition('#')[0]}#{step.id}"


def _agreement(session: Session, actor: Actor, row_id: str) -> str:
    agreement = _row(session, Agreement, row_id)
    if agreement.id not in {one.id for one in list_agreements(session, actor, project_id=agreement.project_id)}:
        raise NotFound(f"Agreement {row_id}")
    return _proposal(session, actor, agreement.proposal_id)


def _budget(session: Session, actor: Actor, row_id: str) -> str:
    require(actor, "budget.read")
    row = _row(session, BudgetRow, row_id)
    require_project(actor, row.project_id)
    return f"{_project(session, actor, row.project_id)}/budget?budget={row.id}"


def _line(session: Session, actor: Actor, row_id: str) -> str:
    require(actor, "budget.read")
    line = _row(session, BudgetLineRow, row_id)
    return f"{_budget(session, actor, line.budget_id)}#{line.id}"


def _rate(session: Session, actor: Actor, row_id: str) -> str:
    require(actor, "rate_card.read")
    item = _row(session, RateItemRow, row_id)
    return f"/rate-card?item={item.id}#{item.id}"


def _person(session: Session, actor: Actor, row_id: str) -> str:
    return f"/people/{get_person(session, actor, row_id).id}"


def _document(session: Session, actor: Actor, row_id: str) -> str:
    return f"/documents/{get_document(session, actor, row_id).id}"


def _change_set(session: Session, actor: Actor, row_id: str) -> str:
    return f"/approvals/{get_change_set(session, actor, row_id).id}"


def _row(session: Session, table: type[R], row_id: str) -> R:
    found = session.get(table, row_id)
    if found is None:
        raise NotFound(f"{table.__name__.removesuffix('Row')} {row_id}")
    return found


_WAYS: dict[str, Way] = {
    "project": _project,
    "client": _client,
    "contact": _contact,
    "brief": _brief,
    "proposal": _proposal,
    "proposal_milestone": _milestone,
    "agreement": _agreement,
    "budget": _budget,
    "budget_line": _line,
    "rate_item": _rate,
    "person": _person,
    "document": _document,
    "change_set": _change_set,
}

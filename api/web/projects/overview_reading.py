"""What a project's overview reads: its gate, its dates, its money and its people, each only for who may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from api.web.components.change_card import Card
from store.budget.queries import get_budget, list_budgets
from store.changes.queries import get_change_set, list_change_sets
from store.kernel.actor import Actor
from store.kernel.money import Money
from store.projects.gate_states import Requirement, gates_of
from store.projects.queries import get_project, list_contacts
from store.projects.sight import is_outside
from store.proposals.queries import list_proposals, milestones_of
from store.proposals.tables import Proposal

if TYPE_CHECKING:
    from sqlmodel import Session

_MOST_PENDING = 20


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone, first and last day included."""

    id: str
    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class OfferLine:
    """The offer that counts: the accepted one, or else the newest that its reader may see."""

    id: str
    revision: int
    status: str
    total: Money


@dataclass(frozen=True, slots=True)
class BudgetTotal:
    id: str
    name: str
    status: str
    total: Money


@dataclass(frozen=True, slots=True)
class ContactLine:
    id: str
    name: str
    title: str | None
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """A project at a glance. Parts that its reader may not see are empty, and were not read."""

    id: str
    code: str
    stage: str
    status: str
    starts_on: date | None
    delivery_on: date | None
    summary: str | None
    outside: bool
    gate: tuple[Requirement, ...]
    offer: OfferLine | None
    steps: tuple[Step, ...]
    budgets: tuple[BudgetTotal, ...]
    pending: tuple[Card, ...]
    contacts: tuple[ContactLine, ...]


def read_overview(session: Session, actor: Actor, code: str) -> Overview:
    """Return a project's overview. Raises `NotFound`, also for one that the actor may not know of."""
    project = get_project(session, actor, code).project
    outside = is_outside(actor)
    offer = _offer(session, actor, project.id)
    steps = milestones_of(session, actor, offer.id) if offer else []
    return Overview(
        id=project.id,
        code=project.code,
        stage=project.stage,
        status=project.status,
        starts_on=project.starts_on,
        delivery_on=project.delivery_on,
        summary=None if outside else project.summary,
        outside=outside,
        gate=() if outside else gates_of(session, {project.id: project.stage})[project.id],
        offer=OfferLine(offer.id, offer.revision, offer.status, Money(offer.total_minor, offer.currency))
        if offer
        else None,
        steps=tuple(Step(step.id, step.name, step.starts_on, step.ends_on) for step in steps),
        budgets=_budgets(session, actor, project.id),
        pending=_pending(session, actor, project.id),
        contacts=_contacts(session, actor, project.client_id),
    )


def _offer(session: Session, actor: Actor, project_id: str) -> Proposal | None:
    if not (actor.may("proposals.read") or actor.may("offers.read")):
        return None
    offers = [found.proposal for found in list_proposals(session, actor, project_id=project_id)]
    return next((offer for offer in offers if offer.status == "accepted"), offers[0] if offers else None)


def _budgets(session: Session, actor: Actor, project_id: str) -> tuple[BudgetTotal, ...]:
    if not actor.may("budget.read"):
        return ()
    return tuple(
        BudgetTotal(row.id, row.name, row.status, get_budget(session, actor, row.id).totals.total)
        for row in list_budgets(session, actor, project_id=project_id)
    )


def _pending(session: Session, actor: Actor, project_id: str) -> tuple[Card, ...]:
    if not actor.may("changes.read"):
        return ()
    page = list_change_sets(session, actor, status="pending", project_id=project_id, limit=_MOST_PENDING)
    return tuple(Card.of(get_change_set(session, actor, head.id)) for head in page.items)


def _contacts(session: Session, actor: Actor, client_id: str) -> tuple[ContactLine, ...]:
    if not actor.may("contacts.read"):
        return ()
    return tuple(
        ContactLine(one.id, one.name, one.title, one.email, one.phone)
        for one in list_contacts(session, actor, client_id=client_id)
    )

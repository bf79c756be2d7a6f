"""The board: every project the actor may see, each on a card, by a handful of statements however many there are.

A card holds only what its reader may see: who sees no money has no total on it, a client neither gate nor changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select as select_many
from sqlmodel import Session, col

from store.access.policy import require
from store.changes.queries import pending_by_project
from store.kernel.actor import Actor
from store.kernel.money import Money
from store.projects.gate_states import gates_of
from store.projects.queries import ProjectSummary, list_projects
from store.projects.sight import is_outside
from store.proposals.queries import OFFERED
from store.proposals.tables import Proposal


@dataclass(frozen=True, slots=True)
class OfferOnCard:
    """The offer that counts: the accepted one, or else the newest."""

    status: str
    revision: int
    total: Money


@dataclass(frozen=True, slots=True)
class BoardCard:
    """A project on the board. None stands for what the reader is not shown, or what there is not."""

    id: str
    code: str
    name: str
    client_id: str
    client: str
    stage: str
    status: str
    delivery_on: date | None
    offer: OfferOnCard | None
    pending: int
    gate_met: int
    gate_asked: int


def read_board(session: Session, actor: Actor, *, status: str | None = "active") -> tuple[BoardCard, ...]:
    """Return the cards of the projects the actor sees, first due first. Raises `Forbidden` without `projects.read`."""
    require(actor, "projects.read")
    summaries = list_projects(session, actor, status=status)
    outside = is_outside(actor)
    offers = _offers(session, actor)
    pending = {} if outside else pending_by_project(session, actor)
    gates = {} if outside else gates_of(session, {item.project.id: item.project.stage for item in summaries})

    def card(item: ProjectSummary) -> BoardCard:
        project = item.project
        asked = gates.get(project.id, ())
        return BoardCard(
            id=project.id,
            code=project.code,
            name=project.name,
            client_id=project.client_id,
            client=item.client,
            stage=project.stage,
            status=project.status,
            delivery_on=project.delivery_on,
            offer=offers.get(project.id),
            pending=pending.get(project.id, 0),
            gate_met=sum(requirement.met for requirement in asked),
            gate_asked=len(asked),
        )

    return tuple(sorted(map(card, summaries), key=lambda one: (one.delivery_on or date.max, one.code)))


def _offers(session: Session, actor: Actor) -> dict[str, OfferOnCard]:
    """Return each project's offer that counts; nothing for who sees neither proposals nor offers."""
    if not (actor.may("proposals.read") or actor.may("offers.read")):
        return {}
    query = select_many(
        col(Proposal.project_id),
        col(Proposal.status),
        col(Proposal.revision),
        col(Proposal.total_minor),
        col(Proposal.currency),
    ).order_by(col(Proposal.revision))
    if not actor.may("proposals.read"):
        query = query.where(col(Proposal.status).in_(OFFERED))
    if actor.project_ids is not None:
        query = query.where(col(Proposal.project_id).in_(actor.project_ids))
    counts: dict[str, OfferOnCard] = {}
    for project_id, status, revision, minor, currency in session.execute(query):
        if project_id in counts and counts[project_id].status == "accepted":
            continue
        counts[project_id] = OfferOnCard(status, revision, Money(minor, currency))
    return counts

"""Reading briefs, proposals and agreements. A client is shown offers: what was sent, and its total, no lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import Select, bindparam
from sqlalchemy import select as select_many
from sqlmodel import Session, col, select

from store.access.policy import require
from store.kernel.actor import Actor
from store.kernel.columns import within
from store.kernel.errors import Forbidden, NotFound
from store.projects.tables import Client, Project
from store.proposals.tables import Agreement, Brief, Proposal, ProposalMilestone

OFFERED = ("sent", "accepted", "declined")


@dataclass(frozen=True, slots=True)
class ProposalSummary:
    """A proposal with its project's code and its client's name."""

    proposal: Proposal
    project_code: str
    client: str


def list_briefs(session: Session, actor: Actor, *, project_id: str | None = None) -> list[Brief]:
    """Return the briefs of projects the actor may see, newest first. Raises `Forbidden` without `briefs.read`."""
    require(actor, "briefs.read")
    query = select(Brief).order_by(col(Brief.received_on).desc(), col(Brief.id).desc())
    if actor.project_ids is not None:
        query = query.where(col(Brief.project_id).in_(actor.project_ids))
    if project_id is not None:
        query = query.where(col(Brief.project_id) == project_id)
    return list(session.exec(query).all())


def get_brief(session: Session, actor: Actor, brief_id: str) -> Brief:
    """Return a brief. Raises `NotFound`, also for one of a project that the actor may not know of."""
    require(actor, "briefs.read")
    brief = session.get(Brief, brief_id)
    if brief is None or not actor.sees_project(brief.project_id):
        raise NotFound(f"Brief {brief_id}")
    return brief


def list_proposals(
    session: Session,
    actor: Actor,
    *,
    project_id: str | None = None,
    client_ids: Sequence[str] | None = None,
    status: str | None = None,
) -> list[ProposalSummary]:
    """Return the proposals the actor may see, by project, newest first; without `proposals.read`, offers only."""
    offers_only = not actor.may("proposals.read")
    if offers_only:
        require(actor, "offers.read")
    given = {"scope": actor.project_ids, "project": project_id, "clients": client_ids, "status": status}
    only = tuple(name for name, value in given.items() if value is not None)
    query = _proposals(only, offers_only=offers_only)
    return [ProposalSummary(*row) for row in session.execute(query, {name: given[name] for name in only})]


@cache
def _proposals(only: tuple[str, ...], *, offers_only: bool) -> Select[Proposal, str, str]:
    asked = {
        "scope": within(col(Proposal.project_id), "scope"),
        "project": col(Proposal.project_id) == bindparam("project"),
        "clients": within(col(Project.client_id), "clients"),
        "status": col(Proposal.status) == bindparam("status"),
    }
    query = _in_place().order_by(col(Project.code), col(Proposal.revision).desc())
    if offers_only:
        query = query.where(col(Proposal.status).in_(OFFERED))
    return query.where(*(asked[name] for name in only))


def _in_place() -> Select[Proposal, str, str]:
    return (
        select_many(Proposal, col(Project.code), col(Client.name))
        .join(Project, col(Project.id) == col(Proposal.project_id))
        .join(Client, col(Client.id) == col(Project.client_id))
    )


def get_proposal(session: Session, actor: Actor, proposal_id: str) -> ProposalSummary:
    """Return a proposal. Raises `NotFound`, also for what the actor may not know of."""
    if not (actor.may("proposals.read") or actor.may("offers.read")):
        raise Forbidden(f"Your role ({actor.role.replace('_', ' ')}) does not include proposals.")
    row = session.execute(_in_place().where(col(Proposal.id) == proposal_id)).first()
    if row is None or not actor.sees_project(row[0].project_id):
        raise NotFound(f"Proposal {proposal_id}")
    if not actor.may("proposals.read") and row[0].status not in OFFERED:
        raise NotFound(f"Proposal {proposal_id}")
    return ProposalSummary(*row)


def milestones_of(session: Session, actor: Actor, proposal_id: str) -> list[ProposalMilestone]:
    """Return a proposal's schedule outline in order."""
    get_proposal(session, actor, proposal_id)
    query = select(ProposalMilestone).where(col(ProposalMilestone.proposal_id) == proposal_id)
    return list(session.exec(query.order_by(col(ProposalMilestone.position))).all())


def steps_during(session: Session, actor: Actor, first: date, last: date) -> list[tuple[ProposalMilestone, str]]:
    """Return the steps of accepted offers that fall into these days, each with its project's id, in order of time.

    Only of projects that the actor may see; none for who sees no offers.
    """
    if not (actor.may("proposals.read") or actor.may("offers.read")):
        return []
    step = ProposalMilestone
    query = (
        select(step, Proposal.project_id)
        .join(Proposal, col(Proposal.id) == col(step.proposal_id))
        .where(Proposal.status == "accepted", col(step.starts_on) <= last, col(step.ends_on) >= first)
        .order_by(col(step.starts_on), col(step.id))
    )
    if actor.project_ids is not None:
        query = query.where(col(Proposal.project_id).in_(actor.project_ids))
    return list(session.exec(query).all())


def list_agreements(session: Session, actor: Actor, *, project_id: str | None = None) -> list[Agreement]:
    """Return the agreements of projects the actor may see. Raises `Forbidden` without `proposals.read`."""
    require(actor, "proposals.read")
    query = select(Agreement).order_by(col(Agreement.id))
    if actor.project_ids is not None:
        query = query.where(col(Agreement.project_id).in_(actor.project_ids))
    if project_id is not None:
        query = query.where(col(Agreement.project_id) == project_id)
    return list(session.exec(query).all())

"""What the page of a brief and its proposals reads. A client is shown what was offered: no parts of the total, no rules
behind the dates, no questions, warnings or levers, and nothing of the brief's reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from store.kernel.actor import Actor
from store.kernel.errors import Forbidden, NotFound
from store.kernel.money import Money
from store.projects.queries import get_project
from store.proposals.comparison import basis_of_lever
from store.proposals.facts import BriefReading
from store.proposals.queries import get_proposal, list_agreements, list_briefs, list_proposals, milestones_of
from store.proposals.tables import Brief, Proposal

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the offer, as the list of them names it."""

    id: str
    revision: int
    status: str
    total: Money


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the outline. `rule` is what put it there; None for who is not shown it."""

    id: str
    name: str
    starts_on: date
    ends_on: date
    rule: str | None


@dataclass(frozen=True, slots=True)
class Lever:
    """A way to bring the total down; `basis` says whether its figures hold tax."""

    description: str
    saving: Money
    new_total: Money
    fits: bool
    basis: str


@dataclass(frozen=True, slots=True)
class Inside:
    """What of an offer only the studio's own people see."""

    parts: tuple[tuple[str, Money], ...]
    questions: tuple[str, ...]
    warnings: tuple[str, ...]
    levers: tuple[Lever, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """One version of the offer, as far as its reader may see it."""

    id: str
    revision: int
    title: str
    status: str
    total: Money
    delivery_on: date | None
    steps: tuple[Step, ...]
    terms: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    exclusions: tuple[str, ...]
    inside: Inside | None


@dataclass(frozen=True, slots=True)
class BriefShown:
    """A brief on record with its reading."""

    id: str
    title: str
    received_on: date
    document_id: str | None
    reading: BriefReading


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """The agreement on an accepted offer."""

    id: str
    status: str
    signed_on: date | None
    revision_rounds: int | None
    deposit_percent: Decimal | None


@dataclass(frozen=True, slots=True)
class BriefAndProposal:
    """The whole page: versions newest first, and the one that is shown."""

    project_id: str
    code: str
    versions: tuple[Version, ...]
    shown: Offer | None
    briefs: tuple[BriefShown, ...]
    agreement: AgreementShown | None


def read_brief_and_proposal(session: Session, actor: Actor, code: str, version: str | None) -> BriefAndProposal:
    """Return the page of a project; `version` is a proposal's id, else the newest is shown.

    Raises `NotFound`, also for what the actor may not know of, and `Forbidden` for who sees none of it.
    """
    project = get_project(session, actor, code).project
    sees_offers = actor.may("proposals.read") or actor.may("offers.read")
    if not (sees_offers or actor.may("briefs.read")):
        raise Forbidden(f"Your role ({actor.role.replace('_', ' ')}) does not include briefs and proposals.")
    rows = [found.proposal for found in list_proposals(session, actor, project_id=project.id)] if sees_offers else []
    chosen = _chosen(session, actor, rows, project.id, version)
    return BriefAndProposal(
        project_id=project.id,
        code=project.code,
        versions=tuple(
            Version(row.id, row.revision, row.status, Money(row.total_minor, row.currency))
            for row in sorted(rows, key=lambda row: -row.revision)
        ),
        shown=_offer(session, actor, chosen) if chosen else None,
        briefs=_briefs(session, actor, project.id),
        agreement=_agreement(session, actor, chosen) if chosen else None,
    )


def _chosen(
    session: Session, actor: Actor, rows: list[Proposal], project_id: str, version: str | None
) -> Proposal | None:
    if version is None:
        return max(rows, key=lambda row: row.revision, default=None)
    found = get_proposal(session, actor, version).proposal
    if found.project_id != project_id:
        raise NotFound(f"Proposal {version}")
    return found


def _offer(session: Session, actor: Actor, row: Proposal) -> Offer:
    inside = actor.may("proposals.read")
    return Offer(
        id=row.id,
        revision=row.revision,
        title=row.title,
        status=row.status,
        total=Money(row.total_minor, row.currency),
        delivery_on=row.delivery_on,
        steps=tuple(
            Step(step.id, step.name, step.starts_on, step.ends_on, step.rule if inside else None)
            for step in milestones_of(session, actor, row.id)
        ),
        terms=tuple((term["title"], term["text"]) for term in row.terms),
        assumptions=tuple(row.assumptions),
        exclusions=tuple(row.exclusions),
        inside=_inside(row) if inside else None,
    )


def _inside(row: Proposal) -> Inside:
    parts = (
        ("Lines", row.subtotal_minor),
        ("Contingency", row.contingency_minor),
        ("Production fee", row.fee_minor),
        ("Tax", row.tax_minor),
    )
    return Inside(
        parts=tuple((name, Money(minor, row.currency)) for name, minor in parts),
        questions=tuple(str(question["question"]) for question in row.open_questions),
        warnings=tuple(str(warning["message"]) for warning in row.warnings),
        levers=tuple(
            Lever(
                str(lever["description"]),
                Money(lever["saving_minor"], row.currency),
                Money(lever["new_total_minor"], row.currency),
                bool(lever["fits"]),
                basis_of_lever(lever["saving_minor"], lever["new_total_minor"], total_minor=row.total_minor),
            )
            for lever in row.levers
        ),
    )


def _briefs(session: Session, actor: Actor, project_id: str) -> tuple[BriefShown, ...]:
    if not actor.may("briefs.read"):
        return ()
    return tuple(_brief(row) for row in list_briefs(session, actor, project_id=project_id))


def _brief(row: Brief) -> BriefShown:
    return BriefShown(row.id, row.title, row.received_on, row.document_id, BriefReading.model_validate(row.reading))


def _agreement(session: Session, actor: Actor, offer: Proposal) -> AgreementShown | None:
    """Return the agreement that rests on this version: an earlier one's is not for a newer offer."""
    if not actor.may("proposals.read"):
        return None
    found = [one for one in list_agreements(session, actor, project_id=offer.project_id) if one.proposal_id == offer.id]
    if not found:
        return None
    row = found[-1]
    return AgreementShown(row.id, row.status, row.signed_on, row.revision_rounds, row.deposit_percent)

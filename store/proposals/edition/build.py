"""Reading an edition: what the actor may see of a proposal, and for the house's own edition what is behind it."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from store.access.logo import read_logo
from store.access.policy import require
from store.access.queries import get_studio
from store.access.tables import Studio
from store.documents.storage import FileStore
from store.kernel.actor import Actor
from store.kernel.money import Money
from store.projects.tables import Contact, Project
from store.proposals.comparison import basis_of_lever
from store.proposals.edition.accounts import accounts_of, percents_of
from store.proposals.edition.data import (
    Clause,
    Edition,
    EditionKind,
    Evidenced,
    House,
    Inside,
    Lever,
    PieceToMake,
    Price,
    Recipient,
    Step,
)
from store.proposals.edition.words import approach, stated
from store.proposals.facts import BriefFacts, BriefReading
from store.proposals.queries import get_proposal, milestones_of
from store.proposals.tables import Brief, Proposal
from store.proposals.validity import valid_until
from store.proposals.versions import lines_of


def build_edition(
    session: Session, actor: Actor, proposal_id: str, *, kind: EditionKind, files: FileStore, today: date
) -> Edition:
    """Return an edition of a proposal that the actor may see.

    A client opens the client's edition of what it was sent, lines included: that is the offer. The studio's own people
    need the right to see money for either edition, and to read briefs for their own. Raises `Forbidden`, `NotFound`.
    """
    inside = kind == "internal"
    if inside:
        for permission in ("proposals.read", "budget.read", "briefs.read"):
            require(actor, permission)
    summary = get_proposal(session, actor, proposal_id)
    if actor.may("proposals.read"):
        require(actor, "budget.read")
    offer, studio = summary.proposal, get_studio(session)
    project = session.get_one(Project, offer.project_id)
    brief = session.get(Brief, offer.brief_id) if offer.brief_id else None
    reading = BriefReading.model_validate(brief.reading) if brief else None
    facts = reading.facts if reading else BriefFacts()
    budget = lines_of(session, offer.id)
    terms = tuple(Clause(term["title"], term["text"]) for term in offer.terms)
    return Edition(
        kind=kind,
        house=_house(studio),
        logo=read_logo(session, files),
        recipient=_recipient(session, project, summary.client),
        code=project.code,
        project=project.name,
        title=offer.title,
        version=offer.revision,
        status=offer.status,
        on=offer.sent_on or today,
        sent_on=offer.sent_on,
        decided_on=offer.decided_on,
        valid_until=valid_until(offer.terms),
        objective=facts.objective,
        approach=tuple(Clause(title, text) for title, text in approach(facts)),
        pieces=_pieces(facts),
        accounts=accounts_of(budget, inside=inside) if budget else (),
        price=_price(offer, percents_of(budget)),
        steps=tuple(
            Step(step.name, step.starts_on, step.ends_on, step.rule if inside else None)
            for step in milestones_of(session, actor, offer.id)
        ),
        terms=terms,
        assumptions=tuple(offer.assumptions),
        exclusions=tuple(offer.exclusions),
        questions=tuple(question["question"] for question in offer.open_questions),
        inside=_inside(offer, reading) if inside else None,
    )


def _house(studio: Studio) -> House:
    return House(
        name=studio.name,
        legal_name=studio.legal_name,
        address=tuple(line.strip() for line in (studio.address or "").splitlines() if line.strip()),
        email=studio.email,
        phone=studio.phone,
        website=studio.website,
        tax_number=studio.tax_number,
        accent_colour=studio.accent_colour,
        country=studio.home_country,
    )


def _recipient(session: Session, project: Project, client: str) -> Recipient:
    contact = session.get(Contact, project.contact_id) if project.contact_id else None
    if contact is None:
        return Recipient(client, None, None, None)
    return Recipient(client, contact.name, contact.title, contact.email)


def _pieces(facts: BriefFacts) -> tuple[PieceToMake, ...]:
    return tuple(
        PieceToMake(piece.quantity, piece.name, piece.duration_seconds, piece.aspect_ratios)
        for piece in facts.deliverables
    )


def _price(offer: Proposal, percents: dict[str, object]) -> Price:
    parts = ("subtotal", "contingency", "fee", "tax", "total")
    money = {part: Money(getattr(offer, f"{part}_minor"), offer.currency) for part in parts}
    return Price(**money, **percents)  # type: ignore[arg-type]


def _inside(offer: Proposal, reading: BriefReading | None) -> Inside:
    facts = reading.facts if reading else BriefFacts()
    evidence = reading.evidence if reading else {}
    return Inside(
        facts=tuple(
            Evidenced(
                name.replace("_", " ").capitalize(),
                stated(getattr(facts, name)),
                tuple(" ".join(quote.quote.split()) for quote in evidence.get(name, ())),
            )
            for name in BriefFacts.model_fields
            if getattr(facts, name) not in (None, ())
        ),
        warnings=tuple(warning["message"] for warning in offer.warnings),
        levers=tuple(
            Lever(
                lever["description"],
                Money(lever["saving_minor"], offer.currency),
                Money(lever["new_total_minor"], offer.currency),
                basis_of_lever(lever["saving_minor"], lever["new_total_minor"], total_minor=offer.total_minor),
            )
            for lever in offer.levers
        ),
    )

"""From a brief's facts to the operations of one change set: client, contact, project, brief, proposal and budget.

Nothing is made twice: a client, a contact or a project that the studio has already is used, not copied; a client or a
contact also when it came while the change set waited, and a project then gets the next number that is free.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from store.changes.operation import Operation
from store.kernel.actor import Actor
from store.kernel.database import Session
from store.kernel.evidence import Evidence, Span
from store.kernel.ids import new_id
from store.projects.operations import CreateClient, CreateContact, CreateProject
from store.projects.queries import client_named, list_contacts, list_projects
from store.projects.sight import is_same_person
from store.projects.tables import Client
from store.proposals.compose import ProposalDraft
from store.proposals.facts import BriefReading
from store.proposals.offer import budget, offer
from store.proposals.operations import RecordBrief

UNNAMED_CLIENT = "Client to be confirmed"


@dataclass(frozen=True, slots=True)
class BriefRecord:
    """A brief as it came: its document, the day it came, its reading, and the project whose offer it changes."""

    document_id: str
    received_on: date
    reading: BriefReading
    project_id: str | None = None


def operations_for(session: Session, actor: Actor, record: BriefRecord, draft: ProposalDraft) -> list[Operation]:
    """Return the operations that put a brief and its priced proposal on record."""
    facts = record.reading.facts
    operations: list[Operation] = []
    client = known_client(session, facts.client)
    client_id = client.id if client else new_id("cli")
    if client is None:
        named = facts.client is not None
        operations.append(CreateClient(id=client_id, name=facts.client or UNNAMED_CLIENT, unless_known=named))
    contact_id = _contact(session, actor, record.reading, client, client_id, operations)
    project_id = _project(session, actor, record, draft, client, client_id, contact_id, operations)
    brief_id, proposal_id = new_id("brf"), new_id("pro")
    operations.append(
        RecordBrief(
            id=brief_id,
            project_id=project_id,
            document_id=record.document_id,
            contact_id=contact_id,
            title=draft.title,
            language=record.reading.language,
            received_on=record.received_on,
            reading=record.reading,
        )
    )
    questions = record.reading.open_questions
    operations.append(
        offer(draft, proposal_id=proposal_id, project_id=project_id, brief_id=brief_id, questions=questions)
    )
    name = f"Proposal budget: {draft.title}"
    operations += budget(draft, budget_id=new_id("bud"), project_id=project_id, proposal_id=proposal_id, name=name)
    return operations


def known_client(session: Session, name: str | None) -> Client | None:
    """Return the client of this name that the studio has already."""
    return client_named(session, name) if name else None


def evidence_of(document_id: str, reading: BriefReading) -> list[Evidence]:
    """Return every quote of a reading as evidence."""
    return [
        Evidence(
            source_kind="brief",
            source_id=document_id,
            locator=Span(start=quote.start, end=quote.end),
            quote=quote.quote,
        )
        for quotes in reading.evidence.values()
        for quote in quotes
    ]


def _contact(
    session: Session,
    actor: Actor,
    reading: BriefReading,
    client: Client | None,
    client_id: str,
    operations: list[Operation],
) -> str | None:
    contact = reading.facts.contact
    if contact is None or not (contact.name or contact.email):
        return None
    if client is not None:
        for known in list_contacts(session, actor, client_id=client.id):
            if is_same_person(known, name=contact.name, email=contact.email):
                return known.id
    contact_id = new_id("con")
    operations.append(
        CreateContact(
            id=contact_id,
            client_id=client_id,
            name=contact.name or str(contact.email),
            email=contact.email,
            phone=contact.phone,
            unless_known=True,
        )
    )
    return contact_id


def _project(
    session: Session,
    actor: Actor,
    record: BriefRecord,
    draft: ProposalDraft,
    client: Client | None,
    client_id: str,
    contact_id: str | None,
    operations: list[Operation],
) -> str:
    if record.project_id is not None:
        return record.project_id
    facts = record.reading.facts
    name = (facts.title or draft.title)[:200]
    if client is not None and facts.title:
        for summary in list_projects(session, actor, client_id=client.id, status="active"):
            if summary.project.name.casefold() == name.casefold():
                return summary.project.id
    project_id = new_id("prj")
    operations.append(
        CreateProject(
            id=project_id,
            series=series_of(facts.client or UNNAMED_CLIENT, record.received_on),
            name=name,
            client_id=client_id,
            contact_id=contact_id,
            currency=draft.priced.currency,
            summary=facts.objective,
            delivery_on=facts.delivery_on,
        )
    )
    return project_id


def series_of(client: str, received_on: date) -> str:
    """Return the series of a client's project codes: its first letters and the year (`LUM-27`, as in `LUM-27-01`)."""
    letters = re.sub(r"[^A-Z0-9]", "", client.upper().translate(_PLAIN_LETTERS))[:3] or "PRJ"
    return f"{letters}-{received_on:%y}"


_PLAIN_LETTERS = str.maketrans("ÄÀÁÂÃÅÇÈÉÊËÌÍÎÏÑÖÒÓÔÕØÜÙÚÛÝ", "AAAAAACEEEEIIIINOOOOOOUUUUY")

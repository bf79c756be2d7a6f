"""From a brief's facts to the operations of one change set: client, contact, project, brief, proposal and budget.

Nothing is made twice: a client, a contact or a project that the studio has already is used, not copied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlmodel import Session

from store.budget.aicp import Side, chart
from store.budget.operations import AddBudgetAccount, AddBudgetLine, CreateBudget
from store.changes.operation import Operation
from store.kernel.actor import Actor
from store.kernel.evidence import Evidence, Span
from store.kernel.ids import new_id
from store.projects.operations import CreateClient, CreateContact, CreateProject
from store.projects.queries import client_named, codes_in_use, list_contacts, list_projects
from store.projects.tables import Client
from store.proposals.compose import ProposalDraft
from store.proposals.facts import BriefReading, OpenQuestion
from store.proposals.operations import CreateProposal, OfferedLever, PlannedMilestone, RecordBrief, Term

UNNAMED_CLIENT = "Client to be confirmed"
_CHART = "aicp"
_SECTIONS: dict[Side, Literal["ATL", "BTL", "OTHER"]] = {Side.ABOVE: "ATL", Side.BELOW: "BTL", Side.OTHER: "OTHER"}


@dataclass(frozen=True, slots=True)
class BriefRecord:
    """A brief as it came: its document, the day it came, and its reading."""

    document_id: str
    received_on: date
    reading: BriefReading


def operations_for(session: Session, actor: Actor, record: BriefRecord, draft: ProposalDraft) -> list[Operation]:
    """Return the operations that put a brief and its priced proposal on record."""
    facts = record.reading.facts
    operations: list[Operation] = []
    client = known_client(session, facts.client)
    client_id = client.id if client else new_id("cli")
    if client is None:
        operations.append(CreateClient(id=client_id, name=facts.client or UNNAMED_CLIENT))
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
    operations.append(_proposal(proposal_id, project_id, brief_id, record.reading.open_questions, draft))
    operations += _budget(proposal_id, project_id, draft)
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
            same_email = contact.email and known.email and contact.email.lower() == known.email.lower()
            if same_email or (not contact.email and known.name == contact.name):
                return known.id
    contact_id = new_id("con")
    operations.append(
        CreateContact(
            id=contact_id,
            client_id=client_id,
            name=contact.name or str(contact.email),
            email=contact.email,
            phone=contact.phone,
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
            code=next_code(session, facts.client or UNNAMED_CLIENT, record.received_on),
            name=name,
            client_id=client_id,
            contact_id=contact_id,
            currency=draft.priced.currency,
            summary=facts.objective,
            delivery_on=facts.delivery_on,
        )
    )
    return project_id


def next_code(session: Session, client: str, received_on: date) -> str:
    """Return a free project code: the client's first letters, the year, a number (`LUM-27-01`)."""
    letters = re.sub(r"[^A-Z0-9]", "", client.upper().translate(_PLAIN_LETTERS))[:3] or "PRJ"
    prefix = f"{letters}-{received_on:%y}-"
    taken = codes_in_use(session, prefix)
    number = next(n for n in range(1, len(taken) + 2) if f"{prefix}{n:02}" not in taken)
    return f"{prefix}{number:02}"


_PLAIN_LETTERS = str.maketrans("ÄÀÁÂÃÅÇÈÉÊËÌÍÎÏÑÖÒÓÔÕØÜÙÚÛÝ", "AAAAAACEEEEIIIINOOOOOOUUUUY")


def _proposal(
    proposal_id: str, project_id: str, brief_id: str, questions: Sequence[OpenQuestion], draft: ProposalDraft
) -> CreateProposal:
    priced = draft.priced
    return CreateProposal(
        id=proposal_id,
        project_id=project_id,
        brief_id=brief_id,
        title=draft.title,
        currency=priced.currency,
        subtotal_minor=priced.subtotal.minor,
        contingency_minor=priced.contingency.minor,
        fee_minor=priced.fee.minor,
        tax_minor=priced.tax.minor,
        total_minor=priced.total.minor,
        delivery_on=draft.milestones[-1].ends_on if draft.milestones else None,
        milestones=tuple(
            PlannedMilestone(name=m.name, starts_on=m.starts_on, ends_on=m.ends_on, rule=m.rule[:200])
            for m in draft.milestones
        ),
        terms=tuple(Term(title=term.title, text=term.text) for term in draft.terms),
        assumptions=tuple(assumption.text for assumption in draft.assumptions),
        exclusions=tuple(exclusion.text for exclusion in draft.exclusions),
        open_questions=tuple(questions),
        warnings=draft.warnings,
        levers=tuple(
            OfferedLever(
                description=lever.description,
                saving_minor=lever.saving.minor,
                new_total_minor=lever.new_total.minor,
                fits=lever.fits,
            )
            for lever in priced.levers
        ),
    )


def _budget(proposal_id: str, project_id: str, draft: ProposalDraft) -> list[Operation]:
    priced, names = draft.priced, chart(_CHART)
    budget_id = new_id("bud")
    operations: list[Operation] = [
        CreateBudget(
            id=budget_id,
            project_id=project_id,
            proposal_id=proposal_id,
            name=f"Proposal budget: {draft.title}"[:200],
            currency=priced.currency,
            contingency_percent=priced.mark_ups.contingency_percent,
            fee_percent=priced.mark_ups.fee_percent,
            tax_percent=priced.mark_ups.tax_percent,
        )
    ]
    account_ids: dict[str, str] = {}
    for account in dict.fromkeys(line.account for line in priced.lines):
        account_ids[account] = f"{budget_id}.{account}"
        operations.append(
            AddBudgetAccount(
                id=account_ids[account],
                budget_id=budget_id,
                code=account,
                name=names.account_name(account)[:120],
                position=names.position(account),
                section=_SECTIONS[names.group_of(account).side],
            )
        )
    for position, line in enumerate(priced.lines):
        operations.append(
            AddBudgetLine(
                id=f"{budget_id}.l{position}",
                budget_id=budget_id,
                account_id=account_ids[line.account],
                position=position,
                description=line.description[:300],
                quantity=line.quantity,
                unit=line.unit.value,
                rate_minor=line.rate.minor,
                currency=line.rate.currency,
                rate_item_id=line.source.rate_item_id,
                source=str(line.source),
            )
        )
    return operations

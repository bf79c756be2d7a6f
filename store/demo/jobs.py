"""A job of the script as dated scenes: the brief and its offer, the answer, the agreement, the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from store.access.operations import AddMembership
from store.budget.operations import SetBudgetStatus
from store.budget.queries import default_rate_card
from store.changes.operation import Operation
from store.changes.tables import ChangeSet
from store.demo.playback import Playback, user_id
from store.demo.script import JobScript, StageLine, load_studio
from store.documents.operations import FileDocument
from store.kernel.errors import NotFound
from store.kernel.evidence import Evidence, Span
from store.projects.operations import (
    ConfirmGate,
    CreateClient,
    CreateContact,
    CreateProject,
    SetProjectStage,
    SetProjectStatus,
)
from store.projects.tables import Client
from store.proposals.agreements import RecordAgreement
from store.proposals.compose import ProposalDraft, compose
from store.proposals.offer import budget, offer
from store.proposals.operations import RecordBrief, SetProposalStatus
from store.proposals.rules import default_pricing_rules


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that happened at a moment; scenes of all jobs are played in the order of their moments."""

    at: datetime
    play: Callable[[Playback], object]


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)


def scenes(job: JobScript) -> Iterator[Scene]:
    """Yield the scenes of a job that was decided on; a pending one is filed by `file_brief` alone."""
    if job.offer is None:
        return
    yield Scene(moment(job.received_on, 9, 12), lambda play: _take_brief(play, job))
    yield Scene(moment(job.offer.sent_on, 14, 30), lambda play: _set_offer(play, job, "sent"))
    answer = job.offer.answer
    if answer is not None and job.offer.answered_on is not None:
        yield Scene(moment(job.offer.answered_on, 10, 5), lambda play: _set_offer(play, job, answer))
    if job.offer.signed_on is not None:
        signed_on = job.offer.signed_on
        yield Scene(moment(signed_on, 15, 40), lambda play: _sign(play, job, signed_on))
    for line in job.stages:
        yield Scene(moment(line.on, 8, 20), lambda play, line=line: _enter(play, job, line))  # type: ignore[misc]
    if job.offer.working_budget:
        yield Scene(moment(job.stages[-1].on, 11), lambda play: _open_working_budget(play, job))


def file_brief(play: Playback, job: JobScript) -> ChangeSet:
    """Keep the brief and let the copilot file its proposal on the producer's behalf, as `greenlight brief` does."""
    document_id = play.document("producer", "brief", job.filename, job.brief)
    reading, draft = job.reading(document_id), price(play, job)
    operations = _introductions(play, job)
    operations.append(
        RecordBrief(
            id=job.id_of("brf"),
            project_id=job.id_of("prj"),
            document_id=document_id,
            contact_id=f"con_demo_{job.contact}",
            title=draft.title,
            language=reading.language,
            received_on=job.received_on,
            reading=reading,
        )
    )
    proposal_id, project_id = job.id_of("pro"), job.id_of("prj")
    operations.append(
        offer(
            draft,
            proposal_id=proposal_id,
            project_id=project_id,
            brief_id=job.id_of("brf"),
            questions=reading.open_questions,
        )
    )
    name = f"Proposal budget: {draft.title}"
    operations += budget(draft, budget_id=job.id_of("bud"), project_id=project_id, proposal_id=proposal_id, name=name)
    evidence = [
        Evidence(source_kind="brief", source_id=document_id, locator=Span(start=q.start, end=q.end), quote=q.quote)
        for quotes in reading.evidence.values()
        for q in quotes
    ]
    rationale = (
        f"Read from {job.filename}: {len(evidence)} quotes support the facts. "
        f"{len(draft.lines)} lines by the rate card come to {draft.total} including tax."
    )
    agent = play.person("producer").as_agent()
    title = f"Proposal: {draft.title}"
    return play.file(agent, title, operations, rationale=rationale, evidence=evidence, tainted=True)


def price(play: Playback, job: JobScript) -> ProposalDraft:
    """Price a job as on the day its brief came in. Raises `NotFound` without a rate card in its currency."""
    card = default_rate_card(play.session, job.currency)
    if card is None:
        raise NotFound(f"A rate card in {job.currency}")
    return compose(job.facts, card, default_pricing_rules(), job.received_on, received_on=job.received_on)


def _introductions(play: Playback, job: JobScript) -> list[Operation]:
    """The client and its contact, unless the studio knows them already, and the project."""
    client = load_studio().client(job.client)
    client_id = f"cli_demo_{client.key}"
    operations: list[Operation] = []
    if play.session.get(Client, client_id) is None:
        operations.append(
            CreateClient(id=client_id, name=client.name, country=client.country, email_domain=client.email_domain)
        )
        operations += [
            CreateContact(id=f"con_demo_{contact.key}", client_id=client_id, **contact.model_dump(exclude={"key"}))
            for contact in client.contacts
        ]
    operations.append(
        CreateProject(
            id=job.id_of("prj"),
            code=job.code,
            name=job.name,
            client_id=client_id,
            contact_id=f"con_demo_{job.contact}",
            currency=job.currency,
            summary=job.summary,
            starts_on=job.starts_on,
            delivery_on=job.delivery_on,
        )
    )
    return operations


def _take_brief(play: Playback, job: JobScript) -> None:
    play.decide("producer", file_brief(play, job))
    members = [user for user in load_studio().users if job.code in user.projects]
    if members:
        play.apply(
            "admin",
            f"{job.code}: who works on it",
            [
                AddMembership(
                    id=f"mem_demo_{user.key.replace('.', '_')}_{job.code}",
                    user_id=user_id(user.key),
                    project_id=job.id_of("prj"),
                )
                for user in members
            ],
        )


def _set_offer(play: Playback, job: JobScript, status: str) -> None:
    fields = {"id": job.id_of("pro"), "status": status, "on": play.clock.now().date()}
    operations: list[Operation] = [SetProposalStatus.model_validate(fields)]
    if job.status == "lost" and status == "declined":
        operations.append(SetProjectStatus(id=job.id_of("prj"), status="lost"))
    play.apply("producer", f"{job.code}: the offer was {status}", operations)


def _sign(play: Playback, job: JobScript, on: date) -> None:
    """Record the signed agreement, and file the deposit invoice that the first stage's gate asks for."""
    draft, client = price(play, job), load_studio().client(job.client)
    deposit = draft.payments[0]
    agreement = play.document(
        "producer",
        "agreement",
        f"{job.code.lower()}-agreement.txt",
        f"Production agreement between {load_studio().studio.name} and {client.name}: {job.name}.\n"
        f"Price before tax: {draft.priced.total_ex_tax}. Signed on {on:%d %B %Y}.\n\n"
        + "\n".join(f"{term.title}: {term.text}" for term in draft.terms),
    )
    invoice = play.document(
        "accountant",
        "invoice",
        f"{job.code.lower()}-deposit-invoice.txt",
        f"Deposit invoice, {job.name}, for {client.name}: {deposit.percent} % of {draft.priced.total_ex_tax}, "
        f"{deposit.amount} plus tax. Due within 14 days of {on:%d %B %Y}.",
    )
    project_id = job.id_of("prj")
    play.apply(
        "producer",
        f"{job.code}: agreement signed, deposit invoiced",
        [
            FileDocument(id=agreement, project_id=project_id, document_kind="agreement"),
            FileDocument(id=invoice, project_id=project_id, document_kind="invoice"),
            RecordAgreement(
                id=job.id_of("agr"),
                proposal_id=job.id_of("pro"),
                status="signed",
                signed_on=on,
                document_id=agreement,
                revision_rounds=job.facts.revision_rounds,
                deposit_percent=deposit.percent,
            ),
        ],
    )


def _enter(play: Playback, job: JobScript, line: StageLine) -> None:
    project_id, word = job.id_of("prj"), line.stage.replace("_", "-")
    operations: list[Operation] = [
        ConfirmGate(id=f"{job.id_of('gco')}_{key}", project_id=project_id, key=key) for key in line.confirm
    ]
    if line.call_sheet is not None:
        sheet = play.document("coordinator", "call_sheet", f"{job.code.lower()}-call-sheet-1.txt", line.call_sheet)
        operations.append(FileDocument(id=sheet, project_id=project_id, document_kind="call_sheet"))
    if line.stage == "production":
        operations.append(SetBudgetStatus(id=job.id_of("bud"), status="locked"))
    operations.append(SetProjectStage(id=project_id, stage=line.stage))
    play.apply("line_producer", f"{job.code} goes into {word}", operations, second="producer")


def _open_working_budget(play: Playback, job: JobScript) -> None:
    operations = budget(
        price(play, job),
        budget_id=job.id_of("wbd"),
        project_id=job.id_of("prj"),
        proposal_id=None,
        name=f"Working budget: {job.name}",
    )
    play.apply("line_producer", f"{job.code}: the working budget opens", operations, second="producer")

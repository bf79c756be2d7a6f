"""Two projects side by side, each with one of everything, for tests of who may see and propose what."""

from __future__ import annotations

from dataclasses import dataclass

from store.documents.storage import FileStore, PageText, add_document, add_text
from store.inbox.tables import Conversation
from store.kernel.ids import new_id
from store.proposals.facts import BriefFacts, BriefReading
from tests.studio import NOON, StudioForTests, operations

Fields = dict[str, object]

OFFER = {"subtotal_minor": 100, "contingency_minor": 0, "fee_minor": 0, "tax_minor": 0, "total_minor": 100}
PERCENTS = {"contingency_percent": "0", "fee_percent": "0", "tax_percent": "0"}
LINE = {"description": "Camera", "quantity": "1", "unit": "Day", "rate_minor": 100, "currency": "EUR"}
_BRIEF_READING = BriefReading(facts=BriefFacts(client="Lumen"), evidence={}).model_dump(mode="json")
RECEIVED = {"received_on": "2027-01-01", "reading": _BRIEF_READING}


@dataclass(frozen=True)
class Place:
    """A project and the ids of the rows in it, each made from the project's code."""

    code: str
    call_sheet: str
    invoice: str
    renaming: str

    def id(self, name: str) -> str:
        return f"{name}_{self.code.lower()}"


@dataclass(frozen=True)
class House:
    """What belongs to no project: a person of the crew, a user to change, a rate card of one item, a policy, a page."""

    person: str = "per_ada"
    user: str = "usr_helper"
    rate_card: str = "rc_test"
    rate_item: str = "rate_test"
    policy: str = "pol_test"
    page: str = "1"


def furnish_house(studio: StudioForTests) -> House:
    house = House()
    card: Fields = {"id": house.rate_card, "name": "Test", "currency": "NOK", "effective_on": "2027-01-01"}
    item = {"id": house.rate_item, "rate_card_id": house.rate_card, "code": "CAM", "account": "51"}
    price = {"department": "Camera", "description": "Camera", "unit": "Day", "rate_minor": 100, "currency": "NOK"}
    rate = {"id": "prt_ada", "person_id": house.person, "unit": "Day", "rate_minor": 100, "currency": "EUR"}
    studio.apply(
        *operations(
            ("add_user", {"id": house.user, "email": "helper@studio.example", "name": "Helper", "role": "crew"}),
            ("set_person", {"id": house.person, "name": "Ada", "job_title": "DoP", "department": "Camera"}),
            ("set_person_rate", {**rate, "effective_on": "2027-01-01"}),
            ("create_rate_card", card),
            ("set_rate_item", {**item, **price}),
            ("set_approval_policy", {"id": house.policy, "role": "editor"}),
        )
    )
    return house


def furnish(studio: StudioForTests, code: str, house: House) -> Place:
    """Make a project with a client, brief, two proposals, budget, agreement, documents, and an applied change."""
    unnamed = Place(code, "", "", "")
    row = unnamed.id
    client, project, contact = row("cli"), row("prj"), row("con")
    draft, accepted, budget, account = row("draft"), row("accepted"), row("bud"), row("acc")
    here = {"project_id": project}
    offer = {**here, "title": "Film", "currency": "EUR", **OFFER}
    project_fields: Fields = {"id": project, "code": code, "name": "Film", "client_id": client, "currency": "EUR"}
    budget_fields: Fields = {"id": budget, **here, "proposal_id": draft, "name": "Lines", "currency": "EUR", **PERCENTS}
    line = {"id": row("lin"), "budget_id": budget, "account_id": account, "position": 0, "source": "test"}
    studio.apply(
        *operations(
            ("create_client", {"id": client, "name": f"Client {code}"}),
            ("create_contact", {"id": contact, "client_id": client, "name": "Mara"}),
            ("create_project", project_fields),
            ("add_membership", {"id": row("mem"), "user_id": house.user, **here}),
            (
                "record_brief",
                {"id": row("bri"), **here, "title": "Brief", **RECEIVED},
            ),
            ("create_proposal", {"id": accepted, **offer}),
            ("create_proposal", {"id": draft, **offer, **dict.fromkeys(OFFER, 0), "milestones": [_MILESTONE]}),
            ("create_budget", budget_fields),
            ("add_budget_account", {"id": account, "budget_id": budget, "code": "51", "name": "Camera", "position": 0}),
            ("add_budget_line", {**line, **LINE}),
            ("set_proposal_status", {"id": accepted, "status": "sent"}),
            ("set_proposal_status", {"id": accepted, "status": "accepted"}),
            ("record_agreement", {"id": row("agr"), "proposal_id": accepted, "status": "draft"}),
        )
    )
    call_sheet, invoice = (_file(studio, project, kind, code) for kind in ("call_sheet", "invoice"))
    renaming = studio.apply(*operations(("change_project", {"id": project, "name": "Renamed"})))
    return Place(code, call_sheet, invoice, renaming.id)


_MILESTONE = {"name": "Shoot", "starts_on": "2027-04-01", "ends_on": "2027-04-02", "rule": "test"}


def _file(studio: StudioForTests, project_id: str, kind: str, code: str) -> str:
    """Keep a document that says which project it is of, and file it there."""
    content = f"{kind} of {code}".encode()
    digest = FileStore(studio.settings.files).put(content)
    with studio.database.write() as session:
        document = add_document(
            session,
            at=NOON,
            added_by=studio.admin.user_id,
            kind="other",
            filename=f"{kind}.txt",
            media_type="text/plain",
            sha256=digest,
            size_bytes=len(content),
        )
        add_text(session, document.id, [PageText(1, 0, content.decode())])
    filing: Fields = {"id": document.id, "project_id": project_id, "document_kind": kind}
    studio.apply(*operations(("file_document", filing)))
    return document.id


def conversation_of(studio: StudioForTests, user_id: str) -> str:
    """Give a user a conversation and return its id."""
    row = Conversation(id=new_id("cnv"), user_id=user_id, title="Talk", channel="test", created_at=NOON)
    with studio.database.write() as session:
        session.add(row)
    return row.id

"""What an operation refuses, whoever proposes it: in words that say why, and with nothing filed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from store.access.tables import Membership
from store.changes.tables import ChangeSet
from store.documents.tables import Document
from store.kernel.errors import DomainError, Forbidden, NotFound
from tests.studio import StudioForTests, operations

FIGURES = dict.fromkeys(("subtotal_minor", "contingency_minor", "fee_minor", "tax_minor", "total_minor"), 0)
PERCENTS = {"contingency_percent": 0, "fee_percent": 0, "tax_percent": 0}
LINE = {"position": 1, "description": "Lens", "quantity": "1", "unit": "Day", "rate_minor": 100, "source": "by hand"}
STUDIO = {"name": "S", "home_currency": "EUR", "home_country": "NL", "home_city": "A"}
RATE = {"id": "rat", "code": "X", "account": "53", "department": "Camera", "description": "Lens", "unit": "Day"}
READING: dict[str, Any] = {"facts": {}, "evidence": {}}
BRIEF = {"title": "Film", "received_on": "2027-03-01", "reading": READING}


@pytest.fixture(scope="module")
def house(shared_studio: StudioForTests) -> StudioForTests:
    """Two projects with an offer, a brief and a budget each; ours has an accepted offer too."""
    studio = shared_studio
    for code in ("own", "other"):
        studio.apply(
            *operations(
                ("create_client", {"id": f"cli_{code}", "name": code}),
                (
                    "create_project",
                    {"id": code, "code": code.upper(), "name": code, "client_id": f"cli_{code}", "currency": "EUR"},
                ),
                ("record_brief", {"id": f"bri_{code}", "project_id": code, **BRIEF}),
                (
                    "create_proposal",
                    {"id": f"pro_{code}", "project_id": code, "title": "Film", "currency": "EUR", **FIGURES},
                ),
                (
                    "create_budget",
                    {"id": f"bud_{code}", "project_id": code, "name": "B", "currency": "EUR", **PERCENTS},
                ),
                (
                    "add_budget_account",
                    {"id": f"acc_{code}", "budget_id": f"bud_{code}", "code": "53", "name": "Camera", "position": 1},
                ),
                (
                    "add_budget_line",
                    {
                        "id": f"lin_{code}",
                        "budget_id": f"bud_{code}",
                        "account_id": f"acc_{code}",
                        "currency": "EUR",
                        **LINE,
                    },
                ),
            )
        )
    accepted = {"id": "pro_won", "project_id": "own", "title": "Film", "currency": "EUR", **FIGURES}
    studio.apply(*operations(("create_proposal", accepted)))
    for status in ("sent", "accepted"):
        studio.apply(*operations(("set_proposal_status", {"id": "pro_won", "status": status})))
    card = {"id": "card", "name": "C", "currency": "EUR", "effective_on": "2027-01-01"}
    studio.apply(*operations(("create_rate_card", card)))
    user = {"id": "usr_x", "email": "ida@studio.example", "name": "Ida", "role": "producer"}
    studio.apply(*operations(("add_user", user)))
    with studio.database.write() as session:
        session.add(
            Document(
                id="doc_other",
                project_id="other",
                kind="brief",
                filename="brief.txt",
                media_type="text/plain",
                sha256="0" * 64,
                size_bytes=1,
                added_by=studio.admin.user_id,
                added_at=studio.clock.now(),
            )
        )
    return studio


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("record_brief", {"id": "b", "project_id": "own", "document_id": "doc_other", **BRIEF}, "filed with another"),
        (
            "create_proposal",
            {"id": "p", "project_id": "own", "brief_id": "bri_other", "title": "F", "currency": "EUR", **FIGURES},
            "brief belongs to another project",
        ),
        ("set_proposal_status", {"id": "pro_own", "status": "accepted"}, "draft cannot become accepted"),
        ("set_proposal_status", {"id": "pro_won", "status": "sent"}, "accepted cannot become sent"),
        ("record_agreement", {"id": "a", "proposal_id": "pro_own", "status": "draft"}, "rests on an accepted one"),
        ("record_agreement", {"id": "a", "proposal_id": "pro_won", "status": "signed"}, "on which day"),
        (
            "record_agreement",
            {"id": "a", "proposal_id": "pro_won", "status": "draft", "document_id": "doc_none"},
            "doc_none",
        ),
        (
            "add_budget_account",
            {"id": "a", "budget_id": "bud_own", "code": "53", "name": "Camera", "position": 2},
            "has an account 53 already",
        ),
        (
            "add_budget_line",
            {"id": "l", "budget_id": "bud_own", "account_id": "acc_own", "currency": "USD", **LINE},
            "a line in USD cannot be added",
        ),
        (
            "add_budget_line",
            {"id": "l", "budget_id": "bud_own", "account_id": "acc_other", "currency": "EUR", **LINE},
            "acc_other was not found",
        ),
        (
            "change_budget_line",
            {"id": "lin_own", "description": "L", "quantity": 1, "unit": "Day", "rate_minor": 1, "currency": "USD"},
            "a line cannot be in USD",
        ),
        ("add_fringe", {"id": "f", "budget_id": "bud_own", "name": "F"}, "^A fringe is either"),
        (
            "add_fringe",
            {"id": "f", "budget_id": "bud_own", "name": "F", "percent": 1, "amount_minor": 1},
            "^A fringe is either",
        ),
        (
            "add_fringe",
            {"id": "f", "budget_id": "bud_own", "account_id": "acc_other", "name": "F", "percent": 1},
            "acc_other was not found",
        ),
        ("set_rate_item", {"rate_card_id": "card", "rate_minor": 1, "currency": "USD", **RATE}, "the item in USD"),
        ("add_user", {"id": "u", "email": "a@b.example", "name": "A", "role": "owner"}, "no role 'owner'"),
        ("add_user", {"id": "u", "email": "IDA@Studio.example", "name": "A", "role": "crew"}, "with the address ida@"),
        (
            "change_user",
            {"id": "usr_x", "role": "owner", "sees_all_projects": True, "is_active": True},
            "no role 'owner'",
        ),
        ("change_studio", {"time_zone": "Mars/Olympus", **STUDIO}, "not a time zone"),
        ("set_studio_logo", {"sha256": "0" * 64}, "both a file and its type"),
        ("set_approval_policy", {"id": "p", "role": "crew", "limit_minor": 1}, "both an amount and a currency"),
    ],
)
def test_it_is_refused_with_the_reason(house: StudioForTests, kind: str, fields: dict[str, Any], words: str) -> None:
    with house.database.read() as session:
        before = len(session.exec(select(ChangeSet.id)).all())
    with pytest.raises(DomainError, match=words):
        house.file(house.admin, *operations((kind, fields)))
    with house.database.read() as session:
        assert len(session.exec(select(ChangeSet.id)).all()) == before


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("add_user", {"id": "u", "email": "a@b.example", "name": "A", "role": "admin"}),
        ("set_approval_policy", {"id": "p", "role": "crew"}),
        ("change_studio", {"time_zone": "Europe/Berlin", **STUDIO}),
    ],
)
def test_who_works_on_some_projects_does_not_change_the_studio(
    house: StudioForTests, kind: str, fields: dict[str, Any]
) -> None:
    with pytest.raises(Forbidden, match="works on all projects"):
        house.file(house.person("admin", "own"), *operations((kind, fields)))


def test_an_agreement_names_no_paper_of_a_project_out_of_sight(house: StudioForTests) -> None:
    paper = {"id": "a", "proposal_id": "pro_won", "status": "draft", "document_id": "doc_other"}
    with pytest.raises(NotFound, match="doc_other"):
        house.file(house.person("line_producer", "own"), *operations(("record_agreement", paper)))


def test_an_administrator_is_left_whoever_else_goes(studio: StudioForTests) -> None:
    """One who was deactivated, and one with another role, are no administrators who stay."""
    left = studio.person("admin", all_projects=True)
    gone = {"role": "admin", "sees_all_projects": True, "is_active": False}
    studio.apply(*operations(("change_user", {"id": left.user_id, **gone})))
    for fields in (gone, {"role": "producer", "sees_all_projects": True, "is_active": True}):
        with pytest.raises(DomainError, match="one active administrator"):
            studio.file(studio.admin, *operations(("change_user", {"id": studio.admin.user_id, **fields})))


def test_who_is_taken_off_one_project_stays_on_another(house: StudioForTests) -> None:
    for project_id in ("own", "other"):
        house.apply(
            *operations(("add_membership", {"id": f"m_{project_id}", "user_id": "usr_x", "project_id": project_id}))
        )
    house.apply(*operations(("remove_membership", {"user_id": "usr_x", "project_id": "own"})))
    with house.database.read() as session:
        memberships = session.exec(select(Membership).where(Membership.user_id == "usr_x")).all()
        assert [row.project_id for row in memberships] == ["other"]

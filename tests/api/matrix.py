"""The permission matrix: for every operation and every read, the roles that may. Written by hand, checked by machine.

It repeats what `store.access.policy` says on purpose: whoever changes a role's rights changes them here as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from store.access.tables import ROLES
from tests.api.places import LINE, OFFER, PERCENTS, RECEIVED, House, Place

Scope = Literal["project", "house", "studio"]
"""`project`: of one project, unknown to whoever does not see it. `house`: of none. `studio`: takes all projects."""

ALL = frozenset(ROLES)
ADMIN = frozenset({"admin"})
OFFERING = frozenset({"admin", "producer", "line_producer"})
MONEY = OFFERING | {"production_manager", "accountant"}
WORKING = OFFERING | {"production_manager", "coordinator"}
RATES = OFFERING | {"accountant"}
FILING = WORKING | {"accountant", "location_manager"}
HOUSE = ALL - {"editor", "crew", "client"}
CREW_SEEN = ALL - {"crew", "client"}


@dataclass(frozen=True)
class Proposing:
    """Who may propose an operation."""

    roles: frozenset[str]
    scope: Scope


PROPOSING: dict[str, Proposing] = {
    "add_user": Proposing(ADMIN, "studio"),
    "change_user": Proposing(ADMIN, "studio"),
    "add_membership": Proposing(ADMIN, "project"),
    "remove_membership": Proposing(ADMIN, "project"),
    "change_studio": Proposing(ADMIN, "studio"),
    "set_studio_logo": Proposing(ADMIN, "studio"),
    "set_approval_policy": Proposing(ADMIN, "studio"),
    "remove_approval_policy": Proposing(ADMIN, "studio"),
    "set_gate_requirement": Proposing(ADMIN, "studio"),
    "revert_change_set": Proposing(WORKING, "project"),
    "create_client": Proposing(WORKING | {"casting"}, "house"),
    "create_contact": Proposing(WORKING | {"casting"}, "project"),
    "send_email": Proposing(WORKING | {"casting"}, "project"),
    "create_project": Proposing(WORKING, "studio"),
    "change_project": Proposing(WORKING, "project"),
    "set_project_stage": Proposing(WORKING, "project"),
    "set_project_status": Proposing(WORKING, "project"),
    "confirm_gate": Proposing(WORKING, "project"),
    "set_person": Proposing(WORKING, "house"),
    "set_person_rate": Proposing(WORKING - {"coordinator"}, "house"),
    "file_document": Proposing(FILING, "project"),
    "record_brief": Proposing(OFFERING, "project"),
    "create_proposal": Proposing(OFFERING, "project"),
    "change_proposal": Proposing(OFFERING, "project"),
    "set_proposal_status": Proposing(OFFERING, "project"),
    "record_agreement": Proposing(OFFERING, "project"),
    "create_budget": Proposing(MONEY, "project"),
    "add_budget_account": Proposing(MONEY, "project"),
    "add_budget_line": Proposing(MONEY, "project"),
    "change_budget_line": Proposing(MONEY, "project"),
    "remove_budget_line": Proposing(MONEY, "project"),
    "add_fringe": Proposing(MONEY, "project"),
    "set_budget_status": Proposing(MONEY, "project"),
    "create_rate_card": Proposing(RATES, "studio"),
    "set_rate_item": Proposing(RATES, "studio"),
    "remove_rate_item": Proposing(RATES, "studio"),
}


def operation_at(kind: str, place: Place, house: House) -> dict[str, object]:
    """Return an operation of a kind that could be carried out on a place."""
    row, here = place.id, {"project_id": place.id("prj")}
    account = {"budget_id": row("bud"), "account_id": row("acc")}
    studio = {"name": "Ours", "home_currency": "EUR", "home_country": "DE", "home_city": "Berlin"}
    item = {"rate_card_id": house.rate_card, "code": "NEW", "account": "51", "department": "Camera", "unit": "Day"}
    offer = {"title": "Film", "currency": "EUR", **OFFER}
    fields: dict[str, dict[str, object]] = {
        "add_user": {"id": "usr_new", "email": "new@studio.example", "name": "New", "role": "crew"},
        "change_user": {"id": house.user, "role": "editor", "sees_all_projects": False, "is_active": True},
        "add_membership": {"id": "mem_new", "user_id": "{me}", **here},
        "remove_membership": {"user_id": house.user, **here},
        "change_studio": {**studio, "time_zone": "Europe/Berlin"},
        "set_studio_logo": {"sha256": "0" * 64, "media_type": "image/png"},
        "set_approval_policy": {"id": "pol_new", "role": "crew"},
        "remove_approval_policy": {"id": house.policy},
        "set_gate_requirement": {"id": "gat_new", "stage": "production", "check": "confirmed:new", "label": "New"},
        "revert_change_set": {"change_set_id": place.renaming},
        "create_client": {"id": "cli_new", "name": "New"},
        "create_contact": {"id": "con_new", "client_id": row("cli"), "name": "New"},
        "send_email": {**here, "to": ["mara@client.example"], "subject": "Hello", "body": "Hello"},
        "create_project": {"id": "prj_new", "series": "NEW", "name": "New", "client_id": row("cli"), "currency": "EUR"},
        "change_project": {"id": row("prj"), "name": "New"},
        "set_project_stage": {"id": row("prj"), "stage": "development"},
        "set_project_status": {"id": row("prj"), "status": "lost"},
        "confirm_gate": {"id": "gco_new", **here, "key": "crew"},
        "set_person": {"id": house.person, "name": "Ada", "job_title": "Gaffer", "department": "Light"},
        "set_person_rate": {"id": "prt_new", "person_id": house.person, "unit": "Week", "rate_minor": 1}
        | {"currency": "EUR", "effective_on": "2027-01-01"},
        "file_document": {"id": place.call_sheet, **here, "document_kind": "reference"},
        "record_brief": {"id": "bri_new", **here, "title": "New", **RECEIVED},
        "create_proposal": {"id": "pro_new", **here, **offer},
        "change_proposal": {"id": row("draft"), "title": "Another title"},
        "set_proposal_status": {"id": row("draft"), "status": "sent"},
        "record_agreement": {"id": row("agr"), "proposal_id": row("accepted"), "status": "sent"},
        "create_budget": {"id": "bud_new", **here, "name": "New", "currency": "EUR", **PERCENTS},
        "add_budget_account": {"id": "acc_new", "budget_id": row("bud"), "code": "52", "name": "Light", "position": 1},
        "add_budget_line": {"id": "lin_new", **account, "position": 1, "source": "test", **LINE},
        "change_budget_line": {"id": row("lin"), **LINE, "quantity": "2"},
        "remove_budget_line": {"id": row("lin")},
        "add_fringe": {"id": "fri_new", "budget_id": row("bud"), "name": "Social", "percent": "20"},
        "set_budget_status": {"id": row("bud"), "status": "locked"},
        "create_rate_card": {"id": "rc_new", "name": "New", "currency": "SEK", "effective_on": "2027-01-01"},
        "set_rate_item": {"id": "rate_new", **item, "description": "New", "rate_minor": 1, "currency": "NOK"},
        "remove_rate_item": {"id": house.rate_item},
    }
    return {"kind": kind, **fields[kind]}


@dataclass(frozen=True)
class Reading:
    """Who may read a route. `{name}` in `path` is the place's row of that name, or one of the house.

    `shows` is the row that the answer holds where the reader may see it, for lists.
    """

    path: str
    roles: frozenset[str]
    scope: Scope
    shows: str | None = None
    hidden_from: frozenset[str] = frozenset()
    """Roles that may ask, but not for this row: a list leaves it out and a single route knows nothing of it."""


CLIENT = frozenset({"client"})

READING: tuple[Reading, ...] = (
    Reading("/me", ALL, "house"),
    Reading("/studio", ALL, "house"),
    # This house has no logo: whoever may ask is told so.
    Reading("/studio/logo", ALL, "house", None, ALL),
    Reading("/policy", RATES, "house"),
    Reading("/users", frozenset({"admin", "producer"}), "house", "user"),
    Reading("/tokens", ALL, "house"),
    Reading("/clients", HOUSE, "project", "cli"),
    Reading("/clients/{cli}", HOUSE, "project"),
    Reading("/contacts", HOUSE, "project", "con"),
    Reading("/projects", ALL, "project", "prj"),
    Reading("/projects/{prj}", ALL, "project"),
    Reading("/briefs", MONEY, "project", "bri"),
    Reading("/briefs/{bri}", MONEY, "project"),
    # No brief is worked on here, and no brief led to the change: whoever may ask is told so.
    Reading("/briefs/jobs/{invoice}", CREW_SEEN | CLIENT, "project", None, ALL),
    Reading("/changes/{renaming}/brief", HOUSE, "project", None, ALL),
    Reading("/proposals", MONEY | CLIENT, "project", "accepted"),
    Reading("/proposals", MONEY | CLIENT, "project", "draft", CLIENT),
    Reading("/proposals/{accepted}", MONEY | CLIENT, "project"),
    Reading("/proposals/{draft}", MONEY | CLIENT, "project", None, CLIENT),
    Reading("/proposals/{draft}/lines", MONEY, "project"),
    Reading("/proposals/{accepted}/lines", MONEY, "project"),
    Reading("/proposals/{accepted}/milestones", MONEY | CLIENT, "project"),
    Reading("/proposals/{accepted}/pdf", MONEY | CLIENT, "project"),
    Reading("/proposals/{draft}/pdf", MONEY | CLIENT, "project", None, CLIENT),
    Reading("/proposals/{draft}/pdf?edition=internal", MONEY, "project"),
    Reading("/proposals/{accepted}/pdf?edition=internal", MONEY, "project"),
    Reading("/proposals/{accepted}/pages", MONEY | CLIENT, "project"),
    Reading("/proposals/{draft}/pages", MONEY | CLIENT, "project", None, CLIENT),
    Reading("/proposals/{accepted}/pages/{page}.png", MONEY | CLIENT, "project"),
    Reading("/proposals/{draft}/pages/{page}.png", MONEY | CLIENT, "project", None, CLIENT),
    Reading("/proposals/{accepted}/pages/{page}.png?edition=internal", MONEY, "project"),
    Reading("/proposals/{accepted}/compare/{draft}", MONEY, "project"),
    Reading("/agreements", MONEY, "project", "agr"),
    Reading("/budgets", MONEY, "project", "bud"),
    Reading("/budgets/{bud}", MONEY, "project"),
    Reading("/budgets/{bud}/lines", MONEY, "project"),
    Reading("/rate-cards", MONEY, "house", "rate_card"),
    Reading("/rate-cards/{rate_card}/items", MONEY, "house", "rate_item"),
    Reading("/people", CREW_SEEN, "house", "person"),
    Reading("/people/{person}", CREW_SEEN, "house"),
    Reading("/people/{person}/rates", MONEY, "house"),
    Reading("/documents", CREW_SEEN | CLIENT, "project", "call_sheet", CLIENT),
    Reading("/documents", CREW_SEEN | CLIENT, "project", "invoice", CREW_SEEN - MONEY),
    Reading("/documents/{call_sheet}", CREW_SEEN | CLIENT, "project", None, CLIENT),
    Reading("/documents/{invoice}", CREW_SEEN | CLIENT, "project", None, CREW_SEEN - MONEY),
    Reading("/documents/{invoice}/pages", CREW_SEEN | CLIENT, "project", None, CREW_SEEN - MONEY),
    Reading("/documents/{invoice}/content", CREW_SEEN | CLIENT, "project", None, CREW_SEEN - MONEY),
    Reading("/search?q=invoice", CREW_SEEN | CLIENT, "project", "invoice", CREW_SEEN - MONEY),
    Reading("/changes", HOUSE, "project", "renaming"),
    Reading("/changes/{renaming}", HOUSE, "project"),
    Reading("/audit?limit=200", MONEY, "project", "renaming"),
    Reading("/audit/verification", MONEY, "house"),
    Reading("/conversations", ALL, "house"),
    Reading("/conversations/{conversation}", ALL, "house"),
    Reading("/conversations/{conversation}/messages", ALL, "house"),
)

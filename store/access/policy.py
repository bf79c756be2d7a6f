"""The one place that says what a role may do. Every door asks it; nothing else decides.

Permissions are words; a role is a set of them. Reads end in `.read`, everything else is a right to propose.
What a role may greenlight alone, and up to what amount, is data the studio edits (`approval_policies`).
"""

from __future__ import annotations

from store.kernel.actor import Actor
from store.kernel.errors import Forbidden, NotFound

READ_PERMISSIONS = frozenset(
    "studio.read projects.read contacts.read briefs.read proposals.read offers.read budget.read rate_card.read "
    "crew.read crew_rates.read documents.read money_documents.read changes.read audit.read users.read "
    "policy.read".split()
)
PROPOSE_PERMISSIONS = frozenset(
    "projects.write contacts.write briefs.write proposals.write budget.write rate_card.write crew.write "
    "documents.write users.write policy.write studio.write".split()
)
ALL_PERMISSIONS = READ_PERMISSIONS | PROPOSE_PERMISSIONS

_HOUSE = frozenset("studio.read projects.read contacts.read crew.read documents.read changes.read".split())
_MONEY = frozenset(
    "briefs.read proposals.read offers.read budget.read rate_card.read crew_rates.read money_documents.read".split()
)
_WORK = frozenset("projects.write contacts.write crew.write documents.write".split())

ROLE_PERMISSIONS: dict[str, frozenset[str]] = {
    "admin": ALL_PERMISSIONS,
    "producer": ALL_PERMISSIONS - {"users.write", "policy.write", "studio.write"},
    "line_producer": _HOUSE
    | _MONEY
    | _WORK
    | {"briefs.write", "proposals.write", "budget.write", "rate_card.write", "audit.read", "policy.read"},
    "production_manager": _HOUSE | _MONEY | _WORK | {"budget.write", "audit.read"},
    "coordinator": _HOUSE | _WORK,
    "accountant": _HOUSE | _MONEY | {"budget.write", "rate_card.write", "documents.write", "audit.read", "policy.read"},
    "first_ad": _HOUSE,
    "location_manager": _HOUSE | {"documents.write"},
    "casting": _HOUSE | {"contacts.write"},
    "travel_coordinator": _HOUSE,
    "editor": frozenset({"studio.read", "projects.read", "crew.read", "documents.read"}),
    "crew": frozenset({"studio.read", "projects.read"}),
    "client": frozenset({"studio.read", "projects.read", "offers.read"}),
}


# What it takes to be shown a row of a table, in a change set or in the audit log as by any other door.
SHOWN_BY: dict[str, str] = {
    "studio": "studio.read",
    "users": "users.read",
    "memberships": "users.read",
    "approval_policies": "policy.read",
    "gate_requirements": "policy.read",
    "clients": "contacts.read",
    "contacts": "contacts.read",
    "projects": "projects.read",
    "gate_confirmations": "projects.read",
    "briefs": "briefs.read",
    "proposals": "proposals.read",
    "proposal_milestones": "proposals.read",
    "agreements": "proposals.read",
    "rate_cards": "rate_card.read",
    "rate_items": "rate_card.read",
    "budgets": "budget.read",
    "budget_accounts": "budget.read",
    "budget_lines": "budget.read",
    "fringes": "budget.read",
    "people": "crew.read",
    "person_rates": "crew_rates.read",
    "documents": "documents.read",
}


def permissions_of(role: str, scopes: frozenset[str] | None = None) -> frozenset[str]:
    """Return what a role is permitted, cut down to a token's scopes (`read`, `propose`, or single permissions)."""
    granted = ROLE_PERMISSIONS.get(role, frozenset())
    if scopes is None:
        return granted
    allowed = set(scopes)
    if "read" in scopes:
        allowed |= READ_PERMISSIONS
    if "propose" in scopes:
        allowed |= PROPOSE_PERMISSIONS
    return granted & allowed


def require(actor: Actor, permission: str) -> None:
    """Raise `Forbidden` unless the actor has the permission."""
    if not actor.may(permission):
        if actor.kind == "token" and permission in permissions_of(actor.role):
            raise Forbidden(f"This API token's scopes do not include '{permission}'. Create one that does.")
        raise Forbidden(
            f"Your role ({actor.role.replace('_', ' ')}) does not include '{permission}'. "
            "Ask a producer or an administrator of the studio to do this or to change your role."
        )


def require_project(actor: Actor, project_id: str) -> None:
    """Raise `NotFound` for a project the actor may not know of."""
    if not actor.sees_project(project_id):
        raise NotFound(f"Project {project_id}")

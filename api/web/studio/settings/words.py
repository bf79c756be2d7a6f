"""Rights, kinds of change and checks in words, as the studio's people say them."""

from __future__ import annotations

from store.access.policy import PROPOSE_PERMISSIONS, READ_PERMISSIONS
from store.changes.policy import ANY

_OBJECTS = {
    "studio": "the studio's set-up",
    "projects": "projects",
    "contacts": "clients and contacts",
    "briefs": "briefs",
    "proposals": "proposals",
    "offers": "offers as a client sees them",
    "budget": "budgets",
    "rate_card": "the rate card",
    "crew": "people",
    "crew_rates": "what people are paid",
    "documents": "documents",
    "money_documents": "documents that show money",
    "changes": "changes that wait for approval",
    "audit": "the audit log",
    "users": "users",
    "policy": "the approval policy",
}
_KINDS = {
    "set_person": "Add or change a person",
    "set_person_rate": "Set what a person is paid",
    "set_rate_item": "Add or change a rate",
    "remove_rate_item": "Remove a rate",
    "revert_change_set": "Undo a change",
    "send_email": "Send an e-mail",
    "set_approval_policy": "Change the approval policy",
    "remove_approval_policy": "Take away a right to approve",
    "set_gate_requirement": "Change what a gate asks for",
    "set_project_stage": "Move a project to another stage",
}


def permission_words(permission: str) -> str:
    """`budget.write` is `change budgets`: every write is a proposal that waits for a greenlight."""
    thing, _, what = permission.partition(".")
    return f"{'see' if what == 'read' else 'propose changes to'} {_OBJECTS.get(thing, thing.replace('_', ' '))}"


def kind_words(kind: str) -> str:
    """Return a kind of operation as a person says it; `*` is any that has no rule of its own."""
    if kind == ANY:
        return "Any other change"
    return _KINDS.get(kind, kind.replace("_", " ").capitalize())


def sight_words(permissions: frozenset[str]) -> str:
    """Say what these permissions let somebody see: `projects, people and documents`."""
    if permissions >= READ_PERMISSIONS:
        return "everything"
    return _listed([_OBJECTS[thing] for thing in _OBJECTS if f"{thing}.read" in permissions])


def proposing_words(permissions: frozenset[str]) -> str:
    """Say what these permissions let somebody propose to change; empty for nothing."""
    if permissions >= PROPOSE_PERMISSIONS:
        return "everything"
    return _listed([_OBJECTS[thing] for thing in _OBJECTS if f"{thing}.write" in permissions])


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"

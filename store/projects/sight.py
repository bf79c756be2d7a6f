"""Which clients and contacts a change may name: those that `queries.list_clients` shows the actor, or that it makes."""

from __future__ import annotations

from store.changes.draft import Draft
from store.kernel.actor import Actor
from store.kernel.errors import NotFound
from store.projects.tables import Client, Contact, Project


def is_outside(actor: Actor) -> bool:
    """Whether the actor is a client: shown what was offered and handed over, and nothing of how it is made."""
    return actor.may("offers.read") and not actor.may("proposals.read")


def require_client(draft: Draft, client_id: str) -> Client:
    """Return a client. Raises `NotFound`, also for one of which no project is in the draft's scope."""
    client = draft.get(Client, client_id)
    if not _in_sight(draft, client_id):
        raise NotFound(f"Client {client_id}")
    return client


def require_contact(draft: Draft, contact_id: str) -> Contact:
    """Return a contact. Raises `NotFound`, also for one at a client that is not in sight."""
    contact = draft.get(Contact, contact_id)
    if not _in_sight(draft, contact.client_id):
        raise NotFound(f"Contact {contact_id}")
    return contact


def _in_sight(draft: Draft, client_id: str) -> bool:
    if draft.scope is None or draft.makes("clients", client_id):
        return True
    return any(draft.sees_project(project.id) for project in draft.find(Project, client_id=client_id))

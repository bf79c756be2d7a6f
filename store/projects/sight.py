"""Which clients and contacts a change may name: those that `queries.list_clients` shows the actor, or that it makes."""

from __future__ import annotations

from rapidfuzz import utils

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


def client_of_name(draft: Draft, name: str) -> Client | None:
    """Return the client in sight that has this name, whatever its case; None where there is none."""
    wanted = utils.default_process(name)
    named = (client for client in draft.find(Client) if utils.default_process(client.name) == wanted)
    return next((client for client in named if _in_sight(draft, client.id)), None)


def contact_of(draft: Draft, client_id: str, *, name: str, email: str | None) -> Contact | None:
    """Return the person that a client's contact is meant to be; None where nobody is there yet."""
    contacts = draft.find(Contact, client_id=client_id)
    return next((known for known in contacts if is_same_person(known, name=name, email=email)), None)


def is_same_person(known: Contact, *, name: str | None, email: str | None) -> bool:
    """Whether a client's contact is the person with this address, or without one of this name."""
    if email:
        return known.email is not None and known.email.lower() == email.lower()
    return known.name == name


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

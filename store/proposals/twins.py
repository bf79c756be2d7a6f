"""One job, two proposals: a brief may come in twice, and whoever decides on one should know of the other.

Twins came of the same file, or would each open a project of one name for one client. They are looked up when a change
set is looked at, and never stored with it: who may not see the other set is told nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import utils
from sqlalchemy import Text, cast
from sqlmodel import Session, col, select

from store.changes.engine import LIFETIME
from store.changes.queries import ChangeHead, filed_under, heads_of, may_see
from store.changes.tables import ChangeSet
from store.documents.queries import same_briefs
from store.kernel.actor import Actor
from store.projects.tables import Client

_WAITING = ("pending", "stale")
_STANDING = (*_WAITING, "applied")


@dataclass(frozen=True, slots=True)
class Twin:
    """Another change set of the same job: of the same file (`sent_twice`), or opening the same (`same_project`)."""

    head: ChangeHead
    why: Literal["sent_twice", "same_project"]


def brief_key(document_id: str) -> str:
    """Return the idempotency key under which the proposal made of a brief is filed."""
    return f"brief:{document_id}"


def twins_of(session: Session, actor: Actor, change_set: ChangeSet) -> list[Twin]:
    """Return the other change sets of the same job that wait or are applied, as far as the actor may see them.

    Nothing for a change set that is decided.
    """
    if change_set.status not in _WAITING:
        return []
    same_file = {head.code: Twin(head, "sent_twice") for head in _of_same_file(session, change_set)}
    same_project = {head.code: Twin(head, "same_project") for head in _of_same_project(session, actor, change_set)}
    found = (same_project | same_file).values()
    return [
        twin
        for twin in found
        if twin.head.code != change_set.code and twin.head.status in _STANDING and may_see(actor, twin.head)
    ]


def told(twin: Twin) -> str:
    """Say what another change set of the same job means for this one, and what to do."""
    other = f"{twin.head.code} ({twin.head.title})"
    if twin.why == "sent_twice":
        if twin.head.status == "applied":
            return f"The same brief is applied as {other}. Reject this one if it adds nothing."
        return f"The same brief waits as {other} too. Greenlight one of the two and reject the other."
    anew = "reject this one and send its brief again under that project's title: it is then filed with that project"
    if twin.head.status == "applied":
        return f"{other} opened a project of this name for this client. If this is about the same job, {anew}."
    return (
        f"{other} waits to open a project of this name for this client too. If this is about the same job, reject one "
        f"of the two; or greenlight that one, {anew}. If it is another job, give its project another name."
    )


def notes_on(session: Session, actor: Actor, change_set: ChangeSet) -> Sequence[str]:
    """Return what to know of other change sets of the same job, in sentences."""
    return [told(twin) for twin in twins_of(session, actor, change_set)]


def _of_same_file(session: Session, change_set: ChangeSet) -> list[ChangeHead]:
    document_id = next((one.get("document_id") for one in _of_kind("record_brief", change_set.operations)), None)
    if not isinstance(document_id, str):
        return []
    return filed_under(session, [(sender, brief_key(other)) for sender, other in same_briefs(session, document_id)])


def _of_same_project(session: Session, actor: Actor, change_set: ChangeSet) -> list[ChangeHead]:
    """What was there before this one was filed needs no telling: its project would have been used."""
    opened = _opened(session, change_set.operations)
    if not opened:
        return []
    candidates = select(ChangeSet.id, ChangeSet.operations).where(
        col(ChangeSet.status).in_(_STANDING),
        col(ChangeSet.created_at) >= change_set.created_at - LIFETIME,
        col(ChangeSet.code) != change_set.code,
        cast(col(ChangeSet.operations), Text).contains('"create_project"'),
    )
    same = [found for found, stored in session.exec(candidates) if not opened.isdisjoint(_opened(session, stored))]
    return heads_of(session, actor, same) if same else []


def _opened(session: Session, stored: object) -> set[tuple[str, str]]:
    """Return the projects that stored operations open: the client's name and the project's, whatever their case."""
    made = {one.get("id"): one.get("name") for one in _of_kind("create_client", stored)}
    found: set[tuple[str, str]] = set()
    for project in _of_kind("create_project", stored):
        client_id = str(project.get("client_id"))
        known = session.get(Client, client_id) if client_id not in made else None
        client = known.name if known else made.get(client_id)
        found.add((utils.default_process(str(client)), utils.default_process(str(project.get("name")))))
    return found


def _of_kind(kind: str, stored: object) -> Iterator[dict[str, Any]]:
    """Yield the operations of a kind; nothing also where what is stored is no list of operations."""
    if isinstance(stored, list):
        yield from (one for one in stored if isinstance(one, dict) and one.get("kind") == kind)

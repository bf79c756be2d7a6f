"""One brief, two proposals: the same file may come in by two doors, and whoever decides should know of the other.

It is looked up when a change set is looked at, and never stored with it: who may not see the other set is told nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from store.changes.queries import ChangeHead, filed_under, may_see
from store.changes.tables import ChangeSet
from store.documents.queries import same_briefs
from store.kernel.actor import Actor

_STANDING = ("pending", "stale", "applied")


def brief_key(document_id: str) -> str:
    """Return the idempotency key under which the proposal made of a brief is filed."""
    return f"brief:{document_id}"


def sent_twice(session: Session, actor: Actor, change_set: ChangeSet) -> list[ChangeHead]:
    """Return the other change sets of the same brief that wait or are applied, as far as the actor may see them.

    Nothing for a change set that came of no brief or is decided.
    """
    if change_set.status not in ("pending", "stale"):
        return []
    document_id = _brief_of(change_set)
    if document_id is None:
        return []
    keys = [(sender, brief_key(other)) for sender, other in same_briefs(session, document_id)]
    return [
        head
        for head in filed_under(session, keys)
        if head.code != change_set.code and head.status in _STANDING and may_see(actor, head)
    ]


def told(other: ChangeHead) -> str:
    """Say what another change set of the same brief means for this one."""
    if other.status == "applied":
        return f"The same brief is applied as {other.code} ({other.title}). Reject this one if it adds nothing."
    return f"The same brief waits as {other.code} ({other.title}) too. Greenlight one of the two and reject the other."


def notes_on(session: Session, actor: Actor, change_set: ChangeSet) -> Sequence[str]:
    """Return what to know of other change sets of the same brief, in sentences."""
    return [told(other) for other in sent_twice(session, actor, change_set)]


def _brief_of(change_set: ChangeSet) -> str | None:
    """Return the document of the brief that a change set puts on record; None also where its operations are none."""
    stored: object = change_set.operations
    if not isinstance(stored, list):
        return None
    of_brief = (one for one in stored if isinstance(one, dict) and one.get("kind") == "record_brief")
    found = next(of_brief, {}).get("document_id")
    return found if isinstance(found, str) else None

"""What the page of one change set reads: what it is, exactly what it would change, and how the person stands to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from api.shown.diff import Group, diff_of
from store.changes.engine import require_rights, stored_operations
from store.changes.queries import ChangeHead, audit_of, get_change_set, get_revision, revisions_of
from store.changes.seconds import who_could_join
from store.changes.standing import Standing, standing_of
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import DomainError
from store.proposals.twins import Twin, twins_of
from store.row_names import names_in, names_of, people_of

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail that would be sent once the change is in."""

    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Said:
    """A quote that the proposal rests on, and where it stands."""

    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry of the audit log on this change set."""

    seq: int
    at: datetime
    who: str
    action: str
    revision: str
    note: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One revision of a change set, whole. `names` are of the people in it.

    `seconds`: who could be the second person, None where that is not the question; `offer`: the proposal it is about,
    for those who may read it; `twins`: other change sets of the same job.
    """

    head: ChangeHead
    rationale: str
    groups: tuple[Group, ...]
    mails: tuple[Mail, ...]
    quotes: tuple[Said, ...]
    projects: tuple[tuple[str, str, str], ...]
    names: dict[str, str]
    decision_note: str
    supersedes: str | None
    from_brief: bool
    can_undo: bool
    standing: Standing
    seconds: tuple[str, ...] | None
    offer: str | None
    twins: tuple[Twin, ...]
    revisions: tuple[ChangeHead, ...]
    records: tuple[Recorded, ...] | None

    @property
    def latest(self) -> ChangeHead:
        return self.revisions[-1]


def read_change(session: Session, actor: Actor, code: str, revision: int | None, now: datetime) -> Shown:
    """Return a change set by its code or id; a bare code means the latest revision. Raises `NotFound`."""
    found = get_change_set(session, actor, code) if revision is None else get_revision(session, actor, code, revision)
    head = ChangeHead(**{name: getattr(found, name) for name in ChangeHead.__slots__})
    revisions = revisions_of(session, actor, found.code)
    records = _records(session, actor, found.code) if actor.may("audit.read") else None
    people = {one for other in revisions for one in (other.proposed_by, other.on_behalf_of, other.decided_by) if one}
    standing = standing_of(session, actor, now, found)
    sources = [item["source_id"] for item in found.evidence if item.get("source_kind") in ("brief", "document")]
    files = names_of(session, actor, {"documents": sources})
    projects = names_of(session, actor, {"projects": found.project_ids})
    return Shown(
        head=head,
        rationale=found.rationale,
        groups=diff_of(found.row_changes, names_in(session, actor, found.row_changes)),
        mails=tuple(_mail(effect["payload"]) for effect in found.effects),
        quotes=tuple(Said(item["quote"], files.get(item["source_id"], "")) for item in found.evidence),
        projects=tuple((row_id, *_code_and_name(name)) for row_id, name in sorted(projects.items())),
        names=people_of(session, people | set(standing.given_by)),
        decision_note=found.decision_note or "",
        supersedes=found.supersedes,
        from_brief=any(item.get("kind") == "record_brief" for item in found.operations),
        can_undo=_can_undo(session, actor, found),
        standing=standing,
        seconds=_seconds(session, actor, found, standing),
        offer=_offer(found) if actor.may("proposals.read") else None,
        twins=tuple(twins_of(session, actor, found)),
        revisions=tuple(revisions),
        records=records,
    )


def who_proposed(head: ChangeHead, names: Mapping[str, str]) -> str:
    """Say who proposed it: `the copilot, for Nora Berg`."""
    name = names.get(head.proposed_by, "this terminal" if head.proposed_by == "terminal" else head.proposed_by)
    said = {
        "agent": f"the copilot, for {name}",
        "token": f"an API token of {name}",
        "mailbox": f"the mailbox of {name}",
    }
    return said.get(head.proposed_kind, name)


def _can_undo(session: Session, actor: Actor, change_set: ChangeSet) -> bool:
    """Whether the actor may propose to put back what this one changed."""
    if change_set.status != "applied" or not change_set.row_changes:
        return False
    try:
        require_rights(session, actor, stored_operations(change_set))
    except DomainError:
        return False
    return True


def _seconds(session: Session, actor: Actor, change_set: ChangeSet, standing: Standing) -> tuple[str, ...] | None:
    """Return whom the first of two would ask; None where one person is enough, or the second is looking."""
    is_first = actor.user_id in standing.given_by if standing.given_by else standing.may and not standing.alone
    if change_set.status != "pending" or not is_first:
        return None
    return who_could_join(session, change_set, besides={actor.user_id, *standing.given_by})


def _offer(change_set: ChangeSet) -> str | None:
    """Return the id of the one proposal that the change set made or changed, and left there."""
    offers = [change for change in change_set.row_changes if change["table"] == "proposals"]
    return str(offers[0]["id"]) if len(offers) == 1 and offers[0]["after"] else None


def _mail(payload: Mapping[str, Any]) -> Mail:
    return Mail(
        tuple(map(str, payload.get("to", ()))),
        tuple(map(str, payload.get("cc", ()))),
        str(payload.get("subject", "")),
        str(payload.get("body", "")),
    )


def _code_and_name(name: str) -> tuple[str, str]:
    code, _, rest = name.partition(" ")
    return code, rest


def _records(session: Session, actor: Actor, code: str) -> tuple[Recorded, ...]:
    entries = audit_of(session, actor, code)
    names = people_of(session, {entry.user_id for entry in entries})
    return tuple(
        Recorded(
            entry.seq,
            entry.at,
            names.get(entry.user_id, "time" if entry.user_id == "clock" else entry.user_id),
            entry.action,
            entry.change_set_id or "",
            str(entry.detail.get("note") or ""),
        )
        for entry in entries
    )


def is_readable(change_set: ChangeSet) -> bool:
    """Whether its operations are a list of objects, so that they can be edited."""
    stored: object = change_set.operations
    return isinstance(stored, list) and all(isinstance(item, dict) for item in stored)

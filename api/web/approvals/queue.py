"""What the list of change sets reads: heads alone, never what each would change, and how the person stands to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from api.web.approvals.asked import WAITING, Asked
from store.changes.queries import ChangeHead, Wanted, list_change_sets
from store.changes.standing import Standing, standings
from store.kernel.actor import Actor
from store.projects.queries import list_projects
from store.row_names import people_of

if TYPE_CHECKING:
    from sqlmodel import Session

_HOW = {"agent": "copilot", "token": "API token", "mailbox": "mailbox"}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One row of the list. `second` says whose greenlight is there or missing; `kinds` is what it may go together with.

    `alone_because` is why it cannot be picked with others; empty where it can.
    """

    id: str
    code: str
    revision: int
    digest: str
    title: str
    status: str
    projects: tuple[tuple[str, str], ...]
    who: str
    how: str
    created_at: datetime
    amount_minor: int | None
    currency: str | None
    tainted: bool
    second: str
    kinds: str
    alone_because: str


@dataclass(frozen=True, slots=True)
class Queue:
    """A list as it was asked for. `choices` are the projects to filter by: code and name."""

    rows: tuple[Waiting, ...]
    more: bool
    choices: tuple[tuple[str, str], ...]


def read_queue(session: Session, actor: Actor, asked: Asked, now: datetime) -> Queue:
    """Return what was asked for, newest first. Raises `Forbidden` without `changes.read`."""
    projects = list_projects(session, actor) if actor.may("projects.read") else []
    codes = {summary.project.id: (summary.project.code, summary.project.name) for summary in projects}
    chosen = next((row_id for row_id, (code, _) in codes.items() if code == asked.project), asked.project or None)
    words = asked.find.casefold()
    wanted = Wanted(
        statuses=asked.statuses,
        project_id=chosen,
        proposed_kind=asked.by if asked.by != "me" and asked.by else None,
        of_user=actor.user_id if asked.by == "me" else None,
        tainted=True if asked.outside else None,
        words=asked.find,
        word_projects=[row_id for row_id, named in codes.items() if words and words in " ".join(named).casefold()],
    )
    page = list_change_sets(session, actor, wanted=wanted, limit=asked.shown)
    found = standings(session, actor, now, page.items) if asked.show == WAITING else {}
    given = {user_id for standing in found.values() for user_id in standing.given_by}
    names = people_of(session, {head.proposed_by for head in page.items} | given)
    return Queue(
        rows=tuple(_row(head, found.get(head.id), codes, names) for head in page.items),
        more=page.next_after is not None,
        choices=tuple(sorted(codes.values())),
    )


def _row(
    head: ChangeHead, standing: Standing | None, codes: dict[str, tuple[str, str]], names: dict[str, str]
) -> Waiting:
    return Waiting(
        id=head.id,
        code=head.code,
        revision=head.revision,
        digest=head.digest,
        title=head.title,
        status=head.status,
        projects=tuple(codes[project_id] for project_id in head.project_ids if project_id in codes),
        who=names.get(head.proposed_by, "this terminal" if head.proposed_by == "terminal" else head.proposed_by),
        how=_HOW.get(head.proposed_kind, ""),
        created_at=head.created_at,
        amount_minor=head.amount_minor,
        currency=head.currency,
        tainted=head.tainted,
        second=_second(standing, names) if standing else "",
        kinds=" ".join(sorted(standing.kinds)) if standing else "",
        alone_because=_alone_because(head, standing) if standing else "",
    )


def _second(standing: Standing, names: dict[str, str]) -> str:
    if standing.given_by:
        given = " and ".join(names.get(user_id, user_id) for user_id in standing.given_by)
        return f"{given} greenlit it; a second person must join"
    return "needs a second person" if standing.may and not standing.alone else ""


def _alone_because(head: ChangeHead, standing: Standing) -> str:
    if head.tainted:
        return "Text from outside was read for it: open it, and decide it alone."
    return "" if standing.alone else standing.why

"""What is not there yet and waits for a person: a project that is asked about may stand in a pending change set.

Only what the person may see is told, as everywhere; a run that has read outside text is told nothing of other projects.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rapidfuzz import utils

from store.changes.queries import get_change_set, list_change_sets
from store.changes.tables import ChangeSet
from store.kernel.errors import DomainError, NotFound
from store.kernel.money import Money
from store.projects.queries import list_projects
from tools.context import Desk
from tools.proposed import sums_for
from tools.reply import Ref, Reply, Row

_MOST_SETS = 40


class NotYet(NotFound):
    """What is asked for is in no row yet, but in change sets that wait; `reply` tells what they say of it."""

    def __init__(self, reply: Reply) -> None:
        DomainError.__init__(self, "not_found", reply.headline)
        self.reply = reply


def require_not_proposed(desk: Desk, kind: str, words: str, what: str | None) -> None:
    """Raise `NotYet` where a pending change set would make a project or a client that `words` name.

    The answer holds the newest one's lines for `what`, or else what each proposes in short.
    """
    if not desk.actor.may("changes.read") or desk.context.tainted:
        return
    waiting = [change_set for change_set in _opening(desk) if _names(change_set, words)]
    if not waiting:
        return
    propose = "proposes" if len(waiting) == 1 else "propose"
    codes = " and ".join(change_set.code for change_set in waiting)
    headline = f"There is no {kind} called “{words}” yet; {codes} (waiting) {propose} one."
    newest = waiting[0]
    sums = sums_for(newest, what) if what else None
    if sums and sums.lines:
        raise NotYet(
            Reply(f"{headline} {sums.said}", tuple(Row(text, Ref("change_set", newest.id)) for text in sums.lines))
        )
    raise NotYet(Reply(f"{headline} {sums.said}" if sums else headline, tuple(map(_in_short, waiting))))


def _opening(desk: Desk) -> Iterator[ChangeSet]:
    """The pending change sets that touch a project which is not there yet, newest first."""
    known = {summary.project.id for summary in list_projects(desk.session, desk.actor)}
    for head in list_change_sets(desk.session, desk.actor, status="pending", limit=_MOST_SETS).items:
        if not known.issuperset(head.project_ids):
            yield get_change_set(desk.session, desk.actor, head.id)


def _names(change_set: ChangeSet, words: str) -> bool:
    """Whether the words all stand in the code and name of a project it makes, or in its client's."""
    made = {table: list(_made(change_set, table)) for table in ("projects", "clients")}
    named = " ".join(f"{row.get('code', '')} {row['name']}" for rows in made.values() for row in rows)
    said = utils.default_process(words).split()
    return bool(made["projects"]) and bool(said) and set(said) <= set(utils.default_process(named).split())


def _in_short(change_set: ChangeSet) -> Row:
    stake = ""
    if change_set.amount_minor is not None and change_set.currency is not None:
        stake = f", {Money(change_set.amount_minor, change_set.currency)} at stake"
    return Row(f"Waiting: {change_set.code} “{change_set.title}”{stake}", Ref("change_set", change_set.id))


def _made(change_set: ChangeSet, table: str) -> Iterator[dict[str, Any]]:
    return (row["after"] for row in change_set.row_changes if row["table"] == table and row["before"] is None)

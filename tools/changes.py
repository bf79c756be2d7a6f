"""Tools for change sets: what waits for a person, and what it would do. No tool decides on one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from pydantic import Field

from store.changes import queries
from store.changes.queries import ChangeHead
from store.changes.tables import ChangeSet, Status
from store.kernel.errors import Invalid
from store.kernel.money import Money
from store.proposals.wording import day, span
from tools.changes_shown import rows_of
from tools.context import Desk
from tools.declare import read_tool
from tools.names import describe, the_project
from tools.periods import PAST_FORMS, days_back
from tools.proposed import sums_for
from tools.reply import Ref, Reply, Row


@read_tool(permission="changes.read", reach="studio")
def list_change_sets(
    desk: Desk,
    status: Annotated[Status, Field(description="Which ones; pending wait for a person.")] = "pending",
    during: Annotated[
        str | None, Field(description=f"Only those decided on in a period, or filed in it: {PAST_FORMS}.")
    ] = None,
    project: Annotated[str | None, Field(description="Only of this project.", max_length=200)] = None,
) -> Reply:
    """List change sets: proposals to change data that wait for a person, or were decided on. Newest first."""
    wanted, when = queries.Wanted(statuses=(status,)), ""
    if project:
        summary = the_project(desk, project)
        wanted, when = replace(wanted, project_id=summary.project.id), f" on {describe(summary)}"
    if during:
        days = days_back(during, desk.context.clock.now().date())
        if days is None:
            raise Invalid(f"“{during}” is no period that has been. Say it like {PAST_FORMS}.")
        first, last = days
        wanted = replace(wanted, since=_midnight(first), until=_midnight(last + timedelta(days=1)))
        when = f"{when} {'on' if first == last else 'from'} {span(first, last)}"
    page = queries.list_change_sets(desk.session, desk.actor, wanted=wanted, limit=40)
    if not page.items:
        return Reply(f"No change set {'was' if during else 'is'} {status}{when}.")
    more = " (the newest 40)" if page.next_after else ""
    rows = tuple(Row(_line(item), Ref("change_set", item.id)) for item in page.items)
    verb = ("were" if during else "are") if len(rows) > 1 else ("was" if during else "is")
    return Reply(f"{len(rows)} change set{'s' if len(rows) > 1 else ''} {verb} {status}{when}{more}:", rows)


@read_tool(permission="changes.read")
def show_change_set(
    desk: Desk,
    code: Annotated[str, Field(description="Its code, like CS-7K3Q9D.")],
    what: Annotated[str | None, Field(description="Only its budget lines for this.", max_length=200)] = None,
) -> Reply:
    """Show one change set: what each row is now and what it would become, its status and who proposed it."""
    change_set = queries.get_change_set(desk.session, desk.actor, code)
    for project_id in change_set.project_ids:
        desk.context.enter_project(project_id)
    if what:
        sums = sums_for(change_set, what)
        rows = tuple(Row(text, Ref("change_set", change_set.id)) for text in sums.lines)
        return Reply(f"{_line(change_set)}. {sums.said}", rows)
    waits = " It waits for a person to greenlight it." if change_set.status == "pending" else ""
    warning = " It was made from outside text, so check it line by line." if change_set.tainted else ""
    return Reply(f"{_line(change_set)}.{waits}{warning}", rows_of(desk.session, desk.actor, change_set))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _line(item: ChangeSet | ChangeHead) -> str:
    stake = ""
    if item.amount_minor is not None and item.currency is not None:
        stake = f", {Money(item.amount_minor, item.currency)} at stake"
    return f"{item.code} “{item.title}”: {item.status}, filed {day(item.created_at.date())}{stake}"

"""Tools for change sets: what waits for a person, and what it would do. No tool decides on one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from store.changes import queries
from store.changes.queries import ChangeHead
from store.changes.tables import ChangeSet, Status
from store.kernel.money import Money
from store.proposals.wording import day
from tools.changes_shown import rows_of
from tools.context import Desk
from tools.declare import read_tool
from tools.reply import Ref, Reply, Row


@read_tool(permission="changes.read", reach="studio")
def list_change_sets(
    desk: Desk, status: Annotated[Status, Field(description="Which ones; pending wait for a person.")] = "pending"
) -> Reply:
    """List change sets: proposals to change data that wait for a person, or were decided on. Newest first."""
    page = queries.list_change_sets(desk.session, desk.actor, status=status, limit=40)
    if not page.items:
        return Reply(f"No change set is {status}.")
    more = " (the newest 40)" if page.next_after else ""
    rows = tuple(Row(_line(item), Ref("change_set", item.id)) for item in page.items)
    return Reply(f"{len(rows)} change set{'s are' if len(rows) > 1 else ' is'} {status}{more}:", rows)


@read_tool(permission="changes.read")
def show_change_set(desk: Desk, code: Annotated[str, Field(description="Its code, like CS-7K3Q9D.")]) -> Reply:
    """Show one change set: what each row is now and what it would become, its status and who proposed it."""
    change_set = queries.get_change_set(desk.session, desk.actor, code)
    for project_id in change_set.project_ids:
        desk.context.enter_project(project_id)
    waits = " It waits for a person to greenlight it." if change_set.status == "pending" else ""
    warning = " It was made from outside text, so check it line by line." if change_set.tainted else ""
    return Reply(f"{_line(change_set)}.{waits}{warning}", rows_of(desk.session, desk.actor, change_set))


def _line(item: ChangeSet | ChangeHead) -> str:
    stake = ""
    if item.amount_minor is not None and item.currency is not None:
        stake = f", {Money(item.amount_minor, item.currency)} at stake"
    return f"{item.code} “{item.title}”: {item.status}, filed {day(item.created_at.date())}{stake}"

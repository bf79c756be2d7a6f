"""Tools for the calendar: what happens in a stretch of days, over all projects or in one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from store.kernel.errors import Invalid
from store.projects.queries import list_projects
from store.proposals.queries import steps_during
from store.proposals.wording import day, span
from tools.context import Desk
from tools.declare import read_tool
from tools.names import describe, projects_meant
from tools.periods import FORMS, days_of
from tools.reply import Ref, Reply, Row


@read_tool(permission="projects.read", reach="studio")
def list_dates(
    desk: Desk,
    during: Annotated[str, Field(description=f"The days asked for: {FORMS}.", max_length=80)],
    project: Annotated[str | None, Field(description="Only of this project or client.", max_length=200)] = None,
) -> Reply:
    """List what happens in a period: kick-offs, shoots, reviews and other steps of agreed schedules, and deliveries."""
    days = days_of(during, desk.context.clock.now().date())
    if days is None:
        raise Invalid(f"“{during}” is no period that I know. Say it like {FORMS}.")
    first, last = days
    seen = projects_meant(desk, project) if project else list_projects(desk.session, desk.actor, status="active")
    names = {summary.project.id: describe(summary) for summary in seen}
    found = [
        (step.starts_on, Row(f"{span(step.starts_on, step.ends_on)}: {step.name}, {names[project_id]}", _ref(step.id)))
        for step, project_id in steps_during(desk.session, desk.actor, first, last)
        if project_id in names
    ]
    delivered = {row.text for _, row in found}
    for summary in seen:
        due = summary.project.delivery_on
        text = f"{day(due)}: Delivery, {describe(summary)}" if due and first <= due <= last else None
        if due and text and text not in delivered:
            found.append((due, Row(text, Ref("project", summary.project.id))))
    when = f"on {day(first)}" if first == last else f"from {day(first)} to {day(last)}"
    whose = f" for “{project}”" if project else ""
    if not found:
        return Reply(f"Nothing is on record {when}{whose}.")
    found.sort(key=lambda dated: (dated[0], dated[1].text))
    return Reply(f"{len(found)} date{'s' if len(found) > 1 else ''} {when}{whose}:", tuple(row for _, row in found))


def _ref(milestone_id: str) -> Ref:
    return Ref("proposal_milestone", milestone_id)

"""Tools for clients, contacts and projects."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from store.budget.queries import get_budget, list_budgets
from store.changes.queries import list_change_sets
from store.kernel.errors import Invalid
from store.kernel.ids import new_id
from store.kernel.money import Money
from store.projects import queries
from store.projects.operations import CreateContact, SetProjectStage
from store.projects.queries import ProjectSummary
from store.proposals.queries import list_proposals, milestones_of
from store.proposals.wording import day, span
from tools.context import Desk
from tools.declare import propose_tool, read_tool
from tools.filing import file_proposal
from tools.names import ambiguous, describe, named, the_client, the_project, unknown
from tools.periods import FORMS, days_of
from tools.reply import Ref, Reply, Row

StageWords = Literal["development", "pre-production", "production", "post-production", "delivery", "closeout", "closed"]
ProjectName = Annotated[str, Field(description="The project's name or code.", max_length=200)]


@read_tool(permission="projects.read", reach="studio")
def find_projects(
    desk: Desk,
    query: Annotated[str | None, Field(description="Part of a project's name, code or client.")] = None,
    stage: Annotated[StageWords | None, Field(description="Only projects in this stage.")] = None,
    client: Annotated[str | None, Field(description="Only projects of this client.")] = None,
    order: Annotated[
        Literal["delivery"] | None, Field(description="Only those still to be delivered, the next one first.")
    ] = None,
    due: Annotated[str | None, Field(description=f"Only those to be delivered in a period: {FORMS}.")] = None,
) -> Reply:
    """List projects with client, stage and delivery date; without arguments, all that the person may see."""
    found = queries.list_projects(desk.session, desk.actor)
    said = ""
    for words in (query, client):
        if words:
            keep = {summary.project.id for summary in named(desk, words)}
            if not keep:
                raise unknown(desk, "project or client", words)
            found, said = [summary for summary in found if summary.project.id in keep], said + f" for “{words}”"
    if stage == "closed":
        found, said = [summary for summary in found if summary.project.status == "closed"], said + " closed"
    elif stage:
        wanted = stage.replace("-", "_")
        running = [summary for summary in found if summary.project.status == "active"]
        found, said = [summary for summary in running if summary.project.stage == wanted], said + f" in {stage}"
    if due:
        days = days_of(due, desk.context.clock.now().date())
        if days is None:
            raise Invalid(f"“{due}” is no period that I know. Say it like {FORMS}.")
        found, said = (
            [s for s in found if _is_due(s, *days)],
            f"{said} to be delivered from {day(days[0])} to {day(days[1])}",
        )
    elif order == "delivery":
        said += " still to be delivered"
    if due or order == "delivery":
        said += ", the next one first"
        found = sorted(filter(_undelivered, found), key=lambda summary: str(summary.project.delivery_on))
    if not found:
        return Reply(f"No project{said} was found that you may see.")
    rows = tuple(Row(_line(summary), Ref("project", summary.project.id)) for summary in found)
    return Reply(f"{len(rows)} project{'s' if len(rows) > 1 else ''}{said}:", rows)


@read_tool(permission="projects.read")
def project_overview(desk: Desk, project: ProjectName) -> Reply:
    """Show a project: client, stage, dates, what its stage still needs, proposals, budgets, pending changes."""
    summary = the_project(desk, project)
    row = summary.project
    rows = [Row(_line(summary), Ref("project", row.id))]
    unmet = queries.open_gate_items(desk.session, desk.actor, row)
    if unmet:
        rows.append(Row(f"To leave {_stage(row.stage)} it still needs: {', '.join(unmet)}", Ref("project", row.id)))
    if desk.actor.may("proposals.read") or desk.actor.may("offers.read"):
        for found in list_proposals(desk.session, desk.actor, project_id=row.id):
            offer = found.proposal
            total = Money(offer.total_minor, offer.currency)
            text = f"Proposal “{offer.title}”, revision {offer.revision}: {offer.status}, {total} including tax"
            rows.append(Row(text, Ref("proposal", offer.id)))
            if offer.status == "accepted":
                rows += [
                    Row(f"{step.name}: {span(step.starts_on, step.ends_on)}", Ref("proposal_milestone", step.id))
                    for step in milestones_of(desk.session, desk.actor, offer.id)
                ]
    if desk.actor.may("budget.read"):
        for budget in list_budgets(desk.session, desk.actor, project_id=row.id):
            if budget.proposal_id is not None and desk.actor.may("proposals.read"):
                continue  # its proposal says the same total
            totals = get_budget(desk.session, desk.actor, budget.id).totals
            rows.append(Row(f"Budget “{budget.name}” ({budget.status}): {totals.total}", Ref("budget", budget.id)))
    if desk.actor.may("changes.read"):
        pending = list_change_sets(desk.session, desk.actor, status="pending", project_id=row.id, limit=10)
        rows += [Row(f"Waiting: {item.code} “{item.title}”", Ref("change_set", item.id)) for item in pending.items]
    due = f", with delivery on {day(row.delivery_on)}" if row.delivery_on else ""
    return Reply(f"{describe(summary)} is in {_stage(row.stage)}{due}.", tuple(rows))


@read_tool(permission="contacts.read", reach="studio")
def find_clients(
    desk: Desk, query: Annotated[str | None, Field(description="Part of a client's name.")] = None
) -> Reply:
    """List clients with their contacts; without arguments, all that the person may see."""
    session, actor = desk.session, desk.actor
    found = queries.find_clients(session, actor, query) if query else queries.list_clients(session, actor)
    if query and not found:  # a project's name stands for its client
        theirs = {summary.client for summary in named(desk, query)}
        found = [client for client in queries.list_clients(session, actor) if client.name in theirs]
        if not found:
            raise unknown(desk, "client", query)
    contacts = queries.list_contacts(session, actor)
    rows = []
    for client in found:
        people = [f"{c.name} ({c.email or c.phone or 'no address'})" for c in contacts if c.client_id == client.id]
        rows.append(Row(f"{client.name}: {', '.join(people) or 'no contact'}", Ref("client", client.id)))
    return Reply(f"{len(rows)} client{'' if len(rows) == 1 else 's'}:" if rows else "No client was found.", tuple(rows))


@propose_tool(permission="projects.write")
def propose_stage_change(
    desk: Desk,
    project: ProjectName,
    stage: Annotated[StageWords, Field(description="The stage to move to.")],
    reason: Annotated[str, Field(description="Why, in a sentence.", max_length=1000)] = "",
) -> Reply:
    """Propose to move a project to another stage. Files a change set; a person greenlights it."""
    summary = the_project(desk, project)
    if stage == "closed":
        raise Invalid("A project is closed from closeout, by a person who has signed in. I can move it to closeout.")
    operation = SetProjectStage.model_validate({"id": summary.project.id, "stage": stage.replace("-", "_")})
    return file_proposal(desk, f"Move {summary.project.name} to {stage}", [operation], reason)


@propose_tool(permission="contacts.write")
def propose_contact(
    desk: Desk,
    client: Annotated[str, Field(description="The client's name.", max_length=200)],
    name: Annotated[str, Field(min_length=1, max_length=200)],
    email: Annotated[str | None, Field(pattern=r"^[^\s@]+@[^\s@]+$", max_length=254)] = None,
    phone: Annotated[str | None, Field(max_length=60)] = None,
) -> Reply:
    """Propose to add a contact at a client. Files a change set; a person greenlights it."""
    found = the_client(desk, client)
    known = [c for c in queries.list_contacts(desk.session, desk.actor, client_id=found.id) if c.name == name]
    if known:
        raise ambiguous(name, [f"{contact.name} ({contact.email}), already a contact" for contact in known])
    operation = CreateContact(id=new_id("con"), client_id=found.id, name=name, email=email, phone=phone)
    return file_proposal(desk, f"Add {name} as a contact at {found.name}", [operation], "")


def _is_due(summary: ProjectSummary, first: date, last: date) -> bool:
    due = summary.project.delivery_on
    return due is not None and first <= due <= last


def _undelivered(summary: ProjectSummary) -> bool:
    row = summary.project
    return row.status == "active" and row.delivery_on is not None and row.stage not in ("closeout", "closed")


def _line(summary: ProjectSummary) -> str:
    row = summary.project
    due = f", delivery {day(row.delivery_on)}" if row.delivery_on else ""
    state = f"in {_stage(row.stage)}" if row.status == "active" else row.status
    return f"{describe(summary)}: {state}{due}"


def _stage(stage: str) -> str:
    return stage.replace("_", "-")

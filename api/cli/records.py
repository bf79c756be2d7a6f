"""Reading the studio at a terminal: projects, rates, and the audit log."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.desk import Json, console, desk, emit

projects = typer.Typer(help="Look at projects.", no_args_is_help=True)
rates = typer.Typer(help="Look at the rate card.", no_args_is_help=True)
audit = typer.Typer(help="Read and verify the audit log.", no_args_is_help=True)


@projects.command("list")
def list_projects(json_output: Json = False) -> None:
    """List projects with their stage."""
    from api.cli.render import table
    from store.projects.queries import list_projects as query

    with desk() as at, at.database.read() as session:
        found = query(session, at.actor)
    if json_output:
        emit(
            [
                {
                    "code": item.project.code,
                    "name": item.project.name,
                    "client": item.client,
                    "stage": item.project.stage,
                    "status": item.project.status,
                    "delivery_on": item.project.delivery_on.isoformat() if item.project.delivery_on else None,
                }
                for item in found
            ]
        )
        return
    shown = table("code", "client", "project", "stage", "status", "delivery")
    for item in found:
        project = item.project
        delivery = f"{project.delivery_on:%d %b %Y}" if project.delivery_on else ""
        shown.add_row(
            project.code, item.client, project.name, project.stage.replace("_", " "), project.status, delivery
        )
    console().print(shown if found else "No projects yet. File a brief: `greenlight brief FILE`.")


@projects.command("show")
def show_project(code: str, json_output: Json = False) -> None:
    """Show a project: its stage, what the next gate asks for, and its proposals."""
    from api.cli.render import money, table
    from store.projects.queries import get_project, open_gate_items
    from store.proposals.queries import list_proposals

    with desk() as at, at.database.read() as session:
        found = get_project(session, at.actor, code)
        gate = open_gate_items(session, at.actor, found.project)
        proposals = list_proposals(session, at.actor, project_id=found.project.id)
    project = found.project
    if json_output:
        emit(
            {
                "code": project.code,
                "name": project.name,
                "client": found.client,
                "stage": project.stage,
                "status": project.status,
                "gate": gate,
                "proposals": [
                    {
                        "id": item.proposal.id,
                        "revision": item.proposal.revision,
                        "title": item.proposal.title,
                        "status": item.proposal.status,
                        "total": {"minor": item.proposal.total_minor, "currency": item.proposal.currency},
                    }
                    for item in proposals
                ],
            }
        )
        return
    out = console()
    out.print(f"[bold]{project.code}[/]  {project.name}  [dim]for {found.client}[/]")
    out.print(f"Stage: {project.stage.replace('_', ' ')}; the next gate still asks for: {', '.join(gate) or 'nothing'}")
    shown = table("proposal", "status", "total", numbers=("total",))
    for item in proposals:
        title = f"{item.proposal.title} (revision {item.proposal.revision})"
        shown.add_row(title, item.proposal.status, money(item.proposal.total_minor, item.proposal.currency))
    out.print(shown)


@rates.command("list")
def list_rates(
    currency: Annotated[str, typer.Option(help="Three letters, such as EUR; the home currency if left out.")] = "",
    json_output: Json = False,
) -> None:
    """List what the studio charges."""
    from api.cli.render import money, table
    from store.access.queries import get_studio
    from store.budget.queries import default_rate_card
    from store.kernel.errors import NotFound

    with desk() as at, at.database.read() as session:
        wanted = currency.upper() or get_studio(session).home_currency
        card = default_rate_card(session, wanted)
    if card is None:
        raise NotFound(f"A rate card in {wanted}")
    if json_output:
        emit(
            [
                {
                    "code": item.code,
                    "department": item.department,
                    "description": item.description,
                    "unit": item.unit.value,
                    "rate": {"minor": item.rate.minor, "currency": item.rate.currency},
                }
                for item in card.items
            ]
        )
        return
    shown = table("code", "department", "description", "unit", "rate", numbers=("rate",))
    for item in card.items:
        rate = money(item.rate.minor, item.rate.currency)
        shown.add_row(item.code, item.department, item.description, item.unit.value, rate)
    console().print(f"[bold]{card.name}[/]")
    console().print(shown)


@audit.command("verify")
def verify_audit(json_output: Json = False) -> None:
    """Check that the audit log is whole: nothing altered, nothing missing, nothing cut off."""
    from store.changes.audit import verify

    with desk() as at, at.database.read() as session:
        found = verify(session)
    if json_output:
        emit({"whole": found.whole, "entries": found.entries, "broken_at": found.broken_at, "problem": found.problem})
    elif found.whole:
        console().print(f"The audit log is whole: {found.entries} entries.")
    else:
        console().print(f"[red]The audit log is broken: {found.problem}.[/] Restore the database from a backup.")
    if not found.whole:
        raise typer.Exit(1)


@audit.command("list")
def list_audit(limit: Annotated[int, typer.Option(min=1, max=1000)] = 30, json_output: Json = False) -> None:
    """List who did what, newest first."""
    from api.cli.render import table
    from store.access.tables import User
    from store.changes.queries import audit_trail

    with desk() as at, at.database.read() as session:
        entries = audit_trail(session, at.actor, limit=limit)
        names = {entry.user_id: user.name for entry in entries if (user := session.get(User, entry.user_id))}
    if json_output:
        emit(
            [
                {
                    "seq": entry.seq,
                    "at": entry.at.isoformat(),
                    "who": names.get(entry.user_id, entry.user_id),
                    "action": entry.action,
                    "change_set": entry.change_set_id,
                    "hash": entry.hash,
                }
                for entry in entries
            ]
        )
        return
    shown = table("#", "when", "who", "did", "change set", numbers=("#",))
    for entry in entries:
        who = names.get(entry.user_id, entry.user_id)
        shown.add_row(
            str(entry.seq), f"{entry.at:%d %b %Y %H:%M}", who, entry.action.replace("_", " "), entry.change_set_id or ""
        )
    console().print(shown)

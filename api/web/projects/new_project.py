"""Opening a project, and changing what is said of one: forms whose outcome is a change set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.fields import Choice, Day, Field, Given, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects.head import address, project_page
from store.access.policy import require
from store.access.queries import get_studio
from store.changes.operation import Operation
from store.kernel.actor import Actor
from store.kernel.clock import today
from store.kernel.errors import Forbidden, Invalid
from store.kernel.ids import new_id
from store.projects.operations import ChangeProject, CreateClient, CreateProject
from store.projects.queries import ProjectSummary, client_named, get_client, get_project, list_clients

if TYPE_CHECKING:
    from sqlmodel import Session

_NEW = "new"
_CURRENCIES = "EUR GBP USD AED AUD CAD CHF CZK DKK HUF INR JPY NOK NZD PLN SEK SGD ZAR".split()


@dataclass(frozen=True, slots=True)
class Opening:
    """What one may choose from when opening a project."""

    clients: tuple[tuple[str, str], ...]
    home_currency: str


@page("/projects/new", title="New project", place="projects")
async def new_project(visit: Visit) -> None:
    """Ask what the project is, and file it."""
    found = await visit.read(read_opening)
    with ui.element("div").classes("page page-narrow"):
        lead = "It is filed as a change: you see what it makes, and greenlight it."
        ui.html(str(h.header(".page-head")[h.div[h.h1["New project"], h.p(".lead")[lead]]]))
        with ui.element("div").classes("sheet sheet-body"):

            async def act(given: Given) -> None:
                on = today(visit.studio.clock, visit.person.time_zone)
                operations = await visit.read(lambda session, actor: opening_of(session, actor, given, on))
                await file_and_review(visit, f"New project: {given.text('name')}", operations)

            Form(visit, _fields(found), act, submit="Propose the project", name="New project").draw("/projects")


@page("/projects/{code}/edit", title="Edit project", place="projects")
async def edit_project(visit: Visit, code: str) -> None:
    """Change a project's name, summary and dates."""
    async with project_page(visit, code, "") as head:
        project = (await visit.read(lambda session, actor: _editable(session, actor, head.id))).project
        fields = [
            Text("name", "Name", required=True, value=project.name),
            Text("summary", "Summary", value=project.summary, most=4000, lines=5),
            Day("starts_on", "Begins", value=project.starts_on),
            Day("delivery_on", "Delivery", value=project.delivery_on),
        ]

        async def act(given: Given) -> None:
            _require_order(given)
            operation = ChangeProject(
                id=project.id,
                name=given.text("name"),
                summary=given.words("summary"),
                starts_on=given.day("starts_on"),
                delivery_on=given.day("delivery_on"),
            )
            await file_and_review(visit, f"{project.code}: change the project's details", [operation])

        with ui.element("section").classes("sheet sheet-body page-narrow").props('aria-label="Edit details"'):
            ui.html(str(h.h2(".form-title")["Edit details"]))
            Form(visit, fields, act, submit="Propose the change", name="Edit details").draw(address(project.code))


def read_opening(session: Session, actor: Actor) -> Opening:
    """Return what opening a project offers. Raises `Forbidden` for who may not open one."""
    require(actor, "projects.write")
    if actor.project_ids is not None:
        raise Forbidden("A new project concerns the whole studio. Ask someone who works on all projects to open it.")
    clients = tuple((client.id, client.name) for client in list_clients(session, actor))
    return Opening(clients, get_studio(session).home_currency)


def opening_of(session: Session, actor: Actor, given: Given, on: date) -> list[Operation]:
    """Return the operations that open the project that was described, for a client that is there or a new one."""
    from copilot.briefs.proposing import series_of

    _require_order(given)
    operations: list[Operation] = []
    client_id, name = given.text("client_id"), given.text("client_name")
    if client_id in ("", _NEW):
        if not name:
            raise Invalid("Choose a client, or write the new client's name.")
        if client_named(session, name) is not None:
            raise Invalid(f"There is a client called {name} already. Choose it from the list.")
        client_id = new_id("cli")
        operations.append(CreateClient(id=client_id, name=name, unless_known=True))
    else:
        name = get_client(session, actor, client_id).name
    operations.append(
        CreateProject(
            id=new_id("prj"),
            code=given.text("code").upper() or None,
            series=series_of(name, on),
            name=given.text("name"),
            client_id=client_id,
            currency=given.text("currency"),
            summary=given.words("summary"),
            starts_on=given.day("starts_on"),
            delivery_on=given.day("delivery_on"),
        )
    )
    return operations


def _fields(found: Opening) -> list[Field]:
    currencies = [found.home_currency, *(one for one in _CURRENCIES if one != found.home_currency)]
    return [
        Text("name", "Name", required=True),
        Choice("client_id", "Client", options=[*found.clients, (_NEW, "A new client…")], required=True),
        Text("client_name", "New client's name", hint="Only where the client is new."),
        Text("code", "Code", most=24, hint="Left empty: the client's letters, the year and a number."),
        Choice(
            "currency",
            "Currency",
            options=[(one, one) for one in currencies],
            value=found.home_currency,
            required=True,
        ),
        Text("summary", "Summary", most=4000, lines=4),
        Day("starts_on", "Begins"),
        Day("delivery_on", "Delivery"),
    ]


def _editable(session: Session, actor: Actor, project_id: str) -> ProjectSummary:
    require(actor, "projects.write")
    return get_project(session, actor, project_id)


def _require_order(given: Given) -> None:
    begins, ends = given.day("starts_on"), given.day("delivery_on")
    if begins and ends and ends < begins:
        raise Invalid("Delivery is before the project begins. Check the two days.")

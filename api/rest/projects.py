"""Clients, contacts and projects, as far as the actor's projects go."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.deps import CurrentActor, Reading
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.common import Page, RowId
from api.rest.schemas.projects import ClientOut, ContactOut, ProjectDetail, ProjectOut
from store.projects.operations import Stage
from store.projects.queries import (
    get_client as read_client,
)
from store.projects.queries import (
    get_project as read_project,
)
from store.projects.queries import list_clients, list_contacts, list_projects, open_gate_items

router = APIRouter(tags=["projects"], responses=SIGNED_IN)


@router.get("/clients")
def get_clients(actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None) -> Page[ClientOut]:
    """Clients by name."""
    rows, after = page_of(list_clients(session, actor), cursor=cursor, limit=limit, key=lambda client: client.id)
    return Page(items=[ClientOut.model_validate(client) for client in rows], next_cursor=after)


@router.get("/clients/{client_id}", responses=problems(404))
def get_client(client_id: RowId, actor: CurrentActor, session: Reading) -> ClientOut:
    """One client."""
    return ClientOut.model_validate(read_client(session, actor, client_id))


@router.get("/contacts")
def get_contacts(
    actor: CurrentActor,
    session: Reading,
    client: Annotated[str | None, Query(max_length=60, description="A client's id.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ContactOut]:
    """People at clients, by name."""
    found = list_contacts(session, actor, client_id=client)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda contact: contact.id)
    return Page(items=[ContactOut.model_validate(contact) for contact in rows], next_cursor=after)


@router.get("/projects")
def get_projects(
    actor: CurrentActor,
    session: Reading,
    stage: Annotated[Stage | None, Query()] = None,
    status: Annotated[Literal["active", "closed", "lost"] | None, Query()] = None,
    client: Annotated[str | None, Query(max_length=60, description="A client's id.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ProjectOut]:
    """Projects by code."""
    found = list_projects(session, actor, stage=stage, status=status, client_id=client)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda summary: summary.project.id)
    return Page(items=[ProjectOut.of(summary) for summary in rows], next_cursor=after)


@router.get("/projects/{project_id}", responses=problems(404))
def get_project(project_id: RowId, actor: CurrentActor, session: Reading) -> ProjectDetail:
    """One project by id or code, and what the gate of its stage still asks for."""
    summary = read_project(session, actor, project_id)
    items = open_gate_items(session, actor, summary.project)
    return ProjectDetail(**ProjectOut.of(summary).model_dump(), gate_open_items=items)

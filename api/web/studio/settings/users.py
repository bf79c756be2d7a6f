"""The users: who they are, what they see, whether they can sign in. Adding one is a change set like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import htpy as h
from nicegui import ui

from api.web.components.badges import badge, role_words
from api.web.components.buttons import act_button
from api.web.components.dialog import Dialog
from api.web.components.fields import Check, Choice, Field, Given, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.live import Region
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import only_for, part
from store.access.operations import AddUser
from store.access.queries import list_users, project_ids_of_users, users_with_password
from store.access.tables import ROLES
from store.kernel.actor import Actor
from store.kernel.ids import new_id
from store.projects.queries import list_projects

if TYPE_CHECKING:
    from sqlmodel import Session

WRITES = "users.write"
ROLE_OPTIONS = tuple((role, role_words(role)) for role in ROLES)
SEES_ALL = "Sees every project, also those to come"


@dataclass(frozen=True, slots=True)
class Member:
    """A user; `projects` are the codes of those they are a member of, as far as the reader knows them."""

    id: str
    name: str
    email: str
    role: str
    sees_all: bool
    projects: tuple[str, ...]
    is_active: bool
    has_password: bool


def read_users(session: Session, actor: Actor) -> tuple[Member, ...]:
    """Return every user, by name. Raises `Forbidden` without `users.read`."""
    of_users, secured = project_ids_of_users(session, actor), users_with_password(session, actor)
    codes = {one.project.id: one.project.code for one in list_projects(session, actor)}
    return tuple(
        Member(
            id=user.id,
            name=user.name,
            email=user.email,
            role=user.role,
            sees_all=user.sees_all_projects,
            projects=tuple(sorted(codes[one] for one in of_users.get(user.id, []) if one in codes)),
            is_active=user.is_active,
            has_password=user.id in secured,
        )
        for user in list_users(session, actor)
    )


async def draw_users(visit: Visit) -> None:
    may_change = visit.person.may(WRITES)
    with part("Users", "Who may sign in here, and what they see. Every change to them waits for approval."):
        await Region(visit, read_users, lambda members: _draw(members)).show()
        dialogs = ui.element("div").classes("dialogs")
        if not may_change:
            only_for("an administrator", "add users or change them")
            return

        async def add() -> None:
            _open_form(visit, dialogs)

        with ui.element("div").classes("row-of"):
            act_button("Add a user", add, kind="primary", symbol="plus")


def _draw(members: tuple[Member, ...]) -> None:
    ui.html(str(_table(members)))


def _open_form(visit: Visit, dialogs: ui.element) -> None:
    heading = "Add a user"

    async def file(given: Given) -> None:
        operation = AddUser(
            id=new_id("usr"),
            email=given.text("email"),
            name=given.text("name"),
            role=given.text("role"),
            sees_all_projects=given.checked("sees_all_projects"),
        )
        await file_and_review(visit, f"Add {operation.name} as {role_words(operation.role)}", [operation])

    fields: list[Field] = [
        Text("name", "Name", required=True),
        Text("email", "E-mail", required=True, most=254, kind="email"),
        Choice("role", "Role", required=True, options=ROLE_OPTIONS),
        Check("sees_all_projects", SEES_ALL),
    ]
    dialogs.clear()
    with dialogs, Dialog(heading).filled() as dialog:
        ui.label("Once it is greenlit, set a password for them here.").classes("small muted")
        Form(visit, fields, file, submit="File for approval", name=heading).draw(cancel=dialog.close)
    dialog.open()


def projects_words(member: Member) -> str:
    if member.sees_all:
        return "every project"
    return ", ".join(member.projects) if member.projects else "no project yet"


def _table(members: tuple[Member, ...]) -> h.Element:
    return h.div(".table-scroll")[
        h.table(".table.users")[
            h.thead[
                h.tr[
                    h.th(scope="col")["Name"],
                    h.th(".wide-only", scope="col")["Role"],
                    h.th(".wide-only", scope="col")["Sees"],
                    h.th(scope="col")[h.span(".visually-hidden")["State"]],
                ]
            ],
            h.tbody[(_row(member) for member in members)],
        ]
    ]


def _row(member: Member) -> h.Element:
    return h.tr(id=member.id)[
        h.td[
            h.a(".person-name", href=f"/settings/users/{quote(member.id)}", data_row=True)[member.name],
            h.div(".small.muted")[member.email],
            h.div(".small.muted.narrow-only")[role_words(member.role)],
        ],
        h.td(".wide-only")[role_words(member.role)],
        h.td(".wide-only.small.muted")[projects_words(member)],
        h.td[state_badge(member)],
    ]


def state_badge(member: Member) -> h.Node:
    """Return what keeps a user from signing in, if anything does."""
    if not member.is_active:
        return badge("deactivated", tone="quiet")
    return None if member.has_password else badge("no password yet", tone="warn")

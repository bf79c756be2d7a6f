"""One user: role, projects and whether the account is active, as change sets; the password, which is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.badges import role_words
from api.web.components.buttons import act_button
from api.web.components.fields import Check, Choice, Field, Given
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.components.icons import icon
from api.web.frame.notices import said
from api.web.frame.visit import Visit
from api.web.studio.settings.account import Password
from api.web.studio.settings.frame import only_for, part
from api.web.studio.settings.secret import draw_secret
from api.web.studio.settings.users import (
    ROLE_OPTIONS,
    SEES_ALL,
    WRITES,
    Member,
    projects_words,
    read_users,
    state_badge,
)
from store.access.credentials import SHORTEST_PASSWORD, set_password
from store.access.operations import AddMembership, ChangeUser, RemoveMembership
from store.access.passwords import one_time_password
from store.changes.operation import Operation
from store.kernel.actor import Actor
from store.kernel.errors import Invalid, NotFound
from store.kernel.ids import new_id
from store.projects.queries import list_projects

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class ProjectChoice:
    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class UserSheet:
    member: Member
    projects: tuple[ProjectChoice, ...]


def read_user(session: Session, actor: Actor, user_id: str) -> UserSheet:
    """Return a user and the projects there are. Raises `Forbidden` without `users.read`, `NotFound`."""
    member = next((one for one in read_users(session, actor) if one.id == user_id), None)
    if member is None:
        raise NotFound(f"User {user_id}")
    projects = tuple(
        ProjectChoice(one.project.id, one.project.code, one.project.name) for one in list_projects(session, actor)
    )
    return UserSheet(member, projects)


async def draw_user(visit: Visit, user_id: str) -> None:
    sheet = await visit.read(lambda session, actor: read_user(session, actor, user_id))
    member = sheet.member
    with part(member.name):
        ui.html(str(_head(member)))
        if not visit.person.may(WRITES):
            only_for("an administrator", "change a user")
            return
        with ui.element("div").classes("narrow-form"):
            change = partial(_change, visit, sheet)
            Form(visit, _fields(member), change, submit="File for approval", name="Account").draw()
    if not member.sees_all:
        with part("Projects", "What this user sees and works on."), ui.element("div").classes("narrow-form"):
            _projects_form(visit, sheet)
    with part("Password", "Set at once, not filed. It ends the user's sessions and revokes their API tokens."):
        _password_forms(visit, member)


def _head(member: Member) -> h.Element:
    return h.div(".row-of")[
        h.a(".back-link", href="/settings/users")[icon("back", size=16), "Users"],
        h.span(".muted")[f"{member.email} · {role_words(member.role)} · sees {projects_words(member)}"],
        state_badge(member),
    ]


def _fields(member: Member) -> list[Field]:
    return [
        Choice("role", "Role", required=True, options=ROLE_OPTIONS, value=member.role),
        Check("sees_all_projects", SEES_ALL, value=member.sees_all),
        Check(
            "is_active", "May sign in", value=member.is_active, hint="Without it the account rests; nothing is lost."
        ),
    ]


async def _change(visit: Visit, sheet: UserSheet, given: Given) -> None:
    operation = ChangeUser(
        id=sheet.member.id,
        role=given.text("role"),
        sees_all_projects=given.checked("sees_all_projects"),
        is_active=given.checked("is_active"),
    )
    await file_and_review(visit, f"Change the account of {sheet.member.name}", [operation])


def _projects_form(visit: Visit, sheet: UserSheet) -> None:
    if not sheet.projects:
        ui.html(str(h.p(".muted")["There is no project yet."]))
        return
    here = set(sheet.member.projects)
    fields = [Check(one.id, f"{one.code} · {one.name}", value=one.code in here) for one in sheet.projects]

    async def file(given: Given) -> None:
        operations = membership_operations(sheet, {one.id for one in sheet.projects if given.checked(one.id)})
        if not operations:
            raise Invalid("Nothing would change: tick or untick a project first.")
        await file_and_review(visit, f"Projects of {sheet.member.name}", operations)

    Form(visit, fields, file, submit="File for approval", name="Projects").draw()


def membership_operations(sheet: UserSheet, wanted: set[str]) -> list[Operation]:
    """Return what makes the user a member of just the `wanted` projects, of those that the reader sees."""
    user_id, operations = sheet.member.id, list[Operation]()
    for project in sheet.projects:
        is_member = project.code in sheet.member.projects
        if project.id in wanted and not is_member:
            operations.append(AddMembership(id=new_id("mem"), user_id=user_id, project_id=project.id))
        elif project.id not in wanted and is_member:
            operations.append(RemoveMembership(user_id=user_id, project_id=project.id))
    return operations


def _password_forms(visit: Visit, member: Member) -> None:
    place = ui.element("div").classes("stack narrow-form")

    async def make() -> None:
        made = one_time_password()
        await _set(visit, member, made)
        place.clear()
        with place:
            draw_secret(
                f"The password of {member.name}",
                made,
                "It is shown this once. Hand it on by a safe way, and ask them to change it in Settings, Account.",
            )

    async def typed(given: Given) -> None:
        await _set(visit, member, given.text("password"))
        said(f"The password of {member.name} is set; their sessions have ended.")
        draw()

    def draw() -> None:
        place.clear()
        with place:
            act_button("Make a one-time password", make, working="Making…")
            ui.html(str(h.p(".small.muted")["Or set one that you have agreed on:"]))
            field = Password("password", "Password", required=True, hint=f"At least {SHORTEST_PASSWORD} characters.")
            Form(visit, [field], typed, submit="Set it", name="Set a password", working="Setting…").draw()

    draw()


async def _set(visit: Visit, member: Member, password: str) -> None:
    def write(session: Session, actor: Actor) -> None:
        set_password(session, actor, visit.studio.clock, user_id=member.id, password=password)

    await visit.write(write)

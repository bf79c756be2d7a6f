"""One's own account: who one is and may do, one's password, and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.badges import role_words
from api.web.components.fields import Given, Text, Unreadable, Value
from api.web.components.forms import Form
from api.web.components.icons import icon
from api.web.frame.notices import said
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import part
from api.web.studio.settings.words import proposing_words, sight_words
from store.access.credentials import SHORTEST_PASSWORD, set_password, verify_password
from store.access.tables import User
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, Invalid

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Password(Text):
    """A password is taken as it was typed, spaces and all."""

    kind: str = "password"

    most: int = 1_000

    def read(self, typed: str) -> Value:
        if len(typed) > self.most:
            raise Unreadable(f"At most {self.most} characters.")
        return typed or None


@dataclass(frozen=True, slots=True)
class Me:
    name: str
    email: str
    role: str
    permissions: frozenset[str]
    projects: int | None


def read_me(session: Session, actor: Actor) -> Me:
    user = session.get_one(User, actor.user_id)
    projects = None if actor.project_ids is None else len(actor.project_ids)
    return Me(user.name, user.email, user.role, actor.permissions, projects)


async def draw_account(visit: Visit) -> None:
    me = await visit.read(read_me)
    with part("You"):
        ui.html(str(_who(me)))
    with part(
        "Password", "When it changes, your other sessions end and your API tokens are revoked. This session stays."
    ):
        _password_form(visit, me)
    with part("On this device"):
        ui.html(str(_device()))
    ui.html(str(_places(visit))).classes("phone-only")


def _who(me: Me) -> h.Element:
    of = "project" if me.projects == 1 else "projects"
    sees = "every project" if me.projects is None else f"the {me.projects} {of} you are a member of"
    proposing = proposing_words(me.permissions)
    return h.dl(".fact-list")[
        h.dt["Name"],
        h.dd[me.name],
        h.dt["E-mail"],
        h.dd[me.email],
        h.dt["Role"],
        h.dd[role_words(me.role)],
        h.dt["Sees"],
        h.dd[
            sight_words(me.permissions),
            f", of {sees}" if me.projects is None else f", of the {sees} you are a member of",
        ],
        h.dt["Proposes"],
        h.dd[f"changes to {proposing}" if proposing else "nothing; this role reads"],
    ]


def _password_form(visit: Visit, me: Me) -> None:
    place = ui.element("div").classes("narrow-form")

    async def change(given: Given) -> None:
        await change_password(visit, me.email, given)
        said("Your password is changed. Your other sessions have ended, and your API tokens are revoked.")
        draw()  # empty again: nothing of it stays on the page

    def draw() -> None:
        place.clear()
        with place:
            fields = [
                Password("present", "Present password", required=True),
                Password("new", "New password", required=True, hint=f"At least {SHORTEST_PASSWORD} characters."),
                Password("again", "New password, once more", required=True),
            ]
            Form(visit, fields, change, submit="Change password", name="Password", working="Changing…").draw()

    draw()


async def change_password(visit: Visit, email: str, given: Given) -> None:
    """Set one's own password. Raises `Invalid` when the present one does not match, or the new ones differ."""
    if given.text("new") != given.text("again"):
        raise Invalid("The two new passwords differ. Nothing was changed.")
    address = visit.request.client.host if visit.request.client else ""
    sign_ins, now = visit.studio.sign_ins, visit.studio.clock.now()
    # A session left open must not be a way to guess the password behind it.
    sign_ins.attempt(email, address, now)

    def verify(session: Session, actor: Actor) -> None:
        try:
            verify_password(session, email=email, password=given.text("present"))
        except DomainError as error:
            raise Invalid("That is not your present password. Nothing was changed.", "wrong_password") from error

    def store(session: Session, actor: Actor) -> None:
        set_password(session, actor, visit.studio.clock, user_id=actor.user_id, password=given.text("new"))

    await visit.read(verify)
    sign_ins.succeeded(email, address, now)
    await visit.write(store)


def _device() -> h.Element:
    return h.div(".row-of")[
        h.button(".btn", type="button", data_act="theme")[icon("moon", size=16), "Light or dark"],
        h.button(".btn", type="button", data_act="sign-out")[icon("out", size=16), "Sign out"],
    ]


def _places(visit: Visit) -> h.Node:
    """What the bar of a phone has no room for."""
    rows = [("/rate-card", "Rate card", "card", "rate_card.read"), ("/people", "People", "people", "crew.read")]
    return h.nav(".sheet.more-places", aria_label="More places")[
        (
            h.a(href=address)[icon(symbol), h.span[label], icon("next", size=16)]
            for address, label, symbol, permission in rows
            if visit.person.may(permission)
        )
    ]

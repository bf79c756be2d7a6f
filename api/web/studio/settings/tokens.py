"""One's own API tokens: for programs that read and propose, and never greenlight. A secret is shown exactly once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.badges import badge
from api.web.components.buttons import act_button
from api.web.components.fields import Check, Choice, Field, Given, Text
from api.web.components.figures import moment
from api.web.components.forms import Form
from api.web.frame.live import Region
from api.web.frame.notices import said
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import part
from api.web.studio.settings.secret import draw_secret
from api.web.studio.settings.words import permission_words
from store.access.credentials import create_token, revoke_token
from store.access.queries import list_tokens
from store.kernel.actor import Actor
from store.kernel.errors import Invalid

if TYPE_CHECKING:
    from sqlmodel import Session

_SOME = "some"
_MAY = (
    ("read", "Read all that my role sees"),
    ("read propose", "Read, and propose changes"),
    (_SOME, "Only what I tick below"),
)
_DAYS = (("7", "7 days"), ("30", "30 days"), ("90", "90 days"), ("365", "A year"))
_WORDS = {"read": "read all that the role sees", "propose": "propose changes"}


@dataclass(frozen=True, slots=True)
class Key:
    """A token as it is listed; the secret itself is nowhere."""

    id: str
    name: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime
    state: str


def read_keys(session: Session, actor: Actor, now: datetime) -> tuple[Key, ...]:
    """Return one's own tokens, newest first."""
    return tuple(
        Key(
            id=row.id,
            name=row.name,
            scopes=tuple(row.scopes),
            created_at=row.created_at,
            expires_at=row.expires_at,
            state="revoked" if row.revoked_at else "expired" if row.expires_at <= now else "good",
        )
        for row in list_tokens(session, actor)
    )


def scope_words(scopes: tuple[str, ...]) -> str:
    words = ", ".join(_WORDS.get(scope) or permission_words(scope) for scope in sorted(scopes, reverse=True))
    return words[:1].upper() + words[1:]


async def draw_tokens(visit: Visit) -> None:
    page = _Tokens(visit)
    with part("Your API tokens", "For programs of your own. They see what you see, and never greenlight."):
        page.region = await Region(visit, page.look, page.draw_keys).show()
    with part("Make a token"):
        page.place = ui.element("div").classes("stack narrow-form")
        page.draw_form()


class _Tokens:
    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.region: Region[tuple[Key, ...]]
        self.place: ui.element

    def look(self, session: Session, actor: Actor) -> tuple[Key, ...]:
        return read_keys(session, actor, self.visit.studio.clock.now())

    def draw_keys(self, keys: tuple[Key, ...]) -> None:
        if not keys:
            ui.html(str(h.p(".muted")["You have none. A program that imports, exports or watches needs one."]))
        zone = self.visit.person.time_zone
        for key in keys:
            with ui.element("div").classes("key-row"):
                ui.html(str(_key(key, zone))).classes("grow")
                if key.state == "good":
                    act_button("Revoke", partial(self._revoke, key), kind="danger", working="Revoking…")

    def draw_form(self) -> None:
        self.place.clear()
        permissions = sorted(self.visit.person.permissions, key=lambda one: (not one.endswith(".read"), one))
        fields: list[Field] = [
            Text("name", "What it is for", required=True, most=120, hint="As in: nightly export."),
            Choice("may", "What it may do", required=True, options=_MAY, value="read"),
            *(Check(one, permission_words(one).capitalize()) for one in permissions),
            Choice("days", "For how long", required=True, options=_DAYS, value="90"),
        ]
        with self.place, ui.element("div").classes("token-form"):
            Form(self.visit, fields, self._make, submit="Make it", name="Make a token", working="Making…").draw()

    async def _make(self, given: Given) -> None:
        scopes = _scopes(given)
        lifetime = timedelta(days=int(given.text("days")))

        def write(session: Session, actor: Actor) -> tuple[str, str]:
            row, secret = create_token(
                session, actor, self.visit.studio.clock, name=given.text("name"), scopes=scopes, lifetime=lifetime
            )
            return row.name, secret

        name, secret = await self.visit.write(write)
        self.place.clear()
        with self.place:
            draw_secret(
                f"The token “{name}”", secret, "It is shown this once. Keep it where the program reads it from."
            )
            act_button("Make another", self._again)
        await self.region.refresh()

    async def _again(self) -> None:
        self.draw_form()

    async def _revoke(self, key: Key) -> None:
        def write(session: Session, actor: Actor) -> None:
            revoke_token(session, actor, self.visit.studio.clock, token_id=key.id)

        await self.visit.write(write)
        said(f"“{key.name}” is revoked. Programs that used it are refused from now on.")
        await self.region.refresh()


def _scopes(given: Given) -> list[str]:
    may = given.text("may")
    if may != _SOME:
        return may.split()
    ticked = [name for name, value in given.values.items() if "." in name and value is True]
    if not ticked:
        raise Invalid("Tick at least one thing that the token may do.")
    return ticked


def _key(key: Key, zone: str) -> h.Element:
    return h.div[
        h.div(".row-of")[h.strong[key.name], badge(key.state, tone="quiet") if key.state != "good" else None],
        h.div(".small.muted")[scope_words(key.scopes)],
        h.div(".small.muted")[
            "Made ", moment(key.created_at, zone), ", good until ", moment(key.expires_at, zone), " · ", key.id
        ],
    ]

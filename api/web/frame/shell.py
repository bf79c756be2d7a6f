"""The frame around every page: where one can go, who one is, what waits, and the way to anything by keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.badges import role_words
from api.web.components.icons import icon
from api.web.frame.assets import SCRIPTS, asset, stylesheets
from api.web.frame.keys import keys
from api.web.frame.live import Region
from api.web.frame.navigation import Place, places_for
from api.web.frame.palette import palette
from api.web.frame.visit import Person, Visit
from store.changes.queries import count_pending
from store.kernel.actor import Actor

if TYPE_CHECKING:
    from sqlmodel import Session

_HEAD = "\n".join(
    [
        *(f'<link rel="stylesheet" href="{address}">' for address in stylesheets()),
        f'<script src="{asset("theme.js")}"></script>',
        *(f'<script src="{asset(script)}" defer></script>' for script in SCRIPTS),
    ]
)


@asynccontextmanager
async def shell(visit: Visit, place: str) -> AsyncIterator[ui.element]:
    """Draw the frame with `place` marked as where one is, and yield the element that the page goes into."""
    ui.add_head_html(_HEAD)
    places = places_for(visit.person)
    with ui.element("div").classes("shell"):
        with ui.element("aside").classes("rail").props('aria-label="Greenlight"'):
            ui.html(str(_brand(visit.person)))
            await Region(visit, _waiting, lambda pending: _draw_places(places, place, pending)).show()
            ui.html(str(_foot(visit.person)))
        with ui.element("main").classes("main").props("id=main tabindex=-1") as main:
            yield main
    palette(visit)
    keys(visit.person)


def _waiting(session: Session, actor: Actor) -> int:
    return count_pending(session, actor)


def _draw_places(places: Sequence[Place], here: str, pending: int) -> None:
    ui.html(str(_places(places, here, pending)))


def _brand(person: Person) -> h.Element:
    return h.div(".brand")[
        h.a(".skip", href="#main")["Skip to the page"],
        h.a(href="/", aria_label="Greenlight, home")[
            h.span(".lamp", aria_hidden="true"), h.span(".brand-name")["Greenlight"]
        ],
        h.div(".brand-studio")[person.studio],
    ]


def _places(places: Sequence[Place], here: str, pending: int) -> h.Element:
    return h.nav(".places", aria_label="Places")[
        (
            h.a(
                class_=["place", {"here": place.name == here, "desk-only": not place.on_phone}],
                href=place.address,
                aria_current="page" if place.name == here else None,
                data_key=place.key,
                title=f"{place.label} (g {place.key})",
            )[
                icon(place.icon),
                h.span(".place-label")[place.label],
                _count(pending) if place.name == "approvals" and pending else None,
            ]
            for place in places
        )
    ]


def _count(pending: int) -> h.Node:
    shown = str(pending) if pending < 1000 else "999+"
    return h.span(".count", aria_label=f"{pending} waiting")[shown]


def _foot(person: Person) -> h.Node:
    return h.fragment[
        h.div(".rail-foot")[
            h.button(".ghost", type="button", data_act="palette", title="Search or ask (Ctrl K)")[
                icon("search"), h.span["Search or ask"], h.span(".key")["Ctrl K"]
            ],
            h.div(".me")[
                h.span(".avatar", aria_hidden="true")[_initials(person.name)],
                h.div(".me-words")[h.span(".me-name")[person.name], h.span(".me-role")[role_words(person.role)]],
                h.button(".icon-button", type="button", data_act="theme", aria_label="Light or dark")[icon("moon")],
                h.button(".icon-button", type="button", data_act="sign-out", aria_label="Sign out")[icon("out")],
            ],
        ],
    ]


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()

"""What the keyboard does, told by the keyboard: `?` opens this (see `static/greenlight.js`)."""

from __future__ import annotations

from collections.abc import Iterator

import htpy as h
from nicegui import ui

from api.web.frame.navigation import places_for
from api.web.frame.visit import Person

_CLOSE = "(event) => event.target.closest('dialog').close()"


def keys(person: Person) -> None:
    """Put the dialog on a page."""
    with ui.element("dialog").classes("dialog keys").props('id=keys aria-label="Keys"'):
        ui.html(str(h.fragment[h.h2["Keys"], h.dl(".keys-list")[(_row(*one) for one in _known(person))]]))
        close = ui.element("button").classes("btn").props("type=button autofocus")
        with close:
            ui.label("Close")
        close.on("click", js_handler=_CLOSE)


def _known(person: Person) -> Iterator[tuple[tuple[str, ...], str]]:
    yield ("Ctrl", "K"), "Search, go anywhere, or ask; / does so too"
    for place in places_for(person):
        yield ("g", place.key), place.label
    yield ("j", "k"), "The next row of a list, and the one before"
    yield ("Enter",), "Open it; in the conversation, send"
    yield ("Shift", "Enter"), "A new line in the conversation"
    yield ("Esc",), "Close what is open"
    yield ("?",), "This list"


def _row(pressed: tuple[str, ...], what: str) -> h.Node:
    return h.fragment[h.dt[(h.kbd(".key")[key] for key in pressed)], h.dd[what]]

"""Buttons that do a thing once: while it is being done they are off, so a double click is one click."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal

from nicegui import ui

from api.web.components.icons import icon

Kind = Literal["primary", "plain", "ghost", "danger"]
Act = Callable[[], Awaitable[None]]


def act_button(
    label: str, act: Act, *, kind: Kind = "plain", symbol: str | None = None, working: str | None = None
) -> ui.element:
    """Draw a button that calls `act`; meanwhile it says `working` and takes no further click."""
    button = ui.element("button").classes(f"btn btn-{kind}").props("type=button")
    with button:
        if symbol:
            ui.html(str(icon(symbol, size=16)), tag="span").classes("btn-icon")
        words = ui.label(label).classes("btn-words")
    busy = False

    async def once() -> None:
        nonlocal busy
        if busy:
            return
        busy = True
        button.props("disabled aria-busy=true")
        if working:
            words.set_text(working)
        try:
            await act()
        finally:
            busy = False
            if not button.is_deleted:
                button.props(remove="disabled aria-busy")
                words.set_text(label)

    button.on("click", once)
    return button


def icon_button(label: str, symbol: str, act: Act) -> ui.element:
    """Draw a button of an icon alone; `label` is what a screen reader says."""
    button = ui.element("button").classes("icon-button").props("type=button")
    button.props.update({"aria-label": label, "title": label})
    with button:
        ui.html(str(icon(symbol)), tag="span").classes("btn-icon")
    button.on("click", act)
    return button

"""The list of one's conversations, beside the one that is open."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h
from nicegui import ui

from api.web.components.icons import icon
from api.web.copilot.reading import Listed


def draw_list(listed: Sequence[Listed], here: str | None) -> None:
    shown = h.div(".chat-list-inner")[
        h.a(".btn.chat-new", href="/copilot")[icon("plus", size=16), "New conversation"],
        h.nav(aria_label="Conversations")[
            (
                h.a(
                    class_=["chat-item", {"here": one.id == here}],
                    href=f"/copilot/{one.id}",
                    data_row=True,
                    aria_current="page" if one.id == here else None,
                )[one.title]
                for one in listed
            )
        ]
        if listed
        else None,
    ]
    ui.html(str(shown))

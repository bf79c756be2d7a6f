"""A secret that is shown exactly once: to be copied now, and gone with the page."""

from __future__ import annotations

import htpy as h
from nicegui import ui


def draw_secret(heading: str, secret: str, advice: str) -> None:
    """Draw the secret with a button that copies it."""
    shown = h.div(".callout.good.secret", role="status")[
        h.div(".stack")[
            h.strong[heading],
            h.div(".row-of")[
                h.code("#shown-secret")[secret],
                h.button(".btn", type="button", data_copy="shown-secret")["Copy"],
            ],
            h.p(".small")[advice],
        ]
    ]
    ui.html(str(shown))

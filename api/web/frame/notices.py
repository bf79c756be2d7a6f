"""Saying what happened, in a line that stays until it was read, and how to go on when something was refused."""

from __future__ import annotations

import htpy as h
import structlog
from nicegui import ui

from api.web.frame.visit import Visit
from store.kernel.errors import DomainError

_log = structlog.get_logger("greenlight.web")

_DEFECT = "Something went wrong on our side. Nothing was changed. Try again, or tell whoever runs Greenlight here."


def said(message: str, *, tone: str = "good") -> None:
    """Show a line at the foot of the page. `tone`: good, warn, bad."""
    ui.notify(
        message,
        position="bottom",
        timeout=0 if tone == "bad" else 6000,
        close_button="Close" if tone == "bad" else False,
        multi_line=True,
        classes=f"notice notice-{tone}",
    )


def tell(visit: Visit, error: Exception) -> None:
    """Tell the person what an act was refused for; whose session has ended signs in where they are."""
    if isinstance(error, DomainError):
        if error.code == "unauthenticated":
            visit.client.run_javascript("greenlight.signInAgain()")
            return
        said(error.message, tone="bad")
        return
    _log.error("page_failed", exc_info=error)
    said(_DEFECT, tone="bad")


def refused(error: DomainError) -> None:
    """Draw a page that cannot be shown, with the way out."""
    heading = "Not found" if error.code == "not_found" else "This page is not for your role"
    shown = h.div(".empty")[
        h.h1[heading],
        h.p[error.message],
        h.p[h.a(".btn", href="/copilot")["Copilot"], h.a(".btn", href="/projects")["Projects"]],
    ]
    ui.html(str(shown))

"""What several pages of a project share: their script, loaded where it is needed."""

from __future__ import annotations

from nicegui import ui


def script() -> None:
    """Load what these pages do in the browser: land on a cited row, filter lines, fetch an offer's pages."""
    ui.add_head_html('<script src="/assets/projects.js" defer></script>')

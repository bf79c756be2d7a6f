"""What several pages of a project share: their script, loaded where it is needed."""

from __future__ import annotations

from nicegui import ui

from api.web.frame.assets import asset


def script() -> None:
    """Load what these pages do in the browser: land on a cited row, filter lines, fetch an offer's pages."""
    ui.add_head_html(f'<script src="{asset("projects.js")}" defer></script>')

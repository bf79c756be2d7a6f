"""What these pages do in the browser alone: keep a paste, read a file into it, copy, find the row an address names."""

from nicegui import ui

from api.web.frame.assets import asset


def load_script() -> None:
    ui.add_head_html(f'<script src="{asset("studio.js")}" defer></script>')

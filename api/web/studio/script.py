"""What these pages do in the browser alone: keep a paste, read a file into it, copy, find the row an address names."""

from nicegui import ui


def load_script() -> None:
    ui.add_head_html('<script src="/assets/studio.js" defer></script>')

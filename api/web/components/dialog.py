"""A dialog of the browser's own: it takes the keyboard, Escape closes it, and what is under it stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui


class Dialog:
    """A dialog with a heading; fill it within `filled()`, then `open()` it."""

    def __init__(self, heading: str) -> None:
        self._dialog = ui.element("dialog").classes("dialog dialog-form")
        self._dialog.props["aria-label"] = heading
        self._heading = heading

    @contextmanager
    def filled(self) -> Iterator[Dialog]:
        """Put what is drawn in the block into it, in place of what was there."""
        self._dialog.clear()
        with self._dialog:
            ui.label(self._heading).classes("dialog-title").props("role=heading aria-level=2")
            yield self

    def open(self) -> None:
        self._dialog.run_method("showModal")

    def close(self) -> None:
        self._dialog.run_method("close")

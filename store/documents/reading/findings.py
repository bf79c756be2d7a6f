"""What a reader inside the worker gathers, and how it refuses; it crosses the process border as JSON."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

OUT_OF_MEMORY = 86
"""The worker's exit status when memory ran out in a way Python could still catch."""


class Refused(Exception):
    """The document cannot be read; the argument is a code of `refusals`."""

    @property
    def code(self) -> str:
        return str(self.args[0])


@dataclass
class Findings:
    """Text with what was left out of it: `pages` as (number, start, end), `hidden` as (text, reason, page)."""

    text: str = ""
    pages: list[tuple[int, int, int]] = field(default_factory=list)
    hidden: list[tuple[str, str, int | None]] = field(default_factory=list)
    attachments: list[tuple[str, str, bytes]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)

    def hide(self, text: str, reason: str, page: int | None = None) -> None:
        """Report `text` as left out; runs of blanks are no news. The first 500 runs of 2,000 characters suffice."""
        if text.strip() and len(self.hidden) < 500:
            self.hidden.append((text.strip()[:2000], reason, page))

    def warn(self, code: str, message: str) -> None:
        """Add a warning once."""
        if (code, message) not in self.warnings:
            self.warnings.append((code, message))

    def as_answer(self) -> dict[str, object]:
        """The JSON the parent reads."""
        return {
            "text": self.text,
            "pages": self.pages,
            "hidden": self.hidden,
            "attachments": [
                (name, media, base64.b64encode(data).decode("ascii")) for name, media, data in self.attachments
            ],
            "warnings": self.warnings,
        }

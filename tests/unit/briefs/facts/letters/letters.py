"""One invented letter of a client and what a producer reads in it; facts it does not list stay open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from store.proposals.facts import BriefReading
from tests.unit.briefs.facts.briefs import read

OPEN: Final = "(not tested)"
"""Stands for a fact that a letter is not asked about; None means that the letter must be silent on it."""


@dataclass(frozen=True)
class Letter:
    """A brief's text, how it came, and the facts it states; `media` in alphabetical order, the rest as written."""

    text: str
    client: str | None = OPEN
    title: str | None = OPEN
    name: str | None = OPEN
    phone: str | None = OPEN
    locations: tuple[str, ...] | None = None
    media: tuple[str, ...] | None = None
    territory: str | None = OPEN
    months: int | None = -1
    languages: tuple[str, ...] | None = None
    sender: tuple[str, str] | None = None
    subject: str | None = None

    def reading(self) -> BriefReading:
        return read(self.text, sender=self.sender, subject=self.subject)


def named(letter: Letter) -> str:
    """A test's name: the letter's first words."""
    return " ".join(letter.text.split())[:48]

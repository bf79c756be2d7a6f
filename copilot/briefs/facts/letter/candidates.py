"""Wordings that may be one of a letter's facts, each with all its mentions; which is meant is weighed later."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.briefs.facts.letter.names import somewhere
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import folded

RULED = "rules"
"""The origin of what the rules read; no feature, for the trust in rules is learnt apart from the weights."""


@dataclass(frozen=True)
class Mention:
    """A wording at `[start, end)` of the shown view, (0, 0) for one of the header; `origin` says how it was met."""

    name: str
    start: int
    end: int
    origin: str


@dataclass(frozen=True)
class Candidate:
    """All mentions of one wording; `core` is what makes them one."""

    core: str
    mentions: tuple[Mention, ...]

    @property
    def name(self) -> str:
        return self.mentions[0].name

    @property
    def quotable(self) -> Mention:
        """The first mention that stands in the text, else the header's."""
        return next((m for m in self.mentions if m.end), self.mentions[0])

    def read(self, shown: View) -> Read[str | None]:
        """The wording with its quote; one that only a header gives is quoted where the text comes nearest to it."""
        said = self.quotable
        return Read(said.name, (shown.quote(said.start, said.end),) if said.end else somewhere(shown, said.name))


def placed(name: str, text: str, origin: str) -> Mention:
    """The mention of a name where the text first has it, if it does."""
    at = text.find(name)
    return Mention(name, max(at, 0), at + len(name) if at >= 0 else 0, origin)


def bare_words(name: str) -> str:
    """A name's words without marks: what tells one person or title from another."""
    return " ".join(re.findall(r"\w+", folded(name)))

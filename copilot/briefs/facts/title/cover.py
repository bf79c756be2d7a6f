"""What the first lines of a paper leave for a title once its letterhead, its kind and its date are told apart.

A tender, a form or a slide names its sender, what kind of paper it is and its day around the title, in any order and
type: none of these lines is the title by itself, but the first that is none of them mostly is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from copilot.briefs.facts.letter.candidates import bare_words
from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.title.papers import own_words
from copilot.briefs.facts.words import folded, label_topics

_MOST_LINES = 9
_LINE = re.compile(r"^[ \t]*(#{0,6})[ \t]*(\S[^\n]*)$", re.MULTILINE)
_ADDRESS = re.compile(r"@|www\.|https?:|\d{4,}|\+\d")
"""What letterheads and dates hold; a title with a year in it is seldom on a cover."""
_TEXT_BEGINS = re.compile(r"[^\W\d][^|:]{1,40}:(?:\s|$)|[-*•➢][ \t]|[^|]{71}")
"""A field, an item of a list or a line of text: the cover is over."""
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d)*[.)]?\s+\D")
_SLOGAN = re.compile(r"\.\W*$")
_NO_LEVEL = 9


@dataclass(frozen=True)
class Cover:
    """The lines left, each by its bare words and its rank as a heading (1 is the highest), in their order."""

    lines: tuple[tuple[str, int], ...]

    def place_of(self, core: str) -> str | None:
        """How a wording stands among the lines: "largest" where it is the first of the highest rank that stands above
        others, else "first" or "later"; None for one that is no line."""
        ranks = dict(reversed(self.lines))
        if core not in ranks:
            return None
        highest = min(ranks.values())
        if highest < max(ranks.values(), default=0) or len(ranks) == 1:
            first = next(line for line, rank in self.lines if rank == highest)
            return "largest" if core == first else "smaller" if ranks[core] > highest else "later"
        return "first" if core == self.lines[0][0] else "later"


def cover_of(text: str, client_words: frozenset[str]) -> Cover:
    """The cover of a paper whose client is known by `client_words`."""
    lines: list[tuple[str, int]] = []
    for line in islice(_LINE.finditer(text), _MOST_LINES):
        level = len(line[1]) or _NO_LEVEL
        if _begins_text(line[2], level):
            if len(lines) > 1 and lines[-1][1] < _NO_LEVEL and level == _NO_LEVEL:
                lines.pop()  # it heads the text, not the paper
            break
        lines += [(bare_words(cell), level) for cell in line[2].split(" | ") if _may_be_title(cell, client_words)]
    return Cover(tuple(lines))


def _begins_text(line: str, level: int) -> bool:
    """Whether the cover is over: at a section's heading, a label or a line of text."""
    if level < _NO_LEVEL:
        return _NUMBERED.match(line) is not None or (level > 1 and topic_of(line) is not None)
    label = line.split(" | ")[0]
    is_label = bool(own_words(label)) and folded(label).strip(" :*") in label_topics()
    return is_label or _TEXT_BEGINS.match(line) is not None


def _may_be_title(cell: str, client_words: frozenset[str]) -> bool:
    words = set(bare_words(cell).split())
    of_client = bool(client_words) and (words <= client_words or client_words <= words)
    return bool(own_words(cell)) and not of_client and not _ADDRESS.search(cell) and not _SLOGAN.search(cell)

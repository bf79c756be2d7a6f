"""What a person takes for a heading in a file that does not say so: a line in larger type, or a bold one of its own.

Sizes differ in every file; what the words may be does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

LARGER = 1.15
"""How many times the text's size a heading's is at least."""

_LONGEST, _LONGEST_BOLD = 120, 60
_MOST_LINES = 3
_TEXT = 40
"""Characters of a line of text at least; what stands under a form's label is shorter."""
_FEWEST_BOLD = 2
"""One bold line may be a name under a letter, several above text are its headings."""
_ITEM = re.compile(r"[•◦▪‣·–*○●■□➢❖✓✔-] ?|\d{1,2}[.)] |[a-z][.)] ")
_FIELD = re.compile(r"[:|]\s*\S")


def named(text: str) -> bool:
    """Whether the words can be a heading: not a figure set large, an address or a number with its unit."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    return letters >= 3 and letters >= 2 * digits and "@" not in text


def is_sentence(text: str) -> bool:
    """Whether it ends as sentences do: emphasised, no heading of second rank."""
    return text.endswith((".", ",", ";"))


def overlong(lines: int, text: str) -> bool:
    """Whether it takes more lines or letters than a heading does."""
    return lines > _MOST_LINES or len(text) > _LONGEST


def bold_headings(lines: Sequence[tuple[str, float | None]]) -> frozenset[int]:
    """Which lines are headings by their weight alone; each comes with its size in points if all of it is bold, else
    None. Short bold lines set alike are headings where two or more, and at least half of them, stand directly above
    text; below each of them something has to be said.
    """
    alike: dict[tuple[float, bool], list[int]] = defaultdict(list)
    for number, (text, size) in enumerate(lines):
        if size is not None and _may_head(text):
            alike[round(size, 1), text.isupper()].append(number)
    found: set[int] = set()
    for numbers in alike.values():
        above_text = sum(_heads_text(lines[number + 1 :]) for number in numbers)
        if above_text >= max(_FEWEST_BOLD, len(numbers) / 2):
            found.update(number for number in numbers if _said_below(lines[number + 1 :]))
    return frozenset(found)


def _may_head(text: str) -> bool:
    fits = len(text) <= _LONGEST_BOLD and named(text) and not text.endswith("!")
    return fits and not is_sentence(text) and not _FIELD.search(text) and not _ITEM.match(text)


def _heads_text(below: Sequence[tuple[str, float | None]]) -> bool:
    return any(len(text) >= _TEXT or _ITEM.match(text) for text in _said_below(below))


def _said_below(below: Sequence[tuple[str, float | None]]) -> list[str]:
    """The lines down to the next bold one."""
    return [text for text, _ in takewhile(lambda line: line[1] is None, below)]

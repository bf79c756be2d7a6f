"""What a model writes is shown as text: no image is loaded, no address can be clicked, no source is made up.

A link in an answer is how data leaves a studio unnoticed, so addresses, images, HTML and link syntax are taken apart,
whatever they say. Citations (`[table id]`) stay when a tool gave that row in this conversation, and only then.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,20}:/{2}|\bwww\.|\b(?:javascript|data|vbscript|mailto):)[^\s)>\]]*", re.IGNORECASE
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]")
_CITATION = re.compile(r"\[([a-z_]+ [A-Za-z0-9_.-]+)\]")
LINK_REMOVED = "(link removed)"
SOURCE_UNKNOWN = "[source not found]"
_LONGEST_CITATION = 80
_MOST_HELD = 500  # characters: what opens brackets without end is shown all the same


def sanitise(text: str, known: Container[str]) -> str:
    """Return `text` without anything that would load or open, and without citations that are not in `known`."""
    text = _INVISIBLE.sub("", text)
    text = _ADDRESS.sub(LINK_REMOVED, text)
    text = text.replace("![", "[").replace("](", "] (").replace("]:", "] :").replace("][", "] [")
    text = re.sub(r"<(?=[a-zA-Z/!?])", "‹", text)
    return _CITATION.sub(lambda match: match.group() if match.group(1) in known else SOURCE_UNKNOWN, text)


def citations(text: str) -> tuple[str, ...]:
    """Return the rows that `text` cites, `table id`, each once, in order."""
    return tuple(dict.fromkeys(_CITATION.findall(text)))


@dataclass
class SafeStream:
    """Sanitises a message as it arrives, holding back only what is not yet a whole word or citation."""

    known: Container[str]
    _held: str = field(default="", init=False)
    _fed: bool = field(default=False, init=False)

    def feed(self, text: str) -> str:
        """Take some more text and return what may be shown now."""
        self._fed = self._fed or bool(text)
        self._held += text
        end = _after_space(self._held, len(self._held))
        # A citation has a space inside: wait for its end. Cut behind a space alone, else "![" or "][" came in two.
        while (opened := self._held.rfind("[", max(0, len(self._held) - _MOST_HELD), end)) >= 0:
            if "]" in self._held[opened:end] or end - opened >= _LONGEST_CITATION:
                break
            end = _after_space(self._held, opened)
        ready, self._held = self._held[:end], self._held[end:]
        return sanitise(ready, self.known)

    def rest(self, whole: str) -> str:
        """End a message that reads `whole`: return what was held back, or all of it when none was streamed."""
        ready = self._held if self._fed else whole
        self._held, self._fed = "", False
        return sanitise(ready, self.known)


def _after_space(text: str, before: int) -> int:
    """Where the last whole word that stands before a place ends; 0 where there is none."""
    return max(text.rfind(" ", 0, before), text.rfind("\n", 0, before)) + 1

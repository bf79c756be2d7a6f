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
        end = max(self._held.rfind(" "), self._held.rfind("\n")) + 1
        opened = self._held.rfind("[", 0, end)
        if opened >= 0 and "]" not in self._held[opened:end] and end - opened < 80:
            end = opened  # a citation has a space inside: wait for its end
        ready, self._held = self._held[:end], self._held[end:]
        return sanitise(ready, self.known)

    def rest(self, whole: str) -> str:
        """End a message that reads `whole`: return what was held back, or all of it when none was streamed."""
        ready = self._held if self._fed else whole
        self._held, self._fed = "", False
        return sanitise(ready, self.known)

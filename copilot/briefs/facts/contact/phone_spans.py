"""Where telephone numbers stand, so that none of their groups of digits is taken for an amount.

A number begins with its country ("+31 40 555 0137", also when the line breaks inside it) or follows a word for the
telephone ("Tel. 040 555 0137"), and has seven to fifteen digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.words import folded

_REST = r"(?:[ ().\-/–]{0,3}\n?[ \t]{0,8}\(?\d){6,14}(?!\d)"
_NUMBER = re.compile(
    r"(?<![\w+])\+[1-9]" + _REST + r"|"
    r"\b(?:tel|phone|telephone|mobile|mob|cell|whatsapp|telefon|telefoon|telefono|telephone|handy|mobil|movil|tlf|gsm|"
    r"portable|call me on|reach me on)\b[.:]{0,2}[ \t]{0,4}\(?[0+]" + _REST
)


def phone_spans(text: str) -> Iterator[Span]:
    """The spans of the telephone numbers in a text, in order."""
    for m in _NUMBER.finditer(folded(text)):
        yield m.start(), m.end()

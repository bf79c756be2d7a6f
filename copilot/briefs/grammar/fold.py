"""One plain spelling for matching, with a way back to the source's offsets.

Briefs arrive with narrow spaces, curly quotes, soft hyphens, line wraps and missing accents. Grammars match on
`Folded.text`: lower case, no accents, ASCII dashes and quotes, no zero-width characters, one space for a blank or two,
a tab for a wider gap (which never groups digits), `\\n` for a line wrap and `¶` where a paragraph, list item or table
cell ends (so that `\\s` never crosses one).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from copilot.briefs.grammar.span import Found

T = TypeVar("T")

PARAGRAPH = "¶"

_PLAIN = {
    **dict.fromkeys("‐‑‒–—―−﹣－⁃", "-"),
    **dict.fromkeys("‘’‚‛′´`ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("×✕✖", "x"),
    "ß": "ss",
    "ẞ": "ss",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
    "ø": "o",
    "Ø": "o",
    "ð": "d",
    "ł": "l",
    "￥": "¥",
    "＄": "$",
    "￡": "£",
    "：": ":",
    "／": "/",
    "，": ",",
    "．": ".",
    "～": "~",
    "∶": ":",
    "⁄": "/",
    "ı": "i",
    "|": PARAGRAPH,
    "％": "%",
    "＋": "+",
}
_BLANK_RUN = re.compile(r"[^\S]+")
_LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
# A new line that opens an item is a boundary, however little space precedes it.
_ITEM = re.compile(r"(?:[-*•·◦▪‣–—+>#]|\d{1,2}[.)]|[a-z]\))[ \t\u00a0]+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A source text and its folded spelling; `starts[i]`/`ends[i]` bound the source of folded character `i`."""

    source: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def found(self, value: T, start: int, end: int) -> Found[T]:
        """Return the value as found over the folded span `[start, end)`, which must not be empty."""
        return Found.at(self.source, value, self.starts[start], self.ends[end - 1])


@lru_cache(maxsize=512)
def fold(source: str) -> Folded:
    """Return the folded spelling of a text."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    i = 0
    while i < len(source):
        plain, end = _one(source, i)
        for char in plain:
            out.append(char)
            starts.append(i)
            ends.append(end)
        i = end
    return Folded(source, "".join(out), tuple(starts), tuple(ends))


def fold_word(word: str) -> str:
    """Return a lexicon entry as it stands in folded text."""
    return fold(word).text


def _one(source: str, i: int) -> tuple[str, int]:
    """Return the folded spelling of the source's unit at `i` and where the unit ends."""
    char = source[i]
    if char.isspace():
        return _blank(source, i)
    if source.startswith("**", i):
        return "", i + 2
    if char in _PLAIN:
        return _PLAIN[char], i + 1
    if char.isascii():
        return char.lower(), i + 1
    if unicodedata.category(char) in {"Cf", "Mn"}:
        return "", i + 1
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit), i + 1
    base = unicodedata.normalize("NFD", char)[0].lower()
    return _PLAIN.get(base, base[0]), i + 1


def _blank(source: str, i: int) -> tuple[str, int]:
    run = _BLANK_RUN.match(source, i)
    end = run.end() if run else i + 1
    wraps = len(_LINE_END.findall(source[i:end]))
    if wraps >= 2 or (wraps and _ITEM.match(source, end)):
        return PARAGRAPH, end
    if wraps:
        return "\n", end
    return (" " if end - i < 3 and "\t" not in source[i:end] else "\t"), end

"""From blocks to text: one line a line, cells of one line divided by `CELL`, blocks by an empty line, broken words
whole, headings with Markdown's mark."""

from __future__ import annotations

import re
from itertools import pairwise

from store.documents.reading.pdf_pieces import Piece

CELL = " | "
"""Between two pieces of one line that a wide gap divides: cells of a table, a label and its value."""

_ITEM = re.compile(r"[•◦▪‣·–*○●■□➢❖✓✔-]|\d{1,2}[.)]|[a-z][.)]")
_COMPOUNDS = frozenset(
    "one two three four five six seven eight nine ten half full high low long short well self cross multi non pre post"
    " semi all anti deux trois demi follow voice behind end call stop time day week month year wide close slow fast"
    " work cut out add tie on off up down in brand social pro co by".split()
)


def as_text(blocks: list[list[Piece]]) -> str:
    """The blocks in their order; see the module's docstring."""
    parts: list[str] = []
    last: Piece | None = None
    for block in blocks:
        for piece in block:
            if last is not None:
                _append(parts, last, piece, new_block=piece is block[0])
            parts.append("#" * piece.level + " " * bool(piece.level) + piece.text)
            last = piece
    return "".join(parts)


def _append(parts: list[str], last: Piece, piece: Piece, *, new_block: bool) -> None:
    """What stands between two pieces; a word that breaks off at a column's foot goes on at the next one's head."""
    if last.joined and (not new_block or piece.text[0].islower()):
        if not piece.beside(last) and _broken_word(last.text, piece.text):
            parts[-1] = parts[-1].removesuffix("-")
    elif new_block:
        parts.append("\n\n")
    elif piece.right_of(last):
        parts.append(" " if is_item_mark(last) and not is_item_mark(piece) else CELL)
    else:
        parts.append("\n")


def as_one_line(lines: list[Piece]) -> str:
    """The lines as one, broken words whole."""
    text = lines[0].text
    for before, after in pairwise(lines):
        if before.joined:
            text = (text.removesuffix("-") if _broken_word(before.text, after.text) else text) + after.text
        else:
            text = f"{text} {after.text}"
    return text


def is_item_mark(piece: Piece) -> bool:
    """Whether the piece only begins an item of a list: a bullet, "3.", "b)"."""
    return _ITEM.fullmatch(piece.text) is not None


def runs_on(before: str, after: str) -> bool:
    """Whether the sentence at the end of `before` goes on with `after`, which stands on the next page."""
    return after[:1].islower() and (before[-1:].isalpha() or before[-1:] == ",")


def _broken_word(before: str, after: str) -> bool:
    """Whether the hyphen at a line's end only breaks a word: not in "two-day", "high-end" or "2026-03"."""
    first = re.search(r"([^\W\d_]+)-$", before)
    second = re.match(r"[^\W\d_]+", after)
    if not first or not second or not second.group()[0].islower():
        return False
    return len(first.group(1)) >= 2 and first.group(1).lower() not in _COMPOUNDS

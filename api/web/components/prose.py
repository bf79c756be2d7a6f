"""What the copilot says, as HTML: a little Markdown, never markup of its own, no links and no images.

A citation (`[budget_line bln_…]`) becomes a chip that leads to the row it names.
"""

from __future__ import annotations

import re
from urllib.parse import quote

import htpy as h
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markupsafe import Markup

_CITATION = re.compile(r"\[([a-z_]{3,30}) ([A-Za-z0-9_.\-]{3,60})\]")
# What stands for the n-th citation while Markdown is read: two characters that no text holds, which we take out first.
_PLACE = re.compile("\ue000(\\d+)\ue001")
_UNHELD = re.compile("[\ue000\ue001]")


_reader = MarkdownIt("zero", {"html": False, "breaks": True}).enable(
    ["list", "emphasis", "strikethrough", "backticks", "newline", "heading", "blockquote", "escape", "table", "fence"]
)


def _name_no_language(state: StateCore) -> None:
    """What stands behind a fence would go into an attribute, where a citation's chip must not."""
    for token in state.tokens:
        if token.type == "fence":
            token.info = ""


_reader.core.ruler.push("name_no_language", _name_no_language)


def prose(text: str) -> Markup:
    """Return `text` as safe HTML."""
    cited: list[h.Element] = []

    def keep(match: re.Match[str]) -> str:
        cited.append(citation(match[1], match[2]))
        return f"\ue000{len(cited) - 1}\ue001"

    source = _CITATION.sub(keep, _UNHELD.sub("", text))
    rendered = _reader.render(source)
    return Markup(_PLACE.sub(lambda match: str(cited[int(match[1])]), rendered))  # noqa: S704 - escaped by the reader


def citation(table: str, row_id: str) -> h.Element:
    """Return the chip of a row: what kind of row it is, and where it leads."""
    return h.a(".chip.cite", href=f"/rows/{quote(table)}/{quote(row_id)}", title=f"{table.replace('_', ' ')} {row_id}")[
        row_id if table == "change_set" else table.replace("_", " ")
    ]

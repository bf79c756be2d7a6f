"""Tables whose columns are lengths or shapes, with the number of pieces in the cells."""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.pieces.items import Item, with_ratio
from copilot.briefs.facts.pieces.measures import Mark

_TICK = re.compile(r"\s*(?:x|✓|✔|✅|yes|ja|oui|si|sim|one|ein[es]?)\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,3})\s*(?:x|×|stk\.?|st\.?|pcs)?\s*$")


def column_of(view: View, cell: Unit) -> int:
    """The cell's place in its row, counted by the separators before it."""
    line = view.text[view.text.rfind("\n", 0, cell.start) + 1 : cell.start]
    return line.count("|") + line.count("\t")


def is_matrix_head(cells: list[Unit], marks: dict[int, list[Mark]]) -> bool:
    """Whether all cells but the first two are nothing but a length or a shape."""
    measured = [c for c in cells if _measure(c, marks[c.start]) is not None]
    return len(measured) >= 2 and all(c in measured for c in cells[2:])


def matrix_items(view: View, rows: list[list[Unit]], marks: dict[int, list[Mark]]) -> list[Item]:
    """The pieces of a table whose first row is a head of measures; what a row says itself completes the column's."""
    head = {column_of(view, c): m for c in rows[0] if (m := _measure(c, marks[c.start]))}
    items: list[Item] = []
    for row in rows[1:]:
        own = [m for c in row if column_of(view, c) not in head for m in marks[c.start]]
        label = next((c.text.strip() for c in row if column_of(view, c) not in head), "")
        for cell in row:
            measure = head.get(column_of(view, cell))
            amount = _amount(cell.text)
            if measure is not None and amount:
                items.append(_item(cell, amount, [*own, measure], label))
    return items


def _measure(cell: Unit, marks: list[Mark]) -> Mark | None:
    found = [m for m in marks if m.kind in ("duration", "ratio")]
    rest = len(cell.text.strip()) - sum(m.end - m.start for m in found)
    return found[0] if len(found) == 1 and rest <= 8 and not any(m.kind == "noun" for m in marks) else None


def _amount(text: str) -> int:
    number = _NUMBER.match(text)
    return int(number[1]) if number else 1 if _TICK.match(text) else 0


def _item(cell: Unit, amount: int, marks: list[Mark], label: str) -> Item:
    noun = next((m for m in marks if m.kind == "noun"), None)
    seconds = next((int(m.value) for m in marks if m.kind == "duration"), None)
    ratios: tuple[str, ...] = ()
    for mark in marks:
        ratios = with_ratio(ratios, mark) if mark.kind == "ratio" else ratios
    kind = str(noun.value) if noun else "film"
    return Item(cell.start, cell.end, amount, kind, (noun.text if noun else label or kind), seconds, ratios, fixed=True)

"""The pieces of a brief's tables: a row a piece, a cell with a list of pieces, or columns headed by pieces.

A first column that only numbers the rows counts nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.pieces.counted_names import only_names
from copilot.briefs.facts.pieces.item_walk import items_of, per_piece
from copilot.briefs.facts.pieces.items import General, Item, with_ratio
from copilot.briefs.facts.pieces.marks import marks_of
from copilot.briefs.facts.pieces.matrix import is_matrix_head, matrix_items
from copilot.briefs.facts.pieces.measures import Mark
from copilot.briefs.facts.pieces.per_each import EACH_OF
from copilot.briefs.facts.pieces.shape_lines import give_shapes, shape_line
from copilot.briefs.facts.words import folded, kind_patterns

_NO_NAMES = frozenset(("usage", "languages", "ratios", "length", "quantity", "delivery", "territory", "contact"))
"""Columns whose names are not what the pieces are made for."""
_MEASURES = frozenset(("duration", "ratio", "count", "number", "after_count"))
Marked = dict[int, list[Mark]]


def table_items(view: View, rows: dict[int, list[Unit]], language: str, whole: str, general: General) -> list[Item]:
    """The pieces of all tables, row by row; a row that only speaks of shapes gives them to the rows above."""
    items: list[Item] = []
    matrix: list[list[Unit]] = []
    marks: Marked = {}
    under: list[Item] = []
    numbered = _numbered(rows)
    for cells in rows.values():
        marks.update({cell.start: marks_of(view, cell, language, whole) for cell in cells})
        matrix_row = any(cell.topic == "matrix" for cell in cells)
        if matrix and (not matrix_row or is_matrix_head(cells, marks)):
            items += matrix_items(view, matrix, marks)
            matrix = []
        if matrix_row:
            matrix.append(cells)
            continue
        said = cells[1:] if numbered else cells
        if headed := _headed(said, marks):
            under += headed
        elif (found := _listed(said, marks, items, general)) is not None:
            items += found
        else:
            items += _row_items(said, marks, items)
    return items + _counted(under) + (matrix_items(view, matrix, marks) if matrix else [])


def _numbered(rows: dict[int, list[Unit]]) -> bool:
    """Whether the first cells only number the rows: one, two, three and so on."""
    firsts = [int(text) for cells in rows.values() if (text := cells[0].text.strip(" .)")).isdigit() and len(cells) > 1]
    return len(firsts) >= 3 and firsts == sorted(set(firsts)) and firsts[-1] <= len(rows) + 1 and firsts[0] <= 2


def _headed(cells: list[Unit], marked: Marked) -> list[Item]:
    """The pieces of a row whose columns are pieces and whose cells are their lengths: "| Trailer | Interview |"."""
    found: list[Item] = []
    for cell in cells:
        head = folded(cell.column or "")
        kind = next((kind for kind, pattern in kind_patterns() if pattern.search(head)), None)
        marks = marked[cell.start]
        lengths = [m for m in marks if m.kind == "duration"]
        if kind and len(lengths) == 1 and len(cell.text.strip()) <= 16 and not any(m.kind == "noun" for m in marks):
            ratios = tuple(str(m.value) for m in marks if m.kind == "ratio")
            count = next((int(m.value) for m in marks if m.kind in ("count", "after_count")), 1)
            noun = (cell.column or kind).strip()
            found.append(Item(cell.start, cell.end, count, kind, noun, int(lengths[0].value), ratios, fixed=True))
    return found if len(found) >= 2 else []


def _counted(found: list[Item]) -> list[Item]:
    """Pieces of one column and length, counted over the rows."""
    alike: Counter[tuple[str | None, int | None, tuple[str, ...]]] = Counter()
    first: dict[tuple[str | None, int | None, tuple[str, ...]], Item] = {}
    for item in found:
        key = (item.noun, item.seconds, item.ratios)
        alike[key] += item.quantity or 1
        first.setdefault(key, item)
    return [replace(item, quantity=alike[key]) for key, item in first.items()]


def _listed(cells: list[Unit], marked: Marked, known: list[Item], general: General) -> list[Item] | None:
    """The pieces of a cell that lists several, or none where a cell gives shapes to known pieces; else None."""
    for cell in cells:
        marks = marked[cell.start]
        if known and (said := shape_line(cell, marks, known)):
            give_shapes(said, known, general)
            return []
        kinds = Counter(m.kind for m in marks)
        if kinds["count"] >= 2 and kinds["noun"] >= 2 and kinds["duration"] >= 2 and len(cells) <= 2:
            return items_of(cell, marks, general, known)
    return None


def _row_items(cells: list[Unit], marked: dict[int, list[Mark]], known: list[Item]) -> list[Item]:
    """One row of a table of pieces: its columns say what each cell is."""
    item = Item(cells[0].start, cells[-1].end)
    others: list[Mark] = []
    per = _times_named(cells, marked, known)
    name = " ".join(c.low for c in cells if c.topic != "quantity")
    for cell in cells:
        marks = marked[cell.start]
        others.extend(m for m in marks if m.kind == "noun")
        if cell.topic == "quantity":
            number = next((m for m in marks if m.kind in ("count", "number", "after_count")), None)
            item = replace(item, quantity=_in_all(int(number.value), per, cell, name)) if number else item
            continue
        for mark in marks:
            if mark.kind == "duration" and item.seconds is None:
                item = replace(item, seconds=int(mark.value))
            elif mark.kind == "ratio":
                item = replace(item, ratios=with_ratio(item.ratios, mark))
            elif (
                mark.kind in ("count", "after_count", "number")
                and item.quantity is None
                and cell.topic in ("name", "deliverables", None, "other")
            ):
                item = replace(item, quantity=int(mark.value))
    if others:
        item = replace(item, noun=others[0].text, kind=str(others[0].value))
    named = next((c for c in cells if c.topic in ("name", "deliverables") and len(c.text) > 2), None)
    if named:
        item = replace(item, noun=named.text.strip()[:80], kind=item.kind or "other")
    if item.noun is None and item.quantity and item.seconds and (first := _first_words(cells, marked)):
        item = replace(item, noun=first, kind="other")
    if any(c.topic in ("budget", "usage", "delivery", "shoot") for c in cells) and not item.sure:
        return []
    return [item] if item.noun and (item.sure or item.ratios) else []


def _first_words(cells: list[Unit], marked: Marked) -> str | None:
    """What a row calls its piece where no head says so: its first cell of words that measures nothing."""
    words = [c for c in cells if c.topic in (None, "other", "aside") and re.match(r"[^\W\d_]{3,}", c.low)]
    return next((c.text.strip()[:80] for c in words if not any(m.kind in _MEASURES for m in marked[c.start])), None)


def _in_all(said: int, per: int, cell: Unit, name: str) -> int:
    """A row's number for all "per" pieces: 1 per each of six is six, a 6 or a 12 has counted them already."""
    each = EACH_OF.search(cell.low) is not None
    explained = re.search(r"\((?:one|1|an?|je|ein\w*|une?|un[oa]?|een|ett?|en|uma?)\s", name) is not None
    if explained and not each and said > 1:
        return said  # "Ward films (one per ward) | 9"
    if re.search(r"\(", cell.text[:12]) or (per > 1 and said % per == 0 and not each):
        return said
    return said * per


def _times_named(cells: list[Unit], marked: dict[int, list[Mark]], known: list[Item]) -> int:
    """How many pieces of an earlier row a row is "per": "Cutdown per portrait | 1", "Cutdown | 2 per profile"."""
    by_number = any(cell.topic == "quantity" and EACH_OF.search(cell.low) for cell in cells)
    said = [only_names(cell.low) for cell in cells if cell.topic not in _NO_NAMES] if by_number else []
    if any(said):
        return max(said)
    for cell in cells:
        if each := next((m for m in marked[cell.start] if m.kind == "each_of"), None):
            return per_piece(each, known)
        word = re.match(r"[\w'-]{4,}", cell.low[m.end() :]) if (m := EACH_OF.search(cell.low)) else None
        stem = word[0][: max(4, len(word[0]) - 2)] if word else None
        counted = [i.quantity for i in known if stem and i.quantity and stem in folded(i.noun or "")]
        if counted:
            return counted[-1]
    return 1

"""The pieces a brief asks for: how many, how long, in which shapes.

A unit's words become marks (`marks.py`), marks become items in reading order, and items of all units are then merged:
a general line ("formats: 16:9, 1:1") applies to every item that names no shape of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copilot.briefs.facts.items import General, Item, items_of, with_ratio
from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.marks import marks_of
from copilot.briefs.facts.measures import Mark
from copilot.briefs.facts.view import View
from copilot.briefs.facts.words import folded
from store.proposals.facts import Deliverable, Quote

_SKIPPED = frozenset(
    "agency aside budget client contact locations objective pitch revisions shoot term territory title usage".split()
)


_NOT_TIMED = frozenset(("stills",))


def read_deliverables(
    view: View, units: Iterable[Unit], language: str
) -> tuple[tuple[Deliverable, ...], tuple[Quote, ...]]:
    """Every kind of piece with its quotes; units about money, dates or people are not searched."""
    general = General()
    items: list[Item] = []
    rows: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.row is not None:
            rows.setdefault(unit.row, []).append(unit)
            continue
        if unit.kind == "heading" or unit.subject in _SKIPPED:
            continue
        marks = marks_of(view, unit, language)
        pieces = any(m.kind in ("noun", "duration") for m in marks) and any(
            m.kind in ("count", "after_count") for m in marks
        )
        if unit.subject in ("ratios", "length", "quantity") and unit.topic and not pieces:
            if any(m.kind == "noun" for m in marks) and any(m.kind == "ratio" for m in marks):
                _give_shapes(items, items_of(unit, marks, General(), []))
            else:
                _note_general(general, unit, marks)
            continue
        found = items_of(unit, marks, general, items)
        if unit.subject == "delivery":
            found = [i for i in found if i.noun and i.quantity]
        doubtful = unit.subject not in ("deliverables", "length", "ratios", "quantity")
        items.extend(replace(i, doubtful=doubtful) for i in found)
    for cells in rows.values():
        items.extend(_row_items(view, cells, language))
    items.sort(key=lambda i: i.start)
    kept = _settled(items, general)
    return tuple(_deliverable(item) for item in kept), tuple(
        view.quote(a, b) for a, b in [*((i.start, i.end) for i in kept), *(general.spans if kept else [])]
    )


def _give_shapes(items: list[Item], shaped: list[Item]) -> None:
    """ "Film 16:9, cutdowns 9:16": each kind's shapes go to the pieces of that kind."""
    for shape in shaped:
        for i, item in enumerate(items):
            if item.kind == shape.kind and shape.ratios and not item.ratios:
                items[i] = replace(item, ratios=shape.ratios)


def _note_general(general: General, unit: Unit, marks: list[Mark]) -> None:
    ratios = tuple(dict.fromkeys(str(m.value) for m in marks if m.kind == "ratio"))
    lengths = [int(m.value) for m in marks if m.kind == "duration"]
    general.ratios = general.ratios or ratios
    if len(lengths) == 1 and general.seconds is None:
        general.seconds = lengths[0]
    counts = [int(m.value) for m in marks if m.kind in ("count", "number")]
    if unit.topic == "quantity" and len(counts) == 1:
        general.quantity = counts[0]
    if ratios or lengths or counts:
        general.spans.append((unit.start, unit.end))


def _row_items(view: View, cells: list[Unit], language: str) -> list[Item]:
    """One row of a table of pieces: its columns say what each cell is."""
    item = Item(cells[0].start, cells[-1].end)
    others: list[Mark] = []
    for cell in cells:
        marks = marks_of(view, cell, language)
        others.extend(m for m in marks if m.kind == "noun")
        if cell.topic == "quantity":
            number = next((m for m in marks if m.kind in ("count", "number", "after_count")), None)
            item = replace(item, quantity=int(number.value)) if number else item
            continue
        for mark in marks:
            if mark.kind == "duration" and item.seconds is None:
                item = replace(item, seconds=int(mark.value))
            elif mark.kind == "ratio":
                item = replace(item, ratios=with_ratio(item.ratios, mark))
            elif (
                mark.kind in ("count", "after_count")
                and item.quantity is None
                and cell.topic in ("name", "deliverables", None, "other")
            ):
                item = replace(item, quantity=int(mark.value))
    if others:
        item = replace(item, noun=others[0].text, kind=str(others[0].value))
    named = next((c for c in cells if c.topic in ("name", "deliverables") and len(c.text) > 2), None)
    if named:
        item = replace(item, noun=named.text.strip()[:80], kind=item.kind or "other")
    if any(c.topic in ("budget", "usage", "delivery", "shoot") for c in cells) and not item.sure:
        return []
    return [item] if item.noun and (item.sure or item.ratios) else []


def _settled(items: list[Item], general: General) -> list[Item]:
    """Merge repeats, give the general shapes, and drop what only names something that is stated elsewhere."""
    kept: list[Item] = []
    for item in items:
        if not item.noun and not item.seconds:
            continue
        if (
            item.doubtful
            and not item.quantity
            and not item.noun
            and not item.ratios
            and any(i.noun and i.sure for i in items)
        ):
            continue
        if not item.noun and item.quantity is None and not item.ratios and any(k.sure for k in kept):
            target = next((i for i, k in enumerate(kept) if k.seconds is None and k.kind not in _NOT_TIMED), None)
            if target is not None and len(kept) == 1:
                kept[target] = replace(kept[target], seconds=item.seconds)
                continue
        same = next((i for i, k in enumerate(kept) if _repeats(k, item)), None)
        if same is None and item.noun is None and item.quantity:
            same = next(
                (
                    i
                    for i, k in enumerate(kept)
                    if (k.quantity, k.seconds) == (item.quantity, item.seconds) and k.start < item.start - 20
                ),
                None,
            )
            if same is not None:
                kept[same] = replace(kept[same], ratios=tuple(dict.fromkeys((*kept[same].ratios, *item.ratios))))
                continue
        if same is not None:
            kept[same] = _merged(kept[same], item)
        elif item.sure or item.article or item.ratios:
            kept.append(item)
    sure = [i for i in kept if i.sure]
    kept = [i for i in kept if i.sure or not sure] if sure else kept[:1]
    if general.seconds and len(kept) == 1 and kept[0].seconds is None:
        kept = [replace(kept[0], seconds=general.seconds)]
    if not kept and general.seconds:
        kept = [Item(*general.spans[0], quantity=1, kind="film", noun="film", seconds=general.seconds)]
    if general.quantity and len(kept) == 1 and kept[0].quantity is None:
        kept = [replace(kept[0], quantity=general.quantity)]
    return [replace(i, ratios=i.ratios or (() if i.kind in _NOT_TIMED else general.ratios)) for i in kept]


def _repeats(known: Item, item: Item) -> bool:
    """Whether an item speaks of a known one again, rather than asking for another."""
    if item.kind != known.kind and item.noun and known.noun and folded(item.noun) != folded(known.noun):
        return False
    if item.definite or (not item.sure and not item.article):
        return (
            known.kind == item.kind
            and (item.seconds is None or known.seconds in (None, item.seconds))
            and (item.quantity is None or item.quantity == known.quantity)
        )
    same_noun = bool(item.noun and known.noun) and folded(item.noun or "") == folded(known.noun or "")
    if item.quantity is None and item.seconds is not None and known.seconds is None and same_noun:
        return True
    return (
        same_noun
        and (item.quantity or 1) == (known.quantity or 1)
        and (item.seconds == known.seconds or item.seconds is None)
    )


def _merged(known: Item, item: Item) -> Item:
    return replace(
        known,
        seconds=known.seconds or item.seconds,
        quantity=known.quantity or item.quantity,
        ratios=known.ratios or item.ratios,
    )


def _deliverable(item: Item) -> Deliverable:
    kind = item.kind or ("film" if (item.seconds or 0) >= 45 else "social" if "9:16" in item.ratios else "film")
    if kind == "stills" and item.seconds:
        kind = "interview"
    return Deliverable(
        name=(item.noun or kind).strip() or kind,
        kind=kind,
        quantity=item.quantity or 1,
        duration_seconds=None if kind in _NOT_TIMED else item.seconds,
        aspect_ratios=item.ratios,
    )

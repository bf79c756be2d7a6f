"""The pieces a brief asks for: how many, how long, in which shapes.

A unit's words become marks (`marks.py`), marks become items in reading order, and items of all units are then merged:
a general line ("formats: 16:9, 1:1") applies to every item that names no shape of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.marks import Mark, marks_of
from copilot.briefs.facts.view import Span, View
from copilot.briefs.facts.words import cue, folded
from store.proposals.facts import Deliverable, Quote

_SKIPPED = frozenset(
    "budget contact client agency usage territory term pitch aside revisions shoot locations title objective vat".split()
)
_NOT_TIMED = frozenset(("stills",))


@dataclass(frozen=True)
class Item:
    """A piece in the making. `sure` items state a number or a length; the others only name something."""

    start: int
    end: int
    quantity: int | None = None
    kind: str | None = None
    noun: str | None = None
    seconds: int | None = None
    ratios: tuple[str, ...] = ()
    article: bool = False
    definite: bool = False
    order: int = 0
    times: int = 1
    doubtful: bool = False

    @property
    def is_version(self) -> bool:
        """Whether the noun only says "version" of something else."""
        return (
            bool(self.noun)
            and re.search(r"versi|version|fassung|utgave|udgave|edit\b|cut\b|vers[aã]o", folded(self.noun or ""))
            is not None
        )

    @property
    def sure(self) -> bool:
        return self.quantity is not None or self.seconds is not None


@dataclass
class _General:
    """Lengths and shapes that a brief states for all pieces at once."""

    ratios: tuple[str, ...] = ()
    seconds: int | None = None
    quantity: int | None = None
    spans: list[Span] = field(default_factory=list)


def read_deliverables(
    view: View, units: Iterable[Unit], language: str
) -> tuple[tuple[Deliverable, ...], tuple[Quote, ...]]:
    """Every kind of piece with its quotes; units about money, dates or people are not searched."""
    general = _General()
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
                _give_shapes(items, _items(unit, marks, _General(), []))
            else:
                _note_general(general, unit, marks)
            continue
        found = _items(unit, marks, general, items)
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


def _note_general(general: _General, unit: Unit, marks: list[Mark]) -> None:
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


def _items(unit: Unit, marks: list[Mark], general: _General, known: list[Item]) -> list[Item]:
    """Walk a unit's marks; a count, a noun or a length that does not fit the open item opens the next one."""
    items: list[Item] = []
    now: Item | None = None
    everything = False
    times = 1
    for position, mark in enumerate(marks):
        following = marks[position + 1] if position + 1 < len(marks) else None
        if mark.kind == "number":
            continue
        if mark.kind == "all":
            everything = not (now and (now.quantity or 0) > 1 and cue("each").fullmatch(folded(mark.text)))
            continue
        if mark.kind == "each_of":
            per = _per(mark, [*known, *items, *([now] if now else [])])
            if now and (now.noun or now.seconds) and not mark.fresh:
                now = replace(now, quantity=(now.quantity or 1) * per, end=mark.end)
            else:
                items, now, times = [*items, *([now] if now else [])], None, per
            continue
        if mark.kind == "same":
            before = next((i.ratios for i in reversed([*known, *items]) if i.ratios), ())
            now = replace(now, ratios=now.ratios or before) if now else None
            continue
        if mark.kind == "ratio" and everything:
            _apply_to_all(mark, items, now, general)
            now = replace(now, ratios=_add(now.ratios, mark)) if now else now
            continue
        if now is None or _opens(now, mark, following):
            if now is not None:
                items.append(now)
            if mark.kind == "ratio" and not _leads(mark, following):
                general.spans.append((mark.start, mark.end))
                general.ratios = _add(general.ratios, mark) if not items else general.ratios
                if items:
                    items[-1] = replace(items[-1], ratios=_add(items[-1].ratios, mark))
                now = None
                continue
            now = Item(mark.start, mark.end, order=len(items), times=times)
            everything, times = False, 1
        now = _taken(now, mark)
    if now is not None:
        items.append(now)
    items = _reshaped([replace(i, quantity=(i.quantity or 1) * i.times) if i.times > 1 else i for i in items], known)
    return _shared(_without_total(_spread(items)), marks)


def _per(mark: Mark, before: list[Item]) -> int:
    """How many "each film" stands for: the number said with it, else the pieces of that kind named before."""
    if mark.value:
        return int(mark.value)
    noun = folded(mark.text).split()[-1]
    alike = [i for i in before if i.noun and (noun[:4] in folded(i.noun)) and i.quantity]
    counted = alike or [i for i in before if (i.quantity or 0) > 1]
    return counted[-1].quantity or 1 if counted else 1


def _reshaped(items: list[Item], known: list[Item]) -> list[Item]:
    """ "… and its vertical version": a version that names only a shape gives that shape to the piece before it."""
    out: list[Item] = []
    for item in items:
        weak = item.noun and item.quantity is None and item.seconds is None and not item.article and item.ratios
        if weak and out and not out[-1].ratios and item.order > 0:
            out[-1] = replace(out[-1], ratios=item.ratios, end=item.end)
            continue
        only_shape = (
            item.is_version and item.seconds is None and item.ratios and (item.quantity in (None, 1) or item.times > 1)
        )
        target = out or known
        if only_shape and target:
            target[-1] = replace(target[-1], ratios=tuple(dict.fromkeys((*target[-1].ratios, *item.ratios))))
        else:
            out.append(item)
    return out


def _apply_to_all(mark: Mark, items: list[Item], now: Item | None, general: _General) -> None:
    for i, item in enumerate(items):
        if str(mark.value) not in item.ratios:
            items[i] = replace(item, ratios=_add(item.ratios, mark))
    if not items and now is None:
        general.ratios = _add(general.ratios, mark)
        general.spans.append((mark.start, mark.end))


def _leads(mark: Mark, following: Mark | None) -> bool:
    return following is not None and following.kind in ("noun", "duration") and following.tight


def _opens(now: Item, mark: Mark, following: Mark | None) -> bool:
    """Whether a mark cannot belong to the open item."""
    if mark.kind == "count" and now.noun is None and now.quantity is None and following and following.kind == "noun":
        return False
    if mark.kind == "count":
        return now.quantity is not None or now.noun is not None or now.seconds is not None
    if mark.kind == "after_count":
        return False
    if mark.kind == "noun":
        return now.noun is not None
    if mark.kind == "duration":
        return now.seconds is not None or (now.noun is not None and _leads(mark, following))
    if mark.kind == "article":
        return True
    return mark.kind == "ratio" and now.noun is not None and mark.fresh and _leads(mark, following)


def _taken(now: Item, mark: Mark) -> Item:
    end = max(now.end, mark.end)
    if mark.kind in ("count", "after_count"):
        return replace(now, quantity=now.quantity or int(mark.value), end=end)
    if mark.kind == "noun":
        shapes = tuple(dict.fromkeys((*now.ratios, *_shape_in(mark.text))))
        return replace(
            now, kind=str(mark.value), noun=mark.text, definite=now.definite or mark.definite, ratios=shapes, end=end
        )
    if mark.kind == "duration":
        return replace(now, seconds=int(mark.value), end=end)
    if mark.kind == "article":
        return replace(now, article=True, end=end)
    return replace(now, ratios=_add(now.ratios, mark), end=end)


def _shape_in(noun: str) -> tuple[str, ...]:
    """The shape a compound noun carries: "Hochkantversion", "vertikalfilm"."""
    low = folded(noun)
    if re.search(r"hochkant|hochformat|vertikal|vertical|staende|lodret", low):
        return ("9:16",)
    return ("1:1",) if re.search(r"quadrat|kvadrat|square", low) else ()


def _add(ratios: tuple[str, ...], mark: Mark) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ratios, str(mark.value))))


def _spread(items: list[Item]) -> list[Item]:
    """A length without a noun right after a counted noun of several lengths: "two cutdowns (30s and 15s)"."""
    out: list[Item] = []
    for item in items:
        last = out[-1] if out else None
        bare = item.noun is None and item.quantity is None and item.seconds is not None
        if last and bare and last.noun and last.seconds is not None and last.quantity is not None and last.quantity > 1:
            group = [i for i in out if i.order >= last.order and i.noun == last.noun]
            out[-1] = replace(last, quantity=last.quantity - 1)
            out.append(
                replace(item, quantity=1, noun=last.noun, kind=last.kind, ratios=item.ratios or group[-1].ratios)
            )
        elif last and bare and last.noun and last.seconds is not None:
            out.append(replace(item, quantity=1, noun=last.noun, kind=last.kind))
        else:
            out.append(item)
    return _same_noun_same_shape(out)


def _same_noun_same_shape(items: list[Item]) -> list[Item]:
    """Pieces spread from one noun share the shapes said after the last of them."""
    out = list(items)
    for i in range(len(out) - 1, 0, -1):
        last, before = out[i], out[i - 1]
        if last.noun and last.noun is before.noun and last.ratios and not before.ratios:
            out[i - 1] = replace(before, ratios=last.ratios)
    return out


def _without_total(items: list[Item]) -> list[Item]:
    """Drop "six films" before the list that details the six."""
    if len(items) >= 3 and items[0].quantity and items[0].seconds is None and items[0].quantity > 1:
        rest = items[1:]
        if sum(i.quantity or 1 for i in rest) == items[0].quantity and all(i.seconds for i in rest):
            return [replace(i, noun=i.noun or items[0].noun, kind=i.kind or items[0].kind) for i in rest]
    return items


def _shared(items: list[Item], marks: list[Mark]) -> list[Item]:
    """In an elliptic list ("1x60s, 2x30s and 4x15s cutdowns in 9:16") the last noun and its shapes serve all."""
    if len(items) < 2 or not items[-1].noun:
        return items
    bare = [i for i in items[:-1] if i.noun is None and i.seconds is not None and not i.ratios]
    if len(bare) != len(items) - 1:
        return items
    last = items[-1]
    longest = max(i.seconds or 0 for i in items)
    return [
        *(
            replace(
                i,
                noun=last.noun,
                kind="film" if last.kind == "cutdown" and i.seconds == longest else last.kind,
                ratios=last.ratios,
            )
            for i in bare
        ),
        last,
    ]


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
                item = replace(item, ratios=_add(item.ratios, mark))
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


def _settled(items: list[Item], general: _General) -> list[Item]:
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

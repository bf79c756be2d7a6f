"""A unit's marks become items: one kind of piece each, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.measures import Mark
from copilot.briefs.facts.view import Span
from copilot.briefs.facts.words import cue, folded


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
class General:
    """Lengths and shapes that a brief states for all pieces at once."""

    ratios: tuple[str, ...] = ()
    seconds: int | None = None
    quantity: int | None = None
    spans: list[Span] = field(default_factory=list)


def items_of(unit: Unit, marks: list[Mark], general: General, known: list[Item]) -> list[Item]:
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
            now = replace(now, ratios=with_ratio(now.ratios, mark)) if now else now
            continue
        if now is None or _opens(now, mark, following):
            if now is not None:
                items.append(now)
            if mark.kind == "ratio" and not _leads(mark, following):
                general.spans.append((mark.start, mark.end))
                general.ratios = with_ratio(general.ratios, mark) if not items else general.ratios
                if items:
                    items[-1] = replace(items[-1], ratios=with_ratio(items[-1].ratios, mark))
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


def _apply_to_all(mark: Mark, items: list[Item], now: Item | None, general: General) -> None:
    for i, item in enumerate(items):
        if str(mark.value) not in item.ratios:
            items[i] = replace(item, ratios=with_ratio(item.ratios, mark))
    if not items and now is None:
        general.ratios = with_ratio(general.ratios, mark)
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
    return replace(now, ratios=with_ratio(now.ratios, mark), end=end)


def _shape_in(noun: str) -> tuple[str, ...]:
    """The shape a compound noun carries: "Hochkantversion", "vertikalfilm"."""
    low = folded(noun)
    if re.search(r"hochkant|hochformat|vertikal|vertical|staende|lodret", low):
        return ("9:16",)
    return ("1:1",) if re.search(r"quadrat|kvadrat|square", low) else ()


def with_ratio(ratios: tuple[str, ...], mark: Mark) -> tuple[str, ...]:
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

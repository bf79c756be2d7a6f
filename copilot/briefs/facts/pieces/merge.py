"""Items of all units become the list of pieces: repeats merged, corrections taken, lots split, shapes shared."""

from __future__ import annotations

from dataclasses import replace

from copilot.briefs.facts.pieces.items import General, Item
from copilot.briefs.facts.words import folded

NOT_TIMED = frozenset(("stills",))


def settled(items: list[Item], general: General) -> list[Item]:
    """The pieces asked for. What neither counts nor lasts is kept only where nothing surer is said."""
    kept: list[Item] = []
    for item in (i for i in _partitioned(items) if i.quantity != -1):
        if item.fixed:
            kept.append(item)
        elif (item.noun or item.seconds or item.corrects) and not _is_echo(item, items):
            _place(item, kept, general)
    sure = [i for i in kept if i.sure or (i.article and i.ratios and not i.definite)]
    sure = _unannounced(sure)
    kept = _with_shapes(sure, [i for i in kept if i not in sure]) or kept[:1]
    if general.seconds and len(kept) == 1 and kept[0].seconds is None:
        kept = [replace(kept[0], seconds=general.seconds)]
    if not kept and general.seconds:
        kept = [
            Item(*general.spans[0], quantity=general.quantity or 1, kind="film", noun="film", seconds=general.seconds)
        ]
    if general.quantity and len(kept) == 1 and kept[0].quantity is None and not kept[0].article:
        kept = [replace(kept[0], quantity=general.quantity)]
    return [
        replace(i, ratios=i.ratios or (() if i.kind in NOT_TIMED and not i.seconds else general.ratios)) for i in kept
    ]


def _unannounced(items: list[Item]) -> list[Item]:
    """The pieces without a bare number of some measured elsewhere: "we want seven short videos … 7 videos, 3 min"."""
    return [i for i in items if not (_is_bare(i) and any(_measures(other, i) for other in items if other is not i))]


def _is_bare(item: Item) -> bool:
    return not (item.seconds or item.ratios or item.fixed) and item.kind not in NOT_TIMED


def _measures(item: Item, bare: Item) -> bool:
    last = folded(bare.noun or "").split()[-1:]
    named = bool(last) and last[0][: max(4, len(last[0]) - 2)] in folded(item.noun or "")
    if (bare.quantity or 1) == 1:
        beside = 0 < item.start - bare.end < 80
        return bool(item.seconds) and item.quantity == 1 and item.noun in (None, bare.noun) and beside
    return bool(item.seconds) and item.quantity == bare.quantity and named


def _with_shapes(sure: list[Item], shapes: list[Item]) -> list[Item]:
    """ "Film 16:9, cutdowns 9:16" gives each kind's shapes to the pieces of that kind that name none."""
    by_kind = {shape.kind: shape.ratios for shape in reversed(shapes) if shape.ratios and shape.noun}
    return [replace(i, ratios=by_kind[i.kind]) if not i.ratios and i.kind in by_kind else i for i in sure]


def _is_echo(item: Item, items: list[Item]) -> bool:
    """A bare length in a line that is not about pieces, while other lines name them."""
    return (
        item.doubtful
        and not any(0 <= item.start - i.end < 60 and (i.sure or i.article) and i.seconds is None for i in items)
        and not item.quantity
        and not item.noun
        and not item.ratios
        and any(i.noun and i.sure for i in items)
    )


def _place(item: Item, kept: list[Item], general: General) -> None:
    """Add an item, or let it complete or correct the one it speaks of again."""
    if item.corrects and (target := _corrected(item, kept)) is not None:
        old = kept[target]
        kept[target] = replace(
            old,
            quantity=item.quantity or old.quantity,
            seconds=item.seconds or old.seconds,
            ratios=item.ratios or old.ratios,
        )
        return
    if not item.noun and not item.seconds:
        return
    if not item.noun and item.quantity is None and _lengthens(item, kept):
        return
    if _is_other_length(item, kept):
        return
    repeated = [i for i, k in enumerate(kept) if not k.fixed and _repeats(k, item)]
    same = max(repeated, key=lambda i: (shared_words(kept[i], item), -i), default=None)
    if same is None and item.noun is None and item.quantity:
        same = next((i for i, k in enumerate(kept) if _alike(k, item) and k.start < item.start - 20), None)
        if same is not None:
            kept[same] = replace(kept[same], ratios=tuple(dict.fromkeys((*kept[same].ratios, *item.ratios))))
            return
    if same is not None:
        kept[same] = _merged(kept[same], item)
    elif item.sure or item.article or item.ratios or general.quantity or general.seconds:
        kept.append(item)


def _is_other_length(item: Item, kept: list[Item]) -> bool:
    """Whether "the film" is given a length once more, a different one: some other film, or a remark on this one."""
    return (
        item.definite
        and item.quantity is None
        and any(same_noun(k, item) and k.seconds and item.seconds and k.seconds != item.seconds for k in kept)
    )


def shared_words(known: Item, item: Item) -> int:
    """How many words' beginnings two nouns share."""
    words = [w[: max(4, len(w) - 2)] for w in folded(item.noun or "").split()]
    return sum(w in folded(known.noun or "") for w in words)


def _alike(known: Item, item: Item) -> bool:
    return (known.quantity, known.seconds) == (item.quantity, item.seconds)


def _lengthens(item: Item, kept: list[Item]) -> bool:
    """ "They run 15 seconds, in 9:16": a length of its own sentence belongs to the pieces named last without one."""
    open_ones = [i for i, k in enumerate(kept) if k.seconds is None and k.kind not in NOT_TIMED and not k.fixed]
    if not open_ones or not any(k.sure or k.article for k in kept):
        return False
    target = open_ones[-1]
    if len(kept) > 1 and (item.article or (target != len(kept) - 1 and len(open_ones) > 1)):
        return False
    known = kept[target]
    kept[target] = replace(known, seconds=item.seconds, ratios=known.ratios or item.ratios)
    return True


def _corrected(item: Item, kept: list[Item]) -> int | None:
    """Which piece a corrected number is about: the last of its kind or shape, else the last counted one."""
    alike = [i for i, k in enumerate(kept) if item.noun and (k.kind == item.kind or same_noun(k, item)) and not k.fixed]
    shaped = [i for i, k in enumerate(kept) if item.ratios and set(item.ratios) <= set(k.ratios)]
    counted = [i for i, k in enumerate(kept) if (k.quantity or 1) > 1]
    if alike:
        return ([i for i in alike if kept[i].quantity] or alike)[-1]
    if shaped:
        return shaped[-1]
    if item.noun or (item.seconds and not counted):
        return None
    return (counted or [len(kept) - 1])[-1] if kept else None


def _partitioned(items: list[Item]) -> list[Item]:
    """ "12 videos of 30 seconds, six horizontal, six vertical": the lot is split into its parts, which add up to it."""
    out: list[Item] = []
    n = 0
    while n < len(items):
        whole = items[n]
        parts = _parts_of(whole, items[n + 1 :])
        if parts:
            out += [
                replace(part, noun=whole.noun, kind=whole.kind, seconds=part.seconds or whole.seconds, fixed=True)
                for part in parts
            ]
            n += len(parts)
        else:
            out.append(whole)
        n += 1
    return out


def _parts_of(whole: Item, following: list[Item]) -> list[Item]:
    if (whole.quantity or 1) < 2 or whole.fixed:
        return []
    parts: list[Item] = []
    for item in following:
        own = item.noun is not None and not same_noun(whole, item) and not item.noun_of_shape
        quantity = (whole.quantity or 0) // 2 if item.quantity == -1 else item.quantity
        if own or quantity is None or not (item.ratios or item.seconds) or item.corrects:
            return []
        if item.seconds is not None and whole.seconds is not None:
            return []
        parts.append(replace(item, quantity=quantity))
        total = sum(p.quantity or 0 for p in parts)
        if total == whole.quantity:
            return parts if len(parts) > 1 else []
        if total > (whole.quantity or 0):
            return []
    return []


def same_noun(known: Item, item: Item) -> bool:
    """Whether two nouns are one, be it in another number or case: "vier Folgen", "eine Folge"."""
    one, other = folded(item.noun or ""), folded(known.noun or "")
    short, long = sorted((one, other), key=len)
    return bool(short) and long.startswith(short[: max(4, len(short) - 2)]) and len(long) - len(short) <= 2


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
    if (item.article or item.quantity) and item.ratios and known.ratios and not set(item.ratios) & set(known.ratios):
        return False  # "a clip in 16:9 and a square clip"
    namesake = same_noun(known, item)
    if item.quantity is None and item.seconds is not None and known.seconds is None and namesake:
        return True
    return (
        namesake
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

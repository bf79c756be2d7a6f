"""What the items of one unit say of each other: lengths spread from one noun, shapes shared, totals before details."""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.items import Item
from copilot.briefs.facts.words import folded


def completed(items: list[Item], known: list[Item], unit: Unit, *, reshape: bool) -> list[Item]:
    """The unit's items in order, each with what is said once for several; `known` are those of the units before."""
    items = [_multiplied(i) for i in items]
    items = _reshaped(items, known) if reshape else items
    return _joined_shapes(_shared(_without_total(_spread(items))), unit)


_AND = re.compile(r"\s*(?:and|und|et|y|en|och|og|e|&|\+)\s*")


def _joined_shapes(items: list[Item], unit: Unit) -> list[Item]:
    """ "One spot of 30 seconds and one of 60, 16:9": two lengths of one kind joined by "and" share the shape behind."""
    out = list(items)
    for n in range(len(out) - 2, -1, -1):
        a, b = out[n], out[n + 1]
        one_kind = a.noun is None or b.noun is None or a.noun == b.noun
        joined = _AND.fullmatch(unit.low[a.end - unit.start : b.start - unit.start])
        if a.seconds and b.seconds and b.ratios and not a.ratios and one_kind and joined:
            out[n] = replace(a, ratios=b.ratios)
    return out


def _multiplied(item: Item) -> Item:
    """A length alone is no piece, so that "each couple gets a minute" multiplies nothing."""
    if item.times == 1 or (item.noun is None and item.quantity is None):
        return item
    return replace(item, quantity=(item.quantity or 1) * item.times)


def _reshaped(items: list[Item], known: list[Item]) -> list[Item]:
    """ "… and its vertical version": what names only a shape gives it to the piece it names, or to the one before."""
    out: list[Item] = []
    for item in items:
        weak = item.noun and item.quantity is None and item.seconds is None and not item.article and item.ratios
        named = _same_piece(item, out) if weak and out else None
        if named is not None and not out[named].ratios:
            out[named] = replace(out[named], ratios=item.ratios)
            continue
        if weak and out and not out[-1].ratios and item.order > 0 and not _same_piece(item, known):
            out[-1] = replace(out[-1], ratios=item.ratios, end=item.end)
            continue
        only_shape = (
            item.is_version and item.seconds is None and item.ratios and (item.quantity in (None, 1) or item.times > 1)
        )
        of_all = item.is_version and item.quantity is None and item.seconds is None and item.ratios and not item.article
        if of_all and out and (item.noun or "")[-1:] in "snr":  # "… plus vertical versions of both"
            out = [replace(i, ratios=tuple(dict.fromkeys((*i.ratios, *item.ratios)))) for i in out]
            continue
        target = out or known
        if only_shape and target and (item.noun or "")[-1:] != "s":
            target[-1] = replace(target[-1], ratios=tuple(dict.fromkeys((*target[-1].ratios, *item.ratios))))
        else:
            out.append(item)
    return out


def _same_piece(item: Item, before: list[Item]) -> int | None:
    """The counted or timed piece whose noun the item's noun says again ("the edits" after "3 shorter edits")."""
    last = folded(item.noun or "").split()[-1:]
    if not last:
        return None
    stem = last[0][: max(4, len(last[0]) - 2)]
    alike = [n for n, known in enumerate(before) if known.sure and known.noun and stem in folded(known.noun)]
    return alike[-1] if alike else None


def _spread(items: list[Item]) -> list[Item]:
    """A length without a noun right after a counted noun of several lengths: "two cutdowns (30s and 15s)"."""
    out: list[Item] = []
    spread_from: int | None = None
    for item in items:
        last = out[-1] if out else None
        runs_on = last is not None and item.is_version and not item.article and item.start - last.end <= 3
        bare = (item.noun is None or runs_on) and item.quantity is None and item.seconds is not None
        if last and bare and last.noun and last.seconds is not None and last.quantity is not None and last.quantity > 1:
            group = [i for i in out if i.order >= last.order and i.noun == last.noun]
            out[-1] = replace(last, quantity=last.quantity - 1)
            spread_from = len(out) - 1
            out.append(
                replace(item, quantity=1, noun=last.noun, kind=last.kind, ratios=item.ratios or group[-1].ratios)
            )
        elif last and bare and last.noun and last.seconds is not None:
            head = out[spread_from] if spread_from is not None else None
            if head and head.noun is last.noun and (head.quantity or 1) > 1:
                out[spread_from or 0] = replace(head, quantity=(head.quantity or 2) - 1)
            out.append(replace(item, quantity=1, noun=last.noun, kind=last.kind))
        elif last and item.noun is None and item.quantity and item.seconds and last.noun:
            out.append(replace(item, noun=last.noun, kind=last.kind))  # "two 20-second cutdowns and one 10-second"
        elif last and last.noun and _is_another_shape(item) and last.seconds and last.ratios:
            out.append(replace(item, noun=last.noun, kind=last.kind, seconds=last.seconds))  # "3 in 16:9 + 3 in 9:16"
        else:
            out.append(item)
    return _same_noun_same_shape(out)


def _is_another_shape(item: Item) -> bool:
    """Whether an item only counts and shapes: "3 in 9:16"."""
    return item.noun is None and item.seconds is None and (item.quantity or 0) > 0 and bool(item.ratios)


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


def _shared(items: list[Item]) -> list[Item]:
    """In an elliptic list ("1x60s, 2x30s and 4x15s cutdowns in 9:16") the last noun and its shapes serve all."""
    if len(items) < 2 or any(i.corrects for i in items):
        return items
    last = items[-1]
    bare = [i for i in items[:-1] if i.noun is None and i.seconds is not None and not i.ratios]
    if len(bare) != len(items) - 1 or last.seconds is None:
        return items
    # "Four minutes, and three short ones of thirty seconds, upright": the shape is the short ones' own.
    own = (last.quantity or 1) > 1 and any(i.quantity is None and not i.article for i in bare)
    longest = max(i.seconds or 0 for i in items)
    kind = last.kind
    return [
        *(
            replace(
                i,
                noun=last.noun,
                kind="film" if kind == "cutdown" and i.seconds == longest else kind,
                ratios=() if own else last.ratios,
            )
            for i in bare
        ),
        last,
    ]

"""The shapes of pieces that only their lengths told of: the rules made no piece of these words, so gave it no shape.

Such a piece stands where its length is told, with the marks beside it; the judge of `piece_shape` then weighs every
shape the message names against it, as it does for the rules' own pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.pieces.items import Item
from copilot.briefs.facts.pieces.message_told import Told
from copilot.briefs.facts.pieces.weighed_shapes import shapes_of_brief, with_likely_shapes
from copilot.briefs.facts.pieces.weighed_times import Measured
from store.proposals.facts import Deliverable

_OPENS = frozenset(("count", "article", "each_of", "after_count", "noun"))
_GOES_ON = frozenset(("ratio", "all", "noun", "after_count"))


def with_found_shapes(
    message: Told, pieces: Iterable[Deliverable], told_at: Mapping[int, Measured], found: Iterable[int]
) -> tuple[list[Deliverable], list[Span]]:
    """The pieces, those of the lengths `found` in the shapes that are likeliest meant, and where these are named.

    `told_at` says where the message tells each length.
    """
    pieces, found = list(pieces), set(found)
    items = {n: _item(message, p, what) for n, p in enumerate(pieces) if (what := told_at.get(p.duration_seconds or 0))}
    order = sorted(items, key=lambda n: items[n].start)
    brief = shapes_of_brief(message.zones.wanted.text, [items[n] for n in order], message.zones.units, message.language)
    spans: list[Span] = []
    for at, n in enumerate(order):
        if pieces[n].duration_seconds in found:
            item, said = with_likely_shapes(brief, at)
            pieces[n] = pieces[n].model_copy(update={"aspect_ratios": item.ratios})
            spans += said
    return pieces, spans


def _item(message: Told, piece: Deliverable, what: Measured) -> Item:
    """The piece with the words from its number or name to its last shape."""
    marks = sorted(message.lines[what.at].marks, key=lambda m: m.start)
    start, end = what.start, what.end
    for mark in reversed([m for m in marks if m.end <= what.start]):
        if mark.kind not in _OPENS:
            break
        start = mark.start
        if mark.kind in ("count", "article"):
            break
    for mark in (m for m in marks if m.start >= what.end):
        if mark.kind not in _GOES_ON:
            break
        end = mark.end
    near = [m for m in marks if m.kind == "noun" and start <= m.start < end]
    noun = near[0].text if near else piece.name
    item = Item(start, end, quantity=piece.quantity, kind=piece.kind, noun=noun, seconds=piece.duration_seconds)
    return replace(item, ratios=piece.aspect_ratios)

"""Is a piece wanted in a shape that the letter names?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.briefs.facts.pieces.deliverables import rules_pieces
from copilot.briefs.facts.pieces.items import Item
from copilot.briefs.facts.pieces.weighed_shapes import shape_features, shapes_of_brief
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter
from store.proposals.facts import Deliverable


def _piece_shapes(letter: Letter) -> Iterator[Example]:
    items, _ = rules_pieces(letter.zones.wanted, letter.zones.units, letter.language, letter.zones.voiced.text)
    readings = [_matched(items, reading.deliverables) for reading in letter.case.readings_of("deliverables")]
    right = max(readings, key=len)
    brief = shapes_of_brief(letter.zones.wanted.text, items, letter.zones.units, letter.language)
    for at, piece in right.items():
        if items[at].fixed:
            continue
        for ratio in brief.ratios():
            yield Example(shape_features(brief, at, ratio), ratio in items[at].ratios, ratio in piece.aspect_ratios)


def _matched(items: list[Item], pieces: tuple[Deliverable, ...]) -> dict[int, Deliverable]:
    """The case's piece for each item: the one of its number and length, else the only one of its length."""
    left = list(pieces)
    found: dict[int, Deliverable] = {}
    for exact in (True, False):
        for at, item in enumerate(items):
            alike = [p for p in left if _agrees(item, p, exact=exact)]
            if at not in found and alike and (exact or len(alike) == 1):
                best = max(alike, key=lambda p: set(p.aspect_ratios) == set(item.ratios))
                found[at] = best
                left.remove(best)
    return found


def _agrees(item: Item, piece: Deliverable, *, exact: bool) -> bool:
    same_length = item.seconds == piece.duration_seconds
    return same_length and (item.quantity or 1) == piece.quantity if exact else same_length and bool(item.seconds)


QUESTIONS: dict[str, Asked] = {"piece_shape": _piece_shapes}

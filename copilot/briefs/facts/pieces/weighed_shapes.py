"""Which pieces are wanted in which shapes, weighed a second time over the finished pieces.

Every shape the brief names is asked of every piece. What speaks for it is where the two stand to each other, whose
names stand beside the shape, and the words around it; of several mentions of a shape every sign counts once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.pieces.items import Item
from copilot.briefs.facts.pieces.merge import NOT_TIMED
from copilot.briefs.facts.pieces.shape_signs import Around, around, names_of, whose
from copilot.briefs.facts.pieces.shape_words import ShapeSaid, shapes_said
from copilot.briefs.facts.words import folded
from copilot.briefs.learned.judge import judge_of

_MOST_ITEMS = 30
"""How many pieces are weighed; a longer list keeps what the rules read."""
_ADDED, _TAKEN = 0.8, 1.0
"""The log odds against the rules' reading that it takes to add a shape or to take one away."""
_LENGTHS = (16, 31, 61, 121, 301)
"""Seconds, in steps."""
_GAPS = ((25, "near"), (80, "mid"), (300, "far"))
"""Characters between a piece and a shape, in steps."""
_ROW = 400
"""How far behind a row's first words its shape may stand."""
_OWN = frozenset(("in", "after0", "row"))
"""Where a shape stands that is most likely the piece's own."""


@dataclass(frozen=True)
class Shapes:
    """The finished pieces and all mentions of shapes, in reading order; where each mention stands to each piece."""

    items: Sequence[Item]
    said: Sequence[ShapeSaid]
    seen: Sequence[Around]
    relations: Sequence[Sequence[str]]

    def ratios(self) -> list[str]:
        return list(dict.fromkeys(said.ratio for said in self.said))

    def is_own(self, at: int, mention: int) -> bool:
        return self.relations[mention][at] in _OWN

    def adds_to(self, at: int, mention: int) -> bool:
        """Whether the piece is said to come in this shape too: "the bumpers also square"."""
        seen = self.seen[mention]
        named = at in seen.left[0] or at in seen.right[0]
        return seen.adds and (named or self.is_own(at, mention))


def shapes_of_brief(text: str, items: Sequence[Item], units: Sequence[Unit], language: str) -> Shapes:
    """What is weighed of a brief."""
    portraits = any("portr" in folded(item.noun or "") for item in items)
    said = [s for s in shapes_said(units, language) if not (portraits and _is_portrait(text, s))]
    names = names_of(text, items)
    beside = {at: [s for s in said if s.unit.start == at] for at in {s.unit.start for s in said}}
    begun = {at: sum(at <= i.start < those[0].unit.end for i in items) for at, those in beside.items()}
    seen = [around(s, beside[s.unit.start], names, _label(text, s.unit), begun[s.unit.start]) for s in said]
    return Shapes(items, said, seen, [_relations(items, one) for one in said])


def _is_portrait(text: str, said: ShapeSaid) -> bool:
    """Whether the word names no shape where pieces are called so: "two extracts of each portrait"."""
    return folded(text[said.start : said.end]) in ("portrait", "portraits")


def _label(text: str, unit: Unit) -> str:
    """What the unit is labelled: "Format of the portraits: 16:9"."""
    return folded(text[unit.label[0] : unit.label[1]]) if unit.label else ""


def with_weighed_shapes(
    text: str, items: list[Item], units: Sequence[Unit], language: str
) -> tuple[list[Item], list[Span]]:
    """The pieces in the shapes that rules and learnt weights give together, and where the added shapes are named.

    A piece whose shapes its table gives, and a shape that is named nowhere (the same as another's), are left alone.
    """
    if not items or len(items) > _MOST_ITEMS:
        return items, []
    brief = shapes_of_brief(text, items, units, language)
    out: list[Item] = []
    spans: list[Span] = []
    for at, item in enumerate(items):
        if not item.fixed:
            item, named = with_likely_shapes(brief, at)
            spans += named
        out.append(item)
    return out, list(dict.fromkeys(spans))


def with_likely_shapes(brief: Shapes, at: int) -> tuple[Item, list[Span]]:
    """A piece in the shapes that it is likelier wanted in than not, and where those that it had not are named."""
    judge, item = judge_of("piece_shape"), brief.items[at]
    odds = {r: judge.log_odds(shape_features(brief, at, r), r in item.ratios) for r in brief.ratios()}
    added = tuple(ratio for ratio, for_it in odds.items() if for_it > _ADDED and ratio not in item.ratios)
    kept = (ratio for ratio in item.ratios if odds.get(ratio, 0.0) >= -_TAKEN)
    return replace(item, ratios=(*kept, *added)), [_nearest(brief, item, ratio) for ratio in added]


def _nearest(brief: Shapes, item: Item, ratio: str) -> Span:
    said = min((s for s in brief.said if s.ratio == ratio), key=lambda s: abs(s.start - item.start))
    return said.start, said.end


def shape_features(brief: Shapes, at: int, ratio: str) -> dict[str, float]:
    """What speaks for or against the piece `at` in this shape."""
    mentions = [m for m, said in enumerate(brief.said) if said.ratio == ratio]
    rest = [n for n in range(len(brief.items)) if n != at]
    found = _of_piece(brief, at, ratio)
    others = [m for m, said in enumerate(brief.said) if said.ratio != ratio]
    mine = ["own"] if any(brief.is_own(at, m) for m in others) else []
    mine += ["more"] if any(brief.adds_to(at, m) for m in others) else []
    for m in mentions:
        relation = brief.relations[m][at]
        theirs = ["theirs"] if any(brief.is_own(n, m) for n in rest) else []
        for sign in (*brief.seen[m].signs, *_signs(brief, at, m), *mine, *theirs):
            found[sign] = 1.0
            found[f"{relation}|{sign}"] = 1.0
        found[relation] = 1.0
        found[f"{relation}|{mine}|{theirs}"] = 1.0
    return found


def _of_piece(brief: Shapes, at: int, ratio: str) -> dict[str, float]:
    item = brief.items[at]
    lengths = [i.seconds or 0 for i in brief.items]
    length = sum(item.seconds >= step for step in _LENGTHS) if item.seconds else "none"
    rank = "middle"
    if len(lengths) == 1:
        rank = "only"
    elif item.seconds in (max(lengths), min(lengths)):
        rank = "longest" if item.seconds == max(lengths) else "shortest"
    names = [f"kind={item.kind}", f"items={min(3, len(lengths))}", f"ratios={min(3, len(brief.ratios()))}"]
    names += [f"rank={rank}", f"{ratio}|{rank}", f"{ratio}|{item.kind}", f"{ratio}|length={length}", f"length={length}"]
    names += [f"untimed={item.kind in NOT_TIMED and not item.seconds}", f"many={min(3, item.quantity or 0)}"]
    names += [name for name, holds in (("first", at == 0), ("last", at == len(lengths) - 1)) if holds]
    return dict.fromkeys(names, 1.0)


def _signs(brief: Shapes, at: int, mention: int) -> list[str]:
    """What one mention of a shape shows of one piece."""
    item, said, seen = brief.items[at], brief.said[mention], brief.seen[mention]
    left, part_left = (whose(near, at, seen.reach[0]) for near in seen.left)
    right, part_right = (whose(near, at, seen.reach[1]) for near in seen.right)
    signs = [f"nb={left}", f"na={right}", f"n={left}|{right}"]
    signs += [f"sb={part_left}", f"sa={part_right}", f"s={part_left}|{part_right}"]
    signs += [f"L={seen.led}|{left}|{right}", f"L={seen.led}|{part_left}|{part_right}"]
    signs += ["untimed"] if item.kind in NOT_TIMED and not item.seconds else []
    signs += [f"o:{seen.opening}|{(item.quantity or 1) > 1}"] if seen.opening else []
    between = sum(item.end <= other.start < said.start and other.ratio != said.ratio for other in brief.said)
    gap = said.start - item.end if said.start >= item.end else item.start - said.end
    return [*signs, f"between={min(2, between)}", next((name for most, name in _GAPS if gap < most), "away")]


def _relations(items: Sequence[Item], said: ShapeSaid) -> list[str]:
    """Where a mention stands to each piece: in it, in its row, or so many other pieces before or behind it."""
    unit = said.unit
    begun = any(unit.start <= i.start < unit.end for i in items)
    found: list[str] = []
    for item in items:
        here = unit.start <= item.start < unit.end
        if item.start <= said.start < item.end:
            found.append("in")
            continue
        behind = said.start >= item.end
        first, last = (item.start, said.start) if behind else (said.start, item.start)
        others = sum(first < i.start < last for i in items)
        if unit.row is not None and not here and not others and 0 <= said.start - item.start < _ROW:
            found.append("row")
            continue
        where = "" if here else "other-" if begun else "line-"
        found.append(f"{where}{'after' if behind else 'before'}{min(2, others)}")
    return found

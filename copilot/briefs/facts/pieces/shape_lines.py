"""Lines that only say which known pieces have which shapes: "Hero 16:9, clips 1:1", "square for the clips".

A line of this kind counts and times nothing. Its shapes stand behind the pieces they are said of, or before them with
a "for". "All" are the pieces that the line does not name; "also" adds a shape to those a piece has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.items import General, Item
from copilot.briefs.facts.pieces.measures import Mark
from copilot.briefs.facts.pieces.merge import shared_words
from copilot.briefs.facts.words import cue, folded

_FOR = re.compile(
    r"\s(?:for|fur|pour|para|voor|per|till|til|zu)\s"
    r"(?:the |die |den |das |les? |la |l'|los |las |el |de |het |i |gli |os? |as? )?(?:[\w-]+\s){0,2}"
)
_BESIDE = re.compile(r"\s(?:the |die |der |das |les? |la |l'|los |las |el |de |het |i |gli |il |lo |os? |as? )?")
_STRONG = re.compile(r"[;.!?]\s")


@dataclass
class _Said:
    """Shapes said of pieces: the marks that name them, and where the words begin and end."""

    start: int
    named: list[Mark]
    ratios: list[str]
    end: int = 0


@dataclass(frozen=True)
class ShapeLine:
    """What a line says: pieces with their shapes, whether they are added, and the shapes of all the others."""

    given: tuple[tuple[tuple[Item, ...], tuple[str, ...], bool], ...]
    others: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.given)


def shape_line(unit: Unit, marks: list[Mark], items: list[Item]) -> ShapeLine:
    """What a line says of the known pieces' shapes; nothing where it counts, times or names anything else."""
    none = ShapeLine((), ())
    groups: list[_Said] = []
    for clause in _clauses(unit, marks):
        found = _groups(unit, clause)
        if found is None:
            return none
        groups += found
    given: list[tuple[tuple[Item, ...], tuple[str, ...], bool]] = []
    others: tuple[str, ...] = ()
    for n, said in enumerate(groups):
        begin = groups[n - 1].end if n else unit.start
        adds = cue("also").search(unit.low, begin - unit.start, _until(unit, groups, n)) is not None
        nouns = [m for m in said.named if m.kind != "all"]
        if not nouns and any(m.kind == "all" for m in said.named):
            others = tuple(said.ratios)
            continue
        named = [_named(_shape(m, marks), items) for m in nouns]
        if not said.ratios or not nouns or not all(named):
            return none
        if any(m.kind == "all" for m in said.named) and all(m.value == "film" for m in nouns) and n + 1 < len(groups):
            others = tuple(dict.fromkeys(said.ratios))  # "all films in 16:9, the clips additionally square"
        given.append((tuple(item for found in named for item in found), tuple(dict.fromkeys(said.ratios)), adds))
    return ShapeLine(tuple(given), others)


def give_shapes(line: ShapeLine, items: list[Item], general: General) -> None:
    """Write the shapes to the known pieces; a piece keeps its own unless the line adds to them."""
    lead = line.others or general.ratios or next((item.ratios for item in items if item.ratios), ())
    for named, ratios, adds in line.given:
        for n, item in enumerate(items):
            if any(item is other for other in named) and (adds or not item.ratios):
                had = (item.ratios or lead) if adds else ()
                items[n] = replace(item, ratios=tuple(dict.fromkeys((*had, *ratios))))
    if line.others:
        timed = [
            n
            for n, item in enumerate(items)
            if item.sure and not item.ratios and (item.kind != "stills" or item.seconds)
        ]
        for n in timed:
            items[n] = replace(items[n], ratios=line.others)


def _clauses(unit: Unit, marks: list[Mark]) -> list[list[Mark]]:
    clauses: list[list[Mark]] = [[]]
    for n, mark in enumerate(marks):
        if n and _STRONG.search(unit.low, marks[n - 1].end - unit.start, mark.start - unit.start):
            clauses.append([])
        clauses[-1].append(mark)
    return clauses


def _groups(unit: Unit, clause: list[Mark]) -> list[_Said] | None:
    """The pieces and shapes of a clause; None where something else is in it."""
    groups: list[_Said] = []
    leads = _shapes_lead(unit, clause)
    for mark in clause:
        names = mark.kind in ("noun", "all") or (mark.kind == "each_of" and mark.value in (0, ""))
        last = groups[-1] if groups else None
        if names:
            if last is None or (last.ratios and not leads):
                last = _Said(mark.start, [], [])
                groups.append(last)
            last.named.append(mark)
        elif mark.kind == "ratio":
            if last is None and not leads:
                return None
            if last is None or (leads and last.named):
                last = _Said(mark.start, [], [])
                groups.append(last)
            last.ratios.append(str(mark.value))
        elif mark.kind not in ("again", "same") and not (mark.kind == "article" and groups):
            return None
        if last is not None:
            last.end = mark.end
    return groups


def _shapes_lead(unit: Unit, clause: list[Mark]) -> bool:
    """ "9:16 for the teasers, square for the clips", "verticaux les reels": the shape before its piece."""
    said = [m for m in clause if m.kind not in ("article", "again", "same")]
    behind = next((n for n, m in enumerate(said) if m.kind != "ratio"), 0)
    if not behind:
        return False
    gap = unit.low[said[behind - 1].end - unit.start : said[behind].start - unit.start]
    first = said[behind]
    beside = _BESIDE.fullmatch(gap) is not None and first.definite
    return _FOR.fullmatch(gap) is not None or (
        said[-1].kind != "ratio" and (beside or (first.kind == "all" and gap == " "))
    )


def _until(unit: Unit, groups: list[_Said], n: int) -> int:
    return (groups[n + 1].start - unit.start) if n + 1 < len(groups) else len(unit.low)


def _shape(mark: Mark, marks: list[Mark]) -> Item:
    kind = next((str(m.value) for m in marks if m.kind == "noun" and m.text == mark.text), None)
    return Item(0, 0, noun=mark.text, kind=kind)


def _named(shape: Item, items: list[Item]) -> list[Item]:
    """The pieces a noun names best, else those of its kind."""
    scores = [2 * shared_words(item, shape) + (folded(item.noun or "") == folded(shape.noun or "")) for item in items]
    best = max(scores, default=0)
    return [
        item
        for item, score in zip(items, scores, strict=True)
        if item.sure and (score == best if best else item.kind == shape.kind is not None)
    ]


def give_lengths(unit: Unit, marks: list[Mark], items: list[Item]) -> bool:
    """ "Length: hero 60s, loops 10s": give known pieces their lengths; False where the line says else."""
    said = [m for m in marks if m.kind not in ("article", "all", "each_of")]
    nouns, lengths = said[::2], said[1::2]
    paired = all(m.kind == "noun" for m in nouns) and all(m.kind == "duration" for m in lengths)
    if unit.topic != "length" or not said or len(said) % 2 or not paired:
        return False
    named = [_named(_shape(m, marks), items) for m in nouns]
    if not all(named):
        return False
    for found, length in zip(named, lengths, strict=True):
        for n, item in enumerate(items):
            if any(item is other for other in found) and item.seconds is None:
                items[n] = replace(item, seconds=int(length.value))
    return True

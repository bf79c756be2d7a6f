"""What a mention of a shape shows by itself: the words around it, and whose names stand beside it.

A mention is looked at in two widths: its clause, up to a full stop, and its part of the clause, up to a comma or "and".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.briefs.facts.pieces.items import Item
from copilot.briefs.facts.pieces.shape_words import ShapeSaid
from copilot.briefs.facts.words import cue, folded, kind_patterns
from copilot.briefs.learned.surroundings import tokens

_CUES = ("all", "each", "also")
_SIDED = (
    (
        "only",
        re.compile(
            r"\b(?:only|just|nur|seulement|uniquement|solo|alleen|endast|bara|kun|bare|soltanto|apenas|somente)\b"
        ),
    ),
    ("both", re.compile(r"\b(?:both|beide\w*|les deux|ambos|ambas|bada|begge|entrambi|entrambe)\b")),
    ("not", re.compile(r"\b(?:not|no|kein\w*|nicht|pas|geen|niet|inte|ikke|non|nao|statt|instead)\b")),
)
_EXCEPT = re.compile(
    r"\b(?:except|apart from|other than|aside from|ausser|bis auf|sauf|a part|hormis|excepto|salvo|menos|behalve|"
    r"op .{3,20} na|utom|forutom|undtagen|bortset fra|unntatt|bortsett fra|tranne|eccetto|exceto)\b"
)
_CLASSES = {
    word: name
    for name, words in (
        ("FOR", "for fur pour para voor per till til zu zum zur on auf sur op pa su em"),
        ("IN", "in im en i em als as au al no nel"),
        ("THE", "the die der das den dem les le la los las el de het det gli os o a"),
        ("AND", "and und et y e och og plus sowie samt & +"),
        ("OR", "or oder ou of eller"),
        ("IT", "it this that er sie es dies il elle cela ce hij ze dit dat esto este esta questo ele ela"),
        ("THEY", "they these those diese ils elles ces ceux estos estas deze dessa disse essi queste eles"),
        (
            "FORMAT",
            "format formats formate formato formatos formaat formati ratio aspect bildformat formater",
        ),
    )
    for word in words.split()
}
"""Small words that say the same in every language."""
_CLAUSE_END = re.compile(r"[.;!?\n]")
_PART_END = re.compile(r"[,;+/()]|\b(?:and|und|et|y|en|och|og|plus|e|sowie)\b")
_NO_NAMES = (
    "second seconds sekunden sekunder secondes seconde segundos secondi seconden minute minutes minuten minuter "
    "minutos minuti minutter with avec from each jeweils about cada chaque hver elk"
)
_ONE_BREATH = re.compile(
    r"\W*(?:(?:and|und|et|y|en|och|og|e|or|oder|ou|o|of|eller|in|im|a|as well as|sowie|ainsi que|asi como|samt|"
    r"plus)\W+)*"
)
_BESIDE = 60
"""How far from the shape the name of a piece still says whose it is."""

_JOINED = 9
"""How far apart two names may stand that are joined: "the clips and the trailers"."""

Near = dict[int, tuple[int, int]]
"""How far away, in characters, the name of each piece begins and ends that is named at all, the nearer end first."""


@dataclass(frozen=True)
class Around:
    """A mention of a shape, with those named in one breath with it.

    `adds`: its clause says "also". `led`: its unit names a piece before its first shape. `left` and `right` hold the
    pieces named in its clause and in its part of the clause, `reach` how far away the next shapes are on either side.
    """

    signs: tuple[str, ...]
    adds: bool
    led: bool
    reach: tuple[int, int]
    opening: str | None
    left: tuple[Near, Near]
    right: tuple[Near, Near]


def around(
    said: ShapeSaid, beside: Sequence[ShapeSaid], names: Sequence[re.Pattern[str] | None], label: str, begun: int
) -> Around:
    """What stands around a mention in a unit with this label and the shapes `beside` it; `begun` pieces begin in it."""
    unit = said.unit
    first, last = _breath(said, beside)
    start, end = said.start - unit.start, said.end - unit.start
    before = _after_last(_CLAUSE_END, f"{label} {unit.low[:start]}")
    after = _until_first(_CLAUSE_END, unit.low[end:])
    word = unit.low[said.start - unit.start : said.end - unit.start]
    left, right = tokens(before)[-3:], tokens(after)[:3]
    signs = [f"m:{word[:5]}", f"m:figures={word[0].isdigit()}"]
    signs += [f"b:{w}" for w in left] + [f"a:{w}" for w in right]
    signs += [f"b:{c}" for w in left[-2:] if (c := _CLASSES.get(w))]
    signs += [f"a:{c}" for w in right[:2] if (c := _CLASSES.get(w))]
    signs += [f"kind={unit.kind}", f"subject={unit.subject}", f"inside={min(3, begun)}"]
    signs += _cues(before, after)
    return Around(
        tuple(signs),
        "c:also" in signs,
        any(name.search(f"{label} {unit.low[: beside[0].start - unit.start]}") for name in names if name),
        (
            said.start - beside[first - 1].end if first else _BESIDE,
            beside[last + 1].start - said.end if last + 1 < len(beside) else _BESIDE,
        ),
        next((c for w in tokens(unit.low[:40])[:1] if (c := _CLASSES.get(w))), None),
        (_named(names, before, True), _named(names, _after_last(_PART_END, before), True)),
        (_named(names, after, False), _named(names, _until_first(_PART_END, after), False)),
    )


def _breath(said: ShapeSaid, beside: Sequence[ShapeSaid]) -> tuple[int, int]:
    """The first and the last of the shapes named in one breath with this one ("16:9 and 1:1")."""
    low, start = said.unit.low, said.unit.start
    first = last = beside.index(said)
    while first and _ONE_BREATH.fullmatch(low, beside[first - 1].end - start, beside[first].start - start):
        first -= 1
    while last + 1 < len(beside) and _ONE_BREATH.fullmatch(
        low, beside[last].end - start, beside[last + 1].start - start
    ):
        last += 1
    return first, last


def _cues(before: str, after: str) -> list[str]:
    clause = f"{before} {after}"
    but = "_but" if _EXCEPT.search(clause) else ""
    found = [f"c:{key}{but}" for key in _CUES if cue(key).search(clause)]
    found += [f"cb:{name}" for name, pattern in _SIDED if pattern.search(before)]
    return found + [f"ca:{name}" for name, pattern in _SIDED if pattern.search(after)]


def _after_last(mark: re.Pattern[str], text: str) -> str:
    ends = [m.end() for m in mark.finditer(text)]
    return text[ends[-1] :] if ends else text


def _until_first(mark: re.Pattern[str], text: str) -> str:
    found = mark.search(text)
    return text[: found.start()] if found else text


def _named(names: Sequence[re.Pattern[str] | None], text: str, before: bool) -> Near:
    near = text[-_BESIDE:] if before else text[:_BESIDE]
    found: Near = {}
    for n, name in enumerate(names):
        spans = [m.span() for m in name.finditer(near)] if name else []
        if spans:
            found[n] = min((len(near) - b, len(near) - a) if before else (a, b) for a, b in spans)
    return found


def whose(near: Near, at: int, reach: int) -> str:
    """Whether it is the piece `at` that is named nearest, another one, both by the same word, or none.

    "joined" is a piece named in a row with the nearest, "beyond" one named on the far side of the next shape.
    """
    if at not in near:
        return "other" if near else "none"
    nearest, until = min(near.values())
    mine = near[at][0]
    if mine > reach:
        return "beyond"
    if mine == nearest:
        return "mine" if [start for start, _ in near.values()].count(nearest) == 1 else "shared"
    return "joined" if mine - until <= _JOINED else "other+"


def names_of(text: str, items: Sequence[Item]) -> list[re.Pattern[str] | None]:
    """What each piece is called again by: the words no other piece has, its length in seconds, a word of its kind."""
    kinds = Counter(item.kind for item in items)
    nouns = [_stems(item.noun or "") for item in items]
    told = [_stems(text[item.start : item.end]) - _stems(_NO_NAMES) for item in items]
    in_nouns, in_told = Counter(w for words in nouns for w in words), Counter(w for words in told for w in words)
    found: list[re.Pattern[str] | None] = []
    for at, item in enumerate(items):
        own = {w for w in nouns[at] if in_nouns[w] == 1} or {w for w in told[at] if in_told[w] == 1} or nouns[at]
        said = [rf"\b{re.escape(w)}\w*" for w in sorted(own)]
        if item.seconds and item.seconds < 180:
            said.append(rf"\b{item.seconds}(?!\d)(?!:)")
        said += [p.pattern for kind, p in kind_patterns() if kind == item.kind != "other" and kinds[kind] == 1]
        found.append(re.compile("|".join(said)) if said else None)
    return found


def _stems(text: str) -> set[str]:
    """The beginnings of a text's words."""
    return {w[: max(4, len(w) - 2)] for w in re.findall(r"[^\W\d_]{4,}", folded(text))}

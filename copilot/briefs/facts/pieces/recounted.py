"""Pieces told anew in a reply that leaves the rest as it was: "the bumpers are now four, not six".

The reply's count stands for the piece it names, a piece it describes anew replaces its namesake, and every other piece
of the earlier message stays.
"""

from __future__ import annotations

import re
from datetime import date

from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.durations import find_durations
from copilot.briefs.grammar.numbers import find_numbers
from store.proposals.facts import Deliverable

_ANY_DAY = date(2026, 1, 1)
_NOW = re.compile(
    r"\b(?:now|only|just|jetzt|nun|nur|maintenant|desormais|ahora|nu|alleen|na|bara|kun|ora|adesso|agora)\b"
)

_SENTENCE_END = re.compile(r"[.!?;]+(?=\s|$)|\n+")
_MAIN_ONE = re.compile(
    r"\b(?:the (?:main|long|longer|big|hero) (?:one|film|video|piece)|(?:der|die|das) (?:lange|grosse|haupt\w+)|"
    r"(?:le|la) (?:grand|grande|long|longue|principale?)|(?:el|la) (?:larg[oa]|grande|principal)|"
    r"de (?:lange|grote|hoofd\w+)|"
    r"den (?:langa|stora|lange|store)|(?:il|la) (?:lung[oa]|principale)|o (?:longo|principal))\b"
)


def recounted(
    older: tuple[Deliverable, ...], newer: tuple[Deliverable, ...], words: str, language: str
) -> tuple[Deliverable, ...]:
    """The older pieces with what the newest message (its `words`) says of them, then the pieces it adds."""
    kept: list[Deliverable] = []
    told: set[int] = set()
    for piece in older:
        same = next((n for n, new in enumerate(newer) if n not in told and is_same_piece(piece, new, older)), None)
        if same is not None:
            told.add(same)
            kept.append(_renewed(piece, newer[same]))
            continue
        count = _new_count(piece, words, language)
        length = _new_length(piece, older, words, language)
        changed = {"quantity": count or piece.quantity, "duration_seconds": length or piece.duration_seconds}
        kept.append(piece.model_copy(update=changed))
    return (*kept, *(new for n, new in enumerate(newer) if n not in told))


def filled(older: tuple[Deliverable, ...], newer: tuple[Deliverable, ...]) -> tuple[Deliverable, ...]:
    """The newer pieces, each with the length and shapes that its namesake had where it states none itself."""
    out: list[Deliverable] = []
    free = list(older)
    for new in newer:
        same = next((old for old in free if is_same_piece(old, new, older)), None)
        if same is not None:
            free.remove(same)
        out.append(_renewed(same, new).model_copy(update={"name": new.name, "kind": new.kind}) if same else new)
    return tuple(out)


def is_same_piece(piece: Deliverable, new: Deliverable, older: tuple[Deliverable, ...]) -> bool:
    """Whether two names speak of one piece: their last words agree, or they are alone of their kind."""
    if _head(piece.name) == _head(new.name):
        lengths = {p.duration_seconds for p in older if _head(p.name) == _head(piece.name)}
        return len(lengths) == 1 or new.duration_seconds in (None, piece.duration_seconds)
    if len(older) == 1 and new.quantity == piece.quantity == 1 and folded(new.name) == new.kind == "film":
        return True  # a bare length: "45 seconds is enough"
    common = {w[:5] for w in _words(piece.name)} & {w[:5] for w in _words(new.name)}
    if common and sum(bool(common & {w[:5] for w in _words(p.name)}) for p in older) == 1:
        return True
    return piece.kind == new.kind and sum(p.kind == piece.kind for p in older) == 1


def _renewed(piece: Deliverable, new: Deliverable) -> Deliverable:
    return piece.model_copy(
        update={
            "quantity": new.quantity,
            "duration_seconds": new.duration_seconds or piece.duration_seconds,
            "aspect_ratios": new.aspect_ratios or piece.aspect_ratios,
        }
    )


def _words(name: str) -> list[str]:
    return [w for w in re.findall(r"[^\W\d_]+", folded(name)) if len(w) >= 5]


def _head(name: str) -> str:
    """The last word of a name without its plural's ending."""
    last = (re.findall(r"[^\W\d_]+", folded(name)) or [""])[-1]
    return re.sub(r"(?:e?s|en|er)$", "", last) if len(last) > 4 else last


def _new_count(piece: Deliverable, words: str, language: str) -> int | None:
    """The other number in a sentence that names the piece and its old count ("four, not six"), or its "now four"."""
    head = _head(piece.name)
    for sentence in _SENTENCE_END.split(words):
        low = folded(sentence)
        if len(head) < 4 or not re.search(rf"\b{re.escape(head)}", low):
            continue
        days = [(d.start, d.end) for d in find_dates(sentence, language, _ANY_DAY)]
        numbers = [
            n
            for n in find_numbers(sentence, language)
            if n.value == int(n.value) and 0 < n.value <= 200 and not any(a <= n.start < b for a, b in days)
        ]
        found = list(dict.fromkeys(int(n.value) for n in numbers))
        others = [n for n in found if n != piece.quantity]
        if len(found) == 2 and len(others) == 1:
            return others[0]
        if (
            len(found) == 1
            and others
            and _beside(low, head, numbers[0].start)
            and (_NOW.search(low) or cue("correction").search(low))
        ):
            return others[0]
    return None


def _beside(low: str, head: str, at: int) -> bool:
    """Whether a number stands close to the piece's name."""
    return any(abs(m.start() - at) <= 40 for m in re.finditer(rf"\b{re.escape(head)}", low))


def _new_length(piece: Deliverable, older: tuple[Deliverable, ...], words: str, language: str) -> int | None:
    """The one length in a sentence that names the piece, or the longest of several as "the main one"."""
    head = _head(piece.name)
    longest = max((p.duration_seconds or 0 for p in older), default=0)
    alone = [p for p in older if p.duration_seconds == longest] == [piece] and len(older) > 1
    for sentence in _SENTENCE_END.split(words):
        low = folded(sentence)
        named = (len(head) >= 4 and re.search(rf"\b{re.escape(head)}", low)) or (alone and _MAIN_ONE.search(low))
        found = {f.value.high for f in find_durations(sentence, language)} if named else set()
        if len(found) == 1 and piece.duration_seconds not in found:
            return found.pop()
    return None

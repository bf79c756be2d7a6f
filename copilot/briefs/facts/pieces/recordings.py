"""What is shown whole as it was recorded (talks, lessons, concerts, podcasts, streams) is no crafted film.

A long piece is a recording where its own name, or the sentence that tells its length, speaks of one; episodes also
where the brief is about a podcast. What is shorter is cut from what was recorded, and stays what it is called.
"""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.words import folded, forms, pattern_of
from copilot.briefs.grammar.durations import find_durations
from store.proposals.facts import BriefReading, Deliverable

_LONG = 600
"""Seconds from which a piece may be a recording."""
_LONGEST_SENTENCE = 600
_MAY_BE = ("film", "episode", "interview", "other")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n\s*(?=\n|[-*•–|]|\d+[.)x×]?\s)")


def with_recordings(reading: BriefReading, text: str) -> BriefReading:
    """Return the reading with `recording` as the kind of its pieces shown whole; `text` holds the subject too."""
    pieces = reading.facts.deliverables
    if not any(_is_long(piece) for piece in pieces):
        return reading
    lengths = _lengths_recorded(text, reading.language or "en")
    is_podcast = _said("podcast").search(folded(text)) is not None
    named = tuple(_named(piece, lengths, is_podcast=is_podcast) for piece in pieces)
    return reading.model_copy(update={"facts": reading.facts.model_copy(update={"deliverables": named})})


def _named(piece: Deliverable, lengths: frozenset[int], *, is_podcast: bool) -> Deliverable:
    name = folded(piece.name)
    if not _is_long(piece) or _said("crafted").search(name):
        return piece
    talked = is_podcast and piece.kind in ("episode", "interview")
    if talked or piece.duration_seconds in lengths or _said("recording").search(name):
        return piece.model_copy(update={"kind": "recording"})
    return piece


def _is_long(piece: Deliverable) -> bool:
    return piece.kind in _MAY_BE and (piece.duration_seconds or 0) >= _LONG


def _lengths_recorded(text: str, language: str) -> frozenset[int]:
    """The running times that are told in one sentence with something that is recorded."""
    found: set[int] = set()
    for sentence in _SENTENCE_ENDS.split(text):
        low = folded(sentence)
        if _said("recording").search(low) and not _said("crafted").search(low):
            found |= {length.value.high for length in find_durations(sentence[:_LONGEST_SENTENCE], language)}
    return frozenset(found)


@cache
def _said(sort: str) -> re.Pattern[str]:
    return re.compile(pattern_of(forms("recordings")[sort]))

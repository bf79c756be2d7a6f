"""Which times are lengths of wanted pieces, how many pieces are there of each, and how many photographs?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.pieces.lengths_told import lengths_of
from copilot.briefs.facts.pieces.message_told import Told
from copilot.briefs.facts.pieces.weighed_counts import Count, counts_for
from copilot.briefs.facts.pieces.weighed_lengths import length_features, vouched_for
from copilot.briefs.facts.pieces.weighed_pieces import (
    count_difference,
    measured,
    messages_told,
    seconds_of,
)
from copilot.briefs.facts.pieces.weighed_stills import ruled_stills, stills_features, stills_of
from copilot.briefs.facts.reader import rules_reading
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Asked, Example
from evals.learning.letters import UNTOUCHED, Letter
from store.proposals.facts import Deliverable


@lru_cache(maxsize=1024)
def _pieces(source: BriefSource) -> tuple[Deliverable, ...]:
    return rules_reading(source).facts.deliverables


@lru_cache(maxsize=1024)
def _told(source: BriefSource, language: str) -> list[Told]:
    return messages_told(source, zones_of(source), language)


def _ruled(letter: Letter) -> tuple[Deliverable, ...]:
    return _pieces(letter.source)


def _answers(letter: Letter) -> list[tuple[Deliverable, ...]]:
    return [reading.deliverables for reading in letter.case.readings_of("deliverables")]


def _messages(letter: Letter) -> list[Told]:
    return _told(letter.source, letter.language) if letter.is_newest else []


def _lengths(letter: Letter) -> Iterator[Example]:
    """Every time told, also by the way."""
    known = seconds_of(_ruled(letter)) if letter.is_newest else set()
    right = {seconds for pieces in _answers(letter) for seconds in seconds_of(pieces)}
    for message in _messages(letter):
        lengths = lengths_of(message)
        for n, length in enumerate(lengths):
            vouched = vouched_for(message, length, known)
            yield Example(length_features(message, lengths, n), vouched, length.seconds in right)


def _counts(letter: Letter) -> Iterator[Example]:
    """Pairs of numbers, the rules' one and another, or the right one and another: which is the number of pieces?"""
    ruled = {p.duration_seconds: p.quantity for p in _ruled(letter)} if letter.is_newest else {}
    known = [p.quantity for p in _ruled(letter) if p.duration_seconds is None and p.kind != "stills"]
    answers = [{p.duration_seconds: p.quantity for p in pieces} for pieces in _answers(letter)]
    for message in _messages(letter):
        for length in lengths_of(message):
            right = {answer[length.seconds] for answer in answers if length.seconds in answer}
            if right:
                counts = counts_for(message, measured(length), known)
                yield from _pairs(counts, ruled.get(length.seconds), right, all_pairs=letter.case_set not in UNTOUCHED)


def _pairs(counts: list[Count], ruled: int | None, right: set[int], *, all_pairs: bool) -> Iterator[Example]:
    for count in (c for c in counts if c.quantity in right):
        for other in (c for c in counts if c.quantity not in right):
            if not all_pairs and ruled not in (count.quantity, other.quantity):
                continue
            yield Example(count_difference(count, other), other.quantity != ruled, True)
            yield Example(count_difference(other, count), other.quantity == ruled, False)


def _stills(letter: Letter) -> Iterator[Choice]:
    """The numbers that may be those of the photographs; pieces without a length count as such, whatever they are."""
    messages = _messages(letter)
    if not messages:
        return
    ruled = ruled_stills(_ruled(letter))
    answers = [{p.quantity for p in pieces if p.duration_seconds is None} for pieces in _answers(letter)]
    right = set().union(*answers)
    candidates = (
        Example(stills_features(s), s.count.quantity in ruled, s.count.quantity in right) for s in stills_of(messages)
    )
    yield Choice(tuple(candidates), any(not answer for answer in answers))


QUESTIONS: dict[str, Asked] = {"piece_length": _lengths, "piece_count": _counts}
CHOICES: dict[str, Choosing] = {"stills": _stills}

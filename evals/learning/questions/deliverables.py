"""Which times are lengths of wanted pieces, how many pieces are there of each, and how many photographs?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.pieces.lengths_told import lengths_of
from copilot.briefs.facts.pieces.message_told import Told
from copilot.briefs.facts.pieces.weighed_counts import quantities_for, rules_multiply
from copilot.briefs.facts.pieces.weighed_lengths import length_features, vouched_for
from copilot.briefs.facts.pieces.weighed_pieces import (
    mentions_of,
    messages_told,
    seconds_of,
    wanted_lengths,
)
from copilot.briefs.facts.pieces.weighed_stills import ruled_stills, stills_features, stills_of
from copilot.briefs.facts.reader import rules_reading
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Asked, Example
from evals.learning.letters import Letter
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


def _counts(letter: Letter) -> Iterator[Choice]:
    """For each length of wanted pieces: how many are there? Lengths that several pieces share are not asked for."""
    messages, ruled = _messages(letter), _ruled(letter)
    known = [p.quantity for p in ruled if p.duration_seconds is None and p.kind != "stills"]
    for seconds, said in wanted_lengths(messages, ruled).items():
        right = {n for pieces in _answers(letter) if (n := _number_of(pieces, seconds)) is not None}
        shared = sum(p.duration_seconds == seconds for p in ruled) > 1
        if right and not shared:
            by_rule = _number_of(ruled, seconds)
            counts = quantities_for(mentions_of(said), by_rule, known).values()
            trusted = by_rule if rules_multiply(counts) else None
            candidates = (Example(c.seen, c.quantity == trusted, c.quantity in right) for c in counts)
            yield Choice(tuple(candidates), none_is_right=False)


def _number_of(pieces: tuple[Deliverable, ...], seconds: int) -> int | None:
    """How many pieces there are of a length that only one kind of piece has."""
    found = [p.quantity for p in pieces if p.duration_seconds == seconds]
    return found[0] if len(found) == 1 else None


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


QUESTIONS: dict[str, Asked] = {"piece_length": _lengths}
CHOICES: dict[str, Choosing] = {"piece_count": _counts, "stills": _stills}

"""Which times are lengths of wanted pieces, how many pieces are there of each, and how many photographs?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.pieces.counts_together import Counting, counts_together
from copilot.briefs.facts.pieces.lengths_together import lengths_together
from copilot.briefs.facts.pieces.message_told import Told
from copilot.briefs.facts.pieces.wanted import (
    Mention,
    countings_of,
    mentions_of,
    seconds_of,
    wanted_lengths,
    weighed_lengths,
)
from copilot.briefs.facts.pieces.weighed_pieces import messages_told
from copilot.briefs.facts.pieces.weighed_stills import ruled_stills, stills_features, stills_of
from copilot.briefs.facts.reader import rules_reading
from copilot.briefs.learned.judge import Features, Judge, judge_of
from evals.learning.choice import Choice, Choosing, SecondChoosing, fit_choice
from evals.learning.example import Asked, Example, Second
from evals.learning.fit import fit
from evals.learning.folds import weighed_unseen
from evals.learning.letters import Letter
from store.proposals.facts import Deliverable

_LETTERS = 4096
"""How many letters' messages are kept: more than there are, as every question asks them again."""


@lru_cache(_LETTERS)
def _pieces(source: BriefSource) -> tuple[Deliverable, ...]:
    return rules_reading(source).facts.deliverables


@lru_cache(_LETTERS)
def _told(source: BriefSource, language: str) -> list[Told]:
    return messages_told(source, zones_of(source), language)


def _ruled(letter: Letter) -> tuple[Deliverable, ...]:
    return () if letter.is_update else _pieces(letter.message)


def _answers(letter: Letter) -> list[tuple[Deliverable, ...]]:
    return [reading.deliverables for reading in letter.case.readings_of("deliverables")]


def _messages(letter: Letter) -> list[Told]:
    return [] if letter.is_update else _told(letter.message, letter.language)


@lru_cache(_LETTERS)
def _told_in(source: BriefSource, language: str) -> list[Mention]:
    return mentions_of(_told(source, language), _pieces(source))


def _mentions(letter: Letter) -> list[Mention]:
    return [] if letter.is_update else _told_in(letter.message, letter.language)


def _right(letter: Letter) -> set[int]:
    return {seconds for pieces in _answers(letter) for seconds in seconds_of(pieces)}


def _lengths(letter: Letter) -> Iterator[Example]:
    """Every time told, also by the way."""
    right = _right(letter)
    for mention in _mentions(letter):
        yield Example(mention.seen, mention.vouched, mention.length.seconds in right)


def _lengths_again(letter: Letter, judge: Judge) -> Iterator[Example]:
    """Each length told beside the others, with the first judge's odds."""
    lengths, right = weighed_lengths(_mentions(letter), judge), _right(letter)
    for seconds, seen in lengths_together(lengths).items():
        yield Example(seen, any(w.vouched for w in lengths[seconds]), seconds in right)


def _lengths_among_others(made: Sequence[Letter], untouched: Sequence[Letter]) -> tuple[list[Example], list[Example]]:
    kept = [example for letter in untouched for example in _lengths(letter)]

    def first(learnt_from: Sequence[Letter]) -> Judge:
        examples = [example for letter in learnt_from for example in _lengths(letter)]
        return fit("piece_length", examples, kept, with_untouched=False)

    return weighed_unseen(made, untouched, first, _lengths_again)


def _right_numbers(letter: Letter) -> dict[int, set[int]]:
    """How many pieces there are of each length that only one kind of piece has."""
    found: dict[int, set[int]] = {}
    for pieces in _answers(letter):
        for seconds in seconds_of(pieces):
            numbers = [p.quantity for p in pieces if p.duration_seconds == seconds]
            if len(numbers) == 1:
                found.setdefault(seconds, set()).add(numbers[0])
    return found


def _countings(letter: Letter, judge: Judge) -> dict[int, Counting]:
    """The candidates of each length that is taken for wanted or is."""
    lengths = weighed_lengths(_mentions(letter), judge_of("piece_length"))
    wanted = wanted_lengths(lengths)
    right = _right(letter)
    asked = {seconds: said for seconds, said in lengths.items() if seconds in wanted or seconds in right}
    return countings_of(asked, _ruled(letter), judge)


def _counts(letter: Letter) -> Iterator[Choice]:
    """For each length of wanted pieces: how many are there? Lengths that several pieces share are not asked for."""
    for seconds, counting in _countings(letter, judge_of("piece_count")).items():
        yield from _choice(letter, seconds, counting, [count.seen for count in counting.counts])


def _counts_again(letter: Letter, judge: Judge) -> Iterator[Choice]:
    """The same, beside the letter's other lengths."""
    countings = _countings(letter, judge)
    for (seconds, counting), seen in zip(countings.items(), counts_together(tuple(countings.values())), strict=True):
        yield from _choice(letter, seconds, counting, seen)


def _choice(letter: Letter, seconds: int, counting: Counting, seen: Sequence[Features]) -> Iterator[Choice]:
    shared = sum(p.duration_seconds == seconds for p in _ruled(letter)) > 1
    if (right := _right_numbers(letter).get(seconds)) and not shared:
        candidates = (
            Example(features, count.quantity == counting.trusted, count.quantity in right)
            for features, count in zip(seen, counting.counts, strict=True)
        )
        yield Choice(tuple(candidates), none_is_right=False)


def _counts_among_others(made: Sequence[Letter], untouched: Sequence[Letter]) -> tuple[list[Choice], list[Choice]]:
    kept = [choice for letter in untouched for choice in _counts(letter)]

    def first(learnt_from: Sequence[Letter]) -> Judge:
        choices = [choice for letter in learnt_from for choice in _counts(letter)]
        return fit_choice("piece_count", choices, kept, with_untouched=False)

    return weighed_unseen(made, untouched, first, _counts_again)


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
SECONDS: dict[str, Second] = {"piece_length_among_others": _lengths_among_others}
SECOND_CHOICES: dict[str, SecondChoosing] = {"piece_count_among_others": _counts_among_others}

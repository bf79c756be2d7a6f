"""What a second judge learns from: mentions beside each other, once a first judge has weighed each for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar
from zlib import crc32

from copilot.briefs.learned.judge import Judge
from evals.learning.example import Example
from evals.learning.fit import fit
from evals.learning.letters import Letter

W = TypeVar("W")

_FOLDS = 3


def weighed_twice(
    question: str,
    made: Sequence[Letter],
    untouched: Sequence[Letter],
    *,
    weigh: Callable[[Letter], W],
    alone: Callable[[Letter, W], list[Example]],
    beside: Callable[[W, Judge], list[dict[str, float]]],
) -> tuple[list[Example], list[Example]]:
    """Each letter as the second judge will see it: weighed by a first judge that has not learnt from this letter."""
    weighed = {id(letter): weigh(letter) for letter in (*made, *untouched)}
    examples = {id(letter): alone(letter, weighed[id(letter)]) for letter in (*made, *untouched)}
    kept = [example for letter in untouched for example in examples[id(letter)]]

    def first(learnt_from: Sequence[Letter]) -> Judge:
        known = [example for letter in learnt_from for example in examples[id(letter)]]
        return fit(question, known, kept, with_untouched=False)

    def seen(judge: Judge, letters: Sequence[Letter]) -> Iterator[Example]:
        for letter in letters:
            told = beside(weighed[id(letter)], judge)
            for example, features in zip(examples[id(letter)], told, strict=True):
                yield replace(example, features=features)

    folds = [[letter for letter in made if crc32(letter.case.name.encode()) % _FOLDS == n] for n in range(_FOLDS)]
    old = [
        example
        for n, fold in enumerate(folds)
        for example in seen(first([letter for m, other in enumerate(folds) if m != n for letter in other]), fold)
    ]
    return old, list(seen(first(made), untouched))

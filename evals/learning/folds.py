"""Letters as a second judge will see them: weighed by a first judge that has not learnt from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar
from zlib import crc32

from copilot.briefs.learned.judge import Judge
from evals.learning.letters import Letter

_FOLDS = 3

T = TypeVar("T")


def weighed_unseen(
    made: Sequence[Letter],
    untouched: Sequence[Letter],
    first: Callable[[Sequence[Letter]], Judge],
    weighed: Callable[[Letter, Judge], Iterator[T]],
) -> tuple[list[T], list[T]]:
    """What is `weighed` of the letters that rules were made for and of untouched ones; `first` fits a first judge."""
    folds = [[letter for letter in made if crc32(letter.case.name.encode()) % _FOLDS == n] for n in range(_FOLDS)]
    old: list[T] = []
    for fold in folds:
        judge = first([letter for other in folds if other is not fold for letter in other])
        old += [one for letter in fold for one in weighed(letter, judge)]
    judge = first(made)
    return old, [one for letter in untouched for one in weighed(letter, judge)]

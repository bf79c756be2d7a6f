"""One mention to learn from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from copilot.briefs.learned.judge import Features
from evals.learning.letters import Letter


@dataclass(frozen=True)
class Example:
    """A mention: what is seen around it, what the rules say, and the right answer."""

    features: Features
    rule: bool
    answer: bool


Asked = Callable[[Letter], Iterator[Example]]
"""A question put to every mention of a letter."""

Second = Callable[[Sequence[Letter], Sequence[Letter]], tuple[list[Example], list[Example]]]
"""What a second judge sees of letters that rules were made for and of untouched ones, once a first has weighed them."""

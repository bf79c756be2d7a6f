"""Which sentence says what the work is to achieve?"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from copilot.briefs.facts.aim.objective import rules_aim
from copilot.briefs.facts.aim.seen import aim_features
from copilot.briefs.facts.aim.weighed import aim_sentences, is_chosen
from evals.learning.choice import Choice, Choosing
from evals.learning.example import Example
from evals.learning.letters import Letter
from evals.words import plain, same_thought

_AS_GOOD = 10
"""Similarity that a sentence may lack to the most similar one and still be the aim; what lacks more shares words."""


def _objective(letter: Letter) -> Iterator[Choice]:
    aims = [reading.objective for reading in letter.case.readings_of("objective")]
    units, chosen = aim_sentences(letter.zones), rules_aim(letter.zones)
    likeness = [max((_likeness(unit.text, aim) for aim in aims if aim), default=0.0) for unit in units]
    least = max(1.0, max(likeness, default=0.0) - _AS_GOOD)
    candidates = tuple(
        Example(aim_features(letter.zones, units, at), is_chosen(unit, chosen), likeness[at] >= least)
        for at, unit in enumerate(units)
    )
    yield Choice(candidates, none_is_right=None in aims)


def _likeness(text: str, aim: str) -> float:
    return fuzz.token_set_ratio(plain(text), plain(aim)) if same_thought(text, aim) else 0.0


CHOICES: dict[str, Choosing] = {"objective": _objective}

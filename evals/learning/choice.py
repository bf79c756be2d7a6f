"""Fitting a judge of choices: which of a letter's candidates is right, or that none of them is.

A conditional logit: each candidate of a letter has a score, "none" has one of its own, and the shares of their
exponentials are their odds. Candidates of one letter are weighed against each other only, never across letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

from copilot.briefs.learned.judge import Judge, Trust
from evals.learning.example import Example
from evals.learning.letters import Letter

_PENALTY = 1.0
"""On the squares of the weights."""
_PENALTY_OF_QUESTION = {"piece_count": 2.0, "piece_count_among_others": 3.0}
"""Where a letter has several choices, which make its words look better known than they are."""
_TRUST_IN_RULES = 2.0
"""The log odds that what the rules choose starts with: they were tried on many short letters that are not marked."""
_TRUST_OF_QUESTION = {
    "client": 4.0,
    "piece_count": 1.0,
    "piece_count_among_others": 0.0,
    "delivery_on": 0.5,
    "shoot_days": 1.0,
}
"""Where rules are right more often than those of others; and where their choice is often only a default, as the 1 of a
piece that they found no number for, or the only day that stands behind a "by"."""
_TRUST_PENALTY = 6.0
"""On the squares of what moves the trust from the weights as learnt and the trust it starts with."""
_SMALLEST = 0.02
"""Weights nearer to zero than this are not stored."""
_FEWEST_LETTERS = 2
"""A feature of fewer letters teaches nothing about others."""
_AS_LEARNT = Trust(offset=0.0, slope=1.0)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Choice:
    """The candidates of one letter, and whether saying none of them would be right."""

    candidates: tuple[Example, ...]
    none_is_right: bool

    @property
    def is_open(self) -> bool:
        """Whether some answer is right and another is wrong: else there is nothing to learn."""
        right = [*(candidate.answer for candidate in self.candidates), self.none_is_right]
        return any(right) and not all(right)


Choosing = Callable[[Letter], Iterator[Choice]]
"""A choice put to a letter."""

SecondChoosing = Callable[[Sequence[Letter], Sequence[Letter]], tuple[list[Choice], list[Choice]]]
"""Choices as a second judge sees them in letters that rules were made for and in untouched ones."""


def fit_choice(question: str, made: Sequence[Choice], untouched: Sequence[Choice], *, with_untouched: bool) -> Judge:
    """Fit a judge to letters that rules were `made` for, and the trust in either to `untouched` letters, as `fit`."""
    first = _weighed(question, made)
    trusts = _trusts(first, untouched, _TRUST_OF_QUESTION.get(question, _TRUST_IN_RULES))
    return (_weighed(question, [*made, *untouched]) if with_untouched else first).model_copy(update=trusts)


def choice_told(question: str, made: Sequence[Choice], untouched: Sequence[Choice]) -> str:
    """How often rules, weights, and both together choose rightly on the untouched letters, for a person to read."""
    judge = fit_choice(question, made, untouched, with_untouched=False)
    readings: dict[str, Callable[[Example], float]] = {
        "rules": lambda e: float(e.rule) - 0.5,
        "weights": lambda e: judge.evidence(e.features),
        "both": lambda e: judge.log_odds(e.features, e.rule),
    }
    shares = ", ".join(
        f"{name} {np.mean([_is_right(c, score) for c in untouched]):.3f}" for name, score in readings.items()
    )
    return f"{question}: {len(made)} + {len(untouched)} letters, {len(judge.weights)} weights; {shares}"


def _is_right(choice: Choice, score: Callable[[Example], float]) -> bool:
    best = max(choice.candidates, key=score, default=None)
    return choice.none_is_right if best is None or score(best) <= 0 else best.answer


def _weighed(question: str, choices: Sequence[Choice]) -> Judge:
    choices = [choice for choice in choices if choice.is_open]
    names = DictVectorizer()
    seen = names.fit_transform([dict(e.features) for choice in choices for e in choice.candidates])
    letter, right, none_right = _laid_out(choices)
    known = np.flatnonzero(_letters_with(seen, letter) >= _FEWEST_LETTERS)
    seen = seen[:, known]
    said = names.get_feature_names_out()[known]

    penalty = _PENALTY_OF_QUESTION.get(question, _PENALTY)

    def cost(parameters: Floats) -> tuple[float, Floats]:
        weights, bias = parameters[:-1], parameters[-1]
        loss, slopes = _surprise(seen @ weights + bias, letter, right, none_right)
        slope = np.r_[seen.T @ slopes + penalty * weights, slopes.sum()]
        return loss + penalty / 2 * float(weights @ weights), slope

    found = minimize(cost, np.zeros(len(known) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights = zip(said, found[:-1], strict=True)
    return Judge(
        question=question,
        bias=round(float(found[-1]), 3),
        weights={str(name): round(float(weight), 2) for name, weight in weights if abs(weight) >= _SMALLEST},
        when_yes=_AS_LEARNT,
        when_no=_AS_LEARNT,
    )


def _trusts(judge: Judge, untouched: Sequence[Choice], in_rules: float) -> dict[str, Trust]:
    """One slope for all candidates and an offset, with another, near `in_rules`, for the one that the rules choose."""
    choices = [choice for choice in untouched if choice.is_open]
    letter, right, none_right = _laid_out(choices)
    examples = [e for choice in choices for e in choice.candidates]
    seen = np.array([[judge.evidence(e.features), 1.0, float(e.rule)] for e in examples])
    expected = np.array([1.0, 0.0, in_rules])

    def cost(parameters: Floats) -> tuple[float, Floats]:
        loss, slopes = _surprise(seen @ parameters, letter, right, none_right)
        apart = parameters - expected
        return loss + _TRUST_PENALTY / 2 * float(apart @ apart), seen.T @ slopes + _TRUST_PENALTY * apart

    slope, offset, by_rule = minimize(cost, expected, jac=True, method="L-BFGS-B").x
    return {
        "when_yes": Trust(offset=round(float(offset + by_rule), 2), slope=round(float(slope), 2)),
        "when_no": Trust(offset=round(float(offset), 2), slope=round(float(slope), 2)),
    }


def _laid_out(choices: Sequence[Choice]) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Each candidate's letter and whether it is right; for each letter, whether none is."""
    letter = np.repeat(np.arange(len(choices)), [len(choice.candidates) for choice in choices])
    right = np.array([float(e.answer) for choice in choices for e in choice.candidates])
    return letter, right, np.array([float(choice.none_is_right) for choice in choices])


def _letters_with(seen: object, letter: NDArray[np.int64]) -> NDArray[np.int64]:
    """In how many letters each feature is seen."""
    rows, columns = seen.nonzero()  # type: ignore[attr-defined]
    pairs = np.unique(np.c_[letter[rows], columns], axis=0)
    return np.bincount(pairs[:, 1], minlength=seen.shape[1])  # type: ignore[attr-defined]


def _surprise(scores: Floats, letter: NDArray[np.int64], right: Floats, none_right: Floats) -> tuple[float, Floats]:
    """The negative log likelihood of right answers, "none" scoring 0, and its slope by each candidate's score."""
    letters = len(none_right)
    top = np.zeros(letters)
    np.maximum.at(top, letter, scores)
    odds, of_none = np.exp(scores - top[letter]), np.exp(-top)
    total = np.bincount(letter, odds, letters) + of_none
    rightly = np.maximum(np.bincount(letter, odds * right, letters) + of_none * none_right, 1e-300)
    slopes = odds / total[letter] - odds * right / rightly[letter]
    return float(np.log(total / rightly).sum()), slopes

"""Fitting a judge: a sparse logistic regression, and how far to trust it beside the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from copilot.briefs.learned.judge import Judge, Trust
from evals.learning.example import Example

_STRENGTH = 1.0
"""The inverse of the penalty on weights."""
_SMALLEST = 0.05
"""Weights nearer to zero than this are not stored."""
_FEWEST = 3
"""A feature of fewer mentions teaches nothing about others."""
_AS_LEARNT = Trust(offset=0.0, slope=1.0)


def fit(question: str, made: Sequence[Example], untouched: Sequence[Example], *, with_untouched: bool) -> Judge:
    """Fit a judge to the mentions of letters that rules were `made` for, and its trust to those of `untouched` ones.

    The trust is measured with weights that have not seen the untouched letters. The weights returned have, unless
    `with_untouched` says not to: then the product can be measured on those letters.
    """
    first = _weighed(question, made)
    trusts = _trusts(first, untouched)
    return (_weighed(question, [*made, *untouched]) if with_untouched else first).model_copy(update=trusts)


def told(question: str, made: Sequence[Example], untouched: Sequence[Example]) -> str:
    """How often rules, weights, and both together are right on the untouched letters, for a person to read."""
    judge = fit(question, made, untouched, with_untouched=False)
    right = np.array([e.answer for e in untouched])
    readings = {
        "always no": np.zeros(len(untouched), bool),
        "rules": np.array([e.rule for e in untouched]),
        "weights": np.array([judge.evidence(e.features) > 0 for e in untouched]),
        "both": np.array([judge.says(e.features, e.rule) for e in untouched]),
    }
    shares = ", ".join(f"{name} {np.mean(said == right):.3f}" for name, said in readings.items())
    return f"{question}: {len(made)} + {len(untouched)} mentions, {len(judge.weights)} weights; {shares}"


def _weighed(question: str, examples: Sequence[Example]) -> Judge:
    how_often = Counter(name for e in examples for name in e.features)
    names = DictVectorizer()
    seen = names.fit_transform([{n: v for n, v in e.features.items() if how_often[n] >= _FEWEST} for e in examples])
    model = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(seen, [e.answer for e in examples])
    weights = zip(names.get_feature_names_out(), model.coef_[0], strict=True)
    return Judge(
        question=question,
        bias=round(float(model.intercept_[0]), 3),
        weights={str(name): round(float(weight), 2) for name, weight in weights if abs(weight) >= _SMALLEST},
        when_yes=_AS_LEARNT,
        when_no=_AS_LEARNT,
    )


def _trusts(judge: Judge, untouched: Sequence[Example]) -> dict[str, Trust]:
    evidence = np.array([judge.evidence(e.features) for e in untouched])
    rules = np.array([e.rule for e in untouched])
    model = LogisticRegression(C=10).fit(np.c_[evidence, rules, evidence * rules], [e.answer for e in untouched])
    (slope, offset, more), base = model.coef_[0], model.intercept_[0]
    return {
        "when_yes": Trust(offset=round(float(base + offset), 2), slope=round(float(slope + more), 2)),
        "when_no": Trust(offset=round(float(base), 2), slope=round(float(slope), 2)),
    }

"""A yes-or-no question about a mention, answered by a rule's reading and learnt weights together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

Features = Mapping[str, float]
"""What is seen around a mention, by name; a feature that is not there counts 0."""


class Trust(BaseModel):
    """How a reading of the rules shifts the learnt evidence: `offset + slope * evidence` are the log odds of yes."""

    model_config = ConfigDict(frozen=True)

    offset: float
    slope: float


class Judge(BaseModel):
    """A logistic regression. `weights` are log odds per unit of a feature; features without a weight say nothing.

    `when_yes` and `when_no` were fitted to letters that neither the rules nor the weights had been made on.
    """

    model_config = ConfigDict(frozen=True)

    question: str
    bias: float
    weights: dict[str, float]
    when_yes: Trust
    when_no: Trust

    def evidence(self, features: Features) -> float:
        """The log odds of yes by the learnt weights alone."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def log_odds(self, features: Features, rule: bool) -> float:
        """The log odds of yes, given what the rules say."""
        trust = self.when_yes if rule else self.when_no
        return trust.offset + trust.slope * self.evidence(features)

    def says(self, features: Features, rule: bool) -> bool:
        return self.log_odds(features, rule) > 0


@cache
def judge_of(question: str) -> Judge:
    """The judge of a question ("shoot_date"), from `weights/<question>.json`."""
    return Judge.model_validate_json((files(__package__) / "weights" / f"{question}.json").read_text("utf-8"))

"""A judge weighs what is seen around a mention with what the rules say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import copilot.briefs.learned
from copilot.briefs.learned.judge import Judge, Trust, judge_of
from evals.learning.questions import CHOICES, QUESTIONS, SECOND_CHOICES, SECONDS

RULES_FIRST = Judge(
    question="shoot_date",
    bias=-1.0,
    weights={"b:film": 2.0, "b:deliver": -3.0},
    when_yes=Trust(offset=2.0, slope=0.5),
    when_no=Trust(offset=-0.5, slope=1.0),
)


def test_evidence_is_the_bias_and_the_weights_of_what_is_seen() -> None:
    assert RULES_FIRST.evidence({"b:film": 1.0, "b:deliver": 0.5, "never learnt": 9.0}) == pytest.approx(-0.5)
    assert RULES_FIRST.evidence({}) == -1.0


@pytest.mark.parametrize(
    ("seen", "rule", "answer"),
    [
        ({"b:film": 1.0}, False, True),  # -0.5 + 1: clear evidence adds what the rules missed
        ({"b:film": 0.5}, False, False),  # -0.5 + 0
        ({"b:deliver": 1.0}, True, False),  # 2 - 0.5 * 4 is not above nought
        ({"b:deliver": 0.5}, True, True),  # 2 - 0.5 * 2.5: doubt alone does not overrule the rules
    ],
)
def test_the_rules_reading_says_how_much_evidence_it_takes(seen: dict[str, float], rule: bool, answer: bool) -> None:
    assert RULES_FIRST.says(seen, rule) is answer


def test_every_question_has_its_weights_and_no_weights_are_left_over() -> None:
    stored = {path.stem for path in (Path(copilot.briefs.learned.__file__).parent / "weights").glob("*.json")}

    assert stored == {*QUESTIONS, *CHOICES, *SECONDS, *SECOND_CHOICES}
    for question in stored:
        judge = judge_of(question)
        assert judge.question == question
        assert judge.when_yes.slope > 0
        assert judge.when_no.slope > 0

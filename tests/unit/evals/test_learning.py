"""Weights are fitted to marked mentions, and trusted as far as letters kept out bear them out."""

from __future__ import annotations

import random

import pytest

from evals.learning import __main__ as command
from evals.learning.example import Example
from evals.learning.fit import fit, told
from evals.learning.letters import letters
from evals.learning.questions import QUESTIONS


def _mentions(how_many: int, *, rules_right: float, seed: int) -> list[Example]:
    """Mentions that are days of the shoot when "film" stands before them; the rules guess right that often."""
    drawn = random.Random(seed)
    made = []
    for _ in range(how_many):
        answer = drawn.random() < 0.4
        seen = {"b:film" if answer else "b:deliver": 1.0, f"u:word{drawn.randrange(40)}": 0.5}
        made.append(Example(seen, answer if drawn.random() < rules_right else not answer, answer))
    return made


def test_what_the_letters_teach_is_learnt() -> None:
    judge = fit(
        "shoot_date",
        _mentions(200, rules_right=1.0, seed=1),
        _mentions(100, rules_right=0.6, seed=2),
        with_untouched=True,
    )

    assert judge.says({"b:film": 1.0}, False)
    assert not judge.says({"b:deliver": 1.0}, True)
    assert "b:film" in judge.weights


def test_rules_that_hold_on_letters_kept_out_are_trusted_more_than_rules_that_do_not() -> None:
    made = _mentions(200, rules_right=1.0, seed=3)

    sure = fit("shoot_date", made, _mentions(100, rules_right=1.0, seed=4), with_untouched=False)
    unsure = fit("shoot_date", made, _mentions(100, rules_right=0.5, seed=4), with_untouched=False)

    assert sure.when_yes.offset - sure.when_no.offset > unsure.when_yes.offset - unsure.when_no.offset


def test_the_same_letters_give_the_same_weights() -> None:
    made, untouched = _mentions(80, rules_right=0.9, seed=5), _mentions(60, rules_right=0.7, seed=6)

    assert fit("q", made, untouched, with_untouched=True) == fit("q", made, untouched, with_untouched=True)


def test_the_report_tells_rules_weights_and_both_apart() -> None:
    report = told("q", _mentions(200, rules_right=1.0, seed=7), _mentions(100, rules_right=0.6, seed=8))

    assert report.startswith("q: 200 + 100 mentions")
    assert "both 1.000" in report


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_finds_mentions_to_learn_from_in_real_letters(question: str) -> None:
    found = [example for letter in letters(["sealed"]) for example in QUESTIONS[question](letter)]

    assert {example.answer for example in found} == {True, False}


def test_a_question_that_nobody_asks_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["weather"]) == 2
    assert "Nobody asks weather" in capsys.readouterr().err

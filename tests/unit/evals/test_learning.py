"""Weights are fitted to marked mentions, and trusted as far as letters kept out bear them out."""

from __future__ import annotations

import random

import pytest

from evals.learning import __main__ as command
from evals.learning.choice import Choice, choice_told, fit_choice
from evals.learning.example import Example
from evals.learning.fit import fit, told
from evals.learning.letters import letters
from evals.learning.questions import CHOICES, QUESTIONS, SECONDS


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


def _letters(how_many: int, *, rules_right: float, seed: int) -> list[Choice]:
    """Letters with three names each, of which the one that signs is the client; every fifth has no client at all."""
    drawn = random.Random(seed)
    made = []
    for number in range(how_many):
        none, right, ruled = number % 5 == 0, drawn.randrange(3), drawn.randrange(3)
        ruled = right if drawn.random() < rules_right else ruled
        names = [
            Example(
                {"signs" if at == right and not none else "told": 1.0, f"w:{drawn.randrange(30)}": 1.0},
                at == ruled and not none,
                at == right and not none,
            )
            for at in range(3)
        ]
        made.append(Choice(tuple(names), none))
    return made


def test_of_a_letters_names_the_right_one_is_chosen_or_none() -> None:
    judge = fit_choice(
        "client",
        _letters(150, rules_right=1.0, seed=9),
        _letters(80, rules_right=0.4, seed=10),
        with_untouched=False,
    )

    assert judge.log_odds({"signs": 1.0}, False) > 0 > judge.log_odds({"told": 1.0}, False)
    assert judge.when_yes.offset > judge.when_no.offset


def test_the_report_on_choices_tells_rules_weights_and_both_apart() -> None:
    report = choice_told("client", _letters(150, rules_right=1.0, seed=11), _letters(80, rules_right=0.4, seed=12))

    assert report.startswith("client: 150 + 80 letters")
    assert "weights 1.000" in report
    assert "rules 1.000" not in report


@pytest.mark.parametrize("choice", CHOICES)
def test_each_choice_finds_right_and_wrong_names_in_real_letters(choice: str) -> None:
    found = [e.answer for letter in letters(["sealed"]) for made in CHOICES[choice](letter) for e in made.candidates]

    assert set(found) == {True, False}


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_finds_mentions_to_learn_from_in_real_letters(question: str) -> None:
    found = [example for letter in letters(["sealed"]) for example in QUESTIONS[question](letter)]

    assert {example.answer for example in found} == {True, False}


def test_a_question_that_nobody_asks_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["weather"]) == 2
    assert "Nobody asks weather" in capsys.readouterr().err


@pytest.mark.parametrize("question", SECONDS)
def test_each_second_question_sees_letters_as_a_judge_that_has_not_learnt_from_them(question: str) -> None:
    read = list(letters(["sealed"]))
    old, untouched = SECONDS[question](read[:40], read[40:])

    assert {example.answer for example in old} == {example.answer for example in untouched} == {True, False}

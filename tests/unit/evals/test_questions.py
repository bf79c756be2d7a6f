"""Questions are graded by the calls that are made for them: tools exactly, arguments by their words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evals.__main__ import main
from evals.questions.format import QUESTIONS, Call, Question, load_questions
from evals.questions.grading import is_right
from evals.questions.learn import kind_of
from evals.questions.run import asked_of, run_questions, share_right
from tools.registry import TOOLS

CAMERA = Call(tool="search_quotes", arguments={"what": "camera", "client_or_project": "Lumen"})
SETS = sorted(path.stem for path in Path(QUESTIONS).glob("*.json"))


def question(*right: tuple[Call, ...]) -> Question:
    return Question(ask="what did we quote Lumen for camera?", right=right)


def quoted(**arguments: str) -> Call:
    return Call(tool="search_quotes", arguments=dict(arguments))


@pytest.mark.parametrize(
    ("made", "right"),
    [
        ([quoted(what="the Camera", client_or_project="lumen's")], True),
        ([quoted(what="camera")], False),
        ([quoted(what="camera", client_or_project="Lumen"), Call(tool="find_clients")], False),
        ([Call(tool="rate_card_lookup", arguments={"what": "camera"})], False),
        ([], False),
    ],
)
def test_calls_are_right_by_tool_and_words(made: list[Call], right: bool) -> None:
    assert is_right(question((CAMERA,)), made) is right


def test_any_of_several_right_answers_will_do_nothing_included() -> None:
    assert is_right(question((CAMERA,), ()), [])
    assert is_right(question((CAMERA, Call(tool="find_clients"))), [Call(tool="find_clients"), CAMERA])


def test_numbers_are_the_same_however_written_and_a_reason_is_by_the_way() -> None:
    right = Call(tool="propose_budget_line_change", arguments={"line": "gaffer", "rate": 650})
    made = Call(tool="propose_budget_line_change", arguments={"line": "Gaffer", "rate": "650.00", "reason": "agreed"})
    assert is_right(question((right,)), [made])


def test_a_kind_is_a_tool_with_the_choice_it_makes() -> None:
    assert kind_of([Call(tool="list_change_sets")]) == "list_change_sets/pending"
    assert kind_of([Call(tool="find_projects", arguments={"stage": "delivery"})]) == "find_projects/stage"
    assert kind_of([]) == "nothing"


@pytest.mark.parametrize("name", SETS)
def test_every_question_is_asked_once_and_answered_by_tools_there_are(name: str) -> None:
    questions = load_questions(name)
    tools = {tool.name for tool in TOOLS} | {"draft_proposal_from_brief"}
    assert {call.tool for each in questions for calls in each.right for call in calls} <= tools
    assert max(Counter(each.ask for each in questions).values()) == 1


def test_rules_mode_is_asked_as_any_model_is() -> None:
    runs = run_questions([question((CAMERA,))], asked_of("rules"))
    assert share_right(runs) == 1


def test_the_command_prints_the_share_that_was_looked_up_rightly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--questions", "--case", "VAN-26-03", "--show-misses", "--at-least", "1"]) == 0
    assert "1.000" in capsys.readouterr().out
    assert main(["--questions", "--case", "nobody asks this"]) == 2

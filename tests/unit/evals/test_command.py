"""`python -m evals` as a program: its exit codes and its JSON."""

from __future__ import annotations

import json

import pytest

from evals.__main__ import main


def test_a_case_that_does_not_exist_is_said_and_answered_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--case", "no_such_case_anywhere"]) == 2
    assert "No case has that name" in capsys.readouterr().err


def test_json_names_every_miss_and_the_quotes_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--case", "en_chat_one_line", "--json"]) == 0
    (case,) = json.loads(capsys.readouterr().out)["cases"]
    assert case["case"] == "en_chat_one_line"
    assert case["evidence_faults"] == []
    assert all(miss.keys() == {"field", "verdict", "expected", "found"} for miss in case["misses"])


def test_accuracy_below_the_stated_one_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--case", "en_chat_one_line", "--at-least", "1.01"]) == 1
    assert "overall" in capsys.readouterr().out


def test_a_model_that_is_not_configured_is_said_before_anything_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GREENLIGHT_MODEL_API_KEY", raising=False)
    monkeypatch.delenv("GREENLIGHT_MODEL_BASE_URL", raising=False)
    assert main(["--model", "some-hosted-model", "--case", "en_chat_one_line"]) == 2
    assert "GREENLIGHT_MODEL_API_KEY" in capsys.readouterr().err

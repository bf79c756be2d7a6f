"""Trying the model goes the way of every turn, and what goes wrong names the setting to look at; never the key."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from copilot.models.check import endpoint_of, try_model
from copilot.settings import CopilotSettings
from tests.agent.openai_server import Say, Status, serve

KEY = "sk-secret-of-the-house"


def settings(url: str | None, **more: object) -> CopilotSettings:
    named: dict[str, object] = {"model": "small", "model_base_url": url, "model_api_key": SecretStr(KEY), **more}
    return CopilotSettings.model_validate(named)


def test_a_model_that_answers_is_named_with_its_words_and_its_time() -> None:
    with serve(Say(("rea", "dy"))) as endpoint:
        tried = try_model(settings(endpoint.url))

    assert (tried.answer, tried.problem) == ("ready", None)
    assert tried.milliseconds >= 0
    assert len(endpoint.requests) == 1


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "GREENLIGHT_MODEL_API_KEY"),
        (403, "may not use 'small'"),
        (404, "GREENLIGHT_MODEL_BASE_URL"),
        (429, "too many requests"),
        (500, "provider has a fault"),
    ],
)
def test_a_refusal_says_what_to_look_at(status: int, words: str) -> None:
    with serve(Status(status, f"no: {KEY}")) as endpoint:
        tried = try_model(settings(endpoint.url))

    assert tried.problem is not None
    assert words in tried.problem
    assert KEY not in repr(tried)
    assert len(endpoint.requests) == 1, "asked once, not again and again"


def test_an_endpoint_out_of_reach_is_named_without_its_login() -> None:
    tried = try_model(settings("http://ada:hidden@127.0.0.1:9/v1"))

    assert tried.problem is not None
    assert "127.0.0.1:9/v1 cannot be reached" in tried.problem
    assert "hidden" not in tried.problem


def test_a_model_without_key_or_endpoint_is_told_before_anything_is_sent() -> None:
    tried = try_model(settings(None, model_api_key=None))

    assert tried.problem is not None
    assert "GREENLIGHT_MODEL_API_KEY" in tried.problem


def test_rules_mode_answers_too() -> None:
    assert try_model(CopilotSettings(model="rules")).problem is None


def test_openais_own_endpoint_is_named() -> None:
    assert endpoint_of(settings(None)) == "api.openai.com"

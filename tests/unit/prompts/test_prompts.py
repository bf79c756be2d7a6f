"""Prompts go out whole or not at all."""

from pathlib import Path

import pytest

import prompts
from prompts.load import PromptError, load_prompt, parse_prompt

SOURCE = '+++\nvariables = ["today"]\n+++\nIt is {{ today }}.\n'


def test_a_prompt_renders_with_exactly_its_variables() -> None:
    assert parse_prompt("p", SOURCE).render(today="Monday") == "It is Monday."


@pytest.mark.parametrize("values", [{}, {"today": "Monday", "person": "Ada"}, {"person": "Ada"}])
def test_a_missing_or_unknown_variable_raises(values: dict[str, str]) -> None:
    with pytest.raises(PromptError):
        parse_prompt("p", SOURCE).render(**values)


@pytest.mark.parametrize(
    "source",
    [
        "It is {{ today }}.",
        "+++\nvariables = []\n+++\nIt is {{ today }}.",
        '+++\nvariables = ["today", "person"]\n+++\nIt is {{ today }}.',
        "+++\nvariables = 3\n+++\ntext",
        "+++\nnot toml\n+++\ntext",
        "+++\nvariables = []\ntext",
    ],
)
def test_a_prompt_that_breaks_its_contract_is_not_loaded(source: str) -> None:
    with pytest.raises(PromptError):
        parse_prompt("p", source)


def test_a_value_is_never_rendered_again() -> None:
    assert parse_prompt("p", SOURCE).render(today="{{ today }}") == "It is {{ today }}."


def test_the_digest_follows_every_change_of_the_file() -> None:
    assert parse_prompt("p", SOURCE).digest != parse_prompt("p", SOURCE + " ").digest


def test_every_prompt_that_ships_can_be_loaded() -> None:
    names = [path.stem for path in Path(prompts.__file__).parent.glob("*.md")]
    assert "copilot" in names
    for name in names:
        assert load_prompt(name).text


def test_a_prompt_that_does_not_exist_raises() -> None:
    with pytest.raises(PromptError):
        load_prompt("no-such-prompt")

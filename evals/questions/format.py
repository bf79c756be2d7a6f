"""A question is data: what a person asks, and every set of calls that would be right for it."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

QUESTIONS = Path(__file__).parents[1] / "cases" / "questions"

Value = str | int | float


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Call(_Data):
    """A tool that is called; `arguments` are those that matter, in the words of the question."""

    tool: str
    arguments: dict[str, Value] = {}


class Question(_Data):
    """`right` holds every set of calls that is right; an empty set says that nothing should be called."""

    ask: str
    right: tuple[tuple[Call, ...], ...] = Field(min_length=1)


_FILE = TypeAdapter(tuple[Question, ...])


def load_questions(name: str = "dev", *, containing: str = "") -> list[Question]:
    """Return the questions of a set whose words hold `containing`, in any case; none of a set that there is not.

    Raises `ValueError` for what is no question.
    """
    path = QUESTIONS / f"{name}.json"
    questions = _FILE.validate_json(path.read_bytes()) if path.exists() else ()
    return [question for question in questions if containing.casefold() in question.ask.casefold()]

"""Put every question to a model that is offered the house's tools, and print which it looked up rightly.

Only what the model calls first is graded: no tool runs, so nothing can be filed and every question stands alone.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from copilot.open import open_copilot
from copilot.settings import CopilotSettings
from evals.questions.format import Call, Question
from evals.questions.grading import is_right
from store.home import open_home
from store.kernel.clock import SystemClock
from store.kernel.settings import Settings

Asked = Callable[[str], Sequence[Call]]
"""The calls that a model makes for some words."""

_TODAY, _PERSON, _ROLE, _PROJECT = "2026-11-29", "Nora Lindqvist", "producer", "no project in particular"


@dataclass(frozen=True)
class QuestionRun:
    question: Question
    made: tuple[Call, ...]

    @property
    def right(self) -> bool:
        return is_right(self.question, self.made)


def asked_of(model: str) -> Asked:
    """Return what asks `model`. Raises `Invalid` where that model is not configured."""
    with tempfile.TemporaryDirectory(prefix="greenlight-evals-") as home:
        settings = Settings(home=Path(home))
        database = open_home(settings)
        copilot = open_copilot(database, settings, SystemClock(), CopilotSettings(model=model))
        database.dispose()
    bound = copilot.model.bind_tools([tool.offered for tool in copilot.tools])
    prompt = copilot.prompt.render(today=_TODAY, person=_PERSON, role=_ROLE, project=_PROJECT)

    def ask(words: str) -> list[Call]:
        answer: Any = bound.invoke([("system", prompt), ("human", words)])
        return [Call(tool=call["name"], arguments=_stated(call["args"])) for call in answer.tool_calls]

    return ask


def _stated(arguments: dict[str, Any]) -> dict[str, Any]:
    """Arguments that say something, lists and objects as JSON."""
    plain = {name: value for name, value in arguments.items() if value is not None}
    return {n: v if isinstance(v, str | int | float) else json.dumps(v, sort_keys=True) for n, v in plain.items()}


def run_questions(questions: Sequence[Question], ask: Asked) -> list[QuestionRun]:
    return [QuestionRun(question, tuple(ask(question.ask))) for question in questions]


def share_right(runs: Sequence[QuestionRun]) -> float:
    return sum(run.right for run in runs) / len(runs)


def as_json(runs: Sequence[QuestionRun], *, model: str) -> str:
    asked = [
        {"ask": run.question.ask, "right": run.right, "made": [call.model_dump() for call in run.made]} for run in runs
    ]
    return json.dumps({"model": model, "share_right": share_right(runs), "questions": asked}, ensure_ascii=False)


def print_questions(console: Console, runs: Sequence[QuestionRun], *, model: str, misses: bool) -> None:
    """The share that was looked up rightly, and by what tool it should have been; each miss when `misses`."""
    if misses:
        table = Table(title="Misses", title_justify="left")
        for heading in ("question", "right", "made"):
            table.add_column(heading, overflow="fold")
        for run in runs:
            if not run.right:
                table.add_row(run.question.ask, "\nor ".join(map(_shown, run.question.right)), _shown(run.made))
        console.print(table)
    table = Table(title=f"Questions, {len(runs)}, model {model}", title_justify="left")
    for heading in ("what is right", "asked", "right"):
        table.add_column(heading, justify="left" if heading == "what is right" else "right")
    for kind in sorted({_kind(run) for run in runs}):
        of_kind = [run for run in runs if _kind(run) == kind]
        table.add_row(kind, str(len(of_kind)), f"{share_right(of_kind):.2f}")
    table.add_section()
    table.add_row("all", str(len(runs)), f"{share_right(runs):.3f}")
    console.print(table)


def _kind(run: QuestionRun) -> str:
    first = run.question.right[0]
    return " + ".join(sorted({call.tool for call in first})) or "nothing, and say so"


def _shown(calls: Sequence[Call]) -> str:
    return "; ".join(f"{c.tool}({', '.join(f'{k}={v}' for k, v in c.arguments.items())})" for c in calls) or "nothing"

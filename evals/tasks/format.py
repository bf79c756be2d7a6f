"""A task is data: where it starts, the steps people take, and the end state that counts as done.

Every row of every table that the expectation does not allow to change must be the same after as before; that is the
point of grading end states, so `rows`, `may_grow` and `may_change` list all that a task is allowed to touch.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

TASKS = Path(__file__).parents[1] / "cases" / "tasks"


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Lookup(_Data):
    """A value found in a row of the end state: `column` of the only row of `table` that fits `where`."""

    table: str
    where: Mapping[str, str | int | bool | Lookup | None] = {}
    column: str = "id"


class Total(_Data):
    """The sum of `columns` over the rows of `table` that fit `where`; minor units where the columns are money."""

    table: str
    columns: tuple[str, ...]
    where: Mapping[str, str | int | bool | Lookup | None] = {}


class Rows(_Data):
    """How many rows of `table` that fit `where` a task leaves `added`, `changed`, `removed`, or `present` at all."""

    table: str
    change: Literal["added", "changed", "removed", "present"]
    where: Mapping[str, str | int | bool | Lookup | None] = {}
    exactly: int | None = None
    at_least: int | None = None


class Answer(_Data):
    """What a person must find in an answer, in any wording: figures computed from rows, words, and cited rows.

    `hides` and `lacks` are what must not stand in it: figures this person may not see, words nobody should say.
    """

    figures: tuple[Total, ...] = ()
    hides: tuple[Total, ...] = ()
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    cites: tuple[Lookup, ...] = ()


class FileBrief(_Data):
    """Somebody hands in a brief of the dev set; `refused` when that must end in a refusal."""

    do: Literal["brief"]
    file: str
    by: str = "producer"
    refused: bool = False


class Ask(_Data):
    """Somebody says something to the copilot."""

    do: Literal["ask"]
    words: str
    by: str = "producer"
    answer: Answer = Answer()


class Decide(_Data):
    """Somebody decides on a change set of this task, counted from 1 in the order of filing."""

    do: Literal["greenlight", "reject", "undo"]
    change_set: int = Field(ge=1)
    by: str = "producer"
    refused: bool = False


Step = Annotated[FileBrief | Ask | Decide, Field(discriminator="do")]


class EndState(_Data):
    """`may_grow`: tables that may get new rows beside those that `rows` count; `may_change`: tables whose rows may
    change (the head of the audit chain); `equal`: sums that must agree.
    """

    rows: tuple[Rows, ...] = ()
    may_grow: tuple[str, ...] = ()
    may_change: tuple[str, ...] = ()
    equal: tuple[tuple[Total, Total], ...] = ()


class Task(_Data):
    """`seed`: an empty studio (users of each role and the default rate card) or the demo studio."""

    title: str
    seed: Literal["empty", "demo"] = "empty"
    steps: tuple[Step, ...] = Field(min_length=1)
    end: EndState


def load_tasks(*, name: str | None = None) -> dict[str, Task]:
    """Every task by its file's name. Raises `ValueError` naming the file that is no task."""
    tasks = {}
    for path in sorted(TASKS.glob("*.json")):
        if name is not None and name not in path.stem:
            continue
        try:
            tasks[path.stem] = Task.model_validate_json(path.read_bytes())
        except ValueError as error:
            raise ValueError(f"task {path.stem}: {error}") from error
    return tasks

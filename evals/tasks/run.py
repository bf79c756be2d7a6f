"""Runs every task on a studio of its own and prints which were done."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.tasks.format import Task
from evals.tasks.perform import Product, TaskRun, perform
from evals.tasks.studio import open_task_studio, reopen

TODAY = date(2026, 5, 26)
"""The day on which every task happens."""

SHOWN = 4
"""How many faults of a task the table shows: the first ones cause the rest. `--json` has all."""


def run_tasks(tasks: Mapping[str, Task], product: Product) -> list[TaskRun]:
    """Run the tasks one after the other; the studio is set up once and copied for each.

    A crash (anything but a refusal) is a defect of the product and ends the run, naming the task.
    """
    with tempfile.TemporaryDirectory(prefix="greenlight-evals-") as folder:
        template = Path(folder) / "template"
        open_task_studio(template, today=TODAY).database.dispose()
        runs = []
        for name, task in tasks.items():
            home = Path(shutil.copytree(template, Path(folder) / name))
            studio = reopen(home, today=TODAY)
            try:
                runs.append(perform(name, task, studio, product))
            except Exception as crash:
                crash.add_note(f"in the task {name}")
                raise
            finally:
                studio.database.dispose()
                shutil.rmtree(home)
        return runs


def as_json(runs: Sequence[TaskRun], *, model: str) -> str:
    return json.dumps({"model": model, "tasks": [asdict(run) for run in runs]}, ensure_ascii=False, indent=2)


def print_tasks(console: Console, runs: Sequence[TaskRun], *, model: str) -> None:
    """One line a task, and under it what is wrong with its end."""
    table = Table(title=f"Tasks, {len(runs)}, model {model}", title_justify="left")
    for heading in ("task", "done", "steps", "model calls", "seconds"):
        table.add_column(heading, justify="left" if heading == "task" else "right", overflow="fold")
    for run in runs:
        shown = [f"  – {fault}" for fault in run.faults[:SHOWN]]
        more = [f"  – and {len(run.faults) - SHOWN} more"] if len(run.faults) > SHOWN else []
        words = "\n".join([run.title, *shown, *more])
        done = "no" if run.faults else "yes"
        table.add_row(words, done, str(run.steps), str(run.model_calls), f"{run.seconds:.2f}")
    table.add_section()
    done_count = sum(not run.faults for run in runs)
    seconds, calls = sum(run.seconds for run in runs), sum(run.model_calls for run in runs)
    table.add_row("all", f"{done_count} of {len(runs)}", str(sum(r.steps for r in runs)), str(calls), f"{seconds:.2f}")
    console.print(table)

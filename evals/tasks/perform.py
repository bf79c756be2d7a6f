"""Carries a task's steps out on its studio, as its people would, and grades what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from evals.tasks.format import Ask, Decide, FileBrief, Task
from evals.tasks.grading import Given, grade_answer, grade_end_state
from evals.tasks.studio import TaskStudio
from store.changes.decisions import greenlight, propose_undo, reject
from store.changes.queries import get_change_set, list_change_sets
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, NotFound

CHANNEL = "evals"


@dataclass(frozen=True)
class Turn:
    """An answer with what it cost."""

    given: Given
    model_calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True)
class Product:
    """What tasks need of the product beside its store: handing a brief in, and asking the copilot."""

    file_brief: Callable[[TaskStudio, Actor, str], None]
    ask: Callable[[TaskStudio, Actor, str], Turn]


@dataclass
class TaskRun:
    """What came of one task; `faults` is empty when it was done as expected."""

    name: str
    title: str
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    steps: int = 0
    model_calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


def perform(name: str, task: Task, studio: TaskStudio, product: Product) -> TaskRun:
    """Take the steps and grade the end. A step that fails unexpectedly is a fault; the later ones are still tried."""
    run = TaskRun(name, task.title)
    before = studio.snapshot()
    known = set(_codes(studio))
    answers: list[tuple[Ask, Given]] = []
    started = time.perf_counter()
    for number, step in enumerate(task.steps, start=1):
        run.steps += 1
        expects_refusal = not isinstance(step, Ask) and step.refused
        try:
            if isinstance(step, Ask):
                answers.append((step, _ask(studio, step, product, run)))
            elif isinstance(step, FileBrief):
                product.file_brief(studio, studio.people[step.by], step.file)
            else:
                _decide(studio, step, [code for code in _codes(studio) if code not in known])
        except DomainError as refusal:
            if not expects_refusal:
                run.faults.append(f"step {number} was refused ({refusal.code}): {refusal.message}")
        else:
            if expects_refusal:
                run.faults.append(f"step {number} was not refused")
        studio.clock.advance(timedelta(minutes=1))
    run.seconds = time.perf_counter() - started
    after = studio.snapshot()
    run.faults += grade_end_state(task.end, before, after)
    for step, given in answers:
        run.faults += [f"“{step.words[:40]}…”: {fault}" for fault in grade_answer(step.answer, given, after)]
    return run


def _ask(studio: TaskStudio, step: Ask, product: Product, run: TaskRun) -> Given:
    turn = product.ask(studio, studio.people[step.by], step.words)
    run.model_calls += turn.model_calls
    run.tokens_in += turn.tokens_in
    run.tokens_out += turn.tokens_out
    return turn.given


def _decide(studio: TaskStudio, step: Decide, filed: list[str]) -> None:
    """Decide on the change set that was filed as number `step.change_set`, exactly as it stands now."""
    actor = studio.people[step.by]
    if len(filed) < step.change_set:
        raise NotFound(f"Change set number {step.change_set} of this task")
    code = filed[step.change_set - 1]
    with studio.database.write() as session:
        change_set = get_change_set(session, studio.people["admin"], code)
        if step.do == "greenlight":
            greenlight(session, actor, studio.clock, change_set_id=change_set.id, digest=change_set.digest)
        elif step.do == "reject":
            reject(session, actor, studio.clock, change_set_id=change_set.id, reason="not this time")
        else:
            propose_undo(session, actor, studio.clock, change_set_id=change_set.id, channel=CHANNEL)


def _codes(studio: TaskStudio) -> list[str]:
    """Codes of all change sets in the order of filing."""
    with studio.database.read() as session:
        items = list_change_sets(session, studio.people["admin"]).items
        return list(dict.fromkeys(item.code for item in sorted(items, key=lambda item: (item.created_at, item.id))))

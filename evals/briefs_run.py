"""Runs brief cases through the subject and grades them; a crash is a result too, and the worst one."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.brief_cases import FIELDS, BriefCase
from evals.graders import CaseGrade, FieldGrade, Verdict, grade, show
from evals.outcome import Outcome
from store.kernel.errors import DomainError

_CRASHES = (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True)
class CaseRun:
    """One case, graded, with what it took. `failure` says why there was no reading: then no field counts as right."""

    case: BriefCase
    grade: CaseGrade
    seconds: float
    model_calls: int = 0
    tokens_in: int | None = None
    tokens_out: int | None = None
    failure: str | None = None


def run(cases: Sequence[BriefCase], read: Callable[[BriefCase], Outcome]) -> list[CaseRun]:
    """Read and grade every case, in order."""
    return [_run_one(case, read) for case in cases]


def _run_one(case: BriefCase, read: Callable[[BriefCase], Outcome]) -> CaseRun:
    started = time.perf_counter()
    try:
        outcome = read(case)
    except DomainError as refusal:
        return _failed(case, time.perf_counter() - started, f"refused ({refusal.code}): {refusal.message}")
    except _CRASHES as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{place.filename.rsplit('/', 1)[-1]}:{place.lineno}"
        return _failed(case, time.perf_counter() - started, f"crashed: {type(error).__name__}: {error} ({where})")
    return CaseRun(
        case,
        grade(case, outcome.reading, outcome.texts),
        outcome.seconds,
        outcome.model_calls,
        outcome.tokens_in,
        outcome.tokens_out,
    )


def _failed(case: BriefCase, seconds: float, failure: str) -> CaseRun:
    fields = tuple(FieldGrade(field, Verdict.MISSED, show(case.expect, field), "") for field in FIELDS)
    return CaseRun(case, CaseGrade(case.name, fields, ("all",), tuple(case.warnings), ()), seconds, failure=failure)

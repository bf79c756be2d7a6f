"""Adds graded cases up: accuracy a field, and over all. Every case counts alike, every field of it counts alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.brief_cases import FIELDS
from evals.graders import CaseGrade, FieldGrade, Verdict


@dataclass(frozen=True)
class FieldTally:
    """One field over all cases.

    `accuracy`: share of cases read right, silence where the brief is silent included; `precision`: share of what was
    stated that is right; `recall`: share of what the briefs state that was read right (both None over nothing).
    """

    field: str
    cases: int
    accuracy: float
    precision: float | None
    recall: float | None
    missed: int
    wrong: int
    invented: int


@dataclass(frozen=True)
class Tally:
    """All cases. `overall` is the mean of the fields' accuracies; the others are shares of cases or plain counts."""

    cases: int
    fields: tuple[FieldTally, ...]
    overall: float
    all_right: int
    evidence: float
    warnings_expected: int
    warnings_missed: int
    false_alarms: int


def tally(grades: Sequence[CaseGrade], *, warnings_expected: int) -> Tally:
    """Add up; raises `ValueError` over no case, for which no accuracy exists."""
    if not grades:
        raise ValueError("no case was graded")
    fields = tuple(_field(field, [g for case in grades for g in case.fields if g.field == field]) for field in FIELDS)
    return Tally(
        cases=len(grades),
        fields=fields,
        overall=sum(field.accuracy for field in fields) / len(fields),
        all_right=sum(all(field.verdict.is_right for field in case.fields) for case in grades),
        evidence=sum(not case.evidence_faults for case in grades) / len(grades),
        warnings_expected=warnings_expected,
        warnings_missed=sum(len(case.warnings_missed) for case in grades),
        false_alarms=sum(len(case.false_alarms) for case in grades),
    )


def _field(field: str, grades: Sequence[FieldGrade]) -> FieldTally:
    count = {verdict: sum(grade.verdict is verdict for grade in grades) for verdict in Verdict}
    right = count[Verdict.RIGHT]
    said = right + count[Verdict.WRONG] + count[Verdict.INVENTED]
    to_say = right + count[Verdict.WRONG] + count[Verdict.MISSED]
    return FieldTally(
        field=field,
        cases=len(grades),
        accuracy=(right + count[Verdict.RIGHTLY_SILENT]) / len(grades),
        precision=right / said if said else None,
        recall=right / to_say if to_say else None,
        missed=count[Verdict.MISSED],
        wrong=count[Verdict.WRONG],
        invented=count[Verdict.INVENTED],
    )

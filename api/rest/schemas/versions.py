"""Editions and versions of a proposal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from api.rest.schemas.common import MoneyOut, Out
from store.kernel.money import Money
from store.proposals.compare import Comparison, Difference, Part


class PagesOut(Out):
    edition: Literal["client", "internal"]
    filename: str = Field(examples=["LUM-26-02-proposal-v2.pdf"])
    count: int


class VersionOut(Out):
    proposal_id: str
    revision: int
    status: str = Field(examples=["sent"])


class ChangedTotal(Out):
    name: Literal["subtotal", "contingency", "fee", "tax", "total"]
    before: MoneyOut
    after: MoneyOut


class VersionLineOut(Out):
    account: str
    account_name: str
    description: str
    quantity: Decimal
    multiplier: Decimal
    unit: str
    rate: MoneyOut
    total: MoneyOut


class VersionStepOut(Out):
    name: str
    starts_on: date
    ends_on: date


class VersionTermOut(Out):
    title: str
    text: str


class ChangedLine(Out):
    before: VersionLineOut
    after: VersionLineOut


class ChangedStep(Out):
    before: VersionStepOut
    after: VersionStepOut


class ChangedTerm(Out):
    before: VersionTermOut
    after: VersionTermOut


class LinesOut(Out):
    added: list[VersionLineOut]
    removed: list[VersionLineOut]
    changed: list[ChangedLine]
    kept: int


class StepsOut(Out):
    added: list[VersionStepOut]
    removed: list[VersionStepOut]
    changed: list[ChangedStep]
    kept: int


class TermsOut(Out):
    added: list[VersionTermOut]
    removed: list[VersionTermOut]
    changed: list[ChangedTerm]
    kept: int


class TextsOut(Out):
    added: list[str]
    removed: list[str]
    kept: int


class ComparisonOut(Out):
    """What `after` changes in `before`. `totals` holds those that differ; `is_same` when nothing does."""

    before: VersionOut
    after: VersionOut
    is_same: bool
    totals: list[ChangedTotal]
    lines: LinesOut
    milestones: StepsOut
    terms: TermsOut
    assumptions: TextsOut
    exclusions: TextsOut

    @classmethod
    def of(cls, found: Comparison) -> ComparisonOut:
        return cls.model_validate(
            {
                "before": VersionOut.model_validate(found.before),
                "after": VersionOut.model_validate(found.after),
                "is_same": found.is_empty,
                "totals": [
                    {"name": name, "before": MoneyOut.of(before), "after": MoneyOut.of(after)}
                    for name, before, after in found.totals
                ],
                "lines": _difference(found.lines),
                "milestones": _difference(found.steps),
                "terms": _difference(found.terms),
                "assumptions": _difference(found.assumptions),
                "exclusions": _difference(found.exclusions),
            }
        )


def _difference(found: Difference[Part]) -> dict[str, object]:
    return {
        "added": [_part(part) for part in found.added],
        "removed": [_part(part) for part in found.removed],
        "changed": [{"before": _part(before), "after": _part(after)} for before, after in found.changed],
        "kept": found.kept,
    }


def _part(part: Part) -> object:
    if isinstance(part, str):
        return part
    fields = {name: getattr(part, name) for name in part.__dataclass_fields__}
    return {name: MoneyOut.of(value) if isinstance(value, Money) else value for name, value in fields.items()}

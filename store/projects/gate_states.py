"""Where gates stand, for many projects at once: what each asks for, and whether the stored rows meet it.

The checks mean what `gates.py` says they mean; a check that nobody knows is unmet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, SQLColumnExpression, literal, union_all
from sqlalchemy import select as select_many
from sqlmodel import Session, col, select

from store.budget.tables import BudgetRow
from store.documents.tables import Document
from store.projects.tables import GateConfirmation, GateRequirement
from store.proposals.tables import Agreement, Proposal

_MOST_NAMED = 50


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a gate asks for. `check` is the fact it rests on, `label` what people call it."""

    check: str
    label: str
    met: bool


def gates_of(session: Session, stages: dict[str, str]) -> dict[str, tuple[Requirement, ...]]:
    """Return for each project of `stages` (its id and the stage it is in) what it takes to leave that stage.

    Whoever asks has been shown these projects.
    """
    asked: defaultdict[str, list[GateRequirement]] = defaultdict(list)
    for requirement in session.exec(select(GateRequirement).order_by(col(GateRequirement.id))).all():
        asked[requirement.stage].append(requirement)
    met = _met(session, stages)
    return {
        project_id: tuple(
            Requirement(requirement.check_name, requirement.label, (project_id, requirement.check_name) in met)
            for requirement in asked[stage]
        )
        for project_id, stage in stages.items()
    }


def _met(session: Session, project_ids: Collection[str]) -> set[tuple[str, str]]:
    """Return the checks that stored rows meet, each with its project, by one statement."""

    def of(project: SQLColumnExpression[Any]) -> ColumnElement[bool]:
        # A long list of ids costs more than it saves: beyond it, all are read and the others are not asked for.
        return project.in_(project_ids) if len(project_ids) <= _MOST_NAMED else project.is_not(None)

    query: CompoundSelect[Any] = union_all(
        select_many(col(Proposal.project_id), literal("accepted_proposal")).where(
            of(col(Proposal.project_id)), col(Proposal.status) == "accepted"
        ),
        select_many(col(Agreement.project_id), literal("signed_agreement")).where(
            of(col(Agreement.project_id)), col(Agreement.status) == "signed"
        ),
        select_many(col(BudgetRow.project_id), literal("locked_budget")).where(
            of(col(BudgetRow.project_id)), col(BudgetRow.status) == "locked"
        ),
        select_many(col(Document.project_id), literal("document:") + col(Document.kind)).where(
            of(col(Document.project_id))
        ),
        select_many(col(GateConfirmation.project_id), literal("confirmed:") + col(GateConfirmation.key)).where(
            of(col(GateConfirmation.project_id))
        ),
    )
    return {(project_id, check) for project_id, check in session.execute(query)}

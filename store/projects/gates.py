"""Gates between stages: what must be true before a project moves on. The rows are data; only the checks are code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, CompoundSelect, literal, select, union_all

from store.changes.draft import Draft
from store.kernel.columns import VersionedRow, columns
from store.kernel.errors import Invalid
from store.projects.tables import GateRequirement, Project

# Defaults a studio can edit; from the lifecycle of films and commercials, stage → what leaving it takes.
DEFAULT_GATES: dict[str, tuple[tuple[str, str], ...]] = {
    "development": (
        ("accepted_proposal", "an accepted proposal"),
        ("signed_agreement", "a signed agreement"),
        ("document:invoice", "the deposit invoice"),
    ),
    "pre_production": (
        ("locked_budget", "a locked budget"),
        ("confirmed:crew", "confirmed crew"),
        ("confirmed:location", "confirmed location"),
        ("document:call_sheet", "a published call sheet"),
    ),
    "production": (("confirmed:wrap", "the wrap"),),
    "post_production": (("confirmed:deliverables_approved", "every deliverable approved"),),
    "delivery": (
        ("confirmed:delivered", "delivery to the client"),
        ("confirmed:final_invoice", "the final invoice"),
    ),
}

# What a check asks for, by its name or by what stands before the colon: a project's row in this table, where this
# column has this value, or the words after the colon.
_STATES = {
    "accepted_proposal": ("proposals", "status", "accepted"),
    "signed_agreement": ("agreements", "status", "signed"),
    "locked_budget": ("budgets", "status", "locked"),
}
_KEYS = {"document": ("documents", "kind"), "confirmed": ("gate_confirmations", "key")}


def unmet_requirements(draft: Draft, project: Project) -> list[str]:
    """Return the labels of what the gate of the project's stage still asks for."""
    requirements = draft.find(GateRequirement, stage=project.stage)
    return [r.label for r in requirements if not _met(draft, project.id, r.check_name)]


def evidence_of(check: str) -> tuple[str, str, str]:
    """Return where a check finds what it asks for: a table of projects' rows, a column, and its value there.

    Raises `Invalid` for what is no check.
    """
    kind, _, key = check.partition(":")
    if kind in _STATES and not key:
        return _STATES[kind]
    if kind in _KEYS and key:
        return *_KEYS[kind], key
    raise Invalid(f"The gate asks for '{check}', which is not a check there is. Edit the gate in the settings.")


def checks_met(tables: Mapping[str, type[VersionedRow]], project_id: BindParameter[str]) -> CompoundSelect[tuple[str]]:
    """Return the query for the checks that stored rows of a project meet, all of them at once."""

    def column(table: str, name: str) -> Any:
        return columns(tables[table])[name]

    states = [
        select(literal(check)).where(column(table, "project_id") == project_id, column(table, name) == value)
        for check, (table, name, value) in _STATES.items()
    ]
    keys = [
        select(literal(f"{kind}:") + column(table, name)).where(column(table, "project_id") == project_id)
        for kind, (table, name) in _KEYS.items()
    ]
    return union_all(*states, *keys)


def _met(draft: Draft, project_id: str, check: str) -> bool:
    table, column, value = evidence_of(check)
    return bool(draft.find(draft.tables[table], project_id=project_id, **{column: value}))

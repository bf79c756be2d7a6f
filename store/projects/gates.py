"""Gates between stages: what must be true before a project moves on. The rows are data; only the checks are code."""

from __future__ import annotations

from store.changes.draft import Draft
from store.kernel.errors import Invalid
from store.projects.tables import GateConfirmation, GateRequirement, Project

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


def unmet_requirements(draft: Draft, project: Project) -> list[str]:
    """Return the labels of what the gate of the project's stage still asks for."""
    requirements = draft.find(GateRequirement, stage=project.stage)
    return [r.label for r in requirements if not _met(draft, project, r.check_name)]


def _met(draft: Draft, project: Project, check: str) -> bool:
    kind, _, key = check.partition(":")
    if kind == "document":
        return bool(draft.find(draft.tables["documents"], project_id=project.id, kind=key))
    if kind == "confirmed":
        return bool(draft.find(GateConfirmation, project_id=project.id, key=key))
    if kind == "accepted_proposal":
        return bool(draft.find(draft.tables["proposals"], project_id=project.id, status="accepted"))
    if kind == "signed_agreement":
        return bool(draft.find(draft.tables["agreements"], project_id=project.id, status="signed"))
    if kind == "locked_budget":
        return bool(draft.find(draft.tables["budgets"], project_id=project.id, status="locked"))
    raise Invalid(f"The gate asks for '{check}', which is not a check there is. Edit the gate in the settings.")

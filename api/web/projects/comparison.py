"""What the page of two versions reads: what one changes in the other, for who sees offers and their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.kernel.actor import Actor
from store.kernel.errors import NotFound
from store.proposals.compare import Comparison
from store.proposals.queries import get_proposal
from store.proposals.versions import compare_versions

if TYPE_CHECKING:
    from sqlmodel import Session


def read_comparison(session: Session, actor: Actor, project_id: str, before_id: str, after_id: str) -> Comparison:
    """Return two versions of a project's offer, compared. Raises `Forbidden` for who sees no lines, `NotFound`."""
    found = compare_versions(session, actor, before_id, after_id)
    if get_proposal(session, actor, before_id).proposal.project_id != project_id:
        raise NotFound(f"Proposal {before_id}")
    return found

"""What holds between the versions of a project's offer: one is accepted at a time, an undo included.

Totals that follow a draft's lines, and lines that stand once it is sent, are held by `store.budget.guards`.
"""

from __future__ import annotations

from store.changes.draft import Draft, Guard
from store.changes.plain import Values
from store.kernel.errors import Invalid
from store.proposals.tables import Agreement, Proposal


def require_newest(draft: Draft, proposal: Proposal) -> None:
    """Raise `Invalid` (`newer_version_sent`) where a later version is with the client already."""
    later = [
        other.revision
        for other in draft.find(Proposal, project_id=proposal.project_id)
        if other.revision > proposal.revision and other.status != "draft"
    ]
    if later:
        raise Invalid(
            f"Version {max(later)} was sent after version {proposal.revision} was made. Revise that one and send it.",
            "newer_version_sent",
        )


def require_unsigned(draft: Draft, proposal: Proposal) -> None:
    """Raise `Invalid` (`agreement_signed`) where a signed agreement rests on the offer."""
    if draft.find(Agreement, proposal_id=proposal.id, status="signed"):
        raise Invalid(
            "A signed agreement rests on this offer. Record first that the agreement is to be made anew.",
            "agreement_signed",
        )


def _offer_changes(draft: Draft, values: Values) -> None:
    if values["status"] == "accepted":
        project_id = values["project_id"]
        # Asked at the end, so that a set may accept the new version before it declines the old one.
        draft.at_end(f"accepted of {project_id}", lambda: _require_one_accepted(draft, project_id))


def _require_one_accepted(draft: Draft, project_id: str) -> None:
    accepted = sorted(offer.revision for offer in draft.find(Proposal, project_id=project_id, status="accepted"))
    if len(accepted) > 1:
        raise Invalid(
            f"Version {accepted[0]} of this offer is accepted. To agree on version {accepted[-1]} in its place, mark "
            f"version {accepted[0]} declined in the same change set.",
            "other_version_accepted",
        )


GUARDS: dict[str, Guard] = {"proposals": _offer_changes}

"""What holds for every change of an offer, an undo included: sent, it stands; one version is accepted at a time.

Totals that follow a draft's lines, and lines that stand once it is sent, are held by `store.budget.guards`. A set may
make an offer and mark it sent: it then stands with all that follows from what the set did before.
"""

from __future__ import annotations

from store.changes.draft import Draft, Guard
from store.changes.plain import Values, to_values
from store.kernel.errors import Invalid
from store.kernel.money import Money
from store.proposals.payments import with_instalments_of
from store.proposals.tables import Agreement, Proposal

_OF_THE_ANSWER = ("status", "sent_on", "decided_on")


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


def totals_of(offer_id: str) -> str:
    """Return the key under which an offer's totals wait to follow its lines (`Draft.at_end`)."""
    return f"totals of {offer_id}"


def settle(draft: Draft, offer_id: str) -> None:
    """Let a draft's totals and instalments follow what was planned so far: as they are now, it will stand."""
    draft.settle(totals_of(offer_id))
    draft.settle(_instalments_of(offer_id))


def _instalments_of(offer_id: str) -> str:
    return f"instalments of {offer_id}"


def _offer_changes(draft: Draft, values: Values) -> None:
    planned = draft.look(Proposal, values["id"])
    if planned is not None and planned.status != "draft":
        before = to_values(planned)
        if any(before[name] != values[name] for name in before if name not in _OF_THE_ANSWER):
            raise _stands(planned)
    elif values["status"] == "draft":
        draft.at_end(_instalments_of(values["id"]), lambda: _set_instalments(draft, values["id"]))
    if values["status"] == "accepted":
        project_id = values["project_id"]
        # Asked at the end, so that a set may accept the new version before it declines the old one.
        draft.at_end(f"accepted of {project_id}", lambda: _require_one_accepted(draft, project_id))


def _set_instalments(draft: Draft, proposal_id: str) -> None:
    """A draft's instalments are shares of its total before tax, whatever its terms were asked to say."""
    offer = draft.look(Proposal, proposal_id)
    if offer is not None and offer.status == "draft":
        price = Money(offer.total_minor - offer.tax_minor, offer.currency)
        draft.update(offer, terms=with_instalments_of(offer.terms, price))


def _step_changes(draft: Draft, values: Values) -> None:
    offer = draft.look(Proposal, values["proposal_id"])
    if offer is not None and offer.status != "draft":
        raise _stands(offer)


def _stands(offer: Proposal) -> Invalid:
    return Invalid(
        f"This proposal was {offer.status}; it stands as offered. Make a new version to change it.",
        "proposal_not_draft",
    )


def _require_one_accepted(draft: Draft, project_id: str) -> None:
    accepted = sorted(offer.revision for offer in draft.find(Proposal, project_id=project_id, status="accepted"))
    if len(accepted) > 1:
        raise Invalid(
            f"Version {accepted[0]} of this offer is accepted. To agree on version {accepted[-1]} in its place, mark "
            f"version {accepted[0]} declined in the same change set.",
            "other_version_accepted",
        )


GUARDS: dict[str, Guard] = {"proposals": _offer_changes, "proposal_milestones": _step_changes}

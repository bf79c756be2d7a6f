"""The tool that turns a brief into a proposal. It stands here and not in `tools/` because it runs job 1."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from copilot.briefs.intake import BriefFile, Intake
from copilot.briefs.report import BriefReport, report
from store.changes.tables import ChangeSet
from store.kernel.errors import Forbidden
from store.kernel.money import Money
from store.proposals.facts import Amount
from tools.context import Desk
from tools.declare import Tool, propose_tool
from tools.reply import Filed, Ref, Reply, Row


def draft_tool(intake: Intake) -> Tool:
    """Return the tool `draft_proposal_from_brief`, which hands a brief's text to `intake`."""

    @propose_tool(permission="proposals.write", reach="studio")
    def draft_proposal_from_brief(
        desk: Desk,
        text: Annotated[str, Field(description="The brief, word for word, as it came.", min_length=20)],
    ) -> Reply:
        """Draft a proposal with a line-item budget from a brief's text. Files a change set; a person greenlights it.

        Pass the brief exactly as it was given: facts are read from it with their quotes, and prices from the rate card.
        """
        if desk.context.tainted:
            raise Forbidden("Text from outside was read in this conversation. Draft this in a new conversation.")
        # Intake has transactions of its own; the desk's session stays unused, so none is open around them.
        file = BriefFile(text.encode(), "brief.txt", received_from="chat")
        change_set = intake.take(desk.actor, file, origin=desk.context.origin)
        with intake.database.agent_read() as session:
            return reply_of(change_set, report(session, desk.actor, change_set))

    return draft_proposal_from_brief


def reply_of(change_set: ChangeSet, found: BriefReport) -> Reply:
    """Say what a brief led to, from the filed change set, which every finding names as its source."""
    ref = Ref("change_set", change_set.id)
    return Reply(
        f"Filed {change_set.code}: {change_set.title}. Nothing has changed yet: a person must greenlight it.",
        tuple(Row(text, ref) for text in _findings(found)),
        filed=Filed(change_set.code, change_set.title, change_set.tainted),
    )


def _findings(found: BriefReport) -> list[str]:
    """What a producer wants to know first: the sum, what to look at, what to ask."""
    offer = found.proposal
    said = [f"{len(offer.lines)} budget lines come to {_money(offer.total)} including tax"]
    # What would bring an offer over budget down is part of the warning that it is over.
    said += [f"Look at: {warning.message}" for warning in found.warnings]
    return said + [f"Ask the client: {question.question}" for question in found.open_questions]


def _money(amount: Amount) -> Money:
    return Money(amount.minor, amount.currency)

"""What a step of a turn is called: by what it did, and not by what it was to do."""

from __future__ import annotations

from api.web.copilot.exchange import steps_of
from api.web.copilot.reading import Step


def test_a_brief_that_was_refused_is_not_called_a_drafted_proposal() -> None:
    tool = "draft_proposal_from_brief"
    refused = str(steps_of([Step(tool, "nothing_found: Nothing in this file reads like a brief.")]))
    assert "Drafted no proposal" in refused
    assert "Drafted a proposal from the brief" in str(steps_of([Step(tool, "Filed CS-7K3Q9D: Proposal.")]))


def test_a_change_that_was_refused_is_not_called_filed() -> None:
    assert "Filed no change" in str(steps_of([Step("propose_stage_change", "gate_closed: Missing: wrap.")]))

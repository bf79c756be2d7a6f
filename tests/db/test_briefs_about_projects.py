"""A brief that names a project of ours is for its client, and changes its offer where it says so."""

from __future__ import annotations

from copilot.briefs.intake import BriefFile, Intake
from copilot.briefs.our_project import project_named
from store.changes.engine import Origin
from store.kernel.actor import Actor
from store.operations import parse_operations
from store.proposals.operations import CreateProposal, RecordBrief
from tests.studio import StudioForTests

CODE = "LUM-26-02"
REVISED = (
    f"Hi Nora, following our call: revised brief for {CODE}. We now want 4 films of 30 seconds, and the shoot moves to "
    "2 days. Delivery moves to 26 March 2027. Budget is now EUR 70,000 ex VAT. The rest stays as it was."
)
ANOTHER = f"We loved {CODE}! Now we need one film of 60 seconds, 2 shoot days. Budget EUR 20,000 ex VAT."


def take(studio: StudioForTests, actor: Actor, text: str) -> tuple[list[str], RecordBrief, CreateProposal]:
    """The kinds of the operations that a brief leads to, and those that put the brief and its offer on record."""
    intake = Intake(studio.database, studio.settings, studio.clock)
    filed = intake.take(actor, BriefFile(text.encode(), "brief.txt"), origin=Origin("test"))
    planned = parse_operations(filed.operations)
    brief = next(operation for operation in planned if isinstance(operation, RecordBrief))
    offer = next(operation for operation in planned if isinstance(operation, CreateProposal))
    return [str(operation.model_dump()["kind"]) for operation in planned], brief, offer


def told(brief: RecordBrief) -> list[str]:
    return [warning.message for warning in brief.reading.warnings if warning.code == "names_project"]


def test_a_revised_brief_becomes_a_further_version_of_its_projects_offer(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project(CODE)
    kinds, brief, offer = take(studio, studio.admin, REVISED)
    assert "create_client" not in kinds
    assert "create_project" not in kinds
    assert (brief.project_id, offer.project_id) == (project_id, project_id)
    assert brief.reading.facts.client == "Lumen"
    (message,) = told(brief)
    assert CODE in message
    assert "compare it with the version before" in message
    assert any(CODE in asked.question for asked in brief.reading.open_questions)
    (quote,) = brief.reading.evidence["client"]
    assert REVISED[quote.start : quote.end] == quote.quote == CODE


def test_a_brief_that_only_mentions_a_project_is_a_new_project_of_its_client(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project(CODE)
    kinds, brief, _ = take(studio, studio.admin, ANOTHER)
    assert "create_client" not in kinds
    assert "create_project" in kinds
    assert brief.project_id != project_id
    assert "proposal revise LUM-26-02" in told(brief)[0]


def test_a_project_of_no_such_code_is_none(studio: StudioForTests) -> None:
    studio.client_and_project("LUM-26-03")
    _, brief, _ = take(studio, studio.admin, REVISED)
    assert told(brief) == []
    assert brief.reading.facts.client != "Lumen"


def test_a_project_that_one_may_not_see_is_not_named(studio: StudioForTests) -> None:
    _, theirs = studio.client_and_project(CODE)
    _, mine = studio.client_and_project("ARC-26-01", client="Arcade")
    with studio.database.agent_read() as session:
        assert project_named(session, studio.person("line_producer", mine), REVISED, "doc_1") is None
        named = project_named(session, studio.person("line_producer", theirs), REVISED, "doc_1")
        assert project_named(session, studio.admin, f"{REVISED} See ARC-26-01.", "doc_1") is None
    assert named is not None
    assert named.summary.project.id == theirs

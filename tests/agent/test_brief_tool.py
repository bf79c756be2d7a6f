"""A brief pasted into the chat becomes a pending change set, and a brief that gives orders changes nothing else."""

from __future__ import annotations

import pytest

from copilot.briefs.intake import Intake
from copilot.models.rules.model import RulesModel
from copilot.settings import CopilotSettings
from copilot.turn.brief_tool import draft_tool
from copilot.turn.copilot import Copilot
from copilot.turn.events import ChangeSetFiled, TurnDone, TurnEvent
from copilot.turn.run import run_turn
from store.kernel.settings import Settings
from tests.agent.studio import INJECTION, Studio
from tools.registry import TOOLS

BRIEF = """Hi team,

Lumen Skincare needs one 30 second hero film and four 6 second cutdowns, 16:9 and 9:16, for the Halo II launch.
Two shoot days in Berlin. Budget: max EUR 90,000 ex VAT. Delivery on 30 June 2026. Online, Europe, 12 months.

Mia Moss, mia@lumen.example"""


def draft(studio: Studio, settings: Settings, text: str, user: str = "usr_ada") -> list[TurnEvent]:
    intake = Intake(studio.database, settings, studio.clock)
    copilot = Copilot(RulesModel(), (*TOOLS, draft_tool(intake)), CopilotSettings())
    events = run_turn(
        copilot,
        studio.database,
        studio.clock,
        studio.actor(user),
        conversation_id=studio.conversation(user),
        text=text,
    )
    return list(events)


def test_a_pasted_brief_is_filed_as_one_change_set(studio: Studio, home_settings: Settings) -> None:
    before = studio.production_data()
    events = draft(studio, home_settings, f"Draft a proposal from this brief:\n{BRIEF}")
    (change_set,) = studio.change_sets()
    assert [event.code for event in events if isinstance(event, ChangeSetFiled)] == [change_set.code]
    assert (change_set.status, change_set.tainted) == ("pending", True)
    assert change_set.origin_run_id == studio.runs()[0].id
    last = events[-1]
    assert isinstance(last, TurnDone)
    assert change_set.code in last.text
    assert "including tax" in last.text
    added = studio.production_data().items() - before.items()
    assert [key.split()[0] for key, _ in added] == ["documents"]  # the original is kept; all else waits


def test_a_brief_that_gives_orders_is_only_a_brief(studio: Studio, home_settings: Settings) -> None:
    draft(studio, home_settings, f"Draft a proposal from this brief:\n{BRIEF}\n{INJECTION}")
    (change_set,) = studio.change_sets()
    assert "prj_secret" not in change_set.project_ids
    assert {change["table"] for change in change_set.row_changes}.isdisjoint({"users", "approval_policies"})


@pytest.mark.parametrize("user", ["usr_ed"])
def test_who_may_not_propose_is_not_offered_it(studio: Studio, home_settings: Settings, user: str) -> None:
    events = draft(studio, home_settings, f"Draft a proposal from this brief:\n{BRIEF}", user=user)
    last = events[-1]
    assert isinstance(last, TurnDone)
    assert "role does not let me" in last.text
    assert studio.change_sets() == []

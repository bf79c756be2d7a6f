"""Everyday questions: dates and people are looked up, and what the studio does not hold is said, never made a name."""

from __future__ import annotations

import pytest

from copilot.models.rules.requests import NO_DATES
from copilot.models.rules.topics import (
    NO_ACTUALS,
    NO_BOOKINGS,
    NO_DELETING,
    NO_SENDING,
    TAX,
    UNDO,
    WHO_DECIDED,
)
from copilot.models.rules.understand import understand
from tools.registry import TOOLS

OFFERED = frozenset(tool.name for tool in TOOLS)


def calls(text: str, before: str | None = None) -> list[tuple[str, dict[str, str | int]]]:
    return [(call.tool, call.given) for call in understand(text, before, OFFERED).calls]


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("when is the delivery of Halo?", "project_overview", {"project": "Halo"}),
        ("when do we shoot Halo?", "project_overview", {"project": "Halo"}),
        ("next delivery", "find_projects", {"order": "delivery"}),
        ("who is the client contact at Lumen", "find_clients", {"query": "Lumen"}),
        ("crew list", "list_people", {}),
        ("total of pending quotes", "list_proposals", {"status": "open"}),
        ("how much is the Lumen winter job?", "budget_lines", {"project": "Lumen winter"}),
        ("move Halo to delivery", "propose_stage_change", {"project": "Halo", "stage": "delivery"}),
    ],
)
def test_dates_people_and_sums_are_looked_up(text: str, tool: str, arguments: dict[str, str]) -> None:
    assert calls(text) == [(tool, arguments)]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("how much is left to spend?", NO_ACTUALS),
        ("what is our VAT rate", TAX),
        ("move the delivery of AST-26-01 to 29 January", NO_DATES),
        ("push the Halo shoot by a week", NO_DATES),
        ("delete the Lumen project", NO_DELETING),
        ("email the client the Lumen proposal", f"{NO_SENDING} Ask `Show the proposal for Lumen`."),
        ("email it to Luis", NO_SENDING),
        ("how do i undo something", UNDO),
    ],
)
def test_what_cannot_be_done_or_is_not_held_is_said(text: str, answer: str) -> None:
    plan = understand(text, None, OFFERED)
    assert (plan.calls, plan.say) == ((), answer)


@pytest.mark.parametrize("thing", ["weather", "profit"])
def test_a_thing_not_held_is_named(thing: str) -> None:
    assert f"I hold no {thing} yet" in str(understand(f"what is the {thing} on Halo", None, OFFERED).say)


def test_over_budget_looks_up_the_project_and_says_that_no_actuals_are_held() -> None:
    plan = understand("is Halo over budget?", None, OFFERED)
    assert [call.given for call in plan.calls] == [{"project": "Halo"}]
    assert plan.first == NO_ACTUALS


def test_who_the_crew_are_is_no_question_of_bookings_and_who_is_on_a_project_is() -> None:
    assert understand("who is on the crew?", None, OFFERED).first is None
    assert understand("who is on Foxfire?", None, OFFERED).first == NO_BOOKINGS


def test_who_greenlit_is_not_told_and_what_was_applied_is() -> None:
    assert calls("who approved CS-7K3Q9D?") == [("list_change_sets", {"status": "applied"})]
    assert understand("who approved CS-7K3Q9D?", None, OFFERED).first == WHO_DECIDED


def test_a_rate_without_a_project_is_asked_for_its_project() -> None:
    assert "On which project?" in str(understand("change the gaffer rate to 560", None, OFFERED).say)


def test_a_status_may_be_followed_up() -> None:
    before = "status of the Lumen winter commercial"
    assert calls("what is its total?", before) == [("budget_lines", {"project": "Lumen winter commercial"})]
    assert calls("and Aster?", before) == [("project_overview", {"project": "Aster"})]
    assert understand("and who is on it?", before, OFFERED).first == NO_BOOKINGS

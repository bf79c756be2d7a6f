"""Questions that no phrase covers are read by what they seem to ask; doubt asks back and never proposes a change."""

from __future__ import annotations

import pytest

from copilot.models.rules.asked import asks_several, may_be_brief, read_asked
from copilot.models.rules.plan import Plan
from copilot.models.rules.topics import NO_ACTUALS
from copilot.models.rules.understand import understand
from tools.registry import TOOLS

OFFERED = frozenset({*(tool.name for tool in TOOLS), "draft_proposal_from_brief"})


def calls(plan: Plan | None) -> list[tuple[str, dict[str, str | int]]]:
    return [(call.tool, call.given) for call in plan.calls] if plan else []


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("what waits for approval?", "list_change_sets", {"status": "pending"}),
        ("did anything get rejected last week", "list_change_sets", {"status": "rejected"}),
        ("did Meridian accept?", "list_proposals", {"client_or_project": "Meridian"}),
        ("how much did we quote Halden in total, with tax?", "list_proposals", {"client_or_project": "Halden"}),
        ("how far are we with trail stories", "project_overview", {"project": "trail stories"}),
        ("Could you tell me who I should ring at Halden?", "find_clients", {"query": "Halden"}),
        ("Which gaffers live in Amsterdam?", "list_people", {"role": "gaffers"}),
        ("show me all the lighting costs on LUM-26-02", "budget_lines", {"what": "lighting", "project": "LUM-26-02"}),
        ("what do we deliver in January?", "find_projects", {"order": "delivery", "due": "in January"}),
        ("our cheapest proposal", "list_proposals", {"sort": "lowest"}),
        ("which jobs are in post at the moment", "find_projects", {"stage": "post-production"}),
        ("does the Lumen contract mention a kill fee?", "search_documents", {"query": "kill fee", "project": "Lumen"}),
        ("what's a colourist on the card in pounds", "rate_card_lookup", {"what": "colourist", "currency": "GBP"}),
    ],
)
def test_a_question_is_read_by_what_it_seems_to_ask(text: str, tool: str, arguments: dict[str, str]) -> None:
    assert calls(understand(text, None, OFFERED)) == [(tool, arguments)]


def test_a_change_is_proposed_with_the_figures_that_are_said() -> None:
    plan = understand("on Night Bus the drone should be 2 days at 900 please", None, OFFERED)
    assert calls(plan) == [
        ("propose_budget_line_change", {"quantity": "2", "rate": "900", "line": "drone", "project": "Night Bus"})
    ]


@pytest.mark.parametrize(
    "text",
    ["make the gaffer on Halo 10 % cheaper", "raise all our rates a bit", "please move Night Bus on to the next one"],
)
def test_a_change_without_its_new_figure_proposes_nothing(text: str) -> None:
    plan = understand(text, None, OFFERED)
    assert not [call for call in plan.calls if call.tool.startswith("propose_")]


@pytest.mark.parametrize(
    "text",
    [
        "is Night Bus ready for post",
        "should Night Bus be in delivery by now?",
        "Night Bus into production?",
        "Halo, drone 2 days?",
    ],
)
def test_a_question_about_a_change_proposes_none(text: str) -> None:
    plan = understand(text, None, OFFERED)
    assert not [call for call in plan.calls if call.tool.startswith("propose_")]


def test_a_stage_change_without_its_stage_is_asked_back() -> None:
    plan = read_asked("push Night Bus to the next stage please")
    assert plan is not None
    assert plan.calls == ()
    assert str(plan.say).startswith("To which stage?")


def test_what_a_question_needs_and_does_not_say_is_asked_or_taken_from_what_was_spoken_of() -> None:
    assert read_asked("what are the payment terms in the proposal") == Plan(
        say="Whose proposal do you mean? Give me its client, its project or its code."
    )
    assert calls(read_asked("what are the payment terms in the proposal", "Halden")) == [
        ("show_proposal", {"proposal": "Halden"})
    ]


def test_what_is_not_held_is_said_beside_what_is_looked_up() -> None:
    assert understand("which projects are over budget?", None, OFFERED).first == NO_ACTUALS


def test_a_message_that_asks_for_several_things_is_told_from_one_that_does_not() -> None:
    assert asks_several("what's the gaffer rate and who is our contact at Lumen?")
    assert not asks_several("what's the gaffer rate")


def test_a_short_brief_is_told_from_a_question() -> None:
    assert may_be_brief("need 2x 30s vertical for insta reels by 12 june, got about 4k. doable?")
    assert not may_be_brief("compare the two versions of the Lumen proposal")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "what did we quote lumen and who is the contact?",
            [("list_proposals", {"client_or_project": "lumen"}), ("find_clients", {"query": "lumen"})],
        ),
        (
            "what is a gaffer's rate and who do we have for it?",
            [("rate_card_lookup", {"what": "gaffer"}), ("list_people", {"role": "gaffer"})],
        ),
        (
            "how much was camera for Halden and how much for Meridian?",
            [("search_quotes", {"what": "camera", "client_or_project": name}) for name in ("Halden", "Meridian")],
        ),
        (
            "open proposals + pending changes pls",
            [("list_proposals", {"status": "open"}), ("list_change_sets", {"status": "pending"})],
        ),
        (
            "Move Home Light back to delivery. Change the gaffer rate on LUM-26-02 to 650.",
            [
                ("propose_stage_change", {"project": "Home Light", "stage": "delivery"}),
                ("propose_budget_line_change", {"project": "LUM-26-02", "line": "gaffer", "rate": "650"}),
            ],
        ),
    ],
)
def test_several_things_in_one_message_are_looked_up_each(text: str, made: list[tuple[str, dict[str, str]]]) -> None:
    assert calls(understand(text, None, OFFERED)) == made


def test_one_thing_with_an_and_in_it_is_not_taken_apart() -> None:
    made = calls(understand("rate for a hair and make-up artist", None, OFFERED))
    assert {tool for tool, _ in made} == {"rate_card_lookup"}
    assert calls(understand("camera and light on Halden, what did we quote", None, OFFERED))[0][0] == "search_quotes"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Set the gaffer on LUM-26-02 to 4 days at 540", {"quantity": "4", "rate": "540"}),
        ("Set the gaffer on LUM-26-02 to 4 days", {"quantity": "4"}),
        ("Set the gaffer on LUM-26-02 to 540", {"rate": "540"}),
    ],
)
def test_days_are_days_and_what_follows_at_is_the_rate(text: str, figures: dict[str, str]) -> None:
    assert calls(understand(text, None, OFFERED)) == [
        ("propose_budget_line_change", {"project": "LUM-26-02", "line": "gaffer"} | figures)
    ]


def test_what_is_said_to_us_before_a_brief_is_not_part_of_it() -> None:
    brief = "Hello, we are Tidewater Ferries and want a 60 second film about our night crossing. Budget EUR 45,000."
    assert calls(understand(f"Can you turn this into a proposal? {brief}", None, OFFERED)) == [
        ("draft_proposal_from_brief", {"text": brief})
    ]

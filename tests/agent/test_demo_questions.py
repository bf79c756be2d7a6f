"""What people asked the demo studio: about the right project, or none; and every example that we give works there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from copilot.models.rules import topics
from copilot.models.rules.model import RulesModel
from copilot.models.rules.requests import HELP, NO_DATES
from copilot.settings import CopilotSettings
from copilot.turn.copilot import Copilot
from copilot.turn.events import TurnDone
from copilot.turn.record import open_conversation
from copilot.turn.run import answer_of, run_turn
from store.access.queries import actor_for
from store.access.tables import User
from store.demo.seed import seed_demo
from store.kernel.money import Money
from store.kernel.settings import Settings
from store.projects.queries import get_project
from store.proposals.tables import Proposal
from tests.studio import StudioForTests
from tools.registry import TOOLS

COPILOT = Copilot(RulesModel(), TOOLS, CopilotSettings())
GUIDE = Path(__file__).parents[2] / "docs" / "user-guide.md"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioForTests]:
    studio = StudioForTests(Settings(home=tmp_path_factory.mktemp("demo") / "home", database_url=None))
    studio.clock.at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    seed_demo(studio.database, studio.settings, studio.clock)
    yield studio
    studio.database.dispose()


def ask(demo: StudioForTests, text: str, role: str = "producer", project: str | None = None) -> str:
    """The answer to `text`, in a conversation about the project of this code where one is given."""
    with demo.database.read() as session:
        user = session.exec(select(User).where(User.role == role)).first()
        assert user is not None
        actor = actor_for(session, user, kind="person", session_id="ses_test")
        project_id = get_project(session, actor, project).project.id if project else None
    conversation = open_conversation(demo.database, demo.clock, actor, title=text, channel="cli", project_id=project_id)
    shown, last = answer_of(
        run_turn(COPILOT, demo.database, demo.clock, actor, conversation_id=conversation, text=text, channel="cli")
    )
    assert isinstance(last, TurnDone)
    return shown


@pytest.mark.parametrize(
    "text", ["How many shoot days did we plan for Kestrel?", "What will the Kestrel shoot cost per day?"]
)
def test_a_project_that_is_not_there_is_said_to_be_so(demo: StudioForTests, text: str) -> None:
    shown = ask(demo, text)
    assert "called “Kestrel” was not found" in shown
    assert "Salt Road" not in shown


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("what is the shoot budget?", "Salt Road"),
        ("lunch budget", "A2 watch launch"),
        ("Move Halo to closeout", "HAL-"),
    ],
)
def test_a_word_that_is_only_like_a_name_is_asked_about(demo: StudioForTests, text: str, near: str) -> None:
    shown = ask(demo, text)
    assert "was not found. Did you mean" in shown
    assert near in shown
    assert "Filed" not in shown
    assert "EUR" not in shown


def test_what_only_a_waiting_change_set_proposes_is_answered_from_it(demo: StudioForTests) -> None:
    shown = ask(demo, "what did we quote Solara for the edit?")
    assert re.match(r"There is no project or client called “Solara” yet; CS-\w+ \(waiting\) proposes one\.", shown)
    assert "Editor with suite: Launch film" in shown
    assert "[change_set CS-" in shown
    assert "(waiting) proposes one" in ask(demo, "move Solara to production")


@pytest.mark.parametrize("role", ["editor", "client"])
def test_who_may_not_see_a_waiting_change_set_is_not_told_of_it(demo: StudioForTests, role: str) -> None:
    shown = ask(demo, "what stage is Solara in?", role)
    assert "CS-" not in shown
    assert "was not found" in shown


def test_a_rate_is_looked_up_on_the_card_of_the_currency_that_is_named(demo: StudioForTests) -> None:
    assert "GBP 470.00 per day" in ask(demo, "What's our day rate for a gaffer in GBP?")


def test_deliveries_are_those_of_the_period_that_is_asked_for(demo: StudioForTests) -> None:
    shown = ask(demo, "Which projects deliver in the next two months?")
    assert "from 23 Nov 2026 to 23 Jan 2027" in shown
    assert "Salt Road" not in shown
    assert "Everyday" in shown


def test_the_highest_total_is_named_each_currency_by_itself(demo: StudioForTests) -> None:
    with demo.database.read() as session:
        totals = [Money(row.total_minor, row.currency) for row in session.exec(select(Proposal))]
    highest = {max((t for t in totals if t.currency == code), key=lambda t: t.minor) for code in ("EUR", "GBP", "USD")}

    headline = ask(demo, "Which proposal has the highest total?").partition("\n")[0]

    assert set(re.findall(r"[A-Z]{3} [\d,]+\.\d\d", headline)) == {str(total) for total in highest}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Did Kitsune pay the deposit?", topics.NO_PAYMENTS),
        ("What was spent so far on Winter Evenings compared to budget?", topics.NO_ACTUALS),
        ("spent so far compared to budget", topics.NO_ACTUALS),
    ],
)
def test_what_is_not_held_is_said_first(demo: StudioForTests, text: str, said: str) -> None:
    assert ask(demo, text).startswith(said)


def test_a_changed_line_names_its_budget_and_the_one_that_stays(demo: StudioForTests) -> None:
    shown = ask(demo, "Set the gaffer on LUM-26-02 to 4 days at 540")
    assert "in “Working budget: Winter Evenings commercial”, LUM-26-02" in shown
    assert "It stays as it is in “Proposal budget: Lumen: Winter Evenings commercial”" in shown
    assert "quantity 3 → 4, rate EUR 520.00 → EUR 540.00" in shown


def test_a_line_that_is_not_there_is_looked_for_in_a_budget_that_is_named(demo: StudioForTests) -> None:
    shown = ask(demo, "the drone on LUM-26-02 should be 2 days at 900")
    assert "A line “drone” in the budget of Winter Evenings commercial" in shown


@pytest.mark.parametrize(
    "text",
    ["when is LUM-26-02 delivered?", "show LUM-26-02", "what stage is LUM-26-02 in", "what stage is lum 26 02 in"],
)
def test_a_code_that_is_typed_is_that_project_or_none(demo: StudioForTests, text: str) -> None:
    """The editor works on LUM-26-01 and may not know of LUM-26-02: it is as one that does not exist."""
    unseen = ask(demo, text, "editor")
    assert unseen.endswith("was not found. Check the name or code, or ask who may show it to you.")
    assert "LUM-26-01" not in unseen
    nowhere = ask(demo, text.replace("02", "03"), "editor")
    assert unseen.upper() == nowhere.replace("03", "02").upper()
    assert "LUM-26-02" in ask(demo, text)


@pytest.mark.parametrize(
    "text",
    ["how much contingency is in HAV-26-01", "Show the proposal for LUM-26-09", "who is the contact for LUM-26-09"],
)
def test_a_code_that_nobody_has_is_no_slip_of_another(demo: StudioForTests, text: str) -> None:
    shown = ask(demo, text)
    assert "was not found" in shown
    assert not re.search(r"LUM-26-0[12]|HAL-26|Carla", shown)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what did we quote Lumen for camera on LUM-26-02", "EUR 14,950.00 on LUM-26-02."),
        ("what did we quote Lumen for camera on Winter Evenings", "EUR 14,950.00 on LUM-26-02."),
        ("what did we quote Lumen for editing in total", "EUR 3,270.00 on LUM-26-01, EUR 2,425.00 on LUM-26-02."),
        ("how much contingency is in LUM-26-02", "contingency EUR 8,773.20 (7.5 %)"),
        ("what did we quote Lumen for contingency", "contingency EUR 8,773.20 (7.5 %)"),
        ("what's the VAT on LUM-26-02", "tax EUR 29,355.13 (21 %)"),
        ("whats our day rate for a DoP in GBP", "(CAM-01, Camera): GBP 750.00"),
        ("what is the markup on LUM-26-02", "production fee EUR 14,037.12 (12 %)"),
        ("the 1st AC on LUM-26-02 should be 4 days at 540", "Change “First assistant camera” in “Working budget"),
        ("rate for CAM-01", "Director of photography (CAM-01, Camera)"),
        ("rate for 1st AD", "(PRO-04, Production): EUR 600.00"),
        ("what do we charge for a 2nd AC per day", "(CAM-04, Camera): EUR 340.00"),
        ("find me a 1st AC", "Tariq Aziz, First assistant camera"),
    ],
)
def test_money_and_trades_are_answered_as_they_are_said(demo: StudioForTests, text: str, said: str) -> None:
    assert said in ask(demo, text)


def test_a_list_of_proposals_holds_those_that_are_asked_for(demo: StudioForTests) -> None:
    assert ask(demo, "which proposals are drafts") == "There is no draft proposal."
    accepted = ask(demo, "show accepted proposals").splitlines()[1:]
    assert len(accepted) == 6
    assert all(": accepted," in line for line in accepted)
    assert "1 declined proposal" in ask(demo, "which proposals did we lose")
    above = ask(demo, "which proposals are above 100k")
    assert re.findall(r"\(([A-Z]{3}-26-\d\d), revision", above) == ["LUM-26-02", "MER-26-01", "NOR-26-01"]
    assert "MER" not in ask(demo, "which proposals are below EUR 50,000?")


@pytest.mark.parametrize(
    "text",
    [
        "did meridian pay the final invoice?",
        "send the Meridian proposal to jip",
        "who owes us money",
        "what's our VAT rate",
    ],
)
def test_nobody_is_shown_another_clients_name_as_an_example(demo: StudioForTests, text: str) -> None:
    shown = ask(demo, text)
    assert not re.search(r"Foxfire|Kitsune|Winter|Lumen", shown)
    assert ("meridian" in text.lower()) == ("Show the proposal for meridian" in shown.replace("Meridian", "meridian"))


def test_what_changed_in_a_period_is_what_was_applied_in_it(demo: StudioForTests) -> None:
    """The demo's own history was played until the evening of 22 November."""
    assert ask(demo, "what changed today").startswith("No change set was applied on 23 Nov 2026")
    changed = ask(demo, "what has changed this month")
    assert "were applied from 1 Nov 2026 to 23 Nov 2026:" in changed
    assert "people on record" not in changed


def test_the_calendar_holds_steps_and_deliveries(demo: StudioForTests) -> None:
    shown = ask(demo, "whats happening in December")
    assert "9 Dec 2026: Kick-off, Winter Evenings commercial (LUM-26-02, Lumen)" in shown
    assert "11 Dec 2026: Delivery, Trail stories, series (HAL-26-01, Halden Outdoor)" in shown
    assert shown.count("Delivery, Trail stories") == 1
    editors = ask(demo, "whats happening in December", "editor")
    assert "Trail stories" in editors
    assert "LUM-26-02" not in editors
    assert "Kick-off" not in editors


def test_who_does_a_job_is_no_question_of_the_projects_state(demo: StudioForTests) -> None:
    shown = ask(demo, "who is gaffer on LUM-26-02")
    assert shown.startswith(topics.NO_BOOKINGS)
    assert "Ida Holm, Gaffer" in shown
    assert "pre-production" not in shown


def test_what_is_in_a_change_set_is_read_there_and_how_it_is_edited_is_said(demo: StudioForTests) -> None:
    code = re.search(r"CS-\w+", ask(demo, "what did we quote Solara for the edit?"))
    assert code is not None
    priced = ask(demo, f"whats the gaffer cost in {code[0]}")
    assert f"“gaffer” in {code[0]}: EUR" in priced
    assert "- Gaffer: " in priced
    asked = ask(demo, f"make the gaffer on {code[0]} 1 day at 450")
    assert f"greenlight changes edit {code[0]}" in asked
    assert "- Gaffer: " in asked
    assert "not found" not in priced + asked
    assert "Filed" not in asked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what did we quote for camera?", "EUR 14,950.00 on LUM-26-02."),
        ("when do we shoot?", "Shoot: 29 Dec 2026 to 4 Jan 2027"),
        ("who is the contact?", "Carla Brandt"),
        ("show the budget", "The budget of Winter Evenings commercial"),
        ("how much is it?", "accepted, EUR 169,141.45 including tax"),
        ("what's the VAT", "tax EUR 29,355.13 (21 %)"),
        ("change the gaffer rate to 650", "Change “Gaffer” in “Working budget: Winter Evenings commercial”"),
        ("add a stylist for 2 days", "Add “Stylist” to “Working budget: Winter Evenings commercial”"),
        ("what changed this month", "was applied on Winter Evenings commercial (LUM-26-02, Lumen)"),
        ("what did we quote Meridian for camera?", "on MER-26-01."),
        ("what did we quote for camera on all projects?", "on HAL-26-01"),
    ],
)
def test_a_conversation_in_a_project_is_about_it_where_none_is_named(
    demo: StudioForTests, text: str, said: str
) -> None:
    shown = ask(demo, text, project="LUM-26-02")
    assert said in shown
    assert ("MER-26-01" in shown) == ("Meridian" in text or "all" in text)


@pytest.mark.parametrize(
    "text", ["What did you quote us for Winter Evenings?", "Show the proposal for Winter Evenings"]
)
def test_a_client_is_shown_its_offer_and_not_how_it_is_made_up(demo: StudioForTests, text: str) -> None:
    shown = ask(demo, text, "client")
    assert "accepted, EUR 169,141.45 including tax" in shown
    assert "Kick-off: 9 Dec 2026" in shown
    assert not re.search(r"contingency EUR|subtotal|Open question", shown)
    assert "subtotal EUR" in ask(demo, "Show the proposal for Winter Evenings")


def test_a_client_is_shown_no_other_clients_offer_and_no_draft(demo: StudioForTests) -> None:
    assert "was not found" in ask(demo, "Show the proposal for Everyday", "client")
    listed = ask(demo, "list proposals", "client")
    assert re.findall(r"\(([A-Z]{3}-26-\d\d), revision", listed) == ["LUM-26-01", "LUM-26-02"]


def test_a_client_is_told_the_dates_of_its_film(demo: StudioForTests) -> None:
    assert "with delivery on 29 Jan 2027" in ask(demo, "When do we get our film?", "client", project="LUM-26-02")


def test_a_line_is_added_by_the_rate_card(demo: StudioForTests) -> None:
    shown = ask(demo, "add a make-up artist for 2 days to LUM-26-02")
    assert "Add “Make-up and hair artist” to “Working budget: Winter Evenings commercial”, LUM-26-02" in shown
    assert "2 Day × EUR 450.00 = EUR 900.00" in shown
    assert "2 Day × EUR 500.00 = EUR 1,000.00" in ask(demo, "add 2 days of DIT to LUM-26-02 at 500")
    assert "added on the project's Budget page" in ask(demo, "add a unicorn for 2 days to LUM-26-02")
    assert "Filed" not in ask(demo, "add a make-up artist for 2 days to HAL-26-01", "editor")


def _examples() -> list[str]:
    """Every question and request that help, the hints and the guide give as an example."""
    said = HELP.split("\n- ")[1:]
    hints = [text for text in vars(topics).values() if isinstance(text, str)] + [NO_DATES]
    said += [words for hint in hints for words in re.findall(r"`([A-Z][^`]+)`", hint) if "greenlight" not in words]
    asking = GUIDE.read_text("utf-8").partition("## Asking")[2].partition("\n## ")[0]
    said += [" ".join(words.split()) for words in re.findall(r"\"([^\"]+)\"", asking)]
    said = [words.replace(" Show CS-…", "") for words in said if words not in ("…", "Show CS-…")]
    return [words for words in said if not words.startswith("Draft a proposal")]  # a brief is no example to be short


@pytest.mark.parametrize("example", _examples())
def test_every_example_works_in_the_demo_studio(demo: StudioForTests, example: str) -> None:
    shown = ask(demo, example)
    wrong = re.search(r"not found|did not understand|could be:|has no|cannot leave|Which|To which|^No |Nobody", shown)
    assert shown
    assert wrong is None, shown

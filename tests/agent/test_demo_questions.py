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


def ask(demo: StudioForTests, text: str, role: str = "producer") -> str:
    with demo.database.read() as session:
        user = session.exec(select(User).where(User.role == role)).first()
        assert user is not None
        actor = actor_for(session, user, kind="person", session_id="ses_test")
    conversation = open_conversation(demo.database, demo.clock, actor, title=text, channel="cli")
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

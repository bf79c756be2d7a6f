"""A brief handed into a conversation is a turn: told as it goes, stored whole, taken up again, free of its words."""

from __future__ import annotations

from threading import Event

import pytest

from api.assistant import Assistant
from copilot.briefs.intake import BriefFile, Intake
from copilot.settings import CopilotSettings
from copilot.turn.brief_turn import answer_brief, open_brief_turn
from copilot.turn.events import ChangeSetFiled, Progress, TurnDone, TurnEvent, TurnFailed
from copilot.turn.record import Opening, open_turn, reopen_turn
from store.changes.engine import Origin, Request, file_change_set
from store.kernel.errors import NotFound
from store.kernel.settings import Settings
from store.projects.operations import CreateClient
from tests.agent.studio import INJECTION, Studio
from tests.agent.test_brief_tool import BRIEF


def hand_in(studio: Studio, settings: Settings, text: str) -> tuple[Opening, list[TurnEvent]]:
    intake, person = Intake(studio.database, settings, studio.clock), studio.actor("usr_ada")
    document_id = intake.keep(person, BriefFile(text.encode(), "brief.txt"))
    opening = open_brief_turn(studio.database, studio.clock, person, studio.conversation("usr_ada"), document_id)
    return opening, list(
        answer_brief(intake, studio.database, studio.clock, person, opening, document_id, channel="web")
    )


def test_a_brief_that_is_handed_in_is_told_filed_and_stored(studio: Studio, home_settings: Settings) -> None:
    opening, events = hand_in(studio, home_settings, BRIEF)
    (change_set,) = studio.change_sets()
    assert len([event for event in events if isinstance(event, Progress)]) >= 3
    assert [event.code for event in events if isinstance(event, ChangeSetFiled)] == [change_set.code]
    last = events[-1]
    assert isinstance(last, TurnDone)
    assert f"change_set {change_set.id}" in last.cited
    assert change_set.origin_run_id == opening.run_id
    assert reopen_turn(studio.database, studio.clock, studio.actor("usr_ada"), opening.message_id) is None


def test_no_word_of_a_brief_gets_into_the_conversation(studio: Studio, home_settings: Settings) -> None:
    _, events = hand_in(studio, home_settings, f"{BRIEF}\n{INJECTION}")
    last = events[-1]
    assert isinstance(last, TurnDone)
    assert not last.tainted
    assert "Lumen" not in last.text
    assert studio.change_sets()[0].tainted  # what came of it stays marked


def test_a_file_that_is_no_brief_ends_the_turn_with_what_to_do(studio: Studio, home_settings: Settings) -> None:
    opening, events = hand_in(studio, home_settings, "??? !!!")
    last = events[-1]
    assert isinstance(last, TurnFailed)
    assert "Send the brief itself" in last.message
    assert studio.change_sets() == []
    assert reopen_turn(studio.database, studio.clock, studio.actor("usr_ada"), opening.message_id) is None


def assistant_of(studio: Studio, settings: Settings) -> Assistant:
    return Assistant(settings, studio.clock, studio.database, CopilotSettings(model="rules"))


def test_a_turn_that_broke_off_before_it_filed_anything_is_answered(studio: Studio, home_settings: Settings) -> None:
    person = studio.actor("usr_ada")
    opening = open_turn(
        studio.database,
        studio.clock,
        person,
        studio.conversation("usr_ada"),
        "Which projects do we have?",
        tainted=False,
    )
    taken = assistant_of(studio, home_settings).take_turn(person, opening.message_id, "web", None, Event())
    assert taken is not None
    assert isinstance(list(taken[1])[-1], TurnDone)
    assert assistant_of(studio, home_settings).take_turn(person, opening.message_id, "web", None, Event()) is None


def test_a_turn_that_broke_off_after_filing_files_nothing_again(studio: Studio, home_settings: Settings) -> None:
    person = studio.actor("usr_ada")
    opening = open_turn(
        studio.database, studio.clock, person, studio.conversation("usr_ada"), "Add the client Orbit", tainted=False
    )
    with studio.database.agent() as session:
        filed = file_change_set(
            session,
            person.as_agent(),
            studio.clock,
            Request(
                title="Add Orbit",
                operations=[CreateClient(id="cli_orbit_x", name="Orbit X")],
                origin=Origin("web", opening.message_id, opening.run_id),
            ),
        )
    taken = assistant_of(studio, home_settings).take_turn(person, opening.message_id, "web", None, Event())
    assert taken is not None
    (last,) = taken[1]
    assert isinstance(last, TurnFailed)
    assert filed.code in last.message
    assert [change_set.code for change_set in studio.change_sets()] == [filed.code]


def test_nobody_takes_up_another_persons_turn(studio: Studio, home_settings: Settings) -> None:
    person = studio.actor("usr_ada")
    opening = open_turn(studio.database, studio.clock, person, studio.conversation("usr_ada"), "Hello", tainted=False)
    with pytest.raises(NotFound):
        reopen_turn(studio.database, studio.clock, studio.actor("usr_lin"), opening.message_id)

"""The OpenAI client as we ship it, against a compatible endpoint on this machine: no key, no network, real sockets."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from copilot.settings import CopilotSettings
from copilot.turn.copilot import Copilot, build_copilot
from copilot.turn.events import TextDelta, ToolFinished, ToolStarted, TurnDone, TurnEvent, TurnFailed
from copilot.turn.run import run_turn
from store.kernel.errors import Invalid
from tests.agent.openai_server import Call, Endpoint, Refuse, Say, Stall, Status, Step, serve
from tests.agent.studio import Studio
from tools.context import Desk
from tools.declare import read_tool
from tools.reply import Ref, Reply, Row


@read_tool(permission="projects.read")
def stage_of(desk: Desk, project: str) -> Reply:
    """Return the stage of a project."""
    return Reply(f"{project} is in development.", (Row("Halo launch film: development", Ref("project", "prj_halo")),))


def copilot_for(endpoint: Endpoint, **settings: object) -> Copilot:
    given = {"model": "test", "model_base_url": endpoint.url, "model_timeout": 5}
    chosen = CopilotSettings.model_validate(given | settings)
    return build_copilot(chosen, [stage_of])


def ask(studio: Studio, copilot: Copilot, stop: Event | None = None) -> Iterator[TurnEvent]:
    return run_turn(
        copilot,
        studio.database,
        studio.clock,
        studio.actor("usr_ada"),
        conversation_id=studio.conversation("usr_ada"),
        text="Where is Halo?",
        stop=stop,
    )


def shown(events: list[TurnEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def test_an_answer_arrives_in_pieces_and_is_stored_whole(studio: Studio) -> None:
    with serve(Say(("Halo is ", "well. ", "Truly."))) as endpoint:
        events = list(ask(studio, copilot_for(endpoint)))
    assert [event.text for event in events if isinstance(event, TextDelta)] == ["Halo is ", "well. ", "Truly."]
    last = events[-1]
    assert isinstance(last, TurnDone)
    assert (last.text, last.input_tokens, last.output_tokens) == ("Halo is well. Truly.", 11, 7)
    assert [(m.role, m.content) for m in studio.messages("cnv_usr_ada_None")] == [
        ("human", "Where is Halo?"),
        ("ai", "Halo is well. Truly."),
    ]
    assert [(run.status, run.model, run.model_calls) for run in studio.runs()] == [("done", "test", 1)]


def test_parallel_tool_calls_run_and_their_rows_may_be_cited(studio: Studio) -> None:
    calls = Call((("stage_of", '{"project": "Halo"}'), ("stage_of", '{"project": "Lumen"}')))
    with serve(calls, Say(("In development [project prj_halo], ", "and [project prj_made_up]."))) as endpoint:
        events = list(ask(studio, copilot_for(endpoint)))
    assert len([event for event in events if isinstance(event, ToolStarted)]) == 2
    finished = [event for event in events if isinstance(event, ToolFinished)]
    assert [event.failed for event in finished] == [False, False]
    assert shown(events) == "In development [project prj_halo], and [source not found]."
    last = events[-1]
    assert isinstance(last, TurnDone)
    assert last.cited == ("project prj_halo",)
    assert [message["role"] for message in endpoint.requests[1]["messages"]] == [
        "system",
        "user",
        "assistant",
        "tool",
        "tool",
    ]


def test_a_model_is_offered_neither_the_person_nor_a_confirmation(studio: Studio) -> None:
    with serve(Say(("ok",))) as endpoint:
        list(ask(studio, copilot_for(endpoint)))
    (offered,) = endpoint.requests[0]["tools"]
    assert list(offered["function"]["parameters"]["properties"]) == ["project"]
    assert "runtime" not in str(offered)


def test_a_busy_endpoint_is_asked_again(studio: Studio) -> None:
    with serve(Status(429), Say(("done",))) as endpoint:
        events = list(ask(studio, copilot_for(endpoint)))
    assert isinstance(events[-1], TurnDone)
    assert len(endpoint.requests) == 2


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (Status(429), "rate_limited"),
        (Status(500), "unavailable"),
        (Status(401), "not_accepted"),
        (Status(404), "not_accepted"),
        (Status(400, "context_length_exceeded"), "too_long"),
        (Refuse("I will not."), "refused"),
        (Say((), finish="content_filter"), "filtered"),
        (Say(()), "empty"),
        (Say(("Halo is ",), drop=True), "unreachable"),
        (Call((("stage_of", '{"project": '),)), "malformed"),
    ],
)
def test_a_failing_model_ends_the_turn_with_words_for_the_person(studio: Studio, step: Step, code: str) -> None:
    with serve(step) as endpoint:
        events = list(ask(studio, copilot_for(endpoint, model_retries=1)))
    last = events[-1]
    assert isinstance(last, TurnFailed)
    assert last.code == code
    assert studio.messages("cnv_usr_ada_None")[-1].content == last.message
    assert [(run.status, run.error_code) for run in studio.runs()] == [("failed", code)]


def test_a_model_that_does_not_answer_in_time_is_given_up(studio: Studio) -> None:
    with serve(Stall(3)) as endpoint:
        events = list(ask(studio, copilot_for(endpoint, model_timeout=0.2, model_retries=0)))
    last = events[-1]
    assert isinstance(last, TurnFailed)
    assert last.code == "timeout"


def test_an_endpoint_that_is_not_there_says_so(studio: Studio) -> None:
    with serve(Say(("x",))) as endpoint:
        pass
    events = list(ask(studio, copilot_for(endpoint, model_retries=0)))
    last = events[-1]
    assert isinstance(last, TurnFailed)
    assert last.code == "unreachable"


def test_arguments_that_cannot_be_read_may_be_sent_again(studio: Studio) -> None:
    broken, mended = Call((("stage_of", '{"project": "Ha'),)), Call((("stage_of", '{"project": "Halo"}'),))
    with serve(broken, mended, Say(("In development.",))) as endpoint:
        events = list(ask(studio, copilot_for(endpoint)))
    assert isinstance(events[-1], TurnDone)
    assert "could not be read" in str(endpoint.requests[1]["messages"][-1])


def test_stopping_breaks_a_streaming_answer_off(studio: Studio) -> None:
    stop = Event()
    seen: list[TurnEvent] = []
    with serve(Say(tuple(f"word{i} " for i in range(200)), pause=0.01)) as endpoint:
        for event in ask(studio, copilot_for(endpoint), stop=stop):
            seen.append(event)
            stop.set()
    last = seen[-1]
    assert isinstance(last, TurnFailed)
    assert last.code == "stopped"
    assert len(seen) < 20
    assert [run.status for run in studio.runs()] == ["stopped"]


def test_a_reader_who_goes_away_ends_the_turn_and_it_is_stored(studio: Studio) -> None:
    with serve(Say(tuple(f"word{i} " for i in range(200)), pause=0.01)) as endpoint:
        events = ask(studio, copilot_for(endpoint))
        assert isinstance(next(events), TextDelta)
        events.close()  # type: ignore[attr-defined]
    assert [(run.status, run.error_code) for run in studio.runs()] == [("stopped", "interrupted")]
    assert studio.messages("cnv_usr_ada_None")[-1].role == "ai"


def test_a_hosted_model_without_key_or_endpoint_is_refused_at_once() -> None:
    with pytest.raises(Invalid, match="GREENLIGHT_MODEL_API_KEY"):
        build_copilot(CopilotSettings(model="gpt-5.5"), [])

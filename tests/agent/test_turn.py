"""A turn in rules mode over the real tools and both engines: what it says, what it leaves behind."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from threading import Thread
from time import sleep
from typing import Any, cast

import pytest
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk
from sqlalchemy import event, text
from sqlalchemy.exc import DatabaseError

from copilot.models.rules.model import RulesModel
from copilot.settings import CopilotSettings
from copilot.turn.copilot import Copilot
from copilot.turn.events import TextDelta, ToolFinished, TurnDone, TurnEvent, TurnFailed
from copilot.turn.history import rebuild
from copilot.turn.record import open_conversation
from copilot.turn.run import answer_of, run_turn
from store.inbox.queries import Said
from store.kernel.errors import Invalid, NotFound
from tests.agent.scripted import ScriptedModel, scripted
from tests.agent.studio import Studio
from tools.context import Look
from tools.registry import TOOLS

COPILOT = Copilot(RulesModel(), TOOLS, CopilotSettings())


def ask(studio: Studio, text: str, user: str = "usr_ada", conversation: str | None = None) -> tuple[str, TurnDone]:
    shown, last = answer_of(
        run_turn(
            COPILOT,
            studio.database,
            studio.clock,
            studio.actor(user),
            conversation_id=conversation or studio.conversation(user),
            text=text,
        )
    )
    assert isinstance(last, TurnDone)
    assert last.text == shown
    return shown, last


def test_an_answer_cites_the_rows_it_rests_on(studio: Studio) -> None:
    shown, last = ask(studio, "What did we quote Lumen for camera?")
    assert "EUR 2,400.00" in shown
    assert "7,777" not in shown
    assert last.cited == ("budget_line bln_camera",)


def test_three_questions_are_answered_with_three_tools_at_once(studio: Studio) -> None:
    text = "What did we quote Lumen for camera? What is our day rate for a gaffer? What stage is Halo in?"
    shown, last = ask(studio, text)
    assert (last.model_calls, last.tool_calls) == (2, 3)
    assert shown.index("EUR 2,400.00") < shown.index("EUR 520.00") < shown.index("in development")


@pytest.mark.parametrize("text", ["what did we quote lummen for camra?", "how much did we charge for camera on halo"])
def test_slips_of_the_pen_are_forgiven(studio: Studio, text: str) -> None:
    assert "EUR 2,400.00" in ask(studio, text)[0]


def test_a_person_sees_their_own_projects_only(studio: Studio) -> None:
    assert "7,777" in ask(studio, "what did we quote for camera?")[0]
    assert "7,777" not in ask(studio, "what did we quote for camera?", user="usr_lin")[0]
    conversation = "cnv_usr_lin_None"
    assert "not found" in ask(studio, "what stage is Secret in?", user="usr_lin", conversation=conversation)[0]


def test_an_editor_is_shown_no_money(studio: Studio) -> None:
    shown, _ = ask(studio, "What stage is Halo in?", user="usr_ed")
    assert "in development" in shown
    assert "EUR" not in shown


def test_a_search_quotes_outside_text_and_taints_the_run(studio: Studio) -> None:
    shown, last = ask(studio, "search the documents for shoot days")
    assert "Two shoot days in Berlin" in shown
    assert last.tainted
    assert [message.tainted for message in studio.messages("cnv_usr_ada_None")] == [False, True, True, True]


def test_a_tainted_conversation_goes_on_about_the_project_it_read_of(studio: Studio) -> None:
    ask(studio, "search the documents for shoot days")
    assert "in development" in ask(studio, "what stage is Halo in?", conversation="cnv_usr_ada_None")[0]
    assert "stays with its project" in ask(studio, "what stage is Secret in?", conversation="cnv_usr_ada_None")[0]


def test_words_of_several_projects_are_not_read_in_one_breath(studio: Studio) -> None:
    shown, last = ask(studio, "search the documents for Berlin")
    assert "Name one project" in shown
    assert "secret launch is in May" not in shown
    assert not last.tainted


def test_a_change_of_stage_says_what_the_gate_still_needs(studio: Studio) -> None:
    shown, _ = ask(studio, "move Halo to pre-production")
    assert "cannot leave development yet" in shown
    assert studio.change_sets() == []


def test_a_follow_up_finds_what_was_asked_before(studio: Studio) -> None:
    ask(studio, "what did we quote Lumen for camera?")
    shown, _ = ask(studio, "and for gaffer?", conversation="cnv_usr_ada_None")
    assert "EUR 2,500.00" in shown


def test_the_run_log_names_model_and_prompt_and_no_words(studio: Studio) -> None:
    ask(studio, "what did we quote Lumen for camera?")
    (run,) = studio.runs()
    assert (run.model, run.status, run.model_calls, run.tool_calls) == ("rules", "done", 2, 1)
    assert run.prompt_hash == COPILOT.prompt.digest
    stored = studio.messages("cnv_usr_ada_None")
    assert [message.role for message in stored] == ["human", "ai", "tool", "ai"]
    assert [message.position for message in stored] == [0, 1, 2, 3]
    assert {message.run_id for message in stored} == {run.id}


def test_everything_is_stored_before_the_last_event_leaves(studio: Studio) -> None:
    events = run_turn(
        COPILOT,
        studio.database,
        studio.clock,
        studio.actor("usr_ada"),
        conversation_id=studio.conversation("usr_ada"),
        text="list clients",
    )
    last = next(event for event in events if isinstance(event, TurnDone))
    assert studio.messages("cnv_usr_ada_None")[-1].id == last.message_id
    assert [run.id for run in studio.runs()] == [last.run_id]


def test_no_session_is_held_while_a_model_is_at_work(studio: Studio) -> None:
    held: list[int] = []

    def look(_: list[BaseMessage]) -> AIMessage:
        pools: list[Any] = [studio.database.engine.pool, studio.database.agent_engine.pool]
        held.extend(pool.checkedout() for pool in pools)
        return AIMessage("ok")

    copilot = Copilot(scripted([("find_projects", {}), ("find_clients", {})], look), TOOLS, CopilotSettings())
    conversation = studio.conversation("usr_ada")
    ada = studio.actor("usr_ada")
    list(run_turn(copilot, studio.database, studio.clock, ada, conversation_id=conversation, text="hi"))
    assert held == [0, 0]


def test_calls_made_at_once_share_one_look_at_the_data(studio: Studio) -> None:
    begun: list[object] = []
    engine = studio.database.agent_engine

    def note(connection: object) -> None:
        begun.append(connection)

    event.listen(engine, "begin", note)
    ask(studio, "What did we quote Lumen for camera? What is our day rate for a gaffer? What stage is Halo in?")
    event.remove(engine, "begin", note)
    assert len(begun) == 3  # the question stored, three tools, the answer stored


def test_a_turn_that_is_left_in_the_middle_lets_go_of_the_data(studio: Studio) -> None:
    copilot = Copilot(scripted([("find_projects", {}), ("find_clients", {})], "ok"), TOOLS, CopilotSettings())
    conversation, ada = studio.conversation("usr_ada"), studio.actor("usr_ada")
    events = run_turn(copilot, studio.database, studio.clock, ada, conversation_id=conversation, text="hi")
    seen = (seen for seen in events if isinstance(seen, ToolFinished))
    next(seen)
    cast("Generator[TurnEvent]", events).close()
    assert cast("Any", studio.database.agent_engine.pool).checkedout() == 0


class _LongWinded(ScriptedModel):
    """Streams words for as long as anybody lets it, up to two seconds."""

    told: int = 0

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for _ in range(_MOST_WORDS):
            self.told += 1
            chunk = ChatGenerationChunk(message=AIMessageChunk(content="word "))
            if run_manager:
                run_manager.on_llm_new_token("word ", chunk=chunk)
            yield chunk
            sleep(0.001)


_MOST_WORDS = 2_000


def test_a_turn_that_is_left_in_the_middle_breaks_the_model_off(studio: Studio) -> None:
    model = _LongWinded(steps=[], seen=[], offered=[])
    conversation, ada = studio.conversation("usr_ada"), studio.actor("usr_ada")
    copilot = Copilot(model, TOOLS, CopilotSettings())
    events = run_turn(copilot, studio.database, studio.clock, ada, conversation_id=conversation, text="hi")
    assert isinstance(next(events), TextDelta)
    cast("Generator[TurnEvent]", events).close()
    assert model.told < _MOST_WORDS


def test_a_look_that_the_database_refused_is_not_looked_through_again(studio: Studio) -> None:
    look = Look(studio.database)
    with pytest.raises(DatabaseError), look.session() as first:
        first.execute(text("SELECT * FROM credentials"))
    with look.session() as second:
        assert second.execute(text("SELECT count(*) FROM projects")).scalar_one() > 0
    look.end()
    assert second is not first


def test_two_turns_at_once_in_one_conversation_both_end(studio: Studio) -> None:
    conversation = studio.conversation("usr_ada")
    ended: list[TurnDone | TurnFailed] = []

    def turn() -> None:
        ada = studio.actor("usr_ada")
        events = run_turn(
            COPILOT, studio.database, studio.clock, ada, conversation_id=conversation, text="list clients"
        )
        ended.append(answer_of(events)[1])

    threads = [Thread(target=turn) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [type(last) for last in ended] == [TurnDone] * 4
    positions = [message.position for message in studio.messages(conversation)]
    assert positions == list(range(16))


@pytest.mark.parametrize("text", ["", "   \n", "x" * 200_001])
def test_a_message_that_is_none_is_refused_before_anything_is_stored(studio: Studio, text: str) -> None:
    conversation = studio.conversation("usr_ada")
    ada = studio.actor("usr_ada")
    with pytest.raises(Invalid):
        run_turn(COPILOT, studio.database, studio.clock, ada, conversation_id=conversation, text=text)
    assert studio.messages(conversation) == []


def test_a_conversation_about_a_project_one_may_not_see_is_not_opened(studio: Studio) -> None:
    lin = studio.actor("usr_lin")
    with pytest.raises(NotFound):
        open_conversation(studio.database, studio.clock, lin, title="x", channel="chat", project_id="prj_secret")
    assert open_conversation(studio.database, studio.clock, lin, title="x", channel="chat", project_id="prj_halo")


def message(role: str, content: str, tainted: bool = False) -> Said:
    return Said(0, role, content, tainted)


def test_history_keeps_the_newest_words_that_fit_and_begins_with_the_person() -> None:
    stored = [message("human", "a" * 4000), message("ai", "b" * 400), message("human", "c" * 400), message("ai", "d")]
    kept = rebuild(stored, most_tokens=210)
    assert [part.text[0] for part in kept.messages] == ["c", "d"]


def test_history_leaves_old_tool_results_out_and_remembers_what_was_cited() -> None:
    stored = [message("human", "q"), message("tool", "secret"), message("ai", "It is 3 [budget bud_1].")]
    kept = rebuild(stored, most_tokens=1000)
    assert [part.text for part in kept.messages] == ["q", "It is 3 [budget bud_1]."]
    assert kept.cited == {"budget bud_1"}


def test_taint_that_left_the_window_is_forgotten() -> None:
    stored = [message("human", "q"), message("ai", "x" * 4000, tainted=True), message("human", "z")]
    assert not rebuild(stored, most_tokens=100).tainted
    assert rebuild(stored, most_tokens=2000).tainted


def test_a_turn_of_one_tool_asks_the_database_only_what_it_must(studio: Studio) -> None:
    conversation, asked = studio.conversation("usr_ada"), list[str]()

    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(statement.split()[0])

    engine = studio.database.agent_engine
    event.listen(engine, "before_cursor_execute", note)
    ask(studio, "What stage is Halo in?", conversation=conversation)
    event.remove(engine, "before_cursor_execute", note)
    kept = [word for word in asked if word in ("SELECT", "INSERT")]
    # Taken up: where it stands, what was said. The tool: project, gate, proposals, budgets, waiting changes.
    assert kept == ["SELECT", "SELECT", "INSERT", *["SELECT"] * 5, "INSERT", "INSERT"]


def test_an_agent_is_built_once_for_a_role(studio: Studio) -> None:
    copilot = Copilot(RulesModel(), TOOLS, CopilotSettings())
    ada, lin, ed = (studio.actor(user) for user in ("usr_ada", "usr_lin", "usr_ed"))
    assert copilot.agent_for(ada) is copilot.agent_for(ada)
    assert copilot.agent_for(lin) is not copilot.agent_for(ed)

"""A rules-mode turn with three tool calls beside a bare `create_agent` turn with three trivial ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from langchain.agents import create_agent
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import tool

from copilot.open import open_copilot
from copilot.settings import CopilotSettings
from copilot.turn.record import open_conversation
from copilot.turn.run import answer_of, run_turn
from evals.bench.studio import BenchStudio

QUESTION = "What did we quote Lumen for camera? What is the status of LUM-01? Which changes are pending?"


class BareModel(BaseChatModel):
    """The least a model can do: three tool calls, then a word."""

    @property
    def _llm_type(self) -> str:
        return "bare"

    def bind_tools(self, tools: Sequence[Any], **_: Any) -> Runnable[Any, AIMessage]:
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_: Any,
    ) -> ChatResult:
        if isinstance(messages[-1], ToolMessage):
            return ChatResult(generations=[ChatGeneration(message=AIMessage("done"))])
        calls = [{"name": "trivial", "args": {"word": str(n)}, "id": f"call_{n}"} for n in range(3)]
        return ChatResult(generations=[ChatGeneration(message=AIMessage("", tool_calls=calls))])


def bare_turn() -> Callable[[], None]:
    """Return a turn of LangChain alone, its agent built once as ours is."""

    @tool
    def trivial(word: str) -> str:
        """Say a word back."""
        return word

    agent: Any = create_agent(BareModel(), [trivial])

    def turn() -> None:
        for _ in agent.stream({"messages": [HumanMessage(QUESTION)]}, stream_mode=["messages", "updates"]):
            pass

    return turn


def greenlight_turn(studio: BenchStudio, *, most: int) -> Callable[[], int]:
    """Return a whole turn of ours: messages read and stored, tools on the store, the answer streamed.

    It can be taken `most` times.
    """
    copilot = open_copilot(studio.database, studio.settings, studio.clock, CopilotSettings(model="rules"))

    # Each turn is the first of a conversation of its own, opened before the measurement.
    opened = iter(
        [
            open_conversation(studio.database, studio.clock, studio.person, title="Measured", channel="bench")
            for _ in range(most)
        ]
    )

    def turn() -> int:
        conversation = next(opened)
        events = run_turn(
            copilot, studio.database, studio.clock, studio.person, conversation_id=conversation, text=QUESTION
        )
        _, last = answer_of(events)
        calls: int = getattr(last, "tool_calls", 0)
        if calls != 3:
            raise RuntimeError(f"the measured turn made {calls} tool calls, not 3")
        return calls

    return turn


def long_conversation(studio: BenchStudio, turns: int) -> int:
    """Hold a conversation of this many turns and return the bytes that the database grew by."""
    copilot = open_copilot(studio.database, studio.settings, studio.clock, CopilotSettings(model="rules"))
    conversation = open_conversation(studio.database, studio.clock, studio.person, title="Long", channel="bench")
    before = _size(studio)
    for _ in range(turns):
        events = run_turn(
            copilot, studio.database, studio.clock, studio.person, conversation_id=conversation, text=QUESTION
        )
        answer_of(events)
    return _size(studio) - before


def _size(studio: BenchStudio) -> int:
    """Bytes of the database with its log folded in."""
    with studio.database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return (studio.settings.home / "greenlight.sqlite3").stat().st_size

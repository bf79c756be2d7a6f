"""Running an agent and telling what happens as it happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Event
from typing import Any

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import AIMessage, AnyMessage, ToolMessage
from langchain_core.outputs import ChatGenerationChunk

from copilot.models.failures import ModelFailure
from copilot.turn.context import TurnContext
from copilot.turn.copilot import Agent
from copilot.turn.events import ChangeSetFiled, TextDelta, ToolFinished, ToolStarted, TurnEvent
from copilot.turn.sanitise import SafeStream, sanitise
from tools.reply import Reply

_AGENTS = ThreadPoolExecutor(64, thread_name_prefix="turn")
"""Where agents run; when as many answer at once in this process, the next one begins when one has ended."""


class _Tokens(BaseCallbackHandler):
    """Tells each token as it comes, and breaks a model's stream off at the next one once the turn is stopped."""

    raise_error = True
    run_inline = True
    ignore_chain = ignore_agent = ignore_retriever = ignore_retry = ignore_custom_event = True

    def __init__(self, stop: Event, tell: Callable[[str], None]) -> None:
        self.stop = stop
        self.tell = tell

    def on_llm_new_token(self, token: str | list[str | dict[str, Any]], **kwargs: Any) -> None:
        if self.stop.is_set():
            raise ModelFailure("stopped")
        chunk = kwargs.get("chunk")
        if isinstance(chunk, ChatGenerationChunk) and (text := chunk.message.text):
            self.tell(text)


@dataclass
class Transcript:
    """What a turn has said and done so far: new messages in order, sanitised, and the rows its tools gave."""

    messages: list[AnyMessage] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    @property
    def answer(self) -> str:
        """The last thing the model said, empty when it said nothing."""
        said = (message.text for message in reversed(self.messages) if isinstance(message, AIMessage))
        return next(said, "")


def follow(
    agent: Agent, context: TurnContext, history: list[AnyMessage], transcript: Transcript
) -> Iterator[TurnEvent]:
    """Yield what happens while the agent answers `history`, filling `transcript` as each step completes.

    Raises `ModelFailure` when the model fails or the turn is stopped.
    """
    shown = SafeStream(transcript.known)
    told: SimpleQueue[str | AnyMessage | None] = SimpleQueue()
    running = _AGENTS.submit(copy_context().run, _run, agent, context, history, told.put)
    try:
        while (part := told.get()) is not None:
            if isinstance(part, str):
                if text := shown.feed(part):
                    yield TextDelta(text)
                continue
            if isinstance(part, AIMessage) and (text := shown.rest(part.text)):
                yield TextDelta(text)
            yield from _completed(part, transcript)
    except BaseException:
        context.stop.set()  # else leaving would wait for the model to finish what nobody will read
        wait([running])
        raise
    running.result()


def _run(
    agent: Agent, context: TurnContext, history: list[AnyMessage], tell: Callable[[str | AnyMessage | None], None]
) -> None:
    """Run the agent, telling its words as they come and its messages as each step completes; None is the end.

    LangGraph's own stream of words takes three more threads a step to do the same.
    """
    try:
        for update in agent.stream(
            {"messages": history},
            config={"callbacks": [_Tokens(context.stop, tell)], "max_concurrency": 1},
            context=context,
            stream_mode="updates",
        ):
            for message in _new_messages(update):
                tell(message)
    finally:
        tell(None)


def _new_messages(updates: dict[str, Any]) -> Iterator[AnyMessage]:
    for update in updates.values():
        yield from (update or {}).get("messages") or ()


def _completed(message: AnyMessage, transcript: Transcript) -> Iterator[TurnEvent]:
    if isinstance(message, AIMessage):
        transcript.messages.append(message.model_copy(update={"content": sanitise(message.text, transcript.known)}))
        for call in message.tool_calls:
            yield ToolStarted(call["id"] or "", call["name"])
    elif isinstance(message, ToolMessage):
        transcript.messages.append(message)
        yield ToolFinished(message.tool_call_id, message.name or "", message.text, failed=message.status == "error")
        if isinstance(message.artifact, Reply):
            transcript.known |= {f"{row.ref.table} {row.ref.id}" for row in message.artifact.shown}
            if filed := message.artifact.filed:
                yield ChangeSetFiled(filed.code, filed.title, filed.tainted)

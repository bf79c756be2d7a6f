"""Running an agent and telling what happens as it happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import Any, cast

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import AIMessage, AIMessageChunk, AnyMessage, ToolMessage

from copilot.models.failures import ModelFailure
from copilot.turn.context import TurnContext
from copilot.turn.copilot import Agent
from copilot.turn.events import ChangeSetFiled, TextDelta, ToolFinished, ToolStarted, TurnEvent
from copilot.turn.sanitise import SafeStream, sanitise
from tools.reply import Reply


class _StopBetweenTokens(BaseCallbackHandler):
    """Breaks a model's stream off at the next token once the person has stopped the turn."""

    raise_error = True
    run_inline = True
    ignore_chain = ignore_agent = ignore_retriever = ignore_retry = ignore_custom_event = True

    def __init__(self, stop: Event) -> None:
        self.stop = stop

    def on_llm_new_token(self, token: str | list[str | dict[str, Any]], **kwargs: Any) -> None:
        if self.stop.is_set():
            raise ModelFailure("stopped")


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
    parts = agent.stream(
        {"messages": history},
        config={"callbacks": [_StopBetweenTokens(context.stop)]},
        context=context,
        stream_mode=["messages", "updates"],
    )
    try:
        for mode, part in cast("Iterator[tuple[str, Any]]", parts):
            if mode == "messages":
                if isinstance(part[0], AIMessageChunk) and (text := shown.feed(part[0].text)):
                    yield TextDelta(text)
                continue
            for message in _new_messages(part):
                if isinstance(message, AIMessage) and (text := shown.rest(message.text)):
                    yield TextDelta(text)
                yield from _completed(message, transcript)
    except GeneratorExit:
        context.stop.set()  # else closing `parts` would wait for the model to finish what nobody will read
        raise


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

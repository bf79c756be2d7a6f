"""A model that says exactly what a test tells it to: each step is words, tool calls, or a function of the messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable

Step = str | list[tuple[str, dict[str, Any]]] | Callable[[list[BaseMessage]], AIMessage]


class ScriptedModel(BaseChatModel):
    """Takes its steps in order, the last for ever. `seen` keeps what it was sent, `offered` the tools' names."""

    steps: list[Any]
    seen: list[list[BaseMessage]]
    offered: list[list[str]]

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        self.offered.append([tool.name for tool in tools])
        return self.bind(**kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        self.seen.append(list(messages))
        step: Step = self.steps[min(len(self.seen), len(self.steps)) - 1]
        return ChatResult(generations=[ChatGeneration(message=_message(step, messages, len(self.seen)))])


def _message(step: Step, messages: list[BaseMessage], turn: int) -> AIMessage:
    if isinstance(step, str):
        return AIMessage(step)
    if isinstance(step, list):
        calls = [
            {"name": name, "args": args, "id": f"call_{turn}_{i}", "type": "tool_call"}
            for i, (name, args) in enumerate(step)
        ]
        return AIMessage("", tool_calls=calls)
    return step(messages)


def scripted(*steps: Step) -> ScriptedModel:
    return ScriptedModel(steps=list(steps), seen=[], offered=[])

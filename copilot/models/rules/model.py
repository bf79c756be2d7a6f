"""The embedded model: deterministic, without a key or a network, and a chat model like any other.

It answers from tool results alone: it repeats what the tools computed, row by row, and never writes a figure itself.
The same messages and tools give the same answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LangSmithParams, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.messages.tool import tool_call, tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from typing_extensions import override

from copilot.models.rules import generic
from copilot.models.rules.understand import NOT_UNDERSTOOD, understand
from tools.registry import TOOLS

NAME = "rules"
_CHARACTERS_A_TOKEN = 4
_ERROR_CODE = re.compile(r"^[a-z_]+: ")
_CITATION = re.compile(r"\s*\[[a-z_]+ [A-Za-z0-9_.-]+\]")
_ABOUT = re.compile(r"^.*The conversation is about: .+ \(([A-Z0-9-]+)\)\.$", re.MULTILINE)
_PARAGRAPHS = re.compile(r"(?<=\n\n)")
_SAID = "said"  # what is said before and after the calls, kept beside them so that a question is read once
_KNOWN = frozenset(tool.name for tool in TOOLS)


@dataclass(frozen=True)
class _Reply:
    """What the model says next: words, or tools to call (name and arguments), with what is `said` before and after."""

    text: str = ""
    said: tuple[str | None, str | None] = (None, None)
    calls: tuple[tuple[str, dict[str, Any]], ...] = ()


class RulesModel(BaseChatModel):
    """See the module. `stop` cuts an answer short at the first of these strings."""

    stop: list[str] | None = None

    @property
    @override
    def _llm_type(self) -> str:
        return "greenlight-rules"

    @override
    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> LangSmithParams:
        params = super()._get_ls_params(stop=stop, **kwargs)
        params["ls_provider"], params["ls_model_name"] = "greenlight", kwargs.get("model", NAME)
        return params

    @override
    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        # Schemas are made only when the grammar does not answer: making them costs more than the answer.
        return self.bind(tools=list(tools), tool_choice=tool_choice, **kwargs)

    @override
    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        reply = _reply(messages, kwargs.get("tools") or [], kwargs.get("tool_choice"))
        text = _cut(reply.text, stop or self.stop)
        made = [
            tool_call(name=name, args=given, id=_call_id(messages, i)) for i, (name, given) in enumerate(reply.calls)
        ]
        message = AIMessage(
            content=text,
            tool_calls=made,
            usage_metadata=_usage(messages, reply),
            response_metadata=_metadata(reply),
        )
        return ChatResult(generations=[ChatGeneration(message=message)])

    @override
    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        reply = _reply(messages, kwargs.get("tools") or [], kwargs.get("tool_choice"))
        # The whole answer is known at once: a paragraph at a time shows it as soon as a line at a time would.
        *parts, last = _PARAGRAPHS.split(_cut(reply.text, stop or self.stop))
        chunks = [AIMessageChunk(content=part) for part in parts]
        calls = [
            tool_call_chunk(name=name, args=json.dumps(given, ensure_ascii=False), id=_call_id(messages, i), index=i)
            for i, (name, given) in enumerate(reply.calls)
        ]
        chunks.append(
            AIMessageChunk(
                content=last,
                tool_call_chunks=calls,
                usage_metadata=_usage(messages, reply),
                response_metadata=_metadata(reply),
                chunk_position="last",
            )
        )
        for chunk in chunks:
            generation = ChatGenerationChunk(message=chunk)
            if run_manager:
                run_manager.on_llm_new_token(chunk.text, chunk=generation)
            yield generation


def _reply(messages: list[BaseMessage], tools: list[Any], tool_choice: str | None) -> _Reply:
    spoken = [i for i, message in enumerate(messages) if isinstance(message, HumanMessage)]
    if not spoken:
        return _Reply(NOT_UNDERSTOOD.format(what="that"))
    text = messages[spoken[-1]].text
    before = messages[spoken[-2]].text if len(spoken) > 1 else None
    since = messages[spoken[-1] + 1 :]
    results = [_retold(message) for message in since if isinstance(message, ToolMessage)]
    if results and isinstance(since[0], AIMessage) and _SAID in since[0].response_metadata:
        return _Reply(_around(results, since[0].response_metadata[_SAID]))
    plan = understand(text, before, frozenset(map(_tool_name, tools)), _about(messages))
    if results:
        return _Reply(_around(results, (plan.first, plan.say)))
    if plan.calls and tool_choice is None:
        return _Reply(said=(plan.first, plan.say), calls=tuple((call.tool, dict(call.given)) for call in plan.calls))
    if tools and (chosen := _unknown_tool(text, tools, tool_choice)):
        return chosen
    return _Reply(_CITATION.sub("", plan.say) if plan.say else NOT_UNDERSTOOD.format(what="that"))


def _about(messages: Sequence[BaseMessage]) -> str | None:
    """The code of the project that the instructions say the conversation is about (`prompts/copilot.md`)."""
    told = messages[0].text if isinstance(messages[0], SystemMessage) else ""
    found = _ABOUT.search(told)
    return found[1] if found else None


def _around(results: Sequence[str], said: Sequence[str | None]) -> str:
    first, last = said
    return "\n\n".join(text for text in (first, *results, last) if text)


def _metadata(reply: _Reply) -> dict[str, Any]:
    return {"model_name": NAME, **({_SAID: list(reply.said)} if reply.calls else {})}


def _unknown_tool(text: str, tools: list[Any], tool_choice: str | None) -> _Reply | None:
    """Call a tool outside the grammar when the text names it, or when a call is demanded."""
    offered = generic.offered(convert_to_openai_tool(tool) for tool in tools)
    # The grammar has words of its own for the house's tools: "proposal" alone in a message is no call for one.
    named = generic.named_tool(text, [tool for tool in offered if tool.name not in _KNOWN or tool.name in text])
    chosen = next((tool for tool in offered if tool.name == tool_choice), None) or named
    if chosen is None and tool_choice in ("any", "required"):
        chosen = offered[0]
    return _Reply(calls=((chosen.name, generic.arguments(text, chosen)),)) if chosen else None


def _tool_name(tool: Any) -> str:
    if isinstance(tool, BaseTool):
        return tool.name
    return str(convert_to_openai_tool(tool)["function"]["name"])


def _retold(result: ToolMessage) -> str:
    """Say what a tool said. An error gives no source, so it cites none; its code is for programs and left out."""
    return _CITATION.sub("", _ERROR_CODE.sub("", result.text)) if result.status == "error" else result.text


def _cut(text: str, stop: list[str] | None) -> str:
    return text[: min((at for mark in stop or () if (at := text.find(mark)) >= 0), default=len(text))]


def _call_id(messages: list[BaseMessage], index: int) -> str:
    return f"call_{len(messages)}_{index}"


def _usage(messages: list[BaseMessage], reply: _Reply) -> UsageMetadata:
    """Estimate tokens at four characters each, so that rules mode and hosted models can be laid side by side."""
    read = sum(len(message.text) for message in messages) // _CHARACTERS_A_TOKEN + 1
    written = (len(reply.text) + len(str(reply.calls) if reply.calls else "")) // _CHARACTERS_A_TOKEN + 1
    return UsageMetadata(input_tokens=read, output_tokens=written, total_tokens=read + written)

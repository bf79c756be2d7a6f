"""What stands between a model and the studio: every model call and every tool call of a turn passes here.

Failing closed: without a context nothing runs; a tool the run may no longer use is neither offered nor run; refusals
become tool errors that say who acts next; a model that fails, refuses or cannot be read ends the turn.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from langchain.agents.middleware import AgentMiddleware, AgentState, ModelRequest, ModelResponse
from langchain.agents.middleware.types import ToolCallRequest
from langchain_core.messages import AIMessage, AnyMessage, SystemMessage, ToolMessage
from langchain_core.messages.tool import invalid_tool_call
from langchain_core.tools import BaseTool
from langgraph.types import Command

from copilot.models.failures import UNREADABLE_CALLS, ModelFailure, explain
from copilot.turn.context import TurnContext
from store.kernel.errors import DomainError, Forbidden, Invalid
from tools.declare import Tool

ToolAnswer = ToolMessage | Command[Any]
_UNREADABLE = "The arguments could not be read as JSON. Send the call again with complete, valid arguments."


class TurnGuard(AgentMiddleware[AgentState[Any], TurnContext, Any]):
    """The one middleware of an agent. `tools` are those its actor's role is permitted, by name."""

    def __init__(self, tools: Mapping[str, Tool]) -> None:
        super().__init__()
        self.declared = tools

    def wrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], ModelResponse[Any]]
    ) -> ModelResponse[Any]:
        context = _context(request.runtime.context)
        context.look.end()
        request = request.override(
            system_message=SystemMessage(context.system),
            tools=[tool for tool in request.tools if self._may_use(tool, context)],
            model_settings={**request.model_settings, "stream": True},
        )
        response = _ask(context, request, handler)
        message = _answer(response)
        if message.invalid_tool_calls and not message.tool_calls:
            # The graph would end the turn here, with nothing said; the model gets one chance to mend its call.
            request = request.override(messages=[*request.messages, message, *_unreadable(message)])
            response = _ask(context, request, handler)
            message = _answer(response)
            if message.invalid_tool_calls and not message.tool_calls:
                raise ModelFailure("malformed")
        _check(message)
        return response

    def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolAnswer]) -> ToolAnswer:
        call = request.tool_call
        try:
            context = _context(request.runtime.context)
            context.count_tool_call()
            declared = self.declared.get(call["name"])
            if declared is None:
                raise Invalid(f"There is no tool '{call['name']}'. Use one of the tools offered.", "unknown_tool")
            if context.tainted and declared.reach != "project":
                raise Forbidden(
                    "Text from outside was read in this conversation; this reaches beyond its project. "
                    "Start a new conversation for it."
                )
            _check_size(call["args"], context.settings.tool_argument_characters)
            answer = handler(request)
        except DomainError as error:
            return _error(call["id"], call["name"], f"{error.code}: {error.message}")
        if isinstance(answer, ToolMessage) and answer.status == "error":
            # The framework's own words for invalid arguments repeat them whole; they may be huge.
            return _error(call["id"], call["name"], f"invalid_arguments: {str(answer.content)[:600]}")
        return answer

    def _may_use(self, tool: BaseTool | dict[str, Any], context: TurnContext) -> bool:
        if not isinstance(tool, BaseTool) or tool.name not in self.declared:
            return False
        declared = self.declared[tool.name]
        return declared.permits(context.actor) and (not context.tainted or declared.reach == "project")


def _context(given: object) -> TurnContext:
    if not isinstance(given, TurnContext):
        raise Forbidden("This ran without the person it is for, so it was refused.")
    return given


def _ask(
    context: TurnContext,
    request: ModelRequest[TurnContext],
    handler: Callable[[ModelRequest[TurnContext]], ModelResponse[Any]],
) -> ModelResponse[Any]:
    """Call the model, counted. Raises `ModelFailure` for whatever its client raises."""
    context.count_model_call()
    try:
        response = handler(request)
    except Exception as error:
        failure = explain(error)
        if failure is None:
            raise
        raise failure from error
    message = _answer(response)
    if usage := message.usage_metadata:
        context.count_tokens(usage["input_tokens"], usage["output_tokens"])
    response.result[-1] = _set_aside_unreadable(message)
    return response


def _set_aside_unreadable(message: AIMessage) -> AIMessage:
    """Take tool calls whose arguments broke off out of those that will run, however well they were mended."""
    broken = message.additional_kwargs.get(UNREADABLE_CALLS) or ()
    if not broken:
        return message
    aside = [
        invalid_tool_call(name=call["name"], args=json.dumps(call["args"]), id=call["id"], error=_UNREADABLE)
        for call in message.tool_calls
        if call["id"] in broken
    ]
    kept = [call for call in message.tool_calls if call["id"] not in broken]
    invalid = [*message.invalid_tool_calls, *aside]
    return message.model_copy(update={"tool_calls": kept, "invalid_tool_calls": invalid})


def _answer(response: ModelResponse[Any]) -> AIMessage:
    message = response.result[-1]
    if not isinstance(message, AIMessage):
        raise ModelFailure("empty")
    return message


def _check(message: AIMessage) -> None:
    """Raise `ModelFailure` for an answer that is none."""
    if message.additional_kwargs.get("refusal"):
        raise ModelFailure("refused")
    if message.response_metadata.get("finish_reason") == "content_filter":
        raise ModelFailure("filtered")
    if not message.tool_calls and not message.text.strip():
        raise ModelFailure("empty")


def _unreadable(message: AIMessage) -> list[AnyMessage]:
    return [
        ToolMessage(_UNREADABLE, tool_call_id=call.get("id") or "", name=call.get("name") or "", status="error")
        for call in message.invalid_tool_calls
    ]


def _check_size(arguments: Mapping[str, Any], most: int) -> None:
    if len(json.dumps(arguments, ensure_ascii=False, default=str)) > most:
        raise Invalid(f"The arguments are longer than {most} characters. Send less.", "arguments_too_long")


def _error(call_id: str | None, name: str, text: str) -> ToolMessage:
    return ToolMessage(text, tool_call_id=call_id or "", name=name, status="error")

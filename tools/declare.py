"""Declaring a tool: one function, the permission it takes, and whether it reads or proposes.

A tool's first parameter is its `Desk`; the others, with their types and descriptions, are all that a model may say.
Neither the acting user nor a confirmation can be among them. Every call checks the permission again. Reads share the
run's look at the data, which takes no lock; a proposal is a transaction of its own of the agent's handle.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal, get_type_hints

from langchain_core.messages import ToolCall, ToolMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import BaseTool, InjectedToolArg, StructuredTool
from langgraph.prebuilt import ToolRuntime
from pydantic import BaseModel, ConfigDict, create_model
from typing_extensions import override

from store.access.policy import require
from store.kernel.actor import Actor
from store.kernel.database import Session
from store.kernel.errors import Forbidden
from tools.context import Desk, ToolContext
from tools.reply import Reply
from tools.waiting import NotYet

Kind = Literal["read", "propose"]
Reach = Literal["project", "studio", "outbound"]
_NOBODY = "This call came without the person it is made for, so it was refused."


@dataclass(frozen=True, eq=False)
class Tool:
    """A declared tool. `reach` says how far it sees: a tainted run keeps those of reach `project` only.

    Who lacks `permission` may use it with `or_else`, where it shows them no more than that lets them see.
    """

    name: str
    description: str
    permission: str
    kind: Kind
    reach: Reach
    function: Callable[..., Reply]
    or_else: str | None = None

    def permits(self, actor: Actor) -> bool:
        return actor.may(self.permission) or (self.or_else is not None and actor.may(self.or_else))

    def __call__(self, desk: Desk, **given: object) -> Reply:
        """Run the tool as a model's call would, permission check included.

        What is asked about a project that only a waiting change set would make is answered from that set.
        """
        if not self.permits(desk.actor):
            require(desk.actor, self.permission)
        try:
            return self.function(desk, **given)
        except NotYet as asked:
            if self.kind == "propose":
                raise
            return asked.reply

    @cached_property
    def offered(self) -> BaseTool:
        """The tool as LangChain offers it to a model."""
        return _Offered(
            name=self.name,
            description=self.description,
            args_schema=(arguments := _arguments(self.name, self.function)),
            arguments=arguments,
            func=self._run,
            answer=self._run,
        )

    def _run(self, runtime: ToolRuntime[Any], **given: object) -> tuple[str, Reply]:
        context = runtime.context
        if not isinstance(context, ToolContext):
            raise Forbidden(_NOBODY)
        with self._unit_of_work(context) as session:
            reply = self(Desk(session, context), **given)
        if reply.outside:
            context.taint(piece.project_id for piece in reply.outside)
        return reply.as_text(), reply

    def _unit_of_work(self, context: ToolContext) -> AbstractContextManager[Session]:
        return context.database.agent() if self.kind == "propose" else context.look.session()


class _Offered(StructuredTool):
    """A tool that answers a model's call directly: validated, run, and put into a message.

    LangChain's own way there inspects signatures and tells listeners nobody has set; it cost more than a query.
    """

    arguments: type[BaseModel]
    answer: Callable[..., tuple[str, Reply]]

    @override
    def invoke(
        self, input: str | dict[str, Any] | ToolCall, config: RunnableConfig | None = None, **kwargs: Any
    ) -> ToolMessage:
        if isinstance(input, str) or input.get("type") != "tool_call":
            raise Forbidden(_NOBODY)
        text, reply = self.answer(**dict(self.arguments.model_validate(input["args"])))
        return ToolMessage(text, artifact=reply, name=self.name, tool_call_id=input["id"])


def read_tool(
    *, permission: str, or_else: str | None = None, reach: Reach = "project"
) -> Callable[[Callable[..., Reply]], Tool]:
    """Declare a function that only reads; its docstring is what a model is told of it."""
    return lambda function: _declare(function, permission, "read", reach, or_else)


def propose_tool(*, permission: str, reach: Reach = "project") -> Callable[[Callable[..., Reply]], Tool]:
    """Declare a function that files a change set and changes nothing else."""
    return lambda function: _declare(function, permission, "propose", reach)


def _declare(
    function: Callable[..., Reply], permission: str, kind: Kind, reach: Reach, or_else: str | None = None
) -> Tool:
    name = getattr(function, "__name__", "")
    return Tool(name, inspect.getdoc(function) or "", permission, kind, reach, function, or_else)


def _arguments(name: str, function: Callable[..., Reply]) -> type[BaseModel]:
    """Return the schema of what a model may say: every parameter but the desk, and nothing else."""
    hints = get_type_hints(function, include_extras=True)
    # The framework fills `runtime` and keeps it out of what a model sees; whatever a model puts there is overwritten.
    fields: dict[str, Any] = {"runtime": (Annotated[Any, InjectedToolArg], ...)}
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        default = ... if parameter.default is inspect.Parameter.empty else parameter.default
        fields[parameter.name] = (hints[parameter.name], default)
    title = "".join(part.title() for part in name.split("_"))
    return create_model(title, __config__=ConfigDict(extra="forbid", str_strip_whitespace=True), **fields)

"""A model, the tools it may be offered, and the agents made of them: built once, shared by every turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel
from langgraph.graph.state import CompiledStateGraph

from copilot.models.build import build_model
from copilot.settings import CopilotSettings
from copilot.turn.context import TurnContext
from copilot.turn.guard import TurnGuard
from prompts.load import Prompt, load_prompt
from store.kernel.actor import Actor
from tools.declare import Tool

Agent = CompiledStateGraph[Any, TurnContext, Any, Any]


@dataclass(eq=False)
class Copilot:
    """What a turn runs on. Safe to share between threads.

    An agent costs some 20 ms to build, so one is kept for each set of tools that a role is permitted.
    """

    model: BaseChatModel
    tools: tuple[Tool, ...]
    settings: CopilotSettings = field(default_factory=CopilotSettings)
    _agents: dict[frozenset[str], Agent] = field(default_factory=dict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    @property
    def prompt(self) -> Prompt:
        return load_prompt("copilot")

    @property
    def model_name(self) -> str:
        return self.settings.model

    def agent_for(self, actor: Actor) -> Agent:
        """Return the agent with exactly the tools that the actor is permitted."""
        permitted = {tool.name: tool for tool in self.tools if tool.permits(actor)}
        key = frozenset(permitted)
        with self._lock:
            if key not in self._agents:
                self._agents[key] = create_agent(
                    self.model,
                    [tool.offered for tool in permitted.values()],
                    middleware=[TurnGuard(permitted)],
                    context_schema=TurnContext,
                )
            return self._agents[key]


def build_copilot(settings: CopilotSettings, tools: Iterable[Tool]) -> Copilot:
    """Return a copilot on the model that `settings` name. Raises `Invalid` when that model is not configured."""
    return Copilot(build_model(settings), tuple(tools), settings)

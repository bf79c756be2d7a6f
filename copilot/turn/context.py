"""One turn's context: what its tools are given, its limits, and what it has used of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event

from copilot.models.failures import ModelFailure
from copilot.settings import CopilotSettings
from store.kernel.errors import Invalid
from tools.context import ToolContext


@dataclass
class TurnContext(ToolContext):
    """Passed to the agent as its `context_schema`. `stop` may be set from another thread at any time."""

    settings: CopilotSettings = field(default_factory=CopilotSettings)
    system: str = ""
    stop: Event = field(default_factory=Event)
    model_calls: int = 0
    tool_calls: int = 0
    input_tokens: int | None = None
    output_tokens: int | None = None

    def count_model_call(self) -> None:
        """Raise `ModelFailure` (`stopped`, `model_limit`) when the turn may ask the model no more."""
        if self.stop.is_set():
            raise ModelFailure("stopped")
        with self.lock:
            if self.model_calls >= self.settings.turn_model_calls:
                raise ModelFailure("model_limit")
            self.model_calls += 1

    def count_tool_call(self) -> None:
        """Raise `ModelFailure` (`stopped`) or `Invalid` (`tool_limit`) when the turn may call no more tools."""
        if self.stop.is_set():
            raise ModelFailure("stopped")
        with self.lock:
            if self.tool_calls >= self.settings.turn_tool_calls:
                raise Invalid("No more tool calls in this turn. Answer with what you have.", "tool_limit")
            self.tool_calls += 1

    def count_tokens(self, read: int, written: int) -> None:
        with self.lock:
            self.input_tokens = (self.input_tokens or 0) + read
            self.output_tokens = (self.output_tokens or 0) + written

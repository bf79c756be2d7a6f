"""What went wrong with a model, said once for people.

Only failures of the model or of the way to it are explained here; anything else is a defect of ours and is left to
rise to the edge, where it is logged whole.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Literal

from langchain_core.exceptions import (
    ContextOverflowError,
    ModelAPIError,
    ModelConnectionError,
    ModelError,
    ModelRateLimitError,
    ModelTimeoutError,
)

# In a message's `additional_kwargs`: ids of tool calls whose arguments broke off, however the client mended them.
UNREADABLE_CALLS = "unreadable_calls"

FailureCode = Literal[
    "rate_limited",
    "timeout",
    "unreachable",
    "not_accepted",
    "unavailable",
    "too_long",
    "refused",
    "filtered",
    "malformed",
    "empty",
    "model_limit",
    "stopped",
]

_MESSAGES: dict[FailureCode, str] = {
    "rate_limited": "The model is answering too many requests right now. Wait a minute and ask again.",
    "timeout": "The model took too long to answer. Ask again, or ask for less at once.",
    "unreachable": "The model could not be reached, or the connection broke off. Check the network, then ask again.",
    "not_accepted": "The model's provider did not accept the request. An administrator should check the model's name, "
    "key and endpoint in the settings.",
    "unavailable": "The model's provider has a fault. Ask again in a few minutes.",
    "too_long": "The conversation is too long for this model. Start a new conversation, or ask about less at once.",
    "refused": "The model declined to answer this. Put the question differently, or do the step by hand.",
    "filtered": "The provider's content filter stopped the answer. Put the question differently.",
    "malformed": "The model kept sending calls that could not be read. Ask again, in simpler words.",
    "empty": "The model gave no answer. Ask again.",
    "model_limit": "This took more steps than one turn may take, so it was stopped. Ask for one thing at a time.",
    "stopped": "Stopped at your request.",
}


@dataclass
class ModelFailure(Exception):
    """The turn ends without an answer; `message` tells the person why and what to do. Nothing was changed."""

    code: FailureCode

    @property
    def message(self) -> str:
        return _MESSAGES[self.code]

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


_BY_CLASS: tuple[tuple[type[Exception], FailureCode], ...] = (
    (ContextOverflowError, "too_long"),
    (ModelRateLimitError, "rate_limited"),
    (ModelTimeoutError, "timeout"),
    (ModelConnectionError, "unreachable"),
    (ModelAPIError, "unavailable"),
    (ModelError, "not_accepted"),
)


def explain(error: Exception) -> ModelFailure | None:
    """Return what a model client's exception means for a person, or None when it is not a model client's."""
    if isinstance(error, ModelFailure):
        return error
    for kind, code in _BY_CLASS:
        if isinstance(error, kind):
            return ModelFailure(code)
    openai = sys.modules.get("openai")  # nobody has raised what nobody has imported, and importing it costs a second
    if openai is not None and isinstance(error, openai.OpenAIError):
        return ModelFailure("unavailable")
    return None

"""Trying the model that the settings name: the way that every turn goes, with a question of a few words.

What goes wrong is said with the setting to look at. No key is ever part of what is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urlsplit

from copilot.settings import CopilotSettings
from store.kernel.errors import DomainError

PATIENCE_S = 20.0
_QUESTION = "Answer with the one word: ready"


@dataclass(frozen=True, slots=True)
class Tried:
    """The model as it calls itself and how long it took, in milliseconds; or `problem`, and what to do about it."""

    model: str
    milliseconds: int
    answer: str
    problem: str | None = None


def try_model(settings: CopilotSettings) -> Tried:
    """Ask the model once, waiting at most `PATIENCE_S` seconds."""
    # Imported here: LangChain costs a second, which nobody who does not ask need pay.
    from langchain_core.messages import AIMessage, HumanMessage

    from copilot.models.build import build_model
    from copilot.models.failures import explain

    once = settings.model_copy(update={"model_retries": 0, "model_timeout": min(settings.model_timeout, PATIENCE_S)})
    started = perf_counter()
    try:
        # Loading the client is none of the model's time.
        model = build_model(once)
        started = perf_counter()
        message = model.invoke([HumanMessage(_QUESTION)])
    except DomainError as error:
        return Tried(settings.model, 0, "", error.message)
    except Exception as error:
        failure = explain(error)
        if failure is None:
            raise
        return Tried(settings.model, _since(started), "", _what_to_do(error, settings) or failure.message)
    assert isinstance(message, AIMessage)
    named = message.response_metadata.get("model_name")
    return Tried(str(named or settings.model), _since(started), " ".join(message.text.split())[:200])


def endpoint_of(settings: CopilotSettings) -> str:
    """Return where the model is, without any name or password that the address may carry."""
    if settings.model_base_url is None:
        return "api.openai.com"
    address = urlsplit(settings.model_base_url)
    place = address.hostname or settings.model_base_url.rpartition("@")[2]
    return f"{place}{f':{address.port}' if address.port else ''}{address.path}"


def _what_to_do(error: Exception, settings: CopilotSettings) -> str | None:
    from langchain_core import exceptions as failed

    place = endpoint_of(settings)
    match error:
        case failed.ModelAuthenticationError():
            return f"{place} does not accept the key. Check GREENLIGHT_MODEL_API_KEY, then start Greenlight again."
        case failed.ModelPermissionDeniedError():
            return f"The key may not use '{settings.model}' at {place}. Ask whoever runs it, or name another model."
        case failed.ModelNotFoundError():
            return (
                f"{place} has no model '{settings.model}', or it is not the endpoint. Check GREENLIGHT_MODEL and "
                "GREENLIGHT_MODEL_BASE_URL (it often ends in /v1), then start Greenlight again."
            )
        case failed.ModelTimeoutError():
            return (
                f"{place} did not answer within {PATIENCE_S:.0f} seconds. A model that is being loaded may need longer."
            )
        case failed.ModelConnectionError():
            return f"{place} cannot be reached. Check GREENLIGHT_MODEL_BASE_URL and the network."
        case _:
            return None


def _since(started: float) -> int:
    return round((perf_counter() - started) * 1000)

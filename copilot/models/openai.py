"""Any OpenAI-compatible endpoint. Importing this module loads the OpenAI client, which costs seconds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from langchain_core.messages import AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from copilot.models.failures import UNREADABLE_CALLS
from copilot.settings import CopilotSettings


class OpenAICompatible(ChatOpenAI):
    """`ChatOpenAI` that tells two things its stream keeps silent about.

    A refusal, which it drops. And tool calls whose arguments broke off: it mends the JSON (`{"rate": 12` of 1200 would
    run as 12), so their ids are named in `additional_kwargs[UNREADABLE_CALLS]` for the guard to set aside.
    """

    def _stream(self, *args: Any, **kwargs: Any) -> Iterator[ChatGenerationChunk]:
        written: dict[int | str | None, str] = {}
        ids: dict[int | str | None, str] = {}
        for generation in super()._stream(*args, **kwargs):
            message = generation.message
            for part in message.tool_call_chunks if isinstance(message, AIMessageChunk) else ():
                index = part.get("index")
                written[index] = written.get(index, "") + (part.get("args") or "")
                ids.setdefault(index, part.get("id") or "")
            yield generation
        broken = [ids[index] for index, arguments in written.items() if not _is_object(arguments)]
        if broken:
            yield ChatGenerationChunk(message=AIMessageChunk(content="", additional_kwargs={UNREADABLE_CALLS: broken}))

    def _convert_chunk_to_generation_chunk(
        self,
        chunk: dict[str, Any],
        default_chunk_class: type,
        base_generation_info: dict[str, Any] | None,
    ) -> ChatGenerationChunk | None:
        generation = super()._convert_chunk_to_generation_chunk(chunk, default_chunk_class, base_generation_info)
        delta = next((choice.get("delta") or {} for choice in chunk.get("choices") or ()), {})
        if generation is not None and delta.get("refusal"):
            generation.message.additional_kwargs["refusal"] = delta["refusal"]
        return generation


def _is_object(text: str) -> bool:
    try:
        return not text or isinstance(json.loads(text), dict)
    except ValueError:
        return False


def connect(settings: CopilotSettings) -> OpenAICompatible:
    """Return a chat model for the endpoint that `settings` name; nothing is sent until it is asked."""
    return OpenAICompatible(
        model=settings.model,
        base_url=settings.model_base_url,
        # Ollama, vLLM and the like want no key, yet the client refuses to start without one.
        api_key=settings.model_api_key or SecretStr("no-key"),
        timeout=settings.model_timeout,
        max_retries=settings.model_retries,
        temperature=settings.model_temperature,
        stream_usage=True,
        # Chat Completions is what every compatible endpoint speaks; the Responses API is OpenAI's alone.
        use_responses_api=False,
    )

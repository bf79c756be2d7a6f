"""Any OpenAI-compatible endpoint. Importing this module loads the OpenAI client, which costs seconds."""

from __future__ import annotations

from typing import Any

from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from copilot.settings import CopilotSettings


class OpenAICompatible(ChatOpenAI):
    """`ChatOpenAI` that keeps a streamed refusal, which the client's Chat Completions stream drops."""

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

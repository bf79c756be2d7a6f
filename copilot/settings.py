"""The copilot's settings: which model answers, and how far one turn may go."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class CopilotSettings(BaseSettings):
    """Read once at the edge from `GREENLIGHT_MODEL`, `GREENLIGHT_MODEL_BASE_URL`, `GREENLIGHT_MODEL_API_KEY`, ….

    `model` is `rules` (the embedded default: no key, no network) or the name of a model behind any OpenAI-compatible
    endpoint; `model_base_url` None means OpenAI's own. Times are seconds, `history_tokens` is an estimate at four
    characters a token.
    """

    model_config = SettingsConfigDict(env_prefix="GREENLIGHT_", frozen=True, protected_namespaces=(), extra="ignore")

    model: str = "rules"
    model_base_url: str | None = None
    model_api_key: SecretStr | None = None
    model_timeout: float = Field(default=60.0, gt=0)
    model_retries: int = Field(default=2, ge=0, le=10)
    model_temperature: float | None = Field(default=None, ge=0, le=2)
    history_tokens: int = Field(default=6_000, ge=500)
    turn_model_calls: int = Field(default=8, ge=1)
    turn_tool_calls: int = Field(default=24, ge=1)
    tool_argument_characters: int = Field(default=60_000, ge=1_000)

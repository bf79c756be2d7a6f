"""One place turns settings into a chat model, so that every door answers with the same one."""

from langchain_core.language_models import BaseChatModel

from copilot.models.rules.model import RulesModel
from copilot.settings import CopilotSettings
from store.kernel.errors import Invalid


def build_model(settings: CopilotSettings) -> BaseChatModel:
    """Return the chat model that `settings` name.

    Raises `Invalid` (`model_not_configured`) when a hosted model is named without a key: it says so before a turn
    starts instead of failing in the middle of one. An endpoint of one's own (`model_base_url`) may need no key.
    """
    if settings.model == "rules":
        return RulesModel(disable_streaming=True)  # the whole answer is known at once
    if settings.model_api_key is None and settings.model_base_url is None:
        raise Invalid(
            f"The model '{settings.model}' needs a key or an endpoint. Set GREENLIGHT_MODEL_API_KEY or "
            "GREENLIGHT_MODEL_BASE_URL, or set GREENLIGHT_MODEL=rules to work without either.",
            "model_not_configured",
        )
    # Imported here: the client costs seconds, and rules mode never needs it.
    from copilot.models.openai import connect

    return connect(settings)

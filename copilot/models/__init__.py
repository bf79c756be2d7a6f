"""The models that may answer a turn: the embedded rules, or any OpenAI-compatible endpoint."""

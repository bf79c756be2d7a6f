"""The AI: one agent turn, the models, and the four jobs."""

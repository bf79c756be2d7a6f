"""The `greenlight` command: the same functions as every door, at a terminal."""

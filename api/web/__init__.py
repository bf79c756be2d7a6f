"""The web UI: NiceGUI pages on the same application, calling the same functions as every other door."""

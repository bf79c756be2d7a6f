"""Where it is filmed."""

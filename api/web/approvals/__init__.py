"""Where a person decides: what waits, what exactly each would change, and what became of all the others."""

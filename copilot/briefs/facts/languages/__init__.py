"""Which languages the work speaks."""

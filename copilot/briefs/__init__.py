"""Job 1: a brief becomes a proposal that a person greenlights."""

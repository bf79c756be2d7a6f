"""People, and what they are paid."""

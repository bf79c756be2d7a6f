"""What may be spent, in whose currency, with or without tax."""

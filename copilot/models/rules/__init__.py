"""Rules mode: everyday questions answered without a key or a network, by a grammar that asks rather than guesses."""

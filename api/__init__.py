"""How the world reaches us: REST v1, the command line; every door calls the same functions."""

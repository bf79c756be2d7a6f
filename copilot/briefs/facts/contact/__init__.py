"""Whom to answer: a name, an address, a number, wherever the letter gives them."""

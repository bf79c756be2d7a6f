"""Whose film it is: mentions of firms and people, what speaks for each, and a weighed choice."""

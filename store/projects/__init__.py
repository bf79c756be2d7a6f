"""Clients, contacts, projects, and the six stages with their gates."""

"""Briefs become proposals: what a client asked for, and what the studio offers."""

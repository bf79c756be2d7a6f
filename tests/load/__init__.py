"""Loads that are measured by hand: how long a page takes with a large studio behind it."""

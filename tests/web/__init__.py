"""A real browser against a real server: what a person sees and does, and what must never happen to them."""

"""Documents: the files a studio receives and makes, their text, and the search over it."""

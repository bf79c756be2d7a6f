"""General, multilingual grammars over brief text: numbers, money, dates, running times, aspect ratios, day counts.

Each `find_*` is a pure function from a text and an ISO 639-1 language to `Found` readings in text order, with offsets
in the text it was given. The language tables live in `lexicon/`, one file a language.
"""

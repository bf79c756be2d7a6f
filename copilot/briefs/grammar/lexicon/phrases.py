"""How the tables are written and turned into patterns.

A table entry is phrases separated by `|"
    "`. A space matches any blank within a paragraph, a line wrap or a hyphen too; `*` at a word's
end matches its inflections. Accents are optional, and so is the two-letter spelling of ä, ö, ü, å, ø.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from copilot.briefs.grammar.fold import fold_word

_DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
NEVER = r"(?!)"


def spellings(word: str) -> frozenset[str]:
    """Return the folded spellings of a word: without accents, and with two letters for the Germanic vowels."""
    plain = fold_word(word)
    wide = fold_word("".join(_DIGRAPHS.get(c, c) for c in word.lower()))
    return frozenset({plain, wide})


@lru_cache(maxsize=4096)
def alternation(entry: str, *, bounded: bool = True) -> str:
    """Return one regex group that matches any phrase of a table entry in folded text, the longest first.

    `bounded` phrases do not start or end inside a word. An empty entry matches nothing.
    """
    words = {s for phrase in entry.split("|") if phrase.strip() for s in spellings(phrase.strip())}
    if not words:
        return NEVER
    phrases = [_pattern(w, bounded) for w in sorted(words, key=lambda w: (-len(w), w))]
    # One look to the left for all phrases that want it, not one a phrase: inside a word none of them is tried.
    runs = itertools.groupby(phrases, key=lambda phrase: phrase[::2])
    return "(?:" + "|".join(_bounded_run(edges, [body for _, body, _ in run]) for edges, run in runs) + ")"


def _bounded_run(edges: tuple[str, ...], bodies: list[str]) -> str:
    before, after = edges
    return f"{before}(?:{'|'.join(bodies)}){after}" if len(bodies) > 1 else before + bodies[0] + after


def _pattern(phrase: str, bounded: bool) -> tuple[str, str, str]:
    """Return what must not stand before the phrase, its own pattern, and what must not stand after it."""
    stem = phrase.rstrip("*")
    body = r"(?:\s+|-)".join(re.escape(part).replace(r"\*", r"\w*") for part in stem.split(" "))
    if phrase.endswith("*"):
        body += r"\w*"
    if not bounded:
        return "", body, ""
    before = r"(?<!\w)" if re.match(r"\w", stem) else ""
    after = r"(?!\w)" if re.search(r"[\w*]$", phrase) else ""
    return before, body, after

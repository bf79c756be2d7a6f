"""A cleaned view of a source text, with the way back to the original's offsets.

Invariant: for every span of the view, `quote(start, end)` stands verbatim in the source at the offsets it names.
Zero-width and bidi control characters are left out; typographic variants are folded one to one; text that is not
part of the brief can be blanked, which keeps every offset.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from store.proposals.facts import Quote

Span = tuple[int, int]

_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufe0e\ufe0f"
)
"""Zero-width, bidi control and variation characters: they carry no reading, and may hide one."""

SUSPICIOUS = frozenset("\u200b\u200c\u200d\u2060\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u00ad")
"""Those that have no place in plain European prose; many of them are a sign of someone hiding something."""

_FOLD = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\r", " "),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\u00d7\u2715", "x"),
        **dict.fromkeys("\u2236\uff1a", ":"),
        **dict.fromkeys("\u2028\u2029", "\n"),
        **dict.fromkeys("\u25cf\u25aa\u25e6\u2023\u00b7\u2043", "•"),
    }
)
_NO_WORD = re.compile(r"\S{401,}")


@dataclass(frozen=True)
class View:
    """Cleaned text; `origin[i]` is where the view's i-th character stands in the source text."""

    text: str
    original: str
    origin: tuple[int, ...]
    source_id: str

    def quote(self, start: int, end: int) -> Quote:
        """The source's own words behind a span of the view, without spaces at its ends."""
        while start < end and self.original[self.origin[start]].isspace():
            start += 1
        while end > start and self.original[self.origin[end - 1]].isspace():
            end -= 1
        first = self.origin[start] if start < len(self.origin) else len(self.original)
        last = self.origin[end - 1] + 1 if end > start else first
        return Quote(source=self.source_id, quote=self.original[first:last], start=first, end=last)

    def locate(self, start: int, end: int) -> Span:
        """The view's span for a span of the source text."""
        return bisect_left(self.origin, start), bisect_left(self.origin, end)

    def without(self, spans: Iterable[Span]) -> View:
        """The same view with the spans blanked (line breaks kept), so that nothing is read in them."""
        return View(blanked(self.text, spans), self.original, self.origin, self.source_id)

    def cut(self, spans: Iterable[Span]) -> View:
        """The same view without the characters of spans of the source, so that its lines read on across them."""
        gone = {at for start, end in spans for at in range(start, end)}
        kept = [n for n, at in enumerate(self.origin) if at not in gone]
        if len(kept) == len(self.origin):
            return self
        text = "".join(self.text[n] for n in kept)
        return View(text, self.original, tuple(self.origin[n] for n in kept), self.source_id)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans blanked."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = blank(text[start:end])
    return "".join(chars)


def blank(text: str) -> str:
    """Spaces in place of every character but line breaks."""
    return "".join("\n" if c == "\n" else " " for c in text)


def clean(text: str, source_id: str) -> View:
    """The view of a whole source text."""
    origin = tuple(i for i, c in enumerate(text) if c not in _INVISIBLE)
    seen = "".join(text[i] for i in origin).translate(_FOLD)
    seen = legible(seen)
    return View(seen, text, origin, source_id)


def legible(text: str) -> str:
    """The text with every run of more than 400 characters without a space blanked: no word or link is that long.

    Encoded files and rules drawn across a page are such runs, and a pattern's cost grows with the square of a run.
    """
    return _NO_WORD.sub(lambda run: " " * len(run[0]), text)


def woven_runs(text: str) -> tuple[Span, ...]:
    """Source spans whose letters are interlaced with invisible characters (four or more, at most three apart).

    One zero-width character inside a word is a line-break hint; many between letters hide a message from people.
    """
    runs: list[list[int]] = []
    for i, char in enumerate(text):
        if char in SUSPICIOUS:
            if runs and i - runs[-1][-1] <= 4:
                runs[-1].append(i)
            else:
                runs.append([i])
    spans = ((max(0, run[0] - 1), min(len(text), run[-1] + 2)) for run in runs if len(run) >= 4)
    return tuple((a, b) for a, b in spans if any(c.isalnum() for c in text[a:b]))

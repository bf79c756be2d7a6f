"""A short reply that leaves the rest as it was: the writer's own earlier message still says what it does not repeat."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.words import cue, entries, folded, pattern_of
from store.inbox.threads import Segment, split_thread


def still_standing(source: BriefSource) -> tuple[BriefSource, BriefSource] | None:
    """The newest message and the sender's own message before it, when the newest says that the rest holds; else None.

    Both keep the source's text, so quotes of either stand at its offsets.
    """
    segments = source.segments or split_thread(source.text)
    newest = tuple(s for s in segments if s.kind in ("body", "signature") and s.depth == 0)
    words = folded(newest_words(source))
    if not (cue("unchanged").search(words) or _rest_stands().search(words)):
        return None
    quoted = tuple(s for s in segments if s.kind == "quoted")
    older = tuple(s for s in quoted if _is_sender(s, source)) or tuple(
        s for s in quoted if not _is_ours(s, source) and not _is_greeted(s, words)
    )
    if not newest or not older:
        return None
    first = min(s.depth for s in older)
    before = tuple(replace(s, kind="body", depth=0) for s in older if s.depth == first)
    hidden = tuple(replace(s, kind="disclaimer") for s in segments if s not in newest)
    return replace(source, segments=(*newest, *hidden)), replace(source, segments=before)


def newest_words(source: BriefSource) -> str:
    """What the newest message says itself, without signature, quotes and boilerplate."""
    segments = source.segments or split_thread(source.text)
    return " ".join(source.text[s.start : s.end] for s in segments if s.kind == "body" and s.depth == 0)


@cache
def _rest_stands() -> re.Pattern[str]:
    """ "Everything else is as below", "all else stands", "der Rest wie unten": the rest, and soon that it holds."""
    rest, same = pattern_of(entries("cues", "the_rest")), pattern_of(entries("cues", "as_it_was"))
    return re.compile(rf"{rest}(?:[ ,:]+[\w']+){{0,3}}?[ ,:–-]+{same}")


def _is_sender(segment: Segment, source: BriefSource) -> bool:
    same_address = bool(segment.email) and segment.email == source.sender_email
    return same_address or bool(
        segment.author and source.sender_name and folded(segment.author) == folded(source.sender_name)
    )


def _is_ours(segment: Segment, source: BriefSource) -> bool:
    domain = (segment.email or "").rpartition("@")[2].lower()
    named = folded(segment.author or "")
    return domain in {d.lower() for d in source.own_domains if d} or any(
        folded(name) in named for name in source.own_names if name
    )


def _is_greeted(segment: Segment, words: str) -> bool:
    """Whether the newest message opens by addressing the quoted one's author: then the author is its reader."""
    first = folded(segment.author or "").split()[:1]
    return bool(first) and first[0] in re.findall(r"\w+", words)[:4]

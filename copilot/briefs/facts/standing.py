"""A short reply that leaves the rest as it was: the writer's own earlier message still says what it does not repeat."""

from __future__ import annotations

from dataclasses import replace

from copilot.briefs.facts.source import BriefSource
from copilot.briefs.facts.words import cue, folded
from store.inbox.threads import Segment, split_thread


def still_standing(source: BriefSource) -> tuple[BriefSource, BriefSource] | None:
    """The newest message and the sender's own message before it, when the newest says that the rest holds; else None.

    Both keep the source's text, so quotes of either stand at its offsets.
    """
    segments = source.segments or split_thread(source.text)
    newest = tuple(s for s in segments if s.kind in ("body", "signature") and s.depth == 0)
    words = folded(" ".join(source.text[s.start : s.end] for s in newest if s.kind == "body"))
    if not cue("unchanged").search(words):
        return None
    older = tuple(s for s in segments if s.kind == "quoted" and _is_sender(s, source))
    if not newest or not older:
        return None
    first = min(s.depth for s in older)
    before = tuple(replace(s, kind="body", depth=0) for s in older if s.depth == first)
    hidden = tuple(replace(s, kind="disclaimer") for s in segments if s not in newest)
    return replace(source, segments=(*newest, *hidden)), replace(source, segments=before)


def _is_sender(segment: Segment, source: BriefSource) -> bool:
    same_address = bool(segment.email) and segment.email == source.sender_email
    return same_address or bool(
        segment.author and source.sender_name and folded(segment.author) == folded(source.sender_name)
    )

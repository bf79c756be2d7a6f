"""Two messages in one: a newest one that changes a few things, and the one it lets stand in all it does not repeat.

What stands is a file or a mail passed on that says more of the job than the mail it comes with, a mail that is passed
on with "all else stands", or the writer's own earlier message under such a reply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from copilot.briefs.facts.letter.renewed import rest_stands, says_nothing_new, taken_back
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.view import Span, clean
from copilot.briefs.facts.letter.zones import enclosed_in, substance
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.grammar.language import detect_language
from store.inbox.threads import Segment, split_thread

_LEAST = 2
"""Lines that say something of a job in a file that is a brief; a logo or a sheet of terms has fewer."""


def still_standing(source: BriefSource) -> tuple[BriefSource, BriefSource] | None:
    """The newest message and the one that it lets stand; None where the source is to be read as one message.

    Both keep the source's text, so quotes of either stand at its offsets. What a mail brings along keeps the mail
    around it as well, which tells whose job it is and who wants to be answered.
    """
    segments = source.segments or split_thread(source.text)
    newest = _newest(segments)
    if source.is_enclosed or not newest:
        return None
    hidden = tuple(replace(s, kind="disclaimer") for s in segments if s not in newest)
    reply = replace(source, segments=(*newest, *hidden), unsaid=tuple(_unsaid(source, newest)), is_update=True)
    if _attaches_brief(source, segments):
        return reply, replace(source, segments=segments, subject=None, is_enclosed=True)
    if _passes_on(segments) and (_leaves_rest(source) or _corrects_brief(source, segments)):
        return reply, replace(source, segments=segments, is_enclosed=True)
    if not _leaves_rest(source):
        return None
    older = _own_before(source, segments)
    return (reply, replace(source, segments=older)) if older else None


def newest_words(source: BriefSource) -> str:
    """What the newest message says itself, without signature, quotes, files and boilerplate."""
    segments = source.segments or split_thread(source.text)
    return " ".join(source.text[s.start : s.end] for s in _newest(segments) if s.kind == "body")


def _newest(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    return tuple(s for s in segments if s.kind in ("body", "signature") and s.depth == 0 and not s.is_attached)


def _unsaid(source: BriefSource, newest: tuple[Segment, ...]) -> Iterator[Span]:
    """The stretches of the newest message that say nothing of the job."""
    language = detect_language(newest_words(source))
    for segment in newest:
        if segment.kind == "body":
            words = source.text[segment.start : segment.end]
            yield from ((segment.start + a, segment.start + b) for a, b in says_nothing_new(words, language))


def _attaches_brief(source: BriefSource, segments: tuple[Segment, ...]) -> bool:
    """Whether a file says more of the job than the mail it comes with."""
    attached, said = _substances(source, segments, [s for s in segments if s.is_attached])
    return attached >= _LEAST and attached > said


def _corrects_brief(source: BriefSource, segments: tuple[Segment, ...]) -> bool:
    """Whether a mail passed on says more of the job than the words above it, and these correct something in it."""
    passed_on, said = _substances(source, segments, segments)
    return passed_on >= _LEAST and passed_on > said > 0 and _corrects(newest_words(source))


def _corrects(words: str) -> bool:
    """Whether words announce changes, take a value back, or correct one: "instead of two minutes", "is now"."""
    low = folded(words)
    named = cue("announces_changes").search(low) or cue("correction").search(low)
    return named is not None or any(taken_back(words, detect_language(words)))


def _substances(source: BriefSource, segments: Sequence[Segment], brought: Sequence[Segment]) -> tuple[int, int]:
    """How much of a brief stands in what a mail brings along, and in the mail itself."""
    view = clean(source.text, source.source_id)
    own = [s for s in _newest(tuple(segments)) if s.kind == "body"]
    return substance(view, enclosed_in(brought)), substance(view, own)


def _passes_on(segments: tuple[Segment, ...]) -> bool:
    return any(s.kind == "forwarded" and not s.is_attached for s in segments)


def _leaves_rest(source: BriefSource) -> bool:
    words = folded(newest_words(source))
    return bool(cue("unchanged").search(words) or rest_stands().search(words))


def _own_before(source: BriefSource, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The sender's own message before the newest, as one that is read by itself."""
    words = folded(newest_words(source))
    quoted = tuple(s for s in segments if s.kind == "quoted")
    older = tuple(s for s in quoted if _is_sender(s, source)) or tuple(
        s for s in quoted if not _is_ours(s, source) and not _is_greeted(s, words)
    )
    first = min((s.depth for s in older), default=0)
    return tuple(replace(s, kind="body", depth=0) for s in older if s.depth == first)


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

"""A mail's text cut into who says what: newest words, quoted history, forwarded mail, headers, signatures, boilerplate.

Invariant: the segments of `split_thread` cover the text in order, without a gap and without overlap. Pure functions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from store.inbox.attribution import Attribution, attribution_at, has_sender_label, in_form
from store.inbox.closings import boilerplate_lines, signature_lines

SegmentKind = Literal["body", "quoted", "header", "forwarded", "signature", "disclaimer"]


@dataclass(frozen=True)
class Segment:
    """Characters `[start, end)` of the text and their role.

    `body` is the newest message; `quoted` are earlier messages; `forwarded` is a message passed on, which is what a
    bare forward is about. `depth` counts the messages it is nested in: 0 for the newest and its own signature.
    `author`, `email` and `sent_at` (aware; UTC where the header names no zone) are what the header above it says.
    `is_attached`: it stands in a file that came with the mail.
    """

    kind: SegmentKind
    start: int
    end: int
    depth: int
    author: str | None = None
    email: str | None = None
    sent_at: datetime | None = None
    is_attached: bool = False


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    level: int
    words: str


@dataclass(frozen=True)
class _Voice:
    """Whose words the lines are. `level` is the number of quote marks at which they end again."""

    level: int
    kind: SegmentKind
    depth: int
    author: str | None = None
    email: str | None = None
    sent_at: datetime | None = None


_MARKS = re.compile(r"^[ \t]{0,3}((?:>[ \t]?)+)")
_NEWEST = _Voice(0, "body", 0)
_PASSING_ON = re.compile(
    r"\b(?:fyi|see below|below|forward\w*|fwd?|passing|weiterleit\w*|weitergeleitet|s(?:iehe|\.) unten|anbei"
    r"|ci-dessous|transf\w+|reenv\w+|abajo|zie onder|onderstaand\w*|doorgestuurd|doorsturen|nedan|vidarebefordr\w*"
    r"|nedenfor|herunder|videresend\w*)\b",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"^\s*(?:fwd?|wg|tr|rv|vb|vs|doorst|i|enc)\s*:", re.IGNORECASE)
_ANSWER = re.compile(r"^\s*(?:re|aw|sv|antw|odp|rif|ref)\s*:", re.IGNORECASE)


def split_thread(text: str, *, subject: str | None = None) -> tuple[Segment, ...]:
    """Who says what in `text`, a mail's body or a pasted thread; `()` for the empty text.

    `subject` settles what the text alone cannot: under "FW:" the message below is forwarded, under "Re:" it is not.
    In a pasted thread whose messages run oldest first, the last one is the body and the others are quoted.
    """
    if not text:
        return ()
    lines = _lines(text, subject or "")
    voices = _voices(lines)
    segments = _labelled(lines, voices)
    return _newest_last(_passed_on(text, segments, subject or ""))


def _lines(text: str, subject: str) -> list[_Line]:
    bullets = _bullet_marks(text, subject)
    found: list[_Line] = []
    start = 0
    for number, raw in enumerate(text.splitlines(keepends=True)):
        marks = None if number in bullets else _MARKS.match(raw)
        level = marks.group(1).count(">") if marks else 0
        words = (raw[marks.end() :] if marks else raw).rstrip("\r\n")
        found.append(_Line(start, start + len(raw), level, words.replace("\ufeff", "")))
        start += len(raw)
    return [_refolded(found, index) for index in range(len(found))]


def _refolded(lines: list[_Line], index: int) -> _Line:
    """A mail program that folds a long quoted line leaves its last word without a mark; it is quoted all the same."""
    line = lines[index]
    if line.level or not 0 < index < len(lines) - 1 or not 0 < len(line.words.strip()) <= 20:
        return line
    before, after = lines[index - 1], lines[index + 1]
    folded = before.level and after.level and before.end - before.start >= 65
    return replace(line, level=min(before.level, after.level)) if folded else line


def _bullet_marks(text: str, subject: str) -> frozenset[int]:
    """Numbers of the lines whose `>` is no quote mark but a bullet or an indented block of the writer's own.

    Never where a header announces quotes, an answer's subject does, or the marked lines look like somebody's question.
    """
    lines = text.splitlines()
    marked = [number for number, line in enumerate(lines) if _MARKS.match(line)]
    if not marked or any(_looks_quoted(lines[number]) for number in marked):
        return frozenset()
    plain = [line for line in lines if not _MARKS.match(line)]
    if any(attribution_at(plain[index : index + 30], 0) for index in range(len(plain))):
        return frozenset()
    before = next((line for line in reversed(lines[: marked[0]]) if line.strip()), "")
    announced = before.rstrip().endswith(":") or 0 < len(before.split()) <= 4
    one_block = marked[-1] - marked[0] == len(marked) - 1 and not _ANSWER.match(subject)
    return frozenset(marked) if announced or one_block else frozenset()


def _looks_quoted(line: str) -> bool:
    words = _MARKS.sub("", line)
    nested = len(line) - len(line.lstrip("> ")) > 3
    return nested or not words.strip() or len(words) > 110 or words.rstrip().endswith("?") or "@" in words


def _voices(lines: list[_Line]) -> list[tuple[_Voice, bool]]:
    """For every line whose voice it is, and whether it is that voice's header."""
    spoken: list[tuple[_Voice, bool]] = []
    open_voices: list[_Voice] = [_NEWEST]
    words = [line.words for line in lines]
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.words.strip() or line.level:
            _close(open_voices, line.level)
            found = attribution_at(_same_level(lines, words, index), 0)
            if found is not None and not (found.labelled and in_form(words, index)):
                voice = _opened(found, lines, index, open_voices)
                spoken += [(voice, True)] * found.lines
                index += found.lines
                continue
        spoken.append((_at_level(open_voices, line.level), False))
        index += 1
    return spoken


def _same_level(lines: list[_Line], words: list[str], at: int) -> list[str]:
    """The next lines with as many quote marks as line `at`: a header never changes level."""
    end = at
    while end < min(len(lines), at + 30) and lines[end].level == lines[at].level:
        end += 1
    return words[at:end]


def _close(open_voices: list[_Voice], level: int) -> None:
    while len(open_voices) > 1 and open_voices[-1].level > level:
        open_voices.pop()


def _at_level(open_voices: list[_Voice], level: int) -> _Voice:
    """The innermost open voice; quote marks that no header announced are quoted all the same."""
    voice = open_voices[-1]
    if level > voice.level:
        kind: SegmentKind = "forwarded" if voice.kind == "forwarded" else "quoted"
        return _Voice(level, kind, max(voice.depth + 1, level))
    return voice


def _opened(found: Attribution, lines: list[_Line], index: int, open_voices: list[_Voice]) -> _Voice:
    """Push the voice that a header introduces: until the quote marks end if marks follow, else until the text ends."""
    current = _at_level(open_voices, lines[index].level)
    following = next((line for line in lines[index + found.lines :] if line.words.strip() or line.level), None)
    level = lines[index].level
    own_head = found.labelled and current == _NEWEST and not any(line.words.strip() for line in lines[:index])
    if own_head:
        voice = _Voice(0, "body", 0, found.author, found.email, found.sent_at)
    else:
        if following is not None and following.level > level:
            level = following.level
        kind: SegmentKind = "forwarded" if found.forward else "quoted"
        voice = _Voice(level, kind, current.depth + 1, found.author, found.email, found.sent_at)
    open_voices.append(voice)
    return voice


def _labelled(lines: list[_Line], voices: list[tuple[_Voice, bool]]) -> list[Segment]:
    """Runs of lines of one voice, with its signature and boilerplate set apart; empty lines go with what precedes."""
    kinds: list[tuple[SegmentKind, _Voice]] = []
    index = 0
    while index < len(lines):
        voice, header = voices[index]
        end = index
        while end < len(lines) and voices[end] == (voice, header):
            end += 1
        if header:
            kinds += [("header", voice)] * (end - index)
        else:
            kinds += [(kind, voice) for kind in _roles(lines[index:end], voice)]
        index = end
    segments: list[Segment] = []
    for line, (kind, voice) in zip(lines, kinds, strict=True):
        last = segments[-1] if segments else None
        same = last is not None and (last.kind, last.depth, last.author, last.sent_at) == (
            kind, voice.depth, voice.author, voice.sent_at,
        )  # fmt: skip
        if last is not None and (same or (not line.words.strip() and not line.level)):
            segments[-1] = replace(last, end=line.end)
        else:
            segments.append(Segment(kind, line.start, line.end, voice.depth, voice.author, voice.email, voice.sent_at))
    return segments


def _roles(lines: list[_Line], voice: _Voice) -> list[SegmentKind]:
    words = [line.words for line in lines]
    roles: list[SegmentKind] = [voice.kind] * len(lines)
    for start, end in _paragraphs(words):
        for offset in boilerplate_lines(words[start:end]):
            roles[start + offset] = "disclaimer"
    kept = [index for index, role in enumerate(roles) if role != "disclaimer"]
    for position in signature_lines([words[index] for index in kept]):
        roles[kept[position]] = "signature"
    return roles


def _paragraphs(words: list[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index, line in enumerate([*words, ""]):
        if line.strip() and start is None:
            start = index
        elif not line.strip() and start is not None:
            found.append((start, index))
            start = None
    return found


def _passed_on(text: str, segments: list[Segment], subject: str) -> list[Segment]:
    """Outlook forwards with the block it also uses for replies; the subject tells, or a message that says nothing of
    its own, or only that it passes something on. Only the first message below is then forwarded."""
    first = next((index for index, segment in enumerate(segments) if segment.kind == "quoted"), None)
    if first is None or any(segment.kind == "forwarded" for segment in segments) or _ANSWER.match(subject):
        return segments
    head = next((segment for segment in reversed(segments[:first]) if segment.kind == "header"), None)
    if head is None or not has_sender_label(text[head.start : head.end]):
        return segments
    own = " ".join(text[segment.start : segment.end] for segment in segments if segment.kind == "body")
    says_nothing = not re.search(r"[^\W_]", own)
    if not (_FORWARD.match(subject) or says_nothing or (len(own.split()) <= 40 and _PASSING_ON.search(own))):
        return segments
    passed = segments[first]
    return [
        replace(segment, kind="forwarded")
        if segment.kind == "quoted" and (segment.depth, segment.author) == (passed.depth, passed.author)
        else segment
        for segment in segments
    ]


def _newest_last(segments: list[Segment]) -> tuple[Segment, ...]:
    """Where the text begins with a message's own header and the dates rise, the last message is the newest."""
    heads = [segment for segment in segments if segment.kind == "header"]
    dates = [segment.sent_at for segment in heads if segment.sent_at is not None]
    own_head = bool(heads) and heads[0].depth == 0
    if not own_head or len(dates) < 2 or len(dates) != len(heads) or dates != sorted(dates) or dates[0] == dates[-1]:
        return tuple(segments)
    newest = heads[-1]
    result: list[Segment] = []
    for segment in segments:
        is_newest = segment.start >= newest.start
        kind = segment.kind
        if kind in ("body", "quoted", "forwarded"):
            kind = "body" if is_newest else "quoted"
        result.append(replace(segment, kind=kind, depth=0 if is_newest else 1))
    return tuple(result)

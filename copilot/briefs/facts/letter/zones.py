"""Which of a text's words are the brief: the newest message or the forwarded one, without history, signatures, past
projects, the other side of a chat, and sentences addressed to machines.

Invariant: what is left out is blanked, never moved, so every reading keeps its place in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from copilot.briefs.facts.letter import injection
from copilot.briefs.facts.letter.asides import aside_spans
from copilot.briefs.facts.letter.boxes import unsaid_spans
from copilot.briefs.facts.letter.chat import Message, messages_of
from copilot.briefs.facts.letter.lines import Unit, units_of
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.topics import asked_topic
from copilot.briefs.facts.letter.view import Span, View, clean, woven_runs
from copilot.briefs.facts.words import cue, folded, kind_patterns, names
from copilot.briefs.grammar.dates import find_dates
from store.inbox.threads import Segment, split_thread

_COMMENT = re.compile(r"<!--(?:(?!<!--).){0,4000}?-->", re.DOTALL)
"""A comment in Markdown or HTML source, which no reader of the page sees."""
_SPOKEN = ("body", "quoted", "forwarded")
_OWN = re.compile(
    r"(?:(?:our|the|own|on|auf|unsere?\w*|die|der|le|la|les|notre|nos|sur|el|nuestr\w+|en|il|nostr\w+|o|noss\w+|onze|"
    r"de|op|var\w*|vor\w*|pa) )+"
)
_FIGURE = re.compile(
    r"\d|\b(?:ten|two|three|four|five|zwei|drei|vier|funf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|twee|drie|vijf|"
    r"tva|tre|to|fire|fyra|fem|due|quattro|cinque|dois|duas|quatro)\b"
)


_LETTER_WORDS = 25


@dataclass(frozen=True)
class Zones:
    """The brief's own words. `wanted` is the view with everything else blanked, `units` are read from it in order.

    `plain` is the whole text; `shown` blanks only what nobody should read (hidden or injected text, options of a form
    that are not ticked); `voiced` is the
    brief's message with its signature, `outer` the newest message with its own, `theirs` everything their side wrote,
    older messages and colleagues in a chat too; `signatures` and `author` say who wrote the brief. `is_update`: it only
    changes another message.
    """

    plain: View
    shown: View
    wanted: View
    voiced: View
    outer: View
    theirs: View
    units: tuple[Unit, ...]
    signatures: tuple[Span, ...]
    author: str | None
    email: str | None
    is_forward: bool
    is_chat: bool
    is_update: bool
    reference: date
    injected: tuple[Span, ...]
    commented: tuple[Span, ...]
    woven: tuple[Span, ...]

    @cached_property
    def is_note(self) -> bool:
        """Whether so little is said that it is left to the rules: weights are learnt from letters."""
        return len(self.wanted.text.split()) < _LETTER_WORDS

    @cached_property
    def units_aside(self) -> tuple[Unit, ...]:
        """What else their side wrote and the brief's own units do not hold: older messages, words set aside, but not
        what a label of its own sets aside ("Last year's budget | …")."""
        own = self.unit_at
        return tuple(
            u for u in units_of(self.theirs) if u.topic != "aside" and own(u.start) is None and own(u.end - 1) is None
        )

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(unit.start for unit in self.units)

    def part_of(self, start: int, end: int) -> str:
        """In which part of the letter a stretch of the shown view stands: its message, signature or quoted mail."""
        if any(a <= start < b for a, b in self.signatures):
            return "signature"
        views = (("wanted", self.wanted), ("voiced", self.voiced), ("outer", self.outer), ("theirs", self.theirs))
        return next((name for name, view in views if view.text[start:end].strip()), "elsewhere")

    def position_at(self, start: int) -> int:
        """Which of the units holds a position of the view, or the last one before it; -1 before the first."""
        return bisect_right(self._starts, start) - 1

    def unit_at(self, start: int) -> Unit | None:
        """The unit that holds a position of the view."""
        at = self.position_at(start)
        return self.units[at] if at >= 0 and start < self.units[at].end else None

    def unit_before(self, unit: Unit) -> Unit | None:
        """The unit read right before this one."""
        at = self.position_at(unit.start)
        return self.units[at - 1] if at > 0 else None


def zones_of(source: BriefSource) -> Zones:
    """Sort the source's words into zones."""
    full = clean(source.text, source.source_id).cut(source.unsaid)
    woven = woven_runs(source.text)
    visible = full.without(full.locate(a, b) for a, b in woven)
    commented = tuple(m.span() for m in _COMMENT.finditer(visible.text))
    visible = visible.without(commented)
    injected = tuple(_injected(visible))
    shown = visible.without(injected)
    shown = shown.without(unsaid_spans(shown.text))
    segments = source.segments or split_thread(source.text)
    spoken, head = _brief_segments(shown, tuple(segments), source)
    wanted = shown.without(_outside(shown, spoken))
    signed = [s for s in segments if s.kind == "signature" and _speaks(s, spoken)]
    voiced = shown.without(_outside(shown, [*spoken, *signed]))
    outer = shown.without(_outside(shown, [s for s in segments if s.depth == 0 and s.kind in ("body", "signature")]))
    messages = messages_of(wanted)
    theirs = shown.without(_outside(shown, [s for s in segments if _is_theirs(s, source)]))
    theirs = theirs.without(span for m in messages for span in _not_theirs(m, source))
    author, email, reference = head.author if head else None, head.email if head else None, source.received_on
    if head and head.sent_at and head.sent_at.date() <= source.received_on:
        reference = head.sent_at.date()
    if messages:
        wanted, author = _client_side(wanted, messages, source)
        voiced = wanted
        reference = _chat_day(messages, source.received_on)
    breaks = frozenset(m.start for m in messages)
    wanted = wanted.without(aside_spans(units_of(wanted, breaks), reference))
    units = _answers(_media_not_places(units_of(wanted, breaks)), messages, shown, segments)
    signatures = tuple(shown.locate(s.start, s.end) for s in signed)
    is_forward = head is not None and head.kind in ("forwarded", "quoted")
    return Zones(
        plain=full,
        shown=shown,
        wanted=wanted,
        voiced=voiced,
        outer=outer,
        theirs=theirs,
        units=units,
        signatures=signatures,
        author=author,
        email=email,
        is_forward=is_forward,
        is_chat=bool(messages),
        is_update=source.is_update,
        reference=reference,
        injected=injected,
        commented=commented,
        woven=woven,
    )


def _injected(view: View) -> Iterator[Span]:
    """Sentences that give orders to a machine, with the orders that follow them in the same paragraph."""
    units = units_of(view, frozenset(m.start for m in messages_of(view)))
    hit = {i for i, unit in enumerate(units) if injection.strong(unit.low) or _labelled_order(view, unit)}
    for i in sorted(hit):
        for step in (1, -1):
            j = i + step
            while 0 <= j < len(units) and units[j].paragraph == units[i].paragraph and j not in hit:
                if not injection.follows(units[j].low):
                    break
                hit.add(j)
                j += step
    spans: list[Span] = []
    for i in sorted(hit):
        unit = units[i]
        start = unit.label[0] if unit.label and _begins_with_label(view, unit) else unit.start
        if spans and not view.text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], unit.end)
        else:
            spans.append((start, unit.end))
    yield from spans


def orders_a_machine(text: str) -> bool:
    """Whether words that no reader sees give orders to a machine."""
    low = folded(text.replace("\n", " "))
    return injection.strong(low) or injection.hidden_order(low)


def _labelled_order(view: View, unit: Unit) -> bool:
    """Whether the label before a unit addresses a machine ("SYSTEM: …", "Note to AI: …")."""
    if unit.label is None or not _begins_with_label(view, unit):
        return False
    return injection.strong(folded(view.text[unit.label[0] : unit.end].replace("\n", " ")))


def _begins_with_label(view: View, unit: Unit) -> bool:
    """Whether nothing but a colon stands between the unit and its label; a later sentence only inherits it."""
    return unit.label is not None and not re.search(r"\w", view.text[unit.label[1] : unit.start])


def _brief_segments(
    view: View, segments: tuple[Segment, ...], source: BriefSource
) -> tuple[list[Segment], Segment | None]:
    """The segments that are the brief and the one that names its author: the newest message, or the one passed on."""
    if source.is_enclosed and (enclosed := enclosed_in(segments)):
        return enclosed, enclosed[0]
    body = [s for s in segments if s.kind == "body"]
    addressed = _addressed(view, body)
    below = [
        s
        for s in segments
        if s.kind in ("forwarded", "quoted")
        and not _is_ours(s, source)
        and not (s.kind == "quoted" and s.author and folded(s.author).split()[0] in addressed)
    ]
    if body and substance(view, body) >= 2:
        return body, body[0]
    for depth in sorted({s.depth for s in below}):
        chosen = [s for s in below if s.depth == depth]
        passed_on = chosen[0].kind == "forwarded"
        if substance(view, chosen) >= max(1, substance(view, body) + (0 if passed_on else 1)):
            return chosen, chosen[0]
    return (body, body[0]) if body else (below[:1], below[0] if below else None)


def enclosed_in(segments: Iterable[Segment]) -> list[Segment]:
    """The words of what a mail brings along: of its files, or else of the mail that it passes on."""
    brought = [s for s in segments if s.kind == "forwarded" or (s.kind == "body" and s.is_attached)]
    return [s for s in brought if s.is_attached] or brought


def _is_theirs(segment: Segment, source: BriefSource) -> bool:
    """Whether their side wrote a segment, the signatures of older messages included."""
    said = segment.kind in _SPOKEN or (segment.kind == "signature" and segment.depth > 0)
    return said and not _is_ours(segment, source)


def _not_theirs(message: Message, source: BriefSource) -> list[Span]:
    return [message.prefix, *([(message.start, message.end)] if _is_own(message.author, source) else [])]


def _is_ours(segment: Segment, source: BriefSource) -> bool:
    """Whether our own studio wrote a segment: its domain, or a name that is the studio's."""
    address = segment.email or (source.sender_email if segment.depth == 0 else None)
    domain = (address or "").lower().rpartition("@")[2]
    return domain in source.own_domains or _is_own(segment.author, source)


def _addressed(view: View, body: list[Segment]) -> frozenset[str]:
    """The names in the newest message's greeting: who is written to has not written the brief below."""
    text = "".join(view.text[slice(*view.locate(s.start, s.end))] for s in body)
    line = next((line for line in text.split("\n") if line.strip()), "")
    greeting = re.split(r"[,:!–-]", line)[0]
    return frozenset(folded(greeting).split()) if len(greeting.split()) <= 5 else frozenset()


def substance(view: View, segments: list[Segment]) -> int:
    """How much of a brief the segments hold: lines that name a figure together with something a brief is about."""
    score = 0
    for segment in segments:
        a, b = view.locate(segment.start, segment.end)
        for line in folded(view.text[a:b]).split("\n"):
            about = cue("budget").search(line) or cue("delivery").search(line) or cue("shoot").search(line)
            named = any(pattern.search(line) for _, pattern in kind_patterns())
            score += bool(_FIGURE.search(line) and (about or named))
    return score


def _outside(view: View, spoken: list[Segment]) -> list[Span]:
    """The gaps between the spoken segments, and the quote marks in front of their lines."""
    at, gaps = 0, []
    for start, end in sorted(view.locate(s.start, s.end) for s in spoken):
        gaps.append((at, start))
        gaps.extend(
            (start + m.start(), start + m.end())
            for m in re.finditer(r"^[ \t]*(?:>[ \t]?)+", view.text[start:end], re.M)
        )
        at = end
    return [*gaps, (at, len(view.text))]


def _speaks(signature: Segment, spoken: list[Segment]) -> bool:
    return any(signature.depth == s.depth and signature.author == s.author for s in spoken)


def _is_own(name: str | None, source: BriefSource) -> bool:
    low = folded(name or "")
    stems = [d.split(".")[0] for d in source.own_domains]
    return any(folded(own) in low for own in (*source.own_names, *stems) if len(own) > 2)


def _client_side(view: View, messages: tuple[Message, ...], source: BriefSource) -> tuple[View, str | None]:
    """Blank the studio's own messages and every prefix; the client is the other side, or the one with more figures."""
    authors = list(dict.fromkeys(m.author for m in messages if m.author))
    others = [a for a in authors if not _is_own(a, source)]
    if len(others) == len(authors) == 2 and not _are_colleagues(*others):
        figures = {
            a: sum(len(re.findall(r"\d", view.text[m.start : m.end])) for m in messages if m.author == a)
            for a in authors
        }
        others = [max(authors, key=lambda a: (figures[a], a == authors[0]))]
    silent = [(m.start, m.end) for m in messages if m.author not in others]
    main = max(others, key=lambda a: sum(m.end - m.start for m in messages if m.author == a), default=None)
    before = [(0, messages[0].prefix[0])] if messages[0].day else []
    return view.without([m.prefix for m in messages] + silent + before), main


def _are_colleagues(one: str, other: str) -> bool:
    """Whether two authors bear one firm's name: "Priya (Loomhouse)", "Jeppe (Loomhouse)"."""
    return any(len(word) > 3 for word in set(re.findall(r"\w+", folded(one))) & set(re.findall(r"\w+", folded(other))))


def _chat_day(messages: tuple[Message, ...], received_on: date) -> date:
    """The last message's day, when it is readable and shortly before the brief came in."""
    for message in reversed(messages):
        found = find_dates(message.day, "de", received_on, True) if message.day else []
        days = [f.value.start for f in found if f.value.start]
        if days and 0 <= (received_on - days[0]).days <= 60:
            return days[0]
    return received_on


def _media_not_places(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """ "Where: TV, online, OOH" speaks of media, and so does what follows under the same heading."""
    out: list[Unit] = []
    media = False
    for unit in units:
        here = unit.subject == "locations"
        channels = here and unit.topic is not None and _lists_channels(unit)
        opened = _OWN.match(unit.low)
        media = here and (
            media
            or channels
            or any(p.match(unit.low, opened.end() if opened else 0) for name, p in names("media") if name != "events")
        )
        field = unit.topic is not None
        out.append(
            replace(unit, topic="usage" if field else None, section=None if field else "usage") if media else unit
        )
    return tuple(out)


def _lists_channels(unit: Unit) -> bool:
    """Whether most items of a line are media: "Dove: maxischermo all'ingresso, sito, Instagram"."""
    items = [item for item in re.split(r"[,;/+]|\s(?:and|und|et|y|e|en|och|og)\s", unit.low) if item.strip()]
    media = [p for name, p in names("media") if name != "events"]
    named = sum(any(p.fullmatch(_OWN.sub("", item.strip(" ."))) for p in media) for item in items)
    return named >= 2 and named * 2 > len(items)


def _filled_in(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Mark what stands right below a question of a form: "When do you need it?" / "27/11/2026"."""
    out: list[Unit] = []
    for n, unit in enumerate(units):
        before = units[n - 1] if n else None
        opens = before is not None and (n < 2 or units[n - 2].paragraph != before.paragraph)
        ends = n + 1 == len(units) or units[n + 1].paragraph != unit.paragraph
        if before and opens and ends and before.paragraph == unit.paragraph and _is_question(before, unit):
            unit = replace(unit, asked=asked_topic(before.text), section=None)
        out.append(unit)
    return tuple(out)


def _is_question(question: Unit, answer: Unit) -> bool:
    plain = question.kind == answer.kind == "prose" and answer.topic is None
    return plain and question.text.rstrip().endswith("?") and len(answer.text.split()) <= 8


def _answers(
    units: tuple[Unit, ...], messages: tuple[Message, ...], shown: View, segments: tuple[Segment, ...]
) -> tuple[Unit, ...]:
    """Mark the units that answer a question: the other side's last message, or the quoted words right above."""
    turns = [(m.start, m.end, m.author) for m in messages] or [
        (*shown.locate(s.start, s.end), str(n)) for n, s in enumerate(segments) if s.kind in ("body", "quoted")
    ]
    if len(turns) < 2:
        return _filled_in(units)
    starts = [start for start, _, _ in turns]
    marked = []
    for unit in units:
        at = bisect_right(starts, unit.start) - 1
        within = at >= 0 and unit.start < turns[at][1]
        asking = turns[at - 1] if within and at > 0 else turns[at] if at >= 0 and not within else None
        spoken = None if asking is None or (within and asking[2] == turns[at][2]) else asking
        asked = asked_topic(shown.text[spoken[0] : spoken[1]].strip()) if spoken else None
        marked.append(replace(unit, asked=asked))
    return tuple(marked)

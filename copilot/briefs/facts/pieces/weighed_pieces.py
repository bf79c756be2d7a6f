"""The list of pieces, weighed a second time: which lengths are wanted, how many pieces of each, which photographs.

The rules' pieces stand where the judges agree. A piece goes whose length is none of a wanted piece; a length that is
wanted and that no piece has makes one; the number of pieces and of photographs is weighed against every number told.
"""

from __future__ import annotations

from dataclasses import replace

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.facts.pieces.found_shapes import with_found_shapes
from copilot.briefs.facts.pieces.lengths_together import Wanted
from copilot.briefs.facts.pieces.message_told import Told, told, told_aside
from copilot.briefs.facts.pieces.wanted import (
    Pieces,
    measured,
    mentions_of,
    seconds_of,
    wanted_lengths,
    weighed_counts,
    weighed_lengths,
)
from copilot.briefs.facts.pieces.weighed_stills import weighed_stills
from copilot.briefs.learned.judge import judge_of
from store.inbox.threads import Segment
from store.proposals.facts import Deliverable, Quote

_MOST_MESSAGES = 4


def messages_told(source: BriefSource, zones: Zones, language: str) -> list[Told]:
    """The newest message, then those it quotes or passes on; `zones` are those of the one that the rules read.

    Where that is a message passed on, what is written above it is the newest.
    """
    said = [s for s in source.segments if s.kind in ("body", "quoted", "forwarded")]
    depths = sorted({s.depth for s in said})[:_MOST_MESSAGES]
    read = _depth_of(zones, said)
    if read is None or read not in depths or len(depths) < 2:
        return _with_asides([told(zones, language)])
    found: list[Told] = []
    for n, depth in enumerate(depths):
        own = zones if depth == read else _zones_of_older(source, [s for s in said if s.depth == depth])
        found.append(told(own, language, n, found[0] if found else None))
    return _with_asides(found)


def _with_asides(messages: list[Told]) -> list[Told]:
    """The messages, and behind them what is said by the way in each."""
    return [*messages, *(aside for message in messages if (aside := told_aside(message)) is not None)]


def _depth_of(zones: Zones, said: list[Segment]) -> int | None:
    """How deep in its thread the message stands whose zones they are."""
    for unit in zones.units[:1]:
        at = zones.wanted.quote(unit.start, unit.end).start
        return next((s.depth for s in said if s.start <= at < s.end), None)
    return None


def _zones_of_older(source: BriefSource, message: list[Segment]) -> Zones:
    spoken = tuple(replace(s, kind="body", depth=0) for s in message)
    hidden = tuple(replace(s, kind="disclaimer") for s in source.segments if s not in message)
    return zones_of(replace(source, segments=tuple(sorted((*spoken, *hidden), key=lambda s: s.start))))


def weighed_pieces(messages: list[Told], zones: Zones, pieces: Pieces) -> tuple[Pieces, tuple[Quote, ...]]:
    """The pieces that rules and learnt weights give together, and quotes for what the rules had not read."""
    if zones.is_note and seconds_of(pieces):
        return pieces, ()
    return weighed(messages, pieces)


def weighed(messages: list[Told], pieces: Pieces) -> tuple[Pieces, tuple[Quote, ...]]:
    """The rules' pieces weighed against all that the messages tell."""
    lengths = weighed_lengths(mentions_of(messages, pieces), judge_of("piece_length"))
    wanted = wanted_lengths(lengths)
    counts = weighed_counts(wanted, pieces)
    unmeasured = [p for p in pieces if p.duration_seconds is None and p.kind != "stills"]
    quotes: list[Quote] = []
    out: list[Deliverable] = []
    found: list[Wanted] = []
    for piece in pieces:
        seconds = piece.duration_seconds
        if seconds is None or (seconds in lengths and seconds not in wanted):
            continue
        if _said_again(piece, out):
            continue
        alone = sum(p.duration_seconds == seconds for p in pieces) == 1
        if seconds in wanted and alone:
            quantity, span = counts[seconds]
            if quantity != piece.quantity and span:
                quotes.append(_quote(wanted[seconds][0], span))
            piece = piece.model_copy(update={"quantity": quantity})
        out.append(piece)
    for seconds in (s for s in wanted if s not in seconds_of(out)):
        first = wanted[seconds][0]
        quantity, span = counts[seconds]
        out.append(_new_piece(first, quantity, unmeasured, out))
        quotes.append(_quote(first, span or (first.length.start, first.length.end)))
        found.append(first)
    for message in {id(w.message): w.message for w in found}.values():
        told_at = {s: measured(w.length) for s, said in wanted.items() for w in said[::-1] if w.message is message}
        mine = [w.length.seconds for w in found if w.message is message]
        out, shapes = with_found_shapes(message, out, told_at, mine)
        quotes += [message.zones.wanted.quote(*span) for span in shapes]
    stills, said = weighed_stills(messages, pieces)
    if not out and not stills:
        return pieces, ()
    return (*(out or unmeasured), *stills), (*quotes, *said)


def _said_again(piece: Deliverable, known: list[Deliverable]) -> bool:
    """Whether a piece is one of the known ones, which then takes the shapes that only one mention names."""
    for n, other in enumerate(known):
        same = (other.quantity, other.duration_seconds) == (piece.quantity, piece.duration_seconds)
        if same and not (other.aspect_ratios and piece.aspect_ratios):
            known[n] = other.model_copy(update={"aspect_ratios": other.aspect_ratios or piece.aspect_ratios})
            return True
    return False


def _quote(wanted: Wanted, span: Span) -> Quote:
    """The words from the number to the length, where one line says both."""
    length = wanted.length
    start, end = min(span[0], length.start), max(span[1], length.end)
    if end - start > 200:
        start, end = length.start, length.end
    return wanted.message.zones.wanted.quote(start, end)


def _new_piece(wanted: Wanted, quantity: int, unmeasured: list[Deliverable], known: list[Deliverable]) -> Deliverable:
    """A piece of a length that no piece had: the one that was named without a length, else one of the line's name."""
    length = wanted.length
    line = wanted.message.lines[length.at]
    ratios = tuple(dict.fromkeys(str(m.value) for m in line.marks if m.kind == "ratio"))
    shared = {p.aspect_ratios for p in known}
    noun = min(
        (m for m in line.marks if m.kind == "noun" and m.value != "stills"),
        key=lambda m: abs(m.start - length.start),
        default=None,
    )
    named = next((p for p in unmeasured if p.quantity == quantity), None) or next(iter(unmeasured), None)
    if named and not noun:
        return named.model_copy(update={"quantity": quantity, "duration_seconds": length.seconds})
    kind = str(noun.value) if noun else "film"
    common = next(iter(shared)) if len(shared) == 1 else ()
    return Deliverable(
        name=noun.text if noun else kind,
        kind=kind,
        quantity=quantity,
        duration_seconds=length.seconds,
        aspect_ratios=ratios or (named.aspect_ratios if named else ()) or common,
    )

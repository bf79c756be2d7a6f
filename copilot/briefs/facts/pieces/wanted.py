"""Which lengths are wanted and how many pieces there are of each: each weighed for itself, then beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.pieces.counts_together import Counting, counts_together
from copilot.briefs.facts.pieces.lengths_together import Wanted, lengths_together
from copilot.briefs.facts.pieces.lengths_told import Length, lengths_of
from copilot.briefs.facts.pieces.message_told import Told
from copilot.briefs.facts.pieces.weighed_counts import Count, quantities_for, rules_multiply
from copilot.briefs.facts.pieces.weighed_lengths import length_features, vouched_for
from copilot.briefs.facts.pieces.weighed_times import Measured
from copilot.briefs.learned.judge import Features, Judge, judge_of
from store.proposals.facts import Deliverable

Pieces = tuple[Deliverable, ...]
_UNLIKELY = -2.0
"""Log odds below which a length is not taken even where no other is told."""


@dataclass(frozen=True)
class Mention:
    """A length where it is told, with what is seen around it; `vouched`: the rules read it here."""

    message: Told
    length: Length
    seen: Features
    vouched: bool


def mentions_of(messages: Sequence[Told], pieces: Pieces) -> list[Mention]:
    """Every time told, in every message."""
    known = seconds_of(pieces)
    told = [(message, lengths_of(message)) for message in messages]
    return [
        Mention(message, length, length_features(message, lengths, n), vouched_for(message, length, known))
        for message, lengths in told
        for n, length in enumerate(lengths)
    ]


def weighed_lengths(mentions: Sequence[Mention], judge: Judge) -> dict[int, list[Wanted]]:
    """Every length with its mentions in the newest message that tells it, the likeliest first."""
    found: dict[int, list[Wanted]] = {}
    for mention in mentions:
        message, length = mention.message, mention.length
        if any(w.settles and w.message.depth < message.depth for w in found.get(length.seconds, ())):
            continue
        settles = length.how == "mark" or bool(mention.seen.get("negated"))
        odds = judge.log_odds(mention.seen, mention.vouched)
        found.setdefault(length.seconds, []).append(
            Wanted(message, length, odds, settles, mention.vouched, mention.seen)
        )
    return {seconds: sorted(said, key=lambda w: -w.odds) for seconds, said in found.items()}


def wanted_lengths(lengths: dict[int, list[Wanted]]) -> dict[int, list[Wanted]]:
    """The lengths that pieces are to have; the likeliest even if it is none too likely, as a job has some piece."""
    judge = judge_of("piece_length_among_others")
    seen = lengths_together(lengths)
    odds = {seconds: judge.log_odds(seen[seconds], any(w.vouched for w in said)) for seconds, said in lengths.items()}
    wanted = {seconds: said for seconds, said in lengths.items() if odds[seconds] > 0}
    likeliest = max(odds, key=lambda seconds: odds[seconds], default=None)
    if not wanted and likeliest and odds[likeliest] > _UNLIKELY:
        return {likeliest: lengths[likeliest]}
    return wanted


def countings_of(wanted: dict[int, list[Wanted]], pieces: Pieces, judge: Judge) -> dict[int, Counting]:
    """For each wanted length every number that may say how many pieces it has, weighed for itself."""
    known = [p.quantity for p in pieces if p.duration_seconds is None and p.kind != "stills"]
    found: dict[int, Counting] = {}
    for seconds, said in wanted.items():
        ruled = [p.quantity for p in pieces if p.duration_seconds == seconds]
        counts = quantities_for(_told_at(said), ruled[0] if len(ruled) == 1 else None, known)
        trusted = ruled[0] if len(ruled) == 1 and rules_multiply(counts.values()) else None
        odds = tuple(judge.log_odds(count.seen, quantity == trusted) for quantity, count in counts.items())
        found[seconds] = Counting(measured(said[0].length), tuple(counts.values()), odds, trusted)
    return found


def weighed_counts(wanted: dict[int, list[Wanted]], pieces: Pieces) -> dict[int, tuple[int, Span | None]]:
    """How many pieces of each length there are, with the span of the number where it is not the rules' one."""
    judge = judge_of("piece_count_among_others")
    countings = countings_of(wanted, pieces, judge_of("piece_count"))
    found: dict[int, tuple[int, Span | None]] = {}
    for (seconds, counting), seen in zip(countings.items(), counts_together(tuple(countings.values())), strict=True):
        odds = {
            count.quantity: (judge.log_odds(features, count.quantity == counting.trusted), -count.quantity, count)
            for count, features in zip(counting.counts, seen, strict=True)
        }
        likeliest = max(odds.values(), key=lambda one: one[:2])[2]
        trusted = counting.trusted
        if trusted and _stands(trusted, likeliest):
            found[seconds] = trusted, None
        else:
            span = likeliest.start, likeliest.end
            found[seconds] = likeliest.quantity, None if likeliest.quantity == trusted else span
    return found


def _stands(trusted: int, likeliest: Count) -> bool:
    """Whether the rules' number holds: what they counted they have multiplied, if it is to be, and not by mistake."""
    factor = 1 < likeliest.quantity < trusted and trusted % likeliest.quantity == 0
    return trusted > 1 and ("x" in likeliest.seen or factor)


def _told_at(said: list[Wanted]) -> list[tuple[Told, Measured]]:
    """Where a length is told that its number is looked for at."""
    return [(wanted.message, measured(wanted.length)) for wanted in said[:2]]


def measured(length: Length) -> Measured:
    return Measured(length.start, length.end, length.at)


def seconds_of(pieces: Iterable[Deliverable]) -> set[int]:
    return {p.duration_seconds for p in pieces if p.duration_seconds}

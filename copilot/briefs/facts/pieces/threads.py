"""The pieces of a thread: what its messages agreed on, with what the newest says of them.

A newer message beats an older one piece by piece: its numbers stand, and what it leaves unsaid (a length, a shape) is
what the message before said of the same piece, whoever wrote that. One that lists all pieces anew drops the others.
"""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.pieces.changed import with_changes, without_struck, words_kept
from copilot.briefs.facts.pieces.deliverables import read_deliverables
from copilot.briefs.facts.pieces.per_each import EACH_OF
from copilot.briefs.facts.pieces.recounted import filled, is_same_piece, recounted
from copilot.briefs.facts.words import cue, folded
from store.inbox.threads import Segment
from store.proposals.facts import Deliverable, Quote

Pieces = tuple[tuple[Deliverable, ...], tuple[Quote, ...]]
_MOST_MESSAGES = 5


def thread_pieces(source: BriefSource, newest: Pieces, language: str) -> Pieces:
    """The newest message's pieces, completed by those of the messages it quotes; as they are where it quotes none."""
    said = [s for s in source.segments if s.kind in ("body", "quoted")]
    depths = sorted({s.depth for s in said})[:_MOST_MESSAGES]
    if len(depths) < 2 or any(s.kind == "forwarded" for s in source.segments):
        return newest
    known: Pieces = ((), ())
    words_before = ""
    for depth in reversed(depths[1:]):
        message = [s for s in said if s.depth == depth]
        known = _told(known, _pieces_of(source, message, language), _words(source, message), words_before, language)
        words_before += " " + _words(source, message)
    own = [s for s in said if s.depth == depths[0]]
    return _told(known, newest, _words(source, own), words_before, language)


def _pieces_of(source: BriefSource, message: list[Segment], language: str) -> Pieces:
    spoken = tuple(replace(s, kind="body", depth=0) for s in message)
    hidden = tuple(replace(s, kind="disclaimer") for s in source.segments if s not in message)
    zones = zones_of(replace(source, segments=tuple(sorted((*spoken, *hidden), key=lambda s: s.start))))
    return read_deliverables(zones.wanted, zones.units, language, zones.voiced.text)


def _words(source: BriefSource, message: list[Segment]) -> str:
    return " ".join(source.text[s.start : s.end] for s in message)


def _told(older: Pieces, newer: Pieces, words: str, words_before: str, language: str) -> Pieces:
    """What holds after the newer message, with the quotes it rests on."""
    if not older[0]:
        return newer
    older = (with_changes(older[0], words, language), older[1])
    newer = (without_struck(newer[0], words, language), newer[1])
    matched = [new for new in newer[0] if any(is_same_piece(old, new, older[0]) for old in older[0])]
    if newer[0] and not matched:
        added = cue("also").search(folded(words)) is not None and all(not p.duration_seconds for p in newer[0])
        return ((*older[0], *newer[0]), (*newer[1], *older[1])) if added else newer
    if newer[0] and _lists_all(newer[0], older[0], words):
        pieces = filled(older[0], newer[0])
    else:
        pieces = _with_dependents(older[0], recounted(older[0], newer[0], words_kept(words), language), words_before)
    return pieces, (*newer[1], *older[1])


_ALL_THERE_IS = re.compile(
    r"\b(?:only|just the|left|(?:is|are) off|cancel\w*|no longer|drop(?:s|ped)?|make do|cut (?:back )?to|reduced to|"
    r"nur(?: noch)?|bleibt nur|entfall\w*|entfallt|faellt weg|fallt weg|fallen weg|gestrichen|streichen|ne reste|"
    r"seulement|"
    r"uniquement|annule\w*|supprim\w*|plus que|solo|solamente|unicamente|cancela\w*|se cae\w*|suprim\w*|"
    r"alleen(?: nog)?|vervalt|"
    r"vervallen|geschrapt|bara|endast|stryk\w*|utgar|kun|nojes|udgar|bortfalder|bare|utgar|kuttes|soltanto|annullat\w*|"
    r"tolt[oaie]|apenas|somente|so fica\w*|cancelad\w*)\b"
)
"""Words of a message that leaves nothing but what it names."""


def _lists_all(newer: tuple[Deliverable, ...], older: tuple[Deliverable, ...], words: str) -> bool:
    """Whether a message describes every piece itself, so that what it leaves out is no longer wanted."""
    measured = all(p.duration_seconds or p.kind == "stills" for p in newer)
    whole = all(p.aspect_ratios or p.quantity > 1 for p in newer)
    described = all(p.aspect_ratios and p.duration_seconds for p in newer)
    least = 1 if described or (whole and _ALL_THERE_IS.search(folded(words))) else 2
    return measured and len(newer) >= min(len(older), least)


def _with_dependents(
    older: tuple[Deliverable, ...], newer: tuple[Deliverable, ...], words: str
) -> tuple[Deliverable, ...]:
    """ "Ten episodes, each with a trailer": with eight episodes there are eight trailers."""
    low = folded(words)
    changed = {
        old.quantity: new.quantity
        for old, new in zip(older, newer, strict=False)
        if old.quantity != new.quantity and old.quantity > 2
    }
    if not (EACH_OF.search(low) or cue("each").search(low)):
        return newer
    return tuple(
        new.model_copy(update={"quantity": changed[new.quantity]})
        if n < len(older) and new.quantity == older[n].quantity and new.quantity in changed
        else new
        for n, new in enumerate(newer)
    )

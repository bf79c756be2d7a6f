"""One piece that a letter measures or counts twice: "one hero film of 60 seconds … the hero film is 90 seconds".

A later sentence speaks of a piece again where it names it with "the", or by a name that only one piece has. What it
says of another length or number is then no further piece: the two are pointed out, and the stricter is planned with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from copilot.briefs.facts.contradictions.statements import Dispute, Statement, side_by_side, stricter
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.pieces.deliverables import tells_of_other_work
from copilot.briefs.facts.pieces.item_walk import items_of
from copilot.briefs.facts.pieces.items import General, Item
from copilot.briefs.facts.pieces.measures import Mark
from copilot.briefs.facts.pieces.merge import same_noun
from copilot.briefs.facts.pieces.message_told import Line, Told
from copilot.briefs.facts.reading import Findings
from copilot.briefs.facts.words import cue, folded
from store.proposals.facts import Deliverable, Quote

Pieces = tuple[Deliverable, ...]


@dataclass(frozen=True)
class Mention:
    """What one sentence says of one piece; `again`: it may speak of a piece that the letter has named.

    `times` is its number where that counts all pieces of the name, `length` where its length stands, which is `close`
    where nothing but words that measure stand between the two.
    """

    item: Item
    line: Line
    again: bool
    words: Span
    times: int | None
    length: Span | None
    close: bool

    @property
    def name(self) -> str:
        return folded(self.item.noun or "")


def without_disputed_pieces(message: Told, pieces: Pieces, findings: Findings) -> tuple[Pieces, tuple[Quote, ...]]:
    """The pieces with the stricter of two statements about one of them, and the quotes of both."""
    mentions = list(_mentions(message))
    quotes: list[Quote] = []
    for dispute, first in _disputes(message.zones, mentions):
        settled = _settled(pieces, first, dispute)
        if settled is None:
            continue
        pieces = settled
        said = tuple(message.zones.shown.quote(*s.span) for s in dispute.in_order)
        findings.contradiction(dispute.about, "deliverables", [quote.quote for quote in said], said)
        quotes += said
    return pieces, tuple(quotes)


def _disputes(zones: Zones, mentions: Sequence[Mention]) -> Iterator[tuple[Dispute, Mention]]:
    """Every mention that differs from the first one of its piece, with that."""
    for n, later in enumerate(mentions):
        for first in mentions[:n] if later.again else ():
            if not _is_one_list(first.line, later.line) and _is_same(first, later, mentions):
                dispute = _two_lengths(zones, first, later, mentions) or _two_counts(zones, first, later, mentions)
                if dispute:
                    yield dispute, first
                break


def _mentions(message: Told) -> Iterator[Mention]:
    for line in message.lines:
        low = line.unit.low
        if line.unit.kind == "heading" or tells_of_other_work(line.unit) or cue("past").search(low):
            continue
        items = items_of(line.unit, list(line.marks), General(), [], reshape=False)
        for item in _with_predicates([i for i in items if i.noun], line):
            yield _mention(item, line)


def _mention(item: Item, line: Line) -> Mention:
    stated = _numbered(item, line)
    item = replace(item, quantity=stated, seconds=None, definite=True) if stated else item
    times = stated or _counted_plainly(item, line)
    nouns = [m for m in line.marks if m.kind == "noun" and item.start <= m.start < item.end]
    lengths = [m for m in line.marks if m.kind == "duration" and item.start <= m.start < item.end]
    lengths = [m for m in lengths if m.value == item.seconds] if nouns else []
    near = min(lengths, key=lambda m: _gap(m, nouns[0]), default=None)
    span = (near.start, near.end) if near else None
    close = near is not None and _is_close(near, nouns[0], line)
    words = (item.start, item.end if stated or not nouns else nouns[0].end)
    return Mention(item, line, _speaks_again(item, line), words, times, span, close)


def _is_one_list(first: Line, later: Line) -> bool:
    """Whether two lines are one, or two entries of one list: "Hero film: 60s", "Hero film: 30s"."""
    entries = all(line.unit.kind != "prose" for line in (first, later))
    return first is later or (entries and first.unit.paragraph == later.unit.paragraph)


def _with_predicates(items: list[Item], line: Line) -> Iterator[Item]:
    """The items, one that is said to be another taken as one: "the hero is a 90 second film"."""
    low, start, joined = line.unit.low, line.unit.start, False
    for item, following in pairwise([*items, None]):
        if joined or item is None:
            joined = False
            continue
        bare = item.definite and item.seconds is None and item.quantity is None and following is not None
        if bare and following and following.article and _IS.fullmatch(low[item.end - start : following.start - start]):
            yield replace(item, seconds=following.seconds, ratios=following.ratios, end=following.end)
            joined = True
        else:
            yield item


_IS = re.compile(
    r"\s(?:is|will be|should be|must be|ist|wird|soll|est|sera|es|sera|is|wordt|wird|ar|er|blir|bliver|e|sara|sera)\s"
    r"(?:now |jetzt |nun |nu |desormais |ahora |ora |agora )?(?:an?|ein\w*|une?|una?|een|en|ett?|um|uma|un)?\s?"
)
_NUMBER_OF = re.compile(
    r"\b(?:number of|anzahl(?: der| von)?|nombre (?:de|des)|numero (?:de|di|dei|delle)|aantal|antall?(?:et)?)\s"
    r"(?:the |les? |los |las |de )?$"
)
_EQUALS = re.compile(r"\s?(?:[:=]|is|are|ist|sind|est|sont|es|son|zijn|ar|er|e|sono|sao)\s?")


def _numbered(item: Item, line: Line) -> int | None:
    """The number behind words for it: "number of portraits: four"."""
    low, start = line.unit.low, line.unit.start
    noun = next((m for m in line.marks if m.kind == "noun" and item.start <= m.start < item.end), None)
    if noun is None or not _NUMBER_OF.search(low[: noun.start - start]):
        return None
    return next((n for n, a, _ in line.numbers if _EQUALS.fullmatch(low[noun.end - start : a - start])), None)


_RESTRICTS = re.compile(
    r"[\s,]*(?:for|from|about|in|on|with|that|which|where|who|shot|of|at|fur|von|vom|uber|im|am|mit|die|der|das|welche|pour|sur|"
    r"avec|qui|que|dans|de|du|des|a|au|aux|para|con|sobre|en|del|voor|met|over|om|die|dat|uit|till|fran|pa|i|som|med|"
    r"til|fra|per|su|da|di|che|nel|nella|com|do|dos|em|no|na)\b|\s?\("
)
_PARTLY = re.compile(
    r"\b(?:of|first|last|other|another|more|remaining|further|additional|extra|next|ersten|letzten|anderen|weiteren?|"
    r"zusatzliche|ubrigen|von|davon|premiers?|premieres|derniers|dernieres|autres|des|restants|primer[oa]s|otr[oa]s|"
    r"ultim[oa]s|restantes|eerste|laatste|andere|overige|forsta|sista|andra|forste|siste|sidste|andre|ovriga|ovrige|"
    r"primi|prime|ultimi|altri|altre|primeir[oa]s|outr[oa]s)\s(?:the |die |les |los |de |di )?$"
)
"""Words before or behind a number by which it counts a part of the pieces, or further ones."""


def _counted_plainly(item: Item, line: Line) -> int | None:
    """How many pieces a mention counts, where nothing makes them a part of all or further ones."""
    low, start = line.unit.low, line.unit.start
    distributed = any(m.kind == "each_of" for m in line.marks) or item.times != 1
    if not item.quantity or item.quantity < 1 or distributed or cue("also").search(low):
        return None
    narrowed = _RESTRICTS.match(low, item.end - start) or _PARTLY.search(low[: item.start - start])
    return None if narrowed else item.quantity


def _is_close(length: Mark, noun: Mark, line: Line) -> bool:
    start = line.unit.start
    between = line.unit.low[min(length.end, noun.end) - start : max(length.start, noun.start) - start]
    return _MEASURES.fullmatch(between) is not None


def _gap(one: Mark, two: Mark) -> int:
    return max(one.start - two.end, two.start - one.end)


_MEASURES = re.compile(
    r"(?:[\s:,=(–-]|\b(?:a|an|of|is|be|will|shall|should|must|has|have|to|runs?|lasts?|at|now|length|film|long|ist|soll|muss|"
    r"wird|dauert|lauft|hat|von|auf|mit|lang|est|sera|doit|durer|dure|etre|fait|de|es|dura|debe|durar|sera|tiene|is|"
    r"duurt|moet|wordt|van|zijn|ar|ska|vara|blir|pa|er|skal|vaere|varer|bliver|e|deve|durare|essere|sara|di|dura|tem|"
    r"ter|ser|one|een|ein\w*|une?|una?|um|uma|en|ett?)\b)*"
)


def _speaks_again(item: Item, line: Line) -> bool:
    """Whether a mention may be of a piece that was named before: "the film", "length of the film", "we need six"."""
    lead = line.unit.low[: item.start - line.unit.start]
    if item.article or (_OF_IT.search(lead) and not _LENGTH_OF.search(lead)):
        return False
    if item.definite or (item.quantity or 0) > 1 or _WITH_ENDING.fullmatch(folded(item.noun or "")):
        return True
    return (
        not _is_listed(line) and not item.article and item.quantity is None and not _is_generic(folded(item.noun or ""))
    )


_OF_IT = re.compile(
    r"\b(?:(?:of|for|from|to) (?:the |our )?|zum|zur|vom|von (?:dem|der)|(?:pour|de) l[ea]|du|au|del|de la|"
    r"para (?:el|la)|van (?:de|het)|bij (?:de|het)|till|til|al|della|para [oa]|d[oa])\s?$"
)
_LENGTH_OF = re.compile(
    r"\b(?:length|duration|running time|lange|dauer|laufzeit|duree|duracion|lengte|duur|langd|speltid|laengde|lengde|"
    r"varighed|varighet|durata|duracao|number|anzahl|nombre|numero|aantal|antall?)\b.{0,12}$"
)
"""Another piece belongs to this one ("a reminder of the hero film"), but its length and number are its own."""
_WITH_ENDING = re.compile(r"(?:film|video|klipp?|spott?|reklamefilm|reklamfilm)(?:en|et|on|n)")
"""Scandinavian nouns that end in their article: "filmen"."""


def _is_listed(line: Line) -> bool:
    return line.unit.kind in ("bullet", "cell") or line.unit.row is not None


def _is_generic(name: str) -> bool:
    """Whether a name is nothing but a word for any piece: "film", "the hero", "clips"."""
    return _ANY.fullmatch(name) is not None


_ANY = re.compile(
    r"(?:film|video|clip|klipp?|spott?|movie|filmat|pelicula|hero)(?:s|e|en|er|erne|erna|et|on|n|pje|pjes|o|i)?"
)
_MAIN = re.compile(r"hero(?: film| video| piece)?|(?:main|hauptfilm|haupt\w+|principal) ?\w*|film principal")


def _is_same(first: Mention, later: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether two mentions are of one piece: by its name, or by "the film" where there is only one."""
    if same_noun(first.item, later.item) and not _is_generic(later.name):
        return True
    singles = {m.name for m in mentions if m is not later and m.item.kind == later.item.kind and _is_one(m.item)}
    any_film = _is_generic(later.name) or _MAIN.fullmatch(later.name)
    if first.item.kind != later.item.kind or not any_film:
        return False
    plural = (later.item.quantity or 1) > 1
    return same_noun(first.item, later.item) if plural else _is_one(first.item) and len(singles) == 1


def _is_one(item: Item) -> bool:
    return item.quantity in (None, 1) and bool(item.seconds or item.article or item.quantity)


def _two_lengths(zones: Zones, first: Mention, later: Mention, mentions: Sequence[Mention]) -> Dispute | None:
    one, two = first.item, later.item
    if (
        not (one.seconds and two.seconds and first.length and later.length and later.close)
        or one.seconds == two.seconds
    ):
        return None
    if _is_generic(later.name) and _RESTRICTS.match(later.line.unit.low, two.end - later.line.unit.start):
        return None  # "the 12-minute film of the ministry"
    others = {m.item.seconds for m in mentions if m not in (first, later) and not same_noun(m.item, two)}
    if not _is_one(one) or (two.quantity or 1) > 1 or two.seconds in others:
        return None
    stated = (
        Statement(one.seconds, first.line.unit, first.length, 0.0),
        Statement(two.seconds, later.line.unit, later.length, 0.0),
    )
    pair = side_by_side(zones, stated)
    return Dispute("duration_seconds", f"the length of the {one.noun}", *stricter(pair)) if pair else None


def _two_counts(zones: Zones, first: Mention, later: Mention, mentions: Sequence[Mention]) -> Dispute | None:
    one, two = first.item, later.item
    if not (first.times and later.times) or first.times == later.times or max(first.times, later.times) < 3:
        return None
    measured_apart = two.seconds not in (None, one.seconds) or not set(two.ratios) <= set(one.ratios or two.ratios)
    alike = [m.times or 0 for m in mentions if m is not later and m.item.kind == two.kind]
    if measured_apart or later.times in (sum(alike), sum(m.times or 0 for m in mentions if m is not later)):
        return None
    if any(m not in (first, later) and m.times and same_noun(m.item, two) for m in mentions):
        return None  # counted in lots
    stated = (
        Statement(first.times, first.line.unit, first.words, 0.0),
        Statement(later.times, later.line.unit, later.words, 0.0),
    )
    pair = side_by_side(zones, stated, of_all=True)
    return Dispute("quantity", f"how many {one.noun} there are", *stricter(pair)) if pair else None


def _settled(pieces: Pieces, first: Mention, told: Dispute) -> Pieces | None:
    """The pieces with the stricter value on the one in dispute and no second one; None where none has either."""
    field, values = told.field, (told.strict.value, told.other.value)
    mine = [p for p in pieces if getattr(p, field) in values and (p.kind == first.item.kind or _named(p, first))]
    if field == "quantity" and first.item.seconds:
        mine = [p for p in mine if p.duration_seconds in (None, first.item.seconds)]
    own = next((p for p in mine if _named(p, first)), next(iter(mine), None))
    if own is None:
        return None
    kept = own.model_copy(update={field: told.strict.value})
    return tuple(kept if p is own else p for p in pieces if p is own or p not in mine)


def _named(piece: Deliverable, mention: Mention) -> bool:
    return same_noun(Item(0, 0, noun=piece.name), mention.item)

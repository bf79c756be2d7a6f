"""The pieces a brief asks for: how many, how long, in which shapes.

A unit's words become marks (`marks.py`), marks become items in reading order, and items of all units are then merged:
a general line ("formats: 16:9, 1:1") applies to every item that names no shape of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.pieces.item_walk import items_of
from copilot.briefs.facts.pieces.items import General, Item, with_ratio
from copilot.briefs.facts.pieces.lead_ins import LeadIn
from copilot.briefs.facts.pieces.marks import marks_of
from copilot.briefs.facts.pieces.measures import Mark
from copilot.briefs.facts.pieces.merge import NOT_TIMED, settled
from copilot.briefs.facts.pieces.optional import without_optional
from copilot.briefs.facts.pieces.per_each import brief_text
from copilot.briefs.facts.pieces.shape_lines import give_lengths, give_shapes, shape_line
from copilot.briefs.facts.pieces.tables import table_items
from copilot.briefs.facts.pieces.weighed_shapes import with_weighed_shapes
from copilot.briefs.facts.words import cue
from store.proposals.facts import Deliverable, Quote

_SKIPPED = frozenset(
    "agency aside budget client contact locations objective pitch revisions shoot term territory title usage".split()
)


_STRAYING = frozenset(("objective", "contact", "client", "agency", "locations", "pitch"))
"""Headings under which a brief may go on to what it orders: a form's answers, "the task"."""


def _orders(marks: list[Mark]) -> bool:
    """Whether a line asks for a piece outright: it names one, counts it and measures it."""
    kinds = {m.kind for m in marks}
    return "noun" in kinds and "duration" in kinds and bool(kinds & {"count", "article", "each_of", "after_count"})


_PAST_LENGTH = re.compile(
    r"\b(?:was|were|ran|lasted|war|waren|dauerte|etait|durait|duraba|era|var|varade|varede|durava|duro|duurde|had)\b"
)


_NOT_OURS = re.compile(
    r"\b(?:we (?:loved|liked|saw|enjoyed|admired)|you (?:made|did|shot|produced) for|"
    r"(?:we )?already (?:have|got)|haben (?:wir )?(?:bereits|schon)|avons deja|ya tenemos|hebben (?:we )?al|"
    r"har (?:vi )?(?:redan|allerede)|abbiamo gia|ja temos|"
    r"your (?:[\w-]+ ){0,3}(?:film|video|spot|reel)\b|"
    r"(?:sahen|gefiel\w*|gefallt) \w+ (?:ihr|euer|eure)\w* |votre (?:film|video)|vuestro video|jullie (?:film|video)|"
    r"(?:was|war|etait|era|var) (?:only |just |nur |seulement |juste |solo |maar |bara |bare |kun |so )?(?:an? |the |"
    r"die |der |das |l'|la |el |het |een |en |uma )?(?:idea|proposal|suggestion|idee|vorschlag|wunsch|proposition|"
    r"propuesta|voorstel|wens|forslag|iden?|ideen|proposta)\b|"
    r"(?:was|were|waren|war|etait|etaient|era|eran|var|erano|eram) (?:first|erst|zuerst|vorher|eerst|d'abord|avant|"
    r"antes|"
    r"forst|prima) \d+|used to be|"
    r"original(?:ly)? (?:order|plan|brief|idea)|originally|initially|ursprunglich|au depart|initialement|"
    r"al principio|oorspronkelijk|"
    r"ursprungligen|oprindeligt|opprinnelig|inizialmente)\b"
)
"""Words that tell of work the studio showed, or of an order that no longer stands."""


def tells_of_other_work(unit: Unit) -> bool:
    """Whether a line tells of films that the studio or others made, or of an order that no longer stands."""
    return _NOT_OURS.search(unit.low) is not None


_GOES_ON = re.compile(
    r"(?:it|it'd|it'll|they|they'd|this|that|er|sie|es|das|il|elle|ils|elles|ca|cela|hij|ze|dat|den|det|de|den skal|"
    r"esto|"
    r"dura\w*|dovrebbe|deve|ele|ela)\b"
)
"""How a sentence opens that goes on about the piece of the one before: "It'd be three minutes"."""
_MOST_ITEMS = 300
"""How many mentions of pieces are weighed against each other; no job orders as many."""


def read_deliverables(
    view: View, units: Iterable[Unit], language: str, background: str = ""
) -> tuple[tuple[Deliverable, ...], tuple[Quote, ...]]:
    """Every kind of piece with its quotes; their shapes are weighed a second time.

    A piece without a number is 1, a plural without one is named only where nothing surer is. Optional pieces, raw
    material, language versions, past films and the studio's own work are no pieces of this job.
    """
    read = tuple(units)
    kept, general = rules_pieces(view, read, language, background)
    kept, shapes = with_weighed_shapes(view.text, kept, read, language)
    spans = [*((i.start, i.end) for i in kept), *(general.spans if kept else []), *shapes]
    return tuple(_deliverable(item) for item in kept), tuple(view.quote(a, b) for a, b in spans)


def rules_pieces(view: View, units: Iterable[Unit], language: str, background: str = "") -> tuple[list[Item], General]:
    """The pieces as the rules read them; units about money, dates or people are not searched."""
    general = General()
    items: list[Item] = []
    rows: dict[int, list[Unit]] = {}
    whole = brief_text(view.text, background)
    head: Unit | None = None
    lead = LeadIn()
    for unit in units:
        if unit.row is not None:
            rows.setdefault(unit.row, []).append(unit)
            continue
        skipped = unit.subject in _SKIPPED and unit.subject != "title"
        if skipped and (unit.topic or unit.section not in _STRAYING):
            continue
        marks = without_optional(unit, marks_of(view, unit, language, whole))
        if skipped and not _orders(marks):
            continue
        if head and _complete_head(items, unit, marks, head):
            continue
        before = len(items)
        _read_unit(unit, marks, general, items)
        lead = lead.after(unit, marks, items, before)
        if len(items) == before + 1 and not items[-1].sure and len(unit.text.split()) <= 5:
            head = unit
    items.extend(table_items(view, rows, language, whole, general))
    items.sort(key=lambda i: i.start)
    return settled(items[:_MOST_ITEMS], general), general


def _read_unit(unit: Unit, marks: list[Mark], general: General, items: list[Item]) -> None:
    """Add a unit's pieces, or what it says of all or of some kind of them."""
    if unit.subject == "title" and sum(m.kind in ("count", "duration") for m in marks) < 4:
        _note_title(general, marks)
        return
    if unit.kind == "heading" and (
        unit.text.rstrip().endswith(":") or len(unit.text.split()) > 4 or any(m.kind != "noun" for m in marks)
    ):
        return
    if _give_by_number(unit, marks, items, general):
        return
    if _same_again(unit, marks, items):
        return
    said = shape_line(unit, marks, items)
    pieces = any(m.kind in ("noun", "duration") for m in marks) and any(
        m.kind in ("count", "after_count") for m in marks
    )
    lengths = sum(m.kind == "duration" for m in marks)
    pieces = pieces or (lengths > 1 and sum(m.kind == "noun" for m in marks) == 1)  # "Spot, 3 lengths: 60, 30, 10 s"
    if unit.subject in ("ratios", "length", "quantity") and unit.topic and not pieces:
        if said:
            give_shapes(said, items, general)
        elif not give_lengths(unit, marks, items):
            _note_general(general, unit, marks)
        return
    if said and unit.kind != "heading":
        give_shapes(said, items, general)
        return
    found = items_of(unit, marks, general, items)
    timed = [m.start - unit.start for m in marks if m.kind == "duration"]
    if _PAST_LENGTH.search(unit.low[: max(timed, default=len(unit.low))]) or cue("past").search(unit.low):
        found = [i for i in found if not (i.definite and i.quantity is None)]
    if tells_of_other_work(unit):
        found = [i for i in found if i.ratios]
    if unit.subject == "delivery":
        found = [i for i in found if i.noun and (i.quantity or (i.seconds and not i.definite))]
    told = _GOES_ON.match(unit.low) or _LENGTH_SAID.match(unit.low)
    doubtful = unit.subject not in ("deliverables", "length", "ratios", "quantity") and not told
    items.extend(replace(i, doubtful=doubtful) for i in found)


_LENGTH_SAID = re.compile(
    r"\W*(?:the |die |la |de |het |il |a |o )?(?:length|running time|runtime|duration|lange|laufzeit|dauer|duree|"
    r"duracion|"
    r"lengte|duur|langd|speltid|laengde|varighed|lengde|varighet|durata|duracao)\b"
)
"""How a sentence opens that gives the piece its length: "Länge vier Minuten, und …"."""
_SAME_AGAIN = re.compile(
    r"\W*(?:(?:and|plus|then|und|et|y|e|en|och|og|also|auch|ook|ocksa|ogsa) )?(?:then )?"
    r"(?:(?:the|der|die|das|den|det|le|la|el|lo|il|o|a|de|het) )?"
    r"(?:same|gleiche\w?|selbe\w?|derselbe|dasselbe|dieselbe|meme|mism[oa]|zelfde|hetzelfde|dezelfde|samma|samme|"
    r"det samma|det samme|stess[oa]|mesm[oa])\s(?:\w+\s){0,2}?(?:in|im|i|en|als|as|em|au format|al formato)\s"
)


def _same_again(unit: Unit, marks: list[Mark], items: list[Item]) -> bool:
    """ "And the same film in upright": a further shape of the piece named last."""
    ratios = [m for m in marks if m.kind == "ratio"]
    plain = not any(m.kind in ("duration", "count", "after_count", "each_of") for m in marks)
    last = next((n for n in range(len(items) - 1, -1, -1) if items[n].sure or items[n].article), None)
    if not ratios or not plain or last is None or not _SAME_AGAIN.match(unit.low):
        return False
    for mark in ratios:
        items[last] = replace(items[last], ratios=with_ratio(items[last].ratios, mark))
    return True


def _note_title(general: General, marks: list[Mark]) -> None:
    """A title that counts ("Production of six portraits") says how many where the brief says nowhere else."""
    kinds = [m.kind for m in marks if m.kind in ("count", "noun")]
    counted = [int(m.value) for m in marks if m.kind == "count"]
    if kinds[:2] == ["count", "noun"] and len(counted) == 1 and counted[0] > 1 and general.quantity is None:
        general.quantity = counted[0]


def _complete_head(items: list[Item], unit: Unit, marks: list[Mark], before: Unit | None) -> bool:
    """Whether the unit measures the piece that the line before only names ("Hero film" / "90 seconds, 16:9")."""
    head = items[-1] if items else None
    if head is None or before is None or not head.noun or head.article or head.start < before.start:
        return False
    if not marks or any(m.kind in ("noun", "each_of", "again", "article") for m in marks):
        return False
    if any(sum(m.kind == kind for m in marks) > 1 for kind in ("count", "duration")):
        return False
    if unit.paragraph != before.paragraph or len(unit.text.split()) > 12:
        return False
    for mark in marks:
        if mark.kind == "duration" and head.seconds is None:
            head = replace(head, seconds=int(mark.value), end=mark.end)
        elif mark.kind in ("count", "number") and head.quantity is None:
            head = replace(head, quantity=int(mark.value), end=mark.end)
        elif mark.kind == "ratio":
            head = replace(head, ratios=with_ratio(head.ratios, mark), end=mark.end)
    items[-1] = head
    return True


def _note_general(general: General, unit: Unit, marks: list[Mark]) -> None:
    ratios = tuple(dict.fromkeys(str(m.value) for m in marks if m.kind == "ratio"))
    lengths = [int(m.value) for m in marks if m.kind == "duration"]
    general.ratios = general.ratios or ratios
    if len(lengths) == 1 and general.seconds is None:
        general.seconds = lengths[0]
    counts = [int(m.value) for m in marks if m.kind in ("count", "number")]
    if unit.topic == "quantity" and len(counts) == 1:
        general.quantity = counts[0]
    if ratios or lengths or counts:
        general.spans.append((unit.start, unit.end))


_BY_NUMBER = re.compile(
    r"\b(?:items?|points?|numbers?|positionen|punkte?|partidas?|posten|punten|voci|punkterna|punkterne)\s"
    r"(\d{1,2}(?:(?:\s?[,&]\s?|\s(?:and|und|et|y|en|och|og|e)\s)\d{1,2})*)\b"
)


def _give_by_number(unit: Unit, marks: list[Mark], items: list[Item], general: General) -> bool:
    """ "Items 1 and 2 shall also be supplied in 9:16": shapes said of the list's lines by their numbers."""
    said = _BY_NUMBER.search(unit.low)
    ratios = [m for m in marks if m.kind == "ratio"]
    if not said or not ratios or any(m.kind in ("noun", "duration") for m in marks):
        return False
    adds = cue("also").search(unit.low) is not None
    for number in map(int, re.findall(r"\d+", said[1])):
        if 0 < number <= len(items):
            item = items[number - 1]
            had = (item.ratios or general.ratios) if adds else ()
            items[number - 1] = replace(item, ratios=tuple(dict.fromkeys((*had, *(str(m.value) for m in ratios)))))
    return True


def _deliverable(item: Item) -> Deliverable:
    kind = item.kind or ("film" if (item.seconds or 0) >= 45 else "social" if "9:16" in item.ratios else "film")
    if kind == "stills" and item.seconds:
        kind = "interview"
    return Deliverable(
        name=(item.noun or kind).strip() or kind,
        kind=kind,
        quantity=item.quantity or 1,
        duration_seconds=None if kind in NOT_TIMED else item.seconds,
        aspect_ratios=item.ratios,
    )

"""A unit's marks become items: one kind of piece each, in reading order."""

from __future__ import annotations

import re
from dataclasses import replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.each_with import AGAIN_FOR_EACH
from copilot.briefs.facts.pieces.item_lists import completed
from copilot.briefs.facts.pieces.items import General, Item, with_ratio
from copilot.briefs.facts.pieces.measures import Mark
from copilot.briefs.facts.words import cue, folded

_IN_ALL = re.compile(
    r"\b(?:overall|in total|in all|altogether|insgesamt|zusammen|au total|en tout|en total|in totaal|totalt|i alt|"
    r"in tutto|no total|ao todo)\b"
)


def items_of(unit: Unit, marks: list[Mark], general: General, known: list[Item], *, reshape: bool = True) -> list[Item]:
    """Walk a unit's marks; a count, a noun or a length that does not fit the open item opens the next one.

    `known` are the pieces of the units before; what this unit says again of them is added to them in place.
    """
    walk = _Walk(general, known, adds=bool(cue("also").search(unit.low)), in_all=bool(_IN_ALL.search(unit.low)))
    for position, mark in enumerate(marks):
        walk.ahead = marks[position + 1 : position + 4]
        walk.take(mark, walk.ahead[0] if walk.ahead else None)
    return completed(walk.finish(), known, unit, reshape=reshape)


class _Walk:
    """The items of one unit so far, the open one, and what the next shape or number is said of."""

    def __init__(self, general: General, known: list[Item], *, adds: bool, in_all: bool) -> None:
        self.general = general
        self.known = known
        self.adds = self.also = adds
        self.items: list[Item] = []
        self.now: Item | None = None
        self.everything = False
        self.times = 1
        self.corrects = False
        self.again: int | str | None = None
        self.filled: set[int] = set()
        self.in_all = in_all
        self.leading = self.due = False
        self.last: Mark | None = None
        self.ahead: list[Mark] = []

    def take(self, mark: Mark, following: Mark | None) -> None:
        last, self.last = self.last, mark
        if mark.kind == "number":
            return
        if mark.kind == "correction":
            self.corrects = True
        elif mark.kind == "all" and following is None and last is not None and last.kind == "ratio":
            self._for_each()
        elif mark.kind == "all":
            self._all(mark)
        elif mark.kind == "again":
            self._close()
            self.again = mark.value
        elif mark.kind == "each_of":
            self._each_of(mark, following)
        elif mark.kind == "same" and mark.value == "length":
            lengths = [i.seconds for i in (*self.known, *self.items) if i.seconds]
            if self.now and lengths and not self.now.seconds:
                self.now = replace(self.now, seconds=lengths[-1])
        elif mark.kind == "same":
            before = next((i.ratios for i in reversed([*self.known, *self.items]) if i.ratios), ())
            self.now = replace(self.now, ratios=self.now.ratios or before) if self.now else None
        elif mark.kind == "ratio" and self.now and self.now.kind == "stills" and not _is_figure(self.now, mark):
            return
        elif mark.kind == "ratio" and self.again is not None:
            self._shape_again(mark)
        elif mark.kind == "ratio" and self.everything:
            self._shape_all(mark)
        else:
            self._piece(mark, following)

    def finish(self) -> list[Item]:
        self._close()
        return self.items

    def _close(self) -> None:
        if self.now is not None:
            self.items.append(self.now)
        self.now = None

    def _for_each(self) -> None:
        """ "A 30, a 15 and a 6, 16:9 and 9:16 for each": the shapes said last are those of all before."""
        ratios = self.now.ratios if self.now else ()
        self.items = [item if item.ratios else replace(item, ratios=ratios) for item in self.items]

    def _all(self, mark: Mark) -> None:
        own = self.now is not None and (self.now.quantity or 0) > 1 and cue("each").fullmatch(folded(mark.text))
        if own:
            self.everything = False
            return
        if self.again is not None:
            return  # "the short ones all upright"
        self.everything = True
        everyone = [*self.items, *([self.now] if self.now else [])]
        shapeless = {n for n, item in enumerate(everyone) if self.adds or not item.ratios}
        timed = {n for n in shapeless if everyone[n].kind != "stills" or everyone[n].seconds}
        self.filled = timed or shapeless

    def _each_of(self, mark: Mark, following: Mark | None) -> None:
        """Multiply the open piece ("one film per hotel") or the next ("per hotel one film"), or speak of known ones."""
        before = [*self.known, *self.items, *([self.now] if self.now else [])]
        if mark.value == AGAIN_FOR_EACH:
            several = [n for i in before if (n := (i.quantity or 1) * i.times) > 1]
            if several:
                self._close()
                self.times, self.due, self.leading = several[-1], True, True
            return
        if mark.value == -1:
            counted = [i.quantity or 1 for i in before[:-1]]
            self.now = (
                replace(self.now, quantity=(self.now.quantity or 1) * counted[-1]) if self.now and counted else self.now
            )
            return
        own = self.now is not None and not mark.fresh and _named_by(mark, [self.now]) is not None
        if own and self.now and self.now.seconds:
            return  # "five episodes, 4 minutes per episode": the length is shared out, not the number
        others = [*self.known, *self.items]
        per = per_piece(mark, others if self.now and others else before)
        if self.now and (self.now.noun or self.now.seconds) and not mark.fresh:
            self.now = replace(self.now, quantity=(self.now.quantity or 1) * per, end=mark.end)
            return
        self.leading = self.now is None and not self.items
        self._close()
        named = _named_by(mark, before)
        if named and _ALONE.match(folded(mark.text)) and (following is None or following.kind in ("duration", "ratio")):
            self.now = Item(mark.start, mark.end, None, named.kind, named.noun, definite=True, order=len(self.items))
        else:
            self.times, self.due = per, True

    def _shape_all(self, mark: Mark) -> None:
        """A shape said of everything goes to what names none of its own; "also" adds it to all."""
        for n in self.filled:
            if n < len(self.items):
                self.items[n] = replace(self.items[n], ratios=with_ratio(self.items[n].ratios, mark))
            elif self.now is not None:
                self.now = replace(self.now, ratios=with_ratio(self.now.ratios, mark), end=mark.end)
        if not self.items and self.now is None:
            self.general.ratios = with_ratio(self.general.ratios, mark)
            self.general.spans.append((mark.start, mark.end))

    def _shape_again(self, mark: Mark) -> None:
        """ "the sixes also vertical", "the latter square": the shape goes to the pieces named before."""
        targets = self._targets()
        for place, n in targets:
            item = place[n]
            beside = self.items if self.also and place is self.items else []
            lead = next((other.ratios for other in beside if other.ratios), ())
            for m, other in enumerate(beside):  # the shape said of them all, before one gets another
                beside[m] = replace(other, ratios=other.ratios or lead)
            base = (item.ratios or self.general.ratios or lead) if self.adds else ()
            place[n] = replace(item, ratios=with_ratio(base, mark))
        if targets:
            self.adds = True

    def _targets(self) -> list[tuple[list[Item], int]]:
        places = [(self.known, n) for n in range(len(self.known))] + [(self.items, n) for n in range(len(self.items))]
        if self.again == "former":
            return places[-2:-1]
        if self.again == "latter":
            return places[-1:]
        if self.again in ("long", "short"):
            longest = max((place[n].seconds or 0 for place, n in places), default=0)
            return [
                (place, n)
                for place, n in places
                if place[n].seconds and (place[n].seconds == longest) == (self.again == "long")
            ]
        return [(place, n) for place, n in places if place[n].seconds == self.again]

    def _piece(self, mark: Mark, following: Mark | None) -> None:
        if self.again is not None and mark.kind == "noun" and self.now is None:
            return
        self.again = None
        if (
            self.now is None
            or _opens(self.now, mark, following)
            or self._begins_anew(mark)
            or self._measured_apart(mark)
        ):
            self._close()
            if mark.kind == "ratio" and not _leads(mark, following):
                self.general.spans.append((mark.start, mark.end))
                if self.items:
                    self.items[-1] = replace(self.items[-1], ratios=with_ratio(self.items[-1].ratios, mark))
                else:
                    self.general.ratios = with_ratio(self.general.ratios, mark)
                return
            # "Per episode three clips and ten photographs": what else the sentence counts is counted per episode too.
            times = self.times if self.due or mark.kind == "count" else 1
            self.now = Item(mark.start, mark.end, order=len(self.items), times=times, corrects=self.corrects)
            self.everything, self.corrects, self.due = False, False, False
            self.times = self.times if self.leading and not self.in_all else 1
        self.now = _taken(self.now, mark)

    def _measured_apart(self, mark: Mark) -> bool:
        """ "Once sixty seconds, and three short ones of fifteen": what is counted next has a length of its own."""
        kinds = [m.kind for m in self.ahead if m.kind not in ("ratio", "all")]
        timed = self.now is not None and self.now.noun is None and self.now.quantity is None and self.now.seconds
        return bool(timed) and mark.kind == "count" and kinds[:2] == ["noun", "duration"]

    def _begins_anew(self, mark: Mark) -> bool:
        """ "… in 20s and 10s, plus 3 pre-rolls": a count after the lengths of another piece is the next one's."""
        last = self.items[-1] if self.items else None
        bare = self.now is not None and self.now.noun is None and self.now.seconds is not None
        return mark.kind == "count" and mark.fresh and bare and last is not None and bool(last.noun and last.seconds)


def _is_figure(now: Item, shape: Mark) -> bool:
    """Whether a shape of photographs is one to deliver ("3:2") and not how they are taken ("landscape")."""
    return bool(now.seconds) or re.search(r"\d", shape.text) is not None


_ALONE = re.compile(r"each|every|jede|chaque|cada|elke?|ieder|varje|hver|ogni")


def per_piece(mark: Mark, before: list[Item]) -> int:
    """How many "each film" stands for: the number said with it, else the pieces of that kind named before."""
    if mark.value:
        return int(mark.value)
    named = _named_by(mark, before)
    if named:
        return named.quantity or 1
    counted = [i for i in before if (i.quantity or 0) > 1]
    return counted[-1].quantity or 1 if counted else 1


def _named_by(mark: Mark, before: list[Item]) -> Item | None:
    """The counted piece a distributing phrase names, by as many of its last words as agree."""
    words = folded(mark.text).split()
    for tail in (words[-2:], words[-1:]):
        stems = [w[: max(4, len(w) - 2)] for w in tail]
        alike = [i for i in before if i.noun and i.quantity and all(s in folded(i.noun) for s in stems)]
        if alike:
            return alike[-1]
    return None


def _leads(mark: Mark, following: Mark | None) -> bool:
    return following is not None and following.kind in ("noun", "duration") and following.tight


def _opens(now: Item, mark: Mark, following: Mark | None) -> bool:
    """Whether a mark cannot belong to the open item."""
    if mark.kind == "count" and now.noun is None and now.quantity is None and following and following.kind == "noun":
        return now.seconds is not None and following.value == "stills"  # "90 seconds, wide, and 20 photos"
    if mark.kind == "count":
        return now.quantity is not None or now.noun is not None or now.seconds is not None
    if mark.kind == "after_count":
        return False
    if mark.kind == "noun":
        return now.noun is not None
    if mark.kind == "duration":
        return now.seconds is not None or (now.noun is not None and _leads(mark, following))
    if mark.kind == "article":
        return True
    return mark.kind == "ratio" and now.noun is not None and mark.fresh and _leads(mark, following)


def _taken(now: Item, mark: Mark) -> Item:
    end = max(now.end, mark.end)
    if mark.kind in ("count", "after_count"):
        return replace(now, quantity=now.quantity or int(mark.value), end=end)
    if mark.kind == "noun":
        shapes = tuple(dict.fromkeys((*now.ratios, *_shape_in(mark.text))))
        return replace(
            now, kind=str(mark.value), noun=mark.text, definite=now.definite or mark.definite, ratios=shapes, end=end
        )
    if mark.kind == "duration":
        return replace(now, seconds=int(mark.value), end=end)
    if mark.kind == "article":
        return replace(now, article=True, end=end)
    return replace(now, ratios=with_ratio(now.ratios, mark), end=end)


def _shape_in(noun: str) -> tuple[str, ...]:
    """The shape a compound noun carries: "Hochkantversion", "vertikalfilm"."""
    low = folded(noun)
    if re.search(r"hochkant|hochformat|vertikal|vertic|staende|lodret", low):
        return ("9:16",)
    return ("1:1",) if re.search(r"quadrat|kvadrat|square", low) else ()

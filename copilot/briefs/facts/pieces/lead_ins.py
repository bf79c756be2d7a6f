"""A line that says for how many things the list below it is: "For every episode:", "Par boutique (4) :"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.pieces.item_walk import per_piece
from copilot.briefs.facts.pieces.items import Item
from copilot.briefs.facts.pieces.measures import Mark


@dataclass(frozen=True)
class LeadIn:
    """How often the pieces of a list count, while the list lasts."""

    times: int = 1
    paragraph: int = -1
    listed: bool = False

    def after(self, unit: Unit, marks: list[Mark], items: list[Item], before: int) -> LeadIn:
        """The lead-in in force behind a unit, whose pieces are those from `before` on; they are multiplied in place."""
        each = next((m for m in marks if m.kind == "each_of"), None)
        if unit.text.rstrip().endswith(":") and unit.kind in ("prose", "heading", "bullet"):
            alone = each is not None and not any(m.kind in ("duration", "count", "article") for m in marks)
            return LeadIn(per_piece(each, items[:before]), unit.paragraph) if each and alone else LeadIn()
        if self.times == 1:
            return self
        goes_on = unit.paragraph == self.paragraph or (not self.listed and unit.paragraph == self.paragraph + 1)
        if unit.kind not in ("bullet", "field") and not (
            goes_on and unit.kind == "prose" and self._counts(items, before)
        ):
            return LeadIn()
        if not goes_on:
            return LeadIn()
        if each is None:
            for n in range(before, len(items)):
                items[n] = replace(items[n], quantity=(items[n].quantity or 1) * self.times)
        return LeadIn(self.times, unit.paragraph, listed=True)

    @staticmethod
    def _counts(items: list[Item], before: int) -> bool:
        return len(items) > before and all(i.sure for i in items[before:])

"""When a shoot is to fall that has no days yet: "in May", "week 14", "some time between the 3rd and the 14th"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.grammar.mentions import DateMention
from store.proposals.facts import DaySpan

_LONGEST = 190  # days; "some time in 2027" plans no shoot


def shoot_window(zones: Zones, shoots: Iterable[Dated]) -> Read[DaySpan | None]:
    """Return the first stretch of days said of the shoot; a correction beats what it corrects."""
    spans = [(dated, span) for dated in shoots if (span := _span(dated.found.value)) is not None]
    if not spans:
        return Read(None)
    corrected = [span for span in spans if span[0].corrects]
    dated, window = corrected[-1] if corrected else spans[0]
    return Read(window, (zones.wanted.quote(dated.found.start, dated.found.end),))


def _span(said: DateMention) -> DaySpan | None:
    """Return the days meant; "early May" is its first third, whatever day stands for it elsewhere."""
    first, last = said.start, said.end
    if first is None or last is None:
        return None
    if said.precision == "approx" and first == last:
        third = min((first.day - 1) // 10, 2)
        end = monthrange(first.year, first.month)[1] if third == 2 else third * 10 + 10
        first, last = first.replace(day=third * 10 + 1), first.replace(day=end)
    return DaySpan(first=first, last=last) if 0 <= (last - first).days <= _LONGEST else None

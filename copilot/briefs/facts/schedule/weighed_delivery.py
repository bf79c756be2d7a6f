"""When the last finished piece is due, weighed a second time: every day that the letter names or counts to may be it.

Mentions of one day speak for it together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.deliveries import counted_from, deadline_of, offset_from
from copilot.briefs.facts.schedule.reasons import is_why
from copilot.briefs.facts.schedule.roles import FINAL, is_by
from copilot.briefs.facts.schedule.seen import Seen
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.learned.judge import judge_of

_MARGIN = 0.5
"""Log odds that some day must have where the rules have read none."""
_SHORT = 40
"""Words of a letter that seldom tells of more than it needs; what its one other day is for is believed as told, as it
is of a message that only changes another."""
_STEPS, _FINISHED = ("priced", "unfinished", "bidding"), ("handover", "finished", "whole")
_OPENINGS, _LIMITED = ("released", "coming_out"), ("limit", "needed", "sending", "had", "must_be")
_BESIDE = 0.5
_AFTER = (-30, 0, 1, 8, 22, 60, 180)
"""Days after the last day of the shoot, in steps."""
_NEAR = 2  # paragraphs between a distance and the day it counts from
_BARE = re.compile(r"\d{1,2}(?:st|nd|rd|th|er?|\.|:e)?")
_HANDING = re.compile(r"\b(?:offer|angebot|devis|offerte?|tilbud|anbud|presupuesto|preventivo|quote|proposal)\w*\b")


@dataclass
class Due:
    """A day with the words that name it and what is seen around them."""

    day: date
    spans: list[tuple[int, int]] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)

    def note(self, span: tuple[int, int], seen: Mapping[str, float]) -> None:
        self.spans.append(span)
        for name, value in seen.items():
            self.features[name] = max(value, self.features.get(name, 0.0))


def weighed_delivery(
    zones: Zones,
    dated: list[Dated],
    seen: Seen,
    shoot: tuple[date, ...],
    rules: Read[date | None],
) -> Read[date | None]:
    """The day that rules and learnt weights give together; None where neither gives one."""
    judge = judge_of("delivery_on")
    candidates = candidates_for(dated, seen, shoot, zones.reference)
    if zones.is_update or len(zones.wanted.text.split()) < _SHORT:
        candidates = [due for due in candidates if due.day == rules.value or not _is_of_another_thing(due.features)]
    best: tuple[float, Due] | None = None
    for due in candidates:
        odds = judge.log_odds(due.features, due.day == rules.value)
        if best is None or odds > best[0]:
            best = odds, due
    if best is None or best[0] <= (_MARGIN if rules.value is None else 0):
        return Read(None)
    if best[1].day == rules.value:
        return rules
    return Read(best[1].day, tuple(zones.wanted.quote(a, b) for a, b in best[1].spans[:1]))


def _is_of_another_thing(seen: Mapping[str, float]) -> bool:
    """Whether a day is told of an offer, of a first cut, of an opening that sets no limit, or is why it must be."""
    if "why" in seen:
        return True
    if any(f"C:{sort}" in seen for sort in _FINISHED):
        return False
    if any(f"C:{sort}" in seen or seen.get(f"B:{sort}", 0.0) >= _BESIDE for sort in _STEPS):
        return True
    return any(f"C:{sort}" in seen for sort in _OPENINGS) and not any(f"C:{sort}" in seen for sort in _LIMITED)


def candidates_for(dated: list[Dated], seen: Seen, shoot: tuple[date, ...], today: date) -> list[Due]:
    """Every day that may be meant, each once."""
    found: dict[date, Due] = {}
    for at, (this, around) in enumerate(zip(dated, seen, strict=False)):
        for day, way in dict(_days_of(dated, at, shoot)).items():
            features = {**around, **_said_of(this), f"way={way}": 1.0}
            found.setdefault(day, Due(day)).note((this.found.start, this.found.end), features)
    days_found = sorted(found)
    for due in found.values():
        due.features |= dict.fromkeys(_compared(due.day, days_found, shoot, today), 1.0)
    return list(found.values())


def _days_of(dated: list[Dated], at: int, shoot: tuple[date, ...]) -> Iterator[tuple[date, str]]:
    """The days that a date may set: its own, or its distance from what it names or from a day told near it."""
    this = dated[at]
    offset = this.found.value.offset
    if offset is None:
        day = this.found.value.deadline
        if day is not None:
            yield _before_what_it_follows(dated, at, day, shoot), "named"
        return
    near = [d for d in dated[:at] if this.unit.paragraph - d.unit.paragraph <= _NEAR]
    bases = [day for d in near if d.found.value.precision == "day" and (day := counted_from(d, offset)) is not None]
    if bases:
        yield offset_from(bases[-1], offset), "counted from before"
    counted = deadline_of(this, dated, shoot)
    if counted is not None:
        yield counted, "counted"


def _before_what_it_follows(dated: list[Dated], at: int, day: date, shoot: tuple[date, ...]) -> date:
    """A bare day lies before the event that gives it its month: "we open on 13 November, so all done by the 6th"."""
    given = next((d.found.value.start for d in reversed(dated[:at]) if d.found.value.start and not _bare(d)), None)
    if given is None or given in shoot or not _bare(dated[at]) or day.month == given.month or day.day >= given.day:
        return day
    earlier = given.replace(day=day.day)
    return day if shoot and earlier <= shoot[-1] else earlier


def _bare(this: Dated) -> bool:
    return _BARE.fullmatch(folded(this.found.text)) is not None


def _said_of(this: Dated) -> dict[str, float]:
    clause = clause_of(this.unit, this.found.start, this.found.end)[0]
    said = {
        "by": is_by(this.unit, this.found),
        "why": is_why(this),
        "final": FINAL.search(clause) is not None,
        "all": cue("all").search(clause) is not None,
        "offer": _HANDING.search(clause) is not None,
    }
    return {name: 1.0 for name, holds in said.items() if holds}


def _compared(day: date, days: list[date], shoot: tuple[date, ...], today: date) -> list[str]:
    """How a day stands beside the letter's other days and the shoot's."""
    said = [f"behind={min(3, len([d for d in days if d > day]))}", f"ahead={min(3, len([d for d in days if d < day]))}"]
    said.append(f"days={min(5, len(days))}")
    if day < today:
        said.append("past")
    if not shoot:
        return [*said, "no shoot"]
    said.append(f"after={sum((day - shoot[-1]).days >= step for step in _AFTER)}")
    first = next((d for d in days if d > shoot[-1] and d not in shoot), None)
    if day in shoot:
        said.append("a shoot day")
    if day == first:
        said.append("next after shoot")
    if day == days[-1]:
        said.append("last of all")
    return said

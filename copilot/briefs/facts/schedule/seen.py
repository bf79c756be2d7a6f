"""What is seen around a date: its words, what they and the sentences beside say it may be of, and the other dates.

The learnt readings of shoot dates and of the delivery weigh the same sight. Nothing here is a role that the rules give:
rules were made on the very letters that weights are learnt from, and would be believed too much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from copilot.briefs.facts.letter.clauses import distance
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.day_words import day_words
from copilot.briefs.facts.words import cue, folded, kind_patterns, names
from copilot.briefs.learned.surroundings import surroundings, tokens

_MOST_DATES = 80
"""How many dates of a letter are looked at; a letter with more is a calendar."""
_FAR = (0, 7, 21, 60, 120, 300)
"""Days from the letter's own date, in steps."""
_APART = (-1, 0, 1, 3, 7, 21)
"""Days from one date to the next that is said, in steps; before the first step the next lies earlier."""
_GAP = 40
"""Characters between two dates that are told in one breath."""
_ASKED = 200
"""Characters before a sentence in which the other side may have asked for it."""
_NEAREST = ("shoot", "shoot_days", "delivery", "not_date")


Seen = Sequence[dict[str, float]]
"""What is seen around each of a letter's dates, in their order; dates beyond `_MOST_DATES` are not looked at."""


def dates_seen(zones: Zones, dated: Sequence[Dated]) -> Seen:
    """What is seen around every date."""
    return [date_features(zones, dated, at) for at in range(min(len(dated), _MOST_DATES))]


def date_features(zones: Zones, dated: Sequence[Dated], at: int) -> dict[str, float]:
    """What is seen around the date `dated[at]`, and where it stands among the letter's other dates."""
    this = dated[at]
    found = surroundings(zones, this.unit, this.found.start, this.found.end)
    for name in (*_itself(zones, dated, at), *_nearest(this), *_told_beside(dated, at), *_among(zones, dated, at)):
        found[name] = 1.0
    for word in tokens(_question(zones, this)):
        found[f"q:{word}"] = 0.5
        found[f"q:{word[:5]}*"] = 0.5
    found |= day_words(zones, this.unit, this.found.start, this.found.end)
    found["where"] = at / max(1, len(dated) - 1)
    return found


def _itself(zones: Zones, dated: Sequence[Dated], at: int) -> list[str]:
    """What the date's own words say of it."""
    this = dated[at]
    mention = this.found.value
    said = [f"precision={mention.precision}", f"days={min(4, len(mention.days))}"]
    marks = {
        "relative": mention.relative,
        "offset": mention.offset is not None,
        "working_days": mention.working_days,
        "year": mention.year_stated,
        "corrects": this.corrects,
        "corrected": any(later.corrects for later in dated[at + 1 :]),
        "first": at == 0,
        "last": at == len(dated) - 1,
        "bracketed": _open_brackets(this) > 0,
    }
    said += [name for name, holds in marks.items() if holds]
    said += [f"t:{word}" for word in tokens(folded(this.found.text))]
    if mention.start is not None:
        said.append(f"far={_step((mention.start - zones.reference).days, _FAR)}")
        said.append("weekend" if mention.start.weekday() > 4 else "workday")
    return said


def _open_brackets(this: Dated) -> int:
    before = this.unit.text[: this.found.start - this.unit.start]
    return before.count("(") - before.count(")")


def _step(days: int, steps: Sequence[int]) -> int:
    return sum(days >= step for step in steps)


def _nearest(this: Dated) -> list[str]:
    """Which of the cues for dates stands nearest, and how near."""
    far = {key: distance(this.unit, cue(key), this.found.start, this.found.end) for key in _NEAREST}
    known = sorted((steps, key) for key, steps in far.items() if steps is not None)
    said = [f"near:{key}={min(4, steps // 15)}" for steps, key in known]
    return [*said, f"nearest={known[0][1] if known else None}"]


def _told_beside(dated: Sequence[Dated], at: int) -> list[str]:
    """The words that join the date to the one before it and to the one after it, where all stand in one breath."""
    said = []
    for side, first, second in (("g", at - 1, at), ("h", at, at + 1)):
        if first < 0 or second >= len(dated) or dated[first].unit.start != dated[second].unit.start:
            said.append(f"{side}=alone")
            continue
        unit = dated[first].unit
        gap = unit.low[dated[first].found.end - unit.start : max(0, dated[second].found.start - unit.start)]
        said.append(f"{side}={min(4, len(gap) // 12)}")
        said += [f"{side}:{word}" for word in tokens(gap)] if len(gap) <= _GAP else []
        days = _days_between(dated[first], dated[second])
        said += [f"{side}_apart={days}"] if days is not None else []
    return said


def _days_between(first: Dated, second: Dated) -> int | None:
    end, start = first.found.value.end, second.found.value.start
    return None if end is None or start is None else _step((start - end).days, _APART)


def _among(zones: Zones, dated: Sequence[Dated], at: int) -> list[str]:
    """A shoot tends to come first and the delivery last."""
    start = dated[at].found.value.start
    starts = [other.found.value.start for other in dated]
    coming = sorted({day for day in starts if day is not None and day >= zones.reference})
    if start is None or start not in coming:
        return []
    place = coming.index(start)
    said = [f"rank={min(place, 3)}", f"rank_last={min(len(coming) - 1 - place, 3)}"]
    return said if starts.count(start) == 1 else [*said, "said_again"]


def _question(zones: Zones, this: Dated) -> str:
    """The other side's question that the date answers."""
    asked = zones.shown.text[max(0, this.unit.start - _ASKED) : this.unit.start] if this.unit.asked else ""
    return folded(asked[asked.rfind("?") - 60 :]) if "?" in asked else ""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (*names("schedule"), *names("handover"), *((f"kind_{kind}", said) for kind, said in kind_patterns()))


def themes(text: str) -> list[str]:
    """Which of the lexicon's words about schedules, handing over and pieces a text holds, in any language."""
    return [name for name, said in _patterns() if said.search(text)]

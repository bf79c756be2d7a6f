"""How many days the shoot takes, weighed a second time: every number of days that the letter may mean is a candidate.

A count, a sum of counts, the number of the shoot's dates, or days given to each place: what leads to the same number
speaks for it together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.schedule.seen import themes
from copilot.briefs.facts.schedule.shoot_days import Days, labelled_by
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.mentions import DayCount
from copilot.briefs.grammar.span import Found
from copilot.briefs.learned.judge import judge_of
from copilot.briefs.learned.surroundings import surroundings, tokens

_MOST_COUNTS = 24
"""How many counts of a letter are weighed."""
_LEAD = 1.5
"""Log odds by which the rules lead where so little is said that most of what is weighed is missing."""
_HALF = Decimal("0.5")
_BESIDE = {
    "total": re.compile(
        r"\b(?:total|in all|all up|all in|altogether|insgesamt|gesamt|zusammen|en tout|au total|totaal|totalt|i alt|"
        r"samlet|sammanlagt|totale|in tutto|em tudo|ao todo|so|makes|also|macht|soit|donc|total|dus|alltsa|altsa|"
        r"dvs|quindi|portanto|ou seja|o sea|es decir)\b"
    ),
    "further": re.compile(
        r"\b(?:further|another|additional|extra|plus|then|also|weitere\w*|zusatzlich|dazu|noch|dann|autre|puis|"
        r"supplementaire|en plus|otr[oa]|mas|ademas|luego|nog|daarna|ytterligare|dessutom|sedan|yderligere|ekstra|"
        r"derefter|altr[oa]|inoltre|poi|outr[oa]|depois)\b|\+"
    ),
    "and": re.compile(r"\b(?:and|und|et|y|en|och|og|e)\b"),
    "each": re.compile(
        r"\b(?:each|per|every|apiece|je|jeweils|pro|par|chaque|chacun\w*|cada|por|telkens|elke?|iedere?|varje|vardera|"
        r"hver\w*|ciascun\w*|ogni)\b"
    ),
    "about": re.compile(r"\b(?:enough|should|would|reicht|reichen|genugt|suffi\w*|basta\w*|genoeg|racker|nok)\b"),
}
_LIMITS = (Decimal(1), Decimal(2), Decimal(3), Decimal(6), Decimal(11))


@dataclass
class Candidate:
    """A number of days with the words it rests on and what is seen around them."""

    days: Decimal
    spans: list[tuple[int, int]]
    features: dict[str, float] = field(default_factory=dict)

    def note(self, seen: Mapping[str, float]) -> None:
        for name, value in seen.items():
            self.features[name] = max(value, self.features.get(name, 0.0))


@dataclass(frozen=True)
class Told:
    """What the letter tells of days: the rules' reading, the shoot's dates with their words (how many of them half
    days), and how many places."""

    rules: Days
    dates: tuple[date, ...]
    date_spans: list[tuple[int, int]]
    halves: int
    places: int


def weighed_days(zones: Zones, language: str, told: Told) -> Days:
    """The number of days that rules and learnt weights give together; None where neither gives one."""
    judge = judge_of("shoot_days")
    best: tuple[float, Candidate] | None = None
    for candidate in candidates_for(zones, language, told):
        by_rules = candidate.days == told.rules[0]
        odds = judge.log_odds(candidate.features, by_rules) + _LEAD * (by_rules and zones.is_note)
        if best is None or odds > best[0]:
            best = odds, candidate
    if best is None or best[0] <= 0:
        return None, []
    return told.rules if best[1].days == told.rules[0] else (best[1].days, best[1].spans)


def candidates_for(zones: Zones, language: str, told: Told) -> list[Candidate]:
    """Every number of days that may be meant, each once."""
    found: dict[Decimal, Candidate] = {}
    counts = _counts(zones, language, told)
    for days, spans, seen in _derived(zones, counts, told):
        found.setdefault(days, Candidate(days, spans)).note(seen)
    for candidate in found.values():
        candidate.note(_compared(candidate.days, counts, told, len(found)))
    return list(found.values())


def _counts(zones: Zones, language: str, told: Told) -> list[Found[DayCount]]:
    """The counts of days for the shoot or for nothing named; "3.3 Drehtage: 11., 12. Mai" counts none."""
    counts = [c for c in find_day_counts(zones.wanted.text, language) if c.value.kind in ("shoot", "unknown")]
    whole = [c for c in counts if c.value.days % _HALF == 0]
    return [c for c in whole if not any(_is_cut(c, a, b) for a, b in told.date_spans)][:_MOST_COUNTS]


def _is_cut(count: Found[DayCount], start: int, end: int) -> bool:
    """Whether a date takes the number of a count; "una mañana" (a morning, or tomorrow) is a count all the same."""
    return count.overlaps(start, end) and not (count.start <= start and end <= count.end)


def _derived(
    zones: Zones, counts: list[Found[DayCount]], told: Told
) -> Iterator[tuple[Decimal, list[tuple[int, int]], dict[str, float]]]:
    """Numbers of days with their words and features, by each way that leads to one."""
    by_unit: dict[int, list[Found[DayCount]]] = {}
    for count in counts:
        unit = _unit_of(zones, count)
        if unit is not None:
            by_unit.setdefault(unit.start, []).append(count)
            yield count.value.days, [(count.start, count.end)], _seen(zones, count, told)
    if told.rules[0] is not None:
        yield told.rules[0], told.rules[1], {"stated": float(told.rules[0] in {c.value.days for c in counts})}
    for here in by_unit.values():
        if len(here) > 1:
            yield from _summed(zones, here, "sum:unit")
    listed = [c for c in counts if (unit := _unit_of(zones, c)) is not None and unit.kind in ("bullet", "cell")]
    if len(by_unit) > 1 and len(listed) > 1:
        yield from _summed(zones, listed, "sum:list")
    shooting = [c for c in counts if c.value.kind == "shoot"]
    if len(by_unit) > 1 and len(shooting) > 1:
        yield from _summed(zones, shooting, "sum:shoot")
    many = Decimal(len(told.dates))
    if many:
        halves = f"by=dates&halves={min(told.halves, 1)}"
        yield many, told.date_spans, dict.fromkeys(("by=dates", halves, f"by=dates&{_marks_of(zones, counts)}"), 1.0)
    if told.halves:
        yield many - told.halves * _HALF, told.date_spans, {"by=dates, some half": 1.0}
    for count in counts:
        spans = [*told.date_spans, (count.start, count.end)]
        if many:
            yield many + count.value.days, spans, _joined(zones, count, told, "dates+count")
        if many > 1 and count.value.days == _HALF:
            yield many * _HALF, spans, _joined(zones, count, told, "dates*half")
            yield many - _HALF, spans, _joined(zones, count, told, "dates-half")
        if 2 <= told.places <= 12 and count.value.days <= 3:
            yield count.value.days * told.places, spans[-1:], _joined(zones, count, told, "count*places")


def _unit_of(zones: Zones, count: Found[DayCount]) -> Unit | None:
    return zones.unit_at(count.start) or labelled_by(zones, count.start)


def _marks(zones: Zones, count: Found[DayCount]) -> list[str]:
    """What the words right beside a count make of it: a sum, more days, days for each of something."""
    unit = _unit_of(zones, count)
    if unit is None:
        return []
    before, after = unit.low[: max(0, count.start - unit.start)][-28:], unit.low[max(0, count.end - unit.start) :][:24]
    return [name for name, words in _BESIDE.items() if words.search(before) or words.search(after)]


def _marks_of(zones: Zones, counts: list[Found[DayCount]]) -> str:
    return "+".join(sorted({mark for count in counts for mark in _marks(zones, count)})) or "none"


def _summed(
    zones: Zones, counts: list[Found[DayCount]], way: str
) -> Iterator[tuple[Decimal, list[tuple[int, int]], dict[str, float]]]:
    total = sum((c.value.days for c in counts), Decimal(0))
    names = [f"by={way}", f"by={way}{len(counts)}", f"by={way}&{_marks_of(zones, counts)}"]
    names += [f"{way}:{mark}" for count in counts for mark in _marks(zones, count)]
    yield total, [(c.start, c.end) for c in counts], dict.fromkeys(names, 1.0)


def _seen(zones: Zones, count: Found[DayCount], told: Told) -> dict[str, float]:
    """What is seen around a count."""
    unit = _unit_of(zones, count)
    if unit is None:
        return {}
    found = surroundings(zones, unit, count.start, count.end)
    clause = clause_of(unit, count.start, count.end)[0]
    names = ["by=count", f"kind={count.value.kind}", *(f"k={name}" for name in themes(clause))]
    names += [f"t:{word}" for word in tokens(folded(count.text))]
    dates = "dates" if told.dates else "no dates"
    for mark in _marks(zones, count) or ["none"]:
        names += [f"by=count&{mark}", f"by=count&{mark}&{dates}"]
    names += ["range"] if count.value.low != count.value.high else []
    return found | dict.fromkeys(names, 1.0)


def _joined(zones: Zones, count: Found[DayCount], told: Told, way: str) -> dict[str, float]:
    """How a count that is added to something, or taken many times, stands to the shoot's dates."""
    unit = _unit_of(zones, count)
    if unit is None:
        return {}
    with_dates = any(unit.start <= start < unit.end for start, _ in told.date_spans)
    behind = bool(told.date_spans) and count.start > told.date_spans[-1][0]
    size = "as many" if count.value.days == len(told.dates) else "half" if count.value.days < 1 else "other"
    names = [f"by={way}", f"{way}:{count.value.kind}", f"{way}:{'with' if with_dates else 'apart'}", f"{way}:{size}"]
    names += [
        f"{way}:{'behind' if behind else 'ahead'}",
        *(f"{way}&{mark}" for mark in _marks(zones, count) or ["none"]),
    ]
    return dict.fromkeys(names, 1.0)


def _compared(days: Decimal, counts: list[Found[DayCount]], told: Told, rivals: int) -> dict[str, float]:
    """How a number stands beside the others that the letter tells."""
    values = Counter(c.value.days for c in counts)
    others = sum(value * many for value, many in values.items()) - days
    names = {
        "most": bool(values) and days == max(values),
        "fewest": bool(values) and days == min(values),
        "only": list(values) == [days],
        "again": values[days] > 1,
        "sum of others": values[days] == 1 and len(values) > 1 and others == days,
        "adds up": values[days] > 0 and len(told.dates) > 0 and days - len(told.dates) in values,
        "as many dates": bool(told.dates) and days == len(told.dates),
        "more than dates": bool(told.dates) and days > len(told.dates),
        "fewer than dates": bool(told.dates) and days < len(told.dates),
        "no dates": not told.dates,
        f"size={sum(days >= limit for limit in _LIMITS)}": True,
        f"rivals={min(rivals, 6)}": True,
        f"counts={min(len(values), 3)}": True,
        f"places={min(told.places, 3)}": True,
        "half": days % 1 != 0,
        "as many places": days == told.places,
    }
    return {name: 1.0 for name, holds in names.items() if holds}

"""Two days on which all is due, and more days named for the shoot than are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from copilot.briefs.facts.budget.budget import head_of
from copilot.briefs.facts.contradictions.statements import (
    HEADER,
    Dispute,
    Statement,
    is_qualified,
    side_by_side,
    stricter,
)
from copilot.briefs.facts.letter.lines import Unit, units_of
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.view import clean
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.named import NO
from copilot.briefs.facts.schedule.dated import Dated
from copilot.briefs.facts.schedule.reasons import is_why
from copilot.briefs.facts.schedule.roles import role_of
from copilot.briefs.facts.schedule.shoot_days import bare_count, labelled_by
from copilot.briefs.facts.schedule.weighed_days import Told
from copilot.briefs.facts.schedule.weighed_delivery import Due
from copilot.briefs.facts.words import folded, kind_patterns
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.lexicon import lexicon_for
from copilot.briefs.grammar.lexicon.phrases import alternation
from copilot.briefs.learned.judge import judge_of

_LIKELY = 2.5
"""Log odds by the words alone, above those of no day at all, of a day that is the delivery if no other is."""
_CLEAR = 5.0
"""Log odds by the words alone that need no rule to call a day the delivery."""
_WHOLE = Decimal(1)
_DENIED = re.compile(rf"{NO.pattern}|n't\b")


def disputed_delivery(zones: Zones, dated: Sequence[Dated], dues: Sequence[Due], held: date | None) -> Dispute | None:
    """Two days that are each the delivery's by the rules, or by the words without doubt."""
    at = {d.found.start: d for d in dated}
    stated = [
        said
        for said in days_told(dated, dues)
        if said.value > zones.reference and (said.odds >= _CLEAR or _is_due(at[said.span[0]]))
    ]
    pair = side_by_side(zones, stated, least=_LIKELY)
    if pair is None or held not in {said.value for said in pair} or _of_two_rows(zones, pair):
        return None
    return Dispute("delivery_on", "delivery", *stricter(pair))


def days_told(dated: Sequence[Dated], dues: Sequence[Due]) -> list[Statement[date]]:
    """Every day that may be the delivery's; those of a note, which nothing has weighed, as the rules read them."""
    judge = judge_of("delivery_on")
    unit = {d.found.start: d.unit for d in dated}
    weighed = [(due, judge.evidence(due.features)) for due in dues]
    return [Statement(due.day, unit[a], (a, b), odds) for due, odds in weighed for a, b in due.spans] or [
        Statement(day, d.unit, (d.found.start, d.found.end), 0.0)
        for d in dated
        if d.role == "delivery" and (day := d.found.value.deadline)
    ]


def _is_due(dated: Dated) -> bool:
    return dated.role == "delivery" and not is_why(dated)


def _of_two_rows(zones: Zones, pair: Sequence[Statement[date]]) -> bool:
    """Whether two rows of one list give each piece its day."""
    if all(_is_row(zones, said.unit) for said in pair) and pair[0].unit.paragraph == pair[1].unit.paragraph:
        return True
    heads = [head_of(zones, said.unit) for said in pair]
    return heads[0] != heads[1] and all(any(p.search(head) for _, p in kind_patterns()) for head in heads)


def _is_row(zones: Zones, unit: Unit) -> bool:
    """Whether a unit is an item of a list, or stands right behind its own label."""
    labelled = unit.label is not None and not re.search(r"\w", zones.wanted.text[unit.label[1] : unit.start])
    return unit.kind in ("cell", "bullet") or labelled


def disputed_days(zones: Zones, language: str, told: Told) -> Dispute | None:
    """Two counts of shoot days, or fewer days counted than named."""
    stated = list(_counted(zones, language, told))
    pair = side_by_side(zones, stated)
    if pair is not None and len({said.value for said in stated}) == 2:
        return Dispute("shoot_days", "the shoot days", *stricter(pair))
    if len({said.value for said in stated}) != 1 or not told.dates or told.halves:
        return None
    counted, spans, many = stated[0], told.date_spans, Decimal(len(told.dates))
    unit = zones.unit_at(spans[0][0])
    named = Statement(many, unit or counted.unit, (spans[0][0], spans[-1][1]), 0.0)
    whole = counted.unit is unit or counted.value > _WHOLE
    agreed = any(count.value.days == many for count in find_day_counts(zones.wanted.text, language))
    if counted.value >= many or agreed or not whole or is_qualified(counted):
        return None
    return Dispute("shoot_days", "the shoot days", counted, named)


def _counted(zones: Zones, language: str, told: Told) -> Iterator[Statement[Decimal]]:
    """Whole days counted for the shoot, also by a number alone behind a label."""
    half = re.compile(alternation(f"{lexicon_for(language).half_day}|{lexicon_for(language).day_part}"))
    for count in find_day_counts(zones.wanted.text, language):
        unit = zones.unit_at(count.start) or labelled_by(zones, count.start)
        part = "\n" in count.text or count.value.days % _WHOLE or half.search(folded(count.text))
        if (
            unit
            and count.value.kind == "shoot"
            and not part
            and not _DENIED.search(unit.low[: count.start - unit.start][-16:])
        ):
            yield Statement(count.value.days, unit, (count.start, count.end), 0.0)
    days, spans = bare_count(zones, language)
    unit = zones.unit_at(spans[0][0]) if spans else None
    dated = bool(spans) and any(a <= spans[0][0] < b for a, b in told.date_spans)
    if days is not None and unit is not None and not days % _WHOLE and not dated:
        yield Statement(days, unit, spans[0], 0.0)


def disputed_in_subject(
    source: BriefSource, zones: Zones, language: str, told: Sequence[Statement[date]], held: date | None
) -> Dispute | None:
    """Another delivery in a mail's own subject than in its text: "Film needed 5 October"."""
    body = next((said for said in told if said.value == held), None)
    subject = next(iter(units_of(clean(source.subject or "", source.source_id))), None)
    if subject is None or body is None or _REPLY.match(subject.low):
        return None
    dates = find_dates(subject.text, language, zones.reference)
    day = dates[0].value.deadline if len(dates) == 1 and role_of(subject, dates[0], []) == "delivery" else None
    if day is None or day <= zones.reference or day in {said.value for said in told}:
        return None
    return Dispute("delivery_on", "delivery", *stricter((Statement(day, subject, HEADER, 0.0), body)))


_REPLY = re.compile(r"(?:re|aw|sv|vs|antw|fwd?|wg|tr|rv|res|enc|doorst)\s?:")
"""What heads the subject of an older mail, which its answer may have changed."""

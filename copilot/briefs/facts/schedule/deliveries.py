"""When the last finished piece is due: the one day said of its delivery, and days counted from others."""

from __future__ import annotations

import re
from datetime import date, timedelta

from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.schedule.dated import Dated, around
from copilot.briefs.facts.schedule.roles import words_of
from copilot.briefs.facts.words import cue, folded, names
from copilot.briefs.grammar.mentions import RelativeOffset


def read_delivery(zones: Zones, dated: list[Dated], shoot: tuple[date, ...]) -> Read[date | None]:
    """The one day that is said of the delivery, else the last that may be; None where several are said of it.

    Which of several is meant is for `weighed_delivery` to say.
    """
    due = [d for d in dated if d.role == "delivery" and not _is_answer(d)]
    bases = {_anchor(d, dated, shoot) for d in due if d.found.value.offset}
    known = [(d, day) for d in due if (day := deadline_of(d, dated, shoot)) and day not in bases]
    guesses = [(d, day) for d in dated if d.role == "delivery?" and (day := deadline_of(d, dated, shoot))]
    told = known or guesses[-1:]
    if len({day for _, day in told}) != 1:
        return Read(None)
    said, day = told[0]
    return Read(day, (zones.wanted.quote(said.found.start, said.found.end),))


def _is_answer(dated: Dated) -> bool:
    """Whether only a price is wanted by the day: "bids in by noon, 1 May"."""
    low, said = dated.unit.low, dict(names("handover"))
    given = any(said[key].search(low) for key in ("handover", "finished", "whole"))
    return not given and dated.unit.topic != "delivery" and said["priced"].search(low) is not None


_OUT = (
    r"\b(?:out|publication|published|launch\w*|release\w*|erschein\w*|sortie|parution|publicacion|lanzamiento|"
    r"verschijn\w*|utgiv\w*|udgiv\w*|uscita)\b"
)
_EVENT = re.compile(
    r"\b(?:event|wrap|fair|messe|festival|conference|konferenz|summit|congress|kongress|veranstaltung|evento|"
    r"salon|feria|beurs|massan|messen|konferen\w+|arrangement\w*)"
)


_LAST_DAY = re.compile(
    r"\b(?:last|final|letzte[nmrs]?|derniere?|ultim[oa]|laatste|sista|sidste|siste) (?:\w*(?:dag\w*|tage?s?)|"
    r"(?:\w+ )?(?:day|session|take|visit|interview\w*|entrevista|intervista|aufnahme|opname|inspelning\w*|optagelse\w*|"
    r"opptak\w*|ripresa|gravacao|filmagem|shoot|tournage|rodaje|draai\w*|jour|journee|seance|dia|jornada|sesion|giorno|giornata|diaria|sessao|one))\b"
)
_SAID_BEFORE = re.compile(
    r"(?:that|this|it|then|das|dem|diesem|ca|cela|eso|esto|dat|die|det|dess|den|dette|quello|questo|cio|isso|"
    r"isto)\b.{0,24}"
)


def _is_close(earlier: Dated, dated: Dated) -> bool:
    return earlier.found.value.precision == "day" and dated.unit.paragraph - earlier.unit.paragraph <= 1


def _anchor(dated: Dated, dates: list[Dated], shoot: tuple[date, ...]) -> date | None:
    """The day an offset counts from: the last shoot day, or the date said with the anchor's word elsewhere."""
    offset = dated.found.value.offset
    if offset is None:
        return None
    anchor = folded(offset.anchor)
    if re.match(r"(?:each|every|jede\w*|chaque|cada|elke?|iedere?|varje|hver|ogni)\b", anchor):
        return None  # "within a week of each record": as many days as there are records
    if shoot and (cue("shoot").search(anchor) or _LAST_DAY.search(anchor)):
        return shoot[-1]
    if _SAID_BEFORE.fullmatch(anchor.strip()):
        earlier = [d for d in dates if d.order < dated.order and d.found.value.start and _is_close(d, dated)]
        return counted_from(earlier[-1], offset) if earlier else None
    named = _named(dated, dates)
    if named is None and shoot and (_EVENT.search(anchor) or words_of("occasion").search(anchor)):
        return shoot[-1]
    return named


BRACKET = re.compile(r"\s*\(([^()]{2,40})\)")


def _named(dated: Dated, dates: list[Dated]) -> date | None:
    """The day said with most of the anchor's words, those right beside it before those elsewhere in its sentence."""
    anchor = dated.found.value.offset.anchor if dated.found.value.offset else ""
    stems = [rf"\b{folded(w)[:size]}" for w in re.findall(r"[^\W\d_]{4,}", anchor) for size in (3, 5)]
    stems += [rf"\b{folded(w)}\b" for w in re.findall(r"\b[A-Z]{2,3}\b", anchor)]
    if re.search(_OUT, folded(anchor)) or words_of("released").search(folded(anchor)):
        stems += [_OUT, words_of("released").pattern]
    best: tuple[int, date] | None = None
    for other in dates:
        day = counted_from(other, dated.found.value.offset)
        later = other.unit.start == dated.unit.start and other.order > dated.order
        if later or other is dated or other.unit.kind == "heading" or not day or other.found.value.precision != "day":
            continue
        bracket = BRACKET.match(other.unit.low, other.found.end - other.unit.start)
        beside = f"{around(other)} {bracket[1] if bracket else ''}"
        weight = sum(2 * bool(re.search(s, beside)) + bool(re.search(s, other.unit.low)) for s in stems)
        if weight and (best is None or weight > best[0]):
            best = weight, day
    return best[1] if best else None


def counted_from(dated: Dated, offset: RelativeOffset | None) -> date | None:
    """The day of a date that a distance counts from: its last one on the way ahead, its first on the way back."""
    return dated.found.value.end if offset and offset.amount > 0 else dated.found.value.start


def deadline_of(dated: Dated, dates: list[Dated], shoot: tuple[date, ...]) -> date | None:
    """The day that a date sets; None for a distance from something that has no day."""
    value = dated.found.value
    if value.offset is None:
        return value.deadline
    base = _anchor(dated, dates, shoot)
    return None if base is None else offset_from(base, value.offset)


def offset_from(base: date, offset: RelativeOffset) -> date:
    """The day at a distance from another."""
    amount, unit = int(offset.amount), offset.unit
    if unit == "working_day":
        step = timedelta(days=1 if amount > 0 else -1)
        while amount:
            base += step
            amount -= (base.weekday() < 5) * step.days
        return base
    return base + timedelta(days=amount * {"day": 1, "week": 7, "month": 30, "year": 365}[unit])

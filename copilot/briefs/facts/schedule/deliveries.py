"""When the last finished piece is due: the days said of delivery, those counted from others, and which one holds."""

from __future__ import annotations

import re
from datetime import date, timedelta

from copilot.briefs.facts.letter.clauses import distance
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.schedule.dated import Dated, around
from copilot.briefs.facts.schedule.handed_over import names_of
from copilot.briefs.facts.schedule.reasons import is_why, up_to_reason
from copilot.briefs.facts.schedule.roles import FINAL, words_of
from copilot.briefs.facts.words import cue, folded, kind_patterns
from copilot.briefs.grammar.mentions import RelativeOffset

_PARTIAL = re.compile(
    r"\b(?:rough|first|drafts?|preview|teaser|rohschnitt|erste\w*|premi\w+|primer\w*|eerste|forsta|forste|stills|"
    r"photos|v1|wip|offline)\b"
)


def read_delivery(zones: Zones, dated: list[Dated], shoot: tuple[date, ...]) -> Read[date | None]:
    known = [(d, day) for d in dated if d.role == "delivery" and (day := deadline_of(d, dated, shoot))]
    if not known:
        guesses = [(d, day) for d in dated if d.role == "delivery?" and (day := deadline_of(d, dated, shoot))]
        known = guesses if len({day for _, day in guesses}) == 1 else guesses[-1:]
    if not known:
        known = [(d, day) for d in dated if _is_sign_off(d) and (day := d.found.value.deadline)][-1:]
    if not known:
        return Read(None)
    chosen, day = _chosen_delivery(zones, _without_anchors(known, dated, shoot))
    return Read(day, (zones.wanted.quote(chosen.found.start, chosen.found.end),))


_SIGNED_OFF = re.compile(
    r"(?:signed[ -]off|sign-?[ ]?off|approved|abgenommen|freigegeben|abnahme|valide[es]*|validation|aprobad[oa]s?|"
    r"goedgekeurd|godkan[dt]\w*|godkendt|godkjent|approvat[oiae]|aprovad[oa]s?)\s+"
    r"(?:(?:by|before|bis(?: zum)?|avant(?: le)?|pour le|antes del?|para el|voor|tegen|senast|senest|innen|inden|entro|"
    r"ate)\s+)(?:the |dem |den |le |il |el |o )?$"
)
_SIGNED_EARLIER = re.compile(
    r"\b(?:budget|quote|script|storyboard\w*|treatment|concept|proposal|contract|estimate|locations?|casting|first|"
    r"rough|"
    r"angebot|drehbuch|konzept|devis|scenario|guion|offerte|offert|manus\w*|tilbud|preventivo|orcamento|roteiro)\b"
)


def _is_sign_off(dated: Dated) -> bool:
    """ "Signed off by 22 February": the finished work's deadline, unless a step before it is signed off."""
    before = dated.unit.low[: dated.found.start - dated.unit.start]
    text = folded(dated.found.text)
    by = re.match(r"(?:by|bis|before|avant|voor|senast|senest|innen)\b", text)
    said = _SIGNED_OFF.search(before + text[: by.end()] + " " if by else before)
    return bool(said) and dated.found.value.precision == "day" and not _SIGNED_EARLIER.search(around(dated))


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


def _without_anchors(
    known: list[tuple[Dated, date]], dates: list[Dated], shoot: tuple[date, ...]
) -> list[tuple[Dated, date]]:
    """Leave out the days others count from: "we open on 3 October, so the films a week before that"."""
    counted = [
        _anchor(d, dates, shoot)
        for d, _ in known
        if d.found.value.offset and not cue("delivery").search(folded(d.found.value.offset.anchor))
    ]
    # "Masters by 13 November, the teasers a week earlier": what is due itself stays, whatever is counted from it.
    return [(d, day) for d, day in known if d.found.value.offset or day not in counted or _is_due(d)]


def _is_due(dated: Dated) -> bool:
    clause = around(dated)
    return dated.role == "delivery" and FINAL.search(clause) is not None and cue("not_date").search(clause) is None


def _said(zones: Zones, dated: Dated) -> str:
    """What a date's label and the words around it say."""
    label = dated.unit.label
    beside = label is not None and not _SENTENCE_END.search(
        zones.wanted.text, label[1], max(label[1], dated.unit.start)
    )
    return f"{folded(zones.wanted.text[slice(*label)])} {around(dated)}" if label and beside else around(dated)


_SENTENCE_END = re.compile(r"[.!?]\s")
"""Behind it, a label no longer says what a day is for."""


def _is_of_one_piece(said: str) -> bool:
    if cue("all").search(said) or _THE_FILM.search(said):
        return False
    return any(pattern.search(said) for _, pattern in kind_patterns())


_THE_FILM = re.compile(
    r"\b(?:the|das|der|le|la|el|de|het|il|o) (?:finished |final |fertige |finale? )?(?:film|video|pelicula|filme)\b|"
    r"\b(?:filmen|videon|videoen)\b"
)
"""All that is ordered, where nothing tells one film from another: "in the calendar the video is due 18 September"."""


def _is_of_pieces(zones: Zones, dated: list[Dated]) -> bool:
    """Whether each day is a piece's own: a list of what is due when, whose last day ends the delivery."""
    things = []
    for one in dated:
        label = folded(zones.wanted.text[slice(*one.unit.label)]) if one.unit.label else ""
        thing = f"{label} {one.unit.low[: one.found.start - one.unit.start]}".strip(" :-")
        piece = one.unit.subject in ("delivery", "deliverables") or any(p.search(thing) for _, p in kind_patterns())
        if one.unit.kind not in ("bullet", "field", "cell") or not piece or not thing or _is_whole(thing):
            return False
        things.append(thing)
    return len(set(things)) == len(things) > 1


def _is_told_by_piece(dated: list[Dated]) -> bool:
    """Whether a sentence gives every piece its day: "The trailer is due 8 May and the film on 29 May"."""
    at = dated[0].unit.start
    for one in sorted(dated, key=lambda d: d.order):
        before = one.unit.low[max(0, at - one.unit.start) : one.found.start - one.unit.start]
        if one.unit.start != dated[0].unit.start or not any(p.search(before) for _, p in kind_patterns()):
            return False
        at = one.found.end
    return len(dated) > 1


def _is_whole(thing: str) -> bool:
    return cue("delivery").search(thing) is not None or cue("all").search(thing) is not None


def _far(dated: Dated) -> int:
    far = distance(dated.unit, cue("delivery"), dated.found.start, dated.found.end)
    return 99 if far is None else far // 12


def _chosen_delivery(zones: Zones, known: list[tuple[Dated, date]]) -> tuple[Dated, date]:
    told = {d.unit.start for d, _ in known if not is_why(d)}
    known = [(d, day) for d, day in known if not (d.unit.start in told and is_why(d))]
    corrected = [k for k in known if k[0].corrects and k[0].order > known[0][0].order]
    if corrected:
        return corrected[-1]
    if len({day for _, day in known}) == 1:
        return known[0]
    known = [k for k in known if k[0].found.value.offset is None] or known
    whole = [k for k in known if not _PARTIAL.search(up_to_reason(_said(zones, k[0])))] or known
    final = [k for k in whole if FINAL.search(_said(zones, k[0]))]
    entire = final or [k for k in whole if names_of("whole").search(_said(zones, k[0]))]
    if entire and all(_is_of_one_piece(_said(zones, k[0])) for k in whole if k not in entire):
        whole = entire  # "Trailer due: 18 September", "Everything due: 30 October"
    each = all(BRACKET.match(d.unit.low, d.found.end - d.unit.start) for d, _ in whole)
    each = each or _is_told_by_piece([d for d, _ in whole])
    if each or _is_of_pieces(zones, [d for d, _ in whole]):
        return max(whole, key=lambda k: k[1])
    same_unit = len({d.unit.start for d, _ in whole}) == 1
    if len({day for _, day in whole}) == 1:
        return whole[0]
    if same_unit:
        return max(final, key=lambda k: k[1]) if final else min(whole, key=lambda k: (_far(k[0]), -k[1].toordinal()))
    return min(whole, key=lambda k: k[1])

"""Shoot days, shoot dates and the delivery date: every date gets a role by its label or the nearest cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from copilot.briefs.facts.clauses import clause_of, distance
from copilot.briefs.facts.dated import Dated, around, dated_in
from copilot.briefs.facts.days_per_place import days_per_place
from copilot.briefs.facts.likely_shoots import with_likely_shoots
from copilot.briefs.facts.occasions import with_occasions
from copilot.briefs.facts.places import read_locations
from copilot.briefs.facts.reading import Findings, Read
from copilot.briefs.facts.reasons import is_why, up_to_reason
from copilot.briefs.facts.roles import FINAL, words_of
from copilot.briefs.facts.shoot_days import shoot_days_in
from copilot.briefs.facts.shoot_window import shoot_window
from copilot.briefs.facts.words import cue, folded, kind_patterns
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.lexicon import lexicon_for
from copilot.briefs.grammar.lexicon.phrases import alternation
from store.proposals.facts import BriefWarning, DaySpan, Quote

_WINDOW = re.compile(
    r"\b(?:between|zwischen|entre|tussen|mellan|mellem|mellom|tra|week of|week commencing|w/c|woche|semaine|"
    r"semana|uke|uge|vecka|window|some time|sometime|irgendwann)\b"
)


_PERIOD = re.compile(
    r"\b(?:(?:shoot\w*|film\w*|production|recording) (?:window|period)|window|\w*zeitraum\w*|\w*zeitfenster\w*|"
    r"periode (?:de|du) (?:tournage|captation)|fenetre de tournage|periodo (?:de|di|da) (?:rodaje|rodagem|grabacion|"
    r"riprese|filmagens?|gravac\w+)|\w*periode|(?:inspelning|optagelses|optage|opptaks|innspillings|film)s?perioden?|"
    r"any ?time|irgendwann|n'importe quand|en cualquier momento|nar som helst|qualquer altura|in qualsiasi momento)\b"
)
"""A span somewhere in which one films, on days not yet told."""
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tussen|mellan|mellem|mellom|tra|fra il)\b(?: \w+){0,2} ?$")
_LONGEST = 7  # days; a longer span of dates is no list of shoot days unless the brief counts as many


_PARTIAL = re.compile(
    r"\b(?:rough|first|drafts?|preview|teaser|rohschnitt|erste\w*|premi\w+|primer\w*|eerste|forsta|forste|stills|"
    r"photos|v1|wip|offline)\b"
)


_NEGATED = re.compile(r"\b(?:not|nicht|pas|niet|inte|ikke|no puede|non|nao)\b")


_GOES_ON = re.compile(r"\b(?:and|und|et|y|e|en|och|og|but|aber|mais|pero|maar|men|ma|mas)\b")


def _is_negated(dated: Dated) -> bool:
    """Whether the clause denies the day; "on Monday and not this week" denies another."""
    clause, start = clause_of(dated.unit, dated.found.start, dated.found.end)
    before, after = clause[: dated.found.start - start], clause[dated.found.end - start :]
    bracket = _BRACKET.match(dated.unit.low, dated.found.end - dated.unit.start)
    said = (before, _GOES_ON.split(after)[0], bracket[1] if bracket else "")
    return any(_NEGATED.search(part) for part in said)


_IN_DAYS = re.compile(
    r"(?:in|en|dans|om|over|tra|em|i)\s\S+\s(?:days?|tagen|jours|dias|dagen|dagar|dage|dager|giorni|giornate)"
)


def _only_counts(dated: Dated, shoots: list[Dated]) -> bool:
    """Whether "in two days" tells how long, because the sentence goes on to name the days themselves."""
    named = any(d.unit.start == dated.unit.start and not d.found.value.relative for d in shoots)
    return named and _IN_DAYS.fullmatch(folded(dated.found.text)) is not None


@dataclass(frozen=True)
class Schedule:
    shoot_days: Read[Decimal | None]
    shoot_dates: Read[tuple[date, ...]]
    shoot_window: Read[DaySpan | None]
    delivery_on: Read[date | None]
    locations: Read[tuple[str, ...]]


def read_schedule(zones: Zones, language: str, findings: Findings) -> Schedule:
    """Days, dates, delivery and locations, each with its quotes."""
    dated = with_likely_shoots(zones, with_occasions(zones, dated_in(zones, language)))
    locations = read_locations(zones, language, dated)
    days, day_spans = shoot_days_in(zones, language, findings)
    shared = days_per_place(zones, language, days, len(locations.value))
    if shared:
        days, day_spans = shared[0], [shared[1]]
    dates, date_spans = _shoot_dates(zones, dated, days)
    if days is not None and dates and len(day_spans) == 1 and _comes_on_top(zones, day_spans[0][0], dated):
        days, day_spans = days + len(dates), [*date_spans, *day_spans]
    if days is None and dates:
        days, day_spans = Decimal(len(dates)) - Decimal("0.5") * _half_days(dated, language), date_spans
    delivery = _delivery(zones, dated, dates, findings)
    _check(zones, dated, dates, delivery, findings)
    quote = zones.wanted.quote
    return Schedule(
        Read(days, tuple(quote(a, b) for a, b in day_spans)),
        Read(dates, tuple(quote(a, b) for a, b in date_spans)),
        Read(None) if dates else shoot_window(zones, [d for d in dated if d.role == "shoot"]),
        delivery,
        locations,
    )


_ON_TOP = re.compile(
    r"\b(?:hinzu kommt|dazu kommt|hinzu kommen|zusatzlich|on top|in addition|additionally|plus|s'ajoute\w*|en plus|"
    r"ademas|se suma\w*|daarnaast|daarbij komt|extra|dartill|dessutom|hertil|desuden|i tillegg|inoltre|si aggiunge|"
    r"alem disso|acresce|soma-se)\b[^.;:\d]{0,24}$"
)


def _comes_on_top(zones: Zones, at: int, dated: list[Dated]) -> bool:
    """Whether days counted in a sentence of their own come on top of those named before: "Plus half a day in Lund"."""
    unit = zones.unit_at(at)
    if unit is None or any(d.role == "shoot" and d.unit.start == unit.start for d in dated):
        return False
    return _ON_TOP.search(unit.low[: at - unit.start]) is not None


def _half_days(dated: list[Dated], language: str) -> int:
    """How many of the shoot's days are said to be half ones: "13 October (morning only)"."""
    part = rf"(?:{alternation(f'{lexicon_for(language).day_part}|{lexicon_for(language).half_day}')}|{_DAY_PART})"
    half = re.compile(rf"\s*[(,]?\s*(?:(?:{_ONLY})\s(?:\w+\s)?{part}|(?:\w+\s)?{part}\s(?:{_ONLY})\b)")
    shoots = [d for d in dated if d.role == "shoot" and len(d.found.value.days) == 1]
    return sum(half.match(d.unit.low, d.found.end - d.unit.start) is not None for d in shoots)


_DAY_PART = (
    r"(?:'?s )?\w*(?:mittags?|morgens?|abends?|ochtends?|middags?|avonds?|formiddag(?:en)?|eftermiddag(?:en)?|"
    r"ettermiddag(?:en)?)\b"
)
_ONLY = "only|just|nur|bloss|seulement|uniquement|solo|sólo|alleen|enkel|bara|endast|kun|bare|soltanto|apenas|so"


def _length(dated: Dated) -> int:
    """How many days lie from the mention's first to its last."""
    days = dated.found.value.days
    return (days[-1] - days[0]).days + 1 if days else 0


def _is_span(zones: Zones, dated: Dated, days: Decimal | None) -> bool:
    """Whether a date only bounds when one may film, with more days than the brief counts."""
    unit, length = dated.unit, _length(dated)
    if days is not None and length <= ceil(days) and length > 1:
        return False
    if length > len(dated.found.value.days):
        return False  # days told one by one, with others between them
    label = folded(zones.wanted.text[unit.label[0] : unit.label[1]]) if unit.label else ""
    before = unit.low[: dated.found.start - unit.start]
    bounded = length > 1 and (_BETWEEN.search(before) or _BETWEEN.search(folded(dated.found.text).split(" ")[0]))
    told = _PERIOD.search(label) or _PERIOD.search(around(dated))
    return bool(length > _LONGEST or bounded or (told and (length > 1 or days is None)))


def _shoot_dates(
    zones: Zones, dated: list[Dated], days: Decimal | None
) -> tuple[tuple[date, ...], list[tuple[int, int]]]:
    shoots = [d for d in dated if d.role == "shoot" and d.found.value.precision == "day" and d.found.value.days]
    corrected = [d for d in shoots if d.corrects and d.order > shoots[0].order]
    if corrected:
        shoots = [d for d in shoots if d.order >= corrected[-1].order]
    kept = [
        d
        for d in shoots
        if not _is_negated(d)
        and not _only_counts(d, shoots)
        and not _is_span(zones, d, days)
        and not (_WINDOW.search(d.unit.low) and days is not None and _length(d) > ceil(days))
    ]
    listed = tuple(sorted({day for d in kept for day in d.found.value.days}))
    if days is not None and len(listed) > ceil(days) and all(len(d.found.value.days) > 2 for d in kept):
        return (), []
    return listed, [(d.found.start, d.found.end) for d in kept]


def _delivery(zones: Zones, dated: list[Dated], shoot: tuple[date, ...], findings: Findings) -> Read[date | None]:
    known = [(d, day) for d in dated if d.role == "delivery" and (day := _deadline(d, dated, shoot))]
    if not known:
        guesses = [(d, day) for d in dated if d.role == "delivery?" and (day := _deadline(d, dated, shoot))]
        known = guesses if len({day for _, day in guesses}) == 1 else guesses[-1:]
    if not known:
        known = [(d, day) for d in dated if _is_sign_off(d) and (day := d.found.value.deadline)][-1:]
    if not known:
        return Read(None)
    chosen, day = _chosen_delivery(zones, _without_anchors(known, dated, shoot), findings)
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
        return earlier[-1].found.value.start if earlier else None
    named = _named(dated, dates)
    if named is None and shoot and (_EVENT.search(anchor) or words_of("occasion").search(anchor)):
        return shoot[-1]
    return named


_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)")


def _named(dated: Dated, dates: list[Dated]) -> date | None:
    """The day said with most of the anchor's words, those right beside it before those elsewhere in its sentence."""
    anchor = dated.found.value.offset.anchor if dated.found.value.offset else ""
    stems = [rf"\b{folded(w)[:size]}" for w in re.findall(r"[^\W\d_]{4,}", anchor) for size in (3, 5)]
    stems += [rf"\b{folded(w)}\b" for w in re.findall(r"\b[A-Z]{2,3}\b", anchor)]
    if re.search(_OUT, folded(anchor)) or words_of("released").search(folded(anchor)):
        stems += [_OUT, words_of("released").pattern]
    best: tuple[int, date] | None = None
    for other in dates:
        value = dated.found.value.offset
        day = other.found.value.end if value and value.amount > 0 else other.found.value.start
        later = other.unit.start == dated.unit.start and other.order > dated.order
        if later or other is dated or other.unit.kind == "heading" or not day or other.found.value.precision != "day":
            continue
        bracket = _BRACKET.match(other.unit.low, other.found.end - other.unit.start)
        beside = f"{around(other)} {bracket[1] if bracket else ''}"
        weight = sum(2 * bool(re.search(s, beside)) + bool(re.search(s, other.unit.low)) for s in stems)
        if weight and (best is None or weight > best[0]):
            best = weight, day
    return best[1] if best else None


def _deadline(dated: Dated, dates: list[Dated], shoot: tuple[date, ...]) -> date | None:
    value = dated.found.value
    if value.offset is None:
        return value.deadline
    base = _anchor(dated, dates, shoot)
    if base is None:
        return None
    amount, unit = int(value.offset.amount), value.offset.unit
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
    return f"{folded(zones.wanted.text[slice(*label)])} {around(dated)}" if label else around(dated)


def _is_of_one_piece(said: str) -> bool:
    return not cue("all").search(said) and any(pattern.search(said) for _, pattern in kind_patterns())


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


def _chosen_delivery(zones: Zones, known: list[tuple[Dated, date]], findings: Findings) -> tuple[Dated, date]:
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
    if final and all(_is_of_one_piece(_said(zones, k[0])) for k in whole if k not in final):
        whole = final  # "Trailer due: 18 September", "Everything due: 30 October"
    each = all(_BRACKET.match(d.unit.low, d.found.end - d.unit.start) for d, _ in whole)
    each = each or _is_told_by_piece([d for d, _ in whole])
    if each or _is_of_pieces(zones, [d for d, _ in whole]):
        return max(whole, key=lambda k: k[1])
    same_unit = len({d.unit.start for d, _ in whole}) == 1
    if len({day for _, day in whole}) == 1:
        return whole[0]
    if same_unit:
        return max(final, key=lambda k: k[1]) if final else min(whole, key=lambda k: (_far(k[0]), -k[1].toordinal()))
    earliest = min(whole, key=lambda k: k[1])
    other = next(k for k in whole if k[1] != earliest[1])
    quotes: tuple[Quote, ...] = tuple(
        zones.wanted.quote(d.found.start, d.found.end) for d, _ in sorted((earliest, other), key=lambda k: k[0].order)
    )
    findings.contradiction(
        "delivery", f"Is delivery due {quotes[0].quote} or {quotes[1].quote}?", "delivery_on", quotes
    )
    return earliest


def _check(
    zones: Zones, dated: list[Dated], shoot: tuple[date, ...], delivery: Read[date | None], findings: Findings
) -> None:
    """Dates that cannot be: in the past, delivered before the shoot, or on another weekday than written."""
    if delivery.value and delivery.value < zones.reference:
        findings.warnings.append(
            BriefWarning(
                code="past_date",
                message=f"Delivery on {delivery.value.isoformat()} lies before the brief's own date.",
                quotes=delivery.quotes,
            )
        )
    if delivery.value and shoot and delivery.value < shoot[-1]:
        findings.warnings.append(
            BriefWarning(
                code="delivery_before_shoot",
                message="Delivery is asked for before the last shoot date.",
                quotes=delivery.quotes,
            )
        )
    for d in dated:
        if d.found.value.weekday_mismatch and d.role in ("delivery", "shoot", "delivery?"):
            quote = zones.wanted.quote(d.found.start, d.found.end)
            findings.warnings.append(
                BriefWarning(
                    code="weekday_mismatch",
                    message=f"“{quote.quote}” names a weekday that is not that date's.",
                    quotes=(quote,),
                )
            )

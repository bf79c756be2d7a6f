"""Shoot days, shoot dates and the rest of the schedule: every date gets a role by its label or the nearest cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from copilot.briefs.facts.letter.clauses import clause_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.places.weighed import read_locations
from copilot.briefs.facts.reading import Findings, Read
from copilot.briefs.facts.schedule.dated import Dated, around, dated_in
from copilot.briefs.facts.schedule.days_per_place import days_per_place
from copilot.briefs.facts.schedule.deliveries import BRACKET, read_delivery
from copilot.briefs.facts.schedule.handed_over import with_handovers
from copilot.briefs.facts.schedule.likely_shoots import with_likely_shoots
from copilot.briefs.facts.schedule.newer_shoots import with_newer_shoots
from copilot.briefs.facts.schedule.numbered_days import numbered_days
from copilot.briefs.facts.schedule.occasions import with_occasions
from copilot.briefs.facts.schedule.seen import Seen, dates_seen
from copilot.briefs.facts.schedule.shoot_days import shoot_days_in
from copilot.briefs.facts.schedule.shoot_window import shoot_window
from copilot.briefs.facts.schedule.weighed_dates import with_second_look
from copilot.briefs.facts.schedule.weighed_days import Told, weighed_days
from copilot.briefs.facts.schedule.weighed_delivery import weighed_delivery
from copilot.briefs.facts.words import folded
from copilot.briefs.grammar.lexicon import lexicon_for
from copilot.briefs.grammar.lexicon.phrases import alternation
from store.proposals.facts import BriefWarning, DaySpan

_PERIOD = re.compile(
    r"\b(?:(?:shoot\w*|film\w*|production|recording) (?:window|period)|window|\w*zeitraum\w*|\w*zeitfenster\w*|"
    r"periode (?:de|du) (?:tournage|captation)|fenetre de tournage|periodo (?:de|di|da) (?:rodaje|rodagem|grabacion|"
    r"riprese|filmagens?|gravac\w+)|\w*periode|(?:inspelning|optagelses|optage|opptaks|innspillings|film)s?perioden?|"
    r"any ?time|irgendwann|n'importe quand|en cualquier momento|nar som helst|qualquer altura|in qualsiasi momento)\b"
)
"""A span somewhere in which one films, on days not yet told."""
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tussen|mellan|mellem|mellom|tra|fra il)\b(?: \w+){0,2} ?$")
_LONGEST = 7  # days; a longer span of dates is no list of shoot days unless the brief counts as many


_NEGATED = re.compile(r"\b(?:not|nicht|pas|niet|inte|ikke|no puede|non|nao)\b")


_GOES_ON = re.compile(r"\b(?:and|und|et|y|e|en|och|og|but|aber|mais|pero|maar|men|ma|mas)\b")


def _is_negated(dated: Dated) -> bool:
    """Whether the clause denies the day; "on Monday and not this week" denies another."""
    clause, start = clause_of(dated.unit, dated.found.start, dated.found.end)
    before, after = clause[: dated.found.start - start], clause[dated.found.end - start :]
    bracket = BRACKET.match(dated.unit.low, dated.found.end - dated.unit.start)
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
    told: ToldDates


def read_schedule(zones: Zones, language: str, findings: Findings, whose: Sequence[str] = ()) -> Schedule:
    """Days, dates, delivery and locations, each with its quotes; `whose` names the client and their contact."""
    told = told_of(zones, language, whose)
    days, day_spans = weighed_days(zones, language, told.days)
    dates, dated = told.days.dates, told.dated
    delivery = _delivery(zones, told)
    _check(zones, dated, dates, delivery, findings)
    quote = zones.wanted.quote
    return Schedule(
        Read(days, tuple(quote(a, b) for a, b in day_spans)),
        Read(dates, tuple(quote(a, b) for a, b in told.days.date_spans)),
        Read(None) if dates else shoot_window(zones, _of_shoot(told)),
        delivery,
        told.locations,
        told,
    )


def _of_shoot(told: ToldDates) -> list[Dated]:
    """What is said of when to film; a stretch that only bounds it is no day of the shoot, and counts all the same."""
    return [
        weighed
        for ruled, weighed in zip(told.by_rules, told.dated, strict=True)
        if weighed.role == "shoot" or (ruled.role == "shoot" and _length(ruled) > 1)
    ]


def _delivery(zones: Zones, told: ToldDates) -> Read[date | None]:
    rules = read_delivery(zones, told.by_rules, told.days.dates)
    return weighed_delivery(zones, told.by_rules, told.seen, told.days.dates, rules)


@dataclass(frozen=True)
class ToldDates:
    """The letter's dates with the roles of the rules and those weighed anew, the places, and what all say of days."""

    by_rules: list[Dated]
    seen: Seen
    dated: list[Dated]
    locations: Read[tuple[str, ...]]
    days: Told


def told_of(zones: Zones, language: str, whose: Sequence[str] = ()) -> ToldDates:
    """What dates and counts tell before the number of days is weighed; `whose` names the client and their contact."""
    by_rules = rules_dates(zones, language)
    seen = dates_seen(zones, by_rules)
    dated = with_second_look(zones, language, by_rules, seen)
    locations = read_locations(zones, language, dated, whose)
    places = len(locations.value)
    days, day_spans = shoot_days_in(zones, language)
    shared = days_per_place(zones, language, days, places)
    if shared:
        days, day_spans = shared[0], [shared[1]]
    dates, date_spans = _shoot_dates(zones, dated, days)
    halves = _half_days(dated, language)
    if days is not None and dates and len(day_spans) == 1 and _comes_on_top(zones, day_spans[0][0], dated):
        days, day_spans = days + len(dates), [*date_spans, *day_spans]
    if days is None and not dates:
        days, day_spans = numbered_days(zones)
    if days is None and dates:
        days, day_spans = Decimal(len(dates)) - Decimal("0.5") * halves, date_spans
    return ToldDates(by_rules, seen, dated, locations, Told((days, day_spans), dates, date_spans, halves, places))


def rules_dates(zones: Zones, language: str) -> list[Dated]:
    """Every date with the role that the rules give it."""
    dated = with_handovers(zones, dated_in(zones, language))
    dated = with_likely_shoots(zones, with_occasions(zones, dated))
    return with_newer_shoots(zones, dated, language)


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


def _is_bound(dated: Dated, every: list[Dated], days: Decimal | None) -> bool:
    """Whether a day only bounds more days than are filmed: "6 days between 14 September and 2 October"."""
    here = [d for d in every if d.unit.start == dated.unit.start and d.found.value.days]
    if (
        len(here) != 2
        or dated not in here
        or not _BETWEEN.search(here[0].unit.low[: here[0].found.start - here[0].unit.start])
    ):
        return False
    first, last = here[0].found.value.days[0], here[1].found.value.days[-1]
    return (last - first).days + 1 > ceil(days or 2)


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
        if (d.sure or not (_is_negated(d) or _only_counts(d, shoots)))
        and not _is_span(zones, d, days)
        and not _is_bound(d, dated, days)
    ]
    listed = tuple(sorted({day for d in kept for day in d.found.value.days}))
    return listed, [(d.found.start, d.found.end) for d in kept]


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
    passed = sorted(day for day in shoot if day < zones.reference)
    if passed:
        said = [d for d in dated if d.role == "shoot" and not set(passed).isdisjoint(d.found.value.days)]
        findings.warnings.append(
            BriefWarning(
                code="past_date",
                message=f"The shoot on {passed[0].isoformat()} lies before the brief's own date.",
                quotes=tuple(zones.wanted.quote(d.found.start, d.found.end) for d in said),
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

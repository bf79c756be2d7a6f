"""Shoot days, shoot dates and the delivery date: every date gets a role by its label or the nearest cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import ceil

from copilot.briefs.facts.budget import _is_correction
from copilot.briefs.facts.clauses import clause_of, distance
from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.reading import Findings, Read
from copilot.briefs.facts.words import cue, folded
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.mentions import DateMention, DayCount
from copilot.briefs.grammar.numbers import find_numbers
from copilot.briefs.grammar.span import Found
from store.proposals.facts import BriefWarning, Quote

_WEAK_BY = re.compile(
    r"\b(?:by|before|until|bis(?: zum)?|vor dem|avant(?: le)?|d'ici|pour le|antes del?|para el|voor|tegen|innan|"
    r"till|inden|innen|for|entro|ate|within|in)\s+(?:the |dem |den |le |la |el |het |de |d\. )?$"
)
_LATEST = re.compile(
    r"\b(?:at the latest|latest|no later than|spatestens|au plus tard|a mas tardar|como tarde|uiterlijk|senast|"
    r"senest|entro e non oltre|no mais tardar)\b"
)
_WINDOW = re.compile(
    r"\b(?:between|zwischen|entre|tussen|mellan|mellem|mellom|tra|week of|week commencing|w/c|woche|semaine|"
    r"semana|uke|uge|vecka|window|some time|sometime|irgendwann)\b"
)
_FINAL = re.compile(
    r"\b(?:final\w*|finals|masters?|endabgabe|endgultig\w*|definiti\w*|slut\w*|eind\w*|endelig\w*|everything|all "
    r"files|alles)\b"
)
_PARTIAL = re.compile(
    r"\b(?:rough|first|draft|preview|teaser|rohschnitt|erste\w*|premi\w+|primer\w*|eerste|forsta|forste|stills|"
    r"photos|v1|wip|offline)\b"
)
_OFFER = re.compile(
    r"\b(?:offer|quot|proposal|bid|tender|angebot|devis|offre|ofert|offert|anbud|tilbud|preventiv|propost|fragen|"
    r"questions)"
)
_GOODS = re.compile(r"deliver|final|master|film|file|video|liefer|abgabe|livr|entreg|lever|asset|spot|clip")
_NEGATED = re.compile(r"\b(?:not|nicht|pas|niet|inte|ikke|no puede|non|nao)\b")
_OTHER_DAYS = re.compile(
    r"\b(?:working|business|werk\w*|arbeits\w*|ouvr\w*|habiles|laborables|arbets\w*|hverdag\w*|virke\w*|calendar)\b"
)
_SKIPPED = frozenset(("usage", "term", "budget", "contact", "territory", "title", "client", "pitch", "aside"))


@dataclass(frozen=True)
class Dated:
    found: Found[DateMention]
    unit: Unit
    role: str  # delivery, shoot, other
    order: int
    corrects: bool


@dataclass(frozen=True)
class Schedule:
    shoot_days: Read[Decimal | None]
    shoot_dates: Read[tuple[date, ...]]
    delivery_on: Read[date | None]


def read_schedule(zones: Zones, language: str, findings: Findings) -> Schedule:
    """Days, dates and delivery, each with its quotes."""
    dated = _dated(zones, language)
    days, day_spans = _shoot_days(zones, language, findings)
    dates, date_spans = _shoot_dates(dated, days)
    if days is None and dates:
        days, day_spans = Decimal(len(dates)), date_spans
    delivery = _delivery(zones, dated, dates, findings)
    _check(zones, dated, dates, delivery, findings)
    quote = zones.wanted.quote
    return Schedule(
        Read(days, tuple(quote(a, b) for a, b in day_spans)),
        Read(dates, tuple(quote(a, b) for a, b in date_spans)),
        delivery,
    )


def _dated(zones: Zones, language: str) -> list[Dated]:
    out: list[Dated] = []
    for order, found in enumerate(find_dates(zones.wanted.text, language, zones.reference)):
        unit = zones.unit_at(found.start)
        if unit is None:
            continue
        position = zones.units.index(unit)
        before = zones.units[position - 1] if position else None
        corrects = any(m.start() <= found.start - unit.start for m in cue("correction").finditer(unit.low)) or (
            before is not None
            and before.paragraph == unit.paragraph
            and len(before.text) < 45
            and _is_correction(before)
        )
        out.append(Dated(found, unit, _role(unit, found), order, corrects))
    return _inherited(out)


def _role(unit: Unit, found: Found[DateMention]) -> str:
    """The label's role, else the nearest cue's, else the section's; a bare "by 12 June" is a delivery."""
    if unit.topic in ("delivery", "shoot"):
        return _nearest(unit, found, default=unit.topic)
    if unit.topic in _SKIPPED or unit.topic == "locations":
        return "shoot" if unit.topic == "locations" else "other"
    role = _nearest(unit, found, default="")
    clause = clause_of(unit, found.start, found.end)[0]
    if role == "delivery" and _OFFER.search(clause) and not _GOODS.search(clause):
        return "other"
    if role:
        return role
    if unit.section in ("delivery", "shoot") or unit.asked in ("delivery", "shoot"):
        return unit.section if unit.section in ("delivery", "shoot") else str(unit.asked)
    if unit.section in _SKIPPED:
        return "other"
    if unit.asked == "locations":
        return "shoot"
    return "delivery?" if _is_by(unit, found) or found.value.relative or found.value.offset else "?"


def _is_by(unit: Unit, found: Found[DateMention]) -> bool:
    before = unit.low[: found.start - unit.start]
    return bool(
        _WEAK_BY.search(before)
        or _LATEST.search(unit.low)
        or re.match(r"(?:by|bis|before|voor|avant|senest|senast|innen|end|ende|fin)\b", found.text.lower())
    )


def _nearest(unit: Unit, found: Found[DateMention], *, default: str) -> str:
    if _LATEST.search(unit.low[max(0, found.start - unit.start - 22) : found.end - unit.start + 22]) and not default:
        return (
            "other"
            if cue("not_date").search(unit.low[: found.start - unit.start][-30:])
            and not _FINAL.search(unit.low)
            and _OFFER.search(unit.low)
            else "delivery"
        )
    scores: list[tuple[int, str]] = []
    for role, key in (("other", "not_date"), ("shoot", "shoot"), ("delivery", "delivery")):
        far = distance(unit, _strong(key), found.start, found.end)
        if far is not None and far <= 70:
            scores.append((far, role))
    if default:
        closest = min(scores, default=(99, default))
        return closest[1] if closest[0] <= 25 and closest[1] != default and len({r for _, r in scores}) > 1 else default
    return min(scores)[1] if scores else ""


def _strong(key: str) -> re.Pattern[str]:
    return cue(key)


def _inherited(dated: list[Dated]) -> list[Dated]:
    """A date right after another in one unit shares its role ("7, 8 and 9 July"; "sorry, I mean 16 and 17")."""
    out: list[Dated] = []
    for item in dated:
        last = out[-1] if out else None
        if (
            item.role in ("?", "delivery?")
            and last
            and last.role in ("shoot", "delivery")
            and (last.unit == item.unit or (item.corrects and item.role == "?"))
        ):
            item = Dated(item.found, item.unit, last.role, item.order, item.corrects)
        out.append(item)
    return out


def _shoot_days(zones: Zones, language: str, findings: Findings) -> tuple[Decimal | None, list[tuple[int, int]]]:
    counts: list[tuple[Found[DayCount], Unit]] = []
    for found in find_day_counts(zones.wanted.text, language):
        unit = zones.unit_at(found.start)
        if unit is None or (
            found.value.kind != "shoot"
            and unit.subject in ("usage", "term", "revisions", "budget", "contact", "delivery")
        ):
            continue
        near = distance(unit, cue("shoot"), found.start, found.end)
        asked = unit.subject in ("shoot", "locations")
        meant = found.value.kind == "shoot" or (asked or (near is not None and near <= 100))
        if meant and found.value.kind in ("shoot", "unknown") and not _OTHER_DAYS.search(found.text.lower()):
            counts.append((found, unit))
    if not counts:
        bare = _bare_count(zones, language)
        return bare if bare[0] is not None else _days_anywhere(zones, language)
    by_unit = [(f, u) for f, u in counts if u == counts[0][1]]
    if len(by_unit) > 1 and _is_sum(by_unit):
        return sum((f.value.days for f, _ in by_unit), Decimal(0)), [(f.start, f.end) for f, _ in by_unit]
    corrected = [f for f, u in counts[1:] if _is_correction(u)]
    if corrected:
        return corrected[-1].value.days, [(corrected[-1].start, corrected[-1].end)]
    values = {f.value.days for f, _ in counts}
    fewest = min((f for f, _ in counts), key=lambda f: f.value.days)
    if len(values) > 1 and all(f.value.kind == "shoot" for f, _ in counts):
        quotes = tuple(zones.wanted.quote(f.start, f.end) for f, _ in counts[:2])
        findings.contradiction(
            "the shoot days",
            f"How many shoot days do you have in mind: {quotes[0].quote} or {quotes[1].quote}?",
            "shoot_days",
            quotes,
        )
        return fewest.value.days, [(fewest.start, fewest.end)]
    first = next((f for f, _ in counts if f.value.kind == "shoot"), counts[0][0])
    return first.value.days, [(first.start, first.end)]


def _bare_count(zones: Zones, language: str) -> tuple[Decimal | None, list[tuple[int, int]]]:
    """A number alone behind a label for shoot days: "Shoot days: 6", "Drehtage | 2½"."""
    for unit in zones.units:
        if unit.topic != "shoot" or unit.label is None:
            continue
        if not re.search(
            r"day|tag|jour|dia|jornad|dag|giorn", folded(zones.wanted.text[unit.label[0] : unit.label[1]])
        ):
            continue
        number = re.match(
            r"\s*(\d{1,2})?(?:[.,](5)|\s?(½))?(?=\s*(?:$|\(|,|;|x|days?|tage?|jours?|dias?|dag\w*))", unit.text
        )
        if number and number[0].strip():
            half = Decimal("0.5") if number[2] or number[3] else Decimal(0)
            return Decimal(number[1] or 0) + half, [(unit.start, unit.start + number.end())]
        words = [n for n in find_numbers(unit.text, language) if n.start == 0 and n.value <= 60]
        if words:
            return words[0].value, [(unit.start, unit.start + words[0].end)]
    return None, []


_NOT_SHOOTING = re.compile(
    r"\b(?:within|in|after|before|binnen|innerhalb|vor|nach|dans|sous|avant|apres|en|antes|despues|inom|om|inden|"
    r"innen|etter|efter|valid|payment|net|zahlbar|per|a|each|ago|working|business|open|holiday|notice)\s+(?:the |"
    r"de |los |las )?$"
)


def _days_anywhere(zones: Zones, language: str) -> tuple[Decimal | None, list[tuple[int, int]]]:
    """Days counted without a word for shooting: "Half a day at our office is all he has"."""
    for found in find_day_counts(zones.wanted.text, language):
        unit = zones.unit_at(found.start)
        if (
            unit is None
            or found.value.kind != "unknown"
            or unit.topic
            or unit.section in ("usage", "budget", "revisions", "pitch")
        ):
            continue
        before, after = unit.low[: found.start - unit.start], unit.low[found.end - unit.start :]
        idle = cue("delivery").search(unit.low) or cue("not_date").search(unit.low) or _NOT_SHOOTING.search(before)
        if (
            not idle
            and found.value.days <= 15
            and not re.match(r"\s*(?:later|before|after|ago|notice|per|a week|old|spater|vor)", after)
        ):
            return found.value.days, [(found.start, found.end)]
    return None, []


def _is_sum(counts: list[tuple[Found[DayCount], Unit]]) -> bool:
    unit = counts[0][1]
    between = [unit.low[a.end - unit.start : b.start - unit.start] for (a, _), (b, _) in pairwise(counts)]
    return all(
        re.search(r"(?:\+|,|\b(?:and|plus|und|et|y|en|och|og|e)\b)", gap) and len(gap) < 60 and "." not in gap
        for gap in between
    )


def _length(dated: Dated) -> int:
    """How many days lie from the mention's first to its last."""
    days = dated.found.value.days
    return (days[-1] - days[0]).days + 1 if days else 0


def _shoot_dates(dated: list[Dated], days: Decimal | None) -> tuple[tuple[date, ...], list[tuple[int, int]]]:
    shoots = [d for d in dated if d.role == "shoot" and d.found.value.precision == "day" and d.found.value.days]
    corrected = [d for d in shoots if d.corrects and d.order > shoots[0].order]
    if corrected:
        shoots = [d for d in shoots if d.order >= corrected[-1].order]
    kept = [
        d
        for d in shoots
        if not _NEGATED.search(_around(d))
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
        return Read(None)
    chosen, day = _chosen_delivery(zones, known, findings)
    return Read(day, (zones.wanted.quote(chosen.found.start, chosen.found.end),))


def _anchor(dated: Dated, dates: list[Dated], shoot: tuple[date, ...]) -> date | None:
    """The day an offset counts from: the last shoot day, or the date said with the anchor's word elsewhere."""
    offset = dated.found.value.offset
    if offset is None:
        return None
    if shoot and cue("shoot").search(folded(offset.anchor)):
        return shoot[-1]
    stems = [rf"\b{w[:3]}" for w in re.findall(r"[^\W\d_]{4,}", folded(offset.anchor))]
    for other in dates:
        day = other.found.value.start
        if (
            other is not dated
            and day
            and other.found.value.precision == "day"
            and any(re.search(s, other.unit.low) for s in stems)
        ):
            return day
    return None


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


def _around(dated: Dated) -> str:
    return clause_of(dated.unit, dated.found.start, dated.found.end)[0]


def _far(dated: Dated) -> int:
    far = distance(dated.unit, cue("delivery"), dated.found.start, dated.found.end)
    return 99 if far is None else far // 12


def _chosen_delivery(zones: Zones, known: list[tuple[Dated, date]], findings: Findings) -> tuple[Dated, date]:
    corrected = [k for k in known if k[0].corrects and k[0].order > known[0][0].order]
    if corrected:
        return corrected[-1]
    if len({day for _, day in known}) == 1:
        return known[0]
    whole = [k for k in known if not _PARTIAL.search(_around(k[0]))] or known
    final = [k for k in whole if _FINAL.search(_around(k[0]))]
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

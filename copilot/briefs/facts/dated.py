"""Every date of a brief with its role (delivery, shoot, other), by its label or the cue nearest to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.briefs.facts.budget import is_correction
from copilot.briefs.facts.clauses import clause_of, distance
from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.words import cue
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.mentions import DateMention
from copilot.briefs.grammar.span import Found


@dataclass(frozen=True)
class Dated:
    found: Found[DateMention]
    unit: Unit
    role: str  # delivery, shoot, other
    order: int
    corrects: bool


_WEAK_BY = re.compile(
    r"\b(?:by|before|until|bis(?: zum)?|vor dem|avant(?: le)?|d'ici|pour le|antes del?|para el|voor|tegen|innan|"
    r"till|inden|innen|for|entro|ate|within|in)\s+(?:the |dem |den |le |la |el |het |de |d\. )?$"
)


_LATEST = re.compile(
    r"\b(?:at the latest|latest|no later than|spatestens|au plus tard|a mas tardar|como tarde|uiterlijk|senast|"
    r"senest|entro e non oltre|no mais tardar)\b"
)


_OFFER = re.compile(
    r"\b(?:offer|quot|proposal|bid|tender|angebot|devis|offre|ofert|offert|anbud|tilbud|preventiv|propost|fragen|"
    r"questions)"
)


_GOODS = re.compile(r"deliver|final|master|film|file|video|liefer|abgabe|livr|entreg|lever|asset|spot|clip")


FINAL = re.compile(
    r"\b(?:final\w*|finals|masters?|endabgabe|endgultig\w*|definiti\w*|slut\w*|eind\w*|endelig\w*|everything|all "
    r"files|alles)\b"
)


_SKIPPED = frozenset(("usage", "term", "budget", "contact", "territory", "title", "client", "pitch", "aside"))


def dated_in(zones: Zones, language: str) -> list[Dated]:
    out: list[Dated] = []
    for order, found in enumerate(find_dates(zones.wanted.text, language, zones.reference)):
        unit = zones.unit_at(found.start)
        if unit is None:
            continue
        before = zones.unit_before(unit)
        corrects = any(m.start() <= found.start - unit.start for m in cue("correction").finditer(unit.low)) or (
            before is not None
            and before.paragraph == unit.paragraph
            and len(before.text) < 45
            and is_correction(before)
        )
        out.append(Dated(found, unit, _role(unit, found, language), order, corrects))
    return _inherited(out)


def _role(unit: Unit, found: Found[DateMention], language: str) -> str:
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
    if found.value.days and found.value.precision == "day" and not _is_by(unit, found):
        near = [f for f in find_day_counts(unit.text, language) if f.value.kind in ("shoot", "unknown")]
        if near and not found.value.relative:
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
            and not FINAL.search(unit.low)
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
        if last and last.unit == item.unit and last.found.value.offset and item.role != "other":
            role = "delivery" if last.role == "?" else last.role
            item = Dated(item.found, item.unit, role, item.order, item.corrects)
        if (
            item.role in ("?", "delivery?")
            and last
            and last.role in ("shoot", "delivery")
            and (last.unit == item.unit or (item.corrects and item.role == "?"))
        ):
            item = Dated(item.found, item.unit, last.role, item.order, item.corrects)
        out.append(item)
    return out


def around(dated: Dated) -> str:
    return clause_of(dated.unit, dated.found.start, dated.found.end)[0]

"""Grades one reading against one case: field by field, typed; then its quotes; then its warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from evals import words
from evals.brief_cases import FIELDS, BriefCase
from store.proposals.facts import BriefFacts, BriefReading, Deliverable

GRADED_WARNINGS = frozenset({"contradiction", "injected_instruction", "hidden_text", "nothing_found", "past_date"})
"""Warnings that say something about the brief's words: one of these that no producer would give is a false alarm."""


class Verdict(Enum):
    """How one field was read. The first two are right."""

    RIGHT = "right"
    RIGHTLY_SILENT = "rightly silent"
    WRONG = "wrong"
    MISSED = "missed"
    INVENTED = "invented"

    @property
    def is_right(self) -> bool:
        return self in (Verdict.RIGHT, Verdict.RIGHTLY_SILENT)

    @property
    def states(self) -> bool:
        """Whether the reading stated something, rightly or not."""
        return self in (Verdict.RIGHT, Verdict.WRONG, Verdict.INVENTED)


@dataclass(frozen=True)
class FieldGrade:
    field: str
    verdict: Verdict
    expected: str
    found: str


@dataclass(frozen=True)
class CaseGrade:
    """`evidence_faults` name the fields without a quote or with one that does not stand at its offsets."""

    case: str
    fields: tuple[FieldGrade, ...]
    evidence_faults: tuple[str, ...]
    warnings_missed: tuple[str, ...]
    false_alarms: tuple[str, ...]

    @property
    def accuracy(self) -> float:
        return sum(grade.verdict.is_right for grade in self.fields) / len(self.fields)


def grade(case: BriefCase, reading: BriefReading, texts: Mapping[str, str]) -> CaseGrade:
    """Grade a reading; `texts` holds the extracted text of each source that quotes may point into."""
    codes = {warning.code for warning in reading.warnings}
    return CaseGrade(
        case=case.name,
        fields=tuple(_grade_field(case, field, reading.facts) for field in FIELDS),
        evidence_faults=evidence_faults(reading, texts),
        warnings_missed=tuple(sorted(set(case.warnings) - codes)),
        false_alarms=tuple(sorted((codes & GRADED_WARNINGS) - set(case.warnings))),
    )


def _grade_field(case: BriefCase, field: str, found: BriefFacts) -> FieldGrade:
    readings = case.readings_of(field)
    said = stated(found, field)
    if any(matches(field, reading, found) for reading in readings):
        verdict = Verdict.RIGHT if said else Verdict.RIGHTLY_SILENT
    elif not said:
        verdict = Verdict.MISSED
    elif not any(stated(reading, field) for reading in readings):
        verdict = Verdict.INVENTED
    else:
        verdict = Verdict.WRONG
    return FieldGrade(field, verdict, " | ".join(show(reading, field) for reading in readings), show(found, field))


def stated(facts: BriefFacts, field: str) -> bool:
    """Whether the facts say anything in `field` (an empty list says nothing)."""
    return _value(facts, field) not in (None, (), "")


def matches(field: str, expected: BriefFacts, found: BriefFacts) -> bool:
    """Whether `found` says the same as `expected` in one graded field; silence matches silence only."""
    if not stated(expected, field) or not stated(found, field):
        return stated(expected, field) == stated(found, field)
    return _SAME[field](expected, found)


def evidence_faults(reading: BriefReading, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of the facts that state something without a quote, or with one that is not in its source there."""
    faults = []
    for field in BriefFacts.model_fields:
        quotes = reading.evidence.get(field, ())
        value = getattr(reading.facts, field)
        unquoted = value not in (None, ()) and not quotes
        misplaced = any(texts.get(q.source, "")[q.start : q.end] != q.quote or not q.quote for q in quotes)
        if unquoted or misplaced:
            faults.append(field)
    return tuple(faults)


def show(facts: BriefFacts, field: str) -> str:
    """A field's value in a few words, for the list of misses."""
    if field == "deliverables":
        return "; ".join(
            f"{d.quantity}×{d.duration_seconds or '–'}s {'+'.join(sorted(d.aspect_ratios)) or '–'}"
            for d in sorted(facts.deliverables, key=_piece_order)
        )
    value = _value(facts, field)
    if field in ("budget_min", "budget_max") and value is not None:
        amount = facts.budget_min if field == "budget_min" else facts.budget_max
        return f"{amount.currency} {amount.minor}" if amount else ""
    if isinstance(value, tuple):
        return " · ".join(str(item) for item in value)
    return "" if value is None else str(value)


def _value(facts: BriefFacts, field: str) -> object:
    whole, _, part = field.partition(".")
    value: object = getattr(facts, whole)
    return getattr(value, part) if part and value is not None else value


def _piece_order(piece: Deliverable) -> tuple[int, int, list[str]]:
    return (-piece.quantity, piece.duration_seconds or 0, sorted(piece.aspect_ratios))


def _pieces(facts: BriefFacts) -> Counter[tuple[int, int | None, frozenset[str]]]:
    """What is graded of deliverables: how many, how long, in which shapes. Names and kinds are a matter of taste."""
    return Counter((d.quantity, d.duration_seconds, frozenset(d.aspect_ratios)) for d in facts.deliverables)


_Same = Callable[[BriefFacts, BriefFacts], bool]


def _equal(field: str) -> _Same:
    return lambda expected, found: _value(expected, field) == _value(found, field)


def _texts(field: str, same: Callable[[str, str], bool]) -> _Same:
    return lambda expected, found: same(str(_value(expected, field)), str(_value(found, field)))


def _e_mail(text: str) -> str:
    return text.strip().casefold()


_SAME: Mapping[str, _Same] = {
    "client": _texts("client", words.same_company),
    "title": _texts("title", words.same_name),
    "contact.name": _texts("contact.name", words.same_person),
    "contact.email": _texts("contact.email", lambda a, b: _e_mail(a) == _e_mail(b)),
    "contact.phone": _texts("contact.phone", lambda a, b: words.phone(a) == words.phone(b)),
    "objective": _texts("objective", words.same_thought),
    "deliverables": lambda expected, found: _pieces(expected) == _pieces(found),
    "shoot_days": _equal("shoot_days"),
    "shoot_dates": lambda expected, found: sorted(expected.shoot_dates) == sorted(found.shoot_dates),
    "locations": lambda expected, found: words.same_places(expected.locations, found.locations),
    "delivery_on": _equal("delivery_on"),
    "budget_min": _equal("budget_min"),
    "budget_max": _equal("budget_max"),
    "tax_included": _equal("tax_included"),
    "revision_rounds": _equal("revision_rounds"),
    "usage.media": lambda expected, found: _media(expected) == _media(found),
    "usage.territory": _texts("usage.territory", words.same_territory),
    "usage.months": _equal("usage.months"),
    "languages": lambda expected, found: (
        {words.language(x) for x in expected.languages} == {words.language(x) for x in found.languages}
    ),
}


def _media(facts: BriefFacts) -> frozenset[str]:
    return frozenset(words.medium(x) for x in (facts.usage.media if facts.usage else ()))

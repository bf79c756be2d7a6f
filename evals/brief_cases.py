"""Brief cases: a file as it came in, and beside it a JSON file with what a veteran producer reads in it.

A case is `NAME.txt|.md|.eml|.pdf|.docx` with `NAME.json`; `evals/README.md` explains how to write one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from store.proposals.facts import BriefFacts

BRIEFS = Path(__file__).parent / "cases" / "briefs"
SUFFIXES = (".txt", ".md", ".eml", ".pdf", ".docx")

CaseSet = Literal[
    "dev",
    "heldout",
    "fresh",
    "blind",
    "unseen",
    "sealed",
    "wide",
    "later",
    "kept",
    "given",
    "taught",
    "aside",
    "apart",
    "all",
    "plain",
    "papers",
    "papers_apart",
    "examined",
    "afresh",
]

FIELDS = (
    "client",
    "title",
    "contact.name",
    "contact.email",
    "contact.phone",
    "objective",
    "deliverables",
    "shoot_days",
    "shoot_dates",
    "locations",
    "delivery_on",
    "budget_min",
    "budget_max",
    "tax_included",
    "revision_rounds",
    "usage.media",
    "usage.territory",
    "usage.months",
    "languages",
)
"""What is graded, each by itself: a fact, or one part of `contact` and `usage`."""


class _Expectation(BaseModel):
    """The JSON file. `accept` gives further right answers for a graded field: whole values, null for silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    language: str
    received_on: date
    expect: BriefFacts
    warnings: tuple[str, ...] = ()
    accept: Mapping[str, list[JsonValue]] = {}


class BriefCase(BaseModel):
    """One brief with every set of facts that counts as read right, the preferred one first."""

    model_config = ConfigDict(frozen=True)

    name: str
    path: Path
    kind: str
    language: str
    received_on: date
    expect: BriefFacts
    warnings: tuple[str, ...]
    alternatives: Mapping[str, tuple[BriefFacts, ...]]

    def readings_of(self, field: str) -> tuple[BriefFacts, ...]:
        """The facts whose `field` is right: the expected ones, then the accepted alternatives."""
        return (self.expect, *self.alternatives.get(field, ()))


def load(chosen: CaseSet = "dev", *, name: str | None = None) -> list[BriefCase]:
    """The cases of a set, by name; only those whose name contains `name` when it is given.

    Raises `ValueError` naming the case when a file has no twin, or says something no reading could say.
    """
    sets = ("dev", "heldout", "fresh", "blind", "unseen", "sealed") if chosen == "all" else (chosen,)
    found = [path for folder in sets for path in sorted((BRIEFS / folder).glob("*.json"))]
    return [_load_one(path) for path in found if name is None or name in path.stem]


def _load_one(path: Path) -> BriefCase:
    twins = [path.with_suffix(suffix) for suffix in SUFFIXES if path.with_suffix(suffix).exists()]
    if len(twins) != 1:
        raise ValueError(f"case {path.stem} needs exactly one brief beside its JSON, found {len(twins)}")
    try:
        stated = _Expectation.model_validate_json(path.read_bytes())
        alternatives = {
            field: tuple(_with(stated.expect, field, value) for value in values)
            for field, values in stated.accept.items()
        }
    except ValueError as error:
        raise ValueError(f"case {path.stem}: {error}") from error
    return BriefCase(
        name=path.stem,
        path=twins[0],
        kind=stated.kind,
        language=stated.language,
        received_on=stated.received_on,
        expect=stated.expect,
        warnings=stated.warnings,
        alternatives=alternatives,
    )


def _with(facts: BriefFacts, field: str, value: JsonValue) -> BriefFacts:
    """The same facts with one graded field exchanged, validated again."""
    if field not in FIELDS:
        raise ValueError(f"'{field}' is not a graded field; use one of {', '.join(FIELDS)}")
    data = facts.model_dump(mode="json")
    whole, _, part = field.partition(".")
    if part:
        data[whole] = {**(data[whole] or {}), part: value}
    else:
        data[whole] = value
    return BriefFacts.model_validate(data)

"""Fringes as dated data (`data/fringes.toml`): which of an employer's charges hold in a country on a day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources

from store.budget.rules import Fringe
from store.kernel.errors import Invalid
from store.kernel.money import Money


@dataclass(frozen=True, slots=True)
class DatedFringe:
    """A fringe of a country, in force from a day on until a later row with the same id."""

    country: str
    valid_from: date
    fringe: Fringe


def parse_fringes(text: str) -> tuple[DatedFringe, ...]:
    """Read dated fringes from TOML. Raises `Invalid` (`fringes`) naming the row that is wrong."""
    try:
        rows = tomllib.loads(text, parse_float=Decimal).get("fringe", [])
    except tomllib.TOMLDecodeError as problem:
        raise Invalid(f"The fringes are not valid TOML: {problem}", "fringes") from problem
    found: list[DatedFringe] = []
    for row in rows:
        try:
            currency = row["currency"]
            fringe = Fringe(
                id=row["id"],
                name=row["name"],
                percent=Decimal(row["percent"]) if "percent" in row else None,
                flat=Money.of(row["flat"], currency) if "flat" in row else None,
                cutoff=Money.of(row["cutoff"], currency) if "cutoff" in row else None,
            )
            found.append(DatedFringe(row["country"], row["valid_from"], fringe))
        except (KeyError, TypeError, ArithmeticError) as problem:
            raise Invalid(f"The fringe {row.get('id', row)} is wrong: {problem!r}", "fringes") from problem
    return tuple(found)


@cache
def default_fringes() -> tuple[DatedFringe, ...]:
    """Return the shipped fringes."""
    path = resources.files("store.budget").joinpath("data/fringes.toml")
    return parse_fringes(path.read_text(encoding="utf-8"))


def fringes_in_force(rows: tuple[DatedFringe, ...], country: str, on: date) -> dict[str, Fringe]:
    """Return a country's fringes by id as they stand on a day."""
    latest: dict[str, DatedFringe] = {}
    for row in sorted(rows, key=lambda row: row.valid_from):
        if row.country == country and row.valid_from <= on:
            latest[row.fringe.id] = row
    return {fringe_id: row.fringe for fringe_id, row in latest.items()}

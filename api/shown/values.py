"""A stored value as a person reads it: money with its currency, a name in place of an id, a list as its items."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from store.kernel.money import Money

Values = Mapping[str, Any]

_WORDS = ("title", "text", "name", "question", "message", "description")
_LABELS = ("code", "name", "title", "description", "email", "filename", "label")
# Words of ours that are stored in one piece, and what stands between their parts: `pre-production`, `line producer`.
_JOINED = {"stage": "-", "role": " ", "operation_kind": " "}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Value:
    """One value. `text` says all of it; `minor` and `currency` are set for money, `items` for a list, `figure` for
    what stands in columns of digits."""

    text: str = ""
    figure: bool = False
    minor: int | None = None
    currency: str | None = None
    items: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not self.text


NOTHING = Value()


def value_of(column: str, row: Values, names: Mapping[str, str]) -> Value:
    """Return a row's value of a column; ids that `names` knows are told by name."""
    value = row.get(column)
    if value is None or value in ("", [], {}):
        return NOTHING
    if column.endswith("_minor") and row.get("currency"):
        return Value(str(Money(int(value), row["currency"])), True, int(value), row["currency"])
    if (column.endswith("_id") or column == "added_by") and str(value) in names:
        return Value(names[str(value)])
    if isinstance(value, bool):
        return Value("yes" if value else "no")
    if isinstance(value, list):
        items = tuple(_item(part, row) for part in value)
        return Value("\n".join(items), items=items)
    if isinstance(value, dict):
        return Value(json.dumps(value, ensure_ascii=False, indent=2))
    if column.endswith("_on") and isinstance(value, str):
        return Value(_day(value), True)
    if column.endswith("_percent"):
        return Value(f"{value} %", True)
    if column in _JOINED:
        return Value(str(value).replace("_", _JOINED[column]))
    return Value(str(value), column in ("quantity", "multiplier") or isinstance(value, int))


def name_of(row: Values) -> str:
    """Return what people call a row, by the columns that name rows."""
    return next((str(row[key]) for key in _LABELS if row.get(key)), "")[:120]


def heading_of(column: str) -> str:
    """Return a column as people say it."""
    if column.endswith("_percent"):
        return f"{column.removesuffix('_percent').replace('_', ' ')} (%)"
    return column.removesuffix("_minor").removesuffix("_id").removesuffix("_on").replace("_", " ")


def kind_of(table: str, count: int = 1) -> str:
    """Return what the rows of a table are: `budget line`, `people`."""
    one = {"people": "person", "studio": "studio", "approval_policies": "approval rule", "memberships": "membership"}
    many = {"people": "people", "studio": "studio", "approval_policies": "approval rules"}
    plain = table.replace("_", " ")
    if count == 1:
        return one.get(table, plain.removesuffix("s"))
    return many.get(table, plain)


def _item(part: object, row: Values) -> str:
    if not isinstance(part, dict):
        return str(part)
    said = ": ".join(str(part[key]) for key in _WORDS if part.get(key))
    currency = row.get("currency")
    sums = (
        f"{heading_of(key)} {Money(value, currency)}"
        for key, value in part.items()
        if key.endswith("_minor") and isinstance(value, int) and currency
    )
    return ", ".join(filter(None, [said or json.dumps(part, ensure_ascii=False), *(sums if said else ())]))


def _day(value: str) -> str:
    year, month, day = value.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"

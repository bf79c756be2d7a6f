"""Rows as plain JSON values, and the one way to write JSON down for a digest.

The same data must give the same digest whichever engine kept it: PostgreSQL's JSONB reads `1e16` back as an integer,
so a whole float is written as the integer it equals.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from store.kernel.columns import ExactDecimal, VersionedRow, exact_text

R = TypeVar("R", bound=VersionedRow)
Values = dict[str, Any]  # a row as JSON: column → value, dates and decimals as text


def canonical(value: object) -> bytes:
    """Return the one JSON text of a value: sorted keys, no spaces, whole numbers without a point, UTF-8."""
    return json.dumps(
        _whole(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def to_values(row: VersionedRow) -> Values:
    """Return a row as JSON values, without its version."""
    values: Values = {}
    for column in row.__table__.columns:  # type: ignore[attr-defined]
        if column.name == "version":
            continue
        value = getattr(row, column.name)
        if isinstance(value, (date, datetime)):
            value = value.isoformat()
        elif isinstance(value, Decimal):
            value = exact_text(value)
        elif isinstance(value, (list, dict)):
            value = json.loads(json.dumps(value))
        values[column.name] = value
    return values


def from_values(table: type[R], values: Values, version: int) -> R:
    """Build a row from JSON values, parsing dates and decimals by the columns' types."""
    parsed: Values = {"version": version}
    for column in table.__table__.columns:  # type: ignore[attr-defined]
        if column.name == "version" or column.name not in values:
            continue
        value = values[column.name]
        if isinstance(value, str):
            if isinstance(column.type, ExactDecimal):
                value = Decimal(value)
            elif column.type.python_type in (date, datetime):
                value = column.type.python_type.fromisoformat(value)
        parsed[column.name] = value
    return table(**parsed)


def _whole(value: object) -> object:
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_whole(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
